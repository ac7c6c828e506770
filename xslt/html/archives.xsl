<?xml version="1.0" encoding="UTF-8"?>
<!-- Where the originals lie: repositories, collections, and the documents from each. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xmlns:c="urn:chancery:prepared" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:function name="f:archives-page" as="element(Q{}html)">
    <xsl:variable name="held" as="element(c:document)*" select="$edition/c:document[c:repository]"/>
    <xsl:call-template name="list-page">
      <xsl:with-param name="title" select="f:label('Archives and collections')"/>
      <xsl:with-param name="class" select="'archives'"/>
      <xsl:with-param name="lead" select="f:count(count(distinct-values($held/c:repository)), 'repository', 'repositories') || '.'"/>
      <xsl:with-param name="content" as="element()*">
        <xsl:for-each-group select="$held" group-by="string(c:repository)">
          <xsl:sort select="f:sort-key(current-grouping-key())"/>
          <section>
            <h2><xsl:value-of select="current-grouping-key()"/></h2>
            <dl>
              <xsl:for-each-group select="current-group()" group-by="string(c:repository/@collection)">
                <xsl:sort select="f:sort-key(current-grouping-key())"/>
                <div>
                  <dt><xsl:value-of select="(current-grouping-key()[. ne ''], f:label('No collection named'))[1]"/></dt>
                  <dd>
                    <xsl:for-each select="current-group()">
                      <xsl:if test="position() gt 1">, </xsl:if>
                      <a href="{@stem}.html" title="{f:when-where(.)}"><xsl:value-of select="(@n[. ne ''], @stem)[1]"/></a>
                    </xsl:for-each>
                  </dd>
                </div>
              </xsl:for-each-group>
            </dl>
          </section>
        </xsl:for-each-group>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:function>

</xsl:stylesheet>
