<?xml version="1.0" encoding="UTF-8"?>
<!-- Who writes to whom, and who sits in a meeting with whom: a drawing of those who do so most, and the same facts as a table. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xmlns:c="urn:chancery:prepared" xmlns:math="http://www.w3.org/2005/xpath-functions/math"
                xmlns:svg="http://www.w3.org/2000/svg" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:variable name="most" as="xs:integer" select="24"/> <!-- persons in the drawing -->

  <!-- A tie between two persons of the register: how many papers one sent the other, how often both were present. -->
  <xsl:variable name="ties" as="element(c:tie)*">
    <xsl:variable name="pairs" as="element(c:pair)*">
      <xsl:for-each select="$letters">
        <xsl:variable name="to" as="xs:string*" select="distinct-values(c:to/@person[. ne ''])"/>
        <xsl:for-each select="distinct-values(c:from/@person[. ne ''])">
          <xsl:variable name="from" as="xs:string" select="."/>
          <xsl:for-each select="$to[. ne $from]"><c:pair a="{$from}" b="{.}" sent="1"/></xsl:for-each>
        </xsl:for-each>
      </xsl:for-each>
      <xsl:for-each select="$mentions//c:mentions[c:present]">
        <xsl:variable name="present" as="xs:string*" select="sort(distinct-values(c:present/@person))"/>
        <xsl:for-each select="$present">
          <xsl:variable name="one" as="xs:string" select="."/>
          <xsl:for-each select="$present[. gt $one]"><c:pair a="{$one}" b="{.}" met="1"/></xsl:for-each>
        </xsl:for-each>
      </xsl:for-each>
    </xsl:variable>
    <xsl:for-each-group select="$pairs" group-by="string-join(sort((@a, @b) ! string()), ' ')">
      <xsl:sort select="count(current-group())" order="descending"/>
      <xsl:sort select="current-grouping-key()"/>
      <xsl:variable name="both" as="xs:string*" select="tokenize(current-grouping-key())"/>
      <c:tie a="{$both[1]}" b="{$both[2]}" sent="{count(current-group()[@sent][@a = $both[1]])}"
             back="{count(current-group()[@sent][@a = $both[2]])}" met="{count(current-group()/@met)}" all="{count(current-group())}"/>
    </xsl:for-each-group>
  </xsl:variable>

  <xsl:function name="f:network-page" as="element(Q{}html)">
    <xsl:call-template name="list-page">
      <xsl:with-param name="title" select="f:label('Who wrote to and met whom')"/>
      <xsl:with-param name="class" select="'network'"/>
      <xsl:with-param name="lead" select="f:label('Papers that one sent the other, and meetings that both took part in, as far as headings and lists of participants name them.')"/>
      <xsl:with-param name="content" as="element()*">
        <xsl:sequence select="f:network(), f:ties-table()"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:function>

  <!-- Those with most ties on a circle, by name; a line for each tie, broader and darker for more. -->
  <xsl:function name="f:network" as="element(svg:svg)">
    <xsl:variable name="weights" as="element(c:node)*">
      <xsl:for-each-group select="$ties" group-by="@a, @b">
        <xsl:sort select="sum(current-group()/@all ! xs:integer(.))" order="descending"/>
        <xsl:sort select="current-grouping-key()"/>
        <c:node id="{current-grouping-key()}"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:variable name="nodes" as="xs:string*"
                  select="sort($weights[position() le $most]/@id ! string(.), (), function($id) { f:sort-key(f:heading(f:person($id))) })"/>
    <xsl:variable name="highest" as="xs:integer" select="max(($ties/@all ! xs:integer(.), 1))"/>
    <svg:svg viewBox="0 0 800 640" role="group" aria-labelledby="network-title" class="drawing">
      <svg:title id="network-title"><xsl:value-of select="f:label('Who wrote to and met whom')"/></svg:title>
      <svg:g class="ties" fill="none" stroke="currentColor">
        <xsl:for-each select="reverse($ties[@a = $nodes][@b = $nodes])">
          <xsl:variable name="a" as="xs:double*" select="f:on-circle(index-of($nodes, @a), count($nodes), 200)"/>
          <xsl:variable name="b" as="xs:double*" select="f:on-circle(index-of($nodes, @b), count($nodes), 200)"/>
          <xsl:variable name="strength" as="xs:double" select="math:sqrt(xs:integer(@all) div $highest)"/>
          <svg:path d="M{f:round($a[1])} {f:round($a[2])}Q400 320 {f:round($b[1])} {f:round($b[2])}" data-ties="{index-of($nodes, @a)} {index-of($nodes, @b)}"
                    stroke-width="{f:round(.5 + 6 * $strength)}" stroke-opacity="{f:round(.1 + .7 * $strength)}">
            <svg:title><xsl:value-of select="f:tie-words(.)"/></svg:title>
          </svg:path>
        </xsl:for-each>
      </svg:g>
      <xsl:for-each select="$nodes">
        <xsl:variable name="at" as="xs:double*" select="f:on-circle(position(), count($nodes), 200)"/>
        <xsl:variable name="words" as="xs:double*" select="f:on-circle(position(), count($nodes), 212)"/>
        <xsl:variable name="left" as="xs:boolean" select="$words[1] lt 399"/>
        <svg:a href="{f:person-page-href(.)}" data-node="{position()}">
          <svg:circle cx="{f:round($at[1])}" cy="{f:round($at[2])}" r="5"/>
          <svg:text x="{f:round($words[1])}" y="{f:round($words[2] + 5)}" text-anchor="{if ($left) then 'end' else 'start'}">
            <xsl:value-of select="f:heading(f:person(.))"/>
          </svg:text>
        </svg:a>
      </xsl:for-each>
    </svg:svg>
  </xsl:function>

  <!-- The place, x and y, of one of several on a circle. -->
  <xsl:function name="f:on-circle" as="xs:double*">
    <xsl:param name="place" as="xs:integer"/>
    <xsl:param name="of" as="xs:integer"/>
    <xsl:param name="radius" as="xs:double"/>
    <xsl:variable name="angle" as="xs:double" select="2 * math:pi() * ($place - 0.5) div $of - math:pi() div 2"/>
    <xsl:sequence select="400 + $radius * math:cos($angle), 320 + 1.35 * $radius * math:sin($angle)"/>
  </xsl:function>

  <xsl:function name="f:round" as="xs:string">
    <xsl:param name="number" as="xs:double"/>
    <xsl:sequence select="string(round($number * 10) div 10)"/>
  </xsl:function>

  <xsl:function name="f:tie-words" as="xs:string">
    <xsl:param name="tie" as="element(c:tie)"/>
    <xsl:variable name="names" as="xs:string*" select="($tie/@a, $tie/@b) ! f:heading(f:person(.))"/>
    <xsl:variable name="papers" as="xs:integer" select="xs:integer($tie/@sent) + xs:integer($tie/@back)"/>
    <xsl:sequence select="$names[1] || ' – ' || $names[2] || ': ' || string-join((
        f:count($papers, 'paper', 'papers')[$papers gt 0],
        f:count(xs:integer($tie/@met), 'meeting', 'meetings')[$tie/@met ne '0']), ', ')"/>
  </xsl:function>

  <xsl:function name="f:ties-table" as="element(Q{}table)">
    <table>
      <caption><xsl:value-of select="f:label('The same as a table')"/></caption>
      <thead>
        <tr>
          <xsl:for-each select="'One', 'The other', 'Sent', 'Received', 'Meetings'">
            <th scope="col"><xsl:if test="position() gt 2"><xsl:attribute name="class" select="'number'"/></xsl:if><xsl:value-of select="f:label(.)"/></th>
          </xsl:for-each>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="$ties">
          <tr>
            <xsl:for-each select="@a, @b"><td><a href="{f:person-page-href(.)}"><xsl:value-of select="f:heading(f:person(.))"/></a></td></xsl:for-each>
            <xsl:for-each select="@sent, @back, @met"><td class="number"><xsl:value-of select="."/></td></xsl:for-each>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:function>

</xsl:stylesheet>
