"""What `chancery validate --watch` and `chancery serve` wait for: files that change, appear or go away."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from chancery.edition import Edition

PAUSE = 0.5  # seconds between two looks

_State = dict[Path, tuple[int, int, int]]


def watch(list_files: Callable[[], Iterable[Path]], wait: Callable[[], None]) -> Iterator[tuple[Path, ...]]:
    """First nothing, then each time the files that changed, once they have kept still from one look to the next."""
    settled = before = _look(list_files())
    yield ()
    while True:
        wait()
        now = _look(list_files())
        if now == before and now != settled:
            changed = {path for path in now.keys() | settled.keys() if now.get(path) != settled.get(path)}
            settled = now
            yield tuple(sorted(changed))
        before = now


def files_of(edition: Edition) -> list[Path]:
    """What an edition holds on which it depends what is found in it."""
    schema = [edition.schema] if edition.schema else []
    return [*edition.tei.glob("*.xml"), *edition.registers, *edition.sources, *schema]


def files_of_site(edition: Edition) -> list[Path]:
    """What the edition's web pages are made from."""
    logo = [edition.site.logo] if edition.site.logo else []
    return [*edition.tei.glob("*.xml"), *edition.registers, *edition.site.pages, *logo]


def _look(paths: Iterable[Path]) -> _State:
    state: _State = {}
    for path in paths:
        try:
            found = path.stat()
        except OSError:  # gone, or not yet there
            continue
        state[path] = (found.st_mtime_ns, found.st_size, found.st_ino)
    return state
