"""What the lines of a documentary edition look like: headings, datelines, file numbers, titles of chapters."""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST_TITLE = 200  # characters of a chapter's title
LONGEST_HEADING = 700  # the longest of the series have about 600
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_NUMBERED = re.compile(r"\[?(?:No\. ?)?(?P<n>\d{1,4}[a-z]?)\.(?:\s+|(?=[A-Z][a-z]))(?P<title>\S.*)", re.S)
_NUMBER_ALONE = re.compile(r"\[?No\. ?(?P<n>\d{1,4}[a-z]?)\]?(?:\[\w{1,2}\]|/\w{1,2}/|[*†‡])?")
_NUMBERED_SO = re.compile(r"\[?No\. ?(?P<n>\d{1,4}[a-z]?)\s+(?P<title>[A-Z“‘].*)", re.S)
_MARKER = re.compile(
    r"(?:[A-Za-z)\].]\s?\d{1,2}|\d{4}\d{1,2}|\[(?:\d{1,2}|\*)\]|/(?:\d{1,2}|\*)/|[*†‡])(?:\s\d{1,2})?\Z"
)
_KIND = re.compile(
    r"(?:Telegram|Airgram|Cable|Despatch|Dispatch|Letter|Memorandum|Memoranda|Message|Minutes|Notes?|Paper|Report|Record"
    r"|Transcript|Estimate|Study|Statement|Address|Remarks|Speech|Conversation|Summary|Instructions?|Communiqu[eé]"
    r"|Aide[- ][Mm][eé]moire|Agreement|Proposals?|Review|Brief|Briefing|Talking Points|Diary|Extract|Excerpts?"
    r"|Resolution|Directive|Action|Decision|Outline|Highlights|Plan|Interview|Protocol|Declaration|Press|Article"
    r"|Guidelines|Preface|Background|Annex|Order|Intelligence|Circular)(?=\W|\d|\Z)"
)
_ROUTE = re.compile(r"\b(?:From|from|Between|Prepared|by|By|for|For)\b.*|.*\bto (?:the|President|Secretary)\b", re.S)
_SENTENCE_END = re.compile(r"[a-z]{2}[.!?][”\"’)]?\d{0,2}\Z")
_END = 6  # characters that it may have
_DATELINE = re.compile(
    rf"[\[(]?\s?(?:[^\W\d][^,;:!?]{{0,60}},\s?\]?\s?){{0,3}}\[?(?:{_MONTH}\s+\d{{1,2}}\s?(?:[–-]\s?\d{{1,2}}\s?)?,\s*\d{{4}}"
    rf"|\d{{1,2}}\s+{_MONTH}\s?,?\s+\d{{4}}|{_MONTH},?\s+\d{{4}}|[Uu]ndated)\b.{{0,60}}"
)
_LIST_HEAD = re.compile(
    r"(?:[-•*]\s*)?(?:(?:SUBJECTS?|SUBJ|PARTICIPANTS|PRESENT|OTHERS PRESENT|TO|FROM|REFS?|REFERENCES?|THROUGH|COPIES TO"
    r"|MEMORANDUM (?:FOR|TO)|MEMBERS PRESENT)\b(?::.*|\W*\d{0,2}$)|Source: )"
)
_DECIMAL = re.compile(
    r"\[?(?:[\w.]+(?:[ \w()–-]{1,50})?/\d{1,2}[–-]\d{2,6}\S*"
    r"|(?:File No\. ?)?(?:[A-Z][\w.]* ){0,3}\d{3}[A-Za-z]?\.[\w.]+(?: [ \w()–-]{1,50})?/\d[\w½⅓⅔¼¾⅛⅜⅝⅞⅙⅚]*)"
    r"(?:: (?:\w+ )?(?:[Tt]elegram|[Aa]irgram))?\]?\d{0,2}"
)
_FILE_NUMBER = re.compile(r"\[?[^.]{3,80}\b(?:[Ff]iles?|[Pp]apers|[Ll]ot \d+ ?-?[A-Z] ?\d+)\b[^.]{0,80}\d{0,2}")
_SALUTATION = re.compile(
    r"(?:My )?[Dd]ear (?:[A-Z][\w.’' -]{1,60}|Sir)[:,]|Excellency[:,]|Mr\. (?:President|Secretary|Chairman):"
)
_PAGE = re.compile(r"\[Page [^\]\n]{1,20}\]")
_ADDRESS = re.compile(r"(?:The|Mr\.|President|Secretary|Acting) .{3,200}? to (?:the |[A-Z])", re.S)
_CHAPTER = re.compile(
    r"(?:(?:Sub)?[Cc]hapter|CHAPTER|Part|PART|Section|SECTION|Compilation|COMPILATION|Volume|VOLUME)"
    r"\s(?:\d{1,3}|[IVXLC]{1,7}|[A-Z][a-z]+)(?:[.:,]?\s.*|[.:]?)|(?:Table of )?Contents|CONTENTS|Documents|DOCUMENTS"
    r"|(?:Foreign Relations of the United|FOREIGN RELATIONS OF THE UNITED)\b.*|[IVX]{2,7}\. \w{2,}.*"
)


