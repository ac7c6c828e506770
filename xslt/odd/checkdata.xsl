<?xml version="1.0" encoding="UTF-8"?>
<!-- What is wrong with attributes, data types and content models of an ODD. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:odd="urn:chancery:odd"
                xmlns:tei="http://www.tei-c.org/ns/1.0"
                xmlns:rng="http://relaxng.org/ns/structure/1.0"
                exclude-result-prefixes="#all">

  <xsl:template match="tei:dataRef" mode="odd:check" as="element()*">
    <xsl:if test="@key"><xsl:sequence select="odd:seek(., ('dataSpec', 'macroSpec'))"/></xsl:if>
    <xsl:if test="@name and not(@name = $odd:built-in)">
      <xsl:sequence select="odd:finding('O005', ., 'there is no data type ' || @name, 'name one of XML Schema’s, as string or anyURI; key names one of this schema')"/>
    </xsl:if>
    <xsl:if test="empty((@key, @name))">
      <xsl:sequence select="odd:finding('O005', ., 'the data type has neither key nor name', 'a data type elsewhere (ref) is not read')"/>
    </xsl:if>
    <xsl:if test="@key and (@restriction or tei:dataFacet) and odd:spec(@key, ('dataSpec', 'macroSpec'), .)[not(tei:content[count(*) eq 1]/tei:dataRef)]">
      <xsl:sequence select="odd:finding('O005', ., @key || ' cannot be restricted: it is more than one plain data type', 'declare a dataSpec of its own')"/>
    </xsl:if>
    <xsl:for-each select="(@restriction, tei:dataFacet[@name = 'pattern']/@value)[not(odd:is-pattern(.))]">
      <xsl:sequence select="odd:finding('O005', .., 'the pattern ' || . || ' cannot be read', 'patterns are regular expressions as XML Schema has them')"/>
    </xsl:for-each>
    <xsl:if test="odd:is-mixed(.)">
      <xsl:sequence select="odd:finding('O007', ., 'a data type stands beside other content', 'in an element a data type is the whole content; an attribute can hold a list of values')"/>
    </xsl:if>
  </xsl:template>

  <xsl:function name="odd:is-pattern" as="xs:boolean">
    <xsl:param name="pattern" as="xs:string"/>
    <xsl:try>
      <xsl:sequence select="matches('', '^(' || replace($pattern, '([$^])', '\\$1') || ')$') = (true(), false())"/>
      <xsl:catch select="false()"/>
    </xsl:try>
  </xsl:function>

  <!-- whether a data type stands in an element's content together with something else, or several times -->
  <xsl:function name="odd:is-mixed" as="xs:boolean">
    <xsl:param name="data" as="element()"/>
    <xsl:variable name="around" as="element()*" select="$data/ancestor-or-self::*[ancestor::tei:content[parent::tei:elementSpec | parent::tei:macroSpec[not(@type = 'dt')]]]"/>
    <xsl:sequence select="exists($around[self::tei:sequence][count(* except tei:empty) gt 1]
                                 | $around[not(@maxOccurs = '1')][@maxOccurs] | $around[self::tei:alternate][.//tei:textNode][@maxOccurs])"/>
  </xsl:function>

  <xsl:template match="tei:dataFacet[not(@name = $odd:facets)]" mode="odd:check" as="element()">
    <xsl:sequence select="odd:finding('O005', ., 'there is no facet ' || @name, 'the facets are ' || string-join($odd:facets, ', '))"/>
  </xsl:template>

  <xsl:template match="tei:elementSpec" mode="odd:check" as="element()*"><xsl:sequence select="odd:twice(.)"/></xsl:template>
  <xsl:template match="tei:classSpec[@type = 'atts']" mode="odd:check" as="element()*" priority="1">
    <xsl:next-match/>
    <xsl:sequence select="odd:twice(.)"/>
  </xsl:template>

  <!-- attributes that a specification declares twice; ways to choose between may -->
  <xsl:function name="odd:twice" as="element()*">
    <xsl:param name="spec" as="element()"/>
    <xsl:for-each-group select="$spec/tei:attList//tei:attDef[not(ancestor::tei:attList[@org = 'choice'])]" group-by="odd:attribute-key(.)">
      <xsl:for-each select="current-group()[position() gt 1]">
        <xsl:sequence select="odd:finding('O003', ., 'the attribute ' || @ident || ' is declared twice', 'an element has an attribute once')"/>
      </xsl:for-each>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:template match="tei:valList[@type = 'closed'][empty(tei:valItem[not(@mode = 'delete')])]" mode="odd:check" as="element()">
    <xsl:sequence select="odd:finding('O006', ., 'a closed list of values has no value', 'add a valItem, or delete the attribute')"/>
  </xsl:template>

  <xsl:template match="tei:content/tei:*[not(odd:is-content(.))] | tei:sequence/tei:*[not(odd:is-content(.))] | tei:alternate/tei:*[not(odd:is-content(.))]"
                mode="odd:check" as="element()" priority="2">
    <xsl:sequence select="odd:finding('O006', ., local-name() || ' is no part of a content model', 'the parts are ' || string-join($odd:parts, ', '))"/>
  </xsl:template>

  <xsl:variable name="odd:parts" as="xs:string*"
                select="tokenize('sequence alternate elementRef classRef macroRef dataRef textNode anyElement valList empty')"/>
  <xsl:function name="odd:is-content" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="local-name($part) = $odd:parts"/>
  </xsl:function>

  <xsl:template match="tei:content//*[@minOccurs | @maxOccurs] | tei:datatype" mode="odd:occurs" as="element()?">
    <xsl:variable name="numbers" as="xs:string*" select="(@minOccurs, @maxOccurs[. ne 'unbounded']) ! normalize-space(.)"/>
    <xsl:choose>
      <xsl:when test="not(every $number in $numbers satisfies matches($number, '^[0-9]{1,4}$'))">
        <xsl:sequence select="odd:finding('O006', ., 'minOccurs and maxOccurs are numbers up to 9999, maxOccurs can be unbounded', '')"/>
      </xsl:when>
      <xsl:when test="@maxOccurs != 'unbounded' and xs:integer(@maxOccurs) lt xs:integer((@minOccurs, 1[not(current()/@maxOccurs = '0')], 0)[1])">
        <xsl:sequence select="odd:finding('O006', ., 'maxOccurs is less than minOccurs', '')"/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- parts of an interleaved sequence must differ in their names, and only one may be text -->
  <xsl:template match="tei:sequence[@preserveOrder = ('false', '0')]" mode="odd:check" as="element()*">
    <xsl:variable name="names" as="xs:string*" select="* ! distinct-values(odd:first-names(.))"/>
    <xsl:variable name="twice" as="xs:string*" select="distinct-values($names[count(index-of($names, .)) gt 1])"/>
    <xsl:if test="exists($twice)">
      <xsl:sequence select="odd:finding('O007', ., string-join($twice, ', ') || ' can stand in two parts of a sequence in any order', 'in any order every element belongs to one part')"/>
    </xsl:if>
  </xsl:template>

  <!-- the elements that a part of a content model can hold, and whether text -->
  <xsl:function name="odd:first-names" as="xs:string*">
    <xsl:param name="part" as="element()"/>
    <xsl:for-each select="$part/descendant-or-self::*">
      <xsl:variable name="part" as="element()" select="."/>
      <xsl:sequence select="self::tei:textNode/'text', self::tei:elementRef/odd:spec(@key, 'elementSpec', .)/odd:name(.),
                            self::tei:classRef/odd:members(@key, .)[odd:takes($part, .)]/odd:name(.),
                            self::tei:macroRef/odd:spec(@key, 'macroSpec', .)/tei:content[not(.//tei:macroRef/@key = $part/@key)]/* ! odd:first-names(.)"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="odd:takes" as="xs:boolean">
    <xsl:param name="reference" as="element(tei:classRef)"/>
    <xsl:param name="member" as="element(tei:elementSpec)"/>
    <xsl:sequence select="(not($reference/@include) or $member/@ident = tokenize($reference/@include))
                          and not($member/@ident = $reference/@except/tokenize(.))"/>
  </xsl:function>

  <xsl:template match="rng:ref" mode="odd:check" as="element()?">
    <xsl:variable name="name" as="xs:string" select="replace(@name, '\.attributes$', '')"/>
    <xsl:if test="empty(key('spec', $name)) and empty(key('deleted', $name))">
      <xsl:sequence select="odd:finding('O002', ., 'there is no pattern ' || @name, odd:similar($name, ('elementSpec', 'classSpec', 'macroSpec', 'dataSpec'), .))"/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
