<?xml version="1.0" encoding="UTF-8"?>
<!-- Blocks: headings, paragraphs, quotations, page breaks, and what is none of ours. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:i="urn:chancery:import"
                xmlns="http://www.tei-c.org/ns/1.0"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:variable name="blocks" as="xs:string*"
                select="'p', 'list', 'table', 'quote', 'figure', 'div', 'dateline', 'closer', 'opener', 'postscript', 'attachment', 'lg', 'sp'"/>

  <xsl:function name="i:is-block" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node/self::*) and local-name($node) = $blocks"/>
  </xsl:function>

  <xsl:template match="text()" mode="block" as="element(p)?">
    <xsl:if test="normalize-space()"><p><xsl:value-of select="."/></p></xsl:if>
  </xsl:template>

  <xsl:template match="head" mode="block" as="element(head)">
    <head>
      <xsl:apply-templates select="@*" mode="attributes"/>
      <xsl:apply-templates mode="inline"/>
    </head>
  </xsl:template>

  <!-- a second heading of a division is a heading inside its text -->
  <xsl:template match="head[preceding-sibling::head]" mode="block" as="element(label)">
    <label><xsl:apply-templates select="@*" mode="attributes"/><xsl:apply-templates mode="inline"/></label>
  </xsl:template>

  <xsl:template match="div[ancestor::div[@type = 'document']]" mode="block" as="element()*">
    <xsl:apply-templates select="@* except (@xml:id, @n)" mode="attributes"/>
    <xsl:choose>
      <xsl:when test="head[1]/preceding-sibling::* or not(head)">
        <xsl:apply-templates select="." mode="lost"/>
        <xsl:apply-templates mode="block"/>
      </xsl:when>
      <xsl:otherwise>
        <div>
          <xsl:sequence select="@xml:id, @n"/>
          <xsl:apply-templates select="head[1]" mode="block"/>
          <xsl:variable name="content" as="document-node()">
            <xsl:document><xsl:apply-templates select="node() except head[1]" mode="block"/></xsl:document>
          </xsl:variable>
          <xsl:sequence select="i:content($content/*)"/>
        </div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- lists and tables stand between paragraphs -->
  <xsl:template match="p | item/p | cell/p" mode="block" as="element()*">
    <xsl:variable name="p" as="element(p)" select="."/>
    <xsl:apply-templates select="@* except @rend[. = ('center', 'right', 'flushleft', 'sectiontitleital')]" mode="attributes"/>
    <xsl:for-each-group select="node()" group-adjacent="i:is-block(.)">
      <xsl:choose>
        <xsl:when test="current-grouping-key()"><xsl:apply-templates select="current-group()" mode="block"/></xsl:when>
        <xsl:when test="every $node in current-group() satisfies $node[self::text()][not(normalize-space())] | $node/self::comment() | $node/self::processing-instruction()"/>
        <xsl:when test="$p/@rend = 'sectiontitleital'"><label><xsl:apply-templates select="current-group()" mode="inline"/></label></xsl:when>
        <xsl:otherwise>
          <p>
            <xsl:sequence select="$p/@rend[. = ('center', 'right', 'flushleft')]"/>
            <xsl:apply-templates select="current-group()" mode="inline"/>
          </p>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:template match="label" mode="block" as="element(label)">
    <label><xsl:apply-templates select="@*" mode="attributes"/><xsl:apply-templates mode="inline"/></label>
  </xsl:template>

  <xsl:template match="quote" mode="block" as="element(quote)">
    <quote>
      <xsl:apply-templates select="@*" mode="attributes"/>
      <xsl:for-each-group select="node()" group-adjacent="i:is-block(.) or exists(self::pb)">
        <xsl:choose>
          <xsl:when test="current-grouping-key()"><xsl:apply-templates select="current-group()" mode="block"/></xsl:when>
          <xsl:when test="normalize-space(string-join(current-group()))"><p><xsl:apply-templates select="current-group()" mode="inline"/></p></xsl:when>
        </xsl:choose>
      </xsl:for-each-group>
    </quote>
  </xsl:template>

  <xsl:template match="lg" mode="block" as="element(p)">
    <p>
      <xsl:for-each select="*">
        <xsl:if test="position() gt 1"><lb/></xsl:if>
        <xsl:apply-templates mode="inline"/>
      </xsl:for-each>
    </p>
  </xsl:template>

  <xsl:template match="dateline" mode="block" as="element(dateline)">
    <dateline><xsl:apply-templates select="@*" mode="attributes"/><xsl:apply-templates mode="inline"/></dateline>
  </xsl:template>

  <xsl:template match="pb" mode="block inline volume" as="element(pb)">
    <pb>
      <xsl:attribute name="n" select="(@n, replace(@xml:id, '^.*pg_?', ''))[1]"/>
      <xsl:sequence select="@xml:id, @facs"/>
      <xsl:apply-templates select="@* except (@n, @xml:id, @facs)" mode="attributes"/>
    </pb>
  </xsl:template>

  <!-- what was left out between paragraphs -->
  <xsl:template match="gap" mode="block" as="element(p)">
    <p><xsl:apply-templates select="." mode="inline"/></p>
  </xsl:template>

  <!-- what has no place here: its blocks, or its text as a paragraph -->
  <xsl:template match="*" mode="block" as="element()*" priority="-1">
    <xsl:apply-templates select="." mode="lost"/>
    <xsl:choose>
      <xsl:when test="*[i:is-block(.)]"><xsl:apply-templates mode="block"/></xsl:when>
      <xsl:when test="normalize-space()"><p><xsl:apply-templates mode="inline"/></p></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="*" mode="block"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="block inline volume" as="empty-sequence()"/>
</xsl:stylesheet>
