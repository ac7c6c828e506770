<?xml version="1.0" encoding="UTF-8"?>
<!-- From an ISO Schematron schema without includes, phases and abstractions (validators/schematron expands them) the
     stylesheet that checks a document with it. The result of that one is a report in the manner of SVRL: a failed-assert or
     successful-report for each finding, with id, role and, instead of a path, `at`: the place of the element among all
     elements, counted from 1, and `attribute` where it is about one. The caller knows the line of each.
     Attributes in the namespace urn:chancery:schematron come from the expansion: `line` says where something stands in the
     schema, `nodes` that a pattern is about more than elements, `careful` that a rule may fail. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:to="http://www.w3.org/1999/XSL/TransformAlias"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:err="http://www.w3.org/2005/xqt-errors"
                xmlns:sch="http://purl.oclc.org/dsdl/schematron"
                xmlns:svrl="http://purl.oclc.org/dsdl/svrl"
                xmlns:run__="urn:chancery:schematron"
                exclude-result-prefixes="xsl to xs sch">

  <xsl:include href="schematron/reading.xsl"/>
  <xsl:include href="schematron/words.xsl"/>

  <xsl:namespace-alias stylesheet-prefix="to" result-prefix="xsl"/>
  <xsl:output method="xml" indent="no"/>
  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="words" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:variable name="schema" as="element()" select="/sch:schema"/>
  <xsl:variable name="careful" as="xs:boolean" select="exists($schema/@run__:careful)"/>
  <!-- the older binding compares and converts as XPath 1.0 did -->
  <xsl:variable name="version" as="xs:string"
                select="if ($schema/@queryBinding = ('xslt', 'xslt1', 'xpath', 'xpath1')) then '1.0' else '3.0'"/>

  <xsl:template match="/" as="element()">
    <xsl:apply-templates select="sch:schema"/>
  </xsl:template>

  <xsl:template match="sch:schema" as="element()">
    <xsl:variable name="patterns" as="element(sch:pattern)*" select="sch:pattern"/>
    <to:stylesheet version="3.0">
      <xsl:copy-of select="namespace::*[name() ne '']"/>
      <xsl:for-each select="sch:ns"><xsl:namespace name="{@prefix}" select="@uri"/></xsl:for-each>
      <to:output method="xml" indent="no"/>
      <to:mode on-no-match="fail" use-accumulators="elements"/>
      <!-- in HE an accumulator is worked out once for a tree, so a finding's place costs nothing -->
      <to:accumulator name="elements" initial-value="0">
        <to:accumulator-rule match="*" select="$value + 1"/>
      </to:accumulator>
      <xsl:call-template name="reading"/>
      <xsl:copy-of select="xsl:*"/>
      <xsl:apply-templates select="sch:let | sch:pattern/sch:let"/>
      <to:template match="/">
        <svrl:schematron-output>
          <xsl:if test="$patterns[@run__:nodes]">
            <to:for-each select=".">
              <xsl:for-each select="$patterns[@run__:nodes]"><to:apply-templates select="." mode="{generate-id()}"/></xsl:for-each>
            </to:for-each>
          </xsl:if>
          <to:for-each select="descendant::*">
            <xsl:for-each select="$patterns">
              <to:apply-templates select="{if (@run__:nodes) then '., @*, node() except *' else '.'}" mode="{generate-id()}"/>
            </xsl:for-each>
          </to:for-each>
        </svrl:schematron-output>
      </to:template>
      <xsl:apply-templates select="$patterns"/>
    </to:stylesheet>
  </xsl:template>

  <xsl:template match="sch:pattern" as="element()*">
    <to:mode name="{generate-id()}" on-no-match="deep-skip"/>
    <xsl:apply-templates select="sch:rule"/>
  </xsl:template>

  <!-- of the rules of a pattern the first that fits a node is the one for it -->
  <xsl:template match="sch:rule" as="element()">
    <to:template match="{@context}" mode="{generate-id(..)}" priority="{count(following-sibling::sch:rule) + 1}" version="{$version}">
      <xsl:copy-of select="@run__:line"/>
      <xsl:apply-templates select="* except sch:p"/>
    </to:template>
  </xsl:template>

  <xsl:template match="sch:let" as="element()">
    <to:variable name="{@name}" version="{$version}">
      <xsl:copy-of select="@run__:line, @as"/>
      <xsl:if test="@value"><xsl:attribute name="select" select="@value"/></xsl:if>
      <xsl:if test="not(@value)"><xsl:copy-of select="node()"/></xsl:if>
    </to:variable>
  </xsl:template>

  <xsl:template match="xsl:*" as="element()">
    <xsl:copy-of select="."/>
  </xsl:template>

  <xsl:template match="sch:assert | sch:report" as="element()">
    <xsl:variable name="check" as="element()">
      <to:if test="{if (self::sch:assert) then 'not(' || @test || ')' else @test}">
        <xsl:copy-of select="@run__:line"/>
        <xsl:element name="svrl:{if (self::sch:assert) then 'failed-assert' else 'successful-report'}">
          <xsl:call-template name="finding"/>
        </xsl:element>
      </to:if>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$careful">
        <to:try>
          <xsl:sequence select="$check"/>
          <to:catch>
            <svrl:error><xsl:copy-of select="@id, @run__:line"/><xsl:call-template name="place"/><to:value-of select="$err:description"/></svrl:error>
          </to:catch>
        </to:try>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="$check"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="*" as="empty-sequence()" priority="-1">
    <xsl:message terminate="yes">Schematron: <xsl:value-of select="name(), @id, @context"/> is not supported here</xsl:message>
  </xsl:template>
</xsl:stylesheet>
