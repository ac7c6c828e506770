<?xml version="1.0" encoding="UTF-8"?>
<!-- From an official volume of the series the parts of an edition, in this project's encoding: the volume with lists in
     place of its documents, and every document's div. White space is put in order afterwards, headers are added then too.
     The input's elements carry their line (i:line). What has no place here keeps its text, and a message says what it was:
     i:lost with line and what. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:i="urn:chancery:import"
                xmlns="http://www.tei-c.org/ns/1.0"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:include href="import-frus/volume.xsl"/>
  <xsl:include href="import-frus/parts.xsl"/>
  <xsl:include href="import-frus/blocks.xsl"/>
  <xsl:include href="import-frus/letters.xsl"/>
  <xsl:include href="import-frus/tables.xsl"/>
  <xsl:include href="import-frus/lists.xsl"/>
  <xsl:include href="import-frus/notes.xsl"/>
  <xsl:include href="import-frus/inlines.xsl"/>
  <xsl:include href="import-frus/values.xsl"/>
  <xsl:include href="import-frus/lost.xsl"/>

  <xsl:param name="volume" as="xs:string"/> <!-- frus1964-68v14 -->
  <xsl:param name="ids" as="document-node()"/> <!-- i:ids/i:id[@old][@new]: what persons and terms are called in the registers -->

  <xsl:output method="xml" indent="no"/>
  <xsl:mode name="block" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="inline" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="volume" on-no-match="fail"/>
  <xsl:mode name="attributes" on-no-match="fail"/>

  <xsl:key name="new" match="i:id" use="@old"/>

  <xsl:template match="/" as="element(i:import)">
    <i:import>
      <i:volume><xsl:apply-templates select="TEI/text" mode="volume"/></i:volume>
      <xsl:for-each select="TEI/text//div[i:is-document(.)]">
        <i:document><xsl:call-template name="document"/></i:document>
      </xsl:for-each>
    </i:import>
  </xsl:template>
</xsl:stylesheet>
