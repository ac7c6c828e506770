"""What the persons and terms of a volume are called in an edition: ids from their names, the same in two volumes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from chancery.importers.listed import Entry
from chancery.model.slugs import slug

_TITLES = re.compile(
    r"\b(?:Mr|Mrs|Miss|Ms|Dr|Gen|Lt|Maj|Col|Capt|Adm|Brig|Vice|Rear|Sir|Lord|Lady|Prince|King|General|Lieutenant|Major|"
    r"Colonel|Captain|Admiral|Brigadier|Marshal|Ambassador|Field|Commander|Jr|Sr|I{2,3}|IV)\b\.?",
    re.I,
)


def name_persons(entries: Iterable[Entry], known: Mapping[str, str], taken: Collection[str]) -> dict[str, str]:
    """The id of each entry in the edition: `known` gives that of a heading which is there already.

    Akalovsky, Alexander becomes akalovsky-alexander; a second one of that name gets its further names or a number.
    """
    used = set(taken)
    named: dict[str, str] = {}
    for entry in entries:
        same = known.get(fold(entry.heading)) if len(entry.heading.split()) > 1 else None  # a surname alone is nobody
        ident = same or _first_free(_person_ids(entry.heading), used)
        used.add(ident)
        named[entry.id] = ident
    return named


def name_terms(entries: Iterable[Entry], known: Mapping[str, str], taken: Collection[str]) -> dict[str, str]:
    """The id of each entry in the edition: ABM becomes abm."""
    used = set(taken)
    named: dict[str, str] = {}
    for entry in entries:
        wanted = _as_id(entry.heading) or "term"
        ident = known.get(fold(entry.heading)) or _first_free((wanted,), used)
        used.add(ident)
        named[entry.id] = ident
    return named


def fold(heading: str) -> str:
    """A heading to compare with: white space and the full stop at its end do not count."""
    return " ".join(heading.split()).rstrip(".,; ")


def _as_id(words: str) -> str:
    """The words as an id, which cannot begin with a digit."""
    made = slug(words)
    return f"n{made}" if made[:1].isdigit() else made


def _person_ids(heading: str) -> Iterable[str]:
    """Ids for a heading, the shortest first: surname and first name, then further names."""
    surname, _, rest = heading.partition(",")
    names = _TITLES.sub(" ", re.sub(r"[(\[].*", "", rest)).replace(".", ". ")
    forenames = [word for word in names.split() if slug(word)]
    first = next((n for n, word in enumerate(forenames) if len(slug(word)) > 1), len(forenames) - 1)
    for count in range(first + 1, len(forenames) + 1) if forenames else (0,):
        yield _as_id(" ".join((surname, *forenames[:count]))) or "person"


def _first_free(wanted: Iterable[str], used: Collection[str]) -> str:
    """The first of the ids that is free; else the last of them with a number."""
    last = "person"
    for last in wanted:
        if last not in used:
            return last
    return next(ident for n in range(2, len(used) + 3) if (ident := f"{last}-{n}") not in used)
