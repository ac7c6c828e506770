<?xml version="1.0" encoding="UTF-8"?>
<!-- Data types and lists of values, as RELAX NG. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:odd="urn:chancery:odd"
                xmlns:tei="http://www.tei-c.org/ns/1.0"
                xmlns:rng="http://relaxng.org/ns/structure/1.0"
                xmlns="http://relaxng.org/ns/structure/1.0"
                exclude-result-prefixes="#all">

  <xsl:variable name="odd:built-in" as="xs:string*" select="tokenize('string normalizedString token language Name NCName NMTOKEN
    NMTOKENS ID IDREF IDREFS ENTITY ENTITIES QName NOTATION anyURI boolean decimal float double integer nonPositiveInteger
    negativeInteger long int short byte nonNegativeInteger unsignedLong unsignedInt unsignedShort unsignedByte positiveInteger
    hexBinary base64Binary dateTime date time duration gYearMonth gYear gMonthDay gDay gMonth')"/>
  <xsl:variable name="odd:facets" as="xs:string*" select="tokenize('length minLength maxLength pattern maxInclusive minInclusive
    maxExclusive minExclusive totalDigits fractionDigits')"/>

  <!-- what may stand in an attribute -->
  <xsl:function name="odd:value-of" as="element()+">
    <xsl:param name="spec" as="element(tei:attDef)"/>
    <xsl:variable name="datatype" as="element()?" select="$spec/tei:datatype"/>
    <xsl:variable name="one" as="element()*"
                  select="if ($datatype/tei:dataRef) then odd:data($datatype/tei:dataRef, ()) else $datatype/rng:* ! odd:bare(.)"/>
    <xsl:variable name="value" as="element()*"
                  select="if ($spec/tei:valList) then odd:values($spec/tei:valList, $one) else $one"/>
    <xsl:variable name="repeated" as="xs:boolean" select="exists($datatype[(@minOccurs, @maxOccurs) != '1'])"/>
    <xsl:choose>
      <xsl:when test="empty($value)"><text/></xsl:when>
      <xsl:when test="$repeated and not($value//self::rng:text)"><list><xsl:sequence select="odd:repeated($datatype, $value)"/></list></xsl:when>
      <xsl:otherwise><xsl:sequence select="$value"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- one of the values, or, where the list is not closed, anything of the data type -->
  <xsl:function name="odd:values" as="element()*">
    <xsl:param name="list" as="element(tei:valList)"/>
    <xsl:param name="datatype" as="element()*"/>
    <xsl:variable name="items" as="element()*" select="$list/tei:valItem[not(@mode = 'delete')]"/>
    <xsl:choose>
      <xsl:when test="$list/@type = 'closed' and $items">
        <choice><xsl:for-each select="$items"><value><xsl:value-of select="odd:name(.)"/></value></xsl:for-each></choice>
      </xsl:when>
      <xsl:when test="$list/@type = 'closed'"><notAllowed/></xsl:when>
      <xsl:when test="empty($datatype) or $datatype/descendant-or-self::rng:text"><text/></xsl:when>
      <xsl:otherwise>
        <choice>
          <xsl:for-each select="$items"><value><xsl:value-of select="odd:name(.)"/></value></xsl:for-each>
          <xsl:sequence select="$datatype"/>
        </choice>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- a data type; where it narrows one of the schema's own that is a plain one, both restrictions hold -->
  <xsl:function name="odd:data" as="element()">
    <xsl:param name="reference" as="element(tei:dataRef)"/>
    <xsl:param name="more" as="element()*"/>
    <xsl:variable name="params" as="element()*">
      <xsl:sequence select="$more"/>
      <xsl:for-each select="$reference/@restriction"><param name="pattern"><xsl:value-of select="."/></param></xsl:for-each>
      <xsl:for-each select="$reference/tei:dataFacet"><param name="{@name}"><xsl:value-of select="@value"/></param></xsl:for-each>
    </xsl:variable>
    <xsl:variable name="own" as="element()?" select="odd:spec($reference/@key, ('dataSpec', 'macroSpec'), $reference)"/>
    <xsl:variable name="plain" as="element()?" select="$own/tei:content[count(*) eq 1]/tei:dataRef"/>
    <xsl:choose>
      <xsl:when test="$own and $params and $plain"><xsl:sequence select="odd:data($plain, $params)"/></xsl:when>
      <xsl:when test="$reference/@key"><ref name="{$reference/@key}"/></xsl:when>
      <xsl:otherwise>
        <data type="{odd:built-in($reference)}"><xsl:sequence select="$params"/></data>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- the name of a built-in type. RELAX NG wants every attribute of that name on such elements to be an ID: with a
       wildcard over the same elements it cannot be, and a name has to do -->
  <xsl:function name="odd:built-in" as="xs:string">
    <xsl:param name="reference" as="element(tei:dataRef)"/>
    <xsl:variable name="name" as="xs:string" select="string(($reference/@name, 'string')[1])"/>
    <xsl:sequence select="if (not(odd:has-wildcard($reference))) then $name
                          else ($name[not(. = ('ID', 'IDREF', 'IDREFS'))], if ($name eq 'IDREFS') then 'NMTOKENS' else 'NCName')[1]"/>
  </xsl:function>

  <!-- a data type of the schema's own; more than one value in it is a list of tokens -->
  <xsl:template match="tei:dataSpec | tei:macroSpec[@type = 'dt']" mode="odd:define" as="element()">
    <xsl:variable name="value" as="element()*">
      <xsl:apply-templates select="tei:content, tei:valList" mode="odd:content"/>
    </xsl:variable>
    <define name="{@ident}">
      <xsl:sequence select="odd:documentation(.)"/>
      <xsl:choose>
        <xsl:when test="empty($value)"><text/></xsl:when>
        <xsl:when test="tei:content//tei:sequence[count(*) gt 1] | tei:content//*[(@minOccurs, @maxOccurs) != '1']">
          <list><xsl:sequence select="$value"/></list>
        </xsl:when>
        <xsl:otherwise><xsl:sequence select="$value"/></xsl:otherwise>
      </xsl:choose>
    </define>
  </xsl:template>
</xsl:stylesheet>
