<?xml version="1.0" encoding="UTF-8"?>
<!-- The documents in the order of their dates; those without one at the end. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xmlns:c="urn:chancery:prepared" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:function name="f:chronology-page" as="element(Q{}html)">
    <xsl:variable name="dated" as="element(c:document)*" select="
        sort($edition/c:document[f:is-dated(.)], (), function($d) { string($d/@start) })"/>
    <xsl:variable name="undated" as="element(c:document)*" select="$edition/c:document[not(f:is-dated(.))]"/>
    <xsl:call-template name="list-page">
      <xsl:with-param name="title" select="f:label('Chronology')"/>
      <xsl:with-param name="class" select="'chronology'"/>
      <xsl:with-param name="lead" select="f:summary()"/>
      <xsl:with-param name="content" as="element()*">
        <nav class="initials" aria-label="{f:label('Years')}">
          <xsl:for-each-group select="$dated" group-adjacent="substring(@start, 1, 4)">
            <a href="#y{current-grouping-key()}"><xsl:value-of select="current-grouping-key()"/></a>
          </xsl:for-each-group>
        </nav>
        <xsl:for-each-group select="$dated" group-adjacent="substring(@start, 1, 4)">
          <section aria-labelledby="y{current-grouping-key()}">
            <h2 id="y{current-grouping-key()}"><xsl:value-of select="current-grouping-key()"/></h2>
            <xsl:for-each-group select="current-group()" group-adjacent="substring(@start, 6, 2)">
              <xsl:if test="current-grouping-key() ne ''">
                <h3 id="y{substring(@start, 1, 7)}"><xsl:value-of select="f:month-name(xs:integer(current-grouping-key()))"/></h3>
              </xsl:if>
              <ol><xsl:sequence select="current-group() ! f:dated-entry(.)"/></ol>
            </xsl:for-each-group>
          </section>
        </xsl:for-each-group>
        <xsl:if test="$undated">
          <section aria-labelledby="undated">
            <h2 id="undated"><xsl:value-of select="f:label('Without a date')"/></h2>
            <ol><xsl:sequence select="$undated ! f:dated-entry(.)"/></ol>
          </section>
        </xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:function>

  <!-- Whether a document has a date that says at least the year. -->
  <xsl:function name="f:is-dated" as="xs:boolean">
    <xsl:param name="document" as="element(c:document)"/>
    <xsl:sequence select="matches($document/@start, '^[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9T:+\-.Z]*)?)?$')"/>
  </xsl:function>

  <xsl:function name="f:dated-entry" as="element(Q{}li)">
    <xsl:param name="document" as="element(c:document)"/>
    <xsl:sequence select="f:dated-entry($document, '')"/>
  </xsl:function>

  <!-- A document with its date; `at` is the place in it that the link leads to. -->
  <xsl:function name="f:dated-entry" as="element(Q{}li)">
    <xsl:param name="document" as="element(c:document)"/>
    <xsl:param name="at" as="xs:string"/>
    <li>
      <span class="when">
        <xsl:if test="$document/c:date/@by = 'edition'">
          <xsl:attribute name="class" select="'when added'"/>
          <xsl:attribute name="title" select="f:label('Added by the edition.')"/>
        </xsl:if>
        <xsl:value-of select="$document/c:date, $document/c:date/@bounds[. ne '']" separator=", "/>
      </span>
      <xsl:text> </xsl:text>
      <a href="{$document/@stem}.html{$at[. ne ''] ! ('#' || encode-for-uri(.))}"><xsl:value-of select="$document/c:title"/></a>
    </li>
  </xsl:function>

</xsl:stylesheet>
