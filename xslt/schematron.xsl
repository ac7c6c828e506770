<?xml version="1.0" encoding="UTF-8"?>
<!-- From an ISO Schematron schema (query binding xslt3) the stylesheet that checks a document with it.
     The result of that one is a report in the manner of SVRL: a failed-assert or successful-report for each finding, with
     id, role and, instead of a path, `at`: the place of the element among all elements, counted from 1. The caller knows
     the line of each. Abstract patterns, phases and includes are not used here and are refused. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:to="http://www.w3.org/1999/XSL/TransformAlias"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:sch="http://purl.oclc.org/dsdl/schematron"
                xmlns:svrl="http://purl.oclc.org/dsdl/svrl"
                exclude-result-prefixes="#all">

  <xsl:namespace-alias stylesheet-prefix="to" result-prefix="xsl"/>
  <xsl:output method="xml" indent="no"/>
  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="words" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="element()">
    <xsl:apply-templates select="sch:schema"/>
  </xsl:template>

  <xsl:template match="sch:schema" as="element()">
    <xsl:variable name="patterns" as="element(sch:pattern)*" select="sch:pattern"/>
    <to:stylesheet version="3.0">
      <xsl:copy-of select="namespace::*[. ne namespace-uri(current())]"/>
      <xsl:for-each select="sch:ns"><xsl:namespace name="{@prefix}" select="@uri"/></xsl:for-each>
      <to:output method="xml" indent="no"/>
      <to:mode on-no-match="fail" use-accumulators="elements"/>
      <!-- in HE an accumulator is worked out once for a tree, so a finding's place costs nothing -->
      <to:accumulator name="elements" initial-value="0">
        <to:accumulator-rule match="*" select="$value + 1"/>
      </to:accumulator>
      <xsl:copy-of select="xsl:key | xsl:function"/>
      <xsl:apply-templates select="sch:let"/>
      <to:template match="/">
        <svrl:schematron-output>
          <to:for-each select="descendant::*">
            <xsl:for-each select="$patterns"><to:apply-templates select="." mode="{generate-id()}"/></xsl:for-each>
          </to:for-each>
        </svrl:schematron-output>
      </to:template>
      <xsl:apply-templates select="$patterns"/>
    </to:stylesheet>
    <xsl:apply-templates select="* except (sch:ns | sch:let | sch:pattern | sch:diagnostics | sch:title | sch:p | xsl:key | xsl:function)"/>
  </xsl:template>

  <xsl:template match="sch:pattern[not(@abstract | @is-a | @documents)]" as="element()*">
    <to:mode name="{generate-id()}" on-no-match="deep-skip"/>
    <xsl:apply-templates select="sch:rule"/>
  </xsl:template>

  <!-- of the rules of a pattern the first that fits a node is the one for it -->
  <xsl:template match="sch:rule[not(@abstract)]" as="element()">
    <to:template match="{@context}" mode="{generate-id(..)}" priority="{count(following-sibling::sch:rule) + 1}">
      <xsl:apply-templates select="../sch:let | *"/>
    </to:template>
  </xsl:template>

  <xsl:template match="sch:let[@value]" as="element()">
    <to:variable name="{@name}" select="{@value}"/>
  </xsl:template>

  <xsl:template match="sch:assert" as="element()">
    <to:if test="not({@test})"><svrl:failed-assert><xsl:call-template name="finding"/></svrl:failed-assert></to:if>
  </xsl:template>

  <xsl:template match="sch:report" as="element()">
    <to:if test="{@test}"><svrl:successful-report><xsl:call-template name="finding"/></svrl:successful-report></to:if>
  </xsl:template>

  <xsl:template match="*" as="empty-sequence()" priority="-1">
    <xsl:message terminate="yes">Schematron: <xsl:value-of select="name(), @id, @context"/> is not supported here</xsl:message>
  </xsl:template>

  <!-- what an assert or report says: its code and role, where, its words, its hints -->
  <xsl:template name="finding" as="item()*">
    <xsl:copy-of select="@id, @role"/>
    <to:attribute name="at" select="accumulator-before('elements')"/>
    <svrl:text><xsl:apply-templates mode="words"/></svrl:text>
    <xsl:for-each select="tokenize(@diagnostics)">
      <xsl:variable name="hint" as="xs:string" select="."/>
      <svrl:diagnostic-reference diagnostic="{.}">
        <xsl:apply-templates select="$schema/sch:diagnostics/sch:diagnostic[@id = $hint]/node()" mode="words"/>
      </svrl:diagnostic-reference>
    </xsl:for-each>
  </xsl:template>

  <xsl:variable name="schema" as="element()" select="/sch:schema"/>

  <xsl:template match="text()" mode="words" as="element()">
    <to:text><xsl:value-of select="."/></to:text>
  </xsl:template>

  <xsl:template match="sch:value-of" mode="words" as="element()">
    <to:value-of select="{@select}"><xsl:copy-of select="@separator"/></to:value-of>
  </xsl:template>

  <xsl:template match="sch:name" mode="words" as="element()">
    <to:value-of select="{(@path, 'local-name()')[1]}"/>
  </xsl:template>

  <xsl:template match="sch:emph | sch:span | sch:dir" mode="words" as="element()*">
    <xsl:apply-templates mode="words"/>
  </xsl:template>
</xsl:stylesheet>
