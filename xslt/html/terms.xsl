<?xml version="1.0" encoding="UTF-8"?>
<!-- The register of terms: what each means, and the documents that use it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xmlns:c="urn:chancery:prepared" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:key name="use" match="c:use" use="@term"/>

  <xsl:function name="f:terms-page" as="element(Q{}html)">
    <xsl:variable name="items" as="element(item)*" select="
        sort($terms//item[@xml:id][term][f:term(@xml:id) is .], (), function($item) { f:sort-key(f:term-heading($item)) })"/>
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="f:label('Terms and abbreviations')"/>
      <xsl:with-param name="class" select="'terms'"/>
      <xsl:with-param name="file" select="'terms.html'"/>
      <xsl:with-param name="content" as="element()*">
        <main id="text" tabindex="-1">
          <h1><xsl:value-of select="f:label('Terms and abbreviations')"/></h1>
          <p class="lead">
            <xsl:value-of select="f:count(count($items), 'entry', 'entries') || '. '"/>
            <a href="terms.xml"><xsl:value-of select="f:label('The register as TEI')"/></a>
          </p>
          <dl class="terms"><xsl:sequence select="$items ! f:term-entry(.)"/></dl>
        </main>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:function>

  <xsl:function name="f:term-entry" as="element(Q{}div)">
    <xsl:param name="item" as="element(item)"/>
    <xsl:variable name="uses" as="element(c:use)*" select="$mentions ! key('use', $item/@xml:id, .)"/>
    <div id="{$item/@xml:id}">
      <dt><xsl:value-of select="$item/term ! normalize-space()" separator=", "/></dt>
      <dd>
        <xsl:value-of select="f:term-gloss($item)"/>
        <xsl:if test="$uses">
          <details>
            <summary><xsl:value-of select="f:count(count($uses), 'document', 'documents')"/></summary>
            <ul>
              <xsl:for-each select="$uses">
                <xsl:variable name="document" as="element()?" select="key('stem', ../@stem, $catalogue)[1]"/>
                <li><a href="{../@stem}.html#{encode-for-uri(@id)}"><xsl:value-of select="$document/c:title"/></a></li>
              </xsl:for-each>
            </ul>
          </details>
        </xsl:if>
      </dd>
    </div>
  </xsl:function>

</xsl:stylesheet>
