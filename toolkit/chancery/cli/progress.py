"""How far long work has come, on a terminal."""

from __future__ import annotations

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn


class Bar:
    """A line that shows how far something has come.

    It begins with the first move: it has a thread of its own, and processes must be forked before there is one.
    """

    def __init__(self, console: Console, what: str) -> None:
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        self._shown = Progress(*columns, console=console, transient=True)
        self._task = self._shown.add_task(what, total=None)

    def move(self, done: int, total: int | None) -> None:
        """Show that so much is done."""
        if not self._shown.live.is_started:
            self._shown.start()
        self._shown.update(self._task, completed=done, total=total)

    def stop(self) -> None:
        """Take the line away."""
        self._shown.stop()
