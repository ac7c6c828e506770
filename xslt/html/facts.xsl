<?xml version="1.0" encoding="UTF-8"?>
<!-- The facts above the text: the document's words, and what the edition added, with who says so. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xmlns:c="urn:chancery:prepared" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:function name="f:facts" as="element(Q{}dl)">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="document" as="element(c:document)" select="$tei/c:document"/>
    <xsl:variable name="note" as="element(note)?" select="($tei/text//note[@type = 'source'][not(@rend = 'inline')])[1]"/>
    <dl class="facts">
      <xsl:sequence select="f:fact('From', $document/c:from ! f:said(.)), f:fact('To', $document/c:to ! f:said(.))"/>
      <xsl:sequence select="f:fact(if ($document/c:place ne '') then 'Place and date' else 'Date', f:dated-and-placed($document))"/>
      <xsl:sequence select="f:fact('Classification', string-join($document/(@classification, @handling)[. ne ''], '; ')[. ne ''])"/>
      <xsl:variable name="source" as="item()*">
        <xsl:value-of select="$document/c:source"/>
        <xsl:if test="$note">
          <xsl:text> </xsl:text>
          <a class="see" href="#{$note/@c:id}"><xsl:value-of select="f:label('Note') || ' ' || $note/@c:n"/></a>
        </xsl:if>
      </xsl:variable>
      <xsl:sequence select="f:fact('Source', $source[$document/c:source ne '']), f:printed($tei/teiHeader), f:hands($tei/teiHeader)"/>
    </dl>
  </xsl:function>

  <!-- Where the header says that the document was printed before. -->
  <xsl:function name="f:printed" as="element(Q{}div)?">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:sequence select="f:fact('Printed in', string-join($header/fileDesc/sourceDesc/bibl[@type = 'original'] ! f:plain(.), '; ')[. ne ''])"/>
  </xsl:function>

  <!-- "Drafted by", "Cleared by", "Approved by": whose hands it went through; then how it was sent on. -->
  <xsl:function name="f:hands" as="element(Q{}div)*">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:for-each-group select="$header/fileDesc/sourceDesc/msDesc/msContents/msItem/respStmt" group-by="f:plain(resp[1])">
      <xsl:variable name="deed" as="xs:string" select="upper-case(substring(current-grouping-key(), 1, 1)) || substring(current-grouping-key(), 2)"/>
      <xsl:variable name="names" as="item()*">
        <xsl:for-each select="current-group()/(* except resp)">
          <xsl:if test="position() gt 1">; </xsl:if>
          <xsl:sequence select="f:anchor(f:plain(.), f:person-id(.) ! f:person-href(.))"/>
        </xsl:for-each>
      </xsl:variable>
      <xsl:sequence select="f:fact($deed, $names)"/>
    </xsl:for-each-group>
    <xsl:variable name="sent" as="xs:string*" select="$header/profileDesc/correspDesc/note[@type = 'transmission'] ! f:plain(.)"/>
    <xsl:sequence select="f:fact('Transmission', string-join($sent, ' ')[. ne ''])"/>
  </xsl:function>

  <xsl:function name="f:fact" as="element(Q{}div)?">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="value" as="item()*"/>
    <xsl:if test="exists($value)">
      <div><dt><xsl:value-of select="f:label($label)"/></dt><dd><xsl:sequence select="$value"/></dd></div>
    </xsl:if>
  </xsl:function>

  <!-- A sender or recipient; the later of several after a semicolon. -->
  <xsl:function name="f:said" as="node()*">
    <xsl:param name="party" as="element()"/>
    <xsl:if test="$party/preceding-sibling::*[1][local-name() = local-name($party)]">; </xsl:if>
    <span>
      <xsl:if test="$party/@by = 'edition'"><xsl:attribute name="class" select="'added'"/></xsl:if>
      <xsl:sequence select="f:anchor($party, $party/@person[. ne ''] ! f:person-href(.))"/>
    </span>
  </xsl:function>

  <!-- "Moscow, October 13, 1967": the same for indexes. -->
  <xsl:function name="f:when-where" as="xs:string">
    <xsl:param name="document" as="element(c:document)"/>
    <xsl:sequence select="string-join(($document/c:place, $document/c:date)[. ne ''], ', ')"/>
  </xsl:function>

  <xsl:function name="f:dated-and-placed" as="element()*">
    <xsl:param name="document" as="element(c:document)"/>
    <xsl:variable name="parts" as="element()*" select="$document/(c:place, c:date)[. ne '']"/>
    <xsl:for-each select="$parts">
      <xsl:sort select="self::c:date"/>
      <span class="{if (@by = 'edition') then 'added' else 'said'}">
        <xsl:value-of select="., self::c:date/@bounds[. ne '']" separator=", "/>
        <xsl:if test="position() lt last()">, </xsl:if>
      </span>
    </xsl:for-each>
    <xsl:if test="$parts[@by = 'edition']">
      <xsl:variable name="says" as="xs:string*" select="distinct-values($parts/@says[. ne ''])"/>
      <xsl:variable name="where" as="xs:string?" select="($parts/@href[. ne ''])[1]"/>
      <small class="says">
        <xsl:value-of select="f:label('Added by the edition.'), $says"/>
        <xsl:if test="$where"><xsl:text> </xsl:text><a href="{$where}"><xsl:value-of select="f:label('Where it stands')"/></a></xsl:if>
      </small>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
