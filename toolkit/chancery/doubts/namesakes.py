"""Whom else a name could mean: the persons of a register by the words of their names."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from chancery.model.persons import FormKind, Register

_WORD = re.compile(r"[^\W\d_][\w’'-]*")


@dataclass(slots=True)
class Namesakes:
    """The persons of a register by the words by which they are called."""

    headings: dict[str, str] = field(default_factory=dict)  # by id
    described: dict[str, str] = field(default_factory=dict)  # the same with the role
    _named: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))  # ids by word

    def of(self, name: str, linked: str) -> tuple[str, ...]:
        """The persons, the one it is linked to apart, who have the last word of a name in theirs, with their roles."""
        words = _words(name)
        ids = self._named.get(words[-1], []) if words else []
        return tuple(self.described[ident] for ident in ids if ident != linked)


def read_namesakes(register: Register | None) -> Namesakes:
    """The namesakes of a register."""
    found = Namesakes()
    for person in register.persons if register else ():
        found.headings[person.id] = person.heading
        found.described[person.id] = f"{person.heading}: {_short(person.note)}" if person.note else person.heading
        surname = person.heading.partition(",")[0]
        forms = [form.text for form in person.forms if form.kind is not FormKind.OFFICE]
        for word in dict.fromkeys([*_words(surname), *(w for form in forms for w in _words(form)[-1:])]):
            found._named[word].append(person.id)
    return found


def _words(name: str) -> list[str]:
    return [word.casefold().removesuffix("’s").removesuffix("'s") for word in _WORD.findall(name)]


def _short(note: str) -> str:
    return note if len(note) <= 80 else f"{note[:80].rpartition(' ')[0]}…"
