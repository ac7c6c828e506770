<?xml version="1.0" encoding="UTF-8"?>
<!-- Elements that an output has no template for: their text appears, and somebody is told. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:c="urn:chancery:prepared"
                exclude-result-prefixes="#all">

  <!-- Every output calls its mode for the document's text `text`. The path is that of the TEI file. -->
  <xsl:template match="*" mode="text" priority="-10">
    <xsl:message>
      <c:unhandled name="{name()}" path="{path()}" stem="{root()/*/@c:stem}"/>
    </xsl:message>
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <!-- What the shared first step added is taken up by name, never by chance. -->
  <xsl:template match="c:*" mode="text" priority="-5"/>

</xsl:stylesheet>
