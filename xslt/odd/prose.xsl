<?xml version="1.0" encoding="UTF-8"?>
<!-- The prose of an ODD as HTML, with its specifications in their places. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:odd="urn:chancery:odd"
                xmlns:tei="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:template match="tei:div" mode="odd:guide" as="element(section)">
    <section id="{odd:anchor(.)}"><xsl:apply-templates mode="#current"/></section>
  </xsl:template>

  <xsl:template match="tei:head" mode="odd:guide" as="element()">
    <xsl:element name="h{min((count(ancestor::tei:div) + 1, 6))}"><xsl:apply-templates mode="#current"/></xsl:element>
  </xsl:template>

  <xsl:template match="tei:p | tei:ab" mode="odd:guide" as="element(p)"><p><xsl:apply-templates mode="#current"/></p></xsl:template>
  <xsl:template match="tei:list" mode="odd:guide" as="element()*">
    <xsl:apply-templates select="tei:head" mode="#current"/>
    <ul><xsl:apply-templates select="tei:item" mode="#current"/></ul>
  </xsl:template>
  <xsl:template match="tei:item" mode="odd:guide" as="element(li)">
    <li><xsl:apply-templates select="preceding-sibling::*[1]/self::tei:label, node()" mode="#current"/></li>
  </xsl:template>
  <xsl:template match="tei:label" mode="odd:guide" as="element(b)"><b><xsl:apply-templates mode="#current"/></b></xsl:template>
  <xsl:template match="tei:table" mode="odd:guide" as="element(table)"><table><xsl:apply-templates select="tei:row" mode="#current"/></table></xsl:template>
  <xsl:template match="tei:row" mode="odd:guide" as="element(tr)"><tr><xsl:apply-templates select="tei:cell" mode="#current"/></tr></xsl:template>
  <xsl:template match="tei:cell" mode="odd:guide" as="element(td)"><td><xsl:apply-templates mode="#current"/></td></xsl:template>
  <xsl:template match="tei:quote | tei:cit" mode="odd:guide" as="element(blockquote)"><blockquote><xsl:apply-templates mode="#current"/></blockquote></xsl:template>
  <xsl:template match="tei:lb" mode="odd:guide" as="element(br)"><br/></xsl:template>
  <xsl:template match="tei:note" mode="odd:guide" as="element(small)"><small> [<xsl:apply-templates mode="#current"/>]</small></xsl:template>

  <xsl:template match="tei:gi" mode="odd:guide" as="element()">
    <xsl:param name="schema" as="element(tei:schemaSpec)" tunnel="yes"/>
    <xsl:sequence select="odd:tag(string(.), $schema)"/>
  </xsl:template>
  <xsl:template match="tei:att" mode="odd:guide" as="element(code)"><code class="att"><xsl:value-of select="."/></code></xsl:template>
  <xsl:template match="tei:val" mode="odd:guide" as="element(code)"><code class="val">"<xsl:value-of select="."/>"</code></xsl:template>
  <xsl:template match="tei:tag" mode="odd:guide" as="element(code)"><code>&lt;<xsl:value-of select="."/>></code></xsl:template>
  <xsl:template match="tei:code | tei:ident | tei:eg[not(contains(., '&#10;'))]" mode="odd:guide" as="element(code)"><code><xsl:value-of select="."/></code></xsl:template>
  <xsl:template match="tei:eg" mode="odd:guide" as="element(pre)" priority="-0.2"><pre><xsl:value-of select="odd:outdented(string(.))"/></pre></xsl:template>
  <xsl:template match="tei:hi[tokenize(@rend) = ('bold', 'strong')]" mode="odd:guide" as="element(b)"><b><xsl:apply-templates mode="#current"/></b></xsl:template>
  <xsl:template match="tei:hi | tei:emph | tei:term | tei:title | tei:foreign" mode="odd:guide" as="element(i)" priority="-0.1"><i><xsl:apply-templates mode="#current"/></i></xsl:template>
  <xsl:template match="tei:q | tei:soCalled | tei:mentioned" mode="odd:guide" as="node()*">“<xsl:apply-templates mode="#current"/>”</xsl:template>

  <!-- a reference leads somewhere, or is text: what it means may have been deleted -->
  <xsl:template match="tei:ref | tei:ptr" mode="odd:guide" as="element()">
    <xsl:param name="schema" as="element(tei:schemaSpec)" tunnel="yes"/>
    <xsl:variable name="id" as="xs:string?" select="@target[starts-with(., '#')]/substring(., 2)"/>
    <xsl:variable name="found" as="element()*" select="if (exists($id)) then (key('spec', $id, root($schema)), key('division', $id)) else ()"/>
    <xsl:variable name="words" as="node()*"><xsl:apply-templates mode="#current"/></xsl:variable>
    <xsl:variable name="shown" as="item()*" select="if ($words) then $words else ($found[1]/tei:head ! odd:line(.), replace(@target, '^#', ''))[1]"/>
    <xsl:choose>
      <xsl:when test="exists($found) or matches(@target, '^https?://')"><a href="{@target}"><xsl:sequence select="$shown"/></a></xsl:when>
      <xsl:otherwise><span><xsl:sequence select="$shown"/></span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:key name="division" match="tei:div" use="@xml:id"/>

  <xsl:template match="tei:specDesc" mode="odd:guide" as="element(li)">
    <xsl:param name="schema" as="element(tei:schemaSpec)" tunnel="yes"/>
    <li><xsl:sequence select="odd:tag(string(@key), $schema)"/></li>
  </xsl:template>
  <xsl:template match="tei:specList" mode="odd:guide" as="element(ul)"><ul><xsl:apply-templates select="*" mode="#current"/></ul></xsl:template>

  <!-- whatever else there is keeps its text -->
  <xsl:template match="tei:*" mode="odd:guide" as="element(span)" priority="-1"><span><xsl:apply-templates mode="#current"/></span></xsl:template>
  <xsl:template match="*:egXML" mode="odd:guide" as="element()"><xsl:sequence select="odd:shown(.)"/></xsl:template>
  <xsl:template match="text()" mode="odd:guide" as="text()"><xsl:sequence select="."/></xsl:template>
  <xsl:template match="*[namespace-uri() ne $odd:tei] | comment() | processing-instruction()" mode="odd:guide" as="empty-sequence()" priority="-0.5"/>

  <!-- specifications, as the schema that was put together has them: what was deleted isn't there -->
  <xsl:template match="tei:specGrp" mode="odd:guide" as="node()*"><xsl:apply-templates select="* except tei:specGrpRef" mode="#current"/></xsl:template>
  <xsl:template match="tei:schemaSpec" mode="odd:guide" as="node()*">
    <xsl:for-each select="odd:words(tei:desc)"><p><xsl:apply-templates mode="odd:guide"/></p></xsl:for-each>
    <xsl:apply-templates select="tei:* except (tei:desc | tei:gloss | tei:specGrpRef | tei:moduleRef)" mode="#current"/>
  </xsl:template>
  <xsl:template match="tei:elementSpec | tei:classSpec | tei:macroSpec | tei:dataSpec | tei:schemaSpec/tei:constraintSpec | tei:specGrp/tei:constraintSpec"
                mode="odd:guide" as="element()?" priority="1">
    <xsl:param name="schema" as="element(tei:schemaSpec)" tunnel="yes"/>
    <xsl:variable name="spec" as="element()?" select="$schema/*[local-name() = local-name(current())][@ident = current()/@ident][1]"/>
    <!-- a second specification of the same thing has changed the first, and is told there -->
    <xsl:if test="$spec and empty(preceding::*[local-name() = local-name(current())][@ident = current()/@ident][parent::tei:specGrp | parent::tei:schemaSpec])">
      <xsl:apply-templates select="$spec" mode="odd:reference"/>
    </xsl:if>
  </xsl:template>
  <xsl:template match="tei:constraintDecl | odd:deleted | tei:moduleSpec" mode="odd:guide" as="empty-sequence()" priority="1"/>
</xsl:stylesheet>
