<?xml version="1.0" encoding="UTF-8"?>
<!-- Persons as the register has them. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:key name="person" match="person[@xml:id]" use="@xml:id"/>

  <!-- The id, if the register has it, of the person that the element's @ref names. -->
  <xsl:function name="f:person-id" as="xs:string?">
    <xsl:param name="node" as="element()"/>
    <xsl:variable name="ids" as="xs:string*"
                  select="tokenize($node/@ref)[matches(., '^([^#]*/)?(persons\.xml)?#.')] ! substring-after(., '#')"/>
    <xsl:sequence select="($ids[exists(f:person(.))])[1]"/>
  </xsl:function>

  <xsl:function name="f:person" as="element(person)?">
    <xsl:param name="id" as="xs:string?"/>
    <xsl:sequence select="if ($register and $id) then key('person', $id, $register)[1] else ()"/>
  </xsl:function>

  <!-- "Kohler, Foy D." -->
  <xsl:function name="f:heading" as="xs:string">
    <xsl:param name="person" as="element(person)"/>
    <xsl:variable name="names" as="element(persName)*" select="$person/persName[normalize-space()]"/>
    <xsl:sequence select="normalize-space(($names[@type = 'heading'], $names, $person/@xml:id)[1])"/>
  </xsl:function>

  <!-- Who the person was then, in words, as the volume's list says, else the first; empty where the register doesn't say. -->
  <xsl:function name="f:role" as="xs:string">
    <xsl:param name="person" as="element(person)"/>
    <xsl:param name="volume" as="xs:string"/>
    <xsl:variable name="notes" as="element(note)*" select="$person/note[not(@type) or @type = 'role']"/>
    <xsl:sequence select="normalize-space(($notes[@source = $volume || '.xml'], $notes)[1])"/>
  </xsl:function>

  <!-- What persons are sorted by: the heading without accents, in lower case. -->
  <xsl:function name="f:sort-key" as="xs:string">
    <xsl:param name="heading" as="xs:string"/>
    <xsl:sequence select="lower-case(replace(normalize-unicode($heading, 'NFD'), '\p{M}', ''))"/>
  </xsl:function>

</xsl:stylesheet>
