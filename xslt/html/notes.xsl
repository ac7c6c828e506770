<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: a marker in the text, the note at the end, a link each way. Scripts and style sheets bring them nearer. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xmlns:c="urn:chancery:prepared" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:template match="note" mode="text" as="element(Q{}sup)">
    <sup class="call{' twin'[current()/preceding-sibling::node()[1][self::note]]}">
      <a href="#{encode-for-uri(@c:id)}" id="{@c:back}" role="doc-noteref" aria-label="{f:label('Note') || ' ' || @c:n}">
        <xsl:value-of select="@c:n"/>
      </a>
    </sup>
  </xsl:template>

  <!-- A note without a place in the text has no marker either: it is shown, as such, among the notes. -->
  <xsl:template match="note[@c:unanchored]" mode="text" priority="1"/>

  <!-- A file number before the heading is printed there. -->
  <xsl:template match="note[@rend = 'inline']" mode="text" as="element()" priority="2">
    <xsl:element name="{if (f:has-blocks(.) or parent::div) then 'div' else 'span'}">
      <xsl:sequence select="f:marks(., 'inline-note')"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:function name="f:notes" as="element(Q{}section)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="notes" as="element(note)*" select="$tei/text//note[not(@rend = 'inline')]"/>
    <xsl:if test="exists($notes)">
      <section class="notes" aria-labelledby="notes">
        <h2 id="notes"><xsl:value-of select="f:label('Notes')"/></h2>
        <ol>
          <xsl:apply-templates select="$notes" mode="notes"/>
        </ol>
      </section>
    </xsl:if>
  </xsl:function>

  <xsl:template match="note" mode="notes" as="element(Q{}li)">
    <li id="{@c:id}">
      <xsl:attribute name="class" select="'note', @type[. = ('source', 'summary')], 'unanchored'[current()/@c:unanchored]"/>
      <xsl:choose>
        <xsl:when test="@c:unanchored"><span class="n"><xsl:value-of select="@c:n"/></span></xsl:when>
        <xsl:otherwise>
          <a class="n" href="#{encode-for-uri(@c:back)}" role="doc-backlink"
             aria-label="{f:label('Note') || ' ' || @c:n || ', ' || f:label('back to the text')}">
            <xsl:value-of select="@c:n"/>
          </a>
        </xsl:otherwise>
      </xsl:choose>
      <div class="note-text">
        <xsl:sequence select="@xml:lang ! f:marks(current(), ())[name() = 'lang']"/>
        <xsl:if test="@c:unanchored">
          <p class="says"><xsl:value-of select="f:label('The source has no marker for this note.')"/></p>
        </xsl:if>
        <xsl:apply-templates mode="text"/>
      </div>
    </li>
  </xsl:template>

</xsl:stylesheet>
