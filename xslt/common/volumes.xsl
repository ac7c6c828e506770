<?xml version="1.0" encoding="UTF-8"?>
<!-- A volume's facts for the catalogue, from its own file: what it is called, its front and back matter, its chapters. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xmlns:c="urn:chancery:prepared" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:key name="documents" match="div[@type = 'document']" use="'all'"/>

  <!-- Whether a file is a volume's: chapters with lists of documents, and no document. -->
  <xsl:function name="f:is-volume" as="xs:boolean">
    <xsl:param name="tei" as="element()?"/>
    <xsl:sequence select="exists($tei/text/body/(child::div | child::list)) and empty(key('documents', 'all', root($tei)))"/>
  </xsl:function>

  <xsl:template match="TEI[f:is-volume(.)]" mode="facts" as="element(c:volume)" priority="1">
    <c:volume stem="{f:stem(.)}" volume="{f:stem(.)}" ids="{text/body//@xml:id ! replace(., '\s', '')}">
      <xsl:attribute name="title" select="f:plain((teiHeader/fileDesc/sourceDesc/bibl/title[@level = 'm'],
                                                   teiHeader/fileDesc/titleStmt/title)[1])"/>
      <xsl:attribute name="series" select="f:plain((teiHeader/fileDesc/sourceDesc/bibl/title[@level = 's'])[1])"/>
      <xsl:attribute name="year" select="f:plain((teiHeader/fileDesc/sourceDesc/bibl/date)[1])"/>
      <xsl:for-each select="teiHeader/fileDesc/titleStmt/editor"><c:editor><xsl:value-of select="f:plain(.)"/></c:editor></xsl:for-each>
      <xsl:apply-templates select="text/(front | back)/(titlePage | child::div)" mode="facts"/>
      <xsl:apply-templates select="text/body/(child::div | child::list)" mode="facts"/>
    </c:volume>
  </xsl:template>

  <!-- Front or back matter: a page of its own. -->
  <xsl:template match="front/div | back/div | titlePage" mode="facts" as="element(c:part)">
    <c:part stem="{f:part-stem(.)}" volume="{f:stem(.)}" at="{local-name(..)}" type="{@type}" title="{f:part-title(.)}"
            ids="{(.//@xml:id, f:opening-breaks(.)/@xml:id) ! replace(., '\s', '')}"/>
  </xsl:template>

  <xsl:function name="f:part-stem" as="xs:string">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="id" as="xs:string?" select="$part/@xml:id[matches(., '^[A-Za-z0-9][A-Za-z0-9.\-]*$')]"/>
    <xsl:sequence select="f:stem($part) || '_'
                          || ($id, (local-name($part/..) || (count($part/preceding-sibling::*[self::div | self::titlePage]) + 1)))[1]"/>
  </xsl:function>

  <xsl:function name="f:part-title" as="xs:string">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="(f:plain($part/head[1])[. ne ''], f:label(if ($part/self::titlePage) then 'Title page' else 'Part'))[1]"/>
  </xsl:function>

  <!-- The page breaks right before a part, which is on their page. -->
  <xsl:function name="f:opening-breaks" as="element(pb)*">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="before" as="element()?" select="$part/preceding-sibling::*[not(self::pb)][1]"/>
    <xsl:sequence select="$part/preceding-sibling::pb[empty($before) or . >> $before]"/>
  </xsl:function>

  <xsl:template match="body//div" mode="facts" as="element(c:division)">
    <c:division id="{@xml:id}" type="{@type}" title="{f:plain(head[1])}">
      <xsl:apply-templates select="child::div | list" mode="facts"/>
    </c:division>
  </xsl:template>

  <xsl:template match="list[@type = 'documents']" mode="facts" as="element(c:entry)*">
    <xsl:for-each select=".//ref">
      <c:entry stem="{replace(@target, '\.xml$', '')}"/>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
