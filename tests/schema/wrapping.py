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
FILE = f"<fileDesc>{STATEMENT}{PUBLISHED}<sourceDesc>{BIBL}</sourceDesc></fileDesc>"
PROFILE = '<profileDesc><creation><date when="1967-10-13">October 13, 1967</date></creation></profileDesc>'
HEADER = f"<teiHeader>{FILE}{PROFILE}</teiHeader>"
SOURCE = '<note n="1" place="foot" type="source" xml:id="d§fn1">Source: National Archives.</note>'
OPEN = '<div type="document" subtype="historical-document" xml:id="d§" n="§">'
BODY = f"<text><body>{OPEN}<head>§. Letter{SOURCE}</head>%s</div></body></text>"
DOCUMENT = f"<TEI {NS}>{HEADER}{BODY}</TEI>"
TEXT = "<p>Text.</p>"
LISTED = '<list type="documents"><item><ref target="a.xml">1</ref></item></list>'
CHAPTER = f'<text>%s<body><div type="chapter"><head>1</head>{LISTED}</div></body></text>'


def _filed(parts: str) -> str:
    return f"<TEI {NS}><teiHeader><fileDesc>{parts}</fileDesc>{PROFILE}</teiHeader>{BODY % TEXT}</TEI>"


def _headed(parts: str) -> str:
    return f"<TEI {NS}><teiHeader>{FILE}{parts}</teiHeader>{BODY % TEXT}</TEI>"


# By the fragment's first element; what has no row stands among the blocks of a document.
PLACES = {
    "TEI": "%s",
    "teiHeader": f"<TEI {NS}>%s{BODY % TEXT}</TEI>",
    "fileDesc": _headed("").replace(FILE, "%s"),
    "titleStmt": _filed(f"%s{PUBLISHED}<sourceDesc>{BIBL}</sourceDesc>"),
    "publicationStmt": _filed(f"{STATEMENT}%s<sourceDesc>{BIBL}</sourceDesc>"),
    "availability": _filed(
        f"{STATEMENT}<publicationStmt><publisher>C</publisher>%s</publicationStmt><sourceDesc>{BIBL}</sourceDesc>"
    ),
    "sourceDesc": _filed(f"{STATEMENT}{PUBLISHED}%s"),
    "bibl": _filed(f"{STATEMENT}{PUBLISHED}<sourceDesc>%s</sourceDesc>"),
    "msIdentifier": _filed(f"{STATEMENT}{PUBLISHED}<sourceDesc>{BIBL}<msDesc>%s</msDesc></sourceDesc>"),
    "encodingDesc": _headed(f"%s{PROFILE}"),
    "profileDesc": _headed("%s"),
    "revisionDesc": _headed(f"{PROFILE}%s"),
    "text": f"<TEI {NS}>{HEADER}%s</TEI>",
    "body": f"<TEI {NS}>{HEADER}<text>%s</text></TEI>",
    "document": f"<TEI {NS}>{HEADER}<text><body>%s</body></text></TEI>",
    "head": f"<TEI {NS}>{HEADER}<text><body>{OPEN}%s{TEXT}</div></body></text></TEI>",
    "dateline": DOCUMENT % f"%s{TEXT}",
    "opener": DOCUMENT % f"%s{TEXT}",
    "closer": DOCUMENT % f"{TEXT}%s",
    "postscript": DOCUMENT % f"{TEXT}%s",
    "signed": DOCUMENT % f"{TEXT}<closer>%s</closer>",
    "item": DOCUMENT % '<list type="simple">%s</list>',
    "titlePage": f"<TEI {NS}>{HEADER}{CHAPTER % '<front>%s</front>'}</TEI>",
    "standOff": f"<TEI {NS}>{HEADER}%s</TEI>",
    "person": f"<TEI {NS}>{HEADER}<standOff><listPerson>%s</listPerson></standOff></TEI>",
}


def wrap(fragment: str) -> bytes:
    """A whole file with the fragment in it; its document has the number that the ids in the fragment want."""
    first = re.match(r"\s*<([\w.\-]+)", fragment)
    name = first[1] if first else "p"
    if name == "div" and re.match(r'\s*<div type="document"', fragment):
        name = "document"
    number = re.search(r'xml:id="d(\d+)', fragment)
    place = PLACES.get(name, DOCUMENT).replace("§", number[1] if number else "7")
    text = place.replace("%s", fragment.strip())
    if name == "TEI":
        text = re.sub(r"<TEI[^>]*>", f"<TEI {NS}>", text, count=1)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}'.encode()


def as_fragment(example: etree._Element) -> str:
    """The content of an `egXML` as the TEI that it shows."""
    text = etree.tostring(example, encoding="unicode", with_tail=False)
    inside = re.sub(r"(?s)^<[^>]*>|</[^>]*>$", "", text)
    return re.sub(r' xmlns(:\w+)?="[^"]*"', "", inside)
