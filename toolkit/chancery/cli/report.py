"""What a command says: findings as text or JSON, progress on a terminal, an exit status at the end."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from types import TracebackType
from typing import Self

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.text import Text

from chancery.diagnostics import ChanceryError, Diagnostic, Exit, Severity, exit_status

KEYS = ("code", "severity", "file", "line", "column", "message", "hint")
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


class Report:
    """A command's voice: findings go to standard error as they come, or to standard output as JSON.

    Leaving its block with an exception turns what a user can be told into a finding, and sets the exit status.
    """

    def __init__(self, form: str = "text", quiet: bool = False) -> None:
        self.findings: list[Diagnostic] = []
        self.status = Exit.CLEAN
        self.answer: Mapping[str, object] | None = None  # in JSON, what the command was asked for; findings go with it
        self._json, self._quiet = form == "json", quiet
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
        if self._json and told:
            _print_json(self.findings, self.answer)
        return told

    def fail(self, error: ChanceryError, file: str = "chancery") -> None:
        """Say why something cannot go on; the gravest status wins."""
        found = error.diagnostics or (Diagnostic("E001", file, None, error.message, error.hint),)
        self.add(found)
        self.status = _graver(self.status, error.status)

    def add(self, findings: Iterable[Diagnostic]) -> None:
        """Take findings in, and print them unless they go out as JSON."""
        new = tuple(findings)
        for found in new:
            if not self._json and not (self._quiet and found.severity is Severity.INFO):
                self._console.print(_style(found))
        self.findings += new
        self.status = _graver(self.status, exit_status(new))

    def say(self, words: str) -> None:
        """A line of what was done, on standard output; none in JSON or when quiet."""
        if not self._json and not self._quiet:
            click.echo(_printable(words))

    def print(self, text: str) -> None:
        """What the command was asked for, on standard output, quiet or not."""
        click.echo(_printable(text))

    def summary(self, done: str) -> None:
        """The closing line: what was done, and how many errors and warnings there were."""
        counts = [(sum(f.severity is s for f in self.findings), s.value) for s in (Severity.ERROR, Severity.WARNING)]
        self.say(", ".join([done, *(count_of(number, word) for number, word in counts if number)]))

    @contextmanager
    def progress(self, what: str, total: int | None) -> Iterator[Progress]:
        """A progress bar on a terminal, nothing elsewhere; advance its only task, number 0."""
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        silent = self._quiet or not self._console.is_terminal
        with Progress(*columns, console=self._console, transient=True, disable=silent) as bar:
            bar.add_task(what, total=total)
            yield bar


def count_of(number: int, word: str) -> str:
    """A number and its noun: 1 warning, 2 warnings."""
    return f"{number} {word}{'' if number == 1 else 's'}"


def _graver(one: Exit, other: Exit) -> Exit:
    order = (Exit.CLEAN, Exit.FINDINGS, Exit.UNREADABLE, Exit.TOOL_MISSING, Exit.USAGE)
    return max(one, other, key=order.index)


def _style(found: Diagnostic) -> Text:
    file, message, hint = map(_on_one_line, (found.file, found.message, found.hint))
    text = Text(str(replace(found, file=file, message=message, hint=hint)))
    text.highlight_words([f" {found.severity.value} "], _STYLES[found.severity])
    return text


def _on_one_line(words: str) -> str:
    return _printable(words.replace("\n", "\\n"))


def _printable(words: str) -> str:
    """No control characters: a file's name must not move the cursor."""
    return "".join(c if c.isprintable() or c in "\n\t" else c.encode("unicode_escape").decode() for c in words)


def _print_json(findings: Iterable[Diagnostic], answer: Mapping[str, object] | None) -> None:
    rows = [{key: found.as_dict()[key] for key in KEYS} for found in findings]
    text = json.dumps(rows if answer is None else {**answer, "findings": rows}, ensure_ascii=False, indent=2)
    click.echo(text.encode("utf-8", "backslashreplace"))  # a lone surrogate so becomes a JSON escape


def _describe(error: OSError) -> str:
    words = (error.strerror or str(error)).lower()
    return f"{error.filename}: {words}" if error.filename else words
