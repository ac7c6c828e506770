<?xml version="1.0" encoding="UTF-8"?>
<!-- The edition's own words on its pages: the English ones stand where they are used, other languages in xslt/labels/. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xmlns:l="urn:chancery:labels" exclude-result-prefixes="#all">

  <xsl:param name="labels" as="document-node()?" select="()"/> <!-- a file of xslt/labels/ -->

  <xsl:key name="label" match="l:label" use="@key"/>

  <!-- The language that the edition speaks on its pages. -->
  <xsl:variable name="speaks" as="xs:string" select="string(($labels/l:labels/@xml:lang, 'en')[1])"/>

  <!-- A label; one that the language lacks is its English key, so a page never fails for want of a word. -->
  <xsl:function name="f:label" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="string(($labels ! key('label', $key, .)[1], $key)[1])"/>
  </xsl:function>

  <!-- "1 document", "3 documents", in the form that the language has for the number. -->
  <xsl:function name="f:count" as="xs:string">
    <xsl:param name="count" as="xs:integer"/>
    <xsl:param name="one" as="xs:string"/>
    <xsl:param name="many" as="xs:string"/>
    <xsl:variable name="form" as="xs:string"
                  select="string(($labels/l:labels/l:plural[matches(string($count), @numbers)]/@form, 'one'[$count = 1])[1])"/>
    <xsl:sequence select="$count || ' ' || (if ($form = 'one') then f:label($one)
        else ($labels ! key('label', $many, .)[1]/@*[local-name() = $form] ! string(.), f:label($many))[1])"/>
  </xsl:function>

</xsl:stylesheet>
