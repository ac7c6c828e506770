<?xml version="1.0" encoding="UTF-8"?>
<!-- Divisions, headings, paragraphs and what stands beside them. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xmlns:c="urn:chancery:prepared" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <!-- Id, class and language of the HTML element that stands for a TEI one. -->
  <xsl:function name="f:marks" as="attribute()*">
    <xsl:param name="node" as="element()"/>
    <xsl:param name="classes" as="xs:string*"/>
    <xsl:if test="$node/@c:id"><xsl:attribute name="id" select="$node/@c:id"/></xsl:if>
    <xsl:if test="exists($classes[. ne ''])"><xsl:attribute name="class" select="$classes[. ne '']"/></xsl:if>
    <xsl:if test="$node/@xml:lang"><xsl:attribute name="lang" select="f:language($node/@xml:lang)"/></xsl:if>
    <xsl:if test="$node/@resp = '#chancery'">
      <xsl:attribute name="data-cert" select="($node/@cert[. = ('high', 'medium', 'low')], 'none')[1]"/>
    </xsl:if>
  </xsl:function>

  <!-- Of the words in @rend those that the style sheet knows. -->
  <xsl:function name="f:rend" as="xs:string*">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="tokenize($node/@rend)[. = ('center', 'right', 'flushleft', 'italic', 'bold', 'smallcaps',
                                                     'superscript', 'subscript', 'underline', 'strikethrough')]"/>
  </xsl:function>

  <!-- Whether HTML's p would be too narrow for what is in it. -->
  <xsl:function name="f:has-blocks" as="xs:boolean">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="exists($node//(list | table | quote | figure | graphic | figDesc | lg | l | p | label | floatingText | dateline | address
                                         | opener | closer | signed | salute | postscript | note[@rend = 'inline'] | head | child::div)
                                        [not(ancestor::note[not(@rend = 'inline')] except $node/ancestor-or-self::note)])"/>
  </xsl:function>

  <xsl:template match="div" mode="text" as="element()">
    <xsl:element name="{if (head) then 'section' else 'div'}">
      <xsl:sequence select="f:marks(., ('div', @type[matches(., '^[a-z]+$')]))"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="front | body | back | group | text | floatingText | titlePage | docTitle | argument | epigraph | postscript
                       | opener | closer | address" mode="text" as="element(Q{}div)">
    <div>
      <xsl:sequence select="f:marks(., local-name())"/>
      <xsl:apply-templates mode="#current"/>
    </div>
  </xsl:template>

  <xsl:template match="div/head | floatingText//head | body/head" mode="text" as="element()">
    <xsl:element name="{f:heading-level(.)}">
      <xsl:sequence select="f:marks(., f:rend(.))"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <!-- The document's heading is h1: what is in it starts with h2. A division without a heading is no step. -->
  <xsl:function name="f:heading-level" as="xs:string">
    <xsl:param name="node" as="element()"/>
    <xsl:variable name="depth" as="xs:integer" select="count($node/ancestor::div[head][ancestor::div[@type = 'document']])"/>
    <xsl:sequence select="'h' || min((6, max((2, $depth + (if ($node/self::head) then 1 else 2)))))"/>
  </xsl:function>

  <!-- A heading inside the text that opens no division. -->
  <xsl:template match="label" mode="text" as="element()" priority="0">
    <xsl:element name="{f:heading-level(.)}">
      <xsl:sequence select="f:marks(., ('label', f:rend(.)))"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="p | ab" mode="text" as="element()">
    <xsl:element name="{if (f:has-blocks(.)) then 'div' else 'p'}">
      <xsl:sequence select="f:marks(., ('p'[f:has-blocks(current())], f:rend(.), @rend[. = 'dateline']))"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="dateline | salute | signed | closer/seg | byline | addrLine | trailer | docDate | l | lg" mode="text" as="element()">
    <xsl:element name="{if (f:has-blocks(.) or self::lg) then 'div' else 'p'}">
      <xsl:sequence select="f:marks(., (local-name(), f:rend(.)))"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="quote" mode="text" as="element(Q{}blockquote)">
    <blockquote>
      <xsl:sequence select="f:marks(., ())"/>
      <xsl:apply-templates mode="#current"/>
    </blockquote>
  </xsl:template>

  <xsl:template match="figure" mode="text" as="element(Q{}figure)">
    <figure>
      <xsl:sequence select="f:marks(., ())"/>
      <xsl:apply-templates mode="#current"/>
    </figure>
  </xsl:template>

  <!-- Pictures are not among the files of an edition yet: their address where it is one, and their description. -->
  <xsl:template match="graphic" mode="text" as="element(Q{}p)">
    <p class="graphic"><xsl:sequence select="f:anchor(f:label('Picture'), f:web(@url))"/></p>
  </xsl:template>

  <xsl:template match="figDesc | figure/head" mode="text" as="element(Q{}p)" priority="1">
    <p class="{local-name()}"><xsl:apply-templates mode="#current"/></p>
  </xsl:template>

</xsl:stylesheet>
