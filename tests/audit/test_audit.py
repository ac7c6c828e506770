"""The audit: silent on what the converter writes and on markup, loud on every change of text, with its place."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from audit.audit_mutations import MARKUP, TEXT, Change, change_character, change_source, drop_character
from chancery.audit import audit_source, read_streams
from chancery.audit.forms import SIGNS
from chancery.files import read_source
from chancery.model.account import Account
from chancery.model.ledger import PATTERNS, Reason
from chancery.model.source import Source
from conftest import ROOT

CASES = sorted(p for p in (ROOT / "tests" / "conversion" / "cases").glob("*/*.*") if p.suffix in (".txt", ".html"))
SEEDS = range(25)
AROUND = {  # how often pages have text that is no part of the document
    "html-outside": 2, "html-broken": 1, "html-anchors-of-1996": 2, "html-bracketed-notes": 1, "html-drupal": 2,
    "html-gutenberg": 1, "html-terms": 1, "html-wordpress": 1, "html-heading-below-a-banner": 2,
    "html-heading-below-a-name": 1, "html-line-breaks-and-anchors": 1, "html-nested-divisions": 1,
    "html-wiki-of-sources": 2, "html-strange-end-tag": 1,
}  # fmt: skip


@cache
def documents() -> list[tuple[Source, bytes]]:
    """Sources and their TEI: the edition's, and the longer cases of the conversion."""
    sources = sorted((ROOT / "sources").glob("*.txt"))
    found = [(path, (ROOT / "tei" / f"{path.stem}.xml").read_bytes()) for path in sources]
    found += [(path, expected(path)) for path in CASES if path.stat().st_size > 500 and path.suffix == ".txt"]
    return [(read_source(path, path.name)[0], data) for path, data in found]


def expected(path: Path) -> bytes:
    """The TEI that a case's source becomes; the golden file holds the body alone."""
    body = (path.parent / "expected.xml").read_text("utf-8")
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><p/></teiHeader><text>{body}</text></TEI>'.encode()


def audit(text: str, data: bytes) -> Account:
    return audit_source(Source("source.txt", "source", text), [read_streams(data, "document.xml")])


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_what_the_converter_writes_is_accounted_for(path: Path) -> None:
    source, _ = read_source(path, path.name)
    account = audit(source.text, expected(path))
    if path.parent.name == "html-hostile":  # what it says, nobody knows for certain
        assert account.findings
        return
    around = AROUND.get(path.parent.name, 0)
    assert [found.code for found in account.findings] == ["A007"] * around
    assert account.unexplained == 0
    assert account.text > 0 or not source.text.strip()


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("change", TEXT, ids=lambda change: change.__name__)
def test_a_change_of_the_text_is_found(change: Change, seed: int) -> None:
    rng = random.Random(f"{change.__name__} {seed}")
    for _ in range(20):
        source, data = rng.choice(documents())
        root = etree.fromstring(data)
        if change(root, rng):
            found = audit(source.text, etree.tostring(root)).findings
            assert found, (source.path, change.__name__)
            return


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("change", MARKUP, ids=lambda change: change.__name__)
def test_a_change_of_the_markup_is_not(change: Change, seed: int) -> None:
    rng = random.Random(f"{change.__name__} {seed}")
    source, data = rng.choice(documents())
    root = etree.fromstring(data)
    for _ in range(5):
        change(root, rng)
    account = audit(source.text, etree.tostring(root))
    assert not account.findings
    assert account.unexplained == 0


@pytest.mark.parametrize("seed", range(200))
def test_a_change_of_the_source_is_found(seed: int) -> None:
    rng = random.Random(seed)
    source, data = rng.choice(documents())
    changed = change_source(source.text, rng)
    if changed.split() != source.text.split():
        assert audit(changed, data).findings


