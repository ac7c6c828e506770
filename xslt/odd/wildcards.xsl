<?xml version="1.0" encoding="UTF-8"?>
<!-- Wildcards as RELAX NG. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:odd="urn:chancery:odd"
                xmlns:tei="http://www.tei-c.org/ns/1.0"
                xmlns:rng="http://relaxng.org/ns/structure/1.0"
                xmlns="http://relaxng.org/ns/structure/1.0"
                exclude-result-prefixes="#all">

  <!-- whether there is a wildcard that takes elements which the schema declares -->
  <xsl:function name="odd:has-wildcard" as="xs:boolean">
    <xsl:param name="in" as="node()"/>
    <xsl:variable name="spaces" as="xs:string*" select="distinct-values(root($in)//tei:elementSpec ! odd:namespace(.))"/>
    <xsl:sequence select="some $any in root($in)//tei:anyElement, $space in $spaces satisfies
                          (if ($any/@require) then $space = tokenize($any/@require) else not($space = tokenize($any/@except)))"/>
  </xsl:function>

  <!-- wildcards: one definition for each that says something else -->
  <xsl:function name="odd:any-name" as="xs:string">
    <xsl:param name="any" as="element(tei:anyElement)"/>
    <xsl:variable name="all" as="xs:string*" select="distinct-values(root($any)//tei:anyElement/odd:any-key(.))"/>
    <xsl:sequence select="'anyElement.' || index-of($all, odd:any-key($any))"/>
  </xsl:function>

  <xsl:function name="odd:any-key" as="xs:string">
    <xsl:param name="any" as="element(tei:anyElement)"/>
    <xsl:sequence select="normalize-space($any/@require) || '|' || normalize-space($any/@except)"/>
  </xsl:function>

  <xsl:template match="tei:anyElement" mode="odd:define" as="element()">
    <define name="{odd:any-name(.)}">
      <element>
        <xsl:choose>
          <xsl:when test="@require">
            <choice>
              <xsl:variable name="any" as="element()" select="."/>
              <xsl:for-each select="tokenize(@require)">
                <nsName ns="{.}">
                  <xsl:where-populated><except><xsl:sequence select="odd:excepted($any)[self::rng:name][@ns = current()]"/></except></xsl:where-populated>
                </nsName>
              </xsl:for-each>
            </choice>
          </xsl:when>
          <xsl:otherwise>
            <anyName>
              <xsl:where-populated><except><xsl:sequence select="odd:excepted(.)"/></except></xsl:where-populated>
            </anyName>
          </xsl:otherwise>
        </xsl:choose>
        <zeroOrMore><attribute><anyName/></attribute></zeroOrMore>
        <zeroOrMore><choice><text/><ref name="{odd:any-name(.)}"/></choice></zeroOrMore>
      </element>
    </define>
  </xsl:template>

  <!-- namespaces and names of elements that a wildcard leaves out -->
  <xsl:function name="odd:excepted" as="element()*">
    <xsl:param name="any" as="element(tei:anyElement)"/>
    <xsl:for-each select="tokenize($any/@except)">
      <xsl:variable name="prefix" as="xs:string" select="substring-before(., ':')"/>
      <xsl:choose>
        <xsl:when test="$prefix = in-scope-prefixes($any) and not(contains(., '/'))">
          <name ns="{namespace-uri-for-prefix($prefix, $any)}"><xsl:value-of select="substring-after(., ':')"/></name>
        </xsl:when>
        <xsl:otherwise><nsName ns="{.}"/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
