<?xml version="1.0" encoding="UTF-8"?>
<!-- The register of persons: a panel on each page, and the page of all with every mention. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xmlns:c="urn:chancery:prepared" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:key name="mention" match="c:mention" use="@person"/>

  <xsl:function name="f:persons-here" as="element(Q{}section)?">
    <xsl:param name="document" as="element(c:document)"/>
    <xsl:if test="$document/c:person">
      <section class="persons" aria-labelledby="persons">
        <h2 id="persons"><xsl:value-of select="f:label('Persons on this page')"/></h2>
        <dl>
          <xsl:for-each select="$document/c:person">
            <div data-person="{@id}">
              <dt><a href="{f:person-href(@id)}"><xsl:value-of select="@heading"/></a></dt>
              <dd>
                <span class="role"><xsl:value-of select="@role"/></span>
                <a class="count" href="#{encode-for-uri(@first)}"
                   aria-label="{f:count(@count, 'mention', 'mentions') || ', ' || f:label('to the first')}">
                  <xsl:value-of select="@count || '×'"/>
                </a>
              </dd>
            </div>
          </xsl:for-each>
        </dl>
      </section>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:persons-page" as="element(Q{}html)">
    <xsl:variable name="persons" as="element(person)*" select="
        sort($register//person[@xml:id][f:person(@xml:id) is .], (), function($p) { f:sort-key(f:heading($p)) })"/>
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="f:label('Persons')"/>
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

  <xsl:function name="f:person-entry" as="element(Q{}article)">
    <xsl:param name="person" as="element(person)"/>
    <xsl:variable name="named" as="element(c:mention)*" select="$mentions ! key('mention', $person/@xml:id, .)"/>
    <article class="person" id="{$person/@xml:id}">
      <h3><xsl:value-of select="f:heading($person)"/></h3>
      <xsl:for-each select="$person/note[normalize-space()]">
        <p class="{if (@type = 'remark') then 'remark' else 'role'}"><xsl:value-of select="f:plain(.)"/></p>
      </xsl:for-each>
      <xsl:if test="$person/idno">
        <p class="ids">
          <xsl:for-each select="$person/idno">
            <span><xsl:value-of select="string(@type), f:plain(.)"/></span>
            <xsl:text> </xsl:text>
          </xsl:for-each>
        </p>
      </xsl:if>
      <xsl:sequence select="f:named-in($named)"/>
    </article>
  </xsl:function>

  <!-- Every mention in its words, by document. -->
  <xsl:function name="f:named-in" as="element()">
    <xsl:param name="named" as="element(c:mention)*"/>
    <xsl:variable name="documents" as="xs:string*" select="distinct-values($named/../@stem)"/>
    <xsl:choose>
      <xsl:when test="empty($named)"><p class="none"><xsl:value-of select="f:label('Not named in the documents.')"/></p></xsl:when>
      <xsl:otherwise>
        <details>
          <summary>
            <xsl:value-of select="f:count(count($named), 'mention', 'mentions'), f:label('in'),
                                  f:count(count($documents), 'document', 'documents')"/>
          </summary>
          <xsl:for-each-group select="$named" group-adjacent="string(../@stem)">
            <h4><a href="{current-grouping-key()}.html">
              <xsl:value-of select="key('stem', current-grouping-key(), $catalogue)[1]/c:title"/>
            </a></h4>
            <ul><xsl:sequence select="current-group() ! f:mention-line(.)"/></ul>
          </xsl:for-each-group>
        </details>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="f:mention-line" as="element(Q{}li)">
    <xsl:param name="mention" as="element(c:mention)"/>
    <li>
      <xsl:value-of select="$mention/c:before"/>
      <a href="{$mention/../@stem}.html#{encode-for-uri($mention/@id)}"><xsl:value-of select="$mention/c:said"/></a>
      <xsl:value-of select="$mention/c:after"/>
    </li>
  </xsl:function>

</xsl:stylesheet>
