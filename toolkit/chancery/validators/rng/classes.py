"""The name class of an element or attribute pattern, read."""

from __future__ import annotations

from chancery.validators.rng.names import XML, AnyName, Name, NameChoice, NameClass, NsName, key_of
from chancery.validators.rng.scopes import Part
from chancery.validators.rng.sources import Sources

_CLASSES = ("name", "anyName", "nsName", "choice")


def read_class(part: Part, sources: Sources) -> NameClass:
    """What an element or attribute may be called."""
    name = part.node.get("name")
    if name is not None:
        plain = part.kind == "attribute" and part.node.get("ns") is None  # no namespace unless it says so itself
        return Name(_key(part, name.strip(), "" if plain else _namespace(part), sources))
    for child in part.parts():
        if child.kind in _CLASSES:
            return _class(child, sources)
    sources.report("V140", part.source, part.node, f"<{part.kind}> has no name")
    return Name("")


def _class(part: Part, sources: Sources) -> NameClass:
    inside = [child for child in part.parts() if child.kind != "except"]
    excepted = [_class(one, sources) for child in part.parts() if child.kind == "except" for one in child.parts()]
    without = NameChoice(tuple(excepted)) if excepted else None
    match part.kind:
        case "name":
            return Name(_key(part, (part.node.text or "").strip(), _namespace(part), sources))
        case "anyName":
            return AnyName(without)
        case "nsName":
            return NsName(_namespace(part), without)
        case "choice":
            return NameChoice(tuple(_class(child, sources) for child in inside))
    sources.report("V140", part.source, part.node, f"<{part.kind}> cannot stand where a name is wanted")
    return Name("")


def _namespace(part: Part) -> str:
    return part.inherited("ns", part.namespace)


def _key(part: Part, name: str, namespace: str, sources: Sources) -> str:
    prefix, colon, local = name.rpartition(":")
    if not colon:
        return key_of(namespace, name)
    bound = XML if prefix == "xml" else part.node.nsmap.get(prefix)
    if bound is None:
        sources.report("V140", part.source, part.node, f"the prefix {prefix} is not declared")
    return key_of(bound or "", local)
