<?xml version="1.0" encoding="utf-8"?>
<!-- Turns a parsed HTML page into text with marks (Unicode noncharacters, which no text holds):
     FDD0 and a letter open or close a block, FDD1 ends a line, FDD2 and FDD3 enclose bold words,
     FDD4 is the edge of an inline element, FDD5 ends the numbers behind a letter. ingest/html.py reads them. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="text" encoding="utf-8"/>

  <xsl:template match="*">
    <xsl:text>&#xFDD4;</xsl:text><xsl:apply-templates/><xsl:text>&#xFDD4;</xsl:text>
  </xsl:template>

  <xsl:template match="sub | sup | small | abbr"><xsl:apply-templates/></xsl:template>

  <xsl:template match="html | body | p | div | section | article | main | header | footer | aside | address
                       | blockquote | center | dl | dt | dd | fieldset | figure | figcaption | form | legend
                       | details | summary | hgroup | caption | tbody | thead | tfoot">
    <xsl:text>&#xFDD0;p</xsl:text><xsl:apply-templates/><xsl:text>&#xFDD0;p</xsl:text>
  </xsl:template>

  <xsl:template match="hr"><xsl:text>&#xFDD0;p</xsl:text></xsl:template>
  <xsl:template match="br"><xsl:text>&#xFDD1;</xsl:text></xsl:template>

  <xsl:template match="h1 | h2 | h3 | h4 | h5 | h6">
    <xsl:text>&#xFDD0;</xsl:text><xsl:value-of select="substring(name(), 2)"/>
    <xsl:apply-templates/><xsl:text>&#xFDD0;e</xsl:text>
  </xsl:template>

  <xsl:template match="ul | ol | menu | dir">
    <xsl:text>&#xFDD0;l</xsl:text><xsl:apply-templates/><xsl:text>&#xFDD0;e</xsl:text>
  </xsl:template>
  <xsl:template match="li">
    <xsl:text>&#xFDD0;i</xsl:text><xsl:apply-templates/><xsl:text>&#xFDD0;e</xsl:text>
  </xsl:template>
  <xsl:template match="word-item">
    <xsl:text>&#xFDD0;m</xsl:text><xsl:value-of select="@level"/><xsl:text>&#xFDD5;</xsl:text>
    <xsl:apply-templates/><xsl:text>&#xFDD0;e</xsl:text>
  </xsl:template>

  <xsl:template match="table">
    <xsl:text>&#xFDD0;t</xsl:text><xsl:apply-templates/><xsl:text>&#xFDD0;e</xsl:text>
  </xsl:template>
  <xsl:template match="tr"><xsl:text>&#xFDD0;r</xsl:text><xsl:apply-templates/></xsl:template>
  <xsl:template match="td"><xsl:text>&#xFDD0;c&#xFDD5;</xsl:text><xsl:apply-templates/><xsl:text>&#xFDD0;e</xsl:text></xsl:template>
  <xsl:template match="th"><xsl:text>&#xFDD0;h&#xFDD5;</xsl:text><xsl:apply-templates/><xsl:text>&#xFDD0;e</xsl:text></xsl:template>
  <xsl:template match="td[@colspan or @rowspan] | th[@colspan or @rowspan]">
    <xsl:text>&#xFDD0;</xsl:text><xsl:value-of select="translate(name(), 'dt', 'c')"/>
    <xsl:value-of select="@colspan"/><xsl:text>,</xsl:text><xsl:value-of select="@rowspan"/>
    <xsl:text>&#xFDD5;</xsl:text><xsl:apply-templates/><xsl:text>&#xFDD0;e</xsl:text>
  </xsl:template>

  <xsl:template match="b | strong"><xsl:text>&#xFDD2;</xsl:text><xsl:apply-templates/><xsl:text>&#xFDD3;</xsl:text></xsl:template>

  <xsl:template match="pre"><xsl:text>&#xFDD0;p</xsl:text><xsl:apply-templates mode="pre"/><xsl:text>&#xFDD0;p</xsl:text></xsl:template>
  <xsl:template match="text()" mode="pre"><xsl:value-of select="translate(., '&#10;', '&#xFDD1;')"/></xsl:template>

  <xsl:template match="comment() | processing-instruction() | head | title | meta | script | style | noscript | template
                       | nav | svg | math | iframe | object | canvas | audio | video | select | button | input
                       | textarea | dialog"/>
</xsl:stylesheet>
