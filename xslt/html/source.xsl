<?xml version="1.0" encoding="UTF-8"?>
<!-- The encoding of a document, to read: tags, attributes and text set apart, long lines wrapped, ids linked to the page. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xmlns:c="urn:chancery:prepared" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:function name="f:source-page" as="element(Q{}html)">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="document" as="element(c:document)"/>
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="f:label('Encoded text') || ': ' || $document/c:title"/>
      <xsl:with-param name="class" select="'encoded'"/>
      <xsl:with-param name="content" as="element()*">
        <main id="text" tabindex="-1">
          <p class="series"><xsl:value-of select="f:label('Encoded text')"/></p>
          <h1><xsl:value-of select="$document/c:title"/></h1>
          <p class="lead">
            <a href="{$document/@stem}.html"><xsl:value-of select="f:label('The document')"/></a>
            <xsl:text> · </xsl:text>
            <a href="{$document/@stem}.xml" download="download"><xsl:value-of select="$document/@stem || '.xml'"/></a>
          </p>
          <pre class="xml" tabindex="0"><code><xsl:apply-templates select="root($tei)/node()" mode="source"/></code></pre>
        </main>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:function>

  <xsl:template match="*" mode="source" as="node()*">
    <span class="tag">&lt;<xsl:value-of select="name()"/></span>
    <xsl:sequence select="f:declarations(.)"/>
    <xsl:apply-templates select="@*" mode="#current"/>
    <xsl:choose>
      <xsl:when test="node()">
        <span class="tag">&gt;</span>
        <xsl:apply-templates mode="#current"/>
        <span class="tag">&lt;/<xsl:value-of select="name()"/>&gt;</span>
      </xsl:when>
      <xsl:otherwise><span class="tag">/&gt;</span></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="empty(parent::*)"><xsl:text>&#10;</xsl:text></xsl:if>
  </xsl:template>

  <!-- The namespaces that an element declares. -->
  <xsl:function name="f:declarations" as="node()*">
    <xsl:param name="node" as="element()"/>
    <xsl:variable name="inherited" as="xs:string*" select="$node/../namespace::* ! (name() || '=' || .)"/>
    <xsl:for-each select="$node/namespace::*[name() ne 'xml'][not(. = 'urn:chancery:prepared')][not((name() || '=' || .) = $inherited)]">
      <xsl:sequence select="f:shown(string-join(('xmlns', name()[. ne '']), ':'), .)"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:template match="@*" mode="source" as="node()*">
    <xsl:sequence select="f:shown(name(), .)"/>
  </xsl:template>
  <xsl:template match="@c:*" mode="source"/>

  <xsl:function name="f:shown" as="node()*">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:text> </xsl:text>
    <span class="att"><xsl:value-of select="$name"/></span>
    <xsl:text>="</xsl:text>
    <span class="val"><xsl:value-of select="replace(f:escaped($value), '&quot;', '&amp;quot;')"/></span>
    <xsl:text>"</xsl:text>
  </xsl:function>

  <xsl:template match="text()" mode="source" as="text()?"><xsl:value-of select="f:escaped(.)"/></xsl:template>

  <!-- As the file has it: the reader of the page sees &amp;amp; where the file says so. -->
  <xsl:function name="f:escaped" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="replace(replace($text, '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;')"/>
  </xsl:function>

  <xsl:template match="comment()" mode="source" as="node()*">
    <span class="comment">&lt;!--<xsl:value-of select="."/>--&gt;</span>
    <xsl:if test="empty(parent::*)"><xsl:text>&#10;</xsl:text></xsl:if>
  </xsl:template>

  <xsl:template match="processing-instruction()" mode="source" as="node()*">
    <span class="comment">&lt;?<xsl:value-of select="name(), ."/>?&gt;</span>
    <xsl:if test="empty(parent::*)"><xsl:text>&#10;</xsl:text></xsl:if>
  </xsl:template>

</xsl:stylesheet>
