"""The headings at which a source's documents begin, found by what speaks for them together.

A numbered paragraph or an agenda ("1. Berlin") must never divide a document: a number alone is never enough. What
counts is a title of the right shape, the number that comes next, a dateline after it, the end of a document before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from chancery.readers.division.shapes import (
    Title,
    has_marker,
    is_dateline,
    is_decimal,
    is_editorial,
    is_file_number,
    is_list_head,
    is_page,
    is_salutation,
    is_sentence,
    is_signature,
    is_title,
    names_correspondents,
    names_date,
    names_kind,
    names_route,
    read_title,
)
from chancery.readers.division.signs import Signs, ends_notes
from chancery.readers.lines import Line

ENOUGH, PLENTY = 5, 7
HIGH = 30  # numbered paragraphs hardly ever come so far
GAP = 100  # between the numbers of documents that were chosen from a volume
OPENING = 6  # lines at the top of a source among which the first heading is looked for


@dataclass(frozen=True, slots=True)
class Heading:
    """Where a document begins: places among the lines that aren't blank."""

    first: int  # a page number or a file number before it
    line: int
    number: str = ""


def find_headings(lines: Sequence[Line], signs: Signs) -> list[Heading]:
    """The headings in their order; `lines` are those that aren't blank."""
    found: list[Heading] = []
    for place in range(len(lines)):
        if signs.number(lines[place]):  # the first line of a note
            continue
        heading = _numbered(lines, place, found, signs) or _unnumbered(lines, place, found, signs)
        if heading is None:
            continue
        if not found or _holds_text(lines, found[-1], heading):
            found.append(heading)
        elif not _holds_opening(lines, found[-1], heading):  # a list of contents
            found[-1] = heading
        elif names_kind(lines[heading.line].text.partition(" ")[2]):  # withheld, and not the number of a telegram
            found.append(heading)
    while found and found[-1].line + 1 >= len(lines):  # nothing follows
        found.pop()
    return found


def _holds_text(lines: Sequence[Line], before: Heading, heading: Heading) -> bool:
    """Whether between two headings there is something to read."""
    between = (line.text for line in lines[before.line + 1 : heading.first])
    return any(len(text) > 40 and not is_dateline(text) for text in between)


def _holds_opening(lines: Sequence[Line], before: Heading, heading: Heading) -> bool:
    """Whether between two headings stands what opens a document."""
    return any(is_dateline(line.text) or is_list_head(line.text) for line in lines[before.line + 1 : heading.first])


def _numbered(lines: Sequence[Line], place: int, found: Sequence[Heading], signs: Signs) -> Heading | None:
    text = lines[place].text
    title = None if lines[place].indent else read_title(text)
    if title is None and signs.heads(lines[place]):  # it may end in a full stop
        title = read_title(text.rstrip("0123456789.[] "))
    if title is None:
        return None
    words = title.words or (lines[place + 1].text if place + 1 < len(lines) else "")
    if not title.words and not is_title(words, 700) and not words.startswith(("The ", "Editorial ")):
        return None
    if not title.words and (is_dateline(words) or is_sentence(words)):  # a despatch's number
        return None
    first = _first(lines, place, found, filed=title.filed)
    before = next((h.number for h in reversed(found) if h.number), "")
    number = _resolve(title, before)
    if found and not _is_expected(words, number, before):
        return None
    following = place + (1 if title.words else 2)
    around, parted = _points_around(lines, first, following, found, signs)
    later = bool(found) or first > OPENING or any(is_sentence(line.text) for line in lines[:first])
    total, parted = _points(words, title) + around, parted or _begins_anew(lines, place, number, found)
    return Heading(first, place, number) if _is_enough(total, parted, number, before, later) else None


