"""What `chancery evaluate` does: folders of TEI documents held against hand-encoded ones of the same names."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from chancery.diagnostics import ChanceryError, Diagnostic, Exit
from chancery.edition.folders import sort_key
from chancery.evaluation import FEATURES, NOTHING, Agreement, Compared, Facts, Tally, add_up, calibrate, compare
from chancery.evaluation import read_facts as read
from chancery.evaluation.plain import squeeze
from chancery.files import read_bytes, shown
from chancery.tei.registers import read_register
from chancery.validators.pointers import REGISTERS


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How far encoded documents agree with gold."""

    documents: int
    exact: float  # share of the documents whose text is exactly gold's
    similarity: float  # of the texts, mean
    features: Mapping[str, Tally]
    worst: Mapping[str, tuple[tuple[str, Tally], ...]]  # by feature, the documents that lose most
    calibration: tuple[Agreement, ...]
    findings: tuple[Diagnostic, ...]


def evaluate(
    gold: Path, predicted: Path, persons: Path | None = None, worst: int = 0, done: Callable[[], None] = lambda: None
) -> Evaluation:
    """Compare two folders, or two files; `persons` is a register, or a folder of registers named after volumes.

    Raises ChanceryError when there is nothing to compare with.
    """
    pairs = pair_files(gold, predicted)
    findings: list[Diagnostic] = []
    compared: dict[str, Compared] = {}
    for path, other in pairs:
        try:
            facts = read(read_bytes(path, shown(path)), shown(path))
        except ChanceryError as error:
            findings += _tell(path, error)
        else:
            surnames = _surnames(_register_of(persons, path.stem)) if persons else {}
            compared[path.stem] = compare(facts, _predicted(other, findings), surnames)
        done()
    every = list(compared.values())
    count = len(every) or 1
    return Evaluation(
        len(every),
        sum(one.exact for one in every) / count,
        sum(one.similarity for one in every) / count,
        {name: add_up(one.tallies[name] for one in every) for name in FEATURES},
        {name: _worst(compared, name, worst) for name in FEATURES} if worst else {},
        tuple(calibrate(every)),
        tuple(findings),
    )


def pair_files(gold: Path, predicted: Path) -> list[tuple[Path, Path]]:
    """Each gold file and the one to hold against it; raises ChanceryError where there are none."""
    for path in (gold, predicted):
        if not path.exists():
            raise ChanceryError(f"there is no file or folder {shown(path)}", status=Exit.UNREADABLE)
    if gold.is_dir():
        files = sorted((p for p in gold.glob("*.xml") if p.name not in REGISTERS), key=lambda path: sort_key(path.stem))
        if not files:
            raise ChanceryError(f"there are no TEI files in {shown(gold)}", status=Exit.UNREADABLE)
        if not predicted.is_dir():
            raise ChanceryError(f"{shown(gold)} is a folder, {shown(predicted)} is not", status=Exit.USAGE)
        return [(path, predicted / path.name) for path in files]
    return [(gold, predicted / gold.name if predicted.is_dir() else predicted)]


def _predicted(path: Path, findings: list[Diagnostic]) -> Facts:
    """The facts of what is to be judged; one that is missing or broken says nothing, and loses all."""
    if not path.exists():
        findings.append(Diagnostic("A010", shown(path), None, "there is no such document, though gold has it"))
        return NOTHING
    try:
        return read(read_bytes(path, shown(path)), shown(path))
    except ChanceryError as error:
        findings += _tell(path, error)
        return NOTHING


def _tell(path: Path, error: ChanceryError) -> Sequence[Diagnostic]:
    return error.diagnostics or [Diagnostic("A011", shown(path), None, error.message, error.hint)]


def _register_of(persons: Path, stem: str) -> Path | None:
    """The register itself, or in a folder the one of the document's volume."""
    path = persons / f"{stem.rpartition('_')[0]}.xml" if persons.is_dir() else persons
    return path if path.exists() or not persons.is_dir() else None


@cache
def _surnames(register: Path | None) -> dict[str, str]:
    """The surname of each person listed, squeezed and in small letters."""
    if register is None:
        return {}
    persons = read_register(read_bytes(register, shown(register)), shown(register)).persons
    return {person.id.removeprefix("p_"): squeeze(person.heading.partition(",")[0]).lower() for person in persons}


def _worst(compared: Mapping[str, Compared], feature: str, count: int) -> tuple[tuple[str, Tally], ...]:
    found = [(stem, one.tallies[feature]) for stem, one in compared.items() if one.tallies[feature].loss]
    return tuple(sorted(found, key=lambda pair: -pair[1].loss)[:count])
