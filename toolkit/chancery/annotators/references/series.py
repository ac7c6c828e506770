"""The ids of the volumes of the series, from how they are named: years, perhaps a name, number, part, supplement."""

from __future__ import annotations

import re
from dataclasses import dataclass

from chancery.annotators.references.phrases import DASH, SPACE

_NUMERAL = r"E–\d{1,2}|[IVXL]+|[ivxl]+"
_PART = r"(?:, (?:[Pp]art|[Pp]t\.) (?P<part>\d|[IVX]+)\b)?"
_FICHE = r"(?:,? (?P<fiche>Microfiche Supplement))?"
# Volumes with a name instead of the years, or after them, and what stands for both in an id. Longer names come first.
_NAMES = (
    (r"(?:1919, )?(?:The )?Paris Peace Conference(?:, 1919)?", "1919Paris"),
    (r"(?:The )?Lansing Papers(?:, 1914–1920)?", "1914-20"),
    (r"(?:The )?Soviet Union,? 1933–1939", "1933-39"),
    (r"Japan,? 1931–1941", "1931-41"),
    (r"(?:The )?Conferences at Washington,? 1941–1942,? and Casablanca,? 1943", "1941-43"),
    (r"(?:The )?Conferences at Washington and Quebec,? 1943", "1943"),
    (r"(?:The )?Conferences at Cairo and Tehran,? 1943", "1943CairoTehran"),
    (r"(?:The )?Conference at Quebec,? 1944", "1944Quebec"),
    (r"(?:The )?Conferences at Malta and Yalta,? 1945", "1945Malta"),
    (r"(?:1945, )?(?:The )?Conference of Berlin(?: \([^()]*Potsdam[^()]*\))?(?:,? 1945)?", "1945Berlin"),
    (r"(?:1945–1950, )?(?:The )?Emergence of the Intelligence Establishment", "1945-50Intel"),
    (r"(?:1950–1955, )?The Intelligence Community(?:, 1950–1955)?", "1950-55Intel"),
    (r"(?:195[12]–1954, )?Iran, 1951–1954", "1951-54Iran"),
    (r"1952–1954, Guatemala", "1952-54Guat"),
    (r"1917–1972, Public Diplomacy(?:, World War I)?", "1917-72PubDip"),
    (r"(1901|1942|1943), China", r"\1China"),
    (r"(1918|1919), Russia", r"\1Russia"),
    (r"(1894), (?:Affairs in )?Nicaragua", r"\1Nicaragua"),
    (r"(191[4-6]), Supplement(?:, The World War)?", r"\1Supp"),
    (r"(191[78]), Supplement (\d)(?:, The World War)?", r"\1Supp0\2"),
    (r"(1877), Appendix", r"\1app"),
    (r"(1894|1902), Appendix (1|2)", r"\1app\2"),
    (r"(1894|1902), Appendix I\b", r"\1app1"),
    (r"(1894|1902), Appendix II\b", r"\1app2"),
)


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words.replace("–", DASH).replace(" ", SPACE))


# The name of the series, or "ibid." that may stand for it, with the comma and the space after it.
NAME = _pattern(
    r"(?:Foreign Relations(?: of the United States)?(?:: Diplomatic Papers)?|\bFRUS)[,:]? |\b(?P<again>[Ii]bid\.), "
)
_NAMED = tuple((_pattern(words), template) for words, template in _NAMES)
_YEARS = _pattern(r"(?P<first>1[89]\d\d)(?:–(?P<last>[12]\d\d\d|\d\d))?(?!\d)")
_NUMBERED = _pattern(
    rf"(?:, | )?(?P<word>[Vv]ol(?:umes?|s?\.)) (?P<volume>{_NUMERAL})(?:/(?P<to>[IVXL/]+))?\b{_PART}{_FICHE}"
)
_MORE = _pattern(rf"(?:, and |, | and )(?P<volume>{_NUMERAL})\b{_PART}{_FICHE}")
_ONLY_PART = _pattern(_PART)
# The stems of ids that are no whole volume: these came out in volumes or parts.
_DIVIDED = {"1919Paris", "1914-20", "1931-41", "1945Berlin", "1918Russia", "1917Supp02", "1918Supp01"} | {
    str(year) for year in (1863, 1864, 1865, 1866, 1867, 1868, 1872, 1873, 1875, 1888, 1895, 1906, 1907)
}
_YEARLY = range(1861, 1919)  # a volume a year, named by the year alone
_STEM = re.compile(r"frus(?P<years>\d{4}(?:-\d\d(?:\d\d)?)?)")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}


