"""The sightings of one surname joined to persons, where that is certain.

Full names are joined where their forenames agree and no third person's agree too. A surname alone is joined to the one
person whom its document names in full, or who alone has the surname; who else it could be is said, not decided.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from chancery.linking.proposal.gathering import LADY, Cluster, Sighting, key_of
from chancery.linking.proposal.names import Said, agree
from chancery.linking.proposal.roles import is_ruler
from chancery.linking.vocabulary import canonical
from chancery.linking.words import fold
from chancery.model.proposal import Unsure


def cluster(sightings: Sequence[Sighting]) -> tuple[list[Cluster], list[Unsure]]:
    """The persons of one surname, and what was left undecided."""
    clusters, unsure = join_full([s for s in sightings if s.said.forenames])
    known = tuple(clusters)
    bare: dict[str, list[Sighting]] = defaultdict(list)
    lost: dict[tuple[str, tuple[str, ...]], list[Sighting]] = defaultdict(list)
    for sighting in (s for s in sightings if not s.said.forenames):
        candidates = choose(sighting, known)
        if len(candidates) == 1:
            candidates[0].sightings.append(sighting)
        elif candidates:
            lost[sighting.text, tuple(c.said.heading for c in candidates)].append(sighting)
        else:
            bare[key_of(sighting)].append(sighting)
    join_rulers(bare)
    clusters += [Cluster(fullest(found), found, key) for key, found in sorted(bare.items())]
    unsure += doubt_rulers(known, bare)
    unsure += [
        Unsure(text, persons, len(found), tuple(dict.fromkeys(s.paper for s in found)))
        for (text, persons), found in sorted(lost.items())
    ]
    return clusters, unsure


def join_rulers(bare: dict[str, list[Sighting]]) -> None:
    """Take "Tito" and "President Tito" for one where nobody has the surname with another office."""
    rulers = [key for key in bare if key not in ("", LADY)]
    offices = {s.title for s in bare.get("", ()) if s.title}
    if len(rulers) == 1 and "" in bare and not offices:
        bare[""] += bare.pop(rulers[0])


def doubt_rulers(known: Sequence[Cluster], bare: dict[str, list[Sighting]]) -> list[Unsure]:
    """The rulers named by surname alone, who may be those named in full."""
    headings = tuple(c.said.heading for c in known)
    return [
        Unsure(f"{key} {found[0].said.surname}", headings, len(found), tuple(dict.fromkeys(s.paper for s in found)))
        for key, found in sorted(bare.items())
        if headings and key not in ("", LADY)
    ]


def join_full(sightings: Sequence[Sighting]) -> tuple[list[Cluster], list[Unsure]]:
    """The persons named in full, the fullest names first, so that "F. Kohler" meets "Foy D. Kohler"."""
    names: dict[tuple[str, ...], list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        names[sighting.said.given].append(sighting)
    clusters: list[Cluster] = []
    unsure: list[Unsure] = []
    for given in sorted(names, key=lambda given: (-sum(len(w) > 1 for w in given), -len(given), given)):
        found = names[given]
        fitting = [c for c in clusters if all(agree(given, s.said.given) for s in c.sightings)]
        if len(fitting) == 1:
            fitting[0].sightings += found
            continue
        if fitting:
            headings = tuple(c.said.heading for c in fitting)
            papers = tuple(dict.fromkeys(s.paper for s in found))
            unsure.append(Unsure(fullest(found).heading, headings, len(found), papers))
        clusters.append(Cluster(fullest(found), list(found)))
    for one in clusters:
        one.said = fullest(one.sightings)
    return clusters, unsure


def choose(sighting: Sighting, known: Sequence[Cluster]) -> list[Cluster]:
    """The persons named in full whom a bare surname may mean; none where its title is nobody's of them."""
    if sighting.lady:
        return [c for c in known if any(s.lady for s in c.sightings)]
    if is_ruler(sighting.title):
        known = [c for c in known if says(c, sighting.title)]
    here = [c for c in known if sighting.paper in {s.paper for s in c.sightings if s.said.forenames}]
    if len(here) == 1:
        return here
    titled = [c for c in here or known if sighting.title and says(c, sighting.title)]
    return titled if len(titled) == 1 else list(here or known)


def says(one: Cluster, title: str) -> bool:
    """Whether a person is somewhere called by a title, or described with its words."""
    wanted = canonical(fold(title.split()[-1].rstrip(".")))
    words = (word for s in one.sightings for word in f"{s.title} {s.role}".split())
    return any(canonical(fold(word.strip(".,"))) == wanted for word in words)


def fullest(sightings: Sequence[Sighting]) -> Said:
    """The name that says most; of those the most frequent."""
    counts: dict[Said, int] = defaultdict(int)
    for sighting in sightings:
        counts[sighting.said] += 1
    return max(counts, key=lambda said: (sum(map(len, said.given)), said.suffix != "", counts[said], said.heading))
