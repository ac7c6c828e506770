<?xml version="1.0" encoding="UTF-8"?>
<!-- How rules read other files. A stylesheet reads nothing: it asks for a file by a message, `read`, and goes on with an
     empty document; the caller looks whether that file may be read, and runs the stylesheet again with it. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:to="http://www.w3.org/1999/XSL/TransformAlias"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:sch="http://purl.oclc.org/dsdl/schematron"
                xmlns:run__="urn:chancery:schematron"
                exclude-result-prefixes="xsl to sch">

  <xsl:template name="reading" as="element()*">
    <xsl:if test="$careful">
      <to:param name="run__:files" as="document-node()*" select="()"/>
      <!-- a line for each file: what was asked for; then those that there are not -->
      <to:param name="run__:names" as="xs:string" select="''"/>
      <to:param name="run__:missing" as="xs:string" select="''"/>
      <to:variable name="run__:empty" as="document-node()"><to:document/></to:variable>

      <to:function name="run__:find" as="document-node()?">
        <to:param name="href" as="xs:string"/>
        <to:param name="base" as="xs:string"/>
        <to:variable name="key" as="xs:string" select="$base || ' ' || $href"/>
        <to:variable name="place" as="xs:integer?" select="index-of(tokenize($run__:names, '\n'), $key)[1]"/>
        <to:sequence select="$run__:files[$place]"/>
        <to:if test="empty($place) and not($key = tokenize($run__:missing, '\n'))">
          <to:message><run__:read><to:value-of select="$key"/></run__:read></to:message>
        </to:if>
      </to:function>

      <to:function name="run__:doc" as="document-node()?">
        <to:param name="href" as="xs:string?"/>
        <to:sequence select="$href ! (run__:find(., ''), $run__:empty)[1]"/>
      </to:function>

      <to:function name="run__:doc-available" as="xs:boolean">
        <to:param name="href" as="xs:string?"/>
        <to:sequence select="exists($href ! run__:find(., ''))"/>
      </to:function>

      <to:function name="run__:document" as="node()*">
        <to:param name="href" as="item()*"/>
        <to:sequence select="$href ! (run__:find(string(.), if (. instance of node()) then string(base-uri(.)) else ''), $run__:empty)[1]"/>
      </to:function>

      <to:function name="run__:document" as="node()*">
        <to:param name="href" as="item()*"/>
        <to:param name="base" as="node()"/>
        <to:sequence select="$href ! (run__:find(string(.), string(base-uri($base))), $run__:empty)[1]"/>
      </to:function>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
