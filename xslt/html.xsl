<?xml version="1.0" encoding="UTF-8"?>
<!--
  The HTML edition. A TEI document gives its page, the page of its encoding, and its mentions of persons (mentions.xml, for
  the second pass); the catalogue itself, with all mentions as a parameter, gives the pages that lead to the documents.
-->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xmlns:c="urn:chancery:prepared" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:include href="prepare.xsl"/>
  <xsl:include href="html/frame.xsl"/>
  <xsl:include href="html/document.xsl"/>
  <xsl:include href="html/facts.xsl"/>
  <xsl:include href="html/blocks.xsl"/>
  <xsl:include href="html/lists.xsl"/>
  <xsl:include href="html/inlines.xsl"/>
  <xsl:include href="html/notes.xsl"/>
  <xsl:include href="html/cite.xsl"/>
  <xsl:include href="html/source.xsl"/>
  <xsl:include href="html/index.xsl"/>
  <xsl:include href="html/mentions.xsl"/>
  <xsl:include href="html/persons.xsl"/>

  <xsl:param name="mentions" as="document-node()?" select="()"/>

  <xsl:output method="xml" omit-xml-declaration="yes"/>
  <xsl:output name="page" method="html" html-version="5" encoding="utf-8" indent="no" include-content-type="no"/>
  <xsl:output name="data" method="xml" omit-xml-declaration="yes" indent="no"/>

  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="text" on-no-match="text-only-copy" on-multiple-match="fail"/>
  <xsl:mode name="notes" on-no-match="deep-skip" on-multiple-match="fail"/>
  <xsl:mode name="source" on-no-match="deep-skip" on-multiple-match="fail"/>

  <!-- How the edition's documents, for the pages between which one turns, follow each other. -->
  <xsl:variable name="edition" as="element(c:edition)" select="$catalogue/c:edition"/>

  <xsl:template match="document-node()[TEI]" as="item()*">
    <xsl:variable name="prepared" as="document-node()">
      <xsl:document><xsl:apply-templates select="TEI" mode="prepare"/></xsl:document>
    </xsl:variable>
    <xsl:variable name="document" as="element(c:document)" select="$prepared/TEI/c:document"/>
    <xsl:result-document href="{$document/@stem}.html" format="page">
      <xsl:sequence select="f:document-page($prepared/TEI)"/>
    </xsl:result-document>
    <xsl:result-document href="{$document/@stem}.tei.html" format="page">
      <xsl:sequence select="f:source-page(TEI, $document)"/>
    </xsl:result-document>
    <xsl:result-document href="mentions.xml" format="data">
      <xsl:sequence select="f:mentions($prepared/TEI)"/>
    </xsl:result-document>
  </xsl:template>

  <xsl:template match="document-node()[c:edition]" as="item()*">
    <xsl:result-document href="index.html" format="page">
      <xsl:sequence select="f:index-page()"/>
    </xsl:result-document>
    <xsl:if test="$register">
      <xsl:result-document href="persons.html" format="page">
        <xsl:sequence select="f:persons-page()"/>
      </xsl:result-document>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
