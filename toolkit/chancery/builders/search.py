"""The index that makes a site searchable, made by Pagefind in a process of its own once the pages are there."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

from chancery.diagnostics import Diagnostic
from chancery.files import digest, write_whole

FOLDER = "pagefind"
MARK = "pages.sha256"  # in that folder: a digest of the pages that the index was made of
SKIPPED = (".tools", "dl.facts", "[role=doc-noteref]", "[role=doc-backlink]", ".pb", ".says")  # not a document's words

_NEEDED = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "*.pf_meta", "wasm.*", "*/*.pf_*")
_TIME = 600  # seconds; a volume takes one or two


def is_searchable() -> bool:
    """Whether Pagefind is there."""
    return find_spec("pagefind") is not None and find_spec("pagefind_bin") is not None


def missing() -> Diagnostic:
    """The word that a site is built without a search."""
    return Diagnostic(
        "H020",
        "search.html",
        None,
        "the site cannot be searched: Pagefind is not installed",
        'pip install "chancery[search]", or say search = false in the table [site] of edition.toml',
    )


def add_search(out: Path, pages: str) -> tuple[list[Path], list[Diagnostic]]:
    """The files of the index in `out`, and what went wrong; `pages` is a digest of the pages it is made of."""
    folder = out / FOLDER
    if not (folder / MARK).is_file() or (folder / MARK).read_text("ascii", errors="replace") != pages:
        if trouble := _make_index(out, folder):
            found = Diagnostic("H021", "search.html", None, f"the search has no index: {trouble}", "build again")
            return [], [found]
        write_whole(folder / MARK, pages.encode())
    return sorted(path for path in folder.rglob("*") if path.is_file()), []


def drop_search(out: Path) -> None:
    """Remove the index, if there is one that was made here."""
    if (out / FOLDER / MARK).is_file():
        shutil.rmtree(out / FOLDER, ignore_errors=True)


def _make_index(out: Path, folder: Path) -> str:
    """Why there is no new index in the folder; empty when there is."""
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".pagefind-") as temporary:
        selectors = (word for skipped in SKIPPED for word in ("--exclude-selectors", skipped))
        command = [sys.executable, "-m", "pagefind", "--site", str(out), "--output-path", temporary, "--silent"]
        try:
            done = subprocess.run([*command, *selectors], capture_output=True, text=True, timeout=_TIME, check=False)
            if done.returncode:
                said = " ".join((done.stderr or done.stdout).split())
                return said[-300:] or f"Pagefind stopped with {done.returncode}"
            _replace(Path(temporary), folder)
        except (OSError, subprocess.SubprocessError) as error:
            return str(error)
    return ""


def _replace(made: Path, folder: Path) -> None:
    """Put what the search page needs of the new index into the place of the old."""
    shutil.rmtree(folder, ignore_errors=True)
    for path in sorted({path for pattern in _NEEDED for path in made.glob(pattern)}):
        place = folder / path.relative_to(made)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, place)


def mark_pages(digests: dict[str, str]) -> str:
    """One digest of all pages, by the names and digests of their files."""
    return digest("".join(f"{name} {value}\n" for name, value in sorted(digests.items())).encode())
