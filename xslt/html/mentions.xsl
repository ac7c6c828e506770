<?xml version="1.0" encoding="UTF-8"?>
<!-- Each mention of a person of the register in its sentence, for the pages of persons; and the terms that are used. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xmlns:c="urn:chancery:prepared" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:variable name="reach" as="xs:integer" select="180"/> <!-- characters on each side at most -->
  <xsl:variable name="short" as="xs:string+" select="tokenize('Mr Mrs Ms Dr Messrs Gen Lt Col Adm Amb Sen Gov St No Nos Jr Sr Vol Vols vol vols p pp f ff')"/>

  <xsl:function name="f:mentions" as="element(c:mentions)">
    <xsl:param name="tei" as="element(TEI)"/>
    <c:mentions stem="{$tei/@c:stem}">
      <xsl:for-each-group select="$tei/text//list[@type = 'participants']//*[@c:person][not(ancestor::note)]" group-by="@c:person">
        <c:present person="{current-grouping-key()}"/>
      </xsl:for-each-group>
      <xsl:for-each select="$tei/c:document/c:term"><c:use term="{@id}" count="{@count}" id="{@first}"/></xsl:for-each>
      <xsl:for-each-group select="$tei/text//*[@c:person]" group-by="generate-id(f:block(.))">
        <xsl:variable name="block" as="element()" select="f:block(.)"/>
        <xsl:variable name="texts" as="text()*" select="$block//text()[f:block(..) is $block]"/>
        <xsl:variable name="starts" as="map(xs:string, xs:integer)" select="f:starts($texts)"/>
        <xsl:variable name="whole" as="xs:string" select="string-join($texts)"/>
        <xsl:variable name="stops" as="xs:string" select="f:without-stops($whole)"/>
        <xsl:for-each select="current-group()">
          <xsl:sequence select="f:mention(., $whole, $stops, $starts)"/>
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
    <xsl:param name="stops" as="xs:string"/> <!-- the same characters, see f:without-stops -->
    <xsl:param name="starts" as="map(xs:string, xs:integer)"/>
    <xsl:variable name="own" as="text()*" select="$node//text()[exists($starts(generate-id()))]"/>
    <xsl:variable name="start" as="xs:integer" select="($starts(generate-id($own[1])), 0)[1]"/>
    <xsl:variable name="end" as="xs:integer" select="$start + string-length(string-join($own))"/>
    <xsl:variable name="first" as="xs:integer" select="max((1, $start - $reach + 1))"/>
    <xsl:variable name="near" as="xs:integer" select="min(($start, $reach))"/>
    <c:mention person="{$node/@c:person}" id="{$node/@c:id}">
      <c:before><xsl:value-of select="f:sentence-start(substring($whole, $first, $near), substring($stops, $first, $near), $start gt $reach)"/></c:before>
      <c:said><xsl:value-of select="f:plain($node)"/></c:said>
      <c:after><xsl:value-of select="f:sentence-end(substring($whole, $end + 1, $reach), substring($stops, $end + 1, $reach), $end + $reach lt string-length($whole))"/></c:after>
    </c:mention>
  </xsl:function>

  <!-- The words of the sentence before a mention; of a long one those that are near. -->
  <xsl:function name="f:sentence-start" as="xs:string">
    <xsl:param name="before" as="xs:string"/>
    <xsl:param name="stops" as="xs:string"/>
    <xsl:param name="cut" as="xs:boolean"/> <!-- whether more stands before -->
    <xsl:variable name="kept" as="xs:string" select="replace($stops, '^.*[.?!][”’&quot;)\]]*\s+', '', 's')"/>
    <xsl:variable name="own" as="xs:string" select="substring($before, string-length($before) - string-length($kept) + 1)"/>
    <xsl:sequence select="if ($cut and $own = $before) then '… ' || replace($own, '^\S*\s+', '') else $own"/>
  </xsl:function>

  <xsl:function name="f:sentence-end" as="xs:string">
    <xsl:param name="after" as="xs:string"/>
    <xsl:param name="stops" as="xs:string"/>
    <xsl:param name="cut" as="xs:boolean"/>
    <xsl:variable name="rest" as="xs:string" select="replace($stops, '^(.*?[.?!][”’&quot;)\]]*)\s.*$', '$1', 's')"/>
    <xsl:variable name="own" as="xs:string" select="substring($after, 1, string-length($rest))"/>
    <xsl:sequence select="if ($cut and $own = $after) then replace($own, '\s+\S*$', '') || ' …' else $own"/>
  </xsl:function>

  <!-- The same characters, but the full stops of abbreviations and initials are none. -->
  <xsl:function name="f:without-stops" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*" select="tokenize($text, '\.')"/>
    <xsl:sequence select="string-join(($parts[position() lt last()] ! (. || (if (f:is-short(.)) then '_' else '.')), $parts[last()]))"/>
  </xsl:function>

  <!-- Whether what stands before a full stop is an abbreviation or ends with an initial. -->
  <xsl:function name="f:is-short" as="xs:boolean">
    <xsl:param name="before" as="xs:string"/>
    <xsl:variable name="length" as="xs:integer" select="string-length($before)"/>
    <xsl:variable name="letter" as="xs:string" select="substring($before, $length)"/>
    <xsl:variable name="word" as="xs:string?" select="tokenize(translate(substring($before, $length - 7), '(“‘[–—', '      '))[last()]"/>
    <xsl:sequence select="lower-case($letter) ne $letter or $word = $short"/>
  </xsl:function>

</xsl:stylesheet>
