<?xml version="1.0" encoding="UTF-8"?>
<!-- What is wrong with an ODD, said where it stands: names that nothing has, things declared twice, circles, and content
     that RELAX NG cannot hold. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:odd="urn:chancery:odd"
                xmlns:tei="http://www.tei-c.org/ns/1.0"
                xmlns:rng="http://relaxng.org/ns/structure/1.0"
                exclude-result-prefixes="#all">

  <!-- a finding: its code, the mark of its place, words and a hint -->
  <xsl:function name="odd:finding" as="element(odd:finding)">
    <xsl:param name="code" as="xs:string"/>
    <xsl:param name="node" as="element()"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="hint" as="xs:string"/>
    <odd:finding code="{$code}" at="{$node/ancestor-or-self::*[@odd:at][1]/@odd:at}" hint="{$hint}"><xsl:value-of select="$words"/></odd:finding>
  </xsl:function>

  <!-- what is wrong with the document before its specifications are put together -->
  <xsl:function name="odd:check-groups" as="element(odd:finding)*">
    <xsl:param name="document" as="document-node()"/>
    <xsl:if test="empty($document//tei:schemaSpec)">
      <xsl:sequence select="odd:finding('O001', $document/*, 'there is no schemaSpec in the file', 'an ODD has one schemaSpec, which holds the specifications or points to groups of them')"/>
    </xsl:if>
    <xsl:for-each select="$document//tei:schemaSpec[position() gt 1]">
      <xsl:sequence select="odd:finding('O001', ., 'there is a second schemaSpec', 'make an ODD of its own of it')"/>
    </xsl:for-each>
    <xsl:for-each select="$document//tei:specGrpRef[empty(odd:group(.))]">
      <xsl:sequence select="odd:finding('O002', ., 'there is no specGrp ' || @target, 'a group has an xml:id and stands in the same file')"/>
    </xsl:for-each>
    <xsl:for-each select="$document//*:include[namespace-uri() eq 'http://www.w3.org/2001/XInclude']">
      <xsl:sequence select="odd:finding('O002', ., 'the file ' || @href || ' is not read', 'put what it holds into this file')"/>
    </xsl:for-each>
    <xsl:for-each-group select="odd:collect($document)[@ident][not(@mode = ('change', 'delete', 'replace'))]" group-by="@ident">
      <xsl:for-each select="current-group()[position() gt 1]">
        <xsl:sequence select="odd:finding('O003', ., @ident || ' is declared twice', 'give one of the two another ident; its name in files can stay, as altIdent')"/>
      </xsl:for-each>
    </xsl:for-each-group>
  </xsl:function>

  <!-- what is wrong with the schema, put together -->
  <xsl:function name="odd:check" as="element(odd:finding)*">
    <xsl:param name="schema" as="document-node()"/>
    <xsl:apply-templates select="$schema//*" mode="odd:check"/>
  </xsl:function>

  <xsl:template match="tei:schemaSpec" mode="odd:check" as="element()*">
    <xsl:variable name="schema" as="element()" select="."/>
    <xsl:for-each select="tokenize(@start)[empty(odd:spec(., 'elementSpec', $schema))]">
      <xsl:sequence select="odd:finding('O002', $schema, 'start names ' || . || ', which is no element', '')"/>
    </xsl:for-each>
    <xsl:if test="empty(tei:elementSpec)">
      <xsl:sequence select="odd:finding('O001', ., 'the schema has no elements', 'elementSpec declares one; modules of TEI are not read')"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="tei:elementRef[@key]" mode="odd:check" as="element()*"><xsl:sequence select="odd:seek(., 'elementSpec')"/></xsl:template>
  <xsl:template match="tei:macroRef[@key]" mode="odd:check" as="element()*"><xsl:sequence select="odd:seek(., ('macroSpec', 'dataSpec'))"/></xsl:template>
  <xsl:template match="tei:memberOf[@key]" mode="odd:check" as="element()*"><xsl:sequence select="odd:seek(., 'classSpec')"/></xsl:template>
  <xsl:template match="tei:classRef[@key]" mode="odd:check" as="element()*">
    <xsl:sequence select="odd:seek(., 'classSpec')"/>
    <xsl:variable name="reference" as="element()" select="."/>
    <xsl:for-each select="(@include | @except)/tokenize(.)[empty(odd:spec(., ('elementSpec', 'classSpec'), $reference)) and empty(key('deleted', ., root($reference)))]">
      <xsl:sequence select="odd:finding('O002', $reference, 'the reference to ' || $reference/@key || ' names ' || . || ', which is not declared', '')"/>
    </xsl:for-each>
  </xsl:template>

  <!-- the finding that nothing of the kinds asked for has that name; what a customization deleted may be named -->
  <xsl:function name="odd:seek" as="element(odd:finding)?">
    <xsl:param name="reference" as="element()"/>
    <xsl:param name="kinds" as="xs:string*"/>
    <xsl:if test="empty(odd:spec($reference/@key, $kinds, $reference)) and empty(key('deleted', $reference/@key, root($reference)))">
      <xsl:sequence select="odd:finding('O002', $reference, 'there is no ' || $kinds[1] || ' ' || $reference/@key, odd:similar($reference/@key, $kinds, $reference))"/>
    </xsl:if>
  </xsl:function>

  <!-- a hint where a name is another one but for its case, or its beginning -->
  <xsl:function name="odd:similar" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="kinds" as="xs:string*"/>
    <xsl:param name="in" as="node()"/>
    <xsl:variable name="all" as="xs:string*" select="root($in)/*/*[local-name() = $kinds]/@ident"/>
    <xsl:variable name="key" as="function(xs:string) as xs:string" select="function($s) { replace(lower-case(replace($s, '^(model|att|macro|teidata|data)\.', '')), '[aeiou._\-]|s$', '') }"/>
    <xsl:variable name="near" as="xs:string?" select="$all[$key(.) eq $key($name)][1]"/>
    <xsl:sequence select="if (exists($near)) then 'did you mean ' || $near || '?' else 'declare it, or point to something that is declared'"/>
  </xsl:function>

  <xsl:template match="tei:attRef" mode="odd:check" as="element()*">
    <xsl:if test="@class and empty(odd:spec(@class, 'classSpec', .))">
      <xsl:sequence select="odd:finding('O002', ., 'there is no classSpec ' || @class, odd:similar(@class, 'classSpec', .))"/>
    </xsl:if>
    <xsl:if test="@name and empty(odd:referred(.)) and (empty(@class) or odd:spec(@class, 'classSpec', .))">
      <xsl:sequence select="odd:finding('O002', ., string-join((@class, 'no class'[empty(current()/@class)]), '') || ' has no attribute ' || @name, '')"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="tei:classSpec[not(@type = ('atts', 'model'))]" mode="odd:check" as="element()">
    <xsl:sequence select="odd:finding('O006', ., 'the class ' || @ident || ' is neither of type model nor of type atts', '')"/>
  </xsl:template>
  <xsl:template match="tei:classSpec" mode="odd:check" as="element()?">
    <xsl:if test="odd:comes-back(@ident, odd:parents(.), ())">
      <xsl:sequence select="odd:finding('O004', ., 'the class ' || @ident || ' is a member of itself', 'follow its memberOf, and take one of them away')"/>
    </xsl:if>
  </xsl:template>

  <!-- whether a class is reached again from some others -->
  <xsl:function name="odd:comes-back" as="xs:boolean">
    <xsl:param name="ident" as="xs:string"/>
    <xsl:param name="from" as="element()*"/>
    <xsl:param name="seen" as="element()*"/>
    <xsl:sequence select="if (empty($from)) then false() else $from/@ident = $ident
                          or odd:comes-back($ident, ($from ! odd:parents(.)) except ($seen | $from), $seen | $from)"/>
  </xsl:function>

  <xsl:template match="tei:macroSpec | tei:dataSpec" mode="odd:check" as="element()?">
    <xsl:if test="odd:uses(@ident, ., ())">
      <xsl:sequence select="odd:finding('O004', ., @ident || ' is part of itself', 'a pattern can hold itself only inside an element')"/>
    </xsl:if>
  </xsl:template>

  <xsl:function name="odd:uses" as="xs:boolean">
    <xsl:param name="ident" as="xs:string"/>
    <xsl:param name="from" as="element()*"/>
    <xsl:param name="seen" as="element()*"/>
    <xsl:variable name="next" as="element()*"
                  select="for $key in $from//(tei:macroRef | tei:dataRef)/@key return odd:spec($key, ('macroSpec', 'dataSpec'), $key/..)"/>
    <xsl:sequence select="if (empty($next)) then false() else $next/@ident = $ident
                          or odd:uses($ident, $next except ($seen | $from), $seen | $from)"/>
  </xsl:function>

  <xsl:template match="*" mode="odd:check" as="empty-sequence()" priority="-1"/>
</xsl:stylesheet>
