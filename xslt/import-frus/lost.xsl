<?xml version="1.0" encoding="UTF-8"?>
<!-- What is not carried over is said: an element without a place here, whose text stays, or an attribute. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:i="urn:chancery:import"
                xmlns="http://www.tei-c.org/ns/1.0"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:mode name="lost" on-no-match="fail"/>

  <xsl:template match="*" mode="lost" as="empty-sequence()">
    <xsl:message><i:lost line="{@i:line}" what="{local-name()}" empty="{not(* or normalize-space())}"/></xsl:message>
  </xsl:template>

  <xsl:template match="@*" mode="attributes" as="empty-sequence()" priority="-1">
    <xsl:message><i:lost line="{../@i:line}" what="{local-name(..)}" attribute="{name()}" value="{.}"/></xsl:message>
  </xsl:template>

  <xsl:template match="@i:line | @xml:space | @xml:lang" mode="attributes" as="empty-sequence()"/>
</xsl:stylesheet>
