"""`chancery serve`: show the web pages on this computer, and keep them up with what is edited."""

from __future__ import annotations

import threading
import time
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import click

from chancery.cli.build import tell
from chancery.cli.convert import encode_new
from chancery.cli.options import EDITION
from chancery.cli.report import Report
from chancery.diagnostics import ChanceryError, Exit
from chancery.edition import NAME, load_edition
from chancery.files import shown
from chancery.publishing import publish, read_publication
from chancery.serving import PORT, Server
from chancery.watching import PAUSE, files_of_site, watch


@click.command()
@click.option(
    "--port", type=click.IntRange(0, 65535), default=PORT, metavar="N", help=f"The port, else {PORT}; 0 is any free."
)
@click.option("--no-watch", "still", is_flag=True, help="Build once, and reload nothing.")
def serve(port: int, still: bool) -> int:
    """Show the web pages on this computer alone, and build and reload them when a file changes. Ctrl-C ends it.

    The pages are sent with a strict Content-Security-Policy, as a careful server would.

    \b
    Example:
      chancery serve --port 0
    """
    with Report() as report:
        out = report.open_edition(EDITION).build / "html"
        with Server(out, port, not still) as server:
            return _serve(server, still, report)
    return report.status


def _serve(server: Server, still: bool, report: Report) -> int:
    """Build and show until somebody interrupts."""
    threading.Thread(target=server.serve_forever, daemon=True).start()
    known: list[Path] = []
    with suppress(KeyboardInterrupt):
        for changed in watch(lambda: _list(known), lambda: time.sleep(PAUSE)):
            if changed and still:
                continue
            with Report() as round_report:
                if changed:
                    names = ", ".join(sorted(map(shown, changed))[:3])
                    round_report.print(f"{datetime.now():%H:%M:%S} {names} changed")
                _build(round_report)
            server.state += 1
            if not changed:
                report.print(f"{server.address} shows {shown(server.folder)}; Ctrl-C ends it")
    server.shutdown()
    return Exit.CLEAN


def _build(report: Report) -> None:
    edition = report.open_edition(EDITION)
    encode_new(edition, report)
    publication, unread = read_publication(edition)
    report.add(unread)
    for made in publish(edition, ("html",), publication):
        tell(made, report)


def _list(known: list[Path]) -> list[Path]:
    """What to look at: all that the pages are made from as it was known before, if the edition cannot be read now."""
    with suppress(ChanceryError):
        edition, _ = load_edition(EDITION)
        known[:] = files_of_site(edition)
    return [EDITION / NAME, *known]