@pytest.mark.parametrize("seed", range(60))
@pytest.mark.parametrize("change", [drop_character, change_character], ids=lambda change: change.__name__)
def test_the_place_is_told(change: Change, seed: int) -> None:
    rng = random.Random(seed)
    source, data = rng.choice(documents())
    root = etree.fromstring(data)
    before = etree.tostring(root).decode().split("\n")
    change(root, rng)
    after = etree.tostring(root).decode().split("\n")
    line = next(n for n, (a, b) in enumerate(zip(before, after, strict=True), 1) if a != b)
    [first, *_] = audit(source.text, "\n".join(after).encode()).findings
    assert first.line is not None
    assert line <= first.line <= line + 3  # a block of one character may be gone


def test_a_marker_that_stands_apart() -> None:
    tei = '<p>State<note n="1" place="foot">Source: x.</note> said.</p>'
    assert not findings("State 1 said.\n\n  1. Source: x.\n", tei)
    assert findings("State1 said.\n\n  1. Source: x.\n", tei.replace("<note", " <note").replace("> said", ">said")) == [
        "A004"
    ]


def test_notes_out_of_order_and_numbers_that_jump() -> None:
    tei = '<p>One<note n="1">First.</note> two<note n="2">Second.</note></p>'
    assert not findings("One1 two2\n\n  1. First.\n  2. Second.\n", tei)
    assert findings("One1 two2\n\n  1. Second.\n  2. First.\n", tei)
    assert findings("One1 two2\n\n  1. First.\n  7. Second.\n", tei)
    assert findings("One1 two2\n\n  1. First.\n  [2] Second.\n", tei) == []  # its own number, written otherwise
    assert findings("One1 two2\n\n  1. First.\n  [3] Second.\n", tei)


def test_numbers_of_a_list_that_lost_notes() -> None:
    tei = '<p>One<note n="7">First.</note> two<note n="9">Third.</note></p>'
    assert not findings("One7 two9\n\n  1. First.\n  3. Third.\n", tei)
    assert findings("One7 two9\n\n  3. First.\n  1. Third.\n", tei)
    unplaced = '<p>One</p><note n="1" subtype="unanchored">First.</note>'
    assert not findings("One\n\n  4. First.\n", unplaced)


def test_marks_after_a_bullet_and_at_other_ends_of_lines() -> None:
    assert not findings("One\n\n  • [Page 7] Two\n", '<p>One</p><pb n="7"/><p>Two</p>')
    assert not findings("One\x0b[Page 7]\x0cTwo\n", '<p>One</p><pb n="7"/><p>Two</p>')


def test_notes_after_their_paragraphs() -> None:
    tei = '<p>One<note n="1">First.</note></p><p>two<note n="2">Second.</note></p><p>End</p>'
    source = "One/1/\n\n/1/First.\n\ntwo/2/\n\n/2/Second.\n\nEnd\n"
    assert not findings(source, tei)
    assert findings(source.replace("/1/First", "/1/Frist"), tei)
    assert findings(source.replace("/2/", "/3/"), tei)


def test_a_note_put_in_place_by_hand_is_only_told() -> None:
    assert findings("One two\n\n  1. First.\n", '<p>One<note n="1">First.</note> two</p>') == ["A005"]
    assert findings("One two1\n\n  1. First.\n", '<p>One<note n="1">First.</note> two</p>') == ["A001", "A005"]


def test_control_characters_and_byte_order_mark() -> None:
    account = audit("\ufeffOne\x0b t\x07wo\r\n", document("<p>One two</p>"))
    assert not account.findings
    assert dict(account.ledger)[Reason.CONTROL] == 1  # the other ends a line
    assert dict(account.ledger)[Reason.BYTE_ORDER_MARK] == 1


def test_several_documents_of_one_source() -> None:
    one, two = document("<p>One</p>"), document('<p>Two<note n="1">Note.</note></p>')
    streams = [read_streams(one, "one.xml"), read_streams(two, "two.xml")]
    text = "One\n\nTwo1\n\n  1. Note.\n"
    assert not audit_source(Source("s", "s", text), streams).findings
    [found] = audit_source(Source("s", "s", text.replace("Two", "Too")), streams).findings
    assert found.file == "two.xml"


