<?xml version="1.0" encoding="UTF-8"?>
<!-- The parts of the book: front matter, documents, register. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xmlns:c="urn:chancery:prepared" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:template match="c:edition" mode="frame" as="element()">
    <book lang="{$language}" contents="{f:label('Contents')}"
          title="{(@title[normalize-space()], f:label('Untitled edition'))[1]}">
      <xsl:if test="$region"><xsl:attribute name="region" select="$region"/></xsl:if>
      <xsl:for-each select="f:subtitles()"><subtitle><xsl:value-of select="."/></subtitle></xsl:for-each>
      <xsl:for-each select="c:editor"><editor name="{normalize-space(.)}"/></xsl:for-each>
      <xsl:if test="normalize-space(@publisher)">
        <publisher><xsl:value-of select="normalize-space(@publisher)"/></publisher>
      </xsl:if>
      <imprint><xsl:sequence select="f:imprint(.)"/></imprint>
      <about title="{f:label('How this was encoded')}"><xsl:sequence select="f:about()"/></about>
      <xsl:apply-templates select="$prepared/TEI" mode="frame"/>
      <xsl:sequence select="f:register()"/>
    </book>
  </xsl:template>

  <!-- "Three documents from Foreign Relations of the United States", "1967–1970" -->
  <xsl:function name="f:subtitles" as="xs:string*">
    <xsl:variable name="series" as="xs:string*" select="distinct-values($catalogue//c:bibl/@series[. ne ''])"/>
    <xsl:variable name="counted" as="xs:string" select="f:count(count($prepared), 'document', 'documents')"/>
    <xsl:variable name="in-words" as="xs:string" select="
        if (count($prepared) le 12) then replace($counted, '^\d+', format-integer(count($prepared), 'Ww', $language)) else $counted"/>
    <xsl:variable name="years" as="xs:string*" select="sort($catalogue//c:document/@year[. ne ''])"/>
    <xsl:sequence select="$in-words || $series[count($series) = 1] ! (' ' || f:label('from') || ' ' || .),
                          string-join(distinct-values(($years[1], $years[last()])), '–')[. ne '']"/>
  </xsl:function>

  <xsl:function name="f:imprint" as="element()*">
    <xsl:param name="edition" as="element(c:edition)"/>
    <xsl:for-each-group select="$catalogue//c:document" group-by="string-join(c:bibl/(@series, @title)[. ne ''], ', ')">
      <xsl:variable name="published" as="xs:string" select="string-join(c:bibl/(@publisher, @year)[. ne ''], ', ')"/>
      <xsl:sequence select="f:p(f:documents(current-group()) || ': ' || current-grouping-key() || $published[.] ! (' (' || . || ')')
                                || '.')[current-grouping-key()]"/>
    </xsl:for-each-group>
    <xsl:sequence select="distinct-values($prepared/TEI/teiHeader/fileDesc/publicationStmt/availability/p ! f:plain(.)) ! f:p(.)"/>
    <xsl:variable name="licence" as="xs:string" select="normalize-space($edition/@licence)"/>
    <xsl:variable name="address" as="xs:string?" select="f:web($edition/@licence-address)"/>
    <xsl:if test="$licence or $address">
      <p>
        <xsl:value-of select="$licence"/>
        <xsl:if test="$address"><xsl:text> </xsl:text><link href="{$address}"><xsl:value-of select="$address"/></link></xsl:if>
      </p>
    </xsl:if>
    <xsl:sequence select="f:p(f:label('Set in Libertinus Serif.'))"/>
  </xsl:function>

  <xsl:function name="f:p" as="element()?">
    <xsl:param name="words" as="xs:string?"/>
    <xsl:if test="normalize-space($words)"><p><xsl:value-of select="normalize-space($words)"/></p></xsl:if>
  </xsl:function>

  <!-- "Documents 250, 252", or how many they are -->
  <xsl:function name="f:documents" as="xs:string">
    <xsl:param name="documents" as="element(c:document)*"/>
    <xsl:sequence select="if (count($documents) gt 6 or $documents/@n = '')
                          then f:count(count($documents), 'document', 'documents')
                          else f:label(if (count($documents) = 1) then 'Document' else 'Documents')
                               || ' ' || string-join($documents/@n, ', ')"/>
  </xsl:function>

  <!-- What the headers say of the encoding, each paragraph once, and how to read this book. -->
  <xsl:function name="f:about" as="element()*">
    <xsl:sequence select="distinct-values($prepared/TEI/teiHeader/encodingDesc/(editorialDecl, projectDesc)//p ! f:plain(.)) ! f:p(.),
        ('Small numbers in the outer margin are the pages of the printed source; a hairline in the text shows where each begins.',
         'Notes stand at the foot of the page under the markers that the source has.',
         'What stands in italics and square brackets above a document is not in its text: the edition supplies it, and says from where.')
        ! f:p(f:label(.))"/>
  </xsl:function>

  <!-- The register: everybody whom a document names, by heading. -->
  <xsl:function name="f:register" as="element()?">
    <xsl:variable name="named" as="xs:string*" select="distinct-values($prepared/TEI/text//@c:person)"/>
    <xsl:if test="exists($named)">
      <register title="{f:label('Persons')}">
        <xsl:for-each select="$named ! f:person(.)">
          <xsl:sort select="f:sort-key(f:heading(.))"/>
          <person id="person#{@xml:id}" who="{@xml:id}">
            <name><xsl:value-of select="f:heading(.)"/></name>
            <xsl:if test="f:role(., '')"><about><xsl:value-of select="replace(f:role(., ''), '\.$', '')"/></about></xsl:if>
          </person>
        </xsl:for-each>
      </register>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
