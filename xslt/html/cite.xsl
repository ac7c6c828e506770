<?xml version="1.0" encoding="UTF-8"?>
<!-- How to cite a document: by its number in the printed volume, with what the header knows and nothing else. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xmlns:c="urn:chancery:prepared" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:function name="f:cite" as="element(Q{}section)">
    <xsl:param name="document" as="element(c:document)"/>
    <section class="cite" aria-labelledby="cite" data-copy="{f:label('Copy')}" data-copied="{f:label('Copied')}">
      <h2 id="cite"><xsl:value-of select="f:label('How to cite')"/></h2>
      <dl>
        <div><dt>Chicago</dt><dd><xsl:sequence select="f:chicago($document)"/></dd></div>
        <div><dt>MLA</dt><dd><xsl:sequence select="f:mla($document)"/></dd></div>
      </dl>
      <xsl:sequence select="f:export('BibTeX', f:bibtex($document), 'bib'), f:export('RIS', f:ris($document), 'ris'),
                            f:export('CSL-JSON', f:csl($document), 'json')"/>
    </section>
  </xsl:function>

  <!-- For programs: the lines to copy, and the file with those of all documents. -->
  <xsl:function name="f:export" as="element(Q{}details)">
    <xsl:param name="format" as="xs:string"/>
    <xsl:param name="lines" as="xs:string"/>
    <xsl:param name="ending" as="xs:string"/>
    <details>
      <summary><xsl:value-of select="$format"/></summary>
      <pre tabindex="0"><code><xsl:value-of select="$lines"/></code></pre>
      <p><a href="citations.{$ending}" download="download"><xsl:value-of select="f:label('All documents of the edition') || ' (.' || $ending || ')'"/></a></p>
    </details>
  </xsl:function>

  <!-- The document to take away. -->
  <xsl:function name="f:files" as="element(Q{}section)">
    <xsl:param name="document" as="element(c:document)"/>
    <section class="files" aria-labelledby="files">
      <h2 id="files"><xsl:value-of select="f:label('Take away')"/></h2>
      <ul>
        <li><a href="{$document/@stem}.txt"><xsl:value-of select="f:label('Plain text')"/></a></li>
        <li><a href="{$document/@stem}.xml" type="application/tei+xml"><xsl:value-of select="f:label('TEI')"/></a></li>
        <li><a href="{$document/@stem}.tei.html"><xsl:value-of select="f:label('Encoded text, to read')"/></a></li>
        <xsl:if test="$edition/@book ne ''">
          <!-- the book calls the place where a document begins by its file and a # -->
          <li><a href="{$edition/@book}#nameddest={encode-for-uri($document/@stem || '#')}"><xsl:value-of select="f:label('The book (PDF), at this document')"/></a></li>
        </xsl:if>
      </ul>
    </section>
  </xsl:function>

  <!-- What most styles say of a document: its volume, publisher and year, number and pages. -->
  <xsl:function name="f:chicago" as="node()*">
    <xsl:param name="document" as="element(c:document)"/>
    <xsl:variable name="bibl" as="element(c:bibl)?" select="$document/c:bibl"/>
    <xsl:value-of select="'“' || $document/c:short || ',” '"/>
    <xsl:value-of select="f:when-where($document)[. ne ''] ! (. || ', ')"/>
    <xsl:sequence select="f:volume-title($bibl)"/>
    <xsl:value-of select="f:join($bibl/c:editor ! string(.))[. ne ''] ! (', ' || f:label('ed.') || ' ' || .)"/>
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
    <xsl:value-of select="f:when-where($document)[. ne ''] ! (replace(., '\.$', '') || '. ')"/>
    <xsl:sequence select="f:volume-title($bibl)"/>
    <xsl:value-of select="f:join($bibl/c:editor ! string(.))[. ne ''] ! (', ' || f:label('edited by') || ' ' || .)"/>
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

</xsl:stylesheet>
