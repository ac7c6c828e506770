"""The regular expressions of XML Schema as Python writes them.

XML Schema, part 2, appendix F: an expression fits the whole value; ^ and $ are characters; \\i and \\c are those of
names; \\p{…} are Unicode's categories and blocks; [a-z-[aeiou]] takes one class from another.
"""

from __future__ import annotations

import re
from functools import cache

from chancery.validators.rng.characters import NAME, NAME_START, characters

_ESCAPES = {"n": r"\n", "r": r"\r", "t": r"\t"}
_SPACE = r" \t\n\r"


class BadExpression(ValueError):
    """The expression cannot be read."""


@cache
def compiled(expression: str) -> re.Pattern[str]:
    """The expression for `fullmatch`; raises BadExpression."""
    try:
        return re.compile(_Reader(expression).branches())
    except (re.error, RecursionError, OverflowError) as error:
        raise BadExpression(str(error)) from None


class _Reader:
    """Reads an expression from left to right."""

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0

    def branches(self) -> str:
        found = []
        while self.at < len(self.text):
            found.append(self.piece())
        return "".join(found)

    def piece(self) -> str:
        char = self.next()
        if char == "[":
            return self.bracket()
        if char == "\\":
            return self.escape()
        if char == ".":
            return r"[^\n\r]"
        if char == "(":
            return "(?:"
        return "\\" + char if char in "^$" else char if char in "|)?*+{},0123456789" else re.escape(char)

    def next(self) -> str:
        if self.at >= len(self.text):
            raise BadExpression("it ends in the middle")
        self.at += 1
        return self.text[self.at - 1]

    def escape(self) -> str:
        """An escape outside of brackets."""
        words, negated = self.escaped()
        return f"[{'^' if negated else ''}{words}]"

    def escaped(self) -> tuple[str, bool]:
        """The characters of an escape, and whether all others are meant."""
        char = self.next()
        if char in "pP":
            if self.next() != "{" or (end := self.text.find("}", self.at)) < 0:
                raise BadExpression(f"\\{char} without braces")
            name, self.at = self.text[self.at : end], end + 1
            try:
                return characters(name), char == "P"
            except KeyError:
                raise BadExpression(f"there are no characters called {name}") from None
        classes = {"s": _SPACE, "i": NAME_START, "c": NAME, "d": r"\d"}
        if char.lower() in classes:
            return classes[char.lower()], char.isupper()
        if char.lower() == "w":
            return "".join(characters(name) for name in "PZC"), char == "w"
        return _ESCAPES.get(char, re.escape(char)), False

    def bracket(self) -> str:
        """A class in brackets; what it takes away, and what only a negation can say, stands before it or beside it."""
        negated = self.text[self.at : self.at + 1] == "^"
        self.at += negated
        plain, others, minus = "", [], ""
        while (char := self.next()) != "]":
            if char == "-" and self.text[self.at : self.at + 1] == "[":
                self.at += 1
                minus = f"(?!{self.bracket()})"
            elif char == "\\":
                words, all_others = self.escaped()
                if all_others:
                    others.append(f"[^{words}]")
                else:
                    plain += words
            else:
                plain += char if char == "-" and plain and self.text[self.at : self.at + 1] != "]" else re.escape(char)
        either = "|".join(([f"[{plain}]"] if plain else []) + others) or "(?!)"
        return f"{minus}(?:(?!{either})(?s:.))" if negated and others else _bracketed(minus, negated, plain, either)


def _bracketed(minus: str, negated: bool, plain: str, either: str) -> str:
    return f"{minus}[^{plain}]" if negated else f"{minus}(?:{either})"
