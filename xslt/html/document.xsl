<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of a document: heading, facts, text, notes, and what helps to read and to cite it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xmlns:c="urn:chancery:prepared" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:function name="f:document-page" as="element(Q{}html)">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="document" as="element(c:document)" select="$tei/c:document"/>
    <xsl:variable name="entry" as="element(c:document)?" select="key('stem', $document/@stem, $catalogue)[1]"/>
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="string($document/c:title)"/>
      <xsl:with-param name="class" select="'document'"/>
      <xsl:with-param name="description" select="string-join((f:when-where($document), $document/c:source)[. ne ''], '. ')"/>
      <xsl:with-param name="file" select="$document/@stem || '.html'"/>
      <xsl:with-param name="about" select="$document"/>
      <xsl:with-param name="links" as="element(Q{}link)*">
        <xsl:for-each select="f:previous($entry)"><link rel="prev" href="{@stem}.html"/></xsl:for-each>
        <xsl:for-each select="f:next($entry)"><link rel="next" href="{@stem}.html"/></xsl:for-each>
        <link rel="alternate" type="application/tei+xml" href="{$document/@stem}.xml"/>
        <link rel="alternate" type="text/plain" href="{$document/@stem}.txt"/>
      </xsl:with-param>
      <xsl:with-param name="content" as="element()*">
        <xsl:sequence select="f:way($document, $entry)"/>
        <main id="text" tabindex="-1">
          <xsl:sequence select="f:article($tei)"/>
          <xsl:sequence select="f:here($tei)"/>
          <aside class="about" aria-label="{f:label('About this document')}">
            <xsl:sequence select="f:cite($document), f:files($document)"/>
          </aside>
        </main>
        <xsl:sequence select="f:turn($entry, 'Neighbouring documents')"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:function>

  <xsl:function name="f:article" as="element(Q{}article)">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="document" as="element(c:document)" select="$tei/c:document"/>
    <xsl:variable name="div" as="element()?" select="f:document($tei)"/>
    <xsl:variable name="head" as="element(head)?" select="$div/head[1]"/>
    <article lang="{f:language($tei/@xml:lang)}" data-pagefind-body="">
      <xsl:if test="$div/@c:id"><xsl:attribute name="id" select="$div/@c:id"/></xsl:if>
      <header>
        <xsl:apply-templates select="$head/preceding-sibling::*" mode="text"/>
        <h1>
          <xsl:apply-templates select="$head/node()" mode="text"/>
          <xsl:if test="not($head)"><xsl:value-of select="$document/c:title"/></xsl:if>
        </h1>
        <xsl:sequence select="f:facts($tei), f:tools($tei)"/>
      </header>
      <div class="text">
        <xsl:apply-templates select="$div/node()[not(. is $head or . &lt;&lt; $head)]" mode="text"/>
        <!-- a file may hold more than the document that names the page -->
        <xsl:apply-templates select="$tei/text//div[@type = 'document'][not(. is $div)][not(ancestor::div[@type = 'document'])]"
                             mode="text"/>
      </div>
      <xsl:sequence select="f:notes($tei)"/>
    </article>
  </xsl:function>

  <!-- The switch that shows what a machine tagged, and the ways to the encoding and the official page. -->
  <xsl:function name="f:tools" as="element(Q{}div)">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="document" as="element(c:document)" select="$tei/c:document"/>
    <div class="tools">
      <xsl:sequence select="f:machine($tei/text)"/>
      <ul>
        <xsl:if test="$document/@official ne ''">
          <li><a href="{$document/@official}"><xsl:value-of select="f:label('Official page')"/></a></li>
        </xsl:if>
        <li><a href="#cite"><xsl:value-of select="f:label('How to cite')"/></a></li>
        <li><a href="#files"><xsl:value-of select="f:label('Take away')"/></a></li>
      </ul>
    </div>
  </xsl:function>

  <xsl:function name="f:machine" as="element()*">
    <xsl:param name="text" as="element(text)?"/>
    <xsl:variable name="tags" as="element()*" select="$text//*[@resp = '#chancery']"/>
    <xsl:if test="exists($tags)">
      <label class="switch">
        <input type="checkbox" id="show-machine"/>
        <xsl:value-of select="f:label('Show what a machine tagged, and how sure it was')"/>
      </label>
      <p class="legend">
        <xsl:value-of select="f:label('Certainty') || ': '"/>
        <xsl:for-each-group select="$tags" group-by="string((@cert, 'none')[1])">
          <xsl:sort select="index-of(('high', 'medium', 'low', 'none'), current-grouping-key())"/>
          <span data-cert="{current-grouping-key()}">
            <xsl:value-of select="f:label(if (current-grouping-key() = 'none') then 'no certainty given' else current-grouping-key())"/>
          </span>
          <xsl:value-of select="' ' || count(current-group()) || ' '"/>
        </xsl:for-each-group>
      </p>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
