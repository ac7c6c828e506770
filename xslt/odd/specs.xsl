<?xml version="1.0" encoding="UTF-8"?>
<!-- What an ODD declares, asked for by name: specifications, members of classes, names in instances. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:odd="urn:chancery:odd"
                xmlns:tei="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:variable name="odd:tei" as="xs:string" select="'http://www.tei-c.org/ns/1.0'"/>

  <xsl:key name="spec" match="tei:schemaSpec/tei:*[ends-with(local-name(), 'Spec')]" use="@ident"/>
  <xsl:key name="member" match="tei:elementSpec | tei:classSpec" use="tei:classes/tei:memberOf[not(@mode = 'delete')]/@key"/>
  <xsl:key name="deleted" match="odd:deleted" use="@ident"/>

  <!-- the specifications of that name, of the kinds asked for -->
  <xsl:function name="odd:spec" as="element()?">
    <xsl:param name="ident" as="xs:string?"/>
    <xsl:param name="kinds" as="xs:string*"/>
    <xsl:param name="in" as="node()"/>
    <xsl:sequence select="key('spec', $ident, root($in))[local-name() = $kinds][1]"/>
  </xsl:function>

  <!-- what a specification's thing is called in a file, or its value there -->
  <xsl:function name="odd:name" as="xs:string">
    <xsl:param name="spec" as="element()"/>
    <xsl:sequence select="string(($spec/tei:altIdent[1], $spec/@ident)[1])"/>
  </xsl:function>

  <!-- the namespace of an element -->
  <xsl:function name="odd:namespace" as="xs:string">
    <xsl:param name="spec" as="element()"/>
    <xsl:sequence select="string(($spec/@ns, $spec/parent::tei:schemaSpec/@ns, $odd:tei)[1])"/>
  </xsl:function>

  <!-- the elements that are members of a class, directly or through others, in the order of their declarations -->
  <xsl:function name="odd:members" as="element(tei:elementSpec)*">
    <xsl:param name="class" as="xs:string"/>
    <xsl:param name="in" as="node()"/>
    <xsl:sequence select="odd:members($class, $in, ())/."/>
  </xsl:function>

  <xsl:function name="odd:members" as="element(tei:elementSpec)*">
    <xsl:param name="class" as="xs:string"/>
    <xsl:param name="in" as="node()"/>
    <xsl:param name="seen" as="xs:string*"/>
    <xsl:for-each select="key('member', $class, root($in))[not($class = $seen)]">
      <xsl:sequence select="if (self::tei:elementSpec) then . else odd:members(@ident, $in, ($seen, $class))"/>
    </xsl:for-each>
  </xsl:function>

  <!-- the classes of attributes that an element or class belongs to, derived ones before those they derive from -->
  <xsl:function name="odd:attribute-classes" as="element(tei:classSpec)*">
    <xsl:param name="spec" as="element()"/>
    <xsl:variable name="near" as="element(tei:classSpec)*" select="odd:parents($spec)[@type = 'atts']"/>
    <xsl:sequence select="odd:add-parents($near, $near, $spec/@ident)"/>
  </xsl:function>

  <xsl:function name="odd:add-parents" as="element(tei:classSpec)*">
    <xsl:param name="found" as="element(tei:classSpec)*"/>
    <xsl:param name="last" as="element(tei:classSpec)*"/>
    <xsl:param name="own" as="xs:string"/>
    <!-- one that is reached again goes behind, so that a base comes after all that derive from it -->
    <xsl:variable name="next" as="element(tei:classSpec)*"
                  select="fold-left(for $class in $last return odd:parents($class), (),
                                    function($all as element()*, $one as element()) as element()* { $all[not(. is $one)], $one })
                          [@type = 'atts'][not(@ident = $own)]"/>
    <xsl:sequence select="if (empty($next) or count($found) gt 5000) then $found
                          else odd:add-parents(($found[not(. intersect $next)], $next), $next, $own)"/>
  </xsl:function>

  <!-- the classes that a specification names as its own -->
  <xsl:function name="odd:parents" as="element(tei:classSpec)*">
    <xsl:param name="spec" as="element()"/>
    <xsl:for-each select="$spec/tei:classes/tei:memberOf[not(@mode = 'delete')]/@key">
      <xsl:sequence select="odd:spec(., 'classSpec', $spec)"/>
    </xsl:for-each>
  </xsl:function>

  <!-- the first of some glosses or descriptions in the language of the schema's documentation -->
  <xsl:function name="odd:words" as="element()?">
    <xsl:param name="words" as="element()*"/>
    <xsl:variable name="language" as="xs:string"
                  select="string(($words[1]/ancestor::tei:schemaSpec/@docLang/tokenize(.)[1], 'en')[1])"/>
    <xsl:sequence select="($words[@xml:lang[lang($language, ..)]], $words[not(@xml:lang)], $words)[1]"/>
  </xsl:function>

  <!-- the text of an element of documentation on one line -->
  <xsl:function name="odd:line" as="xs:string">
    <xsl:param name="words" as="element()?"/>
    <xsl:variable name="text" as="xs:string*">
      <xsl:apply-templates select="$words" mode="odd:line"/>
    </xsl:variable>
    <xsl:sequence select="normalize-space(string-join($text))"/>
  </xsl:function>

  <xsl:template match="text()" mode="odd:line" as="xs:string"><xsl:sequence select="string(.)"/></xsl:template>
  <xsl:template match="*" mode="odd:line" as="xs:string*"><xsl:apply-templates mode="#current"/></xsl:template>
  <xsl:template match="tei:gi | tei:tag" mode="odd:line" as="xs:string"><xsl:sequence select="'&lt;' || . || '&gt;'"/></xsl:template>
  <xsl:template match="comment() | processing-instruction() | *:egXML" mode="odd:line" as="xs:string*"/>
</xsl:stylesheet>
