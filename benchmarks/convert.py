"""How many documents a second are converted, linking and validation included: in one process and in two.

    python benchmarks/convert.py [FOLDER] [COUNT]

The sources are copies of those in FOLDER (sources/), under numbers of their own. The times are of the whole command,
start-up included.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent


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


def convert(sources: list[Path], out: Path, jobs: int) -> float:
    """The seconds that converting takes."""
    command = [sys.executable, "-m", "chancery", "convert", "--quiet", "--jobs", str(jobs), "--out", str(out)]
    start = time.perf_counter()
    persons = ["--persons", str(ROOT / "tei" / "persons.xml")]
    subprocess.run([*command, *persons, *map(str, sources)], capture_output=True, check=False)
    return time.perf_counter() - start


def main() -> None:
    """Print times, documents a second, and what a second process gives."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "sources"
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "in").mkdir()
        sources = lay_out(folder, count, Path(name) / "in")
        seconds = {jobs: convert(sources, Path(name) / f"out{jobs}", jobs) for jobs in (1, 2)}
        written = len(list((Path(name) / "out1").glob("*_d*.xml")))
    print(f"{written} of {count} documents written")
    for jobs, taken in seconds.items():
        print(f"{jobs} process{'es' if jobs > 1 else ''}: {taken:.1f} s, {count / taken:.0f} documents/s")
    print(f"two processes are {seconds[1] / seconds[2]:.2f} times as fast as one")


if __name__ == "__main__":
    main()
