"""What a project has known of for long: a file of findings that are not told again, until they are gone."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, fields
from pathlib import Path

from chancery.diagnostics import UNREADABLE, ChanceryError, Diagnostic, Exit
from chancery.files import read_bytes, write_whole
from chancery.findings.fingerprints import Fingerprint, take_fingerprints

_KEYS = [field.name for field in fields(Fingerprint)]
_WAYS: tuple[Callable[[Fingerprint], tuple[str, ...]], ...] = (  # from the surest way of knowing one again
    lambda p: (p.code, p.file, p.path, p.words),
    lambda p: (p.code, p.file, "", p.words),
    lambda p: (p.code, p.file, p.path),
)


def read_baseline(path: Path, shown: str) -> list[Fingerprint]:
    """What the file knows; raises ChanceryError where it is no baseline."""
    hint = "`chancery validate --write-baseline FILE` writes one"
    if not path.exists():
        raise ChanceryError(f"there is no file {shown}", hint, Exit.UNREADABLE)
    try:
        rows = json.loads(read_bytes(path, shown))["known"]
        return [Fingerprint(**{key: str(row[key]) for key in _KEYS}) for row in rows]
    except (ValueError, KeyError, TypeError):
        raise ChanceryError(f"{shown} is not a baseline", hint, Exit.UNREADABLE) from None


def write_baseline(path: Path, findings: Sequence[Diagnostic], texts: Mapping[str, bytes]) -> int:
    """The number of findings that the file now knows: all but that something cannot be read.

    Only a baseline is written over.
    """
    if path.exists():
        read_baseline(path, str(path))
    known = [found for found in findings if _can_be_known(found)]
    pairs = zip(take_fingerprints(known, texts), known, strict=True)
    rows = [{**asdict(fingerprint), "message": found.message} for fingerprint, found in pairs]
    words = "findings that chancery validate --baseline does not tell again"
    text = json.dumps({"what": words, "known": rows}, ensure_ascii=False, indent=1)
    write_whole(path, f"{text}\n".encode("utf-8", "backslashreplace"))
    return len(rows)


def subtract_baseline(
    findings: Sequence[Diagnostic], texts: Mapping[str, bytes], known: Iterable[Fingerprint], names: Iterable[str]
) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """The findings that are new, and of the files called `names`, what is gone."""
    rest = list(known)
    pairs = list(zip(take_fingerprints(findings, texts), findings, strict=True))
    kept = [pair for pair in pairs if not _can_be_known(pair[1])]
    new = [pair for pair in pairs if _can_be_known(pair[1])]
    for way in _WAYS:
        left = Counter(way(fingerprint) for fingerprint in rest)
        taken: Counter[tuple[str, ...]] = Counter()
        still = []
        for pair in new:
            key = way(pair[0])
            if left[key] > taken[key]:
                taken[key] += 1
            else:
                still.append(pair)
        new, rest = still, list(_without(rest, way, taken))
    told = {id(found) for _, found in [*kept, *new]}
    return [found for found in findings if id(found) in told], list(_tell_gone(rest, set(names)))


def _without(
    rest: Sequence[Fingerprint], way: Callable[[Fingerprint], tuple[str, ...]], taken: Counter[tuple[str, ...]]
) -> Iterator[Fingerprint]:
    for fingerprint in rest:
        if taken[way(fingerprint)]:
            taken[way(fingerprint)] -= 1
        else:
            yield fingerprint


def _tell_gone(rest: Iterable[Fingerprint], names: set[str]) -> Iterator[Diagnostic]:
    gone = Counter((fingerprint.file, fingerprint.code) for fingerprint in rest if fingerprint.file in names)
    for (file, code), number in gone.items():
        what = f"a finding {code}" if number == 1 else f"{number} findings {code}"
        message = f"{what} that the baseline knows {'is' if number == 1 else 'are'} gone"
        yield Diagnostic("V132", file, None, message, "write the baseline again, so that it would be told")


def _can_be_known(found: Diagnostic) -> bool:
    return found.code not in UNREADABLE and found.code[0] not in "CE"
