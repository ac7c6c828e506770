<?xml version="1.0" encoding="UTF-8"?>
<!--
  The HTML edition. A TEI document gives its page, the page of its encoding, and its mentions of persons (for the
  second pass); the catalogue itself, with all mentions as a parameter, gives the pages that lead to the documents.
-->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xmlns:c="urn:chancery:prepared" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:include href="prepare.xsl"/>
  <xsl:include href="html/frame.xsl"/>
  <xsl:include href="html/way.xsl"/>
  <xsl:include href="html/document.xsl"/>
  <xsl:include href="html/facts.xsl"/>
  <xsl:include href="html/panel.xsl"/>
  <xsl:include href="html/blocks.xsl"/>
  <xsl:include href="html/lists.xsl"/>
  <xsl:include href="html/inlines.xsl"/>
  <xsl:include href="html/notes.xsl"/>
  <xsl:include href="html/cite.xsl"/>
  <xsl:include href="html/exports.xsl"/>
  <xsl:include href="text.xsl"/>
  <xsl:include href="html/source.xsl"/>
  <xsl:include href="html/index.xsl"/>
  <xsl:include href="html/volume.xsl"/>
  <xsl:include href="html/chronology.xsl"/>
  <xsl:include href="html/correspondence.xsl"/>
  <xsl:include href="html/archives.xsl"/>
  <xsl:include href="html/network.xsl"/>
  <xsl:include href="html/timeline.xsl"/>
  <xsl:include href="html/mentions.xsl"/>
  <xsl:include href="html/metadata.xsl"/>
  <xsl:include href="html/linked.xsl"/>
  <xsl:include href="html/extra.xsl"/>
  <xsl:include href="html/persons.xsl"/>
  <xsl:include href="html/person.xsl"/>
  <xsl:include href="html/terms.xsl"/>

  <xsl:param name="mentions" as="document-node()?" select="()"/>

  <xsl:output method="xml" omit-xml-declaration="yes" indent="no"/>

  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="text" on-no-match="text-only-copy" on-multiple-match="fail"/>
  <xsl:mode name="notes" on-no-match="deep-skip" on-multiple-match="fail"/>

  <xsl:variable name="edition" as="element(c:edition)" select="$catalogue/c:edition"/>

  <xsl:template match="document-node()[f:is-volume(TEI)]" as="element(c:pages)" priority="1">
    <xsl:variable name="prepared" as="document-node()">
      <xsl:document><xsl:apply-templates select="TEI" mode="prepare"/></xsl:document>
    </xsl:variable>
    <c:pages>
      <xsl:sequence select="f:page($prepared/TEI/c:volume/@stem || '.html', f:volume-page($prepared/TEI))"/>
      <xsl:for-each select="$prepared/TEI/text/(front | back)/(child::div | titlePage)">
        <xsl:sequence select="f:page(f:part-stem(.) || '.html', f:part-page(., $prepared/TEI/c:volume))"/>
      </xsl:for-each>
    </c:pages>
  </xsl:template>

  <xsl:template match="document-node()[TEI]" as="element(c:pages)">
    <xsl:variable name="prepared" as="document-node()">
      <xsl:document><xsl:apply-templates select="TEI" mode="prepare"/></xsl:document>
    </xsl:variable>
    <xsl:variable name="document" as="element(c:document)" select="$prepared/TEI/c:document"/>
    <c:pages>
      <xsl:sequence select="f:page($document/@stem || '.html', f:document-page($prepared/TEI))"/>
      <xsl:sequence select="f:page($document/@stem || '.tei.html', f:source-page($document))"/>
      <c:page name="{$document/@stem}.txt"><xsl:value-of select="f:plain-text($prepared/TEI)"/></c:page>
      <xsl:sequence select="f:mentions($prepared/TEI)"/>
    </c:pages>
  </xsl:template>

  <xsl:template match="document-node()[c:edition]" as="element(c:pages)">
    <c:pages>
      <xsl:sequence select="f:page('index.html', f:index-page()), f:exports()"/>
      <xsl:if test="$register"><xsl:sequence select="f:page('persons.html', f:persons-page()), f:person-pages()"/></xsl:if>
      <xsl:if test="$terms"><xsl:sequence select="f:page('terms.html', f:terms-page()), f:term-pages()"/></xsl:if>
      <xsl:sequence select="f:page('chronology.html', f:chronology-page())"/>
      <xsl:if test="exists($bars[2])"><xsl:sequence select="f:page('timeline.html', f:timeline-page())"/></xsl:if>
      <xsl:if test="exists($ties)"><xsl:sequence select="f:page('network.html', f:network-page())"/></xsl:if>
      <xsl:if test="$letters"><xsl:sequence select="f:page('correspondence.html', f:correspondence-page())"/></xsl:if>
      <xsl:if test="$edition/@search = 'true'"><xsl:sequence select="f:page('search.html', f:search-page())"/></xsl:if>
      <xsl:if test="$edition/c:document/c:repository"><xsl:sequence select="f:page('archives.html', f:archives-page())"/></xsl:if>
    </c:pages>
  </xsl:template>

  <!-- A page as the text of its file: the caller writes it. -->
  <xsl:function name="f:page" as="element(c:page)">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="page" as="element()"/>
    <c:page name="{$name}">
      <xsl:value-of select="serialize($page, map { 'method': 'html', 'html-version': 5.0, 'indent': false(),
                                                   'include-content-type': false() })"/>
    </c:page>
  </xsl:function>

</xsl:stylesheet>
