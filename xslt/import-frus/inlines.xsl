<?xml version="1.0" encoding="UTF-8"?>
<!-- What stands in running text. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:i="urn:chancery:import"
                xmlns="http://www.tei-c.org/ns/1.0"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:template match="text()" mode="inline" as="text()">
    <xsl:sequence select="."/>
  </xsl:template>

  <xsl:template match="lb" mode="inline" as="element(lb)">
    <xsl:apply-templates select="@*" mode="attributes"/>
    <lb/>
  </xsl:template>

  <!-- between blocks and entries it breaks no line -->
  <xsl:template match="lb" mode="block entry" as="empty-sequence()">
    <xsl:apply-templates select="." mode="lost"/>
  </xsl:template>

  <xsl:template match="persName" mode="inline" as="element(persName)">
    <persName>
      <xsl:if test="ancestor::head[parent::div]"><xsl:sequence select="@type[. = ('from', 'to')]"/></xsl:if>
      <xsl:sequence select="i:register((@corresp, @ref)[1], 'persons.xml')"/>
      <xsl:sequence select="i:register(@xml:id, 'persons.xml')"/>
      <xsl:apply-templates select="@* except (@type[. = ('from', 'to')][current()/ancestor::head[parent::div]], @corresp, @ref, @xml:id)" mode="attributes"/>
      <xsl:apply-templates mode="inline"/>
    </persName>
  </xsl:template>

  <!-- sender and recipient, where they are offices -->
  <xsl:template match="gloss[@type = ('from', 'to')][ancestor::head[parent::div]] | orgName[@type = ('from', 'to')][ancestor::head[parent::div]]" mode="inline" as="element(orgName)" priority="2">
    <orgName>
      <xsl:sequence select="@type"/>
      <xsl:apply-templates select="@* except @type" mode="attributes"/>
      <xsl:apply-templates mode="inline"/>
    </orgName>
  </xsl:template>

  <xsl:template match="gloss[@target] | term[@target | @ref | @xml:id]" mode="inline" as="node()*">
    <xsl:variable name="ref" as="attribute(ref)?" select="(i:register((@target, @ref)[1], 'terms.xml'), i:register(@xml:id, 'terms.xml'))[1]"/>
    <xsl:apply-templates select="@* except (@target, @ref, @xml:id)" mode="attributes"/>
    <xsl:choose>
      <xsl:when test="$ref"><term><xsl:sequence select="$ref"/><xsl:apply-templates mode="inline"/></term></xsl:when>
      <xsl:otherwise><xsl:apply-templates mode="inline"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="ref" mode="inline" as="node()*">
    <xsl:variable name="target" as="xs:string?" select="i:target(@target)"/>
    <xsl:apply-templates select="@* except @target" mode="attributes"/>
    <xsl:choose>
      <xsl:when test="exists($target)"><ref target="{$target}"><xsl:apply-templates mode="inline"/></ref></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="@target" mode="attributes"/><xsl:apply-templates mode="inline"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="placeName" mode="inline" as="element(placeName)">
    <placeName><xsl:apply-templates select="@*" mode="attributes"/><xsl:apply-templates mode="inline"/></placeName>
  </xsl:template>

  <xsl:template match="date" mode="inline" as="element(date)">
    <date><xsl:apply-templates select="@*" mode="dated"/><xsl:apply-templates mode="inline"/></date>
  </xsl:template>

  <!-- a day and the hours that stand after it are one date -->
  <xsl:template match="date[i:hours(.)]" mode="inline" as="element(date)">
    <xsl:variable name="hours" as="element(time)" select="i:hours(.)"/>
    <date from="{@when}T{$hours/@from}" to="{@when}T{$hours/@to}">
      <xsl:apply-templates select="@* except @when" mode="dated"/>
      <xsl:apply-templates mode="inline"/>
      <xsl:value-of select="following-sibling::node()[. &lt;&lt; $hours]"/>
      <xsl:apply-templates select="$hours/node()" mode="inline"/>
    </date>
  </xsl:template>

  <xsl:template match="text()[preceding-sibling::node()[1]/self::date[i:hours(.)]] | time[preceding-sibling::*[1]/self::date[i:hours(.)]]" mode="inline" as="empty-sequence()" priority="2"/>

  <xsl:template match="hi" mode="inline" as="node()*">
    <xsl:sequence select="i:emphasise(., for $word in tokenize((@rend, @rendition)[1], '[ #]+')[.] return ($looks($word), 'lost')[1])"/>
  </xsl:template>

  <xsl:template match="del" mode="inline" as="element(hi)">
    <hi rend="strikethrough"><xsl:apply-templates mode="inline"/></hi>
  </xsl:template>

  <xsl:template match="choice[sic and corr] | sic[parent::choice] | corr[parent::choice] | supplied | gap" mode="inline" as="element()">
    <xsl:element name="{local-name()}">
      <xsl:sequence select="@reason, @unit, @quantity"/>
      <xsl:apply-templates select="@* except (@reason, @unit, @quantity)" mode="attributes"/>
      <xsl:apply-templates select="if (self::choice) then (sic, corr) else node()" mode="inline"/>
    </xsl:element>
  </xsl:template>

  <!-- what has no place here keeps its text -->
  <xsl:template match="*" mode="inline" as="node()*" priority="-1">
    <xsl:apply-templates select="." mode="lost"/>
    <xsl:if test="i:is-block(.) and preceding-sibling::node()[self::* or normalize-space()]"><lb/></xsl:if>
    <xsl:apply-templates mode="inline"/>
  </xsl:template>
</xsl:stylesheet>
