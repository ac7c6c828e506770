"""How long it takes to validate 300 different documents in one process, start-up included.

    python benchmarks/validate.py [FOLDER] [COUNT]

The documents are variants of those in FOLDER (tei/), each with ids, numbers and words of its own.
"""

from __future__ import annotations

import sys
import time

START = time.perf_counter()

import random  # noqa: E402
import re  # noqa: E402
from collections.abc import Iterator  # noqa: E402
from pathlib import Path  # noqa: E402


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


def main() -> None:
    """Print time, documents a second and what was found."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent.parent / "tei"
    files = list(variants(folder, int(sys.argv[2]) if len(sys.argv) > 2 else 300))
    made = time.perf_counter() - START

    from chancery.validators import validate_document

    codes: dict[str, int] = {}
    for name, data in files:
        for finding in validate_document(data, name):
            codes[finding.code] = codes.get(finding.code, 0) + 1
    taken = time.perf_counter() - START - made
    size = sum(len(data) for _, data in files) / len(files) / 1000
    print(f"{len(files)} documents of {size:.1f} kB on average: {taken:.2f} s, {len(files) / taken:.0f} documents/s")
    print("findings:", ", ".join(f"{code} {n}" for code, n in sorted(codes.items())) or "none")


if __name__ == "__main__":
    main()
