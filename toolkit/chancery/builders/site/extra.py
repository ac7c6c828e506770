"""Pages of the editors' own, in Markdown or TEI, in the frame of the edition's pages."""

from __future__ import annotations

import re
from pathlib import PurePath

from lxml import etree
from markdown_it import MarkdownIt
from markdown_it.token import Token

from chancery.builders.catalogue import load
from chancery.diagnostics import ChanceryError
from chancery.files import name_page
from chancery.model.publication import Named
from chancery.tei.tree import TEI, parse
from chancery.xslt import Stylesheet, Tree

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def name_extra(file: Named) -> str:
    """The name of the file's page: about.md has page_about."""
    return name_page(f"page_{PurePath(file[0]).stem}")


def find_title(file: Named) -> str:
    """The page's title: its first heading, else the name of its file."""
    name, data = file
    if name.endswith(".xml"):
        found = parse(data, name).find(f".//{TEI}titleStmt/{TEI}title")
        words = "" if found is None else "".join(map(str, found.itertext()))
    else:
        tokens = MarkdownIt("commonmark").parse(_read(name, data))
        places = [place for place, token in enumerate(tokens) if token.type == "heading_open"]
        words = _plain(tokens[places[0] + 1]) if places else ""
    return " ".join(words.split()) or PurePath(name).stem.replace("_", " ")


def make_extra(sheet: Stylesheet, parameters: dict[str, Tree], file: Named) -> str:
    """The page as the stylesheet gives it."""
    name, data = file
    page = name_extra(file)
    if name.endswith(".xml"):
        return sheet.run(load(sheet, page, data), {**parameters, "step": "extra"}).text
    html = _renderer().render(_read(name, data))
    tree = sheet.tree(f'<extra stem="{page}">{html}</extra>')
    return sheet.run(tree, parameters).text


def _read(name: str, data: bytes) -> str:
    try:
        return _NOT_XML.sub("\ufffd", data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise ChanceryError(f"{name} is not UTF-8", "save it as UTF-8") from None


def _renderer() -> MarkdownIt:
    """Markdown with tables, without HTML; addresses of scripts are no links to it, and pictures are links."""
    markdown = MarkdownIt("commonmark", {"html": False, "xhtmlOut": True}).enable("table")
    markdown.add_render_rule("image", _render_image)
    return markdown


def _render_image(_: object, tokens: list[Token], place: int, *__: object) -> str:
    """A picture as a link: the pages load nothing from elsewhere."""
    link = etree.Element("a", href=str(tokens[place].attrs.get("src", "")))
    link.text = tokens[place].content or link.get("href")
    return etree.tostring(link, encoding="unicode")


def _plain(inline: Token) -> str:
    return "".join(child.content for child in inline.children or ())
