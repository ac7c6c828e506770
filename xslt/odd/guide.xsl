<?xml version="1.0" encoding="UTF-8"?>
<!-- The guide for editors: the ODD's prose in its order, with each specification where it stands, contents before it and
     lists of all elements and rules behind it. One page, which needs nothing beside it. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:odd="urn:chancery:odd"
                xmlns:tei="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:function name="odd:guide" as="element(html)">
    <xsl:param name="document" as="document-node()"/>
    <xsl:param name="schema" as="element(tei:schemaSpec)"/>
    <xsl:variable name="title" as="xs:string"
                  select="(normalize-space(($document//tei:titleStmt/tei:title)[1])[.], odd:line(odd:words($schema/tei:gloss))[.], string($schema/@ident))[1]"/>
    <html lang="{($document/*/@xml:lang, 'en')[1]}">
      <head>
        <meta charset="utf-8"/>
        <title><xsl:value-of select="$title"/></title>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <style><xsl:value-of select="$css"/></style>
      </head>
      <body>
        <a class="skip" href="#guide">Skip to the text</a>
        <nav class="contents" aria-label="Contents">
          <p class="name"><a href="#top"><xsl:value-of select="$title"/></a></p>
          <ol>
            <xsl:apply-templates select="$document//tei:text/(tei:front | tei:body | tei:back)/tei:div[tei:head]" mode="odd:contents"/>
            <li><a href="#all-elements">All elements</a></li>
            <xsl:if test="$schema//tei:constraintSpec"><li><a href="#all-rules">All rules</a></li></xsl:if>
          </ol>
        </nav>
        <main id="guide">
          <h1 id="top"><xsl:value-of select="$title"/></h1>
          <!-- a schema may stand in the header, or be all there is -->
          <xsl:apply-templates select="$document//tei:text/(tei:front | tei:body | tei:back)/node(), $document//tei:schemaSpec[not(ancestor::tei:text)]" mode="odd:guide">
            <xsl:with-param name="schema" select="$schema" tunnel="yes"/>
            <xsl:with-param name="children" select="odd:children($schema)" tunnel="yes"/>
          </xsl:apply-templates>
          <xsl:sequence select="odd:all-elements($schema), odd:all-rules($schema)"/>
        </main>
      </body>
    </html>
  </xsl:function>

  <xsl:template match="tei:div" mode="odd:contents" as="element(li)">
    <li><a href="#{odd:anchor(.)}"><xsl:value-of select="odd:line(tei:head[1])"/></a></li>
  </xsl:template>

  <xsl:function name="odd:anchor" as="xs:string">
    <xsl:param name="division" as="element(tei:div)"/>
    <xsl:sequence select="string(($division/@xml:id, generate-id($division))[1])"/>
  </xsl:function>

  <!-- every element by its name in files, with what it is where the name has several uses -->
  <xsl:function name="odd:all-elements" as="element(section)">
    <xsl:param name="schema" as="element(tei:schemaSpec)"/>
    <section id="all-elements">
      <h2>All elements</h2>
      <dl class="index">
        <xsl:for-each-group select="$schema/tei:elementSpec" group-by="odd:name(.)">
          <xsl:sort select="lower-case(current-grouping-key())"/>
          <div>
            <dt><xsl:value-of select="current-grouping-key()"/></dt>
            <dd>
              <xsl:for-each select="current-group()">
                <xsl:if test="position() gt 1">, </xsl:if>
                <a href="#{@ident}"><xsl:value-of select="(odd:line(odd:words(tei:gloss))[.], @ident)[1]"/></a>
              </xsl:for-each>
            </dd>
          </div>
        </xsl:for-each-group>
      </dl>
    </section>
  </xsl:function>

  <xsl:function name="odd:all-rules" as="element(section)?">
    <xsl:param name="schema" as="element(tei:schemaSpec)"/>
    <xsl:where-populated>
      <section id="all-rules">
        <xsl:if test="$schema//tei:constraintSpec"><h2>All rules</h2></xsl:if>
        <xsl:where-populated>
          <dl class="index">
            <xsl:for-each select="$schema//tei:constraintSpec">
              <xsl:sort select="@ident" collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
              <div>
                <dt><a href="#{@ident}"><xsl:value-of select="@ident"/></a></dt>
                <dd><xsl:value-of select="(odd:line(odd:words(tei:gloss))[.], odd:line(odd:words(tei:desc)))[1]"/></dd>
              </div>
            </xsl:for-each>
          </dl>
        </xsl:where-populated>
      </section>
    </xsl:where-populated>
  </xsl:function>
</xsl:stylesheet>
