"""`chancery evaluate`: hold encoded documents against hand-encoded ones."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import click

from chancery.cli.options import FORMAT, QUIET
from chancery.cli.report import Report, count_of
from chancery.cli.tables import print_table
from chancery.evaluating import Evaluation, evaluate, pair_files


@click.command(name="evaluate")
@click.argument("gold", type=click.Path(path_type=Path))
@click.argument("predicted", type=click.Path(path_type=Path))
@click.option(
    "--persons",
    type=click.Path(path_type=Path, exists=True),
    metavar="FILE",
    help="The register of persons that gold links to, or a folder of registers, VOLUME.xml.",
)
@click.option("--worst", type=click.IntRange(1), metavar="N", help="List the N documents that lose most, by feature.")
@click.option("--calibration", is_flag=True, help="Show how often tags agree with gold, by their certainty.")
@FORMAT
@QUIET
def evaluate_documents(
    gold: Path, predicted: Path, persons: Path | None, worst: int | None, calibration: bool, form: str, quiet: bool
) -> int:
    """Hold encoded documents against hand-encoded ones, feature by feature.

    GOLD and PREDICTED are TEI files, or folders in which files of one name are encodings of one document. White space
    and the form of quotation marks do not matter, but for words. Notes are compared by their place in the text, then
    with their text; page breaks by number and place; blocks by where they begin and end, kinds also by what they are;
    persons and references by what they link to and whether the tags overlap, names by their exact extent.

    With a register, a name that gold left unmarked counts neither for nor against, if gold marks the same person
    elsewhere in the document.

    \b
    Example:
      chancery convert && chancery evaluate tei tei --calibration
    """
    with Report(form, quiet) as report:
        with report.progress("documents") as move:
            done, total = count(1), len(pair_files(gold, predicted))
            found = evaluate(gold, predicted, persons, worst or 0, lambda: move(next(done), total))
        report.add(found.findings)
        report.answer = _as_dict(found)
        if form == "text":
            _print(report, found)
            if calibration:
                _print_calibration(report, found)
            _print_worst(report, found)
    return report.status


def _print(report: Report, found: Evaluation) -> None:
    texts = f"text exact in {found.exact:.2%}, similar by {found.similarity:.3%}"
    report.print(f"{count_of(found.documents, 'document')}, {texts}")
    rows = [
        (name, f"{t.precision:.4f}", f"{t.recall:.4f}", f"{t.f1:.4f}", str(t.gold), str(t.predicted), str(t.hit))
        for name, t in found.features.items()
    ]
    print_table(report, ("feature", "precision", "recall", "F1", "gold", "predicted", "agree"), rows)


def _print_calibration(report: Report, found: Evaluation) -> None:
    rows = [
        (f"{a.tag} {a.cert or '(none)'}", str(a.tags), f"{a.share:.1%}", str(a.agree), f"{a.right:.1%}")
        for a in found.calibration
    ]
    report.print("")
    print_table(report, ("certainty", "tags", "coverage", "as in gold", "agreement"), rows)


def _print_worst(report: Report, found: Evaluation) -> None:
    rows = [
        (f"{name}: {stem}", str(tally.gold), str(tally.predicted), str(tally.hit))
        for name, documents in found.worst.items()
        for stem, tally in documents
    ]
    if rows:
        report.print("")
        print_table(report, ("loses most", "gold", "predicted", "agree"), rows)


def _as_dict(found: Evaluation) -> dict[str, object]:
    return {
        "documents": found.documents,
        "text": {"exact": round(found.exact, 4), "similarity": round(found.similarity, 5)},
        "features": {
            name: {
                "precision": round(t.precision, 4), "recall": round(t.recall, 4), "f1": round(t.f1, 4),
                "gold": t.gold, "predicted": t.predicted, "agree": t.hit,
            }
            for name, t in found.features.items()
        },
        "calibration": [
            {"tag": a.tag, "cert": a.cert or None, "tags": a.tags, "agree": a.agree, "share": round(a.share, 4)}
            for a in found.calibration
        ],
        "worst": {
            name: [{"document": s, "gold": t.gold, "predicted": t.predicted, "agree": t.hit} for s, t in documents]
            for name, documents in found.worst.items()
        },
    }  # fmt: skip