@dataclass(frozen=True, slots=True)
class Title:
    """A line that may be the heading of a document."""

    number: str
    words: str  # after the number; empty where they are on the next line
    filed: bool = False  # "No. 19", before which a file number may stand


def read_title(line: str) -> Title | None:
    """The heading that a line looks like, if it looks like one."""
    if found := _NUMBERED.fullmatch(line) or _NUMBERED_SO.fullmatch(line):
        words, filed = found["title"], line.lstrip("[").startswith("No.")
        fits = is_title(words, LONGEST_HEADING) or (filed and names_correspondents(words))
        return Title(found["n"], words, filed) if fits else None
    if found := _NUMBER_ALONE.fullmatch(line):
        return Title(found["n"], "", filed=True)
    return None


def is_title(words: str, longest: int = LONGEST_TITLE) -> bool:
    """Whether words are a title by their length, their capitals and their end."""
    if len(words) > longest or not words.lstrip("[(“\"'‘")[:1].isupper():
        return False
    if _ends_sentence(words) or words.endswith((",", ":", ";")):
        return False
    long = re.findall(r"[^\W\d_]{4,}", words)
    return bool(long) and sum(word[0].isupper() for word in long) >= 0.6 * len(long)


def _ends_sentence(words: str) -> bool:
    """Whether words end as a sentence does, the marker of a note after it or not."""
    return bool(_SENTENCE_END.search(words, max(0, len(words) - _END)))


def names_kind(words: str) -> bool:
    """Whether a title says what kind of document follows."""
    return bool(_KIND.search(" ".join(words.split()[:6])))


def names_route(words: str) -> bool:
    """Whether a title says from whom to whom, or by whom."""
    return bool(_ROUTE.search(words))


def is_editorial(words: str) -> bool:
    """Whether a title is that of the editors' own notes, and no more."""
    return bool(re.fullmatch(r"Editorial Note(?:\s?\d|\[\w\]|/\w/)?\]?", words))


def names_date(words: str) -> bool:
    """Whether a title says a date."""
    return bool(re.search(rf"{_MONTH} \d{{1,2}}, \d{{4}}", words))


def names_correspondents(words: str) -> bool:
    """Whether a title without a number is one: "The Ambassador in France (Caffery) to the Secretary of State"."""
    return len(words) <= LONGEST_HEADING and bool(_ADDRESS.match(words)) and not _ends_sentence(words)


def has_marker(words: str) -> bool:
    """Whether the marker of a note ends a title."""
    return bool(_MARKER.search(words))


def is_dateline(line: str) -> bool:
    """Whether a line says a place and a date, and no more."""
    return len(line) <= 200 and bool(_DATELINE.fullmatch(line))


def is_list_head(line: str) -> bool:
    """Whether a line is the head of a memorandum's list, or its source."""
    return bool(_LIST_HEAD.match(line))


def is_salutation(line: str) -> bool:
    """Whether a line begins with the salutation of a letter."""
    return bool(_SALUTATION.match(line))


def is_file_number(line: str) -> bool:
    """Whether a line is the file number, or the name of the files, that stands before a heading."""
    return is_decimal(line) or (len(line) < 120 and not _NUMBERED.match(line) and bool(_FILE_NUMBER.fullmatch(line)))


def is_decimal(line: str) -> bool:
    """Whether a line is a number of the Department's decimal file: "501.BC Indonesia/1–549: Telegram"."""
    return len(line) < 120 and bool(_DECIMAL.fullmatch(line))


def is_sentence(line: str) -> bool:
    """Whether a line is running text."""
    return len(line) > 60 and _ends_sentence(line)


def is_page(line: str) -> bool:
    """Whether a line is the number of a page."""
    return bool(_PAGE.fullmatch(line))


def is_chapter(line: str) -> bool:
    """Whether a line says that it is a chapter's title, wherever it stands."""
    return len(line) <= LONGEST_TITLE and not _ends_sentence(line) and bool(_CHAPTER.fullmatch(line))


def is_signature(line: str) -> bool:
    """Whether a line may be the signature that ends a document."""
    return len(line) <= 60 and len(line.split()) <= 6 and line[:1].isupper() and not _ends_sentence(line)
