<?xml version="1.0" encoding="UTF-8"?>
<!-- Pages of the editors' own, from Markdown (as HTML already) or TEI; and the page of the search. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xmlns:c="urn:chancery:prepared" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:template match="document-node()[Q{}extra]" as="element(c:pages)">
    <c:pages><xsl:sequence select="f:extra-page(Q{}extra/@stem, Q{}extra/node(), exists(Q{}extra/Q{}h1))"/></c:pages>
  </xsl:template>

  <xsl:template match="document-node()[TEI][$step = 'extra']" as="element(c:pages)" priority="5">
    <xsl:variable name="prepared" as="document-node()">
      <xsl:document><xsl:apply-templates select="TEI" mode="prepare"/></xsl:document>
    </xsl:variable>
    <xsl:variable name="content" as="node()*">
      <div class="text"><xsl:apply-templates select="$prepared/TEI/text/body/node()" mode="text"/></div>
      <xsl:sequence select="f:notes($prepared/TEI)"/>
    </xsl:variable>
    <c:pages><xsl:sequence select="f:extra-page(TEI/@c:stem, $content, false())"/></c:pages>
  </xsl:template>

  <xsl:function name="f:extra-page" as="element(c:page)">
    <xsl:param name="stem" as="xs:string"/>
    <xsl:param name="content" as="node()*"/>
    <xsl:param name="headed" as="xs:boolean"/> <!-- whether the content has a heading of the first level -->
    <xsl:variable name="title" as="xs:string" select="string($edition/c:page[@name = $stem]/@title)"/>
    <xsl:variable name="page" as="element(Q{}html)">
      <xsl:call-template name="page">
        <xsl:with-param name="title" select="$title"/>
        <xsl:with-param name="class" select="'extra'"/>
        <xsl:with-param name="file" select="$stem || '.html'"/>
        <xsl:with-param name="content" as="element()*">
          <main id="text" tabindex="-1">
            <article>
              <xsl:if test="not($headed)"><h1><xsl:value-of select="$title"/></h1></xsl:if>
              <xsl:sequence select="$content"/>
            </article>
          </main>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:variable>
    <xsl:sequence select="f:page($stem || '.html', $page)"/>
  </xsl:function>

  <!-- What stands around the content of every page: what pages show of the edition as a whole. -->
  <xsl:template match="document-node()[c:edition][$step = 'frame']" as="element(Q{}html)" priority="5">
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="''"/>
      <xsl:with-param name="class" select="''"/>
      <xsl:with-param name="file" select="'index.html'"/>
      <xsl:with-param name="content" select="()"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The words of the search stand on the page, in the edition's language; search.js fills it. -->
  <xsl:function name="f:search-page" as="element(Q{}html)">
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="f:label('Search')"/>
      <xsl:with-param name="class" select="'list search'"/>
      <xsl:with-param name="file" select="'search.html'"/>
      <xsl:with-param name="links" as="element()*"><script src="search.js" defer="defer"></script></xsl:with-param>
      <xsl:with-param name="content" as="element()*">
        <main id="text" tabindex="-1">
          <h1><xsl:value-of select="f:label('Search')"/></h1>
          <noscript><p class="lead"><xsl:value-of select="f:label('The search needs JavaScript. Everything else on these pages works without it.')"/></p></noscript>
          <p class="lead" id="search-trouble" hidden="hidden" data-disk="{f:label('The search works when these pages are served on the web, not when they are opened from the disk.')}"
             data-broken="{f:label('The search could not be loaded.')}"></p>
          <form id="search" role="search" hidden="hidden" action="search.html">
            <label for="query"><xsl:value-of select="f:label('Words to look for')"/></label>
            <input id="query" name="q" type="search" autocomplete="off"/>
            <button type="submit"><xsl:value-of select="f:label('Search')"/></button>
            <div id="facets">
              <xsl:for-each select="map { 'name': 'person', 'label': 'Person' }, map { 'name': 'year', 'label': 'Year' },
                                    map { 'name': 'kind', 'label': 'Type of document' }, map { 'name': 'classification', 'label': 'Classification' },
                                    map { 'name': 'from', 'label': 'From' }, map { 'name': 'to', 'label': 'To' }">
                <div><label for="facet-{?name}"><xsl:value-of select="f:label(?label)"/></label>
                <select id="facet-{?name}" name="{?name}"><option value=""><xsl:value-of select="f:label('any')"/></option></select></div>
              </xsl:for-each>
            </div>
          </form>
          <p id="found" role="status" data-one="{f:label('document found')}" data-many="{f:label('documents found')}"
             data-none="{f:label('Nothing found.')}"></p>
          <ol id="results"></ol>
          <button id="more" type="button" hidden="hidden"><xsl:value-of select="f:label('More')"/></button>
        </main>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:function>

</xsl:stylesheet>
