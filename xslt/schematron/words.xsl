<?xml version="1.0" encoding="UTF-8"?>
<!-- What a finding says: its code and role, where, its words, its hints. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:to="http://www.w3.org/1999/XSL/TransformAlias"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:sch="http://purl.oclc.org/dsdl/schematron"
                xmlns:svrl="http://purl.oclc.org/dsdl/svrl"
                xmlns:run__="urn:chancery:schematron"
                exclude-result-prefixes="xsl to xs sch">

  <xsl:template name="finding" as="item()*">
    <xsl:copy-of select="@id"/>
    <xsl:for-each select="(@role, @flag, ../@role, ../@flag, ../../@role)[1]">
      <xsl:attribute name="role" select="."/>
    </xsl:for-each>
    <xsl:call-template name="place"/>
    <svrl:text><xsl:apply-templates select="node() except run__:fix" mode="words"/></svrl:text>
    <xsl:for-each select="tokenize(@diagnostics), tokenize(@properties)">
      <xsl:variable name="hint" as="xs:string" select="."/>
      <svrl:diagnostic-reference diagnostic="{.}">
        <xsl:apply-templates select="$schema/(sch:diagnostics/sch:diagnostic | sch:properties/sch:property)[@id = $hint]/node()" mode="words"/>
      </svrl:diagnostic-reference>
    </xsl:for-each>
    <xsl:for-each select="run__:fix">
      <svrl:diagnostic-reference diagnostic="fix"><xsl:apply-templates mode="words"/></svrl:diagnostic-reference>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="place" as="element()*">
    <to:attribute name="at" select="if (self::*) then accumulator-before('elements') else max(((ancestor::*[1], /*)[1])/accumulator-before('elements'))"/>
    <xsl:if test="ancestor-or-self::sch:pattern/@run__:nodes">
      <to:if test=". instance of attribute()">
        <to:attribute name="attribute" select="normalize-space(namespace-uri() || ' ' || local-name())"/>
      </to:if>
    </xsl:if>
  </xsl:template>

  <xsl:template match="text()" mode="words" as="element()">
    <to:text><xsl:value-of select="."/></to:text>
  </xsl:template>

  <xsl:template match="sch:value-of" mode="words" as="element()">
    <to:value-of select="{@select}"><xsl:copy-of select="@separator, @run__:line"/></to:value-of>
  </xsl:template>

  <xsl:template match="sch:name" mode="words" as="element()">
    <to:value-of select="{if (@path) then @path else 'name()'}"><xsl:copy-of select="@run__:line"/></to:value-of>
  </xsl:template>

  <xsl:template match="xsl:*" mode="words" as="element()">
    <xsl:copy-of select="."/>
  </xsl:template>

  <xsl:template match="*" mode="words" as="item()*" priority="-1">
    <xsl:apply-templates mode="words"/>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="words" as="empty-sequence()"/>
</xsl:stylesheet>
