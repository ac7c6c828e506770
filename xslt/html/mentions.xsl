<?xml version="1.0" encoding="UTF-8"?>
<!-- Each mention of a person of the register with a few words on either side, for the register's page. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xmlns:c="urn:chancery:prepared" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:variable name="context" as="xs:integer" select="60"/> <!-- characters on each side -->

  <xsl:function name="f:mentions" as="element(c:mentions)">
    <xsl:param name="tei" as="element(TEI)"/>
    <c:mentions stem="{$tei/@c:stem}">
      <xsl:for-each select="$tei/c:document/c:term"><c:use term="{@id}" count="{@count}" id="{@first}"/></xsl:for-each>
      <xsl:for-each-group select="$tei/text//*[@c:person]" group-by="generate-id(f:block(.))">
        <xsl:variable name="block" as="element()" select="f:block(.)"/>
        <xsl:variable name="texts" as="text()*" select="$block//text()[f:block(..) is $block]"/>
        <xsl:variable name="starts" as="map(xs:string, xs:integer)" select="f:starts($texts)"/>
        <xsl:variable name="whole" as="xs:string" select="string-join($texts)"/>
        <xsl:for-each select="current-group()">
          <xsl:sequence select="f:mention(., $whole, $starts)"/>
        </xsl:for-each>
      </xsl:for-each-group>
    </c:mentions>
  </xsl:function>

  <!-- The paragraph, item, note, heading … that an element stands in. -->
  <xsl:function name="f:block" as="element()">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="($node/ancestor-or-self::*[self::p or self::item or self::note or self::head or self::label or self::cell
                           or self::signed or self::dateline or self::salute or self::quote or self::l or self::text])[last()]"/>
  </xsl:function>

  <!-- Where, counted from 0, each text node begins when all are joined. -->
  <xsl:function name="f:starts" as="map(xs:string, xs:integer)">
    <xsl:param name="texts" as="text()*"/>
    <xsl:map>
      <xsl:iterate select="$texts">
        <xsl:param name="at" as="xs:integer" select="0"/>
        <xsl:map-entry key="generate-id()" select="$at"/>
        <xsl:next-iteration><xsl:with-param name="at" select="$at + string-length(.)"/></xsl:next-iteration>
      </xsl:iterate>
    </xsl:map>
  </xsl:function>

  <xsl:function name="f:mention" as="element(c:mention)">
    <xsl:param name="node" as="element()"/>
    <xsl:param name="whole" as="xs:string"/>
    <xsl:param name="starts" as="map(xs:string, xs:integer)"/>
    <xsl:variable name="own" as="text()*" select="$node//text()[exists($starts(generate-id()))]"/>
    <xsl:variable name="start" as="xs:integer" select="($starts(generate-id($own[1])), 0)[1]"/>
    <xsl:variable name="end" as="xs:integer" select="$start + string-length(string-join($own))"/>
    <xsl:variable name="from" as="xs:integer" select="$start - $context"/>
    <xsl:variable name="before" as="xs:string" select="substring($whole, max((1, $from + 1)), min(($start, $context)))"/>
    <xsl:variable name="after" as="xs:string" select="substring($whole, $end + 1, $context + 1)"/>
    <c:mention person="{$node/@c:person}" id="{$node/@c:id}">
      <c:before>
        <xsl:value-of select="if ($from le 0) then $before
                              else '… ' || replace($before, '^\S*\s+', '')"/>
      </c:before>
      <c:said><xsl:value-of select="f:plain($node)"/></c:said>
      <c:after>
        <xsl:value-of select="if (string-length($after) le $context) then $after
                              else replace(substring($after, 1, $context), '\s+\S*$', '') || ' …'"/>
      </c:after>
    </c:mention>
  </xsl:function>

</xsl:stylesheet>
