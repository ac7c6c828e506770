<?xml version="1.0" encoding="UTF-8"?>
<!-- A document's facts, worked out once from its header and text: the c:document of prepare.xsl and of the catalogue. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xmlns:c="urn:chancery:prepared" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <!-- The text of a node without the notes in it, on one line. -->
  <xsl:function name="f:plain" as="xs:string">
    <xsl:param name="node" as="node()?"/>
    <xsl:variable name="words" as="node()*"
                  select="$node//(text() | lb)[not(ancestor::note except $node/ancestor-or-self::note)]"/>
    <xsl:sequence select="normalize-space(string-join($words ! (if (self::element()) then ' ' else string(.))))"/>
  </xsl:function>

  <xsl:template match="TEI" mode="facts" as="element(c:document)">
    <xsl:variable name="div" as="element()?" select="f:document(.)"/>
    <xsl:variable name="header" as="element()?" select="teiHeader"/>
    <xsl:variable name="terms" as="element()*" select="$header/profileDesc/textClass/keywords/term"/>
    <xsl:variable name="title" as="xs:string" select="f:title(.)"/>
    <xsl:variable name="date" as="element()?" select="f:dated($div, $header, 'date')"/>
    <c:document stem="{f:stem(.)}" id="{f:document-id(.)}" n="{$div/@n}" volume="{f:volume(.)}"
                subtype="{$div/@subtype}" kind="{f:plain($terms[@type = 'kind'][1])}" official="{f:official(.)}"
                classification="{f:plain($terms[@type = 'classification'][1])}"
                handling="{string-join($terms[@type = 'handling'] ! f:plain(.), '; ')}"
                start="{f:date-start($date)}" year="{f:date-year($date)}" published="{f:published($header)}" ids="{text//@xml:id ! replace(., '\s', '')}">
      <c:title><xsl:value-of select="$title"/></c:title>
      <c:short><xsl:value-of select="replace($title, '^(No\.\s*)?\d+[a-z]?(\.?\s+(\S)|\.(\p{L}))', '$3$4')"/></c:short>
      <xsl:apply-templates select="$date, f:dated($div, $header, 'placeName')" mode="facts"/>
      <xsl:sequence select="f:party(., 'sent', 'from'), f:party(., 'received', 'to')"/>
      <c:source><xsl:value-of select="f:source(.)"/></c:source>
      <xsl:for-each select="($header/fileDesc/sourceDesc/msDesc/msIdentifier)[1][repository]">
        <c:repository collection="{f:plain(collection[1])}"><xsl:value-of select="f:plain(repository)"/></c:repository>
      </xsl:for-each>
      <xsl:apply-templates select="$header/fileDesc/sourceDesc/bibl[1]" mode="facts"/>
    </c:document>
  </xsl:template>

  <!-- The heading as printed, number included, without its notes; else the header's title. -->
  <xsl:function name="f:title" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="titles" as="xs:string*" select="
        (f:document($tei)/head[1], $tei/teiHeader/fileDesc/titleStmt/title[1]) ! f:plain(.)"/>
    <xsl:sequence select="($titles[. ne ''], f:stem($tei))[1]"/>
  </xsl:function>

  <!-- The element that says when or where: the document's own dateline, else the header's creation. -->
  <xsl:function name="f:dated" as="element()?">
    <xsl:param name="div" as="element()?"/>
    <xsl:param name="header" as="element()?"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:variable name="lines" as="element()*" select="
        $div//(dateline | p[@rend = 'dateline'])[not(ancestor::note or ancestor::quote or ancestor::floatingText
                                                     or ancestor::div[@type = 'attachment'])]"/>
    <xsl:sequence select="(($lines/descendant::*[local-name() = $name][not(ancestor::note)])[1],
                           $header/profileDesc/creation/*[local-name() = $name][1])[1]"/>
  </xsl:function>

  <xsl:template match="date | placeName" mode="facts" as="element()">
    <xsl:variable name="by-edition" as="xs:boolean" select="ancestor::teiHeader and starts-with(@resp, '#')"/>
    <xsl:element name="c:{if (self::date) then 'date' else 'place'}">
      <xsl:attribute name="by" select="if ($by-edition) then 'edition' else 'text'"/>
      <xsl:if test="self::date">
        <xsl:attribute name="when" select="@when"/>
        <xsl:attribute name="bounds" select="f:date-bounds(.)"/>
      </xsl:if>
      <xsl:if test="$by-edition">
        <xsl:attribute name="says" select="f:plain(key('id', substring-after(@resp, '#'))[1]/resp[1])"/>
        <xsl:attribute name="href" select="f:web(@source)"/>
      </xsl:if>
      <xsl:value-of select="if (self::date) then f:date-text(.) else f:plain(.)"/>
    </xsl:element>
  </xsl:template>

  <!-- The last day on which the header says that the file was published or changed; empty where it doesn't. -->
  <xsl:function name="f:published" as="xs:string?">
    <xsl:param name="header" as="element()?"/>
    <xsl:sequence select="max($header/(fileDesc/publicationStmt/date | revisionDesc//change)/@when[. castable as xs:date] ! string(.))"/>
  </xsl:function>

  <!-- Those who sent or received: the header's correspondence, else the heading's. -->
  <xsl:function name="f:party" as="element()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="action" as="xs:string"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:variable name="said" as="element()*" select="
        $tei/teiHeader/profileDesc/correspDesc/correspAction[@type = $action]/(persName | orgName | name)"/>
    <xsl:variable name="headed" as="element()*" select="f:document($tei)/head[1]//(persName | orgName)[@type = $type]"/>
    <xsl:for-each select="if ($said) then $said else $headed">
      <xsl:element name="c:{$type}">
        <xsl:attribute name="by" select="if (@resp = '#edition') then 'edition' else 'text'"/>
        <xsl:attribute name="person" select="f:person-id(.)"/>
        <xsl:value-of select="f:plain(.)"/>
      </xsl:element>
    </xsl:for-each>
  </xsl:function>

  <!-- Where the original lies, in a line: from the header's description, else the source note. -->
  <xsl:function name="f:source" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="described" as="xs:string*" select="
        $tei/teiHeader/fileDesc/sourceDesc/msDesc[1]/msIdentifier/(repository, collection, idno) ! f:plain(.)"/>
    <xsl:sequence select="if (exists($described[. ne ''])) then string-join($described[. ne ''], ', ')
                          else replace(f:plain((f:document($tei)//note[@type = 'source'])[1]), '^Source:\s*', '')"/>
  </xsl:function>

  <xsl:template match="bibl" mode="facts" as="element(c:bibl)">
    <c:bibl series="{f:plain(title[@level = 's'][1])}" title="{f:plain(title[@level = 'm'][1])}"
            publisher="{f:plain(publisher[1])}" year="{f:plain(date[1])}"
            pages="{f:plain(biblScope[@unit = 'page'][1])}">
      <xsl:for-each select="editor"><c:editor><xsl:value-of select="f:plain(.)"/></c:editor></xsl:for-each>
    </c:bibl>
  </xsl:template>

</xsl:stylesheet>
