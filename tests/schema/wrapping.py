"""Fragments of TEI put into a document where they can stand, so that examples can be checked like files."""

from __future__ import annotations

import re

from lxml import etree

NS = 'xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"'
STATEMENT = (
    "<titleStmt><title>§. Letter</title>"
    '<respStmt xml:id="edition"><resp>dates</resp><name>The edition</name></respStmt>'
    '<respStmt xml:id="chancery"><resp>encoding by machine</resp><name>Chancery</name></respStmt></titleStmt>'
)
PUBLISHED = "<publicationStmt><publisher>Chancery</publisher></publicationStmt>"
BIBL = '<bibl><title level="m">Volume I</title></bibl>'
PROFILE = '<profileDesc><creation><date when="1967-10-13">October 13, 1967</date></creation></profileDesc>'
FILE = f"<fileDesc>{STATEMENT}{PUBLISHED}<sourceDesc>{BIBL}</sourceDesc></fileDesc>"
HEADER = f"<teiHeader>{FILE}{PROFILE}</teiHeader>"
SOURCE = '<note n="1" place="foot" type="source" xml:id="d§fn1">Source: National Archives.</note>'
HEAD = f"<head>§. Letter{SOURCE}</head>"
OPEN = '<div type="document" subtype="historical-document" xml:id="d§" n="§">'
DOCUMENT = f"<text><body>{OPEN}{HEAD}%s</div></body></text>"
TEXT = "<p>Text.</p>"
LISTED = '<list type="documents"><item><ref target="a.xml">1</ref></item></list>'

# What goes round an element, as long as that isn't a file: its parent, with what the parent needs besides.
# What has no row here stands among the blocks of a document.
AROUND = {
    "teiHeader": f"<TEI>%s{DOCUMENT % TEXT}</TEI>",
    "fileDesc": f"<teiHeader>%s{PROFILE}</teiHeader>",
    "titleStmt": f"<fileDesc>%s{PUBLISHED}<sourceDesc>{BIBL}</sourceDesc></fileDesc>",
    "publicationStmt": f"<fileDesc>{STATEMENT}%s<sourceDesc>{BIBL}</sourceDesc></fileDesc>",
    "availability": "<publicationStmt><publisher>Chancery</publisher>%s</publicationStmt>",
    "sourceDesc": f"<fileDesc>{STATEMENT}{PUBLISHED}%s</fileDesc>",
    "bibl": "<sourceDesc>%s</sourceDesc>",
    "msDesc": f"<sourceDesc>{BIBL}%s</sourceDesc>",
    "msIdentifier": "<msDesc>%s</msDesc>",
    "msContents": "<msDesc><msIdentifier><repository>Johnson Library</repository></msIdentifier>%s</msDesc>",
    "msItem": "<msContents>%s</msContents>",
    "encodingDesc": f"<teiHeader>{FILE}%s{PROFILE}</teiHeader>",
    "profileDesc": f"<teiHeader>{FILE}%s</teiHeader>",
    "revisionDesc": f"<teiHeader>{FILE}{PROFILE}%s</teiHeader>",
    "text": f"<TEI>{HEADER}%s</TEI>",
    "standOff": f"<TEI>{HEADER}%s</TEI>",
    "listPerson": "<standOff>%s</standOff>",
    "person": "<listPerson>%s</listPerson>",
    "body": "<text>%s</text>",
    "document": "<body>%s</body>",
    "head": f"<body>{OPEN}%s{TEXT}</div></body>",
    "dateline": DOCUMENT % f"%s{TEXT}",
    "opener": DOCUMENT % f"%s{TEXT}",
    "closer": DOCUMENT % f"{TEXT}%s",
    "postscript": DOCUMENT % f"{TEXT}%s",
    "signed": "<closer>%s</closer>",
    "item": '<list type="simple">%s</list>',
    "titlePage": f'<text><front>%s</front><body><div type="chapter"><head>1</head>{LISTED}</div></body></text>',
}


def wrap(fragment: str) -> bytes:
    """A whole file with the fragment in it; its document has the number that the ids in the fragment want."""
    number = re.search(r'xml:id="d(\d+)', fragment)
    text = fragment.strip()
    while (name := _name(text)) != "TEI":
        text = AROUND.get(name, DOCUMENT).replace("%s", text)
    text = re.sub(r"<TEI[^>]*>", f"<TEI {NS}>", text, count=1).replace("§", number[1] if number else "7")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}'.encode()


def _name(text: str) -> str:
    """The first element of the text; a document's div counts as one of its own."""
    if re.match(r'<div type="document"', text):
        return "document"
    found = re.match(r"<([\w.\-]+)", text)
    return found[1] if found else ""


def as_fragment(example: etree._Element) -> str:
    """The content of an `egXML` as the TEI that it shows."""
    text = etree.tostring(example, encoding="unicode", with_tail=False)
    inside = re.sub(r"(?s)^<[^>]*>|</[^>]*>$", "", text)
    return re.sub(r' xmlns(:\w+)?="[^"]*"', "", inside)