def test_documents_that_repeat_each_others_words() -> None:
    one, two = document("<p>Said</p><p>Again</p>"), document("<head>2. Note</head><p>Said</p><p>Again</p>")
    streams = [read_streams(one, "one.xml"), read_streams(two, "two.xml")]
    for order in (streams, streams[::-1]):
        assert not audit_source(Source("s", "s", "Said\n\nAgain\n\n2. Note\n\nSaid\n\nAgain\n"), order).findings


PAGE = """<html><head><title>Title</title></head><body class="navbar-open"><header><a href="/">Home</a></header>
<h1>1. Letter<sup>1</sup></h1> <p>One&nbsp;&amp; <i>two</i><br>three.</p> [Page 7] <p>End<a href="#n2">2</a></p>
<h3>Notes</h3> <ol><li><p>First. <a href="#r1">↩</a></li><li>Second.</li></ol><footer>By us.</footer></body></html>"""
LETTER = """<head>1. Letter<note n="1">First.</note></head><p>One\u00a0&amp; two<lb/>three.</p><pb n="7"/>
<p>End<note n="2">Second.</note></p>"""


def test_a_web_page() -> None:
    account = audit(PAGE, document(LETTER))
    assert not account.findings
    assert account.unexplained == 0
    assert dict(account.ledger)[Reason.FRAME] == len("HomeByus.")
    assert dict(account.ledger)[Reason.HIDDEN] == len("<title>Title</title>")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("three", "tree", "A003"), ("Second.", "", "A002"), ("First. ", "Frist.", "A003"), ("[Page 7]", "", "A005"),
        ("End", "End and more", "A001"), ("<header>", "<div>Other words.</div><header>", "A007"), ("&amp;", "", "A003"),
        ("</ol>", "</ol><p>Another one.</p>", "A007"), ("</p> [", "</p><p>Left out.</p>[", "A003"),
    ],
)  # fmt: skip
def test_a_web_page_with_another_text(old: str, new: str, code: str) -> None:
    assert code in [found.code for found in audit(PAGE.replace(old, new), document(LETTER)).findings]


def test_long_sources_take_no_long_time() -> None:
    words = "said the Ambassador " * 40
    body = "".join(f'<p>{words}{n}<note n="{n}">Ibid.</note></p>' for n in range(1, 3000))
    text = (
        "\n\n".join(f"{words}{n}{n}" for n in range(1, 3000))
        + "\n\n"
        + "".join(f"  {n}. Ibid.\n" for n in range(1, 3000))
    )
    account = audit(text, document(body))
    assert not account.findings
    assert account.characters > 2_000_000


def test_signs_are_those_of_the_ledger() -> None:
    for reason, pattern in SIGNS.items():
        for sign in ("•", "*", "-", "1.", "12)", "[3]", "/4/", "*", "a.", "†", "↩", "Notes", "Footnotes:"):
            assert PATTERNS[reason].fullmatch(sign) or not pattern.fullmatch(sign), (reason, sign)


def document(body: str) -> bytes:
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div>{body}</div></body></text></TEI>'.encode()


def findings(source: str, body: str) -> list[str]:
    return [found.code for found in audit(source, document(body)).findings]


@pytest.mark.parametrize(
    ("page", "tei"),
    [
        ("<p>One <b>two", "<p>&lt;p&gt;One &lt;b&gt;two</p>"),  # two tags make no page
        ("<p><!DOCTYPE html><title>T</title><p>One</p>", "<p>One</p>"),
        ("<html><p>An <math><mi>x</mi><mo>=</mo></math></p></html>", "<p>An x=</p>"),
        ("<html><p>A <svg>b <svg>c</svg></svg>d</p></html>", "<p>A d</p>"),
        ("<html><p>A <svg>b d</p></html>", "<p>A b d</p>"),
        ("<html><p>A <!-- b d</p></html>", "<p>A</p>"),
        ('<html><p>A <script>"</b><!--"</script>d</p></html>', "<p>A d</p>"),
        ("<html><p>A<nav>n</nav> b</p></html>", "<p>A</p><p>b</p>"),
        (
            '<html><p>A<a href="#a">1</a></p><li id="a">B<nav>n</nav>c</li></html>',
            '<p>A<note n="1"><p>B</p><p>c</p></note></p>',
        ),
        ("<html><p>A [Page&nbsp;7]b</p></html>", '<p>A <pb n="7"/>b</p>'),
        ("<html><body><p>A</p></html>\n\ufeff", "<p>A</p>"),
        ("\ufeffOne\n\n\ufeffTwo", "<p>One</p><p>Two</p>"),
    ],
)
def test_what_is_text_of_a_page(page: str, tei: str) -> None:
    assert not findings(page, tei)


