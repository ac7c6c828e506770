"""Comments in a TEI file that switch rules off: for a stretch of it, or for a line.

<!-- chancery: off N102 the volume numbers its notes by page -->  …  <!-- chancery: on N102 -->
<!-- chancery: ignore N106 so printed -->      alone on its line: for the next; after something else: for its own
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from xml.parsers import expat

from chancery.diagnostics import CODES, FIXED, Diagnostic

END = 10**9  # a line that no file has

_ADDRESSED = re.compile(r"\s*chancery:\s*(\S*)\s*(.*?)\s*", re.DOTALL)
_CODE = re.compile(r"[A-Z][0-9]{3}")
_ALONE = re.compile(rb"\s*<!--(?:(?!-->).)*-->\s*", re.DOTALL)
_WORDS = ("off", "on", "ignore")


@dataclass(frozen=True, slots=True)
class Switch:
    """A rule that is switched off from one line to another, both included, and the place of the comment for it."""

    code: str
    first: int
    last: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class _Comment:
    word: str
    rest: str
    line: int
    column: int
    end: int  # its last line


def read_switches(data: bytes, name: str, known: Collection[str] = CODES) -> tuple[list[Switch], list[Diagnostic]]:
    """What the comments of a well-formed file switch off, and the ones that cannot be followed."""
    switches: list[Switch] = []
    findings: list[Diagnostic] = []
    lines = data.splitlines() if b"chancery:" in data else []
    for comment in _comments(data) if lines else ():
        codes, wrong = _read_codes(comment, known)
        findings += [Diagnostic("V131", name, comment.line, said, hint, comment.column) for said, hint in wrong]
        if comment.word == "on":
            switches = [_end(switch, codes, comment) for switch in switches]
        elif comment.word in _WORDS:
            own = _is_alone(lines, comment)
            first, last = (comment.line, END) if comment.word == "off" else _lines_meant(lines, comment, own)
            switches += [Switch(code, first, last, comment.line, comment.column) for code in codes]
    return switches, findings


def apply_switches(
    switches: Sequence[Switch], found: Iterable[Diagnostic], name: str, unasked: Collection[str] = ()
) -> list[Diagnostic]:
    """The findings of a file that nobody has switched off, and the switches that changed nothing.

    What is `unasked` (codes whose step could not be taken) may have been right.
    """
    left: list[Diagnostic] = []
    used: set[Switch] = set()
    for finding in found:
        by = {s for s in switches if s.code == finding.code and _reaches(s, finding.line)}
        used |= by
        if not by:
            left.append(finding)
    for switch in dict.fromkeys(switches):
        if switch not in used and switch.code not in unasked:
            message = f"there is no {switch.code} that this comment could switch off"
            left.append(Diagnostic("V130", name, switch.line, message, "take the comment out", switch.column))
    return left


def _reaches(switch: Switch, line: int | None) -> bool:
    """Whether a line is among those meant; what is said of the whole file, any stretch of it reaches."""
    return switch.first <= line <= switch.last if line else switch.first != switch.last


def _comments(data: bytes) -> Iterator[_Comment]:
    found: list[_Comment] = []
    parser = expat.ParserCreate()

    def take(text: str) -> None:
        if match := _ADDRESSED.fullmatch(text):
            line = parser.CurrentLineNumber
            place = (line, parser.CurrentColumnNumber + 1, line + text.count("\n"))
            found.append(_Comment(match[1].lower(), match[2], *place))

    parser.CommentHandler = take
    parser.Parse(data, True)
    yield from found


def _read_codes(comment: _Comment, known: Collection[str]) -> tuple[list[str], list[tuple[str, str]]]:
    """The codes that a comment names, and what is wrong with it: words and a hint each."""
    if comment.word not in _WORDS:
        near = get_close_matches(comment.word, _WORDS, n=1)
        hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(_WORDS)}, each with codes"
        return [], [(f"chancery has no “{comment.word}”", hint)]
    codes: list[str] = []
    wrong: list[tuple[str, str]] = []
    for number, word in enumerate(comment.rest.replace(",", " ").split()):
        code = word.rstrip(":;.")
        if code in known and code not in FIXED:
            codes.append(code)
        elif code in FIXED:
            wrong.append((f"{code} cannot be switched off", "mend what it says"))
        elif number == 0 or _CODE.fullmatch(code):
            near = get_close_matches(code.upper(), known, n=1, cutoff=0.7)
            hint = f"did you mean {near[0]}?" if near else "`chancery rules` lists all codes"
            wrong.append((f"there is no rule {code}", hint))
        else:
            break  # the reason
    if not codes and not wrong and comment.word != "on":
        wrong.append((f"“{comment.word}” without a code", f"say which: <!-- chancery: {comment.word} N102 -->"))
    return codes, wrong


def _end(switch: Switch, codes: Sequence[str], comment: _Comment) -> Switch:
    """The switch as it is once rules are switched on again: those named, or all."""
    if switch.last == END and (not codes or switch.code in codes):
        return Switch(switch.code, switch.first, comment.end, switch.line, switch.column)
    return switch


def _is_alone(lines: Sequence[bytes], comment: _Comment) -> bool:
    text = b"\n".join(lines[comment.line - 1 : comment.end])
    return _ALONE.fullmatch(text) is not None


def _lines_meant(lines: Sequence[bytes], comment: _Comment, alone: bool) -> tuple[int, int]:
    """The lines of a comment, or the next one that is more than a comment or blank."""
    if not alone:
        return comment.line, comment.end
    line = comment.end + 1
    while line < len(lines) and (not lines[line - 1].strip() or _ALONE.fullmatch(lines[line - 1])):
        line += 1
    return line, line
