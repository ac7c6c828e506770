<?xml version="1.0" encoding="UTF-8"?>
<!-- What programs that keep bibliographies read: BibTeX, RIS and CSL-JSON, of one document and of the whole edition. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xmlns:c="urn:chancery:prepared" exclude-result-prefixes="#all">

  <!-- The same facts for all three: a chapter, with its number, of a book in a series. -->
  <xsl:function name="f:cited" as="map(xs:string, xs:string*)">
    <xsl:param name="document" as="element(c:document)"/>
    <xsl:variable name="bibl" as="element(c:bibl)?" select="$document/c:bibl"/>
    <xsl:sequence select="map {
        'key': replace($document/@stem, '[^A-Za-z0-9_.\-]', '-'), 'title': string($document/c:short),
        'book': string(($bibl/@title[. ne ''], f:edition-title())[1]), 'series': string($bibl/@series),
        'editors': ($bibl/c:editor ! string(.)), 'publisher': string($bibl/@publisher), 'year': string($bibl/@year),
        'pages': string($bibl/@pages), 'number': string($document/@n), 'note': f:when-where($document),
        'url': string($document/@official) }"/>
  </xsl:function>

  <xsl:function name="f:bibtex" as="xs:string">
    <xsl:param name="document" as="element(c:document)"/>
    <xsl:variable name="cited" as="map(xs:string, xs:string*)" select="f:cited($document)"/>
    <xsl:variable name="fields" as="xs:string*" select="
        for $name in ('title', 'editors', 'book', 'series', 'publisher', 'year', 'pages', 'number', 'note', 'url'),
            $value in string-join($cited($name), ' and ')[. ne '']
        return '  ' || (map { 'book': 'booktitle', 'editors': 'editor' }($name), $name)[1] || ' = {'
               || (if ($name = 'url') then translate($value, '{}\', '')
                   else f:bibtex-text(if ($name = 'pages') then replace($value, '[–-]', '--') else $value)) || '}'"/>
    <xsl:sequence select="string-join(('@incollection{' || $cited?key, $fields), ',&#10;') || '&#10;}'"/>
  </xsl:function>

  <!-- TeX's own characters, escaped. -->
  <xsl:function name="f:bibtex-text" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="replace(translate($text, '\~^', ''), '([#$%&amp;_{}])', '\\$1')"/>
  </xsl:function>

  <xsl:function name="f:ris" as="xs:string">
    <xsl:param name="document" as="element(c:document)"/>
    <xsl:variable name="cited" as="map(xs:string, xs:string*)" select="f:cited($document)"/>
    <xsl:variable name="pages" as="xs:string*" select="tokenize($cited?pages, '[–-]')"/>
    <xsl:variable name="lines" as="xs:string*" select="
        'TI  - ' || $cited?title, $cited?editors ! ('ED  - ' || .), ('T2  - ' || $cited?book), ('T3  - ' || $cited?series),
        'PB  - ' || $cited?publisher, 'PY  - ' || $cited?year, 'SP  - ' || $pages[1], 'EP  - ' || $pages[2],
        'M1  - ' || $cited?number, 'N1  - ' || $cited?note, 'UR  - ' || $cited?url"/>
    <xsl:sequence select="string-join(('TY  - CHAP', 'ID  - ' || $cited?key, $lines[not(ends-with(., '  - '))], 'ER  - '), '&#10;')"/>
  </xsl:function>

  <xsl:function name="f:csl" as="xs:string">
    <xsl:param name="document" as="element(c:document)"/>
    <xsl:variable name="cited" as="map(xs:string, xs:string*)" select="f:cited($document)"/>
    <xsl:variable name="names" as="map(xs:string, xs:string)" select="map {
        'key': 'id', 'book': 'container-title', 'series': 'collection-title', 'pages': 'page', 'number': 'chapter-number',
        'url': 'URL' }"/>
    <xsl:variable name="editors" as="xs:string*" select="$cited?editors ! ('{&quot;literal&quot;: ' || f:json(.) || '}')"/>
    <xsl:variable name="fields" as="xs:string*" select="
        for $name in ('key', 'title', 'book', 'series', 'publisher', 'pages', 'number', 'note', 'url'), $value in $cited($name)[. ne '']
        return f:json(($names($name), $name)[1]) || ': ' || f:json($value),
        $cited?year[matches(., '^\d{4}$')] ! ('&quot;issued&quot;: {&quot;date-parts&quot;: [[' || . || ']]}'),
        ('&quot;editor&quot;: [' || string-join($editors, ', ') || ']')[exists($editors)]"/>
    <xsl:sequence select="'{&#10;  ' || string-join(($fields[1], '&quot;type&quot;: &quot;chapter&quot;', tail($fields)), ',&#10;  ') || '&#10;}'"/>
  </xsl:function>

  <!-- Facts are on one line: no other character has to be escaped. -->
  <xsl:function name="f:json" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="'&quot;' || replace($text, '([&quot;\\])', '\\$1') || '&quot;'"/>
  </xsl:function>

  <!-- All documents of the edition at once. -->
  <xsl:function name="f:exports" as="element(c:page)*">
    <xsl:variable name="documents" as="element(c:document)*" select="$edition/c:document"/>
    <xsl:if test="$documents">
      <c:page name="citations.bib"><xsl:value-of select="$documents ! f:bibtex(.)" separator="&#10;&#10;"/></c:page>
      <c:page name="citations.ris"><xsl:value-of select="$documents ! f:ris(.)" separator="&#10;&#10;"/></c:page>
      <c:page name="citations.json"><xsl:value-of select="'[' || string-join($documents ! f:csl(.), ',&#10;') || ']'"/></c:page>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
