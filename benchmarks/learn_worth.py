"""Learn from hand-encoded documents what each sign of a link is worth, and how far the certainties hold elsewhere.

    python benchmarks/learn_worth.py FOLDER [--write]

FOLDER holds sources (web/), their gold encodings (gold/) and registers of persons (persons/VOLUME.xml), as
../shared/bench/dev does. Every link that the rules make is held against gold; one that gold left unmarked, though it
marks the person elsewhere in the document, counts neither way. A logistic regression gives each sign its worth. Gold's
gaps come in clumps: many links of one person in one volume count for little more than one.

The table printed is of links that the fit has not seen: each volume is judged by what the others teach. --write renews
toolkit/chancery/linking/worth.py from all volumes together.
"""

from __future__ import annotations

import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from chancery.annotators import ANNOTATORS
from chancery.evaluation import compare, read_facts
from chancery.evaluation.plain import squeeze
from chancery.files import read_source
from chancery.linking.chances import Cert, cert_of
from chancery.linking.linker import decide_all, put_names, read_passages
from chancery.linking.offices import date_of
from chancery.linking.people import People, read_people
from chancery.model.metadata import EditionFacts
from chancery.pipeline import read_document
from chancery.planning import Order, plan_job
from chancery.tei.registers import read_register
from chancery.tei.writer import write_tei

TABLE = Path(__file__).parent.parent / "toolkit" / "chancery" / "linking" / "worth.py"
CLUMP = 0.8  # n links of one person in a volume that all agree, or all do not, count as n ** (1 - CLUMP)
RIDGE = 1.0  # how strongly a sign's worth is drawn to nothing
FEW = 3  # volumes in which a sign must occur


@dataclass(frozen=True, slots=True)
class Link:
    """A link that the rules made."""

    volume: str
    person: str
    signs: frozenset[str]
    agrees: bool  # gold has it


@dataclass(frozen=True, slots=True)
class Fit:
    """What a regression found."""

    base: float
    worth: dict[str, float]


def read_links(folder: Path) -> list[Link]:
    """All links in the sources that have a register, held against gold."""
    links: list[Link] = []
    registers = {path.stem: path for path in sorted((folder / "persons").glob("*.xml"))}
    for source in sorted((folder / "web").iterdir()):
        volume = source.stem.rpartition("_")[0]
        gold = folder / "gold" / f"{source.stem}.xml"
        if volume in registers and gold.exists():
            register = read_register(registers[volume].read_bytes(), registers[volume].name)
            names = {p.id.removeprefix("p_"): squeeze(p.heading.partition(",")[0]).lower() for p in register.persons}
            links += links_of(source, gold, volume, read_people(register), names)
    return links


def links_of(source: Path, gold: Path, volume: str, people: People, surnames: dict[str, str]) -> Iterator[Link]:
    """The links in one document: each is numbered where its certainty would stand, and found again by that."""
    job = plan_job(Order((source,)), source)
    document = read_document(read_source(source, source.name)[0], job.metadata)
    for _, annotate in ANNOTATORS:
        document = annotate(document)
    passages = read_passages(document, people)
    decided = decide_all(passages, date_of(document))
    made = [d for found in decided for d in found if d and d.reading]
    numbers = {id(d): n for n, d in enumerate(made)}
    numbered = [[replace(d, cert=f"{numbers.get(id(d), '')}") if d else None for d in found] for found in decided]
    written = write_tei(put_names(document, people, passages, numbered), EditionFacts(), job.paths)
    facts = (read_facts(gold.read_bytes(), gold.name), read_facts(written.data, source.name))
    for link, agrees in compare(*facts, surnames).persons:
        if link.cert.isdigit():
            yield Link(volume, link.label, frozenset(made[int(link.cert)].signs), agrees)


