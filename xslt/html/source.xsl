<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of a document's encoding; builders/encoded puts the encoding into it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xmlns:c="urn:chancery:prepared" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:function name="f:source-page" as="element(Q{}html)">
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
          <pre class="xml" tabindex="0"><code></code></pre>
        </main>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:function>

</xsl:stylesheet>
