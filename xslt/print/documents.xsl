<?xml version="1.0" encoding="UTF-8"?>
<!-- A document of the book: its heading, the facts above it, its text. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xmlns:c="urn:chancery:prepared" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:template match="TEI" mode="frame" as="element()">
    <xsl:variable name="facts" as="element(c:document)" select="c:document"/>
    <xsl:variable name="div" as="element()?" select="f:document(.)"/>
    <xsl:variable name="head" as="element(head)?" select="$div/head[1]"/>
    <document id="{$facts/@stem}#" number="{$facts/@n}" short="{f:shortened($facts/c:short, 52)}"
              date="{f:shortened(if ($facts/c:date/@when ne '') then f:date-words($facts/c:date/@when) else $facts/c:date, 36)}">
      <xsl:variable name="before" as="element()*" select="f:blocks($div/node()[. &lt;&lt; $head])"/>
      <before><xsl:sequence select="$before[not(self::*:pb)]"/></before>
      <start><xsl:sequence select="$before[self::*:pb]"/></start>
      <title>
        <xsl:variable name="title" as="node()*"><xsl:apply-templates select="$head" mode="title"/></xsl:variable>
        <xsl:sequence select="if (f:visible($title)) then $title else string($facts/c:title)"/>
      </title>
      <source>
        <xsl:sequence select="f:long($head//note)"/>
        <xsl:sequence select="$head//(persName | rs)[not(ancestor::note)] ! f:mention(.)"/>
        <xsl:apply-templates select="$head//pb[not(ancestor::note)], $head//note" mode="text"/>
      </source>
      <xsl:sequence select="f:facts($facts)"/>
      <text><xsl:sequence select="f:blocks($div/node()[not($head) or . &gt;&gt; $head])"/></text>
      <xsl:sequence select="f:unanchored($div)"/>
    </document>
  </xsl:template>

  <!-- Whether there is anything to see: a heading without is an error in PDF/UA. -->
  <xsl:function name="f:visible" as="xs:boolean">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:sequence select="matches(string-join($nodes), '[\p{L}\p{N}\p{P}\p{S}]')"/>
  </xsl:function>

  <!-- Words for a running head: as many as fit in so many letters. -->
  <xsl:function name="f:shortened" as="xs:string">
    <xsl:param name="title" as="xs:string?"/>
    <xsl:param name="most" as="xs:integer"/>
    <xsl:sequence select="if (string-length($title) le $most) then string($title)
                          else replace(replace(substring($title, 1, $most - 2), '\s+\S*$', ''), '([\s,;:.(–—]+|\s(to|of|the|from|and|for|in|on|at|by|with|a|an))+$', '') || '…'"/>
  </xsl:function>

  <!-- The facts above a document; what the edition supplies is marked, and who says so follows. -->
  <xsl:function name="f:facts" as="element()?">
    <xsl:param name="facts" as="element(c:document)"/>
    <xsl:variable name="rows" as="element()*">
      <xsl:sequence select="f:fact('From', $facts/c:from), f:fact('To', $facts/c:to), f:fact('Date', $facts/c:date),
          f:fact('Place', $facts/c:place)"/>
      <xsl:variable name="class" as="xs:string*" select="$facts/(@classification, @handling)[. ne '']"/>
      <xsl:if test="exists($class)">
        <fact name="{f:label('Classification')}"><xsl:value-of select="string-join($class, '; ')"/></fact>
      </xsl:if>
    </xsl:variable>
    <xsl:if test="$rows">
      <facts>
        <xsl:sequence select="$rows"/>
        <xsl:for-each select="distinct-values($facts/*[@by = 'edition']/@says[. ne ''])">
          <remark><xsl:value-of select="."/></remark>
        </xsl:for-each>
      </facts>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:fact" as="element()?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="values" as="element()*"/>
    <xsl:if test="exists($values[normalize-space()])">
      <fact name="{f:label($name)}">
        <xsl:for-each select="$values[normalize-space()]">
          <xsl:if test="position() gt 1">; </xsl:if>
          <xsl:variable name="words" as="xs:string" select="string-join((., @bounds)[. ne ''], ', ')"/>
          <xsl:variable name="linked" as="node()">
            <xsl:choose>
              <xsl:when test="@person ne ''"><link to="person#{@person}"><xsl:value-of select="$words"/></link></xsl:when>
              <xsl:otherwise><xsl:value-of select="$words"/></xsl:otherwise>
            </xsl:choose>
          </xsl:variable>
          <xsl:choose>
            <xsl:when test="@by = 'edition'"><supplied><xsl:sequence select="$linked"/></supplied></xsl:when>
            <xsl:otherwise><xsl:sequence select="$linked"/></xsl:otherwise>
          </xsl:choose>
        </xsl:for-each>
      </fact>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
