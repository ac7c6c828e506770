<?xml version="1.0" encoding="UTF-8"?>
<!-- The rules of an ODD: what each is called, its words, its examples. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:odd="urn:chancery:odd"
                xmlns:tei="http://www.tei-c.org/ns/1.0"
                xmlns:sch="http://purl.oclc.org/dsdl/schematron"
                xmlns:fn="http://www.w3.org/2005/xpath-functions"
                exclude-result-prefixes="#all">

  <!-- the codes of a rule: its ident, or what its assertions are called -->
  <xsl:function name="odd:codes" as="xs:string+">
    <xsl:param name="rule" as="element(tei:constraintSpec)"/>
    <xsl:variable name="tests" as="element()*" select="$rule/tei:constraint//(sch:assert | sch:report)"/>
    <xsl:sequence select="if ($tests) then $tests ! odd:code(.) else string($rule/@ident)"/>
  </xsl:function>

  <xsl:function name="odd:code" as="xs:string">
    <xsl:param name="test" as="element()"/>
    <xsl:variable name="rule" as="element()" select="$test/ancestor::tei:constraintSpec[1]"/>
    <xsl:variable name="before" as="xs:integer" select="count($rule//(sch:assert | sch:report)[. &lt;&lt; $test][not(@id)])"/>
    <xsl:sequence select="string(($test/@id, $rule/@ident || (if ($before) then '-' || $before + 1 else ''))[1])"/>
  </xsl:function>

  <xsl:function name="odd:severity" as="xs:string">
    <xsl:param name="rule" as="element(tei:constraintSpec)"/>
    <xsl:param name="role" as="xs:string?"/>
    <xsl:variable name="words" as="map(xs:string, xs:string)"
                  select="map { 'fatal': 'error', 'warn': 'warning', 'information': 'info', 'nonfatal': 'warning' }"/>
    <xsl:variable name="said" as="xs:string" select="lower-case(string(($role, $rule/@type, 'error')[1]))"/>
    <xsl:sequence select="(($words($said), $said)[. = ('error', 'warning', 'info')], 'error')[1]"/>
  </xsl:function>

  <!-- the elements that a rule is about -->
  <xsl:function name="odd:about" as="xs:string*">
    <xsl:param name="rule" as="element(tei:constraintSpec)"/>
    <xsl:variable name="owner" as="element()?" select="$rule/ancestor::tei:*[self::tei:elementSpec | self::tei:classSpec][1]"/>
    <xsl:variable name="named" as="xs:string*"
                  select="for $context in $rule//sch:rule/@context, $path in tokenize(replace($context, '\[[^\]]*\]', ''), '\|')
                          return replace($path, '^.*?([\w.\-]+:)?([\w.\-]+)\s*$', '$2')[matches($path, '[\w]\s*$')]"/>
    <xsl:sequence select="distinct-values(($owner/self::tei:elementSpec ! odd:name(.), $owner/self::tei:classSpec ! odd:members(@ident, .) ! odd:name(.), $named)
                                          [. = root($rule)//tei:elementSpec ! odd:name(.)])"/>
  </xsl:function>

  <!-- a paragraph each of what a rule says in words -->
  <xsl:function name="odd:says" as="xs:string">
    <xsl:param name="rule" as="element(tei:constraintSpec)"/>
    <xsl:param name="type" as="xs:string?"/>
    <xsl:sequence select="string-join($rule/tei:desc[string(@type) eq string($type)][. is odd:words($rule/tei:desc[string(@type) eq string($type)]) or empty(@xml:lang)] ! odd:line(.), '&#10;&#10;')"/>
  </xsl:function>

  <xsl:template match="tei:schemaSpec" mode="odd:rules" as="xs:string">
    <xsl:variable name="table" as="element()">
      <fn:array>
        <xsl:for-each select=".//tei:constraintSpec[@ident]">
          <xsl:sort select="@ident" collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
          <xsl:variable name="rule" as="element()" select="."/>
          <xsl:for-each select="odd:codes(.)"><xsl:sequence select="odd:rule(., $rule)"/></xsl:for-each>
        </xsl:for-each>
      </fn:array>
    </xsl:variable>
    <xsl:sequence select="xml-to-json($table, map { 'indent': false() })"/>
  </xsl:template>

  <xsl:function name="odd:rule" as="element(fn:map)">
    <xsl:param name="code" as="xs:string"/>
    <xsl:param name="rule" as="element(tei:constraintSpec)"/>
    <xsl:variable name="role" as="xs:string?" select="$rule//(sch:assert | sch:report)[odd:code(.) eq $code]/@role"/>
    <fn:map>
      <fn:string key="code"><xsl:value-of select="$code"/></fn:string>
      <fn:string key="severity"><xsl:value-of select="odd:severity($rule, $role)"/></fn:string>
      <fn:string key="title"><xsl:value-of select="odd:line(odd:words($rule/tei:gloss))"/></fn:string>
      <fn:string key="words"><xsl:value-of select="odd:says($rule, ())"/></fn:string>
      <fn:string key="hint"><xsl:value-of select="odd:says($rule, 'hint')"/></fn:string>
      <fn:array key="where"><xsl:for-each select="odd:about($rule)"><fn:string><xsl:value-of select="."/></fn:string></xsl:for-each></fn:array>
      <fn:string key="by"><xsl:value-of select="($rule/@scheme, 'schematron')[1]"/></fn:string>
      <fn:boolean key="on"><xsl:value-of select="not($rule/@subtype = 'off')"/></fn:boolean>
      <fn:array key="bad"><xsl:for-each select="odd:examples($rule, true())"><fn:string><xsl:value-of select="odd:as-text(.)"/></fn:string></xsl:for-each></fn:array>
      <fn:array key="good"><xsl:for-each select="odd:examples($rule, false())"><fn:string><xsl:value-of select="odd:as-text(.)"/></fn:string></xsl:for-each></fn:array>
    </fn:map>
  </xsl:function>

  <!-- the examples that break the rule, or those that keep it; what no parser would take stands in an eg -->
  <xsl:function name="odd:examples" as="element()*">
    <xsl:param name="rule" as="element(tei:constraintSpec)"/>
    <xsl:param name="broken" as="xs:boolean"/>
    <xsl:sequence select="$rule/tei:desc//(*:egXML | tei:eg)[$broken eq (@valid = 'false' or ancestor::tei:desc/@subtype = 'wrong')]"/>
  </xsl:function>

  <!-- an example as people write it -->
  <xsl:function name="odd:as-text" as="xs:string">
    <xsl:param name="example" as="element()"/>
    <xsl:variable name="bare" as="node()*"><xsl:apply-templates select="$example/self::*:egXML/node()" mode="odd:plain"/></xsl:variable>
    <xsl:variable name="text" as="xs:string*" select="$bare ! serialize(., map { 'method': 'xml', 'omit-xml-declaration': true() }), $example/self::tei:eg"/>
    <xsl:sequence select="odd:outdented(string-join($text))"/>
  </xsl:function>

  <!-- a text without the white space that all its lines begin with -->
  <xsl:function name="odd:outdented" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="lines" as="xs:string*" select="tokenize(replace($text, '^\s*\n|\s+$', ''), '\n')"/>
    <xsl:variable name="least" as="xs:integer" select="xs:integer((min($lines[normalize-space()] ! (string-length(.) - string-length(replace(., '^ +', '')))), 0)[1])"/>
    <xsl:variable name="first" as="xs:boolean" select="not(matches($text, '^\s*\n'))"/>
    <xsl:variable name="rest" as="xs:integer"
                  select="if ($first) then xs:integer((min(tail($lines)[normalize-space()] ! (string-length(.) - string-length(replace(., '^ +', '')))), 0)[1]) else $least"/>
    <xsl:sequence select="string-join((head($lines) ! substring(., (if ($first) then 0 else $least) + 1), tail($lines) ! substring(., $rest + 1)), '&#10;')"/>
  </xsl:function>

  <xsl:template match="*" mode="odd:plain" as="element()">
    <xsl:element name="{local-name()}">
      <xsl:sequence select="@* except @odd:*"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>
  <xsl:template match="text() | comment() | processing-instruction()" mode="odd:plain" as="node()"><xsl:sequence select="."/></xsl:template>
</xsl:stylesheet>
