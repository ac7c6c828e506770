<?xml version="1.0" encoding="UTF-8"?>
<!-- The register of persons: a panel on each page, and the page of all with every mention. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xmlns:c="urn:chancery:prepared" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:key name="mention" match="c:mention" use="@person"/>

  <xsl:function name="f:persons-page" as="element(Q{}html)">
    <xsl:variable name="persons" as="element(person)*" select="
        sort($register//person[@xml:id][f:person(@xml:id) is .], (), function($p) { f:sort-key(f:heading($p)) })"/>
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="f:label('Persons')"/>
      <xsl:with-param name="file" select="'persons.html'"/>
      <xsl:with-param name="class" select="'register'"/>
      <xsl:with-param name="content" as="element()*">
        <main id="text" tabindex="-1">
          <h1><xsl:value-of select="f:label('Persons')"/></h1>
          <p class="lead">
            <xsl:value-of select="f:count(count($persons), 'person', 'persons')"/>
            <xsl:text>. </xsl:text>
            <a href="persons.xml"><xsl:value-of select="f:label('The register as TEI')"/></a>
          </p>
          <nav class="initials" aria-label="{f:label('Initials')}">
            <xsl:for-each-group select="$persons" group-by="f:initial(.)">
              <a href="#initial-{current-grouping-key()}"><xsl:value-of select="current-grouping-key()"/></a>
            </xsl:for-each-group>
          </nav>
          <xsl:for-each-group select="$persons" group-by="f:initial(.)">
            <section aria-labelledby="initial-{current-grouping-key()}">
              <h2 id="initial-{current-grouping-key()}"><xsl:value-of select="current-grouping-key()"/></h2>
              <xsl:sequence select="current-group() ! f:person-entry(.)"/>
            </section>
          </xsl:for-each-group>
        </main>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:function>

  <!-- The letter that an entry is found under; # where its heading starts with none. -->
  <xsl:function name="f:initial" as="xs:string">
    <xsl:param name="person" as="element(person)"/>
    <xsl:sequence select="(upper-case(substring(f:sort-key(f:heading($person)), 1, 1))[matches(., '^\p{L}$')], '0')[1]"/>
  </xsl:function>

  <!-- In the register: who it was, and how much there is. -->
  <xsl:function name="f:person-entry" as="element(Q{}article)">
    <xsl:param name="person" as="element(person)"/>
    <xsl:variable name="named" as="element(c:mention)*" select="$mentions ! key('mention', $person/@xml:id, .)"/>
    <article class="person" id="{$person/@xml:id}">
      <h3>
        <xsl:sequence select="f:anchor(f:heading($person), f:person-page-href($person/@xml:id)[exists($named)])"/>
      </h3>
      <xsl:sequence select="f:person-notes($person)"/>
      <p class="{if ($named) then 'count' else 'none'}">
        <xsl:value-of select="if ($named) then f:mentioned($named) else f:label('Not named in the documents.')"/>
      </p>
    </article>
  </xsl:function>

  <!-- What the register says of the person; which volume says so, where there are several. -->
  <xsl:function name="f:person-notes" as="element(Q{}p)*">
    <xsl:param name="person" as="element(person)"/>
    <xsl:for-each select="$person/note[normalize-space()]">
      <xsl:variable name="volume" as="element(c:volume)?" select="$edition/c:volume[2]/../c:volume[@stem || '.xml' = current()/@source]"/>
      <p class="{if (@type = 'remark') then 'remark' else 'role'}"><xsl:value-of select="f:plain(.), $volume ! ('(' || @title || ')')"/></p>
    </xsl:for-each>
  </xsl:function>

  <!-- "12 mentions in 3 documents" -->
  <xsl:function name="f:mentioned" as="xs:string">
    <xsl:param name="named" as="element(c:mention)*"/>
    <xsl:sequence select="string-join((f:count(count($named), 'mention', 'mentions'), f:label('in'),
                                       f:count(count(distinct-values($named/../@stem)), 'document', 'documents')), ' ')"/>
  </xsl:function>

</xsl:stylesheet>
