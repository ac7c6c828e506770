<?xml version="1.0" encoding="UTF-8"?>
<!-- The edition's own words on its pages. Another language is another table of the same keys. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map" exclude-result-prefixes="#all">

  <xsl:variable name="labels" as="map(xs:string, xs:string)" select="map {
      'months': 'January February March April May June July August September October November December',
      'not before': 'not before',
      'not after': 'not after'
    }"/>

  <!-- A label; one that the table lacks is its own key, so a page never fails for want of a word. -->
  <xsl:function name="f:label" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="($labels($key), $key)[1]"/>
  </xsl:function>

  <!-- "1 document", "3 documents" -->
  <xsl:function name="f:count" as="xs:string">
    <xsl:param name="count" as="xs:integer"/>
    <xsl:param name="one" as="xs:string"/>
    <xsl:param name="many" as="xs:string"/>
    <xsl:sequence select="$count || ' ' || (if ($count = 1) then f:label($one) else f:label($many))"/>
  </xsl:function>

</xsl:stylesheet>
