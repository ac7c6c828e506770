"""How long validation takes: many different documents, the grammar alone beside jing, whole volumes.

    python benchmarks/validate.py [FOLDER] [COUNT]

The documents are variants of those in FOLDER (tei/), each with ids, numbers and words of its own. jing's time is its
whole run, the start of Java included, and ours a whole process; jing and ../shared are left out where they
are not there.
"""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
GRAMMAR = ROOT / "schema" / "chancery.rng"
GATE = """
import sys
from pathlib import Path
from chancery.validators.relaxng import check_grammar
sys.exit(any(check_grammar(Path(name).read_bytes(), name) for name in sys.argv[1:]))
"""


def vary(text: str, number: int) -> str:
    """The document with another number, and with the words of its plain text exchanged among each other."""
    found = re.search(r'xml:id="(d[0-9]+)" n="([0-9]+)"', text)
    if found:
        text = re.sub(rf"\b{found[1]}(?=fn|\")", f"d{number}", text)
        text = text.replace(f'n="{found[2]}">', f'n="{number}">', 1).replace(f"<head>{found[2]}.", f"<head>{number}.")
    words = re.findall(r"(?<=[a-z] )[a-z]{4,}(?= [a-z])", text)
    random.Random(number).shuffle(words)
    left = iter(words)
    return re.sub(r"(?<=[a-z] )[a-z]{4,}(?= [a-z])", lambda m: next(left, m[0]), text)


def variants(folder: Path, count: int) -> Iterator[tuple[str, bytes]]:
    """`count` documents with names."""
    originals = sorted(folder.glob("*_d*.xml"))
    if not originals:
        sys.exit(f"no documents in {folder}")
    for n in range(1, count + 1):
        original = originals[n % len(originals)]
        yield f"{original.stem}_{n}.xml", vary(original.read_text("utf-8"), n).encode()


def seconds(act: Callable[[], object]) -> float:
    """The best of three."""
    taken = []
    for _ in range(3):
        before = time.perf_counter()
        act()
        taken.append(time.perf_counter() - before)
    return min(taken)


def run(*command: str | Path) -> None:
    """Run a program and let it say nothing."""
    subprocess.run(command, capture_output=True, check=False)


def time_documents(folder: Path, count: int) -> None:
    """The whole of validation, in this process, nothing known beforehand."""
    files = list(variants(folder, count))
    before = time.perf_counter()
    from chancery.validators import validate_document

    codes: dict[str, int] = {}
    for name, data in files:
        for finding in validate_document(data, name):
            codes[finding.code] = codes.get(finding.code, 0) + 1
    taken = time.perf_counter() - before
    size = sum(len(data) for _, data in files) / len(files) / 1000
    print(f"{len(files)} documents of {size:.1f} kB: {taken:.2f} s, {len(files) / taken:.0f} documents/s")
    print("findings:", ", ".join(f"{code} {n}" for code, n in sorted(codes.items())) or "none")


def time_gate(folder: Path) -> None:
    """The grammar alone, a process of ours against one of jing's."""
    if not shutil.which("jing"):
        return
    with tempfile.TemporaryDirectory() as scratch:
        paths = []
        for name, data in variants(folder, 20):
            paths.append(Path(scratch) / name)
            paths[-1].write_bytes(data)
        for count in (1, 5, 20):
            ours = seconds(lambda: run(sys.executable, "-c", GATE, *paths[:count]))  # noqa: B023
            jing = seconds(lambda: run("jing", GRAMMAR, *paths[:count]))  # noqa: B023
            print(f"grammar, {count:2} files: ours {ours:.2f} s, jing {jing:.2f} s, ratio {ours / jing:.2f}")


def time_volumes() -> None:
    """Whole volumes against TEI's grammar, with the rules in it, and against ours."""
    from chancery.validators import validate_document
    from chancery.validators.given import check_given, read_schemas

    volumes = sorted((SHARED / "volumes").glob("*.xml"))
    if not volumes:
        return
    before = time.perf_counter()
    given = read_schemas([SHARED / "schema" / "tei_all.rng"])
    print(f"tei_all read in {time.perf_counter() - before:.2f} s")
    for path in volumes:
        data = path.read_bytes()
        all_ = seconds(lambda: check_given(given, data, path, path.name))  # noqa: B023
        own = seconds(lambda: validate_document(data, path.name))  # noqa: B023
        print(f"{path.name}, {len(data) / 1e6:.1f} MB: tei_all {all_:.2f} s, our own schema and rules {own:.2f} s")


def main() -> None:
    """Print times and ratios."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "tei"
    time_documents(folder, int(sys.argv[2]) if len(sys.argv) > 2 else 335)
    time_gate(folder)
    time_volumes()


if __name__ == "__main__":
    main()
