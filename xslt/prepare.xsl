<?xml version="1.0" encoding="UTF-8"?>
<!--
  The shared first step: what a document's notes, pages, references, persons, dates and paragraphs are called and where
  they point, worked out once for every output. TEI goes in; the same TEI comes out, in mode `prepare`, with these added
  (prefix c, namespace urn:chancery:prepared). Nothing is taken away and no TEI element moves, so path() stays that of the file.

  TEI            @c:stem   name of its file without ending; the caller has set it on the tree
  c:document     first child of TEI: @stem @id @n @volume @subtype @kind @classification @handling @official (address or
                 empty) @start (ISO, to sort by) @year (where certain) @ids; in it, as text or attributes:
    c:title      the heading as printed, without notes; c:short the same without its number
    c:date       @by = text (the document's words) or edition, @when, @bounds ("not before …"), @says and @href (who says so)
    c:place      @by, @says, @href
    c:from c:to  any number: @by, @person (id in the register or empty)
    c:source     where the original lies, in a line
    c:bibl       @series @title @publisher @year @pages; in it c:editor, any number
    c:person     one each who is named, by heading: @id @heading @role @count @first (id of the first mention)
    c:term       one each that is used, likewise, with @gloss instead of @role
  note           @c:id @c:back (id of its marker) @c:n (as printed) @c:unanchored (true where it has no place)
  pb             @c:id @c:label
  p              @c:id (d250p1; not in notes)
  ref ptr        @c:link = here, edition, person (with @c:target, an id, and @c:stem), official, web (with @c:href), none
  term           @c:term @c:gloss @c:id (d250-term-nato-1), only for terms of the register
  persName rs    @c:person @c:id (d250-ivanov-igor-1), only for persons of the register
  any element    @c:id, where it has an xml:id: unique in its document

  Mode `facts` gives c:document alone, or the c:volume of a volume (common/volumes.xsl): for the catalogue, a c:edition
  of all of them in the edition's order, without which no link can lead to another file.
-->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:c="urn:chancery:prepared"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:include href="common/ids.xsl"/>
  <xsl:include href="common/dates.xsl"/>
  <xsl:include href="common/persons.xsl"/>
  <xsl:include href="common/terms.xsl"/>
  <xsl:include href="common/labels.xsl"/>
  <xsl:include href="common/links.xsl"/>
  <xsl:include href="common/facts.xsl"/>
  <xsl:include href="common/volumes.xsl"/>
  <xsl:include href="common/names.xsl"/>
  <xsl:include href="common/fallback.xsl"/>

  <xsl:param name="step" as="xs:string" select="'output'"/> <!-- or facts, for the catalogue -->
  <xsl:param name="register" as="document-node()?" select="()"/> <!-- of persons -->
  <xsl:param name="terms" as="document-node()?" select="()"/>
  <xsl:param name="catalogue" as="document-node()?" select="()"/>

  <xsl:mode name="prepare" on-no-match="shallow-copy" on-multiple-match="fail"/>
  <xsl:mode name="facts" on-no-match="deep-skip" on-multiple-match="fail"/>

  <!-- The first of two passes over an edition, the same for every output. -->
  <xsl:template match="document-node()[$step = 'facts']" priority="10" as="element()*">
    <xsl:apply-templates select="TEI" mode="facts"/>
  </xsl:template>

  <xsl:template match="TEI" mode="prepare" as="element(TEI)">
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="#current"/>
      <xsl:variable name="facts" as="element()"><xsl:apply-templates select="." mode="facts"/></xsl:variable>
      <xsl:element name="{name($facts)}">
        <xsl:sequence select="$facts/(@*, *), f:named(.), f:used(.)"/>
      </xsl:element>
      <xsl:apply-templates mode="#current">
        <xsl:with-param name="places" tunnel="yes" select="map:merge((
            f:places(text//p[not(ancestor::note)], function($p as element()) as xs:string? { 'p' }),
            f:places(text//(persName | rs)[@ref], f:person-id#1),
            f:places(text//term[@ref], f:term-id#1)))"/>
      </xsl:apply-templates>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="text//*[@xml:id]" mode="prepare" as="element()" priority="0">
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="#current"/>
      <xsl:attribute name="c:id" select="f:id(., '')"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="text//note" mode="prepare" as="element(note)" priority="1">
    <xsl:variable name="n" as="xs:string" select="f:note-number(.)"/>
    <xsl:variable name="id" as="xs:string" select="f:id(., f:document-id(.) || 'fn' || replace($n, '[^A-Za-z0-9_.\-]', '_'))"/>
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="#current"/>
      <xsl:attribute name="c:id" select="$id"/>
      <xsl:attribute name="c:back" select="f:back-id($id)"/>
      <xsl:attribute name="c:n" select="$n"/>
      <xsl:if test="@subtype = 'unanchored'"><xsl:attribute name="c:unanchored" select="'true'"/></xsl:if>
      <xsl:apply-templates mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <!-- A note's number as printed; its place among the document's notes where the file has none. -->
  <xsl:function name="f:note-number" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="if (normalize-space($note/@n)) then normalize-space($note/@n)
                          else string(f:place($note, f:document($note)//note))"/>
  </xsl:function>

  <xsl:template match="text//pb" mode="prepare" as="element(pb)" priority="1">
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="#current"/>
      <xsl:attribute name="c:id" select="f:id(., 'pg_' || replace(@n, '[^A-Za-z0-9_.\-]', '_'))"/>
      <xsl:attribute name="c:label" select="normalize-space(@n)"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="text//p[not(ancestor::note)]" mode="prepare" as="element(p)" priority="1">
    <xsl:param name="places" as="map(xs:string, xs:integer)" tunnel="yes"/>
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="#current"/>
      <xsl:attribute name="c:id" select="f:id(., f:document-id(.) || 'p' || $places(generate-id()))"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="text//ref | text//ptr" mode="prepare" as="element()" priority="1">
    <xsl:copy>
      <xsl:sequence select="@*, f:link(.)"/>
      <xsl:if test="@xml:id"><xsl:attribute name="c:id" select="f:id(., '')"/></xsl:if>
      <xsl:apply-templates mode="#current"/>
    </xsl:copy>
  </xsl:template>

</xsl:stylesheet>
