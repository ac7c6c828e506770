"""`profileDesc`: when and where a document was made, its language, kind, classification, and who wrote to whom."""

from __future__ import annotations

from collections.abc import Sequence

from chancery.tei.builder import Builder
from chancery.tei.description import Dating, Description, Party

CORRESPONDENCE = ("telegram", "letter", "memorandum", "message")
_LANGUAGES = {"en": "English", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "ru": "Russian"}


def write_profile(builder: Builder, described: Description, language: str) -> None:
    """Write when and where the document was made, its language, what kind of document it is, and who wrote to whom."""
    known, provenance, dating = described.metadata, described.provenance, described.dating
    with builder.block("profileDesc"):
        if dating.attributes or dating.date or dating.place:
            with builder.block("creation"):
                _write_dating(builder, dating)
        with builder.block("langUsage"):
            builder.element("language", _LANGUAGES.get(language, language), {"ident": language})
        terms = [("kind", known.kind), ("classification", provenance.classification)]
        terms += [("handling", mark) for mark in provenance.handling]
        if any(value for _, value in terms):
            with builder.block("textClass"), builder.block("keywords"):
                for name, value in terms:
                    if value:
                        builder.element("term", value, {"type": name})
        if known.kind in CORRESPONDENCE:
            _write_correspondence(builder, described)


def _write_dating(builder: Builder, dating: Dating) -> None:
    if dating.date:
        builder.element("date", dating.date, {**dict(dating.attributes), "resp": dating.date_resp})
    if dating.place:
        builder.element("placeName", dating.place, {"resp": dating.place_resp})


def _write_correspondence(builder: Builder, described: Description) -> None:
    dating = described.dating
    if not described.senders and not described.recipients:
        return
    with builder.block("correspDesc"):
        if described.senders or dating.date or dating.place:
            with builder.block("correspAction", {"type": "sent"}):
                _write_parties(builder, described.senders)
                _write_dating(builder, Dating(dating.date, dating.attributes, date_resp=dating.date_resp))
                _write_dating(builder, Dating(place=dating.place, place_resp=dating.place_resp))
        if described.recipients:
            with builder.block("correspAction", {"type": "received"}):
                _write_parties(builder, described.recipients)
        for sentence in described.provenance.transmissions:
            builder.element("note", sentence, {"type": "transmission"})


def _write_parties(builder: Builder, parties: Sequence[Party]) -> None:
    for party in parties:
        builder.element(party.element, party.words, {"ref": party.ref} if party.ref else {})
