<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: where their marker stands; between blocks one has none. Numbers and ids are put in order afterwards. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:i="urn:chancery:import"
                xmlns="http://www.tei-c.org/ns/1.0"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:template match="note" mode="inline" as="element(note)">
    <note place="foot">
      <xsl:sequence select="@n, @xml:id, @type[. = ('source', 'summary')]"/>
      <xsl:apply-templates select="@* except (@n, @xml:id, @type[. = ('source', 'summary')], @place)" mode="attributes"/>
      <xsl:call-template name="note"/>
    </note>
  </xsl:template>

  <xsl:template match="note" mode="block" as="element(note)">
    <note place="foot" subtype="unanchored">
      <xsl:sequence select="@n, @xml:id, @type[. = ('source', 'summary')]"/>
      <xsl:apply-templates select="@* except (@n, @xml:id, @type[. = ('source', 'summary')], @place)" mode="attributes"/>
      <xsl:call-template name="note"/>
    </note>
  </xsl:template>

  <!-- a source note that stands as a line of its own -->
  <xsl:template match="note[@rend = 'inline' or @place = 'inline']" mode="block inline" as="element()">
    <xsl:variable name="opens" as="xs:boolean" select="exists(following-sibling::head) and parent::div"/>
    <xsl:element name="{if ($opens) then 'note' else 'p'}">
      <xsl:if test="$opens"><xsl:attribute name="type" select="'source'"/><xsl:attribute name="rend" select="'inline'"/></xsl:if>
      <xsl:apply-templates select="@* except (@type[. = 'source'], @rend[. = 'inline'], @place)" mode="attributes"/>
      <xsl:apply-templates mode="inline"/>
    </xsl:element>
  </xsl:template>

  <!-- text, or blocks; text beside blocks is a paragraph -->
  <xsl:template name="note" as="node()*">
    <xsl:choose>
      <xsl:when test="count(p) = 1 and empty((* except p) | text()[normalize-space()]) and empty(p/*[i:is-block(.)])">
        <xsl:apply-templates select="p/node()" mode="inline"/>
      </xsl:when>
      <xsl:when test="*[i:is-block(.)]">
        <xsl:for-each-group select="node()" group-adjacent="i:is-block(.)">
          <xsl:choose>
            <xsl:when test="current-grouping-key()"><xsl:apply-templates select="current-group()" mode="block"/></xsl:when>
            <xsl:when test="exists(current-group()[self::* or normalize-space()])"><p><xsl:apply-templates select="current-group()" mode="inline"/></p></xsl:when>
          </xsl:choose>
        </xsl:for-each-group>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates mode="inline"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
