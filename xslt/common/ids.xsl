<?xml version="1.0" encoding="UTF-8"?>
<!-- Addresses inside a document. They are promises: what is published under an id stays there. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:chancery:functions"
                xmlns:c="urn:chancery:prepared" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:key name="id" match="*[@xml:id]" use="@xml:id"/>

  <!-- The places, counted from 1, of nodes among those of their document that share a key: by generated id. -->
  <xsl:function name="f:places" as="map(xs:string, xs:integer)">
    <xsl:param name="nodes" as="element()*"/>
    <xsl:param name="key" as="function(element()) as xs:string?"/>
    <xsl:map>
      <xsl:for-each-group select="$nodes" group-by="$key(.) ! (f:document-id(current()) || ' ' || .)">
        <xsl:for-each select="current-group()">
          <xsl:map-entry key="generate-id()" select="position()"/>
        </xsl:for-each>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:function>

  <!-- The name of the file that the node is from, without its ending. -->
  <xsl:function name="f:stem" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="string((root($node)/*/@c:stem, 'document')[1])"/>
  </xsl:function>

  <!-- The division of the document that the node stands in; the whole text where there is none. -->
  <xsl:function name="f:document" as="element()?">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="($node/ancestor-or-self::div[@type = 'document'][1],
                           (root($node)//text//div[@type = 'document'])[1], root($node)/*/text)[1]"/>
  </xsl:function>

  <xsl:function name="f:document-id" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="div" as="element()?" select="f:document($node)"/>
    <xsl:sequence select="($div/@xml:id ! string(.), $div/@n[matches(., '^\d+$')] ! concat('d', .), f:stem($node))[1]"/>
  </xsl:function>

  <!-- An element's id: its own (with a suffix when an earlier element has the same), or `otherwise`. -->
  <xsl:function name="f:id" as="xs:string">
    <xsl:param name="node" as="element()"/>
    <xsl:param name="otherwise" as="xs:string"/>
    <xsl:variable name="own" as="xs:string" select="replace($node/@xml:id, '\s', '')"/>
    <xsl:variable name="same" as="element()*" select="if ($own) then key('id', $own, root($node)) else ()"/>
    <xsl:sequence select="if (not($own)) then f:free-id($otherwise, root($node))
                          else if ($own = $reserved-ids) then f:free-id($own || '-', root($node))
                          else if (count($same) lt 2 or $same[1] is $node) then $own
                          else f:free-id($own || '-' || f:place($node, $same), root($node))"/>
  </xsl:function>

  <!-- Ids that pages need for themselves. -->
  <xsl:variable name="reserved-ids" as="xs:string*" select="'text', 'notes', 'persons', 'terms', 'pages', 'cite', 'files', 'show-machine'"/>

  <xsl:function name="f:free-id" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="root" as="node()"/>
    <xsl:sequence select="if (key('id', $id, $root)) then f:free-id($id || '-', $root) else $id"/>
  </xsl:function>

  <xsl:function name="f:place" as="xs:integer">
    <xsl:param name="node" as="node()"/>
    <xsl:param name="nodes" as="node()*"/>
    <xsl:sequence select="count($nodes[. &lt;&lt; $node]) + 1"/>
  </xsl:function>

  <!-- d250fn1 → d250fnref1, the id of the marker of a note. -->
  <xsl:function name="f:back-id" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="if (matches($id, 'fn[^f]*$')) then replace($id, 'fn([^f]*)$', 'fnref$1') else $id || 'ref'"/>
  </xsl:function>

</xsl:stylesheet>
