"""Names linked to the register of persons: an annotator made from a register."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from chancery.diagnostics import Diagnostic
from chancery.linking.actors import find_actors
from chancery.linking.chances import Cert
from chancery.linking.gazetteer import NO_PERSONS
from chancery.linking.initials import read_signature, read_speakers, speaker_end
from chancery.linking.lines import name_of_line
from chancery.linking.mentions import Mention, find_mentions
from chancery.linking.offices import date_of
from chancery.linking.people import Known, People, read_people
from chancery.linking.resolve import Decision, decide
from chancery.linking.rivals import Placed
from chancery.linking.spans import Tag, put_tags
from chancery.linking.times import keep_contemporaries, may_live
from chancery.linking.titles import find_holders
from chancery.linking.unlisted import Name, find_again, find_names, more_titles
from chancery.linking.vocabulary import ORDINARY, PLACES, TITLE_LIKE
from chancery.linking.words import Word, folded, split_words
from chancery.model.document import Block, Document, Kind, Mark, Span
from chancery.model.persons import Register

SILENT = frozenset({Kind.PAGE, Kind.DATELINE, Kind.LIST_HEAD})  # nobody is named there
NAMING_LISTS = frozenset({"participants", "to", "from"})


@dataclass(frozen=True, slots=True)
class Passage:
    """A block's text in words, with the listed persons' mentions."""

    block: Block
    words: list[Word]
    mentions: list[Mention]
    note: str = ""  # note or source, where it is of one

    @property
    def text(self) -> str:
        """The characters of the block."""
        return self.block.text.chars

    @property
    def first_line(self) -> str:
        """The text before the end of the first line."""
        return self.text[: next((m.at for m in self.block.milestones if m.mark is Mark.LINE), None)]

    @property
    def tagged(self) -> tuple[Span, ...]:
        """What was tagged as a name before."""
        return tuple(s for s in self.block.spans if s.name == "persName")

    @property
    def names_itself(self) -> bool:
        """Whether it begins with a name by its nature: a signature, an item of a list of persons."""
        return self.block.kind is Kind.SIGNED or (self.block.kind is Kind.ITEM and self.block.list_type in NAMING_LISTS)

    def is_formal(self, mention: Mention) -> bool:
        """Whether a name is expected where a mention stands."""
        return self.names_itself or any(s.start <= mention.start and mention.end <= s.end for s in self.tagged)


def linker(register: Register | None) -> Callable[[Document], Document]:
    """An annotator that tags persons and links those of the register; without one, names are tagged but not linked."""
    people = read_people(register)
    return partial(link_persons, people=people)


def link_persons(document: Document, people: People) -> Document:
    """The document with its persons tagged, and what was doubtful among its diagnostics."""
    passages = read_passages(document, people)
    return put_names(document, people, passages, decide_all(passages, date_of(document)))


def read_passages(document: Document, people: People) -> list[Passage]:
    """The words and mentions of the document's blocks, then of those of its notes."""
    date = date_of(document)
    notes = ((b, "source" if n.type == "source" else "note") for n in document.notes for b in n.blocks)
    return [read_passage(block, people, date, note) for block, note in (*((b, "") for b in document.blocks), *notes)]


def put_names(
    document: Document, people: People, passages: list[Passage], decided: list[list[Decision | None]]
) -> Document:
    """The document with the names tagged as was decided."""
    date = date_of(document)
    unlisted = find_unlisted(passages)
    speakers = find_speakers(passages, decided)
    blocks = iter(
        put_tags(p.block, (*tags_of(p, found, people, date, speakers), *tags_of_unlisted(names)))
        for p, found, names in zip(passages, decided, unlisted, strict=True)
    )
    found_out = diagnose(document, passages, decided)
    return replace(
        document,
        blocks=tuple(next(blocks) for _ in document.blocks),
        notes=tuple(replace(n, blocks=tuple(next(blocks) for _ in n.blocks)) for n in document.notes),
        diagnostics=(*document.diagnostics, *found_out),
    )


def decide_all(passages: Sequence[Passage], date: str) -> list[list[Decision | None]]:
    """For each passage the decisions of its mentions."""
    places = ((i, p, m) for i, p in enumerate(passages) for m in p.mentions)
    placed = [Placed(m, p.is_formal(m), p.text, i, p.note) for i, p, m in places]
    decisions = iter(decide(placed, date))
    return [[next(decisions) for _ in p.mentions] for p in passages]


def read_passage(block: Block, people: People, date: str, note: str = "") -> Passage:
    """A block's words and mentions; none where nobody is named."""
    if block.kind in SILENT:
        return Passage(block, [], [], note)
    cuts = tuple(m.at for m in block.milestones if m.mark is Mark.LINE)
    words = split_words(block.text.chars, cuts)
    found = find_mentions(people, block.text.chars, words)
    return Passage(block, words, keep_contemporaries(found, block.text.chars, date), note)


