"""How fast documents are converted, linking and validation included, in how much memory, and beside pandoc.

    python benchmarks/convert.py [FOLDER] [--count N] [--persons FILE] [--flat] [--pandoc]

The sources are copies of those in FOLDER (sources/), under numbers of their own. The times are of whole commands,
start-up included: with one process and with two. `--flat` also converts a tenth of them, to see whether memory grows
with their number. `--pandoc` has pandoc turn the same files into its bare TEI (the extra `benchmarks`,
pypandoc_binary): one call a file, since it makes one document of many files.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Run:
    """What a command took."""

    seconds: float
    megabytes: float  # the largest of its processes


def lay_out(folder: Path, count: int, into: Path) -> list[Path]:
    """`count` sources with different names."""
    originals = sorted(path for path in folder.iterdir() if path.suffix in (".txt", ".html"))
    if not originals:
        sys.exit(f"no sources in {folder}")
    copies = []
    for n in range(count):
        original = originals[n % len(originals)]
        copies.append(into / f"{original.stem.partition('_')[0]}x{n}_d{n}{original.suffix}")
        shutil.copyfile(original, copies[-1])
    return copies


def run(command: Sequence[str]) -> Run:
    """Time and memory of a command."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, used = os.wait4(process.pid, 0)
    return Run(time.perf_counter() - start, used.ru_maxrss / 1024)


def convert(sources: Sequence[Path], out: Path, jobs: int, persons: Path) -> Run:
    """What converting takes."""
    command = [sys.executable, "-m", "chancery", "convert", "--quiet", "--jobs", str(jobs)]
    return run([*command, "--persons", str(persons), "--out", str(out), *map(str, sources)])


def compare_pandoc(sources: Sequence[Path], out: Path) -> Run:
    """What pandoc takes for the same files, read as Markdown or HTML."""
    import pypandoc

    out.mkdir()
    pandoc, runs = pypandoc.get_pandoc_path(), []
    for source in sources:
        form = "html" if source.suffix == ".html" else "markdown"
        runs.append(run([pandoc, "-f", form, "-t", "tei", "-s", "-o", str(out / f"{source.stem}.xml"), str(source)]))
    return Run(sum(one.seconds for one in runs), max(one.megabytes for one in runs))


def tell(what: str, count: int, taken: Run) -> None:
    """Print one line of the table."""
    print(
        f"{what:24} {count:6} documents {taken.seconds:7.1f} s {count / taken.seconds:6.0f}/s {taken.megabytes:6.0f} MB"
    )


def main() -> None:
    """Print the table and what follows from it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "sources")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--persons", type=Path, default=ROOT / "tei" / "persons.xml")
    parser.add_argument("--flat", action="store_true")
    parser.add_argument("--pandoc", action="store_true")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in").mkdir()
        sources = lay_out(args.folder, args.count, folder / "in")
        few = sources[: max(1, len(sources) // 10)]
        if args.flat:
            tell("one process, a tenth", len(few), convert(few, folder / "few", 1, args.persons))
        one, two = (convert(sources, folder / f"out{jobs}", jobs, args.persons) for jobs in (1, 2))
        tell("one process", args.count, one)
        tell("two processes", args.count, two)
        print(f"{len(list((folder / 'out1').glob('*_d*.xml')))} of {args.count} documents written")
        print(f"two processes are {one.seconds / two.seconds:.2f} times as fast as one")
        if args.pandoc:
            bare = compare_pandoc(few, folder / "pandoc")
            tell("pandoc, a tenth", len(few), bare)
            ratio = (bare.seconds / len(few)) / (one.seconds / args.count)
            print(f"a document takes pandoc {ratio:.1f} times as long as one process of ours")


if __name__ == "__main__":
    main()
