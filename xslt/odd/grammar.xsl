<?xml version="1.0" encoding="UTF-8"?>
<!-- The RELAX NG grammar of a schema: a definition for each thing that it declares, in the order of the ODD. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:odd="urn:chancery:odd"
                xmlns:tei="http://www.tei-c.org/ns/1.0"
                xmlns:rng="http://relaxng.org/ns/structure/1.0"
                xmlns:sch="http://purl.oclc.org/dsdl/schematron"
                xmlns:a="http://relaxng.org/ns/compatibility/annotations/1.0"
                xmlns="http://relaxng.org/ns/structure/1.0"
                exclude-result-prefixes="#all">

  <xsl:template match="tei:schemaSpec" mode="odd:grammar" as="element(rng:grammar)">
    <grammar datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes" ns="{(@ns, $odd:tei)[1]}">
      <xsl:namespace name="a" select="'http://relaxng.org/ns/compatibility/annotations/1.0'"/>
      <xsl:comment> Compiled by `chancery schema build`: change the ODD, not this. </xsl:comment>
      <start>
        <choice><xsl:for-each select="odd:start(.)"><ref name="{@ident}"/></xsl:for-each></choice>
      </start>
      <xsl:apply-templates select="* except tei:classSpec[@type = 'model'][not(odd:is-referred(.))]" mode="odd:define"/>
      <xsl:for-each-group select=".//tei:anyElement" group-by="odd:any-key(.)">
        <xsl:apply-templates select="." mode="odd:define"/>
      </xsl:for-each-group>
    </grammar>
  </xsl:template>

  <!-- the elements that a file may begin with -->
  <xsl:function name="odd:start" as="element(tei:elementSpec)*">
    <xsl:param name="schema" as="element(tei:schemaSpec)"/>
    <xsl:variable name="all" as="element(tei:elementSpec)*" select="$schema/tei:elementSpec"/>
    <xsl:variable name="usual" as="element(tei:elementSpec)*" select="$all[@ident = ('TEI', 'teiCorpus')]"/>
    <xsl:variable name="named" as="element(tei:elementSpec)*"
                  select="tokenize($schema/@start) ! odd:spec(., 'elementSpec', $schema)"/>
    <xsl:sequence select="if ($schema/@start) then $named else if ($usual) then $usual else $all"/>
  </xsl:function>

  <!-- whether a class of elements is asked for as a whole, in a content model or in a bigger class -->
  <xsl:function name="odd:is-referred" as="xs:boolean">
    <xsl:param name="class" as="element(tei:classSpec)"/>
    <xsl:variable name="all" as="element(tei:schemaSpec)" select="$class/parent::*"/>
    <xsl:sequence select="$class/@ident = ($all//tei:classRef/@key, $all//rng:ref/@name)
                          or odd:parents($class)[@type = 'model'][odd:is-referred(.)]"/>
  </xsl:function>

  <xsl:template match="tei:elementSpec" mode="odd:define" as="element()">
    <define name="{@ident}">
      <element name="{odd:name(.)}">
        <xsl:if test="odd:namespace(.) ne string((../@ns, $odd:tei)[1])"><xsl:attribute name="ns" select="odd:namespace(.)"/></xsl:if>
        <xsl:sequence select="odd:documentation(.), odd:attributes(.)"/>
        <xsl:apply-templates select="(tei:content, tei:valList)[1]" mode="odd:content"/>
        <xsl:if test="empty((tei:content, tei:valList))"><empty/></xsl:if>
      </element>
    </define>
  </xsl:template>

  <xsl:template match="tei:classSpec[@type = 'model']" mode="odd:define" as="element()">
    <xsl:variable name="members" as="element()*" select="key('member', @ident)"/>
    <define name="{@ident}">
      <choice>
        <xsl:for-each select="$members"><ref name="{@ident}"/></xsl:for-each>
        <xsl:if test="empty($members)"><notAllowed/></xsl:if>
      </choice>
    </define>
  </xsl:template>

  <!-- the attributes of a class itself; those that it inherits come with the classes it inherits them from -->
  <xsl:template match="tei:classSpec[@type = 'atts'][tei:attList]" mode="odd:define" as="element()?">
    <xsl:variable name="class" as="element()" select="."/>
    <xsl:variable name="users" as="element()*" select="odd:members(@ident, .)[odd:is-whole($class, .)]"/>
    <xsl:if test="$users or @ident || '.attributes' = root()//rng:ref/@name">
      <define name="{@ident}.attributes">
        <xsl:apply-templates select="tei:attList" mode="odd:attributes"/>
      </define>
    </xsl:if>
  </xsl:template>

  <!-- whether an element has all attributes of a class just as the class has them -->
  <xsl:function name="odd:is-whole" as="xs:boolean">
    <xsl:param name="class" as="element(tei:classSpec)"/>
    <xsl:param name="spec" as="element(tei:elementSpec)"/>
    <xsl:variable name="classes" as="element(tei:classSpec)*" select="odd:attribute-classes($spec)"/>
    <xsl:variable name="nearer" as="element()*" select="$spec, $classes[position() lt odd:place($class, $classes)]"/>
    <xsl:sequence select="odd:is-shared($class, $nearer ! odd:mentioned(.))"/>
  </xsl:function>

  <xsl:function name="odd:place" as="xs:integer">
    <xsl:param name="node" as="node()"/>
    <xsl:param name="nodes" as="node()*"/>
    <xsl:sequence select="(for $n in 1 to count($nodes) return $n[$nodes[$n] is $node])[1]"/>
  </xsl:function>

  <xsl:template match="tei:macroSpec[not(@type = 'dt')]" mode="odd:define" as="element()">
    <define name="{@ident}"><xsl:apply-templates select="(tei:content, tei:valList)[1]" mode="odd:content"/></define>
  </xsl:template>

  <xsl:template match="*" mode="odd:define" as="empty-sequence()" priority="-1"/>

  <!-- what an editor reads when something was refused -->
  <xsl:function name="odd:documentation" as="element()?">
    <xsl:param name="spec" as="element()"/>
    <xsl:variable name="line" as="xs:string" select="odd:line(odd:words($spec/tei:desc))"/>
    <xsl:if test="$line"><a:documentation><xsl:value-of select="$line"/></a:documentation></xsl:if>
  </xsl:function>

  <!-- RELAX NG or Schematron that stands in the ODD, without the marks of lines and without prefixes -->
  <xsl:function name="odd:bare" as="element()">
    <xsl:param name="node" as="element()"/>
    <xsl:element name="{if ($node/(self::rng:* | self::sch:*)) then local-name($node) else name($node)}" namespace="{namespace-uri($node)}">
      <xsl:sequence select="$node/(@* except @odd:*)"/>
      <xsl:for-each select="$node/node()">
        <xsl:sequence select="if (self::*) then odd:bare(.) else ."/>
      </xsl:for-each>
    </xsl:element>
  </xsl:function>
</xsl:stylesheet>
