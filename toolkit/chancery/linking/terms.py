"""Terms and abbreviations linked to their register: an annotator made from one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from chancery.linking.automaton import Node, add_form, find_longest
from chancery.linking.chances import Cert
from chancery.linking.letters import is_office, is_person
from chancery.linking.spans import Tag, overlaps, put_tags
from chancery.linking.spellings import is_certain, is_variant
from chancery.linking.tokens import Token, spelling, split_tokens
from chancery.model.document import Block, Document, Kind
from chancery.model.terms import Term, Terms

SILENT = frozenset({Kind.PAGE, Kind.DATELINE})
TAKEN = frozenset({"persName", "rs", "date", "placeName", "ref", "term"})  # no term is sought inside these


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a term with its spelling."""

    term: Term
    said: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The register made ready: the automaton over all forms."""

    root: Node[Form]
    keys: frozenset[str]  # of all tokens of forms
    file: str


@dataclass(frozen=True, slots=True)
class Found:
    """A place where a form stands."""

    start: int
    end: int
    form: Form
    cert: Cert


def term_tagger(terms: Terms | None) -> Callable[[Document], Document]:
    """An annotator that tags the terms of a register; without one, none."""
    return partial(tag_terms, vocabulary=read_vocabulary(terms or Terms(())))


def read_vocabulary(terms: Terms) -> Vocabulary:
    """The automaton over the forms; one that two entries share means neither, and is not sought."""
    bearers: dict[str, set[str]] = {}
    forms = [Form(term, spelling(said)) for term in terms.terms for said in term.forms]
    for form in forms:
        bearers.setdefault(form.said, set()).add(form.term.id)
    root, keys = Node[Form](), set[str]()
    for form in forms:
        if len(bearers[form.said]) == 1:
            key = [token.key for token in split_tokens(form.said)]
            add_form(root, key, form)
            keys.update(key)
    return Vocabulary(root, frozenset(keys), terms.file)


def tag_terms(document: Document, vocabulary: Vocabulary) -> Document:
    """The document with its terms tagged."""
    if not vocabulary.root.next:
        return document
    tag = partial(tag_block, vocabulary=vocabulary)
    return replace(
        document,
        blocks=tuple(tag(block) for block in document.blocks),
        notes=tuple(replace(note, blocks=tuple(tag(block) for block in note.blocks)) for note in document.notes),
    )


def tag_block(block: Block, vocabulary: Vocabulary) -> Block:
    """The block with its terms tagged, but for what is tagged as something else."""
    if block.kind in SILENT:
        return block
    taken = [span for span in block.spans if span.name in TAKEN]
    target = f"{vocabulary.file}#"
    tags = (Tag(f.start, f.end, "term", target + f.form.term.id, f.cert) for f in find_terms(block, vocabulary))
    return put_tags(block, (tag for tag in tags if not any(overlaps(span, tag) for span in taken)))


def find_terms(block: Block, vocabulary: Vocabulary) -> Iterator[Found]:
    """The terms of a block in the order of its text, none overlapping another."""
    tokens, free = split_tokens(block.text.chars, vocabulary.keys), 0
    starts = vocabulary.root.next
    for at, token in enumerate(tokens):
        if token.key not in starts or at < free:
            continue
        after, forms = find_longest(vocabulary.root, at, lambda i: tokens[i].key if i < len(tokens) else None)
        found = read_form(block, tokens, at, after, forms)
        if found:
            yield found
            free = after


def read_form(block: Block, tokens: list[Token], at: int, after: int, forms: tuple[Form, ...]) -> Found | None:
    """The term that the tokens [at, after) are; None where they are something else, or may be."""
    if not forms or not stands_alone(tokens, at, after):
        return None
    text, start, end = block.text.chars, tokens[at].start, tokens[after - 1].end
    said = spelling(text[start:end])
    if exact := next((form for form in forms if form.said == said), None):
        if len(said) == 1:
            sure = is_office(block, start, end) or is_person(text, start, end, exact.term.gloss)
            return Found(start, end, exact, Cert.MEDIUM) if sure else None
        return Found(start, end, exact, Cert.HIGH) if is_certain(text, start, end) else None
    variant = [form for form in forms if is_variant(form.said, said, form.term.gloss)]
    sure = len({form.term.id for form in variant}) == 1 and is_certain(text, start, end)
    return Found(start, end, variant[0], Cert.MEDIUM) if sure else None


def stands_alone(tokens: list[Token], at: int, after: int) -> bool:
    """Whether nothing is glued to the tokens but the s of a plural."""
    before = at and (tokens[at - 1].text[-1].isalnum() or tokens[at - 1].text == "_")
    if before or after == len(tokens):
        return not before
    follows = tokens[after].text
    if follows == "s":
        return after + 1 == len(tokens) or not tokens[after + 1].text[0].isalnum()
    return not follows[0].isalnum() and follows != "_"
