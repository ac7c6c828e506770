"""Which characters a category, a block or an escape of XML Schema's regular expressions means."""

from __future__ import annotations

import sys
from functools import cache
from unicodedata import category

# Beyond this nothing but the tags and selectors of plane 14 and private use is assigned.
_DENSE, _PLANE_14 = 0x34000, range(0xE0000, 0xE1000)

BLOCKS = {
    "BasicLatin": (0x0, 0x7F), "Latin-1Supplement": (0x80, 0xFF), "LatinExtended-A": (0x100, 0x17F),
    "LatinExtended-B": (0x180, 0x24F), "IPAExtensions": (0x250, 0x2AF), "SpacingModifierLetters": (0x2B0, 0x2FF),
    "CombiningDiacriticalMarks": (0x300, 0x36F), "Greek": (0x370, 0x3FF), "Cyrillic": (0x400, 0x4FF),
    "Armenian": (0x530, 0x58F), "Hebrew": (0x590, 0x5FF), "Arabic": (0x600, 0x6FF), "Syriac": (0x700, 0x74F),
    "Devanagari": (0x900, 0x97F), "Bengali": (0x980, 0x9FF), "Thai": (0xE00, 0xE7F), "Georgian": (0x10A0, 0x10FF),
    "Ethiopic": (0x1200, 0x137F), "LatinExtendedAdditional": (0x1E00, 0x1EFF), "GreekExtended": (0x1F00, 0x1FFF),
    "GeneralPunctuation": (0x2000, 0x206F), "SuperscriptsandSubscripts": (0x2070, 0x209F),
    "CurrencySymbols": (0x20A0, 0x20CF), "LetterlikeSymbols": (0x2100, 0x214F), "NumberForms": (0x2150, 0x218F),
    "Arrows": (0x2190, 0x21FF), "MathematicalOperators": (0x2200, 0x22FF), "BoxDrawing": (0x2500, 0x257F),
    "CJKSymbolsandPunctuation": (0x3000, 0x303F), "Hiragana": (0x3040, 0x309F), "Katakana": (0x30A0, 0x30FF),
    "CJKUnifiedIdeographs": (0x4E00, 0x9FFF), "HangulSyllables": (0xAC00, 0xD7A3), "PrivateUse": (0xE000, 0xF8FF),
}  # fmt: skip
_START = r"_:A-Za-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef"
NAME_START = _START + r"\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
NAME = NAME_START + r"\-.0-9\xb7\u0300-\u036f\u203f\u2040"


def characters(name: str) -> str:
    """What stands between the brackets of a regular expression for `\\p{name}`; raises KeyError for an unknown one."""
    if name.startswith("Is"):
        first, last = BLOCKS[name[2:]]
        return _written(first, last)
    ranges = [r for found, all_ in _categories().items() if found.startswith(name) for r in all_]
    if not ranges:
        raise KeyError(name)
    return "".join(_written(first, last) for first, last in ranges)


@cache
def _categories() -> dict[str, list[tuple[int, int]]]:
    """The ranges of each of Unicode's categories."""
    found: dict[str, list[tuple[int, int]]] = {}
    begun, current = 0, category("\0")
    for point in [*range(1, _DENSE), *_PLANE_14, _PLANE_14.stop, 0xF0000, 0xFFFFE, 0x100000, 0x10FFFE]:
        own = category(chr(point))
        if own != current:
            found.setdefault(current, []).append((begun, point - 1))
            begun, current = point, own
    found.setdefault(current, []).append((begun, sys.maxunicode))
    return found


def _written(first: int, last: int) -> str:
    return f"\\U{first:08x}-\\U{last:08x}"
