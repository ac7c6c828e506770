<?xml version="1.0" encoding="UTF-8"?>
<!-- How to cite a document: by its number in the printed volume, with what the header knows and nothing else. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xmlns:c="urn:chancery:prepared" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:function name="f:cite" as="element(Q{}section)">
    <xsl:param name="document" as="element(c:document)"/>
    <section class="cite" aria-labelledby="cite">
      <h2 id="cite"><xsl:value-of select="f:label('How to cite')"/></h2>
      <dl>
        <div><dt>Chicago</dt><dd><xsl:sequence select="f:chicago($document)"/></dd></div>
        <div><dt>MLA</dt><dd><xsl:sequence select="f:mla($document)"/></dd></div>
        <div><dt>BibTeX</dt><dd><pre><code><xsl:value-of select="f:bibtex($document)"/></code></pre></dd></div>
        <div>
          <dt><xsl:value-of select="f:label('Files')"/></dt>
          <dd>
            <a href="{$document/@stem}.xml"><xsl:value-of select="f:label('TEI')"/></a>
            <xsl:text> · </xsl:text>
            <a href="{$document/@stem}.tei.html"><xsl:value-of select="f:label('Encoded text')"/></a>
          </dd>
        </div>
      </dl>
    </section>
  </xsl:function>

  <!-- What most styles say of a document: its volume, publisher and year, number and pages. -->
  <xsl:function name="f:chicago" as="node()*">
    <xsl:param name="document" as="element(c:document)"/>
    <xsl:variable name="bibl" as="element(c:bibl)?" select="$document/c:bibl"/>
    <xsl:value-of select="'“' || $document/c:short || ',” '"/>
    <xsl:value-of select="f:when-where($document)[. ne ''] ! (. || ', ')"/>
    <xsl:sequence select="f:volume-title($bibl)"/>
    <xsl:variable name="imprint" as="xs:string" select="string-join($bibl/(@publisher, @year)[. ne ''], ', ')"/>
    <xsl:value-of select="$imprint[. ne ''] ! (' (' || . || ')')"/>
    <xsl:value-of select="f:numbered($document, '')"/>
    <xsl:sequence select="f:cited-address($document)"/>
    <xsl:text>.</xsl:text>
  </xsl:function>

  <xsl:function name="f:mla" as="node()*">
    <xsl:param name="document" as="element(c:document)"/>
    <xsl:variable name="bibl" as="element(c:bibl)?" select="$document/c:bibl"/>
    <xsl:value-of select="'“' || $document/c:short || '.” '"/>
    <xsl:value-of select="f:when-where($document)[. ne ''] ! (. || '. ')"/>
    <xsl:sequence select="f:volume-title($bibl)"/>
    <xsl:value-of select="$bibl/(@publisher, @year)[. ne ''] ! (', ' || .)" separator=""/>
    <xsl:value-of select="f:numbered($document, if (matches($bibl/@pages, '\D')) then 'pp. ' else 'p. ')"/>
    <xsl:sequence select="f:cited-address($document)"/>
    <xsl:text>.</xsl:text>
  </xsl:function>

  <xsl:function name="f:volume-title" as="node()*">
    <xsl:param name="bibl" as="element(c:bibl)?"/>
    <i><xsl:value-of select="($bibl/(@series, @title)[. ne ''], f:edition-title()[empty($bibl/@series[. ne ''])])" separator=", "/></i>
  </xsl:function>

  <xsl:function name="f:numbered" as="xs:string">
    <xsl:param name="document" as="element(c:document)"/>
    <xsl:param name="pages" as="xs:string"/>
    <xsl:sequence select="string-join(($document/@n[. ne ''] ! (', ' || f:label('Document') || ' ' || .),
                                       $document/c:bibl/@pages[. ne ''] ! (', ' || $pages || .)))"/>
  </xsl:function>

  <xsl:function name="f:cited-address" as="node()*">
    <xsl:param name="document" as="element(c:document)"/>
    <xsl:if test="$document/@official ne ''">
      <xsl:text>, </xsl:text>
      <a href="{$document/@official}"><xsl:value-of select="replace($document/@official, '^https?://', '')"/></a>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:bibtex" as="xs:string">
    <xsl:param name="document" as="element(c:document)"/>
    <xsl:variable name="bibl" as="element(c:bibl)?" select="$document/c:bibl"/>
    <xsl:variable name="fields" as="map(*)*" select="
        map { 'n': 'title', 'v': $document/c:short }, map { 'n': 'booktitle', 'v': string($bibl/@title) },
        map { 'n': 'series', 'v': string($bibl/@series) }, map { 'n': 'publisher', 'v': string($bibl/@publisher) },
        map { 'n': 'year', 'v': string($bibl/@year) }, map { 'n': 'pages', 'v': replace($bibl/@pages, '[–-]', '--') },
        map { 'n': 'number', 'v': string($document/@n) }, map { 'n': 'note', 'v': f:when-where($document) },
        map { 'n': 'url', 'v': string($document/@official) }"/>
    <xsl:sequence select="string-join(('@incollection{' || replace($document/@stem, '[^A-Za-z0-9_.\-]', '-'),
        $fields[?v ne ''] ! ('  ' || ?n || ' = {' || (if (?n = 'url') then f:bibtex-url(?v) else f:bibtex-text(?v)) || '}')), ',&#10;')
        || '&#10;}'"/>
  </xsl:function>

  <!-- TeX's own characters, escaped. -->
  <xsl:function name="f:bibtex-text" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="safe" as="xs:string" select="replace(translate($text, '\~^', ''), '([#$%&amp;_{}])', '\\$1')"/>
    <xsl:sequence select="$safe"/>
  </xsl:function>

  <xsl:function name="f:bibtex-url" as="xs:string">
    <xsl:param name="url" as="xs:string"/>
    <xsl:sequence select="translate($url, '{}\', '')"/>
  </xsl:function>

</xsl:stylesheet>
