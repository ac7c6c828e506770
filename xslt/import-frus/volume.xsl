<?xml version="1.0" encoding="UTF-8"?>
<!-- The volume: front, body and back as they are, but each run of documents is a list of references to their files. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:i="urn:chancery:import"
                xmlns="http://www.tei-c.org/ns/1.0"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:variable name="divisions" as="xs:string*" select="'compilation', 'chapter', 'subchapter', 'section'"/>

  <xsl:function name="i:is-document" as="xs:boolean">
    <xsl:param name="div" as="element()"/>
    <xsl:sequence select="$div/@type = 'document' and empty($div/ancestor::div[@type = 'document'])"/>
  </xsl:function>

  <xsl:template match="text | front | back | titlePage | docTitle" mode="volume" as="element()?">
    <xsl:where-populated>
      <xsl:element name="{local-name()}">
        <xsl:apply-templates select="@*" mode="attributes"/>
        <xsl:apply-templates select="*" mode="volume"/>
      </xsl:element>
    </xsl:where-populated>
  </xsl:template>

  <xsl:template match="titlePage/@type" mode="attributes" as="attribute()">
    <xsl:sequence select="."/>
  </xsl:template>


  <xsl:template match="figure" mode="volume" as="element()*">
    <xsl:apply-templates select="." mode="block"/>
  </xsl:template>

  <xsl:template match="titlePart | byline | docImprint | docDate | docAuthor | publisher | pubPlace" mode="volume inline" as="element()">
    <xsl:element name="{local-name()}">
      <xsl:sequence select="self::titlePart/@type"/>
      <xsl:apply-templates select="@* except self::titlePart/@type" mode="attributes"/>
      <xsl:apply-templates mode="inline"/>
    </xsl:element>
  </xsl:template>

  <!-- a part of front or back matter -->
  <xsl:template match="front//div | back//div" mode="volume block" as="element(div)">
    <div>
      <xsl:sequence select="@type, @xml:id"/>
      <xsl:apply-templates select="@* except (@type, @xml:id)" mode="attributes"/>
      <xsl:apply-templates mode="block"/>
    </div>
  </xsl:template>

  <!-- a division of the body; documents side by side become one list, with the page breaks that no document takes -->
  <xsl:template match="body//div[not(i:is-document(.))]" mode="volume" as="element(div)">
    <div type="{(@type[. = $divisions], 'section')[1]}">
      <xsl:sequence select="@xml:id, @n"/>
      <xsl:apply-templates select="@* except (@type[. = $divisions], @xml:id, @n)" mode="attributes"/>
      <xsl:call-template name="division"/>
    </div>
  </xsl:template>

  <xsl:template match="body" mode="volume" as="element(body)">
    <body><xsl:call-template name="division"/></body>
  </xsl:template>

  <xsl:template name="division" as="element()*">
    <xsl:for-each-group select="* except pb[i:is-opening(.)]"
                        group-adjacent="if (self::div) then if (i:is-document(.)) then 'documents' else 'divisions' else 'blocks'">
      <xsl:choose>
        <xsl:when test="current-grouping-key() = 'documents'">
          <list type="documents">
            <xsl:for-each select="current-group()">
              <item><ref target="{$volume}_{i:document-id(.)}.xml"><xsl:value-of select="i:title(.)"/></ref></item>
            </xsl:for-each>
          </list>
        </xsl:when>
        <xsl:when test="current-grouping-key() = 'divisions'"><xsl:apply-templates select="current-group()" mode="volume"/></xsl:when>
        <xsl:otherwise><xsl:apply-templates select="current-group()" mode="block"/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <!-- a page break right before a document is the page that it begins on -->
  <xsl:function name="i:is-opening" as="xs:boolean">
    <xsl:param name="pb" as="element(pb)"/>
    <xsl:sequence select="exists($pb/following-sibling::*[not(self::pb)][1]/self::div[i:is-document(.)])"/>
  </xsl:function>

  <xsl:function name="i:document-id" as="xs:string">
    <xsl:param name="div" as="element(div)"/>
    <xsl:sequence select="string(($div/@xml:id, 'd' || $div/@n)[1])"/>
  </xsl:function>

  <!-- the words of a document's heading, without its notes -->
  <xsl:function name="i:title" as="xs:string">
    <xsl:param name="div" as="element(div)"/>
    <xsl:sequence select="normalize-space(string-join($div/head[1]//text()[empty(ancestor::note)]))"/>
  </xsl:function>

  <xsl:template match="text()" mode="volume" as="empty-sequence()"/>
</xsl:stylesheet>
