"""Every key of `edition.toml`: the one table that the checks and the documentation are made from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a key's value must be."""

    TEXT = "text"
    TEXTS = "list of texts"
    NUMBER = "number or text"
    DATE = "date"
    LANGUAGE = "language code"
    ADDRESS = "web address"
    PATH = "path"
    PATHS = "path or list of paths"
    OUTPUTS = "list of outputs"
    COLOUR = "colour"
    SWITCH = "true or false"
    DOCUMENTS = "CSV file or tables"
    TABLES = "tables"


@dataclass(frozen=True, slots=True)
class Key:
    """One key: its name, what its value is, what it means, and an example in TOML."""

    name: str
    kind: Kind
    says: str
    example: str


OUTPUTS = ("html", "pdf")

EDITION: tuple[Key, ...] = (
    Key(
        "title",
        Kind.TEXT,
        "The edition's title, on its first page and in every document's header.",
        '"The Ivanov Case"',
    ),
    Key("editors", Kind.TEXTS, "Who edited it.", '["Ada Editor", "Bo Second"]'),
    Key("publisher", Kind.TEXT, "Who publishes the edition (not the volumes it was taken from).", '"Chancery"'),
    Key("licence", Kind.TEXT, "The licence of the encoding, in a sentence.", '"CC0 1.0"'),
    Key(
        "licence_address",
        Kind.ADDRESS,
        "Where the licence can be read.",
        '"https://creativecommons.org/publicdomain/zero/1.0/"',
    ),
    Key("language", Kind.LANGUAGE, "The language of the documents; `en` if not given.", '"en"'),
    Key(
        "sources",
        Kind.PATHS,
        "Where the sources are: a folder (its `.txt`, `.html`, `.htm`), a pattern or several; `sources` if not given.",
        '"sources/*.txt"',
    ),
    Key("tei", Kind.PATH, "The folder of the encoded documents; `tei` if not given.", '"tei"'),
    Key(
        "persons",
        Kind.PATH,
        "The register of persons; `persons.xml` in the `tei` folder, if it is there and nothing else is given.",
        '"tei/persons.xml"',
    ),
    Key(
        "terms",
        Kind.PATH,
        "The register of terms; `terms.xml` in the `tei` folder, if it is there and nothing else is given.",
        '"tei/terms.xml"',
    ),
    Key(
        "schema",
        Kind.PATH,
        "The edition's own schema, an ODD that says what is different from chancery's; none if not given.",
        '"my.odd"',
    ),
    Key(
        "build",
        Kind.PATH,
        "Where the outputs go; `build` if not given. It is chancery's own: nothing else belongs there.",
        '"build"',
    ),
    Key(
        "outputs",
        Kind.OUTPUTS,
        "What `chancery build` makes: `html`, `pdf` or both; both if not given.",
        '["html", "pdf"]',
    ),
    Key(
        "documents",
        Kind.DOCUMENTS,
        "A CSV file with the facts about the documents, instead of the tables `[documents.NAME]`.",
        '"documents.csv"',
    ),
    Key("volumes", Kind.TABLES, "The tables `[volumes.ID]`, see below.", "[volumes.frus1964-68v14]"),
    Key("site", Kind.TABLES, "The table `[site]`, see below: how the web pages look and what they say.", "[site]"),
    Key("rules", Kind.TABLES, "The table `[rules]`, see below: rules switched off or weighed otherwise.", "[rules]"),
)

VOLUME: tuple[Key, ...] = (
    Key("series", Kind.TEXT, "The series the volume belongs to.", '"Foreign Relations of the United States"'),
    Key("title", Kind.TEXT, "The volume's title.", '"1964–1968, Volume XIV, Soviet Union"'),
    Key("publisher", Kind.TEXT, "Who published the volume.", '"United States Government Printing Office"'),
    Key("year", Kind.NUMBER, "The year it was published.", "2001"),
    Key(
        "address",
        Kind.ADDRESS,
        "Its address; `/d250` is added for document 250.",
        '"https://history.state.gov/historicaldocuments/frus1964-68v14"',
    ),
    Key(
        "rights",
        Kind.TEXT,
        "The rights in the text, in a sentence.",
        '"A work of the United States government, in the public domain."',
    ),
)

DOCUMENT: tuple[Key, ...] = (
    Key("volume", Kind.TEXT, "The volume's ID; from the file's name (`ID_d250.txt`) if not given.", '"frus1964-68v14"'),
    Key("number", Kind.NUMBER, "The document's number; from the file's name if not given.", "250"),
    Key(
        "date",
        Kind.DATE,
        "When it was written: a day, a month, a year, or a day and time with its offset.",
        '"1967-10-13T13:00:00+00:00"',
    ),
    Key("from", Kind.DATE, "The first day, where it was written over several.", '"1967-10-13"'),
    Key("to", Kind.DATE, "The last of those days.", '"1967-10-15"'),
    Key("not_before", Kind.DATE, "The earliest possible day, where the date is not known.", '"1970-10-28"'),
    Key("not_after", Kind.DATE, "The latest possible day.", '"1970-11-02"'),
    Key("date_text", Kind.TEXT, "The date in words, as it is to be shown.", '"October 13, 1967, 1300Z"'),
    Key("place", Kind.TEXT, "Where it was written.", '"Moscow"'),
    Key("page", Kind.NUMBER, "The printed page it begins on.", "594"),
    Key(
        "says",
        Kind.TEXT,
        "Who or what says so: the evidence for date, place and page. It stands in the header.",
        '"Date and place as printed in the volume, p. 594."',
    ),
    Key("kind", Kind.TEXT, "What it is, where the heading doesn't say: telegram, memorandum, letter …", '"telegram"'),
    Key("rights", Kind.TEXT, "The rights in this text, where they are not the volume's.", '"© The Estate of …"'),
)

SITE: tuple[Key, ...] = (
    Key("title", Kind.TEXT, "The site's title; the edition's if not given.", '"The Ivanov Case"'),
    Key(
        "description",
        Kind.TEXT,
        "What it is, in a sentence or two: on its first page, and for search engines.",
        '"Three documents on a Soviet citizen held in the United States."',
    ),
    Key(
        "address",
        Kind.ADDRESS,
        "Where it will stand; without it, there is no list of pages for search engines and no feed.",
        '"https://example.org/ivanov/"',
    ),
    Key(
        "language",
        Kind.LANGUAGE,
        "The language of buttons and headings; that of the documents if not given, else English.",
        '"de"',
    ),
    Key("editors", Kind.TEXTS, "Who edited it; the edition's editors if not given.", '["Ada Editor"]'),
    Key("licence", Kind.TEXT, "The licence of the pages; the edition's if not given.", '"CC BY 4.0"'),
    Key(
        "licence_address",
        Kind.ADDRESS,
        "Where that licence can be read.",
        '"https://creativecommons.org/licenses/by/4.0/"',
    ),
    Key("accent", Kind.COLOUR, "The colour of links on light paper, six digits after #.", '"#1b4f8c"'),
    Key("accent_dark", Kind.COLOUR, "The colour of links on dark paper.", '"#9cc3f0"'),
    Key("logo", Kind.PATH, "A picture beside the title: PNG, JPEG, WebP or SVG.", '"logo.svg"'),
    Key(
        "pages",
        Kind.PATHS,
        "Pages of your own, Markdown (`.md`) or TEI (`.xml`), in the order in which they are linked.",
        '["about.md", "encoding.md"]',
    ),
    Key("search", Kind.SWITCH, "Whether the site can be searched; it can if not given.", "false"),
)
