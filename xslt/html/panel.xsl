<?xml version="1.0" encoding="UTF-8"?>
<!-- Beside a document: the persons it names, the terms it uses, the pages it stood on. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xmlns:c="urn:chancery:prepared" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:function name="f:here" as="element(Q{}aside)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="document" as="element(c:document)" select="$tei/c:document"/>
    <xsl:sequence select="f:beside((
        f:panel($document/c:person, 'persons', 'Persons on this page'),
        f:panel($document/c:term, 'terms', 'Terms on this page'),
        f:pages-here(f:first-page($document), $tei/text//pb)))"/>
  </xsl:function>

  <xsl:function name="f:beside" as="element(Q{}aside)?">
    <xsl:param name="panels" as="element(Q{}section)*"/>
    <xsl:if test="$panels">
      <aside class="here" aria-label="{f:label('On this page')}"><div><xsl:sequence select="$panels"/></div></aside>
    </xsl:if>
  </xsl:function>

  <!-- Persons or terms with what their register says of them, how often they are met, and the way to the first place. -->
  <xsl:function name="f:panel" as="element(Q{}section)?">
    <xsl:param name="entries" as="element()*"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="label" as="xs:string"/>
    <xsl:if test="$entries">
      <section class="{$id}" aria-labelledby="{$id}">
        <h2 id="{$id}"><xsl:value-of select="f:label($label)"/></h2>
        <dl>
          <xsl:for-each select="$entries">
            <div>
              <dt><a href="{if (self::c:term) then f:term-href(@id) else f:person-href(@id)}"><xsl:value-of select="@heading"/></a></dt>
              <dd>
                <span class="role"><xsl:value-of select="@role | @gloss"/></span>
                <a class="count" href="#{encode-for-uri(@first)}"
                   aria-label="{@heading || ', ' || f:count(@count, 'mention', 'mentions') || ', ' || f:label('to the first')}">
                  <xsl:value-of select="@count || '×'"/>
                </a>
              </dd>
            </div>
          </xsl:for-each>
        </dl>
      </section>
    </xsl:if>
  </xsl:function>

  <!-- The printed pages: each to its place in the text, and to its picture on the series' own site. -->
  <xsl:function name="f:pages-here" as="element(Q{}section)?">
    <xsl:param name="first" as="element(pb)?"/>
    <xsl:param name="breaks" as="element(pb)*"/>
    <xsl:variable name="pages" as="element(pb)*" select="$first[not(@n = $breaks/@n)], $breaks[@c:label ne '']"/>
    <xsl:if test="exists($breaks[@c:label ne '']) or $first/@c:image">
      <section class="pages" aria-labelledby="pages">
        <h2 id="pages"><xsl:value-of select="f:label('Pages in print')"/></h2>
        <ul>
          <xsl:for-each select="$pages">
            <xsl:variable name="name" as="xs:string" select="f:label('Page') || ' ' || @n"/>
            <xsl:variable name="image" as="xs:string?" select="(@c:image, f:page-image(.))[1]"/>
            <li>
              <xsl:sequence select="f:anchor($name, @c:id ! ('#' || encode-for-uri(.)))"/>
              <xsl:if test="$image">
                <xsl:text> </xsl:text>
                <a class="image" href="{$image}" aria-label="{f:label('Picture') || ', ' || $name}"><xsl:value-of select="f:label('Picture')"/></a>
              </xsl:if>
            </li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:function>

  <!-- The page that a document begins on, as its header says: no page break in the text stands for it. -->
  <xsl:function name="f:first-page" as="element(pb)?">
    <xsl:param name="document" as="element(c:document)"/>
    <xsl:variable name="n" as="xs:string?" select="tokenize($document/c:bibl/@pages, '[–,\-]')[1][matches(., '^(\d+|[IVXLCivxlc]+)$')]"/>
    <xsl:if test="$n">
      <pb n="{$n}" xmlns="http://www.tei-c.org/ns/1.0">
        <xsl:variable name="image" as="xs:string?" select="f:series-address($document) ! (. || '/pg_' || $n)"/>
        <xsl:if test="$image"><xsl:attribute name="c:image" select="$image"/></xsl:if>
      </pb>
    </xsl:if>
  </xsl:function>

  <!-- The page of the series' site that shows a printed page as a picture. -->
  <xsl:function name="f:page-image" as="xs:string?">
    <xsl:param name="break" as="element(pb)"/>
    <xsl:variable name="id" as="xs:string" select="($break/@xml:id[starts-with(., 'pg_')], 'pg_' || $break/@n)[1]"/>
    <xsl:sequence select="(f:web($break/@facs), f:series-address($break)[matches($id, '^pg_[0-9A-Za-z]+$')] ! (. || '/' || $id))[1]"/>
  </xsl:function>

  <!-- The volume's address on the series' own site; none where the header names no such address. -->
  <xsl:function name="f:series-address" as="xs:string?">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="address" as="xs:string" select="$series-site || f:volume($node)"/>
    <xsl:sequence select="$address[starts-with(f:official($node) || '/', . || '/')]"/>
  </xsl:function>

</xsl:stylesheet>
