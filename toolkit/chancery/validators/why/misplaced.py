"""Why an element of the schema may not stand where it does."""

from __future__ import annotations

from dataclasses import dataclass

from chancery.validators.nodes import Node
from chancery.validators.rng.derivatives import after, after_any, elements_called, next_elements
from chancery.validators.rng.patterns import Element, Pattern
from chancery.validators.why.state import State, few, may_hold
from chancery.validators.why.words import one_of, tag, tags

SEVERAL = 2  # elements that one shuts out: then it is that one


@dataclass(frozen=True, slots=True)
class Misplaced:
    """What is said of an element, and whether it may stay, since something is missing before it."""

    code: str
    message: str
    hint: str
    stays: bool = False
    culprit: int = -1  # the place among the passed of the one that is said to be misplaced instead


def find_needed(state: State, name: str) -> list[Element]:
    """The elements one of which must come first for `name` to be possible."""
    return [one for one in next_elements(state.pattern) if elements_called(after(state.pattern, one), name)]


def explain_misplaced(state: State, child: Node, place: int, needed: list[Element]) -> Misplaced:
    """What is said of the element that is the child at `place`."""
    own, parent = tag(child.name), tag(state.node.name)
    later = {node.name for node in state.node.children[place + 1 :] if isinstance(node, Node)}
    coming = [tag(name) for name in tags(needed) if name in later]
    earlier = next((node for before, node in reversed(state.passed) if elements_called(before, child.name)), None)
    if coming:
        last = _last_before(state, child.name, place)
        hint = f"put it after the {tag(last.name)} of line {last.line}" if last else f"put it after {coming[0]}"
        return Misplaced("V104", f"{own} may not stand before {coming[0]} in {parent}", hint)
    if earlier and earlier.name != child.name and (early := _came_too_early(state, earlier, place)):
        return early
    if earlier and earlier.name != child.name:
        hint = f"put it before the {tag(earlier.name)} of line {earlier.line}{state.allowed(';')}"
        return Misplaced("V104", f"{own} may not stand after {tag(earlier.name)} in {parent}", hint)
    if needed:
        missing = one_of([tag(name) for name in tags(needed)])
        return Misplaced("V108", f"{missing} is missing before {own} in {parent}", f"put it before {own}", True)
    if earlier:
        message = f"{parent} has a {own} already, on line {earlier.line}"
        return Misplaced("V104", message, f"keep one of the two{state.allowed(';')}")
    return _elsewhere(state, child)


def _came_too_early(state: State, earlier: Node, place: int) -> Misplaced | None:
    """The element that shuts others out is itself misplaced, where there are several of them."""
    number = next(n for n, (_, node) in enumerate(state.passed) if node is earlier)
    before = state.passed[number][0]
    following = [one for one in state.node.children[place:] if isinstance(one, Node) and one.name != earlier.name]
    shut_out = [
        node for node in following if _may_go_on(before, node) and not elements_called(state.pattern, node.name)
    ]
    if number + 1 < len(state.passed) or len(shut_out) < SEVERAL:
        return None
    own, last = tag(earlier.name), shut_out[-1]
    message = f"{own} may not stand before {tag(following[0].name)} in {tag(state.node.name)}"
    return Misplaced("V104", message, f"put it after the {tag(last.name)} of line {last.line}", culprit=number)


def _may_go_on(pattern: Pattern, node: Node) -> bool:
    return bool(elements_called(pattern, node.name))


def _last_before(state: State, name: str, place: int) -> Node | None:
    """The last element after which one called `name` could stand."""
    pattern, found = state.pattern, None
    for node in state.node.children[place + 1 :]:
        if isinstance(node, Node):
            pattern = after_any(pattern, elements_called(pattern, node.name))
            found = node if elements_called(pattern, name) else found
    return found


def _elsewhere(state: State, child: Node) -> Misplaced:
    """It belongs into another element, or nowhere here."""
    own, parent = tag(child.name), tag(state.node.name)
    last = state.passed[-1][1] if state.passed else None
    possible = may_hold(state.declared, child.name)
    where = f"after {tag(last.name)} in {parent}" if last and possible else f"in {parent}"
    message = f"{own} may not stand {where}"
    wrappers = [] if possible else state.wrappers(child.name)
    if wrappers:
        state.wrapper = wrappers[0]
        return Misplaced("V104", message, f"put it into {few(wrappers)}{state.allowed(';')}")
    parents = state.guide.grammar.parents
    if any(may_hold(outer, child.name) for outer in parents.get(state.declared, ())):
        return Misplaced("V104", message, f"end {parent} before it, or take its tags out{state.allowed(';')}")
    own_parents = [outer for one in state.guide.grammar.names.get(child.name, ()) for outer in parents.get(one, ())]
    stands = [tag(name) for name in state.guide.common(tags(own_parents))]
    told = f"{own} stands in {one_of(stands[:3])}" if stands else f"take {own} out"
    return Misplaced("V104", message, f"{told}{state.allowed(';') or f'; nothing more may come in {parent}'}")
