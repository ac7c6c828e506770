<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: at their markers, or at the document's end where they have none. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xmlns:c="urn:chancery:prepared" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:template match="note" mode="text" as="element()">
    <note marker="{@c:n}" id="{f:address(.)}"><xsl:sequence select="f:inner(.)"/></note>
  </xsl:template>

  <!-- A source that stands in the text, not at the foot, where it cannot be a block. -->
  <xsl:template match="note[@rend = 'inline']" mode="text" as="node()*" priority="1">
    <xsl:sequence select="f:inner(.)"/>
  </xsl:template>

  <!-- Shown by f:unanchored. -->
  <xsl:template match="note[@c:unanchored]" mode="text" as="empty-sequence()" priority="2"/>

  <xsl:function name="f:unanchored" as="element()?">
    <xsl:param name="div" as="element()?"/>
    <xsl:variable name="notes" as="element(note)*" select="$div//note[@c:unanchored]"/>
    <xsl:if test="$notes">
      <unanchored words="{if (count($notes) = 1) then f:label('A note without a marker in the text')
                          else f:label('Notes without a marker in the text')}">
        <xsl:for-each select="$notes">
          <note marker="{@c:n}" id="{f:address(.)}"><xsl:sequence select="f:inner(.)"/></note>
        </xsl:for-each>
      </unanchored>
    </xsl:if>
  </xsl:function>

  <!-- Notes so long that their heading cannot be made to stay with what follows: Typst would set them before it. -->
  <xsl:function name="f:long" as="attribute()?">
    <xsl:param name="notes" as="element(note)*"/>
    <xsl:if test="sum($notes ! string-length()) gt 1800"><xsl:attribute name="long" select="1"/></xsl:if>
  </xsl:function>

  <!-- The address in the book of something that has an id. -->
  <xsl:function name="f:address" as="xs:string">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="f:stem($node) || '#' || $node/@c:id"/>
  </xsl:function>

</xsl:stylesheet>
