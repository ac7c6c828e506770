"""What of the source is not text, each stretch with its reason."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """Why characters of the source are not in the text: a closed table."""

    BYTE_ORDER_MARK = "byte order mark"
    CONTROL = "character that XML cannot hold"
    BLANK = "blank space between blocks"
    LINE_BREAK = "line break, encoded as lb"
    BULLET = "bullet of a list item"
    SIGN = "sign of a heading"
    NOTE_NUMBER = "number of a note in the list of notes"
    NOTE_MARKER = "marker of a note, encoded as note"
    BACK_LINK = "arrow back to the marker"
    PAGE_BREAK = "page number, encoded as pb"
    MARKUP = "tag or comment"
    HIDDEN = "part of a page that nobody reads: head, script, style, form fields"
    FRAME = "frame of a page: navigation, header, footer, side panel"
    OUTSIDE = "text of a page outside the document"
    NOTES_HEADING = "heading of the list of notes"
    RULE = "line drawn between the text and its notes"
    QUOTED = "sign of a quoted line, as in mail"
    TITLE = "title of a chapter, kept in the header"


# Bullets of lists: those of text processors, the last three of them from symbol fonts, and all.
PASTED_BULLETS = "·●○■□∙⁃\uf0b7\uf0a7\uf0d8"
BULLETS = f"•‣◦▪{PASTED_BULLETS}"
_HIDDEN = (
    "head|script|style|template|noscript|noembed|noframes|iframe|object|embed|applet|svg|canvas|audio|video|map|button"
    "|select|option|textarea|input|datalist|dialog|title"
)
_LABEL = r"(?:\d{1,4}|\d{1,3}[a-d]|[*†‡§¶]{1,4}|[a-z]{1,2}|[A-Z])"

# A tag as the HTML standard has it (13.2.5), and one in which a quote has no end.
_ATTRIBUTE = r"[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'>][^\s>]*+)?+)?+"
TAG = re.compile(rf"</?[a-zA-Z][^\s/>]*+(?:[\s/]++|{_ATTRIBUTE})*+>")
SHORT_TAG = re.compile(r"</?[a-zA-Z][^\s/<>]*+[^<>]*+>")
# A start tag that says that its element is part of a page's frame, by its name or by its class, id, role or rel.
_FURNITURE = (
    r"nav|navbar|navigation|breadcrumbs?|menu|side-?bar|masthead|banner|contentinfo|complementary|cookies?|share|sharing"
    r"|social|pagination|pager|page-turn|prev|next|previous|skip|skip-?link|search|related|adverts?|advertisement|promo"
    r"|newsletter|comments|no-?print|edit-?section|print-?footer|cat-?links|nav-?box|jump-?link|jump-to-nav|widget|toolbar"
    r"|top-?bar|toc|table-of-contents|site-(?:header|footer|sub|name|title)|page-(?:header|footer)|global-(?:header|footer)"
    r"|footer|(?:entry|post|article)-(?:meta|footer|nav|tags|utility)|pg-?(?:boilerplate|header|footer)|boilerplate|alert"
    r"|modal|popup|overlay|consent|gdpr|tags|tag-?list|links|add-?this|sharedaddy|wm-ipp|byline-share|date-header"
    r"|(?:header|footer|nav|top-?nav|licen[cs]e|crumbs?)-?(?:container|wrapper|wrap|banner|tools|widget)|crumbs|top-?nav"
    r"|(?:comments?|discussion|subscription)-?(?:container|wrapper|wrap|section|widget|page|box)|byline-wrapper|post-ufi"
    r"|ads-?by-?google|ad-?(?:slot|unit|container|banner|wrapper|box)|cite-this|how-to-cite|document-citation"
)
FURNITURE_CLASS = re.compile(
    r"<[a-z][a-z0-9]*+\s(?:[^>]{0,2000}?\s)?(?:class|id|role|rel)\s*=\s*[\"']?"
    rf"(?:[^\"'>]{{0,300}}?[\s_-])?(?:{_FURNITURE})(?=[\s\"'>_-]|[0-9])(?!-?(?:note|ref))",
    re.I,
)
FURNITURE = re.compile(rf"<(?:nav|header|footer|aside)[\s/>]|{FURNITURE_CLASS.pattern}", re.I)
# Nothing but words for turning pages, whatever their tags.
TURNING = re.compile(
    r"(?=<[a-z])(?:\s++|<[^<>]*+>|&(?:\w{2,8}|#\d{2,6});|[«»‹›←→↑|·•/\[\]()<>]"
    r"|(?:previous|prev|next|back to (?:the )?top|top|up|home|contents|table of contents|index|print|share|cite"
    r"|(?:return|back|go) to (?:\w+ ){0,3}(?:contents|index|list|volume|page)"
    r"|download|pdf|skip to (?:main )?content|search|menu|document|page|section|chapter|printer-friendly version"
    r"|version"
    r"|friendly|printer|volume|issue|post|article|entry)(?!\w))*+",
    re.I,
)
# The way to a page: links, and nothing but signs between them.
TRAIL = re.compile(
    r"(?=<[a-z])(?:\s++|<(?!a[\s>])[^<>]*+>|&(?:gt|raquo|rsaquo|nbsp|#\d{2,6});|[»›>→|·•/:]"
    r"|<a\s[^<>]*+>[^<>]{0,80}+</a>)*+",
    re.I,
)
# What the characters of each reason must look like, whole.
PATTERNS: dict[Reason, re.Pattern[str]] = {
    Reason.BYTE_ORDER_MARK: re.compile("\ufeff"),
    Reason.CONTROL: re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]+"),
    Reason.BLANK: re.compile(r"\s+"),
    Reason.LINE_BREAK: re.compile(r"\s*[\n\v\f\r\x85\u2028\u2029]\s*"),
    Reason.BULLET: re.compile(rf"[{BULLETS}*\-–+]"),
    Reason.SIGN: re.compile("#{1,6}"),
    Reason.NOTE_NUMBER: re.compile(rf"{_LABEL}[.)]*|[\[(]{_LABEL}[\])][.)]*|/{_LABEL}/|\[\^{_LABEL}\]:|[-•*.)\]:]"),
    Reason.NOTE_MARKER: re.compile(rf"{_LABEL}|[⁰¹²³⁴-⁹]{{1,3}}|[\[(]\^?{_LABEL}[\])]|/{_LABEL}/|[\[\]]"),
    Reason.BACK_LINK: re.compile(
        r"[↩↑^⏎↵⤴⇑▲]\ufe0e?|\[?(?:back|return|jump up|go back|up|top)(?: to [\w ]{1,30})?\]?"
        r"|[a-z]{1,2}|\d{1,3}\.\d{1,3}",
        re.I,
    ),
    Reason.PAGE_BREAK: re.compile(
        r"\[Page[ \u00a0][^\s\]](?:[^\]\n]{0,18}\S)?\]|[\[{(]?(?:[Pp](?:age|g\.?|\.)?\s?)?\d{1,4}[\])}]?"
    ),
    Reason.MARKUP: re.compile(rf"{TAG.pattern}|{SHORT_TAG.pattern}|<!--.*-->|<[!?/][^>]*>", re.S),
    Reason.HIDDEN: re.compile(rf"<(?:{_HIDDEN})[\s/>].*", re.I | re.S),
    Reason.FRAME: re.compile(rf"(?:{FURNITURE.pattern}).*|{TURNING.pattern}|{TRAIL.pattern}", re.I | re.S),
    Reason.OUTSIDE: re.compile(r"(?:[^<]|<(?![a-zA-Z!?/][^<>]*>))+"),
    Reason.TITLE: re.compile(r"(?!.*[a-z]{2}[.!?](?:\s|\Z))[^\n]{1,300}"),
    Reason.QUOTED: re.compile(">+"),
    Reason.RULE: re.compile(r"[_–—=~-]{3,}"),
    Reason.NOTES_HEADING: re.compile(r"(?:Foot|End)?notes?(?: and (?:references|sources))?:?|References:?", re.I),
}


# A quoted line, as in mail, and how many of a text's lines must be such.
_LINE_ENDS = r"\n\v\f\r\x85\u2028\u2029"
QUOTED_LINE = re.compile(rf"(?<![^{_LINE_ENDS}])[ \t]*(?:>[ \t]?)+")
MOST_QUOTED = 0.9


def is_quoted(text: str) -> bool:
    """Whether a text is quoted whole, as in mail: nearly all its lines begin with a sign."""
    signs = sum(1 for _ in QUOTED_LINE.finditer(text)) if ">" in text else 0
    return signs > 1 and signs >= MOST_QUOTED * sum(1 for line in re.split(f"[{_LINE_ENDS}]", text) if line.strip())


@dataclass(frozen=True, slots=True)
class Entry:
    """A half-open stretch of source characters left out of the text."""

    start: int
    end: int
    reason: Reason
