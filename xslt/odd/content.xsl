<?xml version="1.0" encoding="UTF-8"?>
<!-- Content models as RELAX NG. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:odd="urn:chancery:odd"
                xmlns:tei="http://www.tei-c.org/ns/1.0"
                xmlns:rng="http://relaxng.org/ns/structure/1.0"
                xmlns="http://relaxng.org/ns/structure/1.0"
                exclude-result-prefixes="#all">

  <!-- the pattern repeated as @minOccurs and @maxOccurs say -->
  <xsl:function name="odd:repeated" as="element()*">
    <xsl:param name="node" as="element()"/>
    <xsl:param name="pattern" as="element()*"/>
    <xsl:variable name="least" as="xs:integer" select="xs:integer(($node/@minOccurs, 1)[1])"/>
    <xsl:variable name="most" as="xs:string" select="string(($node/@maxOccurs, max(($least, 1)))[1])"/>
    <xsl:choose>
      <xsl:when test="$most eq 'unbounded' and $least eq 0"><zeroOrMore><xsl:sequence select="$pattern"/></zeroOrMore></xsl:when>
      <xsl:when test="$most eq 'unbounded'">
        <xsl:sequence select="(2 to $least) ! $pattern"/>
        <oneOrMore><xsl:sequence select="$pattern"/></oneOrMore>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="(1 to $least) ! $pattern"/>
        <xsl:sequence select="odd:up-to(xs:integer($most) - $least, $pattern)"/>
        <xsl:if test="$most eq '0'"><empty/></xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- the pattern up to so many times: one inside the other, so that there is one way only to read it; where that would
       go too deep for the engines, up to half as many times, or half as many times and then up to the other half -->
  <xsl:function name="odd:up-to" as="element()?">
    <xsl:param name="times" as="xs:integer"/>
    <xsl:param name="pattern" as="element()*"/>
    <xsl:variable name="half" as="xs:integer" select="$times idiv 2"/>
    <xsl:choose>
      <xsl:when test="$times le 0"/>
      <xsl:when test="$times le 30">
        <optional><xsl:sequence select="$pattern, odd:up-to($times - 1, $pattern)"/></optional>
      </xsl:when>
      <xsl:otherwise>
        <choice>
          <xsl:sequence select="odd:up-to($half, $pattern)"/>
          <group><xsl:sequence select="(1 to $half) ! $pattern, odd:up-to($times - $half, $pattern)"/></group>
        </choice>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:template match="tei:content" mode="odd:content" as="element()+">
    <xsl:variable name="parts" as="element()*"><xsl:apply-templates mode="#current"/></xsl:variable>
    <xsl:sequence select="if ($parts) then $parts else odd:empty()"/>
  </xsl:template>

  <xsl:function name="odd:empty" as="element()"><empty/></xsl:function>

  <xsl:template match="tei:sequence" mode="odd:content" as="element()*">
    <xsl:variable name="parts" as="element()*"><xsl:apply-templates mode="#current"/></xsl:variable>
    <xsl:variable name="pattern" as="element()">
      <xsl:choose>
        <xsl:when test="@preserveOrder = ('false', '0')"><interleave><xsl:sequence select="$parts"/></interleave></xsl:when>
        <xsl:otherwise><group><xsl:sequence select="$parts"/></group></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:sequence select="odd:repeated(., if ($parts) then $pattern else odd:empty())"/>
  </xsl:template>

  <xsl:template match="tei:alternate" mode="odd:content" as="element()*">
    <xsl:variable name="parts" as="element()*">
      <xsl:for-each select="*">
        <group><xsl:apply-templates select="." mode="odd:content"/></group>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="pattern" as="element()"><choice><xsl:sequence select="$parts"/></choice></xsl:variable>
    <xsl:sequence select="odd:repeated(., if ($parts) then $pattern else odd:empty())"/>
  </xsl:template>

  <!-- an element that a customization has deleted can never come -->
  <xsl:template match="tei:elementRef[odd:is-deleted(.)] | tei:classRef[odd:is-deleted(.)] | tei:macroRef[odd:is-deleted(.)]"
                mode="odd:content" as="element()*" priority="1">
    <xsl:variable name="never" as="element()"><notAllowed/></xsl:variable>
    <xsl:sequence select="odd:repeated(., $never)"/>
  </xsl:template>

  <xsl:function name="odd:is-deleted" as="xs:boolean">
    <xsl:param name="reference" as="element()"/>
    <xsl:sequence select="exists(key('deleted', $reference/@key, root($reference))) and empty(key('spec', $reference/@key, root($reference)))"/>
  </xsl:function>

  <xsl:template match="tei:elementRef | tei:macroRef" mode="odd:content" as="element()*">
    <xsl:variable name="reference" as="element()"><ref name="{@key}"/></xsl:variable>
    <xsl:sequence select="odd:repeated(., $reference)"/>
  </xsl:template>

  <xsl:template match="tei:classRef" mode="odd:content" as="element()*">
    <xsl:variable name="parts" as="element()*" select="odd:class(.)"/>
    <xsl:sequence select="odd:repeated(., $parts)"/>
  </xsl:template>

  <!-- a reference to a class, spread as @expand, @include and @except say -->
  <xsl:function name="odd:class" as="element()*">
    <xsl:param name="reference" as="element(tei:classRef)"/>
    <xsl:variable name="listed" as="xs:string*" select="$reference/(@include | @except)/tokenize(.)"/>
    <!-- a class in the list stands for its members -->
    <xsl:variable name="named" as="xs:string*" select="$listed, $listed ! odd:members(., $reference)/@ident"/>
    <xsl:variable name="members" as="element()*"
                  select="odd:members($reference/@key, $reference)[if ($reference/@include) then @ident = $named else not(@ident = $named)]"/>
    <xsl:variable name="expand" as="xs:string" select="string($reference/@expand)"/>
    <xsl:variable name="parts" as="element()*">
      <xsl:for-each select="$members">
        <xsl:choose>
          <xsl:when test="$expand eq 'sequenceOptional'"><optional><ref name="{@ident}"/></optional></xsl:when>
          <xsl:when test="$expand eq 'sequenceRepeatable'"><oneOrMore><ref name="{@ident}"/></oneOrMore></xsl:when>
          <xsl:when test="$expand eq 'sequenceOptionalRepeatable'"><zeroOrMore><ref name="{@ident}"/></zeroOrMore></xsl:when>
          <xsl:otherwise><ref name="{@ident}"/></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="starts-with($expand, 'sequence')"><group><xsl:sequence select="if ($parts) then $parts else odd:empty()"/></group></xsl:when>
      <xsl:when test="empty($reference/(@include | @except))"><ref name="{$reference/@key}"/></xsl:when>
      <xsl:when test="empty($parts)"><notAllowed/></xsl:when>
      <xsl:otherwise><choice><xsl:sequence select="$parts"/></choice></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:template match="tei:textNode" mode="odd:content" as="element()"><text/></xsl:template>
  <xsl:template match="tei:empty" mode="odd:content" as="element()"><empty/></xsl:template>

  <xsl:template match="tei:anyElement" mode="odd:content" as="element()*">
    <xsl:variable name="reference" as="element()"><ref name="{odd:any-name(.)}"/></xsl:variable>
    <xsl:sequence select="odd:repeated(., $reference)"/>
  </xsl:template>

  <xsl:template match="tei:dataRef" mode="odd:content" as="element()*">
    <xsl:sequence select="odd:repeated(., odd:data(., ()))"/>
  </xsl:template>
  <xsl:template match="tei:valList" mode="odd:content" as="element()*">
    <xsl:sequence select="odd:values(., ())"/>
  </xsl:template>

  <xsl:template match="rng:*" mode="odd:content" as="element()?">
    <xsl:copy-of select="odd:bare(.)[not(self::rng:ref[@name = root()//odd:deleted/@ident])]" copy-namespaces="no"/>
  </xsl:template>
  <xsl:template match="text()" mode="odd:content" as="empty-sequence()"/>
  <xsl:template match="*" mode="odd:content" as="empty-sequence()" priority="-1"/>
</xsl:stylesheet>
