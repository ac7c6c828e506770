"""What `chancery serve` does: a site shown to this computer alone, with the policy that a strict server would send."""

from __future__ import annotations

import errno
import re
import sys
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from chancery.diagnostics import ChanceryError, Exit

HOST = "127.0.0.1"
PORT = 8000
RELOAD = "/-reload.js"  # no page can have these names
STATE = "/-state"
POLICY = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
SEARCHING = "; script-src 'self' 'wasm-unsafe-eval'"  # for the search alone

_PLACE = re.compile(r"(?:[A-Za-z0-9_][A-Za-z0-9._-]*/)*[A-Za-z0-9_][A-Za-z0-9._-]*")
_TYPES = {
    ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
    ".json": "application/json", ".xml": "application/xml", ".svg": "image/svg+xml", ".png": "image/png",
    ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".webp": "image/webp", ".woff2": "font/woff2",
    ".txt": "text/plain; charset=utf-8", ".pagefind": "application/wasm", ".pdf": "application/pdf",
}  # fmt: skip
_SCRIPT = """\
let state;
setInterval(async () => {
  const now = await fetch("%s").then((answer) => answer.text()).catch(() => state);
  if (state !== undefined && now !== state) location.reload();
  state = now;
}, 700);
"""


class Server(ThreadingHTTPServer):
    """A server of the files in one folder; pages reload when `state` changes."""

    daemon_threads = True

    def __init__(self, folder: Path, port: int, reload: bool = True) -> None:
        """Raises ChanceryError where the port cannot be had; 0 takes one that is free."""
        self.folder, self.reload, self.state = folder.resolve(), reload, 0
        try:
            super().__init__((HOST, port), _Handler)
        except (OSError, OverflowError) as error:
            taken = isinstance(error, OSError) and error.errno == errno.EADDRINUSE
            words = "another program has it" if taken else str(getattr(error, "strerror", None) or error).lower()
            hint = "`chancery serve --port 0` takes one that is free"
            raise ChanceryError(f"port {port} cannot be used: {words}", hint, Exit.USAGE) from None

    def handle_error(self, *where: Any) -> None:
        """A browser may go before it has its answer; anything else is told."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(*where)

    @property
    def address(self) -> str:
        """Where the site is shown."""
        return f"http://{HOST}:{self.server_address[1]}/"


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"
    server_version = "chancery"
    sys_version = ""

    def do_GET(self) -> None:
        self._answer()

    def do_HEAD(self) -> None:
        self._answer()

    def log_message(self, *_: object) -> None:
        """Nothing: the command says what there is to say."""

    def _answer(self) -> None:
        if self.headers.get("Host", "").rpartition(":")[0] not in (HOST, "localhost"):  # another site's name for us
            return self._send(HTTPStatus.FORBIDDEN, "text/plain", b"this server is for this computer alone\n")
        path = unquote(urlsplit(self.path).path)
        if path == STATE:
            return self._send(HTTPStatus.OK, "text/plain", str(self.server.state).encode())
        if path == RELOAD and self.server.reload:
            return self._send(HTTPStatus.OK, _TYPES[".js"], (_SCRIPT % STATE).encode())
        file = find_file(self.server.folder, path)
        if file is None:
            return self._send(HTTPStatus.NOT_FOUND, "text/plain", b"there is no such page\n")
        data = file.read_bytes()
        if file.suffix == ".html" and self.server.reload:
            data = data.replace(b"</body>", f'<script src="{RELOAD}" defer></script></body>'.encode(), 1)
        return self._send(HTTPStatus.OK, _TYPES.get(file.suffix, "application/octet-stream"), data)

    def _send(self, status: HTTPStatus, kind: str, data: bytes) -> None:
        path = urlsplit(self.path).path
        policy = POLICY + (SEARCHING if path == "/search.html" or path.startswith("/pagefind/") else "")
        headers = {"Content-Type": kind, "Content-Length": str(len(data)), "Content-Security-Policy": policy}
        headers |= {"X-Content-Type-Options": "nosniff", "Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)


def find_file(folder: Path, path: str) -> Path | None:
    """The file in the folder that an address means; none that begins with a dot or leads out of it, be it by a link."""
    name = path.removeprefix("/") or "index.html"
    if not _PLACE.fullmatch(name):
        return None
    file = (folder / name).resolve()
    return file if file.is_relative_to(folder) and file.is_file() else None