def find_unlisted(passages: list[Passage]) -> list[list[Name]]:
    """For each passage the names of persons in no register, those named again by surname alone among them."""
    more = more_titles(p.text for p in passages)
    first = [names_in(p, more) for p in passages]
    listed = {w for p in passages for m in p.mentions for w in (p.text[m.start : m.end].casefold(),) if m.readings}
    named = {n.surname for names in first for n in names if n.certain and len(n.surname) > 2}
    headed = {w for p in passages for s in p.tagged for w in folded(p.text[s.start : s.end])[-1:] if len(w) > 2}
    actors = find_actors([(p.text, p.words) for p in passages])
    again = frozenset((named | headed) - ORDINARY - PLACES - TITLE_LIKE - NO_PERSONS | actors) - listed
    return [
        [*names, *find_again(p.text, p.words, again)] if again else names
        for p, names in zip(passages, first, strict=True)
    ]


def names_in(passage: Passage, more: frozenset[str]) -> list[Name]:
    """The names in one passage that need no other's help."""
    signed = passage.block.kind is Kind.SIGNED
    limit = len(passage.first_line)
    line = name_of_line(passage.text, passage.words, limit, signed, more) if passage.names_itself else None
    strangers = [Name(*m.stranger, "", False) for m in passage.mentions if m.stranger]
    return [*([line] if line else []), *find_names(passage.text, passage.words, more), *strangers]


def find_speakers(passages: list[Passage], decided: list[list[Decision | None]]) -> Mapping[str, Known]:
    """The letters that stand for the persons whom the heading names, in a transcript."""
    heads = (d for p, found in zip(passages, decided, strict=True) if p.block.kind is Kind.HEAD for d in found)
    named = (d.reading.known for d in heads if d and d.reading)
    return read_speakers((p.text for p in passages if p.block.kind is Kind.P), named)


def tags_of(
    passage: Passage, decided: list[Decision | None], people: People, date: str, speakers: Mapping[str, Known]
) -> Iterator[Tag]:
    """The tags for a passage's listed persons: names first, then offices and initials."""
    for decision in decided:
        if decision and decision.reading:
            reading = decision.reading
            yield Tag(reading.start, reading.end, "persName", target(people, reading.known.person.id), decision.cert)
        elif decision:
            yield Tag(decision.mention.start, decision.mention.end, "persName", cert=Cert.LOW)
    for holder in find_holders(people, passage.text, passage.words, date):
        yield Tag(holder.start, holder.end, "rs", target(people, holder.known.person.id))
    letters = speaker_end(passage.text) if speakers and passage.block.kind is Kind.P else 0
    if passage.text[:letters] in speakers:
        yield Tag(0, letters, "persName", target(people, speakers[passage.text[:letters]].person.id), Cert.HIGH)
    living = (known for known in people.known if may_live(known, date))
    signed = read_signature(passage.first_line, living) if passage.block.kind is Kind.SIGNED else None
    if signed:
        yield Tag(signed[0], signed[1], "persName", target(people, signed[2].person.id), Cert.LOW)


def tags_of_unlisted(names: list[Name]) -> Iterator[Tag]:
    """The tags for names of persons in no register."""
    for name in names:
        yield Tag(name.start, name.end, "persName", cert=Cert.HIGH if name.certain else Cert.MEDIUM)


def target(people: People, ident: str) -> str:
    """What @ref holds for a person."""
    return f"{people.file}#{ident}"


def diagnose(document: Document, passages: list[Passage], decided: list[list[Decision | None]]) -> list[Diagnostic]:
    """What an editor should look at: names that could mean several persons and suspicious forenames, each once."""
    found: dict[str, Diagnostic] = {}
    for passage, decisions in zip(passages, decided, strict=True):
        for mention in passage.mentions:
            name = passage.text[mention.start : mention.end]
            if mention.others and name not in found:
                line = document.source.line(passage.block.text.origin(mention.start))
                found[name] = other_time(document.source.path, line, name, mention)
        for decision in decisions:
            if decision and (decision.suspect or (decision.rivals and not decision.mention.belongs)):
                whole = name_in_question(passage, decision)
                if whole not in found:
                    line = document.source.line(passage.block.text.origin(decision.mention.start))
                    found[whole] = doubt(document.source.path, line, whole, decision)
    return list(found.values())


def other_time(path: str, line: int, name: str, mention: Mention) -> Diagnostic:
    """The finding about a name that only persons of another time bear in the register."""
    listed = " or ".join(known.person.heading for known in mention.others[:4])
    hint = "set @ref by hand if that person is meant, or correct the years of the register's entry"
    return Diagnostic("P009", path, line, f"“{name}” is not linked to {listed}, who is of another time", hint)


def name_in_question(passage: Passage, decision: Decision) -> str:
    """The name as it stands, with the word before it where that is what is suspicious."""
    start, end = decision.mention.start, decision.mention.end
    before = passage.text[max(0, start - 30) : start].split()[-1:] if decision.suspect else []
    return " ".join([*before, passage.text[start:end]])


def doubt(path: str, line: int, whole: str, decision: Decision) -> Diagnostic:
    """The finding about a name."""
    if decision.reading is None:
        rivals = " or ".join(r.person.heading for r in decision.rivals[:4])
        hint = "set @ref by hand, or give the register's notes dates that tell them apart"
        return Diagnostic("P001", path, line, f"“{whole}” could be {rivals}", hint)
    heading = decision.reading.known.person.heading
    hint = "linked with medium certainty; mark a misprint, or remove the link"
    return Diagnostic("P002", path, line, f"“{whole}” resembles {heading}", hint)
