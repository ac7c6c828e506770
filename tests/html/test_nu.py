"""What the Nu checker finds on the pages: no error.

It is 30 MB and neither in Debian nor on PyPI, so whoever has it (npm: vnu-jar) names it in VNU_JAR.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable

import pytest
from html_edition import Built, build_once
from imported import build_small, build_whole

from conftest import needs

if "VNU_JAR" in os.environ:

    @pytest.mark.parametrize(
        ("build", "pages"),
        [
            (build_once, "*.html"),
            (build_small, "*.html"),
            (build_whole, "*[!i].html"),
        ],  # not *.tei.html: it takes twice as long
        ids=["documents", "small", "whole"],
    )
    def test_the_nu_checker_finds_no_error(build: Callable[[], Built], pages: str) -> None:
        needs("java")
        names = sorted(map(str, build().folder.glob(pages)))
        command = ["java", "-jar", os.environ["VNU_JAR"], "--errors-only", *names]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.stderr.splitlines() == []
        assert done.returncode == 0
