<?xml version="1.0" encoding="UTF-8"?>
<!-- What every page has around its content. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xmlns:c="urn:chancery:prepared" exclude-result-prefixes="#all">

  <!-- The ways in, on every page: name of the page, class of its body, label. Only those that lead to something. -->
  <xsl:variable name="ways" as="map(xs:string, xs:string)*" select="
      map { 'page': 'search', 'class': 'search', 'label': 'Search' }[$edition/@search = 'true'],
      map { 'page': 'index', 'class': 'index', 'label': 'Documents' },
      map { 'page': 'chronology', 'class': 'chronology', 'label': 'Chronology' },
      map { 'page': 'persons', 'class': 'register', 'label': 'Persons' }[exists($register)],
      map { 'page': 'terms', 'class': 'terms', 'label': 'Terms' }[exists($terms)],
      map { 'page': 'timeline', 'class': 'timeline', 'label': 'Timeline' }[exists($edition/c:document[f:is-dated(.)])],
      map { 'page': 'network', 'class': 'network', 'label': 'Network' }[exists($letters[
          some $from in c:from/@person[. ne ''], $to in c:to/@person[. ne ''] satisfies $from ne $to])],
      map { 'page': 'correspondence', 'class': 'correspondence', 'label': 'Correspondence' }[exists($letters)],
      map { 'page': 'archives', 'class': 'archives', 'label': 'Archives' }[exists($edition/c:document/c:repository)]"/>

  <!-- A whole page. `class` is its kind; `links` go into the head, `content` holds everything between masthead and foot. -->
  <xsl:template name="page" as="element(Q{}html)">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="class" as="xs:string"/>
    <xsl:param name="description" as="xs:string" select="''"/>
    <xsl:param name="file" as="xs:string" select="''"/> <!-- its name, where it is an address to keep -->
    <xsl:param name="about" as="element()?" select="()"/> <!-- the document, volume or person that it is the page of -->
    <xsl:param name="links" as="element()*" select="()"/>
    <xsl:param name="content" as="element()*"/>
    <xsl:variable name="name" as="xs:string" select="f:edition-title()"/>
    <html lang="{$speaks}">
      <head>
        <meta charset="utf-8"/>
        <title><xsl:value-of select="distinct-values(($title, $name)[. ne ''])" separator=" · "/></title>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <xsl:if test="$description">
          <meta name="description" content="{$description}"/>
        </xsl:if>
        <link rel="icon" href="edition.svg"/>
        <link rel="stylesheet" href="edition.css"/>
        <xsl:sequence select="$links, f:metadata($title, $description, $file, $about)"/>
        <xsl:if test="tokenize($class) = ('document', 'part')"><script src="edition.js" defer="defer"></script></xsl:if>
      </head>
      <body class="{$class}">
        <a class="skip" href="#text"><xsl:value-of select="f:label('Skip to the text')"/></a>
        <header class="masthead">
          <a class="name" href="index.html">
            <xsl:if test="$edition/@logo ne ''"><img src="{$edition/@logo}" alt="" class="logo"/></xsl:if>
            <xsl:value-of select="$name"/>
          </a>
          <nav aria-label="{f:label('Edition')}">
            <xsl:for-each select="$ways">
              <a href="{?page}.html">
                <xsl:if test="?class = tokenize($class)"><xsl:attribute name="aria-current" select="'page'"/></xsl:if>
                <xsl:value-of select="f:label(?label)"/>
              </a>
            </xsl:for-each>
          </nav>
        </header>
        <xsl:sequence select="$content"/>
        <footer class="foot"><xsl:sequence select="f:own-pages(), f:imprint()"/></footer>
      </body>
    </html>
  </xsl:template>

  <!-- A page that lists: a heading, a sentence, the lists. -->
  <xsl:template name="list-page" as="element(Q{}html)">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="class" as="xs:string"/>
    <xsl:param name="lead" as="xs:string" select="''"/>
    <xsl:param name="content" as="element()*"/>
    <xsl:call-template name="page">
      <xsl:with-param name="file" select="$class || '.html'"/>
      <xsl:with-param name="title" select="$title"/>
      <xsl:with-param name="class" select="'list ' || $class"/>
      <xsl:with-param name="links" as="element()*">
        <xsl:if test="$content[self::table]"><script src="tables.js" defer="defer"></script></xsl:if>
      </xsl:with-param>
      <xsl:with-param name="content" as="element()*">
        <main id="text" tabindex="-1">
          <h1><xsl:value-of select="$title"/></h1>
          <xsl:if test="$lead"><p class="lead"><xsl:value-of select="$lead"/></p></xsl:if>
          <xsl:sequence select="$content ! f:boxed(., $title)"/>
        </main>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- A wide table or drawing scrolls inside its own region, which the keyboard can reach. -->
  <xsl:function name="f:boxed" as="element()">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="label" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="local-name($element) = ('table', 'svg')">
        <div class="table" tabindex="0" role="region" aria-label="{($element/caption, $label)[1]}"><xsl:sequence select="$element"/></div>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="$element"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="f:edition-title" as="xs:string">
    <xsl:sequence select="($edition/@title[. ne ''], f:label('Documents'))[1] ! string(.)"/>
  </xsl:function>

  <!-- Who made the edition, and under which licence: only what its settings say. -->
  <xsl:function name="f:imprint" as="element(Q{}p)*">
    <xsl:variable name="made" as="xs:string*"
                  select="f:join($edition/c:editor ! string(.)), $edition/@publisher[. ne ''] ! string(.)"/>
    <xsl:if test="exists($made[. ne ''])">
      <p><xsl:value-of select="f:edition-title(), $made[. ne '']" separator=" · "/></p>
    </xsl:if>
    <xsl:if test="$edition/@licence ne ''">
      <p><xsl:sequence select="f:anchor($edition/@licence, f:web($edition/@licence-address))"/></p>
    </xsl:if>
  </xsl:function>

  <!-- "A, B and C" -->
  <xsl:function name="f:join" as="xs:string">
    <xsl:param name="words" as="xs:string*"/>
    <xsl:sequence select="string-join((string-join($words[position() lt last()], ', ')[. ne ''], $words[last()]),
                                      ' ' || f:label('and') || ' ')"/>
  </xsl:function>

  <!-- A link, or the words alone where there is no address. -->
  <xsl:function name="f:anchor" as="node()">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="href" as="xs:string?"/>
    <xsl:choose>
      <xsl:when test="$href"><a href="{$href}"><xsl:value-of select="$words"/></a></xsl:when>
      <xsl:otherwise><xsl:value-of select="$words"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- A language tag that is one; English where there is none. -->
  <xsl:function name="f:language" as="xs:string">
    <xsl:param name="tag" as="xs:string?"/>
    <xsl:sequence select="($tag[matches(., '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$')], 'en')[1]"/>
  </xsl:function>

</xsl:stylesheet>
