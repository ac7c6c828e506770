<?xml version="1.0" encoding="UTF-8"?>
<!-- Terms and abbreviations as their register has them. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:key name="term" match="item[@xml:id][term]" use="@xml:id"/>

  <!-- The id, if the register has it, of the term that the element's @ref names. -->
  <xsl:function name="f:term-id" as="xs:string?">
    <xsl:param name="node" as="element()"/>
    <xsl:variable name="ids" as="xs:string*"
                  select="tokenize($node/@ref)[matches(., '^([^#]*/)?terms\.xml#.')] ! substring-after(., '#')"/>
    <xsl:sequence select="($ids[exists(f:term(.))])[1]"/>
  </xsl:function>

  <xsl:function name="f:term" as="element(item)?">
    <xsl:param name="id" as="xs:string?"/>
    <xsl:sequence select="if ($terms and $id) then key('term', $id, $terms)[1] else ()"/>
  </xsl:function>

  <xsl:function name="f:term-heading" as="xs:string">
    <xsl:param name="item" as="element(item)"/>
    <xsl:sequence select="normalize-space($item/term[1])"/>
  </xsl:function>

  <xsl:function name="f:term-gloss" as="xs:string">
    <xsl:param name="item" as="element(item)"/>
    <xsl:sequence select="normalize-space($item/gloss[1])"/>
  </xsl:function>

</xsl:stylesheet>
