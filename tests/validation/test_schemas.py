"""Each folder has a schema of somebody's and a document, and what is said of the two."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from chancery.diagnostics import CODES, ChanceryError
from chancery.foreign import check_foreign

HERE = Path(__file__).parent
CASES = sorted(path for path in (HERE / "schemas").iterdir() if path.is_dir())


def found_in(folder: Path, phase: str = "") -> list[str]:
    (schema,) = folder.glob("schema.*")
    documents = [path for path in sorted(folder.glob("*.xml")) if path.stem not in ("schema", "volumes")]
    try:
        return [str(one) for one in check_foreign(documents, [schema], None, phase).findings]
    except ChanceryError as error:
        return [str(one) for one in error.diagnostics]


@pytest.mark.parametrize("folder", CASES, ids=lambda path: path.name)
def test_case(folder: Path, golden: Callable[[Path, str], None], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    golden(folder / "findings.txt", "".join(f"{one}\n" for one in found_in(Path())))


def test_phases(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(HERE / "schemas" / "frus-rules")
    assert [one.split(" ", 2)[2].split("\n")[0] for one in found_in(Path(), "draft")] == [
        "V150 div has no id (r6)",
        "V150 document 3 follows document 1, the first being 1 (r8)",
    ]
    assert any("never" in one for one in found_in(Path(), "#ALL"))
    assert found_in(Path(), "draf") == [
        "schema.sch:4: error V141 there is no phase draf\n  hint: did you mean draft?",
    ]


def test_every_code_about_schemas_has_a_case() -> None:
    told = "".join((folder / "findings.txt").read_text("utf-8") for folder in CASES)
    assert [code for code in CODES if code.startswith(("V14", "V15")) and code not in told] == []
