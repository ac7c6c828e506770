<?xml version="1.0" encoding="UTF-8"?>
<!-- The specifications of an ODD, wherever its prose has them, as one flat schemaSpec. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:odd="urn:chancery:odd"
                xmlns:tei="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <!-- the specifications that the schema is made of, in order; groups are followed, each once -->
  <xsl:function name="odd:collect" as="element()*">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="odd:specs(($document//tei:schemaSpec)[1]/*, ())"/>
  </xsl:function>

  <xsl:function name="odd:specs" as="element()*">
    <xsl:param name="nodes" as="element()*"/>
    <xsl:param name="seen" as="element()*"/>
    <xsl:for-each select="$nodes">
      <xsl:choose>
        <xsl:when test="self::tei:specGrpRef">
          <xsl:variable name="group" as="element()?" select="odd:group(.)[not(. intersect $seen)]"/>
          <xsl:sequence select="odd:specs($group/*, ($seen, $group))"/>
        </xsl:when>
        <xsl:when test="self::tei:specGrp"><xsl:sequence select="odd:specs(*, $seen)"/></xsl:when>
        <xsl:when test="self::tei:constraintDecl | self::odd:deleted"><xsl:sequence select="."/></xsl:when>
        <xsl:when test="self::tei:elementSpec | self::tei:classSpec | self::tei:macroSpec | self::tei:dataSpec | self::tei:constraintSpec">
          <xsl:sequence select="."/>
        </xsl:when>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>

  <!-- the group that a reference means, in this document -->
  <xsl:function name="odd:group" as="element(tei:specGrp)?">
    <xsl:param name="reference" as="element(tei:specGrpRef)"/>
    <xsl:sequence select="(root($reference)//tei:specGrp[@xml:id = substring-after($reference/@target, '#')])[1]"/>
  </xsl:function>

  <!-- one flat schemaSpec: of several specifications of one thing the later ones change the first, as their mode says -->
  <xsl:function name="odd:schema" as="document-node()">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="specs" as="element()*" select="odd:collect($document)"/>
    <xsl:document>
      <xsl:for-each select="($document//tei:schemaSpec)[1]">
        <xsl:copy>
          <xsl:sequence select="@*, tei:gloss, tei:desc"/>
          <xsl:sequence select="$specs[self::tei:constraintDecl | self::odd:deleted]"/>
          <xsl:for-each-group select="$specs except $specs[self::tei:constraintDecl | self::odd:deleted]" group-by="odd:kind(.)">
            <xsl:sequence select="fold-left(current-group()[position() gt 1][@mode = ('change', 'replace', 'delete')], ., odd:applied#2)
                                  [not(@mode = 'delete')]"/>
          </xsl:for-each-group>
        </xsl:copy>
      </xsl:for-each>
    </xsl:document>
  </xsl:function>

  <!-- the schema with each change of an inherited attribute worked out: whatever is said of it stands with the changed one -->
  <xsl:function name="odd:resolved" as="document-node()">
    <xsl:param name="schema" as="document-node()"/>
    <xsl:document><xsl:apply-templates select="$schema/node()" mode="odd:resolve"/></xsl:document>
  </xsl:function>

  <xsl:template match="node() | @*" mode="odd:resolve" as="node()">
    <xsl:copy><xsl:apply-templates select="@*, node()" mode="#current"/></xsl:copy>
  </xsl:template>

  <xsl:template match="tei:attDef[@mode = 'change']" mode="odd:resolve" as="element()">
    <xsl:variable name="key" as="xs:string" select="odd:attribute-key(.)"/>
    <xsl:variable name="spec" as="element()" select="(ancestor::tei:elementSpec | ancestor::tei:classSpec)[1]"/>
    <xsl:variable name="inherited" as="element()?"
                  select="head(odd:attribute-classes($spec) ! tei:attList//tei:attDef[odd:attribute-key(.) eq $key][not(@mode = ('change', 'delete'))])"/>
    <xsl:sequence select="if ($inherited) then odd:changed($inherited, .) else ."/>
  </xsl:template>
</xsl:stylesheet>
