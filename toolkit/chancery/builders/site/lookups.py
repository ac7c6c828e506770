"""What a document's pages can show of the rest of the edition: they are made again when that has changed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from lxml import etree

from chancery.builders.catalogue import C
from chancery.tei.tree import TEI, Tree

_NOTE = re.compile(r"(d\d+)fn.*")


def find_targets(tree: Tree) -> tuple[str, ...]:
    """The names of files and the ids that references point to, as the stylesheets take them (common/links.xsl)."""
    found: dict[str, None] = {}
    for element in tree.iter(f"{TEI}ref", f"{TEI}ptr"):
        file, _, place = (element.get("target") or "").split(" ")[0].partition("#")
        note = _NOTE.fullmatch(place)
        found |= dict.fromkeys(name for name in (file.removesuffix(".xml"), place, note[1] if note else "") if name)
    return tuple(found)


class Lookups:
    """The catalogue, asked what of it a document can see.

    That is: the frame of all pages, the volumes, its neighbours, and the documents that its references may find,
    whichever volume they are of.
    """

    def __init__(self, catalogue: etree._Element, frame: str) -> None:
        """`frame` is what stands around the content of every page."""
        self._entries = [entry for entry in catalogue if entry.tag == f"{C}document"]
        self._facts = [etree.tostring(entry, encoding="unicode") for entry in self._entries]
        self._places = {entry.get("stem", ""): place for place, entry in enumerate(self._entries)}
        volumes = (etree.tostring(entry, encoding="unicode") for entry in catalogue if entry.tag != f"{C}document")
        self._common = "\n".join((frame, *volumes))
        self._holders: defaultdict[str, list[int]] = defaultdict(list)
        for place, entry in enumerate(self._entries):
            for name in {entry.get("stem", ""), *(entry.get("ids") or "").split()}:
                self._holders[name].append(place)

    def find(self, stem: str, targets: Sequence[str]) -> str:
        """All that the document's pages can show of the catalogue, in words; empty where it has no such document."""
        if stem not in self._places:
            return ""
        return "\n".join((self._common, *self._find(self._places[stem], targets)))

    def _find(self, place: int, targets: Sequence[str]) -> Iterator[str]:
        for near in range(max(0, place - 1), place + 2):
            yield self._facts[near] if near < len(self._facts) else ""
        seen = {holder for target in targets for holder in self._holders.get(target, ())}
        yield from (self._facts[holder] for holder in sorted(seen))
