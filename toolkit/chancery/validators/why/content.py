"""What is wrong with the content of an element, and how to go on after it."""

from __future__ import annotations

from collections.abc import Iterator

from chancery.validators.nodes import Node, Words
from chancery.validators.rng.derivatives import after, after_text, can_end, elements_called, fits, next_elements
from chancery.validators.rng.names import holds, local_of, namespace_of
from chancery.validators.rng.patterns import NOT_ALLOWED, Element, elements_of, reads_text
from chancery.validators.verdict import whole_text
from chancery.validators.why.misplaced import explain_misplaced, find_needed
from chancery.validators.why.state import State, few, may_hold
from chancery.validators.why.words import Refusal, from_html, nearest, one_of, short, tag, tags, wanted_text


def check_content(state: State) -> Iterator[Refusal]:
    """What is wrong, in the order of the text."""
    words = whole_text(state.node)
    if reads_text(state.pattern) and words is not None:
        if not fits(state.pattern, words):
            yield _refuse_value(state, words)
        return
    for place, child in enumerate(state.node.children):
        if isinstance(child, Node):
            yield from _check_element(state, child, place)
        elif child.text.strip():
            yield from _check_text(state, child)
    yield from _check_end(state)


def _refuse_value(state: State, words: str) -> Refusal:
    node = state.node
    first = next((child for child in node.children if isinstance(child, Words)), None)
    line, column = node.end_line, node.end_column
    if first and words.strip():
        line, column = first.line, first.column
    told = wanted_text(state.pattern)
    what = f"“{short(words)}” is not possible in" if words.strip() else "there is nothing in"
    return Refusal("V106", line, column, f"{what} {tag(node.name)}", f"possible: {told}" if told else "")


def _check_text(state: State, words: Words) -> Iterator[Refusal]:
    left = after_text(state.pattern, words.text)
    if left is not NOT_ALLOWED:
        state.pattern = left
    elif state.wrapper is None:
        possible = state.wrappers("")
        state.wrapper = possible[0] if possible else None
        message = f"text may not stand directly in {tag(state.node.name)}: “{short(words.text)}”"
        hint = f"put it into {few(possible)}" if possible else _instead_of_text(state)
        yield Refusal("V107", words.line, words.column, message, state.advise(hint))


def _instead_of_text(state: State) -> str:
    names = [tag(name) for name in tags(elements_of(state.pattern))]
    return f"take it out, or put it into one of {one_of(names, 'and')}" if names else "take it out"


def _check_element(state: State, child: Node, place: int) -> Iterator[Refusal]:
    declared = elements_called(state.pattern, child.name)
    if declared:
        yield from state.guide.refusals(child, declared)
        state.step(child, tuple(state.guide.fitting(child, declared)) or declared)
    elif not _is_known(state, child.name):
        yield from _refuse_unknown(state, child)
    elif state.wrapper and may_hold(state.wrapper, child.name):
        yield from _inside(state, child)
    else:
        yield from _refuse_misplaced(state, child, place)


def _is_known(state: State, name: str) -> bool:
    grammar = state.guide.grammar
    return name in grammar.names or any(holds(el.names, name) for el in grammar.elements)


def _inside(state: State, child: Node) -> Iterator[Refusal]:
    """What else is wrong in an element that may not stand here; its own tags must go anyhow."""
    for inner in child.nodes():
        yield from state.guide.refusals(inner, state.guide.grammar.names.get(inner.name, ()))


def _refuse_unknown(state: State, child: Node) -> Iterator[Refusal]:
    here = tags(next_elements(state.pattern))
    names = list(state.guide.grammar.names)
    near = from_html(child.name, here) or nearest(child.name, here) or nearest(child.name, names)
    message = f"{tag(child.name)} is not an element of this schema"
    yield Refusal("V104", child.line, child.column, message, _meant(state, child, near))
    declared = elements_called(state.pattern, near) if near else ()
    if declared:
        meant = Node(near, child.attributes, child.line, child.column, child.offset, child.children)
        meant.end_line, meant.end_column = child.end_line, child.end_column
        found = state.guide.refusals(meant, declared)
        yield from (one for one in found if (one.line, one.column) != (child.line, child.column))
        state.step(child, declared)
        return
    state.unknown = True
    yield from _inside(state, child)


def _meant(state: State, child: Node, near: str) -> str:
    if not near:
        return f"take its tags out{state.allowed(';')}"
    wanted = namespace_of(near)
    if local_of(near) == local_of(child.name) and wanted != namespace_of(child.name):
        return f"it must be in the namespace {wanted}" if wanted else "take its namespace away"
    return f"did you mean {tag(near)}?"


def _refuse_misplaced(state: State, child: Node, place: int) -> Iterator[Refusal]:
    needed = find_needed(state, child.name)
    if needed and (state.unknown or state.displaced & set(tags(needed))):
        yield from _stay(state, child, needed)  # what was told already stands in its place
        return
    why = explain_misplaced(state, child, place, needed)
    if why.culprit >= 0:
        state.pattern, culprit = state.passed.pop(why.culprit)
        state.displaced.add(culprit.name)
        yield Refusal(why.code, culprit.line, culprit.column, why.message, state.advise(why.hint))
        yield from _check_element(state, child, place)
        return
    yield Refusal(why.code, child.line, child.column, why.message, state.advise(why.hint))
    if why.stays:
        yield from _stay(state, child, needed)
    else:
        state.displaced.add(child.name)
        yield from _inside(state, child)


def _stay(state: State, child: Node, needed: list[Element]) -> Iterator[Refusal]:
    """Go on as if what the element needs before it were there."""
    state.pattern = after(state.pattern, needed[0])
    declared = elements_called(state.pattern, child.name)
    yield from state.guide.refusals(child, declared)
    state.step(child, declared)


def _check_end(state: State) -> Iterator[Refusal]:
    if can_end(state.pattern) or state.unknown:
        return
    nearer = [one for one in next_elements(state.pattern) if after(state.pattern, one) is not state.pattern]
    wanted = [one for one in nearer if can_end(after(state.pattern, one))] or nearer
    names = tags(wanted)
    if state.displaced & set(names) or (state.wrapper and state.wrapper in wanted):
        return
    node = state.node
    missing = one_of([tag(name) for name in names]) or f"text ({wanted_text(state.pattern)})"
    last = state.passed[-1][1] if state.passed else None
    where = f"after the {tag(last.name)} of line {last.line}" if last else f"into {tag(node.name)}"
    message = f"{tag(node.name)} is not complete: {missing} is missing"
    yield Refusal("V108", node.end_line, node.end_column, message, state.advise(f"put it {where}"))
