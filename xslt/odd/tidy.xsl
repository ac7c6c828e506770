<?xml version="1.0" encoding="UTF-8"?>
<!-- A grammar without what says nothing: groups of one, choices of one, and what can never come. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:odd="urn:chancery:odd"
                xmlns:rng="http://relaxng.org/ns/structure/1.0"
                xmlns="http://relaxng.org/ns/structure/1.0"
                exclude-result-prefixes="#all">

  <xsl:template match="rng:*" mode="odd:tidy" as="element()*">
    <xsl:copy copy-namespaces="no">
      <xsl:sequence select="@*"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="rng:grammar" mode="odd:tidy" as="element()">
    <xsl:copy>
      <xsl:sequence select="@*"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <!-- what follows one another does so without a group, but in a choice or an interleave -->
  <xsl:template match="rng:group[not(parent::rng:choice | parent::rng:interleave)]" mode="odd:tidy" as="element()*">
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>

  <xsl:template match="rng:group | rng:interleave" mode="odd:tidy" as="element()*">
    <xsl:variable name="parts" as="element()*"><xsl:apply-templates select="*" mode="#current"/></xsl:variable>
    <xsl:variable name="said" as="element()*" select="$parts[not(self::rng:empty)]"/>
    <xsl:choose>
      <xsl:when test="$parts/self::rng:notAllowed"><notAllowed/></xsl:when>
      <xsl:when test="empty($said)"><empty/></xsl:when>
      <xsl:when test="count($said) eq 1"><xsl:sequence select="$said"/></xsl:when>
      <xsl:otherwise><xsl:copy copy-namespaces="no"><xsl:sequence select="$said"/></xsl:copy></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="rng:choice[not(ancestor::rng:anyName | ancestor::rng:except | parent::rng:element[not(@name)])]" mode="odd:tidy" as="element()*">
    <xsl:variable name="parts" as="element()*"><xsl:apply-templates select="*" mode="#current"/></xsl:variable>
    <xsl:variable name="said" as="element()*" select="$parts[not(self::rng:notAllowed)]"/>
    <xsl:choose>
      <xsl:when test="empty($said)"><notAllowed/></xsl:when>
      <xsl:when test="count($said) eq 1"><xsl:sequence select="$said"/></xsl:when>
      <xsl:otherwise><choice><xsl:sequence select="$said"/></choice></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="rng:optional | rng:zeroOrMore | rng:oneOrMore" mode="odd:tidy" as="element()*">
    <xsl:variable name="parts" as="element()*"><xsl:apply-templates select="*" mode="#current"/></xsl:variable>
    <xsl:variable name="said" as="element()*" select="$parts[not(self::rng:empty)]"/>
    <xsl:choose>
      <xsl:when test="$parts/self::rng:notAllowed"><xsl:sequence select="if (self::rng:oneOrMore) then $parts/self::rng:notAllowed else ()"/></xsl:when>
      <xsl:when test="empty($said)"><empty/></xsl:when>
      <!-- text may be none, and any number of it is one -->
      <xsl:when test="count($said) eq 1 and $said/self::rng:text"><xsl:sequence select="$said"/></xsl:when>
      <xsl:otherwise><xsl:copy copy-namespaces="no"><xsl:sequence select="$said"/></xsl:copy></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- an element, attribute or definition holds a pattern at least, and only one of what can never come -->
  <xsl:template match="rng:element | rng:define | rng:start" mode="odd:tidy" as="element()">
    <xsl:copy copy-namespaces="no">
      <xsl:sequence select="@*"/>
      <xsl:variable name="parts" as="element()*"><xsl:apply-templates select="*" mode="#current"/></xsl:variable>
      <xsl:variable name="said" as="element()*" select="$parts[not(self::rng:empty)]"/>
      <xsl:choose>
        <xsl:when test="$parts/self::rng:notAllowed"><xsl:sequence select="$parts[not(self::rng:*)]"/><notAllowed/></xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="$said"/>
          <xsl:if test="empty($said[self::rng:*[not(self::rng:name | self::rng:anyName | self::rng:nsName)]])"><empty/></xsl:if>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="node()" mode="odd:tidy" priority="-1" as="node()"><xsl:sequence select="."/></xsl:template>
</xsl:stylesheet>
