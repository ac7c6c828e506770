"""The report on an edition's encoding: one page that needs nothing else, and the same as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from html import escape
from itertools import groupby

from chancery import __version__
from chancery.files import read_bytes
from chancery.model.doubts import Counts, Doubt, Matter, Review, Words
from chancery.resources import XSLT

NAMES = 120  # names without a link that are listed
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"  # the page runs and loads nothing


def make_report(review: Review, language: str = "en") -> bytes:
    """The review as a page."""
    return "\n".join(_page(review, language)).encode("utf-8", "backslashreplace")


def make_json(review: Review) -> bytes:
    """The review as JSON."""
    return (json.dumps(as_dict(review), ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")


def as_dict(review: Review) -> dict[str, object]:
    """The review as plain data: counts, doubts in their order, names without a link."""
    return {
        "title": review.title,
        "counts": dict(_counts(review.counts)),
        "doubts": [_doubt_as_dict(number, doubt) for number, doubt in enumerate(review.doubts, 1)],
        "unlisted": [{"name": name, "times": times} for name, times in review.unlisted],
    }


def _doubt_as_dict(number: int, doubt: Doubt) -> dict[str, object]:
    return {
        "rank": number,
        "matter": doubt.matter.name.lower(),
        "file": doubt.file,
        "line": doubt.line,
        "why": doubt.why,
        "before": doubt.words.before,
        "at": doubt.words.at,
        "after": doubt.words.after,
        "times": doubt.times,
        "alternatives": list(doubt.alternatives),
        "hint": doubt.hint,
    }


def _counts(counts: Counts) -> Iterator[tuple[str, int]]:
    yield "documents", counts.documents
    yield "documents without a date", counts.undated
    yield "notes in their places", counts.notes
    yield "of these doubtful", counts.doubtful_notes
    yield "notes without a place", counts.lost_notes
    order: Mapping[str, int] = {"high": 0, "medium": 1, "low": 2}
    for cert, count in sorted(counts.persons.items(), key=lambda pair: order.get(pair[0], 3)):
        yield f"persons linked, {cert}{' certainty' if cert in order else ''}", count
    yield "names without a link", counts.unlisted
    yield "offices", counts.offices
    yield "references", counts.refs
    yield "pages", counts.pages


def _page(review: Review, language: str) -> Iterator[str]:
    title = f"{review.title}: report on the encoding" if review.title else "Report on the encoding"
    style = read_bytes(XSLT / "report.css").decode()
    yield f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escape(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>"
    yield f"<h1>{escape(review.title or 'Report on the encoding')}</h1>"
    yield f'<p class="lead">{_lead(review)}</p>\n<dl>'
    for name, count in _counts(review.counts):
        yield f"<div><dt>{escape(name)}</dt><dd>{count:,}</dd></div>"
    yield "</dl>"
    yield from _contents(review)
    for matter, doubts in groupby(review.doubts, key=lambda doubt: doubt.matter):
        together = list(doubts)
        yield f'<section id="{_id(matter)}">\n{_heading(matter.value, len(together))}\n<ol class="doubts">'
        yield from (_entry(doubt) for doubt in together)
        yield "</ol>\n</section>"
    yield from _names(review)
    yield f"</main>\n<footer>Chancery {escape(__version__)}</footer>\n</body>\n</html>\n"


def _lead(review: Review) -> str:
    number = len(review.doubts)
    things = "1 thing" if number == 1 else f"{number:,} things"
    return f"{things} to look at, what matters most first." if number else "Nothing to look at."


def _contents(review: Review) -> Iterator[str]:
    if not review.doubts:
        return
    yield "<nav><ul>"
    for matter, doubts in groupby(review.doubts, key=lambda doubt: doubt.matter):
        yield f'<li><a href="#{_id(matter)}">{escape(matter.value)}</a> {len(list(doubts)):,}</li>'
    yield "</ul></nav>"


def _heading(words: str, count: int) -> str:
    return f'<h2>{escape(words)}<span class="count">{count:,}</span></h2>'


def _id(matter: Matter) -> str:
    return matter.name.lower().replace("_", "-")


def _entry(doubt: Doubt) -> str:
    place = doubt.file if doubt.line is None else f"{doubt.file}, line {doubt.line}"
    times = f", {doubt.times} times in the document" if doubt.times > 1 else ""
    parts = [f'<p class="where">{escape(place)}{times}</p>', f'<p class="why">{escape(doubt.why)}</p>']
    if doubt.words != Words():
        words = doubt.words
        at = f"<mark>{escape(words.at)}</mark>" if words.at else ""
        parts.append(f"<blockquote>{escape(words.before)}{at}{escape(words.after)}</blockquote>")
    if doubt.alternatives:
        others = "".join(f"<li>{_marked(other)}</li>" for other in doubt.alternatives)
        parts.append(f'<div class="others">or:<ul>{others}</ul></div>')
    if doubt.hint:
        parts.append(f'<p class="others">{escape(doubt.hint)}</p>')
    return f"<li>{''.join(parts)}</li>"


def _marked(other: str) -> str:
    return escape(other).replace("⟦", "<mark>").replace("⟧", "</mark>") if other.count("⟦") == 1 else escape(other)


def _names(review: Review) -> Iterator[str]:
    if not review.unlisted:
        return
    yield f'<section id="names">\n{_heading("Names without a link", len(review.unlisted))}\n<ul class="names">'
    for name, times in review.unlisted[:NAMES]:
        yield f'<li>{escape(name)} <span class="count">{times:,}</span></li>'
    yield "</ul>\n</section>"