def _begins_anew(lines: Sequence[Line], place: int, number: str, found: Sequence[Heading]) -> bool:
    """Whether a heading has the number after that of its predecessor, and no item of a list before it has this one."""
    if not found or not found[-1].number or _value(number) != _value(found[-1].number) + 1:
        return False
    before = f"{_value(number) - 1}."
    return not any(line.text.startswith(before) for line in lines[found[-1].line + 1 : place])


def _is_expected(words: str, number: str, before: str) -> bool:
    """Whether a heading has the next number, or says what kind of document it is."""
    follows = bool(before) and _value(number) == _value(before) + 1
    return follows or names_kind(words) or names_correspondents(words)


def _resolve(title: Title, before: str) -> str:
    """The number of a heading; "No. 191" after 18 is 19 and the marker of note 1."""
    expected = str(_value(before) + 1) if before else ""
    glued = not title.words and expected and title.number.startswith(expected)
    return expected if glued and len(title.number) <= len(expected) + 2 else title.number


def _is_enough(total: int, parted: bool, number: str, before: str, later: bool) -> bool:
    """Whether what speaks for a heading is enough, the less expected its number the more."""
    value, last = _value(number), _value(before) if before else 0
    sure = total >= ENOUGH  # by its own words
    if not later:
        return total >= 2
    if before and not last < value <= last + GAP:
        return total >= PLENTY and parted
    total += (2 if before and value == last + 1 else 0) + (value >= HIGH)
    return total >= ENOUGH and (parted or value >= HIGH or sure)


def _points(words: str, title: Title) -> int:
    """What a heading's own words say for it."""
    if is_editorial(words):
        return ENOUGH
    told = max(names_route(words), names_date(words))
    return 2 * names_kind(words) + told + has_marker(words) + (2 if title.filed else 0)


def _points_around(
    lines: Sequence[Line], first: int, following: int, found: Sequence[Heading], signs: Signs
) -> tuple[int, bool]:
    """What stands around a heading says for it, and whether that shows that one document ends or another begins."""
    after = [line.text for line in lines[following : following + 6]]
    dated = any(is_dateline(text) for text in after[:4])
    listed = any(is_list_head(text) or is_salutation(text) for text in after)
    floor = found[-1].line + 1 if found else 0
    noted = ends_notes(lines, first, floor, signs)
    signed = first > floor and is_signature(lines[first - 1].text)
    headed = following > 0 and signs.heads(lines[following - 1])
    total = 2 * dated + listed + (2 if signs.last else 1) * noted + (signed and not noted) + headed
    return total, dated or listed or noted or signed or headed


def _unnumbered(lines: Sequence[Line], place: int, found: Sequence[Heading], signs: Signs) -> Heading | None:
    """A heading without a number: a file number before it, or the end of a list of notes and a dateline."""
    filed = is_file_number(lines[place].text)
    decimal = is_decimal(lines[place].text)
    at = place + filed
    if at >= len(lines) or lines[at].indent or read_title(lines[at].text):
        return None
    words = lines[at].text
    if not (names_correspondents(words) or (is_title(words) and names_kind(words))):
        return None
    numbered = any(heading.number for heading in found)
    first = _first(lines, place, found)
    around, _ = _points_around(lines, first, at + 1, found, signs)
    noted = signs.last and bool(found) and ends_notes(lines, first, found[-1].line + 1, signs)
    if not filed and not (noted or first == 0):
        return None
    total = 3 * filed + decimal + names_correspondents(words) + names_kind(words) + has_marker(words) + around
    return Heading(first, at) if total >= (PLENTY if numbered else ENOUGH) else None


def _first(lines: Sequence[Line], place: int, found: Sequence[Heading], filed: bool = True) -> int:
    """Where what stands before a heading and belongs to it begins: its page, its file number."""
    floor = found[-1].line + 1 if found else 0
    while place > floor and (is_page(lines[place - 1].text) or (filed and is_file_number(lines[place - 1].text))):
        place -= 1
    return place


def _value(number: str) -> int:
    return int(number.rstrip("abcdefghijklmnopqrstuvwxyz"))
