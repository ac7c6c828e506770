<?xml version="1.0" encoding="UTF-8"?>
<!-- What opens and closes a paper: openers, closers, postscripts. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:i="urn:chancery:import"
                xmlns="http://www.tei-c.org/ns/1.0"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <!-- an opener keeps its datelines and salutations; anything else in it is a block of its own -->
  <xsl:template match="opener" mode="block" as="element()*">
    <xsl:apply-templates select="@*" mode="attributes"/>
    <xsl:apply-templates select="lb" mode="lost"/>
    <xsl:for-each-group select="* except (lb, seg[matches(normalize-space(), $attachment-heading)][ancestor::*:attachment])"
                        group-adjacent="local-name() = ('dateline', 'salute', 'seg', 'pb')">
      <xsl:choose>
        <xsl:when test="current-grouping-key() and current-group()[self::salute or self::seg]"><opener><xsl:apply-templates select="current-group()" mode="block"/></opener></xsl:when>
        <xsl:otherwise><xsl:apply-templates select="current-group()" mode="block"/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
    <xsl:if test="text()[normalize-space()]"><p><xsl:value-of select="text()[normalize-space()]"/></p></xsl:if>
  </xsl:template>

  <xsl:template match="salute" mode="block" as="element(salute)">
    <salute><xsl:apply-templates select="@*" mode="attributes"/><xsl:apply-templates mode="inline"/></salute>
  </xsl:template>

  <xsl:template match="opener/seg" mode="block" as="element(seg)">
    <seg><xsl:apply-templates select="@*" mode="attributes"/><xsl:apply-templates mode="inline"/></seg>
  </xsl:template>

  <xsl:template match="closer" mode="block" as="element(closer)">
    <closer>
      <xsl:apply-templates select="@*" mode="attributes"/>
      <xsl:for-each-group select="node()" group-starting-with="signed | salute | dateline | pb[../signed]">
        <xsl:variable name="first" as="node()" select="."/>
        <xsl:choose>
          <xsl:when test="$first[self::signed | self::salute | self::dateline]">
            <xsl:element name="{local-name()}">
              <xsl:apply-templates select="@*" mode="attributes"/>
              <xsl:apply-templates select="$first/node(), tail(current-group())" mode="inline"/>
            </xsl:element>
          </xsl:when>
          <xsl:when test="$first/self::pb"><xsl:apply-templates select="current-group()[self::*]" mode="block"/></xsl:when>
          <xsl:when test="normalize-space(string-join(current-group()))">
            <xsl:element name="{if (../signed) then 'salute' else 'signed'}"><xsl:apply-templates select="current-group()" mode="inline"/></xsl:element>
          </xsl:when>
        </xsl:choose>
      </xsl:for-each-group>
    </closer>
  </xsl:template>

  <xsl:template match="signed" mode="block" as="element(closer)">
    <closer><signed><xsl:apply-templates select="@*" mode="attributes"/><xsl:apply-templates mode="inline"/></signed></closer>
  </xsl:template>

  <xsl:template match="postscript" mode="block" as="element(postscript)">
    <postscript><xsl:apply-templates select="@*" mode="attributes"/><xsl:apply-templates select="*" mode="block"/></postscript>
  </xsl:template>
</xsl:stylesheet>
