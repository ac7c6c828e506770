<?xml version="1.0" encoding="UTF-8"?>
<!-- A document and its parts: what stands before the heading, the document's own text, attachments. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:i="urn:chancery:import"
                xmlns="http://www.tei-c.org/ns/1.0"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:variable name="attachment-heading" as="xs:string"
                select="'^\[?(Attachment|Enclosure|Annex|Appendix|Tab)s?( ?(No\. ?)?([0-9]{1,2}|[A-Z]{1,2}|[IVX]{1,4}))?\]?:?$'"/>

  <xsl:template name="document" as="element(div)">
    <xsl:variable name="editorial" as="xs:boolean" select="@subtype = 'editorial-note' or matches(i:title(.), '(^|\s)Editorial Note$', 'i')"/>
    <xsl:variable name="opening" as="element(pb)*" select="i:opening-breaks(.)"/>
    <div type="document" subtype="{if ($editorial) then 'editorial-note' else 'historical-document'}" xml:id="{i:document-id(.)}">
      <xsl:sequence select="@n"/>
      <xsl:for-each select="@*:doc-dateTime-min"><xsl:attribute name="i:min" select="."/></xsl:for-each>
      <xsl:for-each select="@*:doc-dateTime-max"><xsl:attribute name="i:max" select="."/></xsl:for-each>
      <xsl:apply-templates select="@* except (@type, @subtype[. = ('historical-document', 'editorial-note')], @xml:id, @n,
                                              @*:doc-dateTime-min, @*:doc-dateTime-max)" mode="attributes"/>
      <xsl:apply-templates select="$opening" mode="block"/>
      <xsl:call-template name="parts"/>
    </div>
  </xsl:template>

  <!-- the page breaks between the document and what stands before it -->
  <xsl:function name="i:opening-breaks" as="element(pb)*">
    <xsl:param name="div" as="element(div)"/>
    <xsl:variable name="before" as="element()?" select="$div/preceding-sibling::*[not(self::pb)][1]"/>
    <xsl:sequence select="$div/preceding-sibling::pb[empty($before) or . >> $before]"/>
  </xsl:function>

  <!-- TEI allows nothing after a closer: where something comes, the document's own text and each further paper are divs -->
  <xsl:template name="parts" as="element()*">
    <xsl:variable name="head" as="element(head)?" select="(head | pb/following-sibling::head)[1]"/>
    <xsl:variable name="before" as="element()*" select="if ($head) then $head/preceding-sibling::* else ()"/>
    <xsl:apply-templates select="$before, $head" mode="block"/>
    <xsl:variable name="blocks" as="document-node()">
      <xsl:document><xsl:apply-templates select="node() except ($before, $head)" mode="block"/></xsl:document>
    </xsl:variable>
    <xsl:variable name="groups" as="document-node()">
      <xsl:document>
        <xsl:for-each-group select="$blocks/(* except note)" group-starting-with="*[i:opens-part(.)]">
          <i:group><xsl:sequence select="current-group()"/></i:group>
        </xsl:for-each-group>
      </xsl:document>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="count($groups/i:group) lt 2 and empty($groups/i:group/div[@type = 'attachment'])">
        <xsl:sequence select="i:content($groups/i:group/*)"/>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="$groups/i:group" mode="part"/></xsl:otherwise>
    </xsl:choose>
    <xsl:sequence select="$blocks/note"/>
  </xsl:template>

  <xsl:mode name="part" on-no-match="fail"/>

  <xsl:template match="i:group[div[@type = 'attachment']]" mode="part" as="element()*">
    <xsl:sequence select="*"/>
  </xsl:template>

  <xsl:template match="i:group[position() = 1]" mode="part" as="element(div)">
    <div type="text"><xsl:sequence select="i:content(*)"/></div>
  </xsl:template>

  <xsl:template match="i:group[*[1][matches(normalize-space(), $attachment-heading)]]" mode="part" as="element(div)" priority="2">
    <div type="attachment">
      <head><xsl:sequence select="*[1]/node()"/></head>
      <xsl:sequence select="i:content(tail(*))"/>
    </div>
  </xsl:template>

  <xsl:template match="i:group" mode="part" as="element(div)" priority="-1">
    <div type="attachment"><xsl:sequence select="i:content(*)"/></div>
  </xsl:template>

  <!-- whether a block begins a paper of its own: the first text after a closer that no closer ended yet, or an attachment -->
  <xsl:function name="i:opens-part" as="xs:boolean">
    <xsl:param name="block" as="element()"/>
    <xsl:variable name="before" as="element()?" select="$block/preceding-sibling::*[not(self::pb | self::note)][1]"/>
    <xsl:sequence select="
      if ($block/self::div[@type = 'attachment']) then true()
      else if ($block[self::pb | self::closer | self::postscript | self::dateline] or i:is-postscript($block)) then false()
      else exists($before[self::closer | self::postscript | self::div[@type = 'attachment']])"/>
  </xsl:function>

  <!-- what TEI allows at the top or the end of a division only: in the middle a dateline is a paragraph -->
  <xsl:function name="i:content" as="element()*">
    <xsl:param name="blocks" as="element()*"/>
    <xsl:variable name="after" as="element()?" select="$blocks[i:is-postscript(.)][1]"/>
    <xsl:variable name="text" as="element()*" select="
      $blocks[not(self::pb | self::figure | self::dateline | self::opener | self::closer | self::postscript)][not($after) or . &lt;&lt; $after]"/>
    <xsl:for-each select="$blocks[not($after) or . &lt;&lt; $after or . is $after]">
      <xsl:choose>
        <xsl:when test=". is $after"><postscript><xsl:sequence select="$blocks[. is $after or . >> $after]"/></postscript></xsl:when>
        <xsl:when test="self::dateline and . >> $text[1] and . &lt;&lt; $text[last()]">
          <p rend="dateline"><xsl:sequence select="node()"/></p>
        </xsl:when>
        <xsl:when test="self::opener and . >> $text[1]"><xsl:sequence select="i:as-paragraphs(*)"/></xsl:when>
        <xsl:when test="self::closer and . &lt;&lt; $text[last()]"><xsl:sequence select="i:as-paragraphs(*)"/></xsl:when>
        <xsl:otherwise><xsl:sequence select="."/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>

  <!-- a paragraph after a closer that says that it is one -->
  <xsl:function name="i:is-postscript" as="xs:boolean">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="exists($block[self::p][matches(normalize-space(), '^P\. ?S\.')]
                                 /preceding-sibling::*[not(self::pb | self::note)][1]/self::closer)"/>
  </xsl:function>

  <xsl:function name="i:as-paragraphs" as="element()*">
    <xsl:param name="lines" as="element()*"/>
    <xsl:for-each select="$lines">
      <xsl:choose>
        <xsl:when test="self::pb"><xsl:sequence select="."/></xsl:when>
        <xsl:when test="self::dateline"><p rend="dateline"><xsl:sequence select="node()"/></p></xsl:when>
        <xsl:otherwise><p><xsl:sequence select="node()"/></p></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>

  <!-- the series' own attachment -->
  <xsl:template match="*:attachment" mode="block" as="element(div)">
    <div type="attachment">
      <xsl:sequence select="@xml:id, @n"/>
      <xsl:apply-templates select="@* except (@xml:id, @n)" mode="attributes"/>
      <xsl:variable name="head" as="element(head)?" select="head[1]"/>
      <xsl:variable name="label" as="element(seg)?" select="opener/seg[matches(normalize-space(), $attachment-heading)][1]"/>
      <xsl:for-each select="$label"><head><xsl:apply-templates mode="inline"/></head></xsl:for-each>
      <xsl:apply-templates select="$head" mode="block"/>
      <xsl:variable name="blocks" as="document-node()">
        <xsl:document><xsl:apply-templates select="node() except $head" mode="block"/></xsl:document>
      </xsl:variable>
      <xsl:sequence select="i:content($blocks/*)"/>
    </div>
  </xsl:template>
</xsl:stylesheet>
