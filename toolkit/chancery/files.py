"""Files in and out: the one module that reads and writes them.

What is written is written whole or not at all; what a person may have edited is known by its digest.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import shutil
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from chancery.decode import decode_source
from chancery.diagnostics import ChanceryError, Diagnostic, Exit
from chancery.model.source import Source

PAGES = (  # names that the pages of an edition have taken already
    "index", "persons", "terms", "chronology", "timeline", "network", "correspondence", "archives", "search",
    "citations", "sitemap", "feed", "edition", "logo", "fonts", "pagefind",
)  # fmt: skip
DIGESTS = "SHA256SUMS"  # in the folder of the encoded documents; `sha256sum -c` reads it

_DIGEST_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")
_UNSAFE = re.compile(r'[\x00-\x1f\x7f/\\<>:"|?*\ud800-\udfff\ufffe\uffff]|^[.\- ]|[. ]$')
_LONGEST_PAGE = 121
_PAGE = re.compile(rf"[A-Za-z0-9_][A-Za-z0-9._-]{{0,{_LONGEST_PAGE - 1}}}")
_LETTERS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "æ": "ae", "Æ": "Ae", "ø": "oe",
     "Ø": "Oe", "å": "aa", "Å": "Aa", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "–": "-", "—": "-"}
)  # fmt: skip
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")  # Windows opens a device


def read_source(path: Path, shown: str) -> tuple[Source, list[Diagnostic]]:
    """The file's characters, line ends as found, and what is to be said of them.

    `shown` is the path as the user named it. A file that cannot be converted gives a source without text and one
    finding of severity error (S001, S002 or S005): the caller goes on with the next.
    """
    try:
        data = read_bytes(path, shown)
    except ChanceryError as error:
        return Source(shown, path.stem, ""), [Diagnostic("S005", shown, None, error.message, error.hint)]
    return decode_source(data, shown, path.stem)


def read_bytes(path: Path, shown: str = "") -> bytes:
    """The bytes of a regular file; raises ChanceryError (status 3) with the reason in words."""
    shown = shown or str(path)
    try:
        if path.is_dir():
            raise _unreadable(shown, f"{shown} is a folder, not a file", "name the files in it")
        if path.exists() and not path.is_file():  # a pipe or a device may never end
            raise _unreadable(shown, f"{shown} is not a regular file")
        return path.read_bytes()
    except FileNotFoundError:
        raise _unreadable(shown, f"there is no file {shown}") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise _unreadable(shown, f"{shown} cannot be read: {_reason(error)}") from None


def write_whole(path: Path, data: bytes) -> bool:
    """Whether the file changed: `data` stands in it afterwards, or the old content does and ChanceryError is raised."""
    temporary = path.with_name(f".{path.name[:100]}.{secrets.token_hex(4)}.tmp")
    try:
        if path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(data)
        if path.exists():
            shutil.copymode(path, temporary)
        temporary.replace(path)
    except OSError as error:
        found = Diagnostic("F002", shown(path), None, f"it cannot be written: {_reason(error)}", _writing_hint(error))
        raise ChanceryError(f"{path} cannot be written: {_reason(error)}", found.hint, diagnostics=(found,)) from None
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    return True


def make_folder(folder: Path, shown: str) -> None:
    """Make the folder, if need be; raises ChanceryError (F002) when nothing can be written to it."""
    probe = folder / f".{secrets.token_hex(8)}.tmp"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe.touch()
        probe.unlink()
    except (OSError, ValueError) as error:
        hint = _writing_hint(error) if isinstance(error, OSError) else ""
        found = Diagnostic("F002", shown, None, f"the folder cannot be written to: {_reason(error)}", hint)
        raise ChanceryError(found.message, hint, diagnostics=(found,)) from None


def shown(path: Path) -> str:
    """The path as the user would name it: from the current folder, if it lies there."""
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_absolute() and path.is_relative_to(here) else path.as_posix()


def digest(data: bytes) -> str:
    """SHA-256 of the bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def read_digests(folder: Path) -> dict[str, str]:
    """Digest by file name of what was written to the folder; lines that are not understood count for nothing."""
    try:
        lines = (folder / DIGESTS).read_text("utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise _unreadable(shown(folder / DIGESTS), f"{folder / DIGESTS} cannot be read: {_reason(error)}") from None
    found = (_DIGEST_LINE.fullmatch(line) for line in lines)
    return {match[2]: match[1] for match in found if match}


def write_digests(folder: Path, digests: Mapping[str, str]) -> None:
    """Write the digests as `sha256sum` does, sorted by name."""
    lines = "".join(f"{value}  {name}\n" for name, value in sorted(digests.items()))
    write_whole(folder / DIGESTS, lines.encode())


def is_edited(path: Path, digests: Mapping[str, str]) -> bool:
    """Whether the file holds something that we did not write; one without a digest counts as edited."""
    return path.exists() and digests.get(path.name) != digest(read_bytes(path))


def inside(folder: Path, path: str | Path) -> Path:
    """The absolute path of `path` in `folder`; raises ChanceryError when it leads out of it, by a link too."""
    try:
        base = folder.resolve()
        target = (base / path).resolve()
    except (OSError, ValueError, RuntimeError) as error:  # a loop of links, a NUL
        raise ChanceryError(f"{path}: not a usable path: {_reason(error)}") from None
    if not target.is_relative_to(base):
        raise ChanceryError(f"{path} leads out of {folder}", "files of an edition lie in its folder")
    return base / path


def name_page(stem: str) -> str:
    """The name of a document's page: that of its file, made of what is safe in addresses everywhere.

    "Gespräch mit Müller" is Gespraech-mit-Mueller, always. Raises ChanceryError where another page always has the name.
    """
    check_name(stem)
    name = stem
    if not _PAGE.fullmatch(stem):
        plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", stem).translate(_LETTERS))
        ascii_only = "".join(char for char in plain if not unicodedata.combining(char))
        name = re.sub(r"[^A-Za-z0-9._]+", "-", ascii_only).strip("-.")[: _LONGEST_PAGE - 9]
        if not name or len(stem) > _LONGEST_PAGE or any(c.isalnum() and not c.isascii() for c in ascii_only):
            short = digest(unicodedata.normalize("NFC", stem).encode())[:8]  # too much of the name is lost
            name = f"{name or 'document'}-{short}"
    if name.lower() in PAGES:
        raise ChanceryError(f"there is another page of the name {name}", "rename the file")
    return name


def check_name(name: str) -> str:
    """`name`, if a file of that name can be made on Linux, macOS and Windows alike; else raises ChanceryError."""
    if not name or _UNSAFE.search(name) or len(name.encode()) > 200 or _RESERVED.fullmatch(name):
        raise ChanceryError(f"{name!r} cannot be the name of a file everywhere", "rename it: letters, digits, - and _")
    return name


def _unreadable(shown: str, message: str, hint: str = "") -> ChanceryError:
    found = Diagnostic("S005", shown, None, message, hint)
    return ChanceryError(message, hint, Exit.UNREADABLE, (found,))


def _reason(error: OSError | ValueError | RuntimeError) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()


def _writing_hint(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "check the permissions of the folder"
    if isinstance(error, NotADirectoryError | FileExistsError):
        return "a file stands where a folder is wanted"
    return "free some space" if error.errno == getattr(os, "ENOSPC", 28) else ""