def test_one_document_twice() -> None:
    texts = ("<head>2. Note</head><p>Said</p>", "<head>2. Note</head><p>Said</p><p>More</p>")
    streams = [read_streams(document(text), f"{n}.xml") for n, text in enumerate(texts)]
    for order in (streams, streams[::-1]):
        assert not audit_source(Source("s", "s", "2. Note\n\nSaid\n\n2. Note\n\nSaid\n\nMore\n"), order).findings


def test_the_number_of_a_doubtful_note() -> None:
    tei = '<p>One<note n="1">First.</note> two<note n="2"{}>Second.</note></p>'
    assert findings("One1 two2\n\n  1. First.\n  5. Second.\n", tei.format(""))
    assert not findings("One1 two2\n\n  1. First.\n  5. Second.\n", tei.format(' cert="low"'))


SECOND = "Second, in rather more words than are needed to know a note by."
LINKED = f"""<html><p>One<a href="#b">1</a> two<a href="#a">2</a></p><ol>
<li id="a">{SECOND} <a href="#y">↩</a> More.</li>
<li id="b">First.</li></ol></html>"""


def test_notes_stand_where_links_lead() -> None:
    tei = '<p>One<note n="1">{}</note> two<note n="2">{}</note></p>'
    assert not findings(LINKED, tei.format("First.", f"{SECOND} More."))
    assert findings(LINKED, tei.format(f"{SECOND} More.", "First."))


def test_numbers_of_notes_that_say_nothing() -> None:
    tei = '<p>One<note n="1">First.</note></p>'
    assert not findings("One1\n\n  1. First.\n  2. \n", tei)
    assert findings("One1 2\n\n  1. First.\n", tei)


def test_page_breaks_among_notes() -> None:
    tei = '<p>One<note n="1"><pb n="7"/>First.</note> two<note n="2">Second.<pb n="8"/></note></p>'
    assert not findings("One1 two2\n- [Page 7] First.↩\n- Second.↩\n[Page 8]", tei)


def test_several_pages_of_which_one_is_broken() -> None:
    one, two = document("<p>One.</p>"), document("<p>Two.</p>")
    streams = [read_streams(two, "two.xml"), read_streams(one, "one.xml")]
    page = "<html><title>T<body><p>One.</p></html>\n<html><head><title>U</title><body><p>Two.</p></html>"
    assert not [found for found in audit_source(Source("s", "s", page), streams).findings if found.code != "A007"]


def test_an_arrow_that_is_text() -> None:
    tei = '<p>One<note n="1">First.</note></p><p>↩ Two.</p>'
    assert not findings("One/1/\n\n/1/First.\n\n↩ Two.\n", tei)


def test_a_way_back_before_a_small_word() -> None:
    tei = '<p>One<note n="1"><p>First.</p><p>a word more.</p></note></p>'
    page = '<html><p>One<a href="#a">1</a></p><ol><li id="a">First. <a href="#y">↩</a><p>a word more.</li></ol></html>'
    assert not findings(page, tei)


def test_pages_with_the_same_ids() -> None:
    one = '<html><p>{0}<a href="#a">1</a></p><ol><li id="a">&nbsp;{0}.</li></ol></html>'
    tei = '<p>{0}<note n="1">\u00a0{0}.</note></p>'
    streams = [read_streams(document(tei.format(word)), f"{word}.xml") for word in ("One", "Two")]
    source = Source("s", "s", one.format("One") + one.format("Two"))
    assert not [found for found in audit_source(source, streams).findings if found.code != "A007"]
