<?xml version="1.0" encoding="UTF-8"?>
<!-- Dates in words, and as HTML's `time` wants them. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- 1967-10-13T13:00:00+00:00 → October 13, 1967; a date of another form as it stands. -->
  <xsl:function name="f:date-words" as="xs:string">
    <xsl:param name="iso" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*" select="tokenize(tokenize($iso, 'T')[1], '-')"/>
    <xsl:choose>
      <xsl:when test="not(matches($iso, '^\d{4}(-(0[1-9]|1[0-2])(-[0-3]\d(T.*)?)?)?$'))">
        <xsl:sequence select="$iso"/>
      </xsl:when>
      <xsl:when test="count($parts) = 1"><xsl:sequence select="$parts"/></xsl:when>
      <xsl:otherwise>
        <xsl:variable name="words" as="xs:string" select="f:month-name(xs:integer($parts[2]))"/>
        <xsl:sequence select="if ($parts[3]) then f:day-words($parts[1], $words, xs:integer($parts[3])) else $words || ' ' || $parts[1]"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- A day in the language's form: "October 13, 1967", "13. Oktober 1967", "1er octobre 1967". -->
  <xsl:function name="f:day-words" as="xs:string">
    <xsl:param name="year" as="xs:string"/>
    <xsl:param name="month" as="xs:string"/>
    <xsl:param name="day" as="xs:integer"/>
    <xsl:variable name="said" as="xs:string" select="if ($day = 1) then f:label('first day') else string($day)"/>
    <xsl:sequence select="f:label('day of a month') => replace('\{day\}', $said) => replace('\{month\}', $month) => replace('\{year\}', $year)"/>
  </xsl:function>

  <xsl:function name="f:month-name" as="xs:string">
    <xsl:param name="month" as="xs:integer"/>
    <xsl:sequence select="(tokenize(f:label('months'))[$month], string($month))[1]"/>
  </xsl:function>

  <!-- The words of a date element, else those of its attributes. -->
  <xsl:function name="f:date-text" as="xs:string">
    <xsl:param name="date" as="element()"/>
    <xsl:variable name="words" as="xs:string" select="f:plain($date)"/>
    <xsl:sequence select="if ($words) then $words
                          else string-join(($date/@when, $date/@from, $date/@to) ! f:date-words(.), '–')"/>
  </xsl:function>

  <!-- "not before October 28, 1970": what the attributes say of an uncertain date; else empty. -->
  <xsl:function name="f:date-bounds" as="xs:string">
    <xsl:param name="date" as="element()"/>
    <xsl:variable name="bounds" as="xs:string*"
                  select="$date/@notBefore ! (f:label('not before') || ' ' || f:date-words(.)),
                          $date/@notAfter ! (f:label('not after') || ' ' || f:date-words(.))"/>
    <xsl:sequence select="string-join($bounds, ', ')"/>
  </xsl:function>

  <!-- The earliest moment of a date, to sort by; empty where none is known. -->
  <xsl:function name="f:date-start" as="xs:string">
    <xsl:param name="date" as="element()?"/>
    <xsl:sequence select="string(($date/@when, $date/@from, $date/@notBefore, $date/@to, $date/@notAfter)[1])"/>
  </xsl:function>

  <!-- The year, where it is certain: a date's, or that of both its bounds; else empty. -->
  <xsl:function name="f:date-year" as="xs:string">
    <xsl:param name="date" as="element()?"/>
    <xsl:variable name="years" as="xs:string*" select="distinct-values(
        if ($date/(@when | @from | @to)) then substring(($date/@when, $date/@from, $date/@to)[1], 1, 4)
        else $date[@notBefore][@notAfter]/(@notBefore, @notAfter) ! substring(., 1, 4))"/>
    <xsl:sequence select="string($years[count($years) = 1][matches(., '^\d{4}$')])"/>
  </xsl:function>

  <!-- A value that HTML's time/@datetime allows, or nothing. -->
  <xsl:function name="f:datetime" as="xs:string?">
    <xsl:param name="value" as="xs:string?"/>
    <xsl:variable name="day" as="xs:string" select="'\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])'"/>
    <xsl:variable name="time" as="xs:string" select="'T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)?'"/>
    <xsl:sequence select="$value[matches(., '^[12]\d{3}(-(0[1-9]|1[0-2]))?$')
                                 or matches(., '^' || $day || '(' || $time || ')?$')
                                 and substring(., 1, 10) castable as xs:date]"/>
  </xsl:function>

</xsl:stylesheet>