def fit(links: Iterable[Link]) -> Fit:
    """The regression, by Newton's method."""
    links = list(links)
    clumps = Counter((link.volume, link.person, link.agrees) for link in links)
    volumes = defaultdict(set)
    for link in links:
        for sign in link.signs:
            volumes[sign].add(link.volume)
    signs = sorted(sign for sign, where in volumes.items() if len(where) >= FEW)
    cases: dict[tuple[tuple[int, ...], bool], float] = defaultdict(float)
    for link in links:
        columns = tuple(i for i, sign in enumerate(signs) if sign in link.signs)
        weight = clumps[link.volume, link.person, link.agrees] ** -CLUMP
        cases[(*columns, len(signs)), link.agrees] += weight
    worth = [0.0] * (len(signs) + 1)
    for _ in range(30):
        step = solve(*newton(cases, worth))
        worth = [a + b for a, b in zip(worth, step, strict=True)]
        if max(map(abs, step)) < 1e-6:
            break
    return Fit(worth[-1], dict(zip(signs, worth, strict=False)))


def newton(cases: Counter[tuple[tuple[int, ...], bool]], worth: list[float]) -> tuple[list[list[float]], list[float]]:
    """The curvature and the slope of the likelihood at `worth`."""
    size = len(worth)
    curve = [[0.0] * size for _ in worth]
    slope = [-RIDGE * w for w in worth[:-1]] + [0.0]
    for i in range(size - 1):
        curve[i][i] = RIDGE
    for (columns, agrees), weight in cases.items():
        chance = 1 / (1 + math.exp(-sum(worth[i] for i in columns)))
        for i in columns:
            slope[i] += weight * (agrees - chance)
            for j in columns:
                curve[i][j] += weight * chance * (1 - chance)
    return curve, slope


def solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a symmetric positive system, by elimination."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for i in range(size):
        for k in range(i + 1, size):
            factor = rows[k][i] / rows[i][i]
            rows[k] = [a - factor * b for a, b in zip(rows[k], rows[i], strict=True)]
    found = [0.0] * size
    for i in reversed(range(size)):
        found[i] = (rows[i][-1] - sum(rows[i][j] * found[j] for j in range(i + 1, size))) / rows[i][i]
    return found


def print_unseen(links: list[Link]) -> None:
    """What the certainties mean in volumes that the fit has not seen."""
    print(f"{'volume':22} {'links':>6} {'agree':>6} {'high':>6} {'agree':>6}")
    totals: dict[str, list[bool]] = defaultdict(list)
    for volume in sorted({link.volume for link in links}):
        taught = fit(link for link in links if link.volume != volume)
        own = [(cert_of(link.signs, taught.base, taught.worth), link.agrees) for link in links if link.volume == volume]
        for cert, agrees in own:
            totals[cert].append(agrees)
        high = [agrees for cert, agrees in own if cert == Cert.HIGH]
        print(f"{volume:22} {len(own):6} {share(a for _, a in own)} {len(high) / len(own):6.1%} {share(high)}")
    print()
    for cert in Cert:
        of_all = len(totals[cert]) / len(links)
        print(f"{cert:22} {len(totals[cert]):6} {of_all:6.1%} of the links, of which {share(totals[cert])} agree")


def share(agree: Iterable[bool]) -> str:
    """How many of them are true."""
    found = list(agree)
    return f"{sum(found) / len(found):6.1%}" if found else "     –"


HEAD = '''"""What each sign of a link is worth, in logits: learnt by benchmarks/learn_worth.py, not set by hand.

From {links:,} links in {volumes} volumes. Beside each sign: how many bear it, and how many of these gold has too.
"""

BASE = {base:.2f}
WORTH = {{
'''


def table(links: list[Link]) -> str:
    """The module that holds the worth of each sign."""
    found = fit(links)
    lines = [HEAD.format(links=len(links), volumes=len({link.volume for link in links}), base=found.base)]
    for sign, worth in sorted(found.worth.items(), key=lambda pair: -pair[1]):
        bearers = [link.agrees for link in links if sign in link.signs]
        lines.append(f'    "{sign}": {worth:.2f},  # {len(bearers)}, {share(bearers).strip()}\n')
    return "".join([*lines, "}\n"])


def main() -> None:
    """Print what holds in unseen volumes; write the table if asked to."""
    folders = [Path(arg) for arg in sys.argv[1:] if arg != "--write"]
    if len(folders) != 1:
        sys.exit(__doc__)
    links = read_links(folders[0])
    print_unseen(links)
    if "--write" in sys.argv:
        TABLE.write_text(table(links), "utf-8")


if __name__ == "__main__":
    main()
