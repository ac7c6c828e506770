<?xml version="1.0" encoding="UTF-8"?>
<!-- What a page says of itself to programs: lasting address, Open Graph, citation_* and Dublin Core, facets for the search. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xmlns:c="urn:chancery:prepared" exclude-result-prefixes="#all">

  <!-- `file` is empty for pages that are no address to keep; `about` is the document, volume or person of the page. -->
  <xsl:function name="f:metadata" as="element()*">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="description" as="xs:string"/>
    <xsl:param name="file" as="xs:string"/>
    <xsl:param name="about" as="element()?"/>
    <xsl:if test="$file">
      <xsl:variable name="address" as="xs:string?" select="f:address($file)"/>
      <xsl:for-each select="$address">
        <link rel="canonical" href="{.}"/>
        <xsl:if test="exists($edition/c:document/@published[. ne ''])">
          <link rel="alternate" type="application/atom+xml" href="feed.xml" title="{f:edition-title()}"/>
        </xsl:if>
      </xsl:for-each>
      <xsl:sequence select="
          f:property('og:title', $title), f:property('og:type', if ($about/self::c:document) then 'article' else 'website'),
          f:property('og:site_name', f:edition-title()), f:property('og:description', $description), f:property('og:url', $address),
          f:property('og:image', $edition/@logo[. ne ''][not(ends-with(., '.svg'))] ! f:address(.))"/>
      <xsl:if test="$about/self::c:document">
        <xsl:sequence select="f:citation($about, $address), f:dublin-core($about, $address)"/>
        <xsl:if test="$edition/@search = 'true'"><xsl:sequence select="f:facets($about)"/></xsl:if>
      </xsl:if>
      <xsl:sequence select="f:linked-data($file, $about)"/>
    </xsl:if>
  </xsl:function>

  <!-- Where a file will stand, if the edition says where it will. -->
  <xsl:function name="f:address" as="xs:string?">
    <xsl:param name="file" as="xs:string"/>
    <xsl:sequence select="$edition/@address[. ne ''] ! (. || (if ($file = 'index.html') then '' else $file))"/>
  </xsl:function>

  <xsl:function name="f:property" as="element(Q{}meta)?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:if test="$value"><meta property="{$name}" content="{$value}"/></xsl:if>
  </xsl:function>

  <xsl:function name="f:metas" as="element(Q{}meta)*">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:for-each select="$values[. ne '']"><meta name="{$name}" content="{.}"/></xsl:for-each>
  </xsl:function>

  <!-- A document is a part of a book: Zotero and Google Scholar read these. -->
  <xsl:function name="f:citation" as="element(Q{}meta)*">
    <xsl:param name="document" as="element(c:document)"/>
    <xsl:param name="address" as="xs:string?"/>
    <xsl:variable name="bibl" as="element(c:bibl)?" select="$document/c:bibl"/>
    <xsl:variable name="pages" as="xs:string*" select="tokenize($bibl/@pages, '\s*[–-]\s*')"/>
    <xsl:sequence select="
        f:metas('citation_title', $document/c:title), f:metas('citation_inbook_title', ($bibl/@title[. ne ''], $edition/@title)[1]),
        f:metas('citation_editor', ($bibl/c:editor, $edition/c:editor[not($bibl/c:editor)]) ! string(.)),
        f:metas('citation_publication_date', $bibl/@year), f:metas('citation_publisher', $bibl/@publisher),
        f:metas('citation_firstpage', $pages[1]), f:metas('citation_lastpage', $pages[2]),
        f:metas('citation_language', f:language($edition/@language)), f:metas('citation_public_url', $address)"/>
  </xsl:function>

  <xsl:function name="f:dublin-core" as="element(Q{}meta)*">
    <xsl:param name="document" as="element(c:document)"/>
    <xsl:param name="address" as="xs:string?"/>
    <xsl:sequence select="
        f:metas('DC.title', $document/c:title), f:metas('DC.type', 'Text'), f:metas('DC.format', 'text/html'),
        f:metas('DC.identifier', $address), f:metas('DC.creator', distinct-values($document/c:from)),
        f:metas('DC.date', f:datetime($document/c:date/@when)), f:metas('DC.source', $document/c:source),
        f:metas('DC.language', f:language($edition/@language)), f:metas('DC.publisher', $edition/@publisher),
        f:metas('DC.rights', $edition/@licence)"/>
  </xsl:function>

  <!-- What the search can be narrowed by. -->
  <xsl:function name="f:facets" as="element(Q{}meta)*">
    <xsl:param name="document" as="element(c:document)"/>
    <xsl:variable name="kind" as="xs:string?" select="($document/@kind, $document/@subtype)[. ne ''][1] ! translate(., '-', ' ')"/>
    <xsl:sequence select="
        f:facet('person', $document/c:person/@heading), f:facet('year', $document/@year), f:facet('kind', $kind),
        f:facet('classification', $document/@classification), f:facet('from', f:party-name($document/c:from)),
        f:facet('to', f:party-name($document/c:to))"/>
    <meta name="search.title" data-pagefind-meta="title[content]" content="{$document/c:title}"/>
    <meta name="search.when" data-pagefind-meta="when[content]" content="{f:when-where($document)}"/>
  </xsl:function>

  <xsl:function name="f:facet" as="element(Q{}meta)*">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:for-each select="distinct-values($values[. ne ''])"><meta name="search.{$name}" data-pagefind-filter="{$name}[content]" content="{.}"/></xsl:for-each>
  </xsl:function>

  <!-- The editors' own pages, at the foot of all. -->
  <xsl:function name="f:own-pages" as="element(Q{}nav)?">
    <xsl:if test="$edition/c:page">
      <nav aria-label="{f:label('About this edition')}">
        <ul class="own-pages">
          <xsl:for-each select="$edition/c:page"><li><a href="{@name}.html"><xsl:value-of select="@title"/></a></li></xsl:for-each>
        </ul>
      </nav>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
