<?xml version="1.0" encoding="UTF-8"?>
<!-- One specification as a section of the guide: what it is, where it stands, what it holds, its attributes, examples, rules. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:odd="urn:chancery:odd"
                xmlns:tei="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:template match="tei:elementSpec" mode="odd:reference" as="element(section)">
    <xsl:param name="schema" as="element(tei:schemaSpec)" tunnel="yes"/>
    <xsl:param name="children" as="map(xs:string, xs:string*)" tunnel="yes"/>
    <xsl:variable name="spec" as="element()" select="."/>
    <xsl:variable name="parents" as="element()*" select="$schema/tei:elementSpec[$children(@ident) = $spec/@ident]"/>
    <section class="spec" id="{@ident}">
      <h3><a href="#{@ident}"><code>&lt;<xsl:value-of select="odd:name(.)"/>></code></a><xsl:sequence select="odd:called(.)"/></h3>
      <xsl:sequence select="odd:said(.)"/>
      <dl class="facts">
        <xsl:if test="@ident ne odd:name(.)"><div><dt>in the ODD</dt><dd><code><xsl:value-of select="@ident"/></code></dd></div></xsl:if>
        <div><dt>stands in</dt><dd><xsl:sequence select="odd:named($parents, 'the beginning of a file'[$spec intersect odd:start($schema)])"/></dd></div>
        <div><dt>holds</dt><dd><xsl:sequence select="odd:held(., $children, $schema)"/></dd></div>
      </dl>
      <xsl:sequence select="odd:attribute-table(.)"/>
      <xsl:apply-templates select="tei:exemplum" mode="#current"/>
      <xsl:apply-templates select="tei:remarks" mode="#current"/>
      <xsl:variable name="rules" as="element()*" select="$schema//tei:constraintSpec[not(ancestor::tei:elementSpec)][odd:about(.) = odd:name($spec)]"/>
      <xsl:if test="$rules"><p class="rules">Rules: <xsl:for-each select="$rules"><xsl:if test="position() gt 1">, </xsl:if><a href="#{@ident}" title="{odd:line(odd:words(tei:gloss))}"><xsl:value-of select="@ident"/></a></xsl:for-each></p></xsl:if>
      <xsl:apply-templates select=".//tei:constraintSpec" mode="#current"/>
    </section>
  </xsl:template>

  <!-- what an element may hold: text and elements, and in what order, where that matters -->
  <xsl:function name="odd:held" as="node()*">
    <xsl:param name="spec" as="element(tei:elementSpec)"/>
    <xsl:param name="children" as="map(xs:string, xs:string*)"/>
    <xsl:param name="schema" as="element(tei:schemaSpec)"/>
    <xsl:variable name="inside" as="element()*" select="$schema/tei:elementSpec[@ident = $children($spec/@ident)]"/>
    <xsl:variable name="text" as="xs:boolean" select="odd:holds-text($spec)"/>
    <xsl:sequence select="odd:named($inside, if ($text) then 'text' else if (empty($inside) and empty($spec/tei:content//tei:anyElement)) then 'nothing' else ())"/>
    <xsl:if test="$spec/tei:content//tei:anyElement"> any element</xsl:if>
    <xsl:if test="not($text) and count($inside) gt 1">
      <div class="model"><xsl:apply-templates select="$spec/tei:content" mode="odd:model"/></div>
    </xsl:if>
  </xsl:function>

  <!-- elements as links, some words before them -->
  <xsl:function name="odd:named" as="node()*">
    <xsl:param name="specs" as="element()*"/>
    <xsl:param name="words" as="xs:string?"/>
    <xsl:value-of select="$words"/>
    <xsl:for-each-group select="$specs" group-by="odd:name(.)">
      <xsl:sort select="lower-case(current-grouping-key())"/>
      <xsl:if test="position() gt 1 or exists($words)">, </xsl:if>
      <a href="#{current-group()[1]/@ident}"><xsl:value-of select="current-grouping-key()"/></a>
    </xsl:for-each-group>
    <xsl:if test="empty($specs) and empty($words)">nothing</xsl:if>
  </xsl:function>

  <xsl:function name="odd:called" as="node()*">
    <xsl:param name="spec" as="element()"/>
    <xsl:for-each select="odd:line(odd:words($spec/tei:gloss))[.]"><xsl:text> </xsl:text><span class="gloss"><xsl:value-of select="."/></span></xsl:for-each>
  </xsl:function>

  <xsl:function name="odd:said" as="element(p)*">
    <xsl:param name="spec" as="element()"/>
    <xsl:for-each select="odd:words($spec/tei:desc[not(@type = ('hint', 'example'))])"><p><xsl:apply-templates mode="odd:guide"><xsl:with-param name="schema" select="ancestor::tei:schemaSpec" tunnel="yes"/></xsl:apply-templates></p></xsl:for-each>
  </xsl:function>

  <xsl:template match="tei:classSpec | tei:macroSpec | tei:dataSpec" mode="odd:reference" as="element(section)">
    <xsl:param name="schema" as="element(tei:schemaSpec)" tunnel="yes"/>
    <section class="spec minor" id="{@ident}">
      <h3><a href="#{@ident}"><code><xsl:value-of select="@ident"/></code></a><xsl:sequence select="odd:called(.)"/></h3>
      <xsl:sequence select="odd:said(.)"/>
      <xsl:variable name="members" as="element()*" select="self::tei:classSpec/odd:members(@ident, .)"/>
      <dl class="facts">
        <xsl:if test="self::tei:classSpec"><div><dt>members</dt><dd><xsl:sequence select="odd:named($members, ())"/></dd></div></xsl:if>
        <xsl:if test="self::tei:macroSpec"><div><dt>holds</dt><dd class="model"><xsl:apply-templates select="tei:content" mode="odd:model"/></dd></div></xsl:if>
        <xsl:if test="self::tei:dataSpec">
          <xsl:for-each select="tei:content//tei:dataRef/@restriction"><div><dt>pattern</dt><dd><code class="long"><xsl:value-of select="."/></code></dd></div></xsl:for-each>
          <xsl:for-each select="tei:content//tei:dataRef/@key"><div><dt>or as</dt><dd><a href="#{.}"><xsl:value-of select="."/></a></dd></div></xsl:for-each>
        </xsl:if>
      </dl>
      <xsl:if test="self::tei:classSpec"><xsl:sequence select="odd:attribute-table(.)"/></xsl:if>
      <xsl:apply-templates select="tei:exemplum, tei:remarks, .//tei:constraintSpec" mode="#current"/>
    </section>
  </xsl:template>

  <!-- a rule: code and severity, what it means and why, what to do, wrong and right -->
  <xsl:template match="tei:constraintSpec" mode="odd:reference" as="element(section)">
    <section class="rule" id="{@ident}">
      <h4><a href="#{@ident}"><xsl:value-of select="@ident"/></a><xsl:text> </xsl:text><span class="{odd:severity(., (.//@role)[1])}"><xsl:value-of select="odd:severity(., (.//@role)[1])"/></span><xsl:sequence select="odd:called(.)"/></h4>
      <xsl:sequence select="odd:said(.)"/>
      <xsl:for-each select="odd:says(., 'hint')[.]"><p class="hint"><xsl:value-of select="upper-case(substring(., 1, 1)) || substring(., 2)"/>.</p></xsl:for-each>
      <xsl:for-each select="odd:examples(., true())"><div class="wrong"><p>not so</p><xsl:sequence select="odd:shown(.)"/></div></xsl:for-each>
      <xsl:for-each select="odd:examples(., false())"><div class="right"><p>but so</p><xsl:sequence select="odd:shown(.)"/></div></xsl:for-each>
      <xsl:if test="not(tei:desc)"><xsl:for-each select=".//*:assert | .//*:report"><p><xsl:value-of select="normalize-space(.)"/></p></xsl:for-each></xsl:if>
    </section>
  </xsl:template>

  <xsl:template match="tei:exemplum" mode="odd:reference" as="node()*">
    <xsl:apply-templates select="tei:p | *:egXML | tei:eg" mode="odd:guide"/>
  </xsl:template>
  <xsl:template match="tei:remarks" mode="odd:reference" as="node()*"><xsl:apply-templates select="*" mode="odd:guide"/></xsl:template>
</xsl:stylesheet>
