<?xml version="1.0" encoding="UTF-8"?>
<!-- From a TEI ODD the grammar (RELAX NG), the rules (Schematron, and a table of them in JSON) and the guide (HTML) of a
     schema. The ODD declares all that it uses; `bases` are the ODDs that it changes, the oldest first. Every element of
     these trees that a finding may be about says in odd:at where it stands. The result is the findings, or, where
     there are none, the files. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:odd="urn:chancery:odd"
                xmlns:tei="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:include href="odd/specs.xsl"/>
  <xsl:include href="odd/collect.xsl"/>
  <xsl:include href="odd/merge.xsl"/>
  <xsl:include href="odd/change.xsl"/>
  <xsl:include href="odd/check.xsl"/>
  <xsl:include href="odd/checkdata.xsl"/>
  <xsl:include href="odd/grammar.xsl"/>
  <xsl:include href="odd/content.xsl"/>
  <xsl:include href="odd/attributes.xsl"/>
  <xsl:include href="odd/datatypes.xsl"/>
  <xsl:include href="odd/wildcards.xsl"/>
  <xsl:include href="odd/tidy.xsl"/>
  <xsl:include href="odd/rules.xsl"/>
  <xsl:include href="odd/schematron.xsl"/>
  <xsl:include href="odd/guide.xsl"/>
  <xsl:include href="odd/prose.xsl"/>
  <xsl:include href="odd/reference.xsl"/>
  <xsl:include href="odd/models.xsl"/>
  <xsl:include href="odd/examples.xsl"/>

  <xsl:param name="bases" as="document-node()*" select="()"/>
  <xsl:param name="css" as="xs:string" select="''"/>

  <xsl:output method="xml" indent="no"/>
  <xsl:variable name="odd:xml" as="map(*)" select="map { 'method': 'xml', 'indent': true(), 'omit-xml-declaration': false() }"/>

  <xsl:variable name="odd:html" as="map(*)" select="map { 'method': 'html', 'html-version': 5.0, 'indent': false(), 'include-content-type': false() }"/>

  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="odd:line" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="odd:merge" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="odd:prose" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="odd:change" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="odd:resolve" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="odd:check" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="odd:occurs" on-no-match="shallow-skip" on-multiple-match="fail"/>
  <xsl:mode name="odd:grammar" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="odd:define" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="odd:content" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="odd:attributes" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="odd:tidy" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="odd:rules" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="odd:plain" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="odd:schematron" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:mode name="odd:contents" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="odd:guide" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="odd:reference" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="odd:model" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="element(odd:results)">
    <xsl:variable name="chain" as="document-node()+" select="$bases, ."/>
    <xsl:variable name="merged" as="document-node()" select="fold-left(tail($chain), head($chain), odd:merge#2)"/>
    <xsl:variable name="early" as="element(odd:finding)*">
      <xsl:sequence select="odd:check-groups($merged)"/>
      <xsl:apply-templates select="$merged" mode="odd:occurs"/>
    </xsl:variable>
    <xsl:variable name="schema" as="document-node()?" select="if ($early) then () else odd:resolved(odd:schema($merged))"/>
    <xsl:variable name="findings" as="element(odd:finding)*" select="$early, $schema ! odd:check(.)"/>
    <odd:results>
      <xsl:sequence select="$findings"/>
      <xsl:if test="empty($findings)"><xsl:sequence select="$schema/tei:schemaSpec ! odd:results(., $merged)"/></xsl:if>
    </odd:results>
  </xsl:template>

  <!-- what the schema is compiled into, each as the text of its file -->
  <xsl:function name="odd:results" as="element(odd:file)*">
    <xsl:param name="schema" as="element(tei:schemaSpec)"/>
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="grammar" as="element()"><xsl:apply-templates select="$schema" mode="odd:grammar"/></xsl:variable>
    <xsl:variable name="tidy" as="element()"><xsl:apply-templates select="$grammar" mode="odd:tidy"/></xsl:variable>
    <xsl:variable name="rules" as="element()"><xsl:apply-templates select="$schema" mode="odd:schematron"/></xsl:variable>
    <odd:file name="grammar"><xsl:value-of select="serialize($tidy, $odd:xml)"/></odd:file>
    <odd:file name="schematron"><xsl:value-of select="serialize($rules, $odd:xml)"/></odd:file>
    <odd:file name="rules"><xsl:apply-templates select="$schema" mode="odd:rules"/></odd:file>
    <odd:file name="guide"><xsl:value-of select="serialize(odd:guide($document, $schema), $odd:html)"/></odd:file>
  </xsl:function>
</xsl:stylesheet>
