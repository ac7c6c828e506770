<?xml version="1.0" encoding="UTF-8"?>
<!-- What stands within a line: names, dates, references, page breaks, type. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xmlns:c="urn:chancery:prepared" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <!-- A link cannot stand inside another, and a note's marker is one. -->
  <xsl:template match="persName[@c:person] | rs[@c:person]" mode="text" as="element()">
    <xsl:variable name="link" as="xs:boolean" select="not(ancestor::ref[@c:link ne 'none'] or .//note or .//pb or .//ref)
                                                      and empty(ancestor::*[@c:person])"/>
    <xsl:element name="{if ($link) then 'a' else 'span'}">
      <xsl:if test="$link"><xsl:attribute name="href" select="f:person-href(@c:person)"/></xsl:if>
      <xsl:sequence select="f:marks(., 'person')"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="term[@c:term]" mode="text" as="element()" priority="1">
    <xsl:variable name="link" as="xs:boolean" select="not(ancestor::ref[@c:link ne 'none'] or .//note or .//pb or .//ref)
                                                      and empty(ancestor::*[@c:person or @c:term])"/>
    <xsl:element name="{if ($link) then 'a' else 'span'}">
      <xsl:if test="$link"><xsl:attribute name="href" select="f:term-href(@c:term)"/></xsl:if>
      <xsl:sequence select="f:marks(., 'term')"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:function name="f:person-href" as="xs:string">
    <xsl:param name="person" as="xs:string"/>
    <xsl:sequence select="'persons.html#' || encode-for-uri($person)"/>
  </xsl:function>

  <xsl:function name="f:term-href" as="xs:string">
    <xsl:param name="term" as="xs:string"/>
    <xsl:sequence select="'terms.html#' || encode-for-uri($term)"/>
  </xsl:function>

  <xsl:template match="ref | ptr" mode="text" as="element()">
    <xsl:variable name="href" as="xs:string?" select="f:href(.)"/>
    <xsl:variable name="link" as="xs:boolean" select="exists($href) and not(.//note or .//pb or ancestor::ref)"/>
    <xsl:element name="{if ($link) then 'a' else 'span'}">
      <xsl:if test="$link"><xsl:attribute name="href" select="$href"/></xsl:if>
      <xsl:sequence select="f:marks(., ('ref', @c:link[. ne 'none'])), f:preview(.)[$link]"/>
      <xsl:apply-templates mode="#current"/>
      <xsl:if test="self::ptr"><xsl:value-of select="replace(@target, '^https?://', '')"/></xsl:if>
    </xsl:element>
  </xsl:template>

  <!-- The address of a reference on these pages; none where it leads nowhere. -->
  <xsl:function name="f:href" as="xs:string?">
    <xsl:param name="ref" as="element()"/>
    <xsl:variable name="place" as="xs:string?" select="$ref/@c:target ! ('#' || encode-for-uri(.))"/>
    <xsl:choose>
      <xsl:when test="$ref/@c:link = 'here'"><xsl:sequence select="$place"/></xsl:when>
      <xsl:when test="$ref/@c:link = 'edition'"><xsl:sequence select="$ref/@c:stem || '.html' || $place"/></xsl:when>
      <xsl:when test="$ref/@c:link = 'person'"><xsl:sequence select="f:person-href($ref/@c:target)"/></xsl:when>
      <xsl:otherwise><xsl:sequence select="$ref/@c:href ! string(.)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- What a script shows before one follows a reference from a document: title and facts of its target, as the catalogue has them. -->
  <xsl:function name="f:preview" as="attribute()*">
    <xsl:param name="ref" as="element()"/>
    <xsl:for-each select="$ref[@c:link = 'edition'][root()/TEI/c:document]/@c:stem ! key('stem', ., $catalogue)[1]">
      <xsl:variable name="note" as="xs:string?" select="$ref/@c:target[matches(., 'fn[0-9A-Za-z]+$')] ! replace(., '^.*fn', '')"/>
      <xsl:attribute name="data-title" select="string-join((c:title, @title)[1]), $note ! (f:label('note') || ' ' || .)" separator=", "/>
      <xsl:if test="self::c:document"><xsl:attribute name="data-facts" select="f:when-where(.)"/></xsl:if>
    </xsl:for-each>
  </xsl:function>

  <!-- The number comes from the style sheet: selecting, copying and searching the text do not meet it. -->
  <xsl:template match="pb" mode="text" as="element(Q{}span)">
    <span id="{@c:id}" class="{'pb', 'between'[current()/(parent::div | parent::titlePage | parent::front | parent::body | parent::back)]}">
      <xsl:if test="@c:label ne ''">
        <a href="#{encode-for-uri(@c:id)}" data-n="{@c:label}" aria-label="{f:label('Page') || ' ' || @c:label}"></a>
      </xsl:if>
    </span>
  </xsl:template>

  <xsl:template match="lb" mode="text" as="element(Q{}br)"><br/></xsl:template>
  <xsl:template match="closer/lb[following-sibling::*[1][self::seg]]" mode="text" as="empty-sequence()"/>

  <xsl:template match="date | time" mode="text" as="element()">
    <xsl:variable name="when" as="xs:string?" select="f:datetime(@when)"/>
    <xsl:element name="{if ($when) then 'time' else 'span'}">
      <xsl:if test="$when"><xsl:attribute name="datetime" select="$when"/></xsl:if>
      <xsl:sequence select="f:marks(., 'date')"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="hi" mode="text" as="element()">
    <xsl:variable name="rend" as="xs:string?" select="f:rend(.)[1]"/>
    <xsl:variable name="names" as="map(xs:string, xs:string)" select="map {
        'italic': 'i', 'bold': 'b', 'superscript': 'sup', 'subscript': 'sub', 'underline': 'u', 'strikethrough': 's' }"/>
    <xsl:element name="{($rend ! $names(.), 'span')[1]}">
      <xsl:sequence select="f:marks(., f:rend(.)[not(map:contains($names, .) and . = $rend)])"
                    xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="emph | title | foreign | mentioned" mode="text" as="element(Q{}i)">
    <i><xsl:sequence select="f:marks(., ())"/><xsl:apply-templates mode="#current"/></i>
  </xsl:template>

  <xsl:template match="del" mode="text" as="element(Q{}del)"><del><xsl:apply-templates mode="#current"/></del></xsl:template>
  <xsl:template match="add" mode="text" as="element(Q{}ins)"><ins><xsl:apply-templates mode="#current"/></ins></xsl:template>

  <!-- What editors did to the text, each with its sign: the document's own letters come first. -->
  <xsl:template match="choice" mode="text" as="element(Q{}span)">
    <span class="choice"><xsl:apply-templates select="sic | orig | abbr, corr | reg | expan" mode="#current"/></span>
  </xsl:template>

  <xsl:template match="choice/corr | choice/reg | choice/expan | supplied" mode="text" as="element(Q{}span)" priority="1">
    <span class="editor" title="{f:label(local-name())}">
      <xsl:if test="parent::choice"><xsl:text> </xsl:text></xsl:if>
      <xsl:text>[</xsl:text><xsl:apply-templates mode="#current"/><xsl:text>]</xsl:text>
    </span>
  </xsl:template>

  <xsl:template match="gap" mode="text" as="element(Q{}span)">
    <span class="editor">[<xsl:value-of select="(f:plain(desc[1])[. ne ''], @reason, '…')[1]"/>]</span>
  </xsl:template>

  <!-- Elements that mean something but look like the text around them. -->
  <xsl:template match="persName | rs | orgName | placeName | name | term | gloss | affiliation | roleName | seg | q | num | abbr | expan
                       | sic | corr | orig | reg | unclear | soCalled | measure | idno | anchor | milestone | forename | surname
                       | geogName | settlement | country | cit | bibl | code | formula | w | c | pc | said | desc"
                mode="text" as="element(Q{}span)">
    <span>
      <xsl:sequence select="f:marks(., local-name())"/>
      <xsl:apply-templates mode="#current"/>
    </span>
  </xsl:template>

</xsl:stylesheet>
