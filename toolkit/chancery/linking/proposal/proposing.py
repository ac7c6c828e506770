"""The proposed register: persons with ids, forms, roles and counts, in the order of their headings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from chancery.linking.proposal.clusters import cluster
from chancery.linking.proposal.gathering import Cluster, gather
from chancery.linking.words import fold
from chancery.model.proposal import Paper, Proposal, Proposed, Role

ROLES = 6  # of a person, the most frequent


def propose(papers: Iterable[Paper], least: int = 1) -> Proposal:
    """The register proposed for the documents: everybody named in at least `least` places."""
    found = [cluster(sightings) for _, sightings in sorted(gather(papers).items())]
    clusters = [one for persons, _ in found for one in persons if len(one.sightings) >= least]
    clusters.sort(key=lambda one: (one.said.key, one.said.given, one.title))
    ids = name_all(clusters)
    persons = tuple(describe(one, ident) for one, ident in zip(clusters, ids, strict=True))
    return Proposal(persons, tuple(unsure for _, undecided in found for unsure in undecided))


def describe(one: Cluster, ident: str) -> Proposed:
    """A person as listed."""
    heading = f"{one.said.heading}, {one.title}" if one.title else one.said.heading
    full = (s.text for s in one.sightings if s.said.forenames)
    forms = tuple(dict.fromkeys(text for text in full if text != heading))
    return Proposed(ident, heading, forms, roles_of(one), len(one.sightings), tuple(one.papers))


def roles_of(one: Cluster) -> tuple[Role, ...]:
    """What the documents say of a person, first what most of them say; what is part of another is left out."""
    papers: dict[str, list[str]] = defaultdict(list)
    for sighting in one.sightings:
        for words in filter(None, (sighting.role, sighting.title)):
            if sighting.paper not in papers[words]:
                papers[words].append(sighting.paper)
    told = [words for words in papers if not any(words != other and f" {words} " in f" {other} " for other in papers)]
    told.sort(key=lambda words: (-len(papers[words]), words))
    return tuple(Role(words, tuple(papers[words])) for words in told[:ROLES])


def name_all(clusters: Sequence[Cluster]) -> list[str]:
    """An id for each, from the name alone: surname-forename, with more of the name where two would share it.

    The id that somebody's links have already is kept.
    """
    slugs = [(slug(one, 1), slug(one, 9)) for one in clusters]
    taken: set[str] = set()
    ids = []
    for one, (short, full) in zip(clusters, slugs, strict=True):
        links = {s.link for s in one.sightings if s.link}
        wanted = links.pop() if len(links) == 1 else short if [s for s, _ in slugs].count(short) == 1 else full
        ident, number = wanted, 2
        while ident in taken:
            ident, number = f"{wanted}-{number}", number + 1
        taken.add(ident)
        ids.append(ident)
    return ids


def slug(one: Cluster, forenames: int) -> str:
    """surname-forename in small letters."""
    suffix = one.said.suffix if forenames > 1 else ""
    words = (*one.said.key.split(), *one.said.given[:forenames], suffix, one.title)
    plain = (re.sub(r"[^a-z0-9]+", "", fold(word)) for word in words)
    joined = "-".join(word for word in plain if word)
    return joined if joined[:1].isalpha() else f"person-{joined}".rstrip("-")
