<?xml version="1.0" encoding="UTF-8"?>
<!-- The first page: what this is, how many documents, from when to when, who is named, and the way to each. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xmlns:c="urn:chancery:prepared" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:function name="f:index-page" as="element(Q{}html)">
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="f:edition-title()"/>
      <xsl:with-param name="class" select="'index'"/>
      <xsl:with-param name="file" select="'index.html'"/>
      <xsl:with-param name="description" select="($edition/@description[. ne ''], f:summary())[1]"/>
      <xsl:with-param name="content" as="element()*">
        <main id="text" tabindex="-1">
          <header>
            <h1><xsl:value-of select="f:edition-title()"/></h1>
            <xsl:if test="$edition/c:editor">
              <p class="editors"><xsl:value-of select="f:label('edited by'), f:join($edition/c:editor ! string(.))"/></p>
            </xsl:if>
            <xsl:if test="$edition/@description ne ''"><p class="description"><xsl:value-of select="$edition/@description"/></p></xsl:if>
            <p class="lead"><xsl:value-of select="f:summary()"/></p>
            <xsl:if test="$edition/@search = 'true'">
              <form role="search" action="search.html">
                <input name="q" type="search" autocomplete="off" aria-label="{f:label('Words to look for')}"/>
                <button type="submit"><xsl:value-of select="f:label('Search')"/></button>
              </form>
            </xsl:if>
          </header>
          <xsl:sequence select="f:contents(), f:named-most()"/>
        </main>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:function>

  <!-- "3 documents, from October 13, 1967 to October 25, 1967."; only years where a document's day is not known. -->
  <xsl:function name="f:summary" as="xs:string">
    <xsl:variable name="documents" as="element(c:document)*" select="$edition/c:document"/>
    <xsl:variable name="days" as="xs:string*" select="
        if ($documents[@year ne '']/c:date/@bounds[. ne '']) then sort($documents/@year[. ne ''])
        else sort($documents[@year ne '']/@start ! substring(., 1, 10)) ! f:date-words(.)"/>
    <xsl:variable name="span" as="xs:string*" select="
        if (empty($days)) then () else if ($days[1] = $days[last()]) then ', ' || $days[1]
        else ', ' || f:label('from') || ' ' || $days[1] || ' ' || f:label('to') || ' ' || $days[last()]"/>
    <xsl:variable name="titles" as="xs:string*" select="distinct-values($documents/c:bibl/@series[. ne ''])"/>
    <xsl:variable name="series" as="xs:string?" select="f:join($titles)[. ne ''] ! (' ' || f:label('from the series') || ' ' || .)"/>
    <xsl:sequence select="f:count(count($documents), 'document', 'documents') || $series || string-join($span) || '.'"/>
  </xsl:function>

  <!-- Volumes with their chapters; documents of no volume's file by what they were taken from, in the edition's order. -->
  <xsl:function name="f:contents" as="element(Q{}section)">
    <xsl:variable name="placed" as="xs:string*" select="$edition/c:volume//c:entry/@stem ! string(.)"/>
    <section class="contents" aria-labelledby="contents">
      <h2 id="contents"><xsl:value-of select="f:label('Documents')"/></h2>
      <xsl:sequence select="$edition/c:volume ! f:volume-summary(.)"/>
      <xsl:for-each-group select="$edition/c:document[not(@stem = $placed)]" group-adjacent="string-join(c:bibl/(@series, @title)[. ne ''], ', ')">
        <section>
          <xsl:if test="current-grouping-key() ne ''">
            <h3 id="volume-{position()}"><xsl:value-of select="(c:bibl/@title[. ne ''], current-grouping-key())[1]"/></h3>
          </xsl:if>
          <ol>
            <xsl:sequence select="current-group() ! f:entry(.)"/>
          </ol>
        </section>
      </xsl:for-each-group>
    </section>
  </xsl:function>

  <!-- A volume and its chapters, each with how many documents it has and when they were written. -->
  <xsl:function name="f:volume-summary" as="element(Q{}section)">
    <xsl:param name="volume" as="element(c:volume)"/>
    <section class="volume-summary">
      <h3><a href="{$volume/@stem}.html"><xsl:value-of select="$volume/@title"/></a></h3>
      <ol>
        <xsl:for-each select="$volume//c:division[c:entry]">
          <xsl:variable name="documents" as="element(c:document)*" select="c:entry ! key('stem', @stem, $catalogue)[self::c:document][1]"/>
          <li>
            <a href="{$volume/@stem}.html{@id[. ne ''] ! ('#' || encode-for-uri(.))}"><xsl:value-of select="@title"/></a>
            <p>
              <span><xsl:value-of select="f:count(count($documents), 'document', 'documents')"/></span>
              <span><xsl:value-of select="f:numbers($documents)"/></span>
            </p>
          </li>
        </xsl:for-each>
      </ol>
    </section>
  </xsl:function>

  <!-- "1–50" -->
  <xsl:function name="f:numbers" as="xs:string">
    <xsl:param name="documents" as="element(c:document)*"/>
    <xsl:variable name="numbers" as="xs:string*" select="$documents/@n[. ne ''] ! string(.)"/>
    <xsl:sequence select="string-join(distinct-values(($numbers[1], $numbers[last()])), '–')"/>
  </xsl:function>

  <!-- A document in a list: its number, its heading, and below them when, where and how secret. -->
  <xsl:function name="f:entry" as="element(Q{}li)">
    <xsl:param name="document" as="element(c:document)"/>
    <xsl:variable name="when" as="xs:string" select="string-join((f:when-where($document), $document/c:date/@bounds)[. ne ''], ', ')"/>
    <xsl:variable name="secrecy" as="xs:string" select="string-join($document/(@classification, @handling)[. ne ''], '; ')"/>
    <li id="{$document/@stem}">
      <a href="{$document/@stem}.html">
        <xsl:if test="$document/@n ne ''"><span><xsl:value-of select="$document/@n || ' '"/></span></xsl:if>
        <xsl:value-of select="$document/c:short"/>
      </a>
      <xsl:if test="$when || $secrecy ne ''">
        <p>
          <span>
            <xsl:if test="$document/(c:date, c:place)/@by = 'edition'">
              <xsl:attribute name="class" select="'added'"/>
              <xsl:attribute name="title" select="f:label('Added by the edition.')"/>
            </xsl:if>
            <xsl:value-of select="$when"/>
          </span>
          <xsl:text> </xsl:text>
          <xsl:value-of select="$secrecy"/>
        </p>
      </xsl:if>
    </li>
  </xsl:function>

  <!-- The persons who are named most, with how often. -->
  <xsl:function name="f:named-most" as="element(Q{}section)?">
    <xsl:variable name="named" as="element(c:mention)*" select="$mentions//c:mention"/>
    <xsl:if test="$register and exists($named)">
      <section class="most" aria-labelledby="most">
        <h2 id="most"><xsl:value-of select="f:label('Persons named most')"/></h2>
        <ul>
          <xsl:for-each-group select="$named" group-by="@person">
            <xsl:sort select="count(current-group())" order="descending"/>
            <xsl:sort select="@person"/>
            <xsl:if test="position() le 12">
              <li>
                <a href="{f:person-href(@person)}"><xsl:value-of select="f:heading(f:person(@person))"/></a>
                <xsl:text> </xsl:text>
                <span class="count"><xsl:value-of select="count(current-group())"/></span>
              </li>
            </xsl:if>
          </xsl:for-each-group>
        </ul>
        <p><a href="persons.html"><xsl:value-of select="f:label('All persons')"/></a></p>
      </section>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
