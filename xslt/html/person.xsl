<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of one person: who it was, what they wrote and were sent, and every mention in its sentence. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xmlns:c="urn:chancery:prepared" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:key name="sent-by" match="c:document" use="c:from/@person"/>
  <xsl:key name="sent-to" match="c:document" use="c:to/@person"/>

  <!-- Whether an id can be part of a file's name. -->
  <xsl:function name="f:is-file" as="xs:boolean">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="matches($id, '^[A-Za-z0-9_][A-Za-z0-9_.\-]{0,100}$')"/>
  </xsl:function>

  <!-- The person's own page; names that could be no file have none. -->
  <xsl:function name="f:person-page-href" as="xs:string">
    <xsl:param name="person" as="xs:string"/>
    <xsl:sequence select="if (f:is-file($person)) then 'person_' || $person || '.html'
                          else f:person-href($person)"/>
  </xsl:function>

  <xsl:function name="f:person-pages" as="element(c:page)*">
    <xsl:for-each select="$register//person[@xml:id][f:person(@xml:id) is .][starts-with(f:person-page-href(@xml:id), 'person_')]">
      <xsl:variable name="named" as="element(c:mention)*" select="$mentions ! key('mention', current()/@xml:id, .)"/>
      <xsl:if test="$named">
        <xsl:sequence select="f:page(f:person-page-href(@xml:id), f:person-page(., $named))"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="f:person-page" as="element(Q{}html)">
    <xsl:param name="person" as="element(person)"/>
    <xsl:param name="named" as="element(c:mention)*"/>
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="f:heading($person)"/>
      <xsl:with-param name="class" select="'list one-person'"/>
      <xsl:with-param name="description" select="f:role($person, '')"/>
      <xsl:with-param name="file" select="f:person-page-href($person/@xml:id)"/>
      <xsl:with-param name="about" select="$person"/>
      <xsl:with-param name="content" as="element()*">
        <nav class="way" aria-label="{f:label('Place in the edition')}">
          <a class="up" href="{f:person-href($person/@xml:id)}"><xsl:value-of select="f:label('Persons')"/></a>
        </nav>
        <main id="text" tabindex="-1">
          <h1><xsl:value-of select="f:heading($person)"/></h1>
          <xsl:sequence select="f:person-notes($person)"/>
          <xsl:variable name="forms" as="xs:string*" select="distinct-values($named/c:said)[not(. = f:heading($person))]"/>
          <xsl:if test="exists($forms)"><p class="forms"><xsl:value-of select="f:label('Named as') || ': ' || string-join($forms, ', ')"/></p></xsl:if>
          <xsl:if test="$person/idno">
            <p class="ids">
              <xsl:value-of select="f:label('Identifiers') || ': '"/>
              <xsl:for-each select="$person/idno">
                <span><xsl:value-of select="@type[. ne ''] ! (. || ' ')"/><xsl:sequence select="f:anchor(f:plain(.), f:web(f:plain(.)))"/></span>
                <xsl:text> </xsl:text>
              </xsl:for-each>
            </p>
          </xsl:if>
          <xsl:sequence select="f:letters-of(key('sent-by', $person/@xml:id, $catalogue), 'Written by', 'written')"/>
          <xsl:sequence select="f:letters-of(key('sent-to', $person/@xml:id, $catalogue), 'Sent to', 'received')"/>
          <section aria-labelledby="mentions">
            <h2 id="mentions"><xsl:value-of select="f:mentioned($named)"/></h2>
            <xsl:sequence select="f:named-in($named)"/>
          </section>
        </main>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:function>

  <xsl:function name="f:letters-of" as="element(Q{}section)?">
    <xsl:param name="documents" as="element(c:document)*"/>
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:if test="$documents">
      <section aria-labelledby="{$id}">
        <h2 id="{$id}"><xsl:value-of select="f:label($label)"/></h2>
        <ol class="dated">
          <xsl:sequence select="sort($documents, (), function($d) { string($d/@start) }) ! f:dated-entry(.)"/>
        </ol>
      </section>
    </xsl:if>
  </xsl:function>

  <!-- Every mention in its sentence, by document. -->
  <xsl:function name="f:named-in" as="element(Q{}section)*">
    <xsl:param name="named" as="element(c:mention)*"/>
    <xsl:for-each-group select="$named" group-adjacent="string(../@stem)">
      <xsl:variable name="document" as="element()?" select="key('stem', current-grouping-key(), $catalogue)[1]"/>
      <section>
        <h3><a href="{current-grouping-key()}.html"><xsl:value-of select="$document/c:title"/></a></h3>
        <xsl:if test="$document/c:date ne ''"><p class="when"><xsl:value-of select="f:when-where($document)"/></p></xsl:if>
        <ul class="mentions"><xsl:sequence select="current-group() ! f:mention-line(.)"/></ul>
      </section>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:function name="f:mention-line" as="element(Q{}li)">
    <xsl:param name="mention" as="element(c:mention)"/>
    <li>
      <xsl:value-of select="$mention/c:before"/>
      <a href="{$mention/../@stem}.html#{encode-for-uri($mention/@id)}"><xsl:value-of select="$mention/c:said"/></a>
      <xsl:value-of select="$mention/c:after"/>
    </li>
  </xsl:function>

</xsl:stylesheet>
