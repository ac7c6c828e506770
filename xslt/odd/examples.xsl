<?xml version="1.0" encoding="UTF-8"?>
<!-- Examples of markup: set as they are written, with names of elements that lead to their descriptions. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:odd="urn:chancery:odd"
                xmlns:tei="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:function name="odd:shown" as="element(pre)">
    <xsl:param name="example" as="element()"/>
    <pre><xsl:sequence select="odd:coloured(odd:as-text($example))"/></pre>
  </xsl:function>

  <!-- the parts of markup, each in a span of its kind -->
  <xsl:function name="odd:coloured" as="node()*">
    <xsl:param name="text" as="xs:string"/>
    <xsl:analyze-string select="$text" regex="(&lt;!--.*?-->)|(&lt;/?)([\w.:\-]+)((\s+[\w.:\-]+=(&quot;[^&quot;]*&quot;|'[^']*'))*)(\s*/?>)" flags="s">
      <xsl:matching-substring>
        <xsl:choose>
          <xsl:when test="regex-group(1)"><span class="c"><xsl:value-of select="."/></span></xsl:when>
          <xsl:otherwise>
            <span class="t"><xsl:value-of select="regex-group(2), regex-group(3)" separator=""/></span>
            <xsl:sequence select="odd:coloured-attributes(regex-group(4))"/>
            <span class="t"><xsl:value-of select="regex-group(7)"/></span>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:matching-substring>
      <xsl:non-matching-substring><xsl:value-of select="."/></xsl:non-matching-substring>
    </xsl:analyze-string>
  </xsl:function>

  <xsl:function name="odd:coloured-attributes" as="node()*">
    <xsl:param name="text" as="xs:string"/>
    <xsl:analyze-string select="$text" regex="([\w.:\-]+)=(&quot;[^&quot;]*&quot;|'[^']*')">
      <xsl:matching-substring>
        <span class="a"><xsl:value-of select="regex-group(1)"/></span>=<span class="v"><xsl:value-of select="regex-group(2)"/></span>
      </xsl:matching-substring>
      <xsl:non-matching-substring><xsl:value-of select="."/></xsl:non-matching-substring>
    </xsl:analyze-string>
  </xsl:function>

  <!-- the name of an element in prose, as a link where there is such an element -->
  <xsl:function name="odd:tag" as="element()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="schema" as="element(tei:schemaSpec)"/>
    <xsl:variable name="spec" as="element()?"
                  select="($schema/tei:elementSpec[@ident = $name], $schema/tei:elementSpec[odd:name(.) = $name])[1]"/>
    <xsl:choose>
      <xsl:when test="$spec"><a class="gi" href="#{$spec/@ident}"><xsl:value-of select="$name"/></a></xsl:when>
      <xsl:otherwise><code><xsl:value-of select="$name"/></code></xsl:otherwise>
    </xsl:choose>
  </xsl:function>
</xsl:stylesheet>
