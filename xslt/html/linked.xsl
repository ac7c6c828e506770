<?xml version="1.0" encoding="UTF-8"?>
<!-- The same facts as linked data, in the words of schema.org: documents, volumes, persons, and how they hang together. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:c="urn:chancery:prepared"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:function name="f:linked-data" as="element(Q{}script)?">
    <xsl:param name="file" as="xs:string"/>
    <xsl:param name="about" as="element()?"/>
    <xsl:variable name="facts" as="map(xs:string, item()*)?" select="
        if ($about/self::c:document) then f:document-data($about)
        else if ($about/self::c:volume) then f:volume-data($about)
        else if ($about/self::person) then f:person-data($about)
        else if ($file = 'index.html') then f:edition-data() else ()"/>
    <xsl:if test="exists($facts)">
      <xsl:variable name="json" as="xs:string" select="serialize(
          f:object(map:merge((map { '@context': 'https://schema.org', 'url': f:address($file) }, $facts))), map { 'method': 'json' })"/>
      <!-- nothing in it can end the element -->
      <script type="application/ld+json"><xsl:value-of select="replace(replace($json, '\\/', '/'), '&lt;', '\\u003c')"/></script>
    </xsl:if>
  </xsl:function>

  <!-- The same without what is empty; what is there several times becomes a list. -->
  <xsl:function name="f:object" as="map(xs:string, item())">
    <xsl:param name="facts" as="map(xs:string, item()*)"/>
    <xsl:map>
      <xsl:for-each select="sort(map:keys($facts))">
        <xsl:variable name="values" as="item()*" select="$facts(.)[not(. instance of xs:string and . = '')]"/>
        <xsl:if test="exists($values)">
          <xsl:map-entry key="." select="if (count($values) = 1) then $values else array { $values }"/>
        </xsl:if>
      </xsl:for-each>
    </xsl:map>
  </xsl:function>

  <xsl:function name="f:document-data" as="map(xs:string, item()*)">
    <xsl:param name="document" as="element(c:document)"/>
    <xsl:variable name="sent" as="xs:boolean" select="$document/@kind = ('telegram', 'letter', 'message', 'airgram', 'note')"/>
    <xsl:sequence select="map {
        '@type': if ($sent) then 'Message' else 'CreativeWork', 'name': string($document/c:title), 'identifier': string($document/@n),
        'genre': string($document/@kind), 'dateCreated': f:datetime($document/c:date/@when),
        'locationCreated': string($document/c:place)[. ne ''] ! map { '@type': 'Place', 'name': . },
        'inLanguage': f:language($edition/@language), 'sameAs': string($document/@official),
        (if ($sent) then 'sender' else 'author'): $document/c:from ! f:party-data(.),
        'recipient': $document/c:to[$sent] ! f:party-data(.),
        'mentions': $document/c:person ! f:object(map { '@type': 'Person', '@id': f:person-data-id(@id), 'name': string(@heading) }),
        'license': string($edition/@licence-address),
        'isPartOf': $document/c:bibl[@title ne ''] ! f:book-data(@title, @series, @year, @publisher, c:editor) }"/>
  </xsl:function>

  <xsl:function name="f:volume-data" as="map(xs:string, item()*)">
    <xsl:param name="volume" as="element(c:volume)"/>
    <xsl:sequence select="f:book-data($volume/@title, $volume/@series, $volume/@year, $volume/@publisher, $volume/c:editor)"/>
  </xsl:function>

  <xsl:function name="f:book-data" as="map(xs:string, item()*)">
    <xsl:param name="title" as="xs:string?"/>
    <xsl:param name="series" as="xs:string?"/>
    <xsl:param name="year" as="xs:string?"/>
    <xsl:param name="publisher" as="xs:string?"/>
    <xsl:param name="editors" as="element()*"/>
    <xsl:sequence select="f:object(map {
        '@type': ('Book', 'PublicationVolume'), 'name': $title, 'datePublished': $year[matches(., '^\d{4}$')],
        'publisher': $publisher[. ne ''] ! map { '@type': 'Organization', 'name': . },
        'editor': $editors ! map { '@type': 'Person', 'name': string(.) },
        'isPartOf': $series[. ne ''] ! map { '@type': 'BookSeries', 'name': . } })"/>
  </xsl:function>

  <!-- A sender or recipient: a person where the register knows one, else whatever the heading says. -->
  <xsl:function name="f:party-data" as="map(xs:string, item())">
    <xsl:param name="party" as="element()"/>
    <xsl:variable name="person" as="element(person)?" select="f:person($party/@person)"/>
    <xsl:sequence select="f:object(if ($person) then map { '@type': 'Person', '@id': f:person-data-id($person/@xml:id), 'name': f:heading($person) }
                          else map { 'name': string($party) })"/>
  </xsl:function>

  <xsl:function name="f:person-data-id" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="$edition/@address || f:person-href($id)"/>
  </xsl:function>

  <xsl:function name="f:person-data" as="map(xs:string, item()*)">
    <xsl:param name="person" as="element(person)"/>
    <xsl:sequence select="map {
        '@type': 'Person', '@id': f:person-data-id($person/@xml:id), 'name': f:heading($person), 'description': f:role($person, ''),
        'birthDate': f:datetime($person/birth[1]/@when), 'deathDate': f:datetime($person/death[1]/@when),
        'sameAs': $person/(idno | ptr/@target) ! f:web(normalize-space(.)) }"/>
  </xsl:function>

  <xsl:function name="f:edition-data" as="map(xs:string, item()*)">
    <xsl:sequence select="map {
        '@type': 'Collection', 'name': f:edition-title(), 'description': string($edition/@description),
        'inLanguage': f:language($edition/@language), 'license': string($edition/@licence-address),
        'editor': $edition/c:editor ! map { '@type': 'Person', 'name': string(.) },
        'publisher': $edition/@publisher[. ne ''] ! map { '@type': 'Organization', 'name': string(.) },
        'collectionSize': count($edition/c:document) }"/>
  </xsl:function>

</xsl:stylesheet>
