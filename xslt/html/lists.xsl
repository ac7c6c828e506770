<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists and tables. HTML allows a page break only inside an item or a cell: those between go to the start of the next. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xmlns:c="urn:chancery:prepared" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <!-- A list with a heading, SUBJECT or PARTICIPANTS: the heading left, the items right. -->
  <xsl:template match="list[head]" mode="text" as="element(Q{}dl)">
    <dl>
      <xsl:sequence select="f:marks(., ('memo', @type[matches(., '^[a-z]+$')]))"/>
      <dt><xsl:apply-templates select="head/node()" mode="#current"/></dt>
      <xsl:text>&#10;</xsl:text> <!-- programs that take the words off the page part them here -->
      <xsl:apply-templates select="item | label" mode="#current"/>
      <xsl:if test="empty(item | label)"><dd></dd></xsl:if>
    </dl>
  </xsl:template>

  <xsl:template match="list" mode="text" as="element()" priority="-1">
    <xsl:element name="{if (label) then 'dl' else if (@type = ('ordered', 'numbered') or @rend = 'numbered') then 'ol' else 'ul'}">
      <xsl:sequence select="f:marks(., ('labelled'[current()/label], @type[matches(., '^[a-z]+$')]))"/>
      <xsl:apply-templates select="item | label" mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="item" mode="text" as="node()+">
    <xsl:element name="{if (../head or ../label) then 'dd' else 'li'}">
      <xsl:sequence select="f:marks(., f:rend(.))"/>
      <xsl:apply-templates select="f:breaks-before(.)" mode="#current"/>
      <xsl:apply-templates mode="#current"/>
      <xsl:apply-templates select="if (following-sibling::item) then () else following-sibling::pb" mode="#current"/>
    </xsl:element>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="list/label" mode="text" as="node()+" priority="1">
    <dt>
      <xsl:sequence select="f:marks(., ())"/>
      <xsl:apply-templates mode="#current"/>
    </dt>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- The page breaks between this item or row and the one before. -->
  <xsl:function name="f:breaks-before" as="element(pb)*">
    <xsl:param name="node" as="element()"/>
    <xsl:variable name="last" as="element()?" select="$node/preceding-sibling::*[self::item or self::row or self::cell][1]"/>
    <xsl:sequence select="$node/preceding-sibling::pb[empty($last) or . &gt;&gt; $last]"/>
  </xsl:function>

  <!-- A wide table scrolls inside its own region, which the keyboard can reach. -->
  <xsl:template match="table" mode="text" as="element(Q{}div)">
    <div class="table" tabindex="0" role="region" aria-label="{(f:plain(head[1])[. ne ''], f:label('Table'))[1]}">
      <table>
        <xsl:sequence select="f:marks(., ())"/>
        <xsl:if test="head">
          <caption><xsl:apply-templates select="head/node()" mode="#current"/></caption>
        </xsl:if>
        <tbody><xsl:apply-templates select="row" mode="#current"/></tbody>
      </table>
    </div>
  </xsl:template>

  <xsl:template match="row" mode="text" as="element(Q{}tr)">
    <tr>
      <xsl:sequence select="f:marks(., @role[. = 'label'])"/>
      <xsl:apply-templates select="cell" mode="#current"/>
    </tr>
  </xsl:template>

  <xsl:template match="cell" mode="text" as="element()">
    <xsl:element name="{if ((.|..)/@role = 'label') then 'th' else 'td'}">
      <xsl:sequence select="f:marks(., f:rend(.)), f:span(., 'rows', 'rowspan'), f:span(., 'cols', 'colspan')"/>
      <xsl:apply-templates select="if (position() = 1) then f:breaks-before(..) else ()" mode="#current"/>
      <xsl:apply-templates select="f:breaks-before(.)" mode="#current"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:function name="f:span" as="attribute()?">
    <xsl:param name="cell" as="element(cell)"/>
    <xsl:param name="from" as="xs:string"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:variable name="value" as="xs:string" select="string($cell/@*[local-name() = $from])"/>
    <xsl:if test="matches($value, '^[1-9]\d{0,2}$') and $value ne '1'">
      <xsl:attribute name="{$name}" select="$value"/>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
