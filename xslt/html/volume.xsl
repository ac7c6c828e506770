<?xml version="1.0" encoding="UTF-8"?>
<!-- A volume: the page of its contents, and a page for each part of its front and back matter. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xmlns:c="urn:chancery:prepared" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:mode name="contents" on-no-match="deep-skip" on-multiple-match="fail"/>

  <xsl:function name="f:volume-page" as="element(Q{}html)">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="volume" as="element(c:volume)" select="$tei/c:volume"/>
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="string($volume/@title)"/>
      <xsl:with-param name="class" select="'volume'"/>
      <xsl:with-param name="file" select="$volume/@stem || '.html'"/>
      <xsl:with-param name="about" select="$volume"/>
      <xsl:with-param name="content" as="element()*">
        <main id="text" tabindex="-1">
          <header>
            <p class="series"><xsl:value-of select="$volume/@series"/></p>
            <h1><xsl:value-of select="$volume/@title"/></h1>
            <xsl:if test="$volume/c:editor">
              <p class="editors"><xsl:value-of select="f:label('edited by'), f:join($volume/c:editor ! string(.))"/></p>
            </xsl:if>
          </header>
          <xsl:sequence select="f:parts($volume/c:part[@at = 'front'])"/>
          <section class="contents" aria-labelledby="contents">
            <h2 id="contents"><xsl:value-of select="f:label('Documents')"/></h2>
            <xsl:apply-templates select="$tei/text/body/*" mode="contents"/>
          </section>
          <xsl:sequence select="f:parts($volume/c:part[@at = 'back'])"/>
        </main>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:function>

  <xsl:function name="f:parts" as="element(Q{}ul)?">
    <xsl:param name="parts" as="element(c:part)*"/>
    <xsl:if test="$parts">
      <ul class="parts">
        <xsl:for-each select="$parts"><li><a href="{@stem}.html"><xsl:value-of select="@title"/></a></li></xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:function>

  <!-- A compilation or chapter: its heading, what introduces it, then smaller ones or documents. -->
  <xsl:template match="body//div" mode="contents" as="element(Q{}section)">
    <section>
      <xsl:if test="@c:id"><xsl:attribute name="id" select="@c:id"/></xsl:if>
      <xsl:for-each select="head">
        <xsl:element name="h{min((6, 2 + count(ancestor::div)))}"><xsl:apply-templates mode="text"/></xsl:element>
      </xsl:for-each>
      <xsl:apply-templates select="* except (head, child::div, list[@type = 'documents'], pb)" mode="text"/>
      <xsl:apply-templates select="child::div | list[@type = 'documents'] | pb" mode="contents"/>
      <xsl:variable name="notes" as="element(note)*" select="(* except child::div)//note"/>
      <xsl:if test="$notes"><ol class="notes"><xsl:apply-templates select="$notes" mode="notes"/></ol></xsl:if>
    </section>
  </xsl:template>

  <!-- A page that begins between documents has its address here. -->
  <xsl:template match="pb" mode="contents" as="element(Q{}span)"><xsl:apply-templates select="." mode="text"/></xsl:template>

  <xsl:template match="list[@type = 'documents']" mode="contents" as="element(Q{}ol)">
    <ol>
      <xsl:for-each select="item/ref">
        <xsl:variable name="stem" as="xs:string" select="replace(@target, '\.xml$', '')"/>
        <xsl:variable name="entry" as="element(c:document)?" select="key('stem', $stem, $catalogue)[self::c:document][1]"/>
        <xsl:choose>
          <xsl:when test="$entry"><xsl:sequence select="f:entry($entry)"/></xsl:when>
          <xsl:otherwise><li class="missing"><xsl:value-of select="f:plain(.)"/></li></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </ol>
  </xsl:template>

  <xsl:function name="f:part-page" as="element(Q{}html)">
    <xsl:param name="part" as="element()"/>
    <xsl:param name="volume" as="element(c:volume)"/>
    <xsl:variable name="title" as="xs:string" select="f:part-title($part)"/>
    <xsl:variable name="here" as="element(c:part)?" select="$volume/c:part[@stem = f:part-stem($part)][1]"/>
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="$title || ', ' || $volume/@title"/>
      <xsl:with-param name="class" select="'part'"/>
      <xsl:with-param name="file" select="f:part-stem($part) || '.html'"/>
      <xsl:with-param name="content" as="element()*">
        <nav class="way" aria-label="{f:label('Place in the edition')}">
          <a class="up" href="{$volume/@stem}.html"><xsl:value-of select="$volume/@title"/></a>
        </nav>
        <main id="text" tabindex="-1">
          <article lang="{f:language(root($part)/TEI/@xml:lang)}" data-pagefind-body="">
            <xsl:if test="$part/@c:id"><xsl:attribute name="id" select="$part/@c:id"/></xsl:if>
            <header>
              <xsl:apply-templates select="f:opening-breaks($part)" mode="text"/>
              <h1><xsl:apply-templates select="$part/head[1]/node()" mode="text"/><xsl:if test="not($part/head)"><xsl:value-of select="$title"/></xsl:if></h1>
            </header>
            <div class="text"><xsl:apply-templates select="$part/node()[not(. is $part/head[1])]" mode="text"/></div>
            <xsl:variable name="notes" as="element(note)*" select="$part//note[not(@rend = 'inline')]"/>
            <xsl:if test="$notes">
              <section class="notes" aria-labelledby="notes">
                <h2 id="notes"><xsl:value-of select="f:label('Notes')"/></h2>
                <ol><xsl:apply-templates select="$notes" mode="notes"/></ol>
              </section>
            </xsl:if>
          </article>
          <xsl:sequence select="f:beside(f:pages-here((), (f:opening-breaks($part), $part//pb)))"/>
        </main>
        <nav class="turn" aria-label="{f:label('Neighbouring parts')}">
          <xsl:for-each select="$here/preceding-sibling::c:part[1]"><a rel="prev" class="prev" href="{@stem}.html"><span class="title"><xsl:value-of select="@title"/></span></a></xsl:for-each>
          <xsl:for-each select="$here/following-sibling::c:part[1]"><a rel="next" class="next" href="{@stem}.html"><span class="title"><xsl:value-of select="@title"/></span></a></xsl:for-each>
        </nav>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:function>

  <!-- what only a title page has -->
  <xsl:template match="titlePart | docImprint | docDate | docAuthor | byline[parent::titlePage]" mode="text" as="element(Q{}div)" priority="1">
    <div><xsl:sequence select="f:marks(., local-name())"/><xsl:apply-templates mode="#current"/></div>
  </xsl:template>

  <xsl:template match="docImprint/publisher | docImprint/pubPlace" mode="text" as="element(Q{}span)" priority="2">
    <span><xsl:sequence select="f:marks(., local-name())"/><xsl:apply-templates mode="#current"/></span>
  </xsl:template>

</xsl:stylesheet>
