<?xml version="1.0" encoding="UTF-8"?>
<!-- An ODD applied to the one that it changes: the older one with each specification deleted, replaced or changed in its
     place, and with the new ones and the newer prose added. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:odd="urn:chancery:odd"
                xmlns:tei="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:function name="odd:merge" as="document-node()">
    <xsl:param name="base" as="document-node()"/>
    <xsl:param name="newer" as="document-node()"/>
    <xsl:document>
      <xsl:apply-templates select="$base/node()" mode="odd:merge">
        <xsl:with-param name="newer" select="$newer" tunnel="yes"/>
        <xsl:with-param name="specs" select="odd:collect($newer)" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:document>
  </xsl:function>

  <xsl:template match="tei:schemaSpec" mode="odd:merge" as="element()">
    <xsl:param name="newer" as="document-node()" tunnel="yes"/>
    <xsl:param name="specs" as="element()*" tunnel="yes"/>
    <xsl:variable name="known" as="xs:string*" select="odd:collect(root(.)) ! odd:kind(.)"/>
    <xsl:variable name="own" as="element()" select="($newer//tei:schemaSpec)[1]"/>
    <xsl:copy>
      <xsl:sequence select="@*, $own/(@* except (@source, @mode))"/>
      <xsl:sequence select="($own[tei:gloss], .)[1]/tei:gloss, ($own[tei:desc], .)[1]/tei:desc"/>
      <xsl:apply-templates select="node() except (tei:gloss | tei:desc)" mode="#current"/>
      <xsl:sequence select="$specs[self::tei:constraintDecl or not(odd:kind(.) = $known)]"/>
    </xsl:copy>
  </xsl:template>

  <!-- the newer prose comes first, in the front of the older -->
  <xsl:template match="tei:text/tei:body" mode="odd:merge" as="element()">
    <xsl:param name="newer" as="document-node()" tunnel="yes"/>
    <xsl:copy>
      <xsl:sequence select="@*"/>
      <xsl:apply-templates select="$newer//tei:text/tei:body/node()" mode="odd:prose"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="tei:titleStmt" mode="odd:merge" as="element()">
    <xsl:param name="newer" as="document-node()" tunnel="yes"/>
    <xsl:sequence select="($newer//tei:titleStmt, .)[1]"/>
  </xsl:template>

  <xsl:template match="tei:schemaSpec | tei:specGrp" mode="odd:prose" as="empty-sequence()"/>
  <xsl:template match="node() | @*" mode="odd:prose odd:merge" as="node()">
    <xsl:copy><xsl:apply-templates select="@*, node()" mode="#current"/></xsl:copy>
  </xsl:template>

  <!-- a specification in its place, as the newer ODD has it -->
  <xsl:template match="tei:elementSpec | tei:classSpec | tei:macroSpec | tei:dataSpec | tei:constraintSpec[parent::tei:schemaSpec | parent::tei:specGrp]"
                mode="odd:merge" as="element()*">
    <xsl:param name="newer" as="document-node()" tunnel="yes"/>
    <xsl:param name="specs" as="element()*" tunnel="yes"/>
    <xsl:variable name="new" as="element()*" select="$specs[odd:kind(.) eq odd:kind(current())]"/>
    <xsl:choose>
      <xsl:when test="$new or not(odd:is-left-out(., ($newer//tei:schemaSpec)[1]))">
        <xsl:sequence select="fold-left($new, ., odd:applied#2)"/>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="odd:deletion(.)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- the older specification with the newer one applied: nothing but a trace where it is deleted -->
  <xsl:function name="odd:applied" as="element()*">
    <xsl:param name="old" as="element()*"/>
    <xsl:param name="new" as="element()"/>
    <xsl:sequence select="if ($new/@mode = 'delete') then odd:deletion($new)
                          else if ($new/@mode = 'change') then odd:changed($old, $new) else $new"/>
  </xsl:function>

  <xsl:function name="odd:deletion" as="element()">
    <xsl:param name="spec" as="element()"/>
    <odd:deleted ident="{$spec/@ident}" kind="{odd:kind($spec)}"/>
  </xsl:function>

  <!-- what a specification is about; two that agree in this are one -->
  <xsl:function name="odd:kind" as="xs:string">
    <xsl:param name="spec" as="element()"/>
    <xsl:sequence select="local-name($spec) || ' ' || $spec/@ident"/>
  </xsl:function>

  <!-- whether a reference to a module leaves the element out -->
  <xsl:function name="odd:is-left-out" as="xs:boolean">
    <xsl:param name="spec" as="element()"/>
    <xsl:param name="schema" as="element(tei:schemaSpec)?"/>
    <xsl:variable name="module" as="element()*" select="$schema//tei:moduleRef[@key = $spec/@module]"/>
    <xsl:sequence select="exists($spec/self::tei:elementSpec) and exists($module)
                          and ($spec/@ident = $module/@except/tokenize(.)
                               or $module/@include and not($spec/@ident = $module/@include/tokenize(.)))"/>
  </xsl:function>
</xsl:stylesheet>
