"""The wheel, installed by itself into a fresh environment: a new edition can be made and built outside the checkout."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from conftest import ROOT


def run(*words: str | Path, cwd: Path) -> str:
    done = subprocess.run([str(word) for word in words], cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{words}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the programs of an environment with the wheel in it, and with our dependencies."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    [wheel] = folder.glob("chancery-*.whl")
    home = folder / "venv"
    venv.create(home, with_pip=False)
    programs = home / ("Scripts" if sys.platform == "win32" else "bin")
    python = programs / "python"
    site = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip()
    # Nothing is downloaded: the dependencies are those of the tests. An editable chancery is not found this way.
    Path(site, "dependencies.pth").write_text(sysconfig.get_path("purelib"))
    run(
        sys.executable,
        "-m",
        "pip",
        "--python",
        python,
        "install",
        "--no-deps",
        "--no-index",
        "--quiet",
        wheel,
        cwd=folder,
    )
    return programs


def test_the_wheel_is_what_runs(scripts: Path, tmp_path: Path) -> None:
    where = run(scripts / "python", "-c", "import chancery; print(chancery.__file__)", cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(scripts.parent)


def test_new_and_build_outside_the_checkout(scripts: Path, tmp_path: Path) -> None:
    run(scripts / "chancery", "new", "my-edition", cwd=tmp_path)
    edition = tmp_path / "my-edition"
    run(scripts / "chancery", "build", cwd=edition)
    assert (edition / "tei" / "frus1964-68v14_d250.xml").is_file()
    assert (edition / "build" / "html" / "index.html").is_file()
    assert list((edition / "build" / "pdf").glob("*.pdf"))
    run(scripts / "chancery", "validate", cwd=edition)
