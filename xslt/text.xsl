<?xml version="1.0" encoding="UTF-8"?>
<!--
  A document as plain text, from the prepared tree: a line a paragraph, an empty line between them, notes as [1] where
  their markers stand and numbered at the end, page breaks as [Page 595]. What the edition added stands in brackets.
-->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xmlns:c="urn:chancery:prepared" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:mode name="lines" on-no-match="deep-skip" on-multiple-match="fail"/> <!-- a block: its lines -->
  <xsl:mode name="words" on-no-match="text-only-copy" on-multiple-match="fail"/> <!-- what stands in a line -->

  <xsl:function name="f:plain-text" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="document" as="element(c:document)" select="$tei/c:document"/>
    <xsl:variable name="notes" as="element(note)*" select="$tei/text//note[not(@rend = 'inline')]"/>
    <xsl:variable name="lines" as="xs:string*">
      <xsl:sequence select="(string($document/c:title), f:added($document))[empty(f:document($tei)/head)]"/>
      <xsl:apply-templates select="$tei/text" mode="lines"/>
      <xsl:sequence select="f:label('Notes')[exists($notes)], $notes ! f:note-lines(.)"/>
      <xsl:sequence select="normalize-space(string-join(f:chicago($document)))"/>
    </xsl:variable>
    <xsl:sequence select="string-join($lines[. ne ''], '&#10;&#10;')"/>
  </xsl:function>

  <xsl:template match="head" mode="lines" as="xs:string*" priority="1">
    <xsl:sequence select="f:lines(.), (root()/TEI/c:document ! f:added(.))[current() is f:document(current())/head[1]]"/>
  </xsl:template>

  <!-- Place and date that are the edition's words, in brackets. -->
  <xsl:function name="f:added" as="xs:string?">
    <xsl:param name="document" as="element(c:document)"/>
    <xsl:variable name="facts" as="element()*" select="($document/c:place, $document/c:date)[@by = 'edition'][. ne '']"/>
    <xsl:sequence select="('[' || string-join($facts, ', ') || ']')[exists($facts)]"/>
  </xsl:function>

  <xsl:function name="f:note-lines" as="xs:string*">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="lines" as="xs:string*" select="f:lines($note)"/>
    <xsl:sequence select="string-join(('[' || $note/@c:n || ']', $lines[1]), ' '), tail($lines)"/>
  </xsl:function>

  <!-- Blocks in a block are lines of their own; what stands between them is one, too. -->
  <xsl:function name="f:lines" as="xs:string*">
    <xsl:param name="node" as="element()"/>
    <xsl:for-each-group select="$node/node()" group-adjacent="f:is-block(.)">
      <xsl:choose>
        <xsl:when test="current-grouping-key()"><xsl:apply-templates select="current-group()" mode="lines"/></xsl:when>
        <xsl:otherwise><xsl:sequence select="f:words(current-group())[. ne '']"/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:function>

  <!-- Whether a node is a line or more: one that has a block in it, notes aside, which stand elsewhere. -->
  <xsl:function name="f:is-block" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="$node instance of element() and (
        if (local-name($node) = 'note') then $node/@rend = 'inline' and exists($node/(parent::div | child::*[f:is-block(.)]))
        else local-name($node) = $blocks or exists($node/(self::seg[parent::closer] | child::*[f:is-block(.)])))"/>
  </xsl:function>

  <xsl:variable name="blocks" as="xs:string*" select="
      'p', 'ab', 'head', 'div', 'list', 'item', 'table', 'row', 'dateline', 'opener', 'closer', 'signed', 'salute', 'quote', 'lg', 'l',
      'label', 'figure', 'postscript', 'byline', 'address', 'addrLine', 'trailer', 'floatingText', 'body', 'front', 'back', 'text'"/>

  <xsl:function name="f:words" as="xs:string">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:variable name="words" as="text()*"><xsl:apply-templates select="$nodes" mode="words"/></xsl:variable>
    <xsl:sequence select="normalize-space(string-join($words))"/>
  </xsl:function>

  <xsl:template match="*" mode="lines" as="xs:string*"><xsl:sequence select="f:lines(.)"/></xsl:template>

  <xsl:template match="item[not(ancestor::list/head)]" mode="lines" as="xs:string*" priority="1">
    <xsl:variable name="lines" as="xs:string*" select="f:lines(.)"/>
    <xsl:sequence select="$lines[1] ! ('– ' || .), tail($lines)"/>
  </xsl:template>

  <!-- A row is a line, its cells set apart by tabs. -->
  <xsl:template match="row" mode="lines" as="xs:string" priority="1">
    <xsl:sequence select="string-join(cell ! f:words(.), '&#9;')"/>
  </xsl:template>

  <xsl:template match="quote" mode="lines" as="xs:string*" priority="1">
    <xsl:sequence select="f:lines(.) ! ('&gt; ' || .)"/>
  </xsl:template>

  <xsl:template match="note" mode="words" as="text()?">
    <xsl:if test="not(@c:unanchored)"><xsl:value-of select="'[' || @c:n || ']'"/></xsl:if>
  </xsl:template>

  <xsl:template match="note[@rend = 'inline']" mode="words" as="text()*" priority="1">
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <!-- Inside a word it leaves the word's parts as near as they are. -->
  <xsl:template match="pb" mode="words" as="text()">
    <xsl:variable name="inside" as="xs:boolean" select="
        matches(preceding-sibling::node()[1][self::text()], '\w$') and matches(following-sibling::node()[1][self::text()], '^\w')"/>
    <xsl:variable name="mark" as="xs:string" select="@c:label[. ne ''] ! ('[' || f:label('Page') || ' ' || . || ']')"/>
    <xsl:value-of select="if ($inside) then $mark else ' ' || $mark || ' '"/>
  </xsl:template>

  <xsl:template match="lb" mode="words" as="text()"><xsl:value-of select="' '"/></xsl:template>

  <xsl:template match="choice" mode="words" as="text()*">
    <xsl:apply-templates select="sic | orig | abbr, corr | reg | expan" mode="#current"/>
  </xsl:template>

  <xsl:template match="choice/corr | choice/reg | choice/expan | supplied" mode="words" as="text()*">
    <xsl:value-of select="(' ')[current()/parent::choice] || '['"/>
    <xsl:apply-templates mode="#current"/>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <xsl:template match="gap" mode="words" as="text()">
    <xsl:value-of select="'[' || (f:plain(desc[1])[. ne ''], @reason, '…')[1] || ']'"/>
  </xsl:template>

  <xsl:template match="ptr" mode="words" as="text()"><xsl:value-of select="replace(@target, '^https?://', '')"/></xsl:template>

  <!-- What stands inside a cell or another line, each its own words. -->
  <xsl:template match="p | item | label | head | row | cell" mode="words" as="text()*">
    <xsl:text> </xsl:text><xsl:apply-templates mode="#current"/><xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="c:*" mode="lines words" as="item()*"/>

</xsl:stylesheet>
