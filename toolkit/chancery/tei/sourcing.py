"""`sourceDesc`: the publication that a document was taken from, and the original as its source note describes it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from chancery.tei.builder import Builder
from chancery.tei.description import Description
from chancery.tei.provenance import Hand, Place, Provenance

_EDITION = {"resp": "#edition"}


def write_source(builder: Builder, described: Description) -> None:
    """Write where the document comes from: the volume, then where the original is printed or lies."""
    place = described.provenance.place
    with builder.block("sourceDesc"):
        _write_volume(builder, described)
        if place.printed:
            builder.element("bibl", place.printed, {"type": "original"})
        if place.repository or place.collection or place.marks:
            _write_manuscript(builder, described.provenance)


def _write_volume(builder: Builder, described: Description) -> None:
    known, volume = described.metadata, described.metadata.volume
    with builder.block("bibl"):
        if volume.series:
            builder.element("title", volume.series, {"level": "s"})
        builder.element("title", volume.title or volume.id or described.title, {"level": "m"})
        if volume.id:
            builder.element("idno", volume.id, {"type": "volume"})
        for editor in volume.editors:
            builder.element("editor", editor)
        if volume.publisher:
            builder.element("publisher", volume.publisher)
        if volume.year:
            builder.element("date", volume.year)
        if known.number:
            builder.element("biblScope", known.number, {"unit": "document"})
        for title in known.titles:
            builder.element("biblScope", title, {"unit": "chapter"})
        if known.page:
            builder.element("biblScope", known.page, {"unit": "page", **_EDITION})
        if volume.address:
            builder.element("ptr", attributes={"target": f"{volume.address.rstrip('/')}/{described.id}"})


def _write_manuscript(builder: Builder, provenance: Provenance) -> None:
    with builder.block("msDesc"):
        _write_identifier(builder, provenance.place)
        # Who drafted, cleared and approved a paper answers for what it says: a respStmt of the text, in TEI's sense.
        if provenance.hands:
            with builder.block("msContents"), builder.block("msItem"):
                for deed, hands in groupby(provenance.hands, lambda hand: hand.deed):
                    _write_hands(builder, deed, hands)


def _write_identifier(builder: Builder, place: Place) -> None:
    with builder.block("msIdentifier"):
        if place.repository:
            builder.element("repository", place.repository)
        if place.collection:
            builder.element("collection", place.collection)
        for name, words in place.marks:
            builder.element("idno", words, {"type": name})


def _write_hands(builder: Builder, deed: str, hands: Iterable[Hand]) -> None:
    with builder.block("respStmt"):
        builder.element("resp", f"{deed} by")
        for hand in hands:
            name = "orgName" if hand.body else "persName"
            builder.element(name, hand.words, dict(hand.link))
