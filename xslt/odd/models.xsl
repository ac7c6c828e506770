<?xml version="1.0" encoding="UTF-8"?>
<!-- What holds what: the elements in an element, content models in short, attributes in a table. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:odd="urn:chancery:odd"
                xmlns:tei="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <!-- the idents of the elements that each element may hold, by its ident -->
  <xsl:function name="odd:children" as="map(xs:string, xs:string*)">
    <xsl:param name="schema" as="element(tei:schemaSpec)"/>
    <xsl:map>
      <xsl:for-each select="$schema/tei:elementSpec">
        <xsl:map-entry key="string(@ident)" select="distinct-values(odd:inside(tei:content, ()))"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:function>

  <xsl:function name="odd:inside" as="xs:string*">
    <xsl:param name="content" as="element()?"/>
    <xsl:param name="seen" as="xs:string*"/>
    <xsl:for-each select="$content//(tei:elementRef | tei:classRef | tei:macroRef)">
      <xsl:variable name="reference" as="element()" select="."/>
      <xsl:sequence select="self::tei:elementRef/@key ! string(.),
                            self::tei:classRef/odd:members(@key, .)[odd:takes($reference, .)]/@ident ! string(.),
                            self::tei:macroRef[not(@key = $seen)]/odd:inside(odd:spec(@key, 'macroSpec', .)/tei:content, ($seen, @key))"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="odd:holds-text" as="xs:boolean">
    <xsl:param name="spec" as="element()"/>
    <xsl:sequence select="exists($spec/tei:content//(tei:textNode | tei:dataRef | tei:valList))
                          or (some $key in $spec/tei:content//tei:macroRef/@key[. ne $spec/@ident] satisfies odd:spec($key, 'macroSpec', $spec) ! odd:holds-text(.))"/>
  </xsl:function>

  <!-- a content model as one writes it by hand: a, b?, (c | d)* -->
  <xsl:template match="tei:content" mode="odd:model" as="node()*">
    <xsl:for-each select="*"><xsl:if test="position() gt 1">, </xsl:if><xsl:apply-templates select="." mode="odd:model"/></xsl:for-each>
  </xsl:template>
  <xsl:template match="tei:sequence | tei:alternate" mode="odd:model" as="node()*">
    <xsl:variable name="bare" as="xs:boolean" select="parent::tei:content and not(@minOccurs | @maxOccurs) or count(*) eq 1"/>
    <xsl:variable name="sign" as="xs:string" select="if (self::tei:alternate) then ' | ' else if (@preserveOrder = ('false', '0')) then ' &amp; ' else ', '"/>
    <xsl:value-of select="'('[not($bare)]"/>
    <xsl:for-each select="*[not(odd:is-deleted(.))]"><xsl:if test="position() gt 1"><xsl:value-of select="$sign"/></xsl:if><xsl:apply-templates select="." mode="odd:model"/></xsl:for-each>
    <xsl:value-of select="')'[not($bare)], odd:times(.)" separator=""/>
  </xsl:template>
  <xsl:template match="*[odd:is-deleted(.)]" mode="odd:model" as="node()*" priority="1"/>
  <xsl:template match="tei:elementRef" mode="odd:model" as="node()*">
    <a href="#{@key}"><xsl:value-of select="(odd:spec(@key, 'elementSpec', .) ! odd:name(.), @key)[1]"/></a><xsl:value-of select="odd:times(.)"/>
  </xsl:template>
  <xsl:template match="tei:classRef | tei:macroRef | tei:dataRef[@key]" mode="odd:model" as="node()*">
    <a href="#{@key}"><i><xsl:value-of select="(odd:line(odd:words(odd:spec(@key, ('classSpec', 'macroSpec', 'dataSpec'), .)/tei:gloss))[.], @key)[1]"/></i></a><xsl:value-of select="odd:times(.)"/>
  </xsl:template>
  <xsl:template match="tei:textNode" mode="odd:model" as="text()">text</xsl:template>
  <xsl:template match="tei:empty" mode="odd:model" as="text()">nothing</xsl:template>
  <xsl:template match="tei:anyElement" mode="odd:model" as="node()*">any element<xsl:value-of select="odd:times(.)"/></xsl:template>
  <xsl:template match="tei:valList" mode="odd:model" as="text()"><xsl:value-of select="tei:valItem ! odd:name(.)" separator=" | "/></xsl:template>
  <xsl:template match="*" mode="odd:model" as="node()*" priority="-1"><xsl:value-of select="@name"/></xsl:template>

  <xsl:function name="odd:times" as="xs:string">
    <xsl:param name="node" as="element()"/>
    <xsl:variable name="least" as="xs:string" select="string(($node/@minOccurs, '1')[1])"/>
    <xsl:variable name="most" as="xs:string" select="string(($node/@maxOccurs, '1')[1])"/>
    <xsl:variable name="known" as="map(xs:string, xs:string)" select="map { '1 1': '', '0 1': '?', '0 unbounded': '*', '1 unbounded': '+' }"/>
    <xsl:sequence select="($known($least || ' ' || $most), '{' || $least || '–' || replace($most, 'unbounded', '') || '}')[1]"/>
  </xsl:function>

  <!-- the attributes that something has, its own first, then those of its classes -->
  <xsl:function name="odd:attribute-table" as="element(dl)?">
    <xsl:param name="spec" as="element()"/>
    <xsl:where-populated><dl class="attributes"><xsl:for-each select="odd:attribute-list($spec)">
      <xsl:sort select="not(@usage = 'req')"/>
      <div>
        <dt><code><xsl:value-of select="odd:name(.)"/></code><xsl:value-of select="' required'[current()/@usage = 'req'], ' recommended'[current()/@usage = 'rec']" separator=""/></dt>
        <dd>
          <xsl:variable name="values" as="element()?" select="tei:valList[tei:valItem]"/>
          <xsl:value-of select="odd:line(odd:words(tei:desc))"/>
          <xsl:variable name="type" as="element()?" select="tei:datatype/tei:dataRef"/>
          <xsl:if test="$type/@key and not($values)"><xsl:text>: </xsl:text><a href="#{$type/@key}"><xsl:value-of select="(odd:line(odd:words(odd:spec($type/@key, ('dataSpec', 'macroSpec'), $type)/tei:gloss))[.], $type/@key)[1]"/></a></xsl:if>
          <xsl:where-populated><ul class="values"><xsl:for-each select="$values/tei:valItem[not(@mode = 'delete')]">
            <li><code><xsl:value-of select="odd:name(.)"/></code><xsl:for-each select="(odd:line(odd:words(tei:desc))[.], odd:line(odd:words(tei:gloss))[.])[1]"><xsl:text> </xsl:text><xsl:value-of select="."/></xsl:for-each></li>
          </xsl:for-each></ul></xsl:where-populated>
          <xsl:if test="$values[@type = 'semi' or not(@type = 'closed')]"><p>or another value</p></xsl:if>
        </dd>
      </div>
    </xsl:for-each></dl></xsl:where-populated>
  </xsl:function>

  <xsl:function name="odd:attribute-list" as="element(tei:attDef)*">
    <xsl:param name="spec" as="element()"/>
    <xsl:variable name="all" as="element(tei:attDef)*"
                  select="for $owner in ($spec, odd:attribute-classes($spec)[$spec/self::tei:elementSpec])
                          return $owner/tei:attList//(tei:attDef | tei:attRef) ! (if (self::tei:attRef) then odd:referred(.) else .)"/>
    <xsl:for-each-group select="$all" group-by="odd:attribute-key(.)"><xsl:sequence select="current-group()[1][not(@mode = 'delete')]"/></xsl:for-each-group>
  </xsl:function>
</xsl:stylesheet>
