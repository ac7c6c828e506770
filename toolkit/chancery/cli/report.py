"""What a command says: findings as text or for programs, progress on a terminal, an exit status at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

import click
from rich.console import Console

from chancery.cli.forms import write_form, write_json
from chancery.cli.styling import printable, style_finding
from chancery.diagnostics import ChanceryError, Diagnostic, Exit, Severity, exit_status
from chancery.edition import Edition, load_edition
from chancery.edition.rules import Weights, weigh
from chancery.findings.quoting import split_lines
from chancery.rulebook import Rule

Move = Callable[[int, int | None], None]  # so much is done, of so much; None where that is not known
WIDTH = 120  # of quoted lines where there is no terminal


class Report:
    """A command's voice: findings go to standard error as they come, or to standard output in another form.

    Leaving its block with an exception turns what a user can be told into a finding, and sets the exit status.
    """

    def __init__(self, form: str = "text", quiet: bool = False) -> None:
        self.findings: list[Diagnostic] = []
        self.status = Exit.CLEAN
        self.answer: Mapping[str, object] | None = None  # in JSON, what the command was asked for; findings go with it
        self.names: Sequence[str] = ()  # of the files that were looked at
        self.rules: Mapping[str, Rule] = {}  # those that could find something
        self.texts: Mapping[str, bytes] = {}  # the files whose lines are quoted
        self._form, self._quiet = form, quiet
        self._rules: Weights = {}
        self._lines: dict[str, list[str]] = {}
        self._console = Console(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> bool:
        told = error is None
        if isinstance(error, ChanceryError):
            self.fail(error)
            told = True
        elif isinstance(error, OSError) and not isinstance(error, BrokenPipeError):
            # What cannot be written is a ChanceryError already; without a name it is our own standard output.
            self.fail(ChanceryError(_describe(error), status=Exit.UNREADABLE if error.filename else Exit.FINDINGS))
            told = True
        if told and self._form != "text":
            click.echo(self._whole().encode("utf-8", "backslashreplace"), nl=False)
        return told

    def open_edition(self, folder: Path) -> Edition:
        """The edition in the folder: its warnings are told, and what is found from now on weighs what it says."""
        edition, findings = load_edition(folder)
        self._rules = edition.rules
        self.add(findings)
        return edition

    def fail(self, error: ChanceryError, file: str = "chancery") -> None:
        """Say why something cannot go on; the gravest status wins."""
        found = error.diagnostics or (Diagnostic("E001", file, None, error.message, error.hint),)
        self.add(found)
        self.status = _graver(self.status, error.status)

    def add(self, findings: Iterable[Diagnostic]) -> None:
        """Take findings in, and print them unless they go out in another form."""
        new = tuple(weigh(findings, self._rules))
        for found in new:
            if self._form == "text" and not (self._quiet and found.severity is Severity.INFO):
                self._tell(found)
        self.findings += new
        self.status = _graver(self.status, exit_status(new))

    def _tell(self, found: Diagnostic) -> None:
        console = self._console
        if console.is_terminal:
            console.print(style_finding(found, self._lines_of(found.file), console.width))
        else:  # nothing to wrap or to colour
            click.echo(style_finding(found, self._lines_of(found.file), WIDTH).plain, err=True)

    def say(self, words: str) -> None:
        """A line of what was done, on standard output; none in other forms or when quiet."""
        if self._form == "text" and not self._quiet:
            click.echo(printable(words))

    def print(self, text: str) -> None:
        """What the command was asked for, on standard output, quiet or not."""
        click.echo(printable(text))

    def summary(self, done: str, findings: Sequence[Diagnostic] | None = None) -> None:
        """The closing line: what was done, and how many errors and warnings there were, or are among the findings."""
        every = self.findings if findings is None else findings
        counts = [(sum(f.severity is s for f in every), s.value) for s in (Severity.ERROR, Severity.WARNING)]
        self.say(", ".join([done, *(count_of(number, word) for number, word in counts if number)]))

    @contextmanager
    def progress(self, what: str) -> Iterator[Move]:
        """What shows on a terminal how far work has come, and does nothing elsewhere."""
        if self._quiet or not self._console.is_terminal:
            yield lambda done, total: None
            return
        from chancery.cli.progress import Bar  # seldom wanted

        bar = Bar(self._console, what)
        try:
            yield bar.move
        finally:
            bar.stop()

    def _whole(self) -> str:
        if self._form == "json":
            return write_json(self.findings, self.answer)
        return write_form(self._form, self.findings, self.names, self.texts, self.rules, self.status)

    def _lines_of(self, file: str) -> list[str]:
        if file not in self._lines and file in self.texts:
            self._lines[file] = split_lines(self.texts[file])
        return self._lines.get(file, [])


def count_of(number: int, word: str) -> str:
    """A number and its noun: 1 warning, 2 warnings."""
    return f"{number} {word}{'' if number == 1 else 's'}"


def _graver(one: Exit, other: Exit) -> Exit:
    order = (Exit.CLEAN, Exit.FINDINGS, Exit.UNREADABLE, Exit.TOOL_MISSING, Exit.USAGE)
    return max(one, other, key=order.index)


def _describe(error: OSError) -> str:
    words = (error.strerror or str(error)).lower()
    return f"{error.filename}: {words}" if error.filename else words
