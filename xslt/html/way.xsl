<?xml version="1.0" encoding="UTF-8"?>
<!-- Where a document stands: the way up through its volume, and its neighbours. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xmlns:c="urn:chancery:prepared" exclude-result-prefixes="#all">

  <xsl:key name="entry" match="c:entry" use="@stem"/>
  <xsl:key name="volume" match="c:volume" use="@volume"/>

  <!-- Above a document: volume › chapter, and short ways to its neighbours. -->
  <xsl:function name="f:way" as="element(Q{}nav)">
    <xsl:param name="document" as="element(c:document)"/>
    <xsl:param name="entry" as="element(c:document)?"/>
    <nav class="way" aria-label="{f:label('Place in the edition')}">
      <ol class="crumbs"><xsl:sequence select="f:crumbs($document)"/></ol>
      <span class="steps">
        <xsl:for-each select="f:previous($entry)">
          <a href="{@stem}.html" aria-label="{f:label('Previous') || ': ' || c:title}"><xsl:value-of select="'← ' || @n"/></a>
        </xsl:for-each>
        <xsl:for-each select="f:next($entry)">
          <a href="{@stem}.html" aria-label="{f:label('Next') || ': ' || c:title}"><xsl:value-of select="@n || ' →'"/></a>
        </xsl:for-each>
      </span>
    </nav>
  </xsl:function>

  <!-- The volume and the chapters in it that lead to the document; where the edition lacks them, its place in the list of all. -->
  <xsl:function name="f:crumbs" as="element(Q{}li)+">
    <xsl:param name="document" as="element(c:document)"/>
    <xsl:variable name="place" as="element(c:entry)?" select="$catalogue ! key('entry', $document/@stem, .)[1]"/>
    <xsl:variable name="volume" as="element(c:volume)?" select="$place/ancestor::c:volume"/>
    <xsl:variable name="title" as="xs:string" select="string-join($document/c:bibl/(@series, @title)[. ne ''], ', ')"/>
    <xsl:choose>
      <xsl:when test="$volume">
        <li><a href="{$volume/@stem}.html"><xsl:value-of select="$volume/@title"/></a></li>
        <xsl:for-each select="$place/ancestor::c:division[@title ne '']">
          <li><a href="{$volume/@stem}.html#{encode-for-uri((@id[. ne ''], $document/@stem)[1])}"><xsl:value-of select="@title"/></a></li>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <li><a href="index.html#{$document/@stem}"><xsl:value-of select="($title[. ne ''], f:label('Documents'))[1]"/></a></li>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Below a document: the neighbours with their titles. -->
  <xsl:function name="f:turn" as="element(Q{}nav)">
    <xsl:param name="here" as="element(c:document)?"/>
    <xsl:param name="label" as="xs:string"/>
    <nav class="turn" aria-label="{f:label($label)}">
      <xsl:sequence select="f:turn-to(f:previous($here), 'prev', 'Previous'), f:turn-to(f:next($here), 'next', 'Next')"/>
    </nav>
  </xsl:function>

  <xsl:function name="f:turn-to" as="element(Q{}a)?">
    <xsl:param name="document" as="element(c:document)?"/>
    <xsl:param name="rel" as="xs:string"/>
    <xsl:param name="label" as="xs:string"/>
    <xsl:for-each select="$document">
      <a rel="{$rel}" class="{$rel}" href="{@stem}.html">
        <span class="way"><xsl:value-of select="f:label($label)"/></span>
        <span class="title"><xsl:value-of select="c:title"/></span>
      </a>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="f:previous" as="element(c:document)?">
    <xsl:param name="here" as="element(c:document)?"/>
    <xsl:sequence select="$here/preceding-sibling::c:document[1][f:together(., $here)]"/>
  </xsl:function>

  <xsl:function name="f:next" as="element(c:document)?">
    <xsl:param name="here" as="element(c:document)?"/>
    <xsl:sequence select="$here/following-sibling::c:document[1][f:together(., $here)]"/>
  </xsl:function>

  <!-- Whether one reads on from one document to the other: a volume that the edition has as such ends with its last. -->
  <xsl:function name="f:together" as="xs:boolean">
    <xsl:param name="one" as="element(c:document)"/>
    <xsl:param name="other" as="element(c:document)"/>
    <xsl:sequence select="$one/@volume = $other/@volume
                          or empty(($one, $other)/@volume ! key('volume', ., $catalogue))"/>
  </xsl:function>

</xsl:stylesheet>