@dataclass(frozen=True, slots=True)
class Volume:
    """A volume named in a text; half-open offsets."""

    id: str
    start: int
    end: int
    small: bool = False  # its number is set in small capitals: "vol. vi"


def read_volumes(chars: str, start: int, at: int) -> tuple[Volume, ...]:
    """The volumes whose years or names begin at `at`, after the name of the series at `start`; several of a list."""
    for pattern, template in _NAMED:
        if named := pattern.match(chars, at):
            return _numbered(chars, start, named.end(), named.expand(template), whole=True)
    years = _YEARS.match(chars, at)
    if not years:
        return ()
    yearly = years[0].isdecimal() and int(years[0]) in _YEARLY
    return _numbered(chars, start, years.end(), _named(years), whole=yearly)


def read_again(chars: str, start: int, at: int, last: str) -> tuple[Volume, ...]:
    """The volumes that "ibid., vol. XI" names: of the years of the volume `last`, or of years of its own."""
    again = _YEARS.match(chars, at)
    years = _named(again) if again else years_of(last)
    numbered = _numbered(chars, start, again.end() if again else at, years, whole=False) if years else ()
    # "Ibid., Vol. IV" is a folder of an archive.
    return () if numbered and not again and chars.startswith("V", at) else numbered


def years_of(volume: str) -> str:
    """1961-63 of frus1961-63v05."""
    stem = _STEM.match(volume)
    return stem["years"] if stem else ""


def volume_of(years: str, numeral: str, part: str | None) -> str:
    """frus1964-68v29p1 of "1964-68", "XXIX" and "1"."""
    return f"frus{years}{_number(numeral)}" + (f"p{_arabic(part)}" if part else "")


def other_part(volume: str, part: str) -> str:
    """The id of another part of a volume; nothing where the volume has none."""
    whole = re.fullmatch(r"(frus.*)p\d", volume)
    return f"{whole[1]}p{_arabic(part)}" if whole else ""


def _numbered(chars: str, start: int, at: int, stem: str, whole: bool) -> tuple[Volume, ...]:
    """The volumes of `stem` numbered at `at`; without a number that is one where `whole`, as before 1919."""
    first = _NUMBERED.match(chars, at)
    if not first:
        part = _ONLY_PART.match(chars, at)
        if part and part["part"]:
            return (Volume(f"frus{stem}p{_arabic(part['part'])}", start, part.end()),)
        return (Volume(f"frus{stem}", start, at),) if whole and stem not in _DIVIDED else ()
    found = [Volume(_id(stem, first), start, first.end(), first["volume"].islower())]
    while first["word"].rstrip(".").endswith("s") and (more := _MORE.match(chars, found[-1].end)):
        found.append(Volume(_id(stem, more), more.start("volume"), more.end(), more["volume"].islower()))
    return tuple(found)


def _id(stem: str, named: re.Match[str]) -> str:
    if not named["fiche"]:
        return volume_of(stem, named["volume"], named["part"])
    several = named.groupdict().get("to")
    last = f"-{_number(several.rpartition('/')[2]).removeprefix('v')}" if several else ""
    return f"{volume_of(stem, named['volume'], None)}{last}mSupp" + (_arabic(named["part"]) if named["part"] else "")


def _named(years: re.Match[str]) -> str:
    """1961–1963 and 1961–63 → 1961-63; 1993–2000 → 1993-2000, which no two digits would say."""
    first, last = years["first"], years["last"]
    if not last:
        return first
    return f"{first}-{last[-2:]}" if last[:2] == first[:2] or len(last) == 2 else f"{first}-{last}"


def _number(numeral: str) -> str:
    """V → v05; E–5 → ve05."""
    electronic = re.fullmatch(rf"E{DASH}(\d+)", numeral)
    return f"ve{int(electronic[1]):02d}" if electronic else f"v{_roman(numeral):02d}"


def _arabic(number: str) -> str:
    return number if number.isdecimal() else str(_roman(number))


def _roman(numeral: str) -> int:
    values = [_VALUES[letter] for letter in numeral.lower()]
    return sum(-v if v < max(values[n:]) else v for n, v in enumerate(values))
