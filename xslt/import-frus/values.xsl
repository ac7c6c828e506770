<?xml version="1.0" encoding="UTF-8"?>
<!-- What attributes become: pointers, dates, looks. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:i="urn:chancery:import"
                xmlns="http://www.tei-c.org/ns/1.0"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:variable name="looks" as="map(xs:string, xs:string)"
                select="map{'italic': 'italic', 'strong': 'bold', 'bold': 'bold', 'smallcaps': 'smallcaps', 'underline': 'underline',
                            'superscript': 'superscript', 'sup': 'superscript', 'subscript': 'subscript', 'sub': 'subscript',
                            'strikethrough': 'strikethrough'}"/>

  <!-- an element's text in each of the looks, the first outermost -->
  <xsl:function name="i:emphasise" as="node()*">
    <xsl:param name="hi" as="element(hi)"/>
    <xsl:param name="looks" as="xs:string*"/>
    <xsl:choose>
      <xsl:when test="empty($looks)"><xsl:apply-templates select="$hi/node()" mode="inline"/></xsl:when>
      <xsl:when test="head($looks) = 'lost'">
        <xsl:apply-templates select="$hi/(@rend, @rendition)" mode="attributes"/>
        <xsl:sequence select="i:emphasise($hi, tail($looks))"/>
      </xsl:when>
      <xsl:otherwise><hi rend="{head($looks)}"><xsl:sequence select="i:emphasise($hi, tail($looks))"/></hi></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- a pointer to an entry of a register, under its name there -->
  <xsl:function name="i:register" as="attribute(ref)?">
    <xsl:param name="pointer" as="attribute()?"/>
    <xsl:param name="register" as="xs:string"/>
    <xsl:variable name="new" as="element(i:id)?" select="key('new', replace($pointer, '^.*#', ''), $ids)[1]"/>
    <xsl:choose>
      <xsl:when test="$new"><xsl:attribute name="ref" select="$register || '#' || $new/@new"/></xsl:when>
      <xsl:when test="$pointer"><xsl:apply-templates select="$pointer" mode="attributes"/></xsl:when>
    </xsl:choose>
  </xsl:function>

  <!-- where a reference leads: documents, notes and pages of the volume by their id, its other parts by volume and id -->
  <xsl:function name="i:target" as="xs:string?">
    <xsl:param name="target" as="attribute()?"/>
    <xsl:variable name="id" as="xs:string" select="substring-after($target, '#')"/>
    <xsl:variable name="inside" as="xs:boolean" select="exists($target/ancestor::div[@type = 'document'])"/>
    <xsl:choose>
      <xsl:when test="matches($target, '^#(d[0-9]|pg_)')"><xsl:sequence select="string($target)"/></xsl:when>
      <xsl:when test="matches($target, '^#[A-Za-z_][A-Za-z0-9_.\-]*$')">
        <xsl:sequence select="if ($inside) then $volume || $target else string($target)"/>
      </xsl:when>
      <xsl:when test="matches($target, '^([A-Za-z0-9][A-Za-z0-9._\-]*(#[A-Za-z_][A-Za-z0-9_.\-]*)?|https?://\S+)$')">
        <xsl:sequence select="string($target)"/>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <xsl:mode name="dated" on-no-match="fail"/>

  <xsl:template match="@when | @from | @to | @notBefore | @notAfter" mode="dated" as="attribute()?">
    <xsl:variable name="value" as="xs:string" select="replace(., 'Z$', '+00:00')"/>
    <xsl:choose>
      <xsl:when test="$value castable as xs:date or $value castable as xs:dateTime or $value castable as xs:gYearMonth or $value castable as xs:gYear">
        <xsl:attribute name="{name()}" select="$value"/>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="." mode="attributes"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="@*" mode="dated" as="empty-sequence()" priority="-1">
    <xsl:apply-templates select="." mode="attributes"/>
  </xsl:template>

  <!-- the hours that stand right after a day: two times in order -->
  <xsl:function name="i:hours" as="element(time)?">
    <xsl:param name="date" as="element(date)"/>
    <xsl:variable name="time" as="element(time)?" select="$date/following-sibling::*[1]/self::time"/>
    <xsl:sequence select="
      $time[$date/@when castable as xs:date][@from castable as xs:time and @to castable as xs:time][xs:time(@from) le xs:time(@to)]
           [normalize-space(string-join($date/following-sibling::node()[. &lt;&lt; $time])) = (',', '')]"/>
  </xsl:function>
</xsl:stylesheet>
