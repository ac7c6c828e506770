<?xml version="1.0" encoding="UTF-8"?>
<!-- What stands in a line. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xmlns:c="urn:chancery:prepared" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:template match="text()" mode="text title" as="text()">
    <xsl:value-of select="replace(., '\s+', ' ')"/>
  </xsl:template>

  <!-- What only says what its text is. -->
  <xsl:template match="date | time | placeName | orgName | persName | rs | name | term | gloss | seg | foreign | num | measure
                       | title | bibl | abbr | expan | ab | add | unclear | w | s | idno | geogName | affiliation | roleName | q"
                mode="text" as="node()*">
    <xsl:sequence select="f:mention(.)"/>
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <!-- The place where a person of the register is named; the name follows it. -->
  <xsl:function name="f:mention" as="element()?">
    <xsl:param name="name" as="element()"/>
    <xsl:if test="$name/@c:person"><mention who="{$name/@c:person}"/></xsl:if>
  </xsl:function>

  <xsl:template match="hi | emph" mode="text title" as="node()*">
    <xsl:variable name="content" as="node()*"><xsl:apply-templates mode="#current"/></xsl:variable>
    <xsl:sequence select="f:styled($content, (tokenize(@rend), self::emph[not(@rend)] ! 'italic'))"/>
  </xsl:template>

  <!-- The content in one element for each rendition that print knows. -->
  <xsl:function name="f:styled" as="node()*">
    <xsl:param name="content" as="node()*"/>
    <xsl:param name="renditions" as="xs:string*"/>
    <xsl:variable name="name" as="xs:string?" select="$print-renditions($renditions[1])"/>
    <xsl:choose>
      <xsl:when test="empty($renditions)"><xsl:sequence select="$content"/></xsl:when>
      <xsl:when test="empty($name)"><xsl:sequence select="f:styled($content, tail($renditions))"/></xsl:when>
      <xsl:otherwise>
        <xsl:element name="{$name}"><xsl:sequence select="f:styled($content, tail($renditions))"/></xsl:element>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:variable name="print-renditions" as="map(xs:string, xs:string)" select="map {
      'italic': 'i', 'italics': 'i', 'strong': 'b', 'bold': 'b', 'smallcaps': 'sc', 'superscript': 'sup',
      'subscript': 'sub', 'underline': 'u' }"/>

  <xsl:template match="lb" mode="text" as="element()"><br/></xsl:template>
  <xsl:template match="closer/lb[following-sibling::*[1][self::seg]]" mode="text" as="empty-sequence()"/>
  <xsl:template match="lb" mode="title" as="text()"><xsl:text> </xsl:text></xsl:template>
  <xsl:template match="note | pb" mode="title" as="empty-sequence()"/>

  <!-- Where a page of the source begins. Of spaces on both its sides one is left. -->
  <xsl:template match="pb" mode="text" as="element()?">
    <xsl:if test="@c:label ne ''"><pb n="{@c:label}" id="{f:address(.)}"/></xsl:if>
  </xsl:template>

  <xsl:template match="ref | ptr" mode="text" as="node()*">
    <xsl:variable name="content" as="node()*">
      <xsl:apply-templates mode="#current"/>
      <xsl:if test="self::ptr"><xsl:value-of select="@target"/></xsl:if>
    </xsl:variable>
    <xsl:choose>
      <!-- a link in a link is an error in PDF -->
      <xsl:when test="ancestor::ref"><xsl:sequence select="$content"/></xsl:when>
      <xsl:when test="@c:link = ('official', 'web')"><link href="{@c:href}"><xsl:sequence select="$content"/></link></xsl:when>
      <xsl:when test="@c:link = ('here', 'edition')">
        <link to="{@c:stem}#{@c:target}"><xsl:sequence select="$content"/></link>
      </xsl:when>
      <xsl:when test="@c:link = 'person'"><link to="person#{@c:target}"><xsl:sequence select="$content"/></link></xsl:when>
      <xsl:otherwise><xsl:sequence select="$content"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What an editor supplied stands in brackets, what is missing is named in them. -->
  <xsl:template match="supplied" mode="text" as="element()">
    <supplied><xsl:apply-templates mode="#current"/></supplied>
  </xsl:template>

  <xsl:template match="gap" mode="text" as="element()">
    <supplied><xsl:value-of select="(desc ! f:plain(.), @reason, '…')[normalize-space()][1]"/></supplied>
  </xsl:template>
  <xsl:template match="supplied/gap" mode="text" as="empty-sequence()" priority="1"/>

  <!-- The source's reading stays; the editor's correction follows it in brackets. -->
  <xsl:template match="choice" mode="text" as="node()*">
    <xsl:apply-templates select="(sic, orig, abbr, *)[1]" mode="#current"/>
    <xsl:for-each select="(corr, reg, expan)[1]">
      <xsl:text> </xsl:text>
      <supplied><xsl:apply-templates mode="#current"/></supplied>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="sic | orig | corr | reg" mode="text" as="node()*"><xsl:apply-templates mode="#current"/></xsl:template>
  <xsl:template match="del" mode="text" as="empty-sequence()"/>

  <xsl:template match="figure | graphic" mode="text" as="element()?">
    <xsl:variable name="words" as="xs:string" select="f:plain((figDesc, head, desc)[1])"/>
    <supplied><xsl:value-of select="string-join((f:label('Figure'), $words[. ne '']), ': ')"/></supplied>
  </xsl:template>

</xsl:stylesheet>
