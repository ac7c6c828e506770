<?xml version="1.0" encoding="UTF-8"?>
<!-- Tables and figures. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:i="urn:chancery:import"
                xmlns="http://www.tei-c.org/ns/1.0"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:template match="table" mode="block" as="element(table)">
    <table>
      <xsl:sequence select="@rows[. castable as xs:positiveInteger], @cols[. castable as xs:positiveInteger]"/>
      <xsl:apply-templates select="@* except (@rows, @cols)" mode="attributes"/>
      <xsl:apply-templates select="*" mode="block"/>
    </table>
  </xsl:template>

  <xsl:template match="row" mode="block" as="element()*">
    <row>
      <xsl:sequence select="@role[. = ('label', 'data')]"/>
      <xsl:apply-templates select="@* except @role[. = ('label', 'data')]" mode="attributes"/>
      <xsl:apply-templates select="cell" mode="block"/>
    </row>
    <xsl:apply-templates select="* except cell" mode="block"/>
  </xsl:template>

  <xsl:template match="cell" mode="block" as="element(cell)">
    <cell>
      <xsl:sequence select="@role[. = ('label', 'data')], @rows[. castable as xs:positiveInteger], @cols[. castable as xs:positiveInteger]"/>
      <xsl:apply-templates select="@* except (@role[. = ('label', 'data')], @rows, @cols)" mode="attributes"/>
      <xsl:apply-templates mode="inline"/>
    </cell>
  </xsl:template>

  <xsl:template match="figure" mode="block" as="element()*">
    <xsl:choose>
      <xsl:when test="graphic">
        <figure>
          <xsl:apply-templates select="@*" mode="attributes"/>
          <xsl:apply-templates select="head" mode="block"/>
          <xsl:for-each select="graphic"><graphic><xsl:sequence select="@url"/><xsl:apply-templates select="@* except @url" mode="attributes"/></graphic></xsl:for-each>
          <xsl:for-each select="figDesc"><figDesc><xsl:value-of select="."/></figDesc></xsl:for-each>
        </figure>
        <xsl:apply-templates select="* except (head, graphic, figDesc)" mode="block"/>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="." mode="lost"/><xsl:apply-templates select="*" mode="block"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
