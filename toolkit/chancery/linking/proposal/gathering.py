"""The names of all documents, each with what is known of it from its place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from chancery.edition.folders import sort_key
from chancery.linking.forenames import FORENAMES
from chancery.linking.proposal.names import Said, read_name
from chancery.linking.proposal.roles import is_lady, is_ruler, role_of, title_of
from chancery.model.proposal import Line, Paper

LADY = "Mrs."  # sets a bare surname apart


@dataclass(frozen=True, slots=True)
class Sighting:
    """One place where a name stands."""

    said: Said
    text: str
    paper: str
    title: str
    role: str
    link: str  # the id that it is linked to already
    lady: bool


@dataclass(slots=True)
class Cluster:
    """What is taken for one person."""

    said: Said  # the fullest name
    sightings: list[Sighting] = field(default_factory=list)
    title: str = ""  # of one known by surname and title alone

    @property
    def papers(self) -> list[str]:
        """The documents that name the person, each once, as people count."""
        return sorted({s.paper for s in self.sightings}, key=sort_key)


def gather(papers: Iterable[Paper]) -> Mapping[str, list[Sighting]]:
    """The sightings by folded surname."""
    found: dict[str, list[Sighting]] = defaultdict(list)
    for paper in papers:
        for line in paper.lines:
            for start, end, link in line.names:
                if sighting := read_sighting(line, start, end, link, paper.name):
                    found[sighting.said.key].append(sighting)
    return settle_forenames(found)


def settle_forenames(found: dict[str, list[Sighting]]) -> dict[str, list[Sighting]]:
    """The sightings without those of a forename alone: they are joined to whom it belongs, if that is no common one.

    "Souvanna" is Souvanna Phouma; "Henry" may be anybody, and "Phasouk" of two of them nobody in particular.
    """
    bearers: dict[str, set[str]] = defaultdict(set)
    for key, sightings in found.items():
        for given in {s.said.given[0] for s in sightings if s.said.given and len(s.said.given[0]) > 1}:
            bearers[given].add(key)
    settled: dict[str, list[Sighting]] = defaultdict(list)
    for key, sightings in found.items():
        whose = bearers.get(key, set())
        full = any(s.said.forenames for s in sightings)
        for sighting in sightings:
            if full or sighting.title or not whose:
                settled[key].append(sighting)
            elif key not in FORENAMES and len(whose) == 1:
                (family,) = whose
                settled[family].append(replace(sighting, said=Said(found[family][0].said.surname)))
    return settled


def read_sighting(line: Line, start: int, end: int, link: str, paper: str) -> Sighting | None:
    """What stands at [start, end), with its title and role; None where it is no name that could be listed."""
    text = " ".join(line.text[start:end].split())
    said = read_name(text)
    if said is None:
        return None
    return Sighting(said, text, paper, title_of(line, start), role_of(line, start, end), link, is_lady(line, start))


def key_of(sighting: Sighting) -> str:
    """What keeps bare surnames apart: ladies and rulers are not the men and ministers of their name."""
    if sighting.said.forenames:
        return ""
    return LADY if sighting.lady else sighting.title.split()[-1].capitalize() if is_ruler(sighting.title) else ""
