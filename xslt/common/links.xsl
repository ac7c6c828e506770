<?xml version="1.0" encoding="UTF-8"?>
<!-- Where references lead: to a place of this edition, to the series' own site, to the web, or nowhere. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xmlns:c="urn:chancery:prepared" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:variable name="series-site" as="xs:string" select="'https://history.state.gov/historicaldocuments/'"/>

  <!-- Pages of the catalogue by the ids in them, "frus1964-68v14#pg_595", and by the names of their files. -->
  <xsl:key name="address" match="c:document | c:volume | c:part" use="for $id in tokenize(@ids) return @volume || '#' || $id"/>
  <xsl:key name="stem" match="c:document | c:volume | c:part" use="@stem"/>

  <!-- Only these may become links; anything else a source may say (javascript:, file:) stays text. -->
  <xsl:function name="f:web" as="xs:string?">
    <xsl:param name="address" as="xs:string?"/>
    <xsl:sequence select="$address[matches(., '^(https?://[^\s/]|mailto:)\S*$', 'i')] ! iri-to-uri(.)"/>
  </xsl:function>

  <!-- The volume of a document: from its official address, else from the name of its file. -->
  <xsl:function name="f:volume" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="official" as="xs:string?" select="f:official($node)"/>
    <xsl:sequence select="if (f:is-volume(root($node)/*)) then f:stem($node)
                          else if (matches($official, '/[^/]+/d\d+$')) then tokenize($official, '/')[last() - 1]
                          else replace(f:stem($node)[contains(., '_')], '_[^_]*$', '')"/>
  </xsl:function>

  <!-- The official address of the document, where its header has one. -->
  <xsl:function name="f:official" as="xs:string?">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="(root($node)/*/teiHeader/fileDesc/sourceDesc/bibl/ptr/@target ! f:web(.))[1]"/>
  </xsl:function>

  <!-- What a ref's or ptr's @target means: see the head of prepare.xsl for the attributes. -->
  <xsl:function name="f:link" as="attribute()*">
    <xsl:param name="node" as="element()"/>
    <xsl:variable name="target" as="xs:string" select="string(tokenize($node/@target)[1])"/>
    <xsl:variable name="file" as="xs:string" select="replace(tokenize($target, '#')[1], '\.xml$', '')"/>
    <xsl:variable name="id" as="xs:string" select="substring-after($target, '#')"/>
    <xsl:variable name="volume" as="xs:string" select="if ($file) then $file else f:volume($node)"/>
    <xsl:choose>
      <xsl:when test="not($target)"/>
      <xsl:when test="f:web($target)">
        <xsl:sequence select="f:link-attributes('web', (), (), f:web($target))"/>
      </xsl:when>
      <xsl:when test="not($file) and key('id', $id, root($node)) and not(f:is-volume(root($node)/*))">
        <xsl:sequence select="f:link-attributes('here', f:stem($node), $id, ())"/>
      </xsl:when>
      <xsl:when test="$file = 'persons' and f:person($id)">
        <xsl:sequence select="f:link-attributes('person', (), $id, ())"/>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="f:link-away($file, $volume, $id)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- A link to another document: of this edition if it has it, else of the series' site if it is of the series. -->
  <xsl:function name="f:link-away" as="attribute()*">
    <xsl:param name="file" as="xs:string"/>
    <xsl:param name="volume" as="xs:string"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:variable name="holder" as="element()?" select="
        (f:holder($volume || '#' || $id), $catalogue ! key('stem', $file, .))[1]"/>
    <!-- a note that the edition's document lacks: the document itself -->
    <xsl:variable name="about" as="element()?"
                  select="f:holder($volume || '#' || replace($id, '^(d\d+)fn.*$', '$1'))"/>
    <xsl:choose>
      <xsl:when test="$holder">
        <xsl:variable name="there" as="xs:string?" select="$id[. = tokenize($holder/@ids)]"/>
        <xsl:sequence select="f:link-attributes('edition', $holder/@stem, $there, ())"/>
      </xsl:when>
      <xsl:when test="$about"><xsl:sequence select="f:link-attributes('edition', $about/@stem, (), ())"/></xsl:when>
      <xsl:when test="matches($volume, '^frus[0-9]{4}[0-9A-Za-z\-]*$') and matches($id, '^([A-Za-z][0-9A-Za-z_.\-]*)?$')">
        <xsl:sequence select="f:link-attributes('official', (), (), $series-site || $volume || $id[. ne ''] ! ('/' || .))"/>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="f:link-attributes('none', (), (), ())"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="f:holder" as="element()?">
    <xsl:param name="address" as="xs:string"/>
    <xsl:sequence select="$catalogue ! key('address', $address, .)[1]"/>
  </xsl:function>

  <xsl:function name="f:link-attributes" as="attribute()*">
    <xsl:param name="link" as="xs:string"/>
    <xsl:param name="stem" as="xs:string?"/>
    <xsl:param name="target" as="xs:string?"/>
    <xsl:param name="href" as="xs:string?"/>
    <xsl:attribute name="c:link" select="$link"/>
    <xsl:if test="$stem"><xsl:attribute name="c:stem" select="$stem"/></xsl:if>
    <xsl:if test="$target"><xsl:attribute name="c:target" select="$target"/></xsl:if>
    <xsl:if test="$href"><xsl:attribute name="c:href" select="$href"/></xsl:if>
  </xsl:function>

</xsl:stylesheet>
