<?xml version="1.0" encoding="UTF-8"?>
<!-- Persons and terms in a document: each mention under its id, and what the document names and uses. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xmlns:c="urn:chancery:prepared" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <!-- The persons named in the document, by heading. -->
  <xsl:function name="f:named" as="element(c:person)*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="document" as="xs:string" select="f:document-id($tei)"/>
    <xsl:for-each-group select="$tei/text//(persName | rs)[@ref]" group-by="f:person-id(.)">
      <xsl:sort select="f:sort-key(f:heading(f:person(current-grouping-key())))"/>
      <xsl:variable name="person" as="element(person)" select="f:person(current-grouping-key())"/>
      <c:person id="{current-grouping-key()}" heading="{f:heading($person)}" role="{f:role($person, f:volume($tei))}"
                count="{count(current-group())}" first="{$document}-{current-grouping-key()}-1"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- The terms used in the document, by heading. -->
  <xsl:function name="f:used" as="element(c:term)*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="document" as="xs:string" select="f:document-id($tei)"/>
    <xsl:for-each-group select="$tei/text//term[@ref]" group-by="f:term-id(.)">
      <xsl:sort select="f:sort-key(f:term-heading(f:term(current-grouping-key())))"/>
      <xsl:variable name="item" as="element(item)" select="f:term(current-grouping-key())"/>
      <c:term id="{current-grouping-key()}" heading="{f:term-heading($item)}" gloss="{f:term-gloss($item)}"
              count="{count(current-group())}" first="{$document}-term-{current-grouping-key()}-1"/>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:template match="text//persName[@ref] | text//rs[@ref]" mode="prepare" as="element()" priority="1">
    <xsl:param name="places" as="map(xs:string, xs:integer)" tunnel="yes"/>
    <xsl:variable name="id" as="xs:string?" select="f:person-id(.)"/>
    <xsl:copy>
      <xsl:sequence select="@*"/>
      <xsl:if test="$id">
        <xsl:attribute name="c:person" select="$id"/>
        <xsl:attribute name="c:id" select="f:id(., f:document-id(.) || '-' || $id || '-' || $places(generate-id()))"/>
      </xsl:if>
      <xsl:apply-templates mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="text//term[@ref]" mode="prepare" as="element()" priority="1">
    <xsl:param name="places" as="map(xs:string, xs:integer)" tunnel="yes"/>
    <xsl:variable name="id" as="xs:string?" select="f:term-id(.)"/>
    <xsl:copy>
      <xsl:sequence select="@*"/>
      <xsl:if test="$id">
        <xsl:attribute name="c:term" select="$id"/>
        <xsl:attribute name="c:gloss" select="f:term-gloss(f:term($id))"/>
        <xsl:attribute name="c:id" select="f:id(., f:document-id(.) || '-term-' || $id || '-' || $places(generate-id()))"/>
      </xsl:if>
      <xsl:apply-templates mode="#current"/>
    </xsl:copy>
  </xsl:template>

</xsl:stylesheet>
