<?xml version="1.0" encoding="UTF-8"?>
<!-- The register of terms: what each means; and a page for each with the documents that use it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xmlns:c="urn:chancery:prepared" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:key name="use" match="c:use" use="@term"/>

  <xsl:function name="f:terms-page" as="element(Q{}html)">
    <xsl:variable name="items" as="element(item)*" select="
        sort($terms//item[@xml:id][term][f:term(@xml:id) is .], (), function($item) { f:sort-key(f:term-heading($item)) })"/>
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="f:label('Terms and abbreviations')"/>
      <xsl:with-param name="class" select="'terms'"/>
      <xsl:with-param name="file" select="'terms.html'"/>
      <xsl:with-param name="content" as="element()*">
        <main id="text" tabindex="-1">
          <h1><xsl:value-of select="f:label('Terms and abbreviations')"/></h1>
          <p class="lead">
            <xsl:value-of select="f:count(count($items), 'entry', 'entries') || '. '"/>
            <a href="terms.xml"><xsl:value-of select="f:label('The register as TEI')"/></a>
          </p>
          <dl class="terms"><xsl:sequence select="$items ! f:term-entry(.)"/></dl>
        </main>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:function>

  <xsl:function name="f:term-entry" as="element(Q{}div)">
    <xsl:param name="item" as="element(item)"/>
    <xsl:variable name="uses" as="element(c:use)*" select="$mentions ! key('use', $item/@xml:id, .)"/>
    <div id="{$item/@xml:id}">
      <dt><xsl:value-of select="$item/term ! normalize-space()" separator=", "/></dt>
      <dd>
        <xsl:value-of select="f:term-gloss($item)"/>
        <xsl:if test="$uses">
          <xsl:text> </xsl:text>
          <a class="count" href="{f:term-page-href($item/@xml:id)}"><xsl:value-of select="f:count(count($uses), 'document', 'documents')"/></a>
        </xsl:if>
      </dd>
    </div>
  </xsl:function>

  <!-- The term's own page; names that could be no file have none. -->
  <xsl:function name="f:term-page-href" as="xs:string">
    <xsl:param name="term" as="xs:string"/>
    <xsl:sequence select="if (f:is-file($term)) then 'term_' || $term || '.html' else f:term-href($term)"/>
  </xsl:function>

  <xsl:function name="f:term-pages" as="element(c:page)*">
    <xsl:for-each select="$terms//item[@xml:id][f:term(@xml:id) is .][f:is-file(@xml:id)]">
      <xsl:variable name="uses" as="element(c:use)*" select="$mentions ! key('use', current()/@xml:id, .)"/>
      <xsl:if test="$uses"><xsl:sequence select="f:page(f:term-page-href(@xml:id), f:term-page(., $uses))"/></xsl:if>
    </xsl:for-each>
  </xsl:function>

  <!-- What one term means, and the documents that use it, each at the first place. -->
  <xsl:function name="f:term-page" as="element(Q{}html)">
    <xsl:param name="item" as="element(item)"/>
    <xsl:param name="uses" as="element(c:use)+"/>
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="f:term-heading($item)"/>
      <xsl:with-param name="class" select="'list one-term'"/>
      <xsl:with-param name="description" select="f:term-gloss($item)"/>
      <xsl:with-param name="file" select="f:term-page-href($item/@xml:id)"/>
      <xsl:with-param name="content" as="element()*">
        <nav class="way" aria-label="{f:label('Place in the edition')}">
          <a class="up" href="{f:term-href($item/@xml:id)}"><xsl:value-of select="f:label('Terms')"/></a>
        </nav>
        <main id="text" tabindex="-1">
          <h1><xsl:value-of select="$item/term ! normalize-space()" separator=", "/></h1>
          <p class="lead"><xsl:value-of select="f:term-gloss($item)"/></p>
          <h2><xsl:value-of select="f:count(count($uses), 'document', 'documents')"/></h2>
          <ol class="dated">
            <xsl:for-each select="$uses">
              <xsl:variable name="use" as="element(c:use)" select="."/>
              <xsl:sequence select="key('stem', ../@stem, $catalogue)[self::c:document][1] ! f:dated-entry(., $use/@id)"/>
            </xsl:for-each>
          </ol>
        </main>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:function>

</xsl:stylesheet>
