<?xml version="1.0" encoding="UTF-8"?>
<!-- Who wrote to whom, and when: the documents that were sent, by sender and recipient, the same facts as in the network. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xmlns:c="urn:chancery:prepared" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:variable name="letters" as="element(c:document)*" select="$edition/c:document[c:from or c:to]"/>

  <xsl:function name="f:correspondence-page" as="element(Q{}html)">
    <xsl:call-template name="list-page">
      <xsl:with-param name="title" select="f:label('Correspondence')"/>
      <xsl:with-param name="class" select="'correspondence'"/>
      <xsl:with-param name="lead" select="f:count(count($letters), 'document', 'documents') || ' ' || f:label('with a sender or a recipient') || '.'"/>
      <xsl:with-param name="content" as="element()*">
        <table>
          <thead>
            <tr>
              <th scope="col"><xsl:value-of select="f:label('From')"/></th>
              <th scope="col"><xsl:value-of select="f:label('To')"/></th>
              <th scope="col"><xsl:value-of select="f:label('Time')"/></th>
              <th scope="col" class="count"><xsl:value-of select="f:label('Documents')"/></th>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each-group select="$letters" group-by="f:parties(.)">
              <xsl:sort select="f:sort-key(string-join(f:party-name(c:from), '; '))"/>
              <xsl:sort select="f:sort-key(string-join(f:party-name(c:to), '; '))"/>
              <xsl:variable name="months" as="xs:string*" select="sort(current-group()[f:is-dated(.)]/@start ! substring(., 1, 7))"/>
              <tr>
                <td><xsl:sequence select="f:party-words(c:from)"/></td>
                <td><xsl:sequence select="f:party-words(c:to)"/></td>
                <td data-key="{$months[1]}">
                  <xsl:value-of select="distinct-values(($months[1], $months[last()])) ! f:date-words(.)" separator="–"/>
                </td>
                <td data-key="{count(current-group())}">
                  <xsl:for-each select="current-group()">
                    <xsl:if test="position() gt 1">, </xsl:if>
                    <a href="{@stem}.html" title="{c:date}"><xsl:value-of select="(@n[. ne ''], @stem)[1]"/></a>
                  </xsl:for-each>
                </td>
              </tr>
            </xsl:for-each-group>
          </tbody>
        </table>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:function>

  <!-- A person of the register under any name is one; others are what they are called. -->
  <xsl:function name="f:party-key" as="xs:string">
    <xsl:param name="party" as="element()"/>
    <xsl:sequence select="($party/@person[. ne ''] ! ('#' || .), lower-case(replace($party, '^[Tt]he\s+', '')))[1]"/>
  </xsl:function>

  <xsl:function name="f:parties" as="xs:string">
    <xsl:param name="document" as="element(c:document)"/>
    <xsl:sequence select="string-join(($document/c:from ! f:party-key(.), '→', $document/c:to ! f:party-key(.)), ' ; ')"/>
  </xsl:function>

  <!-- A sender or recipient as the register has it, else as the document does. -->
  <xsl:function name="f:party-name" as="xs:string*">
    <xsl:param name="parties" as="element()*"/>
    <xsl:sequence select="$parties ! string((f:person(@person) ! f:heading(.), string(.))[1])"/>
  </xsl:function>

  <xsl:function name="f:party-words" as="node()*">
    <xsl:param name="parties" as="element()*"/>
    <xsl:for-each select="$parties">
      <xsl:if test="position() gt 1">; </xsl:if>
      <xsl:sequence select="f:anchor(f:party-name(.), @person[. ne ''] ! f:person-href(.))"/>
    </xsl:for-each>
    <xsl:if test="empty($parties)">–</xsl:if>
  </xsl:function>

</xsl:stylesheet>
