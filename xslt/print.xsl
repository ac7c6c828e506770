<?xml version="1.0" encoding="UTF-8"?>
<!--
  The whole edition as one small, plain XML for the Typst template print/book.typ. In goes a c:edition (see prepare.xsl)
  with the parameters `documents`, the TEI in the order of the book, and `register`. Out comes, in no namespace:

  book @lang @region @title @contents
                               subtitle*, editor[@name]*, publisher?, imprint, about, document*, register?
  imprint, about[@title]       blocks
  document @id @number @short @date (running head)
                               before (blocks above the heading), start (pb*), title (inlines, no notes), source[@long] (its notes, mentions),
                               facts?, text (blocks), unanchored?
  facts                        fact[@name]* (inlines), remark* (inlines)
  unanchored @words            note*
  register @title              person[@id @who]: name, about?

  Blocks: p[@flush], dateline, salute, valediction, signed, centred, label, quote, inside[@level @title @long] (a heading, its
          notes and marks in it), list (list-head?, item*), bullets (item*), table (head-row*, row*: cell[@rows @cols @role])
  Inlines: text, i, b, sc, caps, sup, sub, u, supplied, br, pb[@n @id], mention[@who] (empty, before the name),
          link[@to | @href], note[@marker @id @after-note] (inlines or blocks)

  Ids are "stem#id"; every @to arrives at an @id of the book. Runs of white space are one space.
-->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xmlns:c="urn:chancery:prepared" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:import href="prepare.xsl"/>
  <xsl:include href="print/frame.xsl"/>
  <xsl:include href="print/documents.xsl"/>
  <xsl:include href="print/blocks.xsl"/>
  <xsl:include href="print/inlines.xsl"/>
  <xsl:include href="print/notes.xsl"/>

  <xsl:param name="documents" as="document-node()*" select="()"/>
  <xsl:param name="language" as="xs:string" select="'en'"/>
  <xsl:param name="region" as="xs:string" select="''"/>

  <xsl:output method="xml" indent="no" omit-xml-declaration="yes"/>

  <xsl:mode name="text" on-no-match="text-only-copy" on-multiple-match="fail"/>
  <xsl:mode name="blocks" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="title" on-no-match="text-only-copy" on-multiple-match="fail"/>
  <xsl:mode name="frame" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="arrive" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <!-- Takes the place of the first step's parameter: in a book, every document sees all others. -->
  <xsl:variable name="catalogue" as="document-node()?">
    <xsl:document>
      <c:edition><xsl:apply-templates select="$documents/TEI" mode="facts"/></c:edition>
    </xsl:document>
  </xsl:variable>

  <xsl:variable name="prepared" as="document-node()*">
    <xsl:for-each select="$documents">
      <xsl:document><xsl:apply-templates select="TEI" mode="prepare"/></xsl:document>
    </xsl:for-each>
  </xsl:variable>

  <xsl:template match="/c:edition" as="element()">
    <xsl:variable name="book" as="document-node()">
      <xsl:document><xsl:apply-templates select="." mode="frame"/></xsl:document>
    </xsl:variable>
    <xsl:apply-templates select="$book/*" mode="arrive"/>
  </xsl:template>

  <!-- A page that begins between two blocks begins with the second. -->
  <xsl:template match="pb[following-sibling::*[1][f:holds-lines(.)]]" mode="arrive" as="empty-sequence()"
                xpath-default-namespace=""/>
  <xsl:template match="*[f:holds-lines(.)][preceding-sibling::*[1][self::pb]]" mode="arrive" as="element()"
                xpath-default-namespace="">
    <xsl:copy>
      <xsl:sequence select="@*, preceding-sibling::*[1]"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:copy>
  </xsl:template>
  <xsl:function name="f:holds-lines" as="xs:boolean" xpath-default-namespace="">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="exists($block/(self::p | self::dateline | self::salute | self::signed | self::label | self::centred))"/>
  </xsl:function>

  <!-- Markers side by side must not read as one number. -->
  <xsl:template match="note[preceding-sibling::node()[1][self::note]][not(parent::unanchored)]" mode="arrive"
                as="element()" xpath-default-namespace="">
    <note after-note="1"><xsl:apply-templates select="@*, node()" mode="#current"/></note>
  </xsl:template>

  <!-- A link to something that the book does not show leads to the document it is in; failing that it is text. -->
  <xsl:key name="arrival" match="*[@id]" use="@id" xpath-default-namespace=""/>

  <xsl:template match="link[@to]" mode="arrive" as="node()*" xpath-default-namespace="">
    <xsl:variable name="to" as="xs:string?"
                  select="let $book := root() return (@to, substring-before(@to, '#') || '#')[exists(key('arrival', ., $book))][1]"/>
    <xsl:choose>
      <xsl:when test="$to"><link to="{$to}"><xsl:apply-templates mode="#current"/></link></xsl:when>
      <xsl:otherwise><xsl:apply-templates mode="#current"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
