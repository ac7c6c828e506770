<?xml version="1.0" encoding="UTF-8"?>
<!-- When the documents were written: a bar a month, or a year where they span many, and the same numbers as a table. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xmlns:c="urn:chancery:prepared" xmlns:math="http://www.w3.org/2005/xpath-functions/math"
                xmlns:svg="http://www.w3.org/2000/svg" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:variable name="months" as="xs:integer" select="72"/> <!-- beyond so many, bars are years -->

  <xsl:variable name="bars" as="element(c:bar)*">
    <xsl:variable name="dates" as="xs:string*" select="$edition/c:document[f:is-dated(.)]/@start ! string(.)"/>
    <xsl:variable name="years" as="xs:integer*" select="$dates ! xs:integer(substring(., 1, 4))"/>
    <xsl:variable name="monthly" as="xs:boolean" select="exists($years) and (max($years) - min($years) + 1) * 12 le $months"/>
    <xsl:for-each select="if (exists($years)) then min($years) to max($years) else ()">
      <xsl:variable name="year" as="xs:string" select="format-integer(., '0000')"/>
      <xsl:choose>
        <xsl:when test="$monthly">
          <xsl:for-each select="1 to 12">
            <xsl:variable name="month" as="xs:string" select="$year || '-' || format-integer(., '00')"/>
            <c:bar start="{$month}" label="{f:month-name(.)} {$year}" count="{count($dates[starts-with(., $month)])}"/>
          </xsl:for-each>
          <xsl:if test="$dates[. = $year]"><c:bar start="{$year}" label="{$year}" count="{count($dates[. = $year])}"/></xsl:if>
        </xsl:when>
        <xsl:otherwise><c:bar start="{$year}" label="{$year}" count="{count($dates[starts-with(., $year)])}"/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:variable>

  <xsl:function name="f:timeline-page" as="element(Q{}html)">
    <xsl:call-template name="list-page">
      <xsl:with-param name="title" select="f:label('When the documents were written')"/>
      <xsl:with-param name="class" select="'timeline'"/>
      <xsl:with-param name="lead" select="f:summary()"/>
      <xsl:with-param name="content" as="element()*"><xsl:sequence select="f:timeline(), f:bars-table()"/></xsl:with-param>
    </xsl:call-template>
  </xsl:function>

  <xsl:function name="f:timeline" as="element(svg:svg)">
    <xsl:variable name="highest" as="xs:integer" select="max(($bars/@count ! xs:integer(.), 1))"/>
    <xsl:variable name="step" as="xs:double" select="760 div count($bars)"/>
    <svg:svg viewBox="0 0 800 280" role="group" aria-labelledby="timeline-title" class="drawing">
      <svg:title id="timeline-title"><xsl:value-of select="f:label('When the documents were written')"/></svg:title>
      <svg:line x1="20" y1="230.5" x2="780" y2="230.5" class="axis" stroke="currentColor"/>
      <xsl:for-each select="$bars">
        <xsl:variable name="x" as="xs:double" select="20 + (position() - 1) * $step"/>
        <xsl:variable name="height" as="xs:double" select="190 * @count div $highest"/>
        <xsl:if test="@count ne '0'">
          <svg:a href="chronology.html#y{@start}">
            <svg:title><xsl:value-of select="@label || ': ' || f:count(@count, 'document', 'documents')"/></svg:title>
            <svg:rect x="{f:round($x + .08 * $step)}" y="{f:round(230 - $height)}" width="{f:round(.84 * $step)}" height="{f:round($height)}"/>
            <xsl:if test="xs:integer(@count) = $highest"><svg:text x="{f:round($x + $step div 2)}" y="{f:round(224 - $height)}" text-anchor="middle"><xsl:value-of select="@count"/></svg:text></xsl:if>
          </svg:a>
        </xsl:if>
        <xsl:if test="ends-with(@start, '-01') or (string-length(@start) = 4 and (count($bars) le 16 or ends-with(@start, '0')))">
          <svg:text x="{f:round($x)}" y="252"><xsl:value-of select="substring(@start, 1, 4)"/></svg:text>
        </xsl:if>
      </xsl:for-each>
    </svg:svg>
  </xsl:function>

  <xsl:function name="f:bars-table" as="element(Q{}table)">
    <table>
      <caption><xsl:value-of select="f:label('The same as a table')"/></caption>
      <thead><tr><th scope="col"><xsl:value-of select="f:label('Time')"/></th><th scope="col" class="number"><xsl:value-of select="f:label('Documents')"/></th></tr></thead>
      <tbody>
        <xsl:for-each select="$bars[@count ne '0']">
          <tr><td data-key="{@start}"><a href="chronology.html#y{@start}"><xsl:value-of select="@label"/></a></td><td class="number"><xsl:value-of select="@count"/></td></tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:function>

</xsl:stylesheet>
