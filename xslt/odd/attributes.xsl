<?xml version="1.0" encoding="UTF-8"?>
<!-- Attributes as RELAX NG. What an element says of an attribute goes before what its classes say, and a class that
     derives from another goes before that one: the first that mentions an attribute decides. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:odd="urn:chancery:odd"
                xmlns:tei="http://www.tei-c.org/ns/1.0"
                xmlns="http://relaxng.org/ns/structure/1.0"
                exclude-result-prefixes="#all">

  <!-- the attributes of an element: its own, then those of its classes that nothing nearer mentions -->
  <xsl:function name="odd:attributes" as="element()*">
    <xsl:param name="spec" as="element()"/>
    <xsl:variable name="classes" as="element(tei:classSpec)*" select="odd:attribute-classes($spec)"/>
    <xsl:apply-templates select="$spec/tei:attList" mode="odd:attributes"/>
    <xsl:for-each select="$classes">
      <xsl:variable name="place" as="xs:integer" select="position()"/>
      <xsl:variable name="nearer" as="xs:string*" select="($spec, $classes[position() lt $place]) ! odd:mentioned(.)"/>
      <xsl:choose>
        <xsl:when test="empty(tei:attList)"/>
        <xsl:when test="odd:is-shared(., $nearer)"><ref name="{@ident}.attributes"/></xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select="tei:attList" mode="odd:attributes">
            <xsl:with-param name="mentioned" select="$nearer" tunnel="yes"/>
          </xsl:apply-templates>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>

  <!-- whether the class means here what it means alone -->
  <xsl:function name="odd:is-shared" as="xs:boolean">
    <xsl:param name="class" as="element(tei:classSpec)"/>
    <xsl:param name="nearer" as="xs:string*"/>
    <xsl:sequence select="not(odd:mentioned($class) = $nearer)"/>
  </xsl:function>

  <!-- the attributes that a specification says something of -->
  <xsl:function name="odd:mentioned" as="xs:string*">
    <xsl:param name="spec" as="element()"/>
    <xsl:sequence select="$spec/tei:attList//tei:attDef ! odd:attribute-key(.),
                          $spec/tei:attList//tei:attRef ! odd:referred(.) ! odd:attribute-key(.)"/>
  </xsl:function>

  <xsl:function name="odd:attribute-key" as="xs:string">
    <xsl:param name="attribute" as="element(tei:attDef)"/>
    <xsl:variable name="key" as="xs:string" select="string($attribute/@ns[. ne '']) || ' ' || $attribute/@ident"/>
    <xsl:sequence select="replace($key, '^http://www.w3.org/XML/1998/namespace (xml:)?', ' xml:')"/>
  </xsl:function>

  <!-- the attributes that an attRef means -->
  <xsl:function name="odd:referred" as="element(tei:attDef)*">
    <xsl:param name="reference" as="element(tei:attRef)"/>
    <xsl:variable name="class" as="element()?" select="odd:spec($reference/@class, 'classSpec', $reference)"/>
    <xsl:variable name="all" as="element(tei:attDef)*"
                  select="($class, $class ! odd:attribute-classes(.))/tei:attList//tei:attDef[not(@mode = 'delete')]"/>
    <xsl:variable name="by-name" as="element(tei:attDef)*"
                  select="$reference[not(@class)]/root()//tei:classSpec//tei:attDef[@ident = $reference/@name]"/>
    <xsl:variable name="found" as="element(tei:attDef)*" select="($all, $by-name)[not($reference/@name) or odd:name(.) = $reference/@name or @ident = $reference/@name]"/>
    <xsl:sequence select="if ($reference/@name) then $found[1] else $found"/>
  </xsl:function>

  <xsl:template match="tei:attList" mode="odd:attributes" as="element()*">
    <xsl:variable name="parts" as="element()*">
      <xsl:for-each select="*">
        <xsl:variable name="part" as="element()*"><xsl:apply-templates select="." mode="odd:attributes"/></xsl:variable>
        <xsl:if test="$part"><group><xsl:sequence select="$part"/></group></xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="empty($parts)"/>
      <xsl:when test="@org = 'choice'"><choice><xsl:sequence select="$parts"/></choice></xsl:when>
      <xsl:otherwise><xsl:sequence select="$parts/*"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="tei:attRef" mode="odd:attributes" as="element()*">
    <xsl:param name="mentioned" as="xs:string*" tunnel="yes"/>
    <xsl:sequence select="odd:referred(.)[not(odd:attribute-key(.) = $mentioned)] ! odd:attribute(.)"/>
  </xsl:template>

  <xsl:template match="tei:attDef" mode="odd:attributes" as="element()*">
    <xsl:param name="mentioned" as="xs:string*" tunnel="yes"/>
    <xsl:sequence select="if (@mode = 'delete' or odd:attribute-key(.) = $mentioned) then () else odd:attribute(.)"/>
  </xsl:template>

  <xsl:template match="*" mode="odd:attributes" as="empty-sequence()" priority="-1"/>

  <!-- one attribute, optional where the schema does not ask for it -->
  <xsl:function name="odd:attribute" as="element()">
    <xsl:param name="spec" as="element(tei:attDef)"/>
    <xsl:variable name="pattern" as="element()">
      <attribute name="{odd:name($spec)}">
        <xsl:if test="not(contains(odd:name($spec), ':'))"><xsl:copy-of select="$spec/@ns[. ne '']"/></xsl:if>
        <xsl:sequence select="odd:value-of($spec)"/>
      </attribute>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$spec/@usage = 'req'"><xsl:sequence select="$pattern"/></xsl:when>
      <xsl:otherwise><optional><xsl:sequence select="$pattern"/></optional></xsl:otherwise>
    </xsl:choose>
  </xsl:function>
</xsl:stylesheet>
