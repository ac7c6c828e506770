<?xml version="1.0" encoding="UTF-8"?>
<!-- The Schematron schema of an ODD: the rules of its constraintSpecs. A bare assertion is about the thing that it stands
     in; rules about the same things are put into one pattern, so that a document is gone through as seldom as can be. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:odd="urn:chancery:odd"
                xmlns:tei="http://www.tei-c.org/ns/1.0"
                xmlns:sch="http://purl.oclc.org/dsdl/schematron"
                xmlns="http://purl.oclc.org/dsdl/schematron"
                exclude-result-prefixes="odd xs tei sch xsl">

  <xsl:template match="tei:schemaSpec" mode="odd:schematron" as="element(sch:schema)">
    <xsl:variable name="rules" as="element()*" select=".//tei:constraintSpec[(@scheme, 'schematron')[1] = ('schematron', 'isoschematron')]/tei:constraint"/>
    <xsl:variable name="declared" as="element()*" select="tei:constraintDecl"/>
    <xsl:variable name="simple" as="element()*" select="$rules[odd:is-simple(.)]"/>
    <schema queryBinding="{($declared/@queryBinding, 'xslt2')[1]}">
      <xsl:sequence select="for $all in ($declared, $rules) return $all/namespace::*[not(. = ($odd:tei, 'http://www.w3.org/XML/1998/namespace', 'urn:chancery:odd'))][name()]"/>
      <xsl:comment> Compiled by `chancery schema build`: change the ODD, not this. </xsl:comment>
      <xsl:sequence select="odd:ns('tei', $odd:tei)[not($declared//sch:ns/@prefix = 'tei' or $rules//sch:ns/@prefix = 'tei')]"/>
      <xsl:for-each-group select="($declared, $rules)//sch:ns" group-by="@prefix"><xsl:sequence select="odd:ns(@prefix, @uri)"/></xsl:for-each-group>
      <xsl:sequence select="$declared/(* except (tei:*, sch:ns, sch:pattern, sch:diagnostics)) ! odd:bare(.)"/>
      <xsl:for-each-group select="$rules/(xsl:* | sch:phase | sch:include)" group-by="serialize(odd:bare(.))"><xsl:sequence select="odd:bare(.)"/></xsl:for-each-group>
      <xsl:apply-templates select="$declared/sch:pattern" mode="odd:schematron"/>
      <xsl:for-each-group select="$simple" group-by="odd:context(.)">
        <!-- of two variables of one name that say different things each keeps to its own pattern -->
        <xsl:variable name="lets" as="xs:string*" select="distinct-values(current-group()//sch:let/concat(@name, '=', @value))"/>
        <xsl:variable name="clash" as="xs:boolean" select="count($lets) ne count(distinct-values($lets ! substring-before(., '=')))"/>
        <xsl:for-each-group select="current-group()" group-by="if ($clash) then odd:code((.//(sch:assert | sch:report))[1]) else ''">
          <xsl:sequence select="odd:pattern(current-group())"/>
        </xsl:for-each-group>
      </xsl:for-each-group>
      <xsl:apply-templates select="$rules except $simple" mode="odd:schematron"/>
      <xsl:where-populated>
        <diagnostics>
          <xsl:for-each select="$rules/..[odd:says(., 'hint')]">
            <diagnostic id="{@ident}-hint"><xsl:value-of select="odd:says(., 'hint')"/></diagnostic>
          </xsl:for-each>
          <xsl:for-each select="($declared, $rules)//sch:diagnostic"><xsl:sequence select="odd:bare(.)"/></xsl:for-each>
        </diagnostics>
      </xsl:where-populated>
    </schema>
  </xsl:template>

  <xsl:function name="odd:ns" as="element(sch:ns)">
    <xsl:param name="prefix" as="xs:string"/>
    <xsl:param name="uri" as="xs:string"/>
    <ns prefix="{$prefix}" uri="{$uri}"/>
  </xsl:function>

  <!-- whether a constraint is one rule, or bare assertions, and nothing else -->
  <xsl:function name="odd:is-simple" as="xs:boolean">
    <xsl:param name="constraint" as="element(tei:constraint)"/>
    <xsl:variable name="own" as="element()*" select="$constraint/(sch:* except sch:ns)"/>
    <xsl:sequence select="count($own) eq 1 and $own/self::sch:rule[@context][not(@abstract | @id | sch:extends)]
                          or exists($own/(self::sch:assert | self::sch:report)) and empty($own[not(self::sch:assert | self::sch:report | self::sch:let)])"/>
  </xsl:function>

  <!-- the context of a constraint: as its rule says, else the element, the members of the class, or their attribute -->
  <xsl:function name="odd:context" as="xs:string">
    <xsl:param name="constraint" as="element(tei:constraint)"/>
    <xsl:variable name="owner" as="element()?" select="$constraint/ancestor::tei:*[self::tei:elementSpec | self::tei:classSpec][1]"/>
    <xsl:variable name="attribute" as="element()?" select="$constraint/ancestor::tei:attDef[1]"/>
    <xsl:variable name="elements" as="xs:string*"
                  select="distinct-values(($owner/self::tei:elementSpec, $owner/self::tei:classSpec/odd:members(@ident, .)) ! odd:step(.))"/>
    <xsl:sequence select="if ($constraint/sch:rule) then string($constraint/sch:rule/@context)
                          else if (empty($owner)) then '/*'
                          else if ($attribute) then string-join($elements ! (. || '/@' || odd:name($attribute)), ' | ')
                          else string-join($elements, ' | ')"/>
  </xsl:function>

  <!-- an element as a pattern of XPath -->
  <xsl:function name="odd:step" as="xs:string">
    <xsl:param name="spec" as="element(tei:elementSpec)"/>
    <xsl:variable name="namespace" as="xs:string" select="odd:namespace($spec)"/>
    <xsl:variable name="prefix" as="xs:string?" select="(root($spec)//sch:ns[@uri = $namespace]/@prefix, 'tei'[$namespace eq $odd:tei])[1]"/>
    <xsl:sequence select="if ($namespace eq '') then odd:name($spec) else if ($prefix) then $prefix || ':' || odd:name($spec) else 'Q{' || $namespace || '}' || odd:name($spec)"/>
  </xsl:function>

  <!-- the constraints, which have one context, as a pattern -->
  <xsl:function name="odd:pattern" as="element(sch:pattern)?">
    <xsl:param name="constraints" as="element(tei:constraint)+"/>
    <xsl:variable name="context" as="xs:string" select="odd:context($constraints[1])"/>
    <xsl:if test="$context">
      <pattern id="about-{odd:code(($constraints[1]//(sch:assert | sch:report))[1])}">
        <rule context="{$context}">
          <xsl:for-each-group select="$constraints//sch:let" group-by="@name"><xsl:sequence select="odd:bare(.)"/></xsl:for-each-group>
          <xsl:apply-templates select="$constraints//(sch:assert | sch:report)" mode="odd:schematron"/>
        </rule>
      </pattern>
    </xsl:if>
  </xsl:function>

  <!-- a constraint of several rules, or of whole patterns -->
  <xsl:template match="tei:constraint" mode="odd:schematron" as="element()*">
    <xsl:apply-templates select="sch:pattern" mode="#current"/>
    <xsl:if test="sch:rule">
      <pattern id="about-{../@ident}"><xsl:apply-templates select="sch:let, sch:rule" mode="#current"/></pattern>
    </xsl:if>
  </xsl:template>

  <xsl:template match="sch:assert | sch:report" mode="odd:schematron" as="element()">
    <xsl:variable name="rule" as="element()?" select="ancestor::tei:constraintSpec[1]"/>
    <xsl:element name="{local-name()}">
      <xsl:sequence select="@* except @odd:*"/>
      <xsl:if test="$rule">
        <xsl:attribute name="id" select="odd:code(.)"/>
        <xsl:attribute name="role" select="odd:severity($rule, @role)"/>
        <xsl:if test="odd:says($rule, 'hint')"><xsl:attribute name="diagnostics" select="string-join(($rule/@ident || '-hint', @diagnostics), ' ')"/></xsl:if>
      </xsl:if>
      <xsl:sequence select="node() ! (if (self::*) then odd:bare(.) else .)"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="sch:pattern | sch:rule" mode="odd:schematron" as="element()">
    <xsl:element name="{local-name()}">
      <xsl:sequence select="@* except @odd:*"/>
      <xsl:apply-templates select="*" mode="#current"/>
    </xsl:element>
  </xsl:template>
  <xsl:template match="*" mode="odd:schematron" as="element()" priority="-1"><xsl:sequence select="odd:bare(.)"/></xsl:template>
</xsl:stylesheet>
