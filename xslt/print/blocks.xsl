<?xml version="1.0" encoding="UTF-8"?>
<!-- What stands on lines of its own. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xmlns:c="urn:chancery:prepared" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:function name="f:is-block" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node/(self::p | self::div | self::head | self::list | self::table | self::quote | self::label
        | self::opener | self::closer | self::postscript | self::dateline | self::salute | self::signed | self::seg[parent::closer] | self::floatingText
        | self::body | self::lg | self::byline | self::trailer | self::argument
        | self::cit[quote] | self::note[@type = 'source'][@rend = 'inline'] | self::note[@c:unanchored]))"/>
  </xsl:function>

  <!-- Nodes as blocks: what stands between blocks and is none becomes a paragraph. -->
  <xsl:function name="f:blocks" as="element()*">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:for-each-group select="$nodes[not(self::comment() or self::processing-instruction())]"
                        group-adjacent="f:is-block(.)">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:apply-templates select="current-group()" mode="blocks"/>
        </xsl:when>
        <xsl:otherwise><xsl:sequence select="f:loose(current-group(), position() gt 1)"/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:function>

  <!-- Text or notes between blocks are a paragraph; page breaks alone stand for themselves. -->
  <xsl:function name="f:loose" as="element()*">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:param name="flush" as="xs:boolean"/>
    <xsl:variable name="content" as="node()*"><xsl:apply-templates select="$nodes" mode="text"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="empty($content[self::* or normalize-space()])"/>
      <xsl:when test="every $node in $content satisfies $node/(self::*:pb or (self::text() and not(normalize-space())))">
        <xsl:sequence select="$content[self::*]"/>
      </xsl:when>
      <xsl:otherwise>
        <p><xsl:if test="$flush"><xsl:attribute name="flush" select="1"/></xsl:if><xsl:sequence select="$content"/></p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The content of an item, a cell or a note: in a line, or blocks where it has any. -->
  <xsl:function name="f:inner" as="node()*">
    <xsl:param name="node" as="element()"/>
    <xsl:choose>
      <xsl:when test="$node/*/f:is-block(.) = true()"><xsl:sequence select="f:blocks($node/node())"/></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="$node/node()" mode="text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- A paragraph in a paragraph's place; around a block in it, its parts. -->
  <xsl:template match="p" mode="blocks" as="element()*"><xsl:sequence select="f:blocks(node())"/></xsl:template>

  <xsl:template match="p[@rend = 'dateline'] | dateline | opener/dateline" mode="blocks" as="element()">
    <dateline><xsl:apply-templates mode="text"/></dateline>
  </xsl:template>
  <xsl:template match="p[@rend = ('center', 'centred')] | trailer | byline" mode="blocks" as="element()">
    <centred><xsl:apply-templates mode="text"/></centred>
  </xsl:template>
  <xsl:template match="salute" mode="blocks" as="element()"><salute><xsl:apply-templates mode="text"/></salute></xsl:template>
  <xsl:template match="closer/salute" mode="blocks" as="element()" priority="1">
    <valediction><xsl:apply-templates mode="text"/></valediction>
  </xsl:template>
  <xsl:template match="note" mode="blocks" as="element()?">
    <xsl:if test="not(@c:unanchored)"><salute><xsl:apply-templates select="." mode="text"/></salute></xsl:if>
  </xsl:template>

  <xsl:template match="opener | closer | postscript | argument | body | cit" mode="blocks"
                as="element()*">
    <xsl:sequence select="f:blocks(node())"/>
  </xsl:template>
  <xsl:template match="floatingText" mode="blocks" as="element()*" priority="1">
    <xsl:sequence select="f:blocks(body/node())"/>
  </xsl:template>

  <!-- Divisions below the document: their headings are headings of the book. -->
  <xsl:template match="div" mode="blocks" as="element()*"><xsl:sequence select="f:blocks(node())"/></xsl:template>

  <xsl:template match="head" mode="blocks" as="element()">
    <xsl:variable name="title" as="node()*"><xsl:apply-templates mode="title"/></xsl:variable>
    <xsl:variable name="depth" as="xs:integer" select="count(ancestor::div[head]) - count(f:document(.)/ancestor::div[head])"/>
    <xsl:variable name="marks" as="element()*">
      <xsl:sequence select=".//(persName | rs)[not(ancestor::note)] ! f:mention(.)"/>
      <xsl:apply-templates select=".//note | .//pb[not(ancestor::note)]" mode="text"/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="f:visible($title)">
        <inside level="{min((max(($depth, 2)), 6))}" title="{normalize-space(string-join($title))}">
          <xsl:sequence select="f:long(.//note)"/>
          <xsl:sequence select="$marks"/>
        </inside>
      </xsl:when>
      <xsl:otherwise><label><xsl:sequence select="$marks"/></label></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="label" mode="blocks" as="element()"><label><xsl:apply-templates mode="text"/></label></xsl:template>

  <xsl:template match="signed | closer/seg" mode="blocks" as="element()">
    <signed><xsl:apply-templates mode="text"/></signed>
  </xsl:template>
  <xsl:template match="signed/list" mode="text" as="node()*">
    <xsl:for-each select="item"><xsl:if test="position() gt 1"><br/></xsl:if><xsl:apply-templates mode="text"/></xsl:for-each>
  </xsl:template>

  <!-- Lists: those of a memorandum, and those whose items carry their own numbers, without bullets. -->
  <xsl:template match="list" mode="blocks" as="element()">
    <xsl:variable name="numbered" as="xs:boolean"
                  select="exists(item) and (every $item in item satisfies matches(normalize-space($item), '^[(\[]?([0-9]{1,3}|[A-Za-z]|[ivxlc]+)[.)\]]'))"/>
    <xsl:element name="{if (head or label or $numbered or (@type and not(@type = 'simple')) or ancestor::list[head]) then 'list' else 'bullets'}">
      <xsl:apply-templates select="*" mode="blocks"/>
    </xsl:element>
  </xsl:template>
  <xsl:template match="list/head" mode="blocks" as="element()" priority="1">
    <list-head><caps><xsl:apply-templates mode="text"/></caps></list-head>
  </xsl:template>
  <xsl:template match="item | list/label" mode="blocks" as="element()" priority="1">
    <item><xsl:sequence select="f:inner(.)"/></item>
  </xsl:template>

  <xsl:template match="quote" mode="blocks" as="element()"><quote><xsl:sequence select="f:blocks(node())"/></quote></xsl:template>
  <xsl:template match="lg" mode="blocks" as="element()">
    <quote><p flush="1"><xsl:for-each select=".//l"><xsl:if test="position() gt 1"><br/></xsl:if><xsl:apply-templates mode="text"/></xsl:for-each></p></quote>
  </xsl:template>

  <!-- Spans are counted by the template, which knows where a cell falls. -->
  <xsl:template match="table" mode="blocks" as="element()*">
    <xsl:for-each select="head"><label><xsl:apply-templates mode="text"/></label></xsl:for-each>
    <table><xsl:apply-templates select="row" mode="blocks"/></table>
  </xsl:template>
  <xsl:template match="row" mode="blocks" as="element()">
    <xsl:variable name="heads" as="xs:boolean" select="@role = 'label' and not(preceding-sibling::row[not(@role = 'label')])"/>
    <xsl:element name="{if ($heads) then 'head-row' else 'row'}"><xsl:apply-templates select="cell" mode="blocks"/></xsl:element>
  </xsl:template>
  <xsl:template match="cell" mode="blocks" as="element()">
    <cell><xsl:sequence select="@rows, @cols, @role"/><xsl:sequence select="f:inner(.)"/></cell>
  </xsl:template>

  <!-- What cannot stand between blocks, or has no template: its text, as a paragraph. -->
  <xsl:template match="*" mode="blocks" as="element()*" priority="-5">
    <xsl:sequence select="f:loose(., false())"/>
  </xsl:template>

</xsl:stylesheet>
