<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists, their entries, and the registers' own lists in the front matter. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:i="urn:chancery:import"
                xmlns="http://www.tei-c.org/ns/1.0"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:variable name="list-types" as="xs:string*"
                select="'subject', 'participants', 'to', 'from', 'references', 'simple', 'toc', 'index', 'names', 'terms'"/>

  <xsl:template match="list" mode="block" as="element(list)">
    <list type="{(@type[. = $list-types], 'simple')[1]}">
      <xsl:apply-templates select="@* except @type[. = $list-types]" mode="attributes"/>
      <xsl:apply-templates mode="entry"/>
    </list>
  </xsl:template>

  <!-- a list without an entry that says anything is its heading -->
  <xsl:template match="list[not((item | label | list | p)[* or normalize-space()])]" mode="block" as="element()*" priority="1">
    <xsl:apply-templates select="." mode="lost"/>
    <xsl:for-each select="head"><label><xsl:apply-templates mode="inline"/></label></xsl:for-each>
    <xsl:apply-templates select="pb" mode="block"/>
  </xsl:template>

  <xsl:mode name="entry" on-no-match="fail"/>

  <xsl:template match="head" mode="entry" as="element()">
    <xsl:element name="{if (preceding-sibling::item) then 'item' else 'head'}">
      <xsl:apply-templates select="@*" mode="attributes"/>
      <xsl:apply-templates mode="inline"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="label" mode="entry" as="element(label)">
    <label><xsl:apply-templates select="@*" mode="attributes"/><xsl:apply-templates mode="inline"/></label>
  </xsl:template>

  <xsl:template match="label[not(following-sibling::*[1][self::item])]" mode="entry" as="element(item)">
    <item><xsl:apply-templates select="@*" mode="attributes"/><xsl:apply-templates mode="inline"/></item>
  </xsl:template>

  <!-- an entry that says nothing is none -->
  <xsl:template match="item[not(* or normalize-space())]" mode="entry" as="empty-sequence()" priority="2">
    <xsl:apply-templates select="." mode="lost"/>
  </xsl:template>

  <xsl:template match="item" mode="entry" as="element(item)">
    <item>
      <xsl:sequence select="@xml:id[empty(ancestor::div[@type = 'document'])]"/>
      <xsl:apply-templates select="@* except @xml:id[empty(ancestor::div[@type = 'document'])]" mode="attributes"/>
      <xsl:apply-templates mode="inline"/>
    </item>
  </xsl:template>

  <xsl:template match="pb" mode="entry" as="element(pb)">
    <xsl:apply-templates select="." mode="block"/>
  </xsl:template>

  <xsl:template match="*" mode="entry" as="element(item)" priority="-1">
    <item><xsl:apply-templates select="." mode="inline"/></item>
  </xsl:template>

  <xsl:template match="text()" mode="entry" as="element(item)?">
    <xsl:if test="normalize-space()"><item><xsl:value-of select="."/></item></xsl:if>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="entry" as="empty-sequence()"/>

  <!-- a list in an entry stays there; paragraphs of an entry or a cell are lines -->
  <xsl:template match="list" mode="inline" as="element(list)">
    <xsl:apply-templates select="." mode="block"/>
  </xsl:template>

  <xsl:template match="p" mode="inline" as="node()*">
    <xsl:if test="preceding-sibling::node()[self::* or normalize-space()]"><lb/></xsl:if>
    <xsl:apply-templates select="@*" mode="attributes"/>
    <xsl:apply-templates mode="inline"/>
  </xsl:template>
</xsl:stylesheet>
