<?xml version="1.0" encoding="UTF-8"?>
<!-- One specification changed by another of mode change: what the newer one says goes before what the older one said, each
     part known by its name. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:odd="urn:chancery:odd"
                xmlns:tei="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:function name="odd:changed" as="element()">
    <xsl:param name="old" as="element()"/>
    <xsl:param name="new" as="element()"/>
    <xsl:element name="{name($old)}" namespace="{$odd:tei}">
      <xsl:sequence select="$old/namespace::*, $new/namespace::*[not(name() = $old/namespace::*/name())]"/>
      <xsl:sequence select="$old/@*, $new/(@* except @mode)"/>
      <xsl:sequence select="odd:worded($old/(tei:altIdent | tei:equiv | tei:gloss | tei:desc), $new/(tei:altIdent | tei:equiv | tei:gloss | tei:desc))"/>
      <xsl:sequence select="odd:classes($old/tei:classes, $new/tei:classes)"/>
      <xsl:for-each select="'content', 'datatype', 'constraint'">
        <xsl:variable name="kind" as="xs:string" select="."/>
        <xsl:sequence select="($new/*[local-name() = $kind], $old/*[local-name() = $kind])[1]"/>
      </xsl:for-each>
      <xsl:sequence select="odd:listed($old/tei:constraintSpec, $new/tei:constraintSpec)"/>
      <xsl:sequence select="($new/tei:defaultVal[not(@mode = 'delete')], $old/tei:defaultVal[empty($new/tei:defaultVal)])[1]"/>
      <xsl:sequence select="odd:one($old/tei:valList, $new/tei:valList)"/>
      <xsl:sequence select="odd:listed($old/tei:valItem, $new/tei:valItem)"/>
      <xsl:sequence select="odd:attributes-changed($old/tei:attList, $new/tei:attList)"/>
      <xsl:for-each select="'exemplum', 'remarks', 'listRef'">
        <xsl:variable name="kind" as="xs:string" select="."/>
        <xsl:variable name="own" as="element()*" select="$new/*[local-name() = $kind][not(@mode = 'delete')]"/>
        <xsl:sequence select="if ($own) then $own else $old/*[local-name() = $kind]"/>
      </xsl:for-each>
    </xsl:element>
  </xsl:function>

  <!-- glosses, descriptions and names: those of the newer in the place of the older ones of the same kind and language -->
  <xsl:function name="odd:worded" as="element()*">
    <xsl:param name="old" as="element()*"/>
    <xsl:param name="new" as="element()*"/>
    <xsl:variable name="key" as="function(element()) as xs:string"
                  select="function($e) { string-join((local-name($e), $e/@xml:lang, $e/@type), ' ') }"/>
    <xsl:sequence select="$new[not(@mode = 'delete')], $old[not($key(.) = $new ! $key(.))]"/>
  </xsl:function>

  <!-- the classes: all as the newer says, or the older with some added and some taken away -->
  <xsl:function name="odd:classes" as="element()?">
    <xsl:param name="old" as="element()?"/>
    <xsl:param name="new" as="element()?"/>
    <xsl:choose>
      <xsl:when test="$new/@mode = 'change'">
        <xsl:element name="classes" namespace="{$odd:tei}">
          <xsl:sequence select="$old/tei:memberOf[not(@key = $new/tei:memberOf/@key)], $new/tei:memberOf[not(@mode = 'delete')]"/>
        </xsl:element>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="($new, $old)[1]"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- a list of values: changed item by item where the newer one says so, else the newer one -->
  <xsl:function name="odd:one" as="element()?">
    <xsl:param name="old" as="element()?"/>
    <xsl:param name="new" as="element()?"/>
    <xsl:sequence select="if ($new/@mode = 'change' and $old) then odd:changed($old, $new)
                          else if ($new/@mode = 'delete') then () else ($new, $old)[1]"/>
  </xsl:function>

  <!-- parts that have names: deleted, changed or replaced where they stand, new ones at the end -->
  <xsl:function name="odd:listed" as="element()*">
    <xsl:param name="old" as="element()*"/>
    <xsl:param name="new" as="element()*"/>
    <xsl:for-each select="$old">
      <xsl:variable name="own" as="element()?" select="$new[@ident = current()/@ident][1]"/>
      <xsl:choose>
        <xsl:when test="empty($own)"><xsl:sequence select="."/></xsl:when>
        <xsl:when test="$own/@mode = 'delete'"/>
        <xsl:when test="$own/@mode = 'change'"><xsl:sequence select="odd:changed(., $own)"/></xsl:when>
        <xsl:otherwise><xsl:sequence select="$own"/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
    <xsl:sequence select="$new[not(@ident = $old/@ident)][not(@mode = 'delete')]"/>
  </xsl:function>

  <!-- the list of attributes; what is said of one that only a class has is kept, and holds against the class -->
  <xsl:function name="odd:attributes-changed" as="element()?">
    <xsl:param name="old" as="element()?"/>
    <xsl:param name="new" as="element()?"/>
    <xsl:choose>
      <xsl:when test="$old and $new[not(@mode = 'replace')]">
        <xsl:variable name="known" as="xs:string*" select="$old//tei:attDef/@ident"/>
        <xsl:element name="attList" namespace="{$odd:tei}">
          <xsl:sequence select="$old/@*"/>
          <xsl:apply-templates select="$old/*" mode="odd:change">
            <xsl:with-param name="new" select="$new//tei:attDef" tunnel="yes"/>
          </xsl:apply-templates>
          <xsl:sequence select="$new/(tei:attRef | tei:attList[not(tei:attDef/@ident = $known)] | tei:attDef[not(@ident = $known)])"/>
        </xsl:element>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="($new, $old)[1]"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:template match="tei:attList" mode="odd:change" as="element()">
    <xsl:copy><xsl:sequence select="@*"/><xsl:apply-templates select="*" mode="#current"/></xsl:copy>
  </xsl:template>
  <xsl:template match="tei:attRef" mode="odd:change" as="element()"><xsl:sequence select="."/></xsl:template>
  <xsl:template match="tei:attDef" mode="odd:change" as="element()*">
    <xsl:param name="new" as="element()*" tunnel="yes"/>
    <xsl:variable name="own" as="element()?" select="$new[@ident = current()/@ident][1]"/>
    <!-- a deletion stays, so that a class cannot bring the attribute back -->
    <xsl:sequence select="if ($own/@mode = 'delete') then $own else odd:listed(., $own)"/>
  </xsl:template>
</xsl:stylesheet>
