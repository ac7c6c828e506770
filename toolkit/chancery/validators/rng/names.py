"""Classes of names: what an element or attribute pattern of RELAX NG may be called.

A name is written as expat gives it: the namespace, a space, the local name; the local name alone where there is none.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

XML = "http://www.w3.org/XML/1998/namespace"


@dataclass(frozen=True, slots=True)
class Name:
    """One name."""

    key: str


@dataclass(frozen=True, slots=True)
class AnyName:
    """Every name but those excepted."""

    excepted: NameClass | None = None


@dataclass(frozen=True, slots=True)
class NsName:
    """Every name of a namespace but those excepted."""

    namespace: str
    excepted: NameClass | None = None


@dataclass(frozen=True, slots=True)
class NameChoice:
    """Whatever is in one of the classes."""

    classes: tuple[NameClass, ...]


NameClass = Name | AnyName | NsName | NameChoice


def key_of(namespace: str, local: str) -> str:
    """A name as it is written here."""
    return f"{namespace} {local}" if namespace else local


def namespace_of(key: str) -> str:
    """The namespace of a name, empty where it is in none."""
    return key.rpartition(" ")[0]


def local_of(key: str) -> str:
    """The name without its namespace; attributes of XML itself keep their prefix, since nobody knows them without."""
    namespace, _, local = key.rpartition(" ")
    return f"xml:{local}" if namespace == XML else local


@cache
def holds(names: NameClass, key: str) -> bool:
    """Whether a name is in the class."""
    match names:
        case Name(own):
            return own == key
        case NameChoice(classes):
            return any(holds(one, key) for one in classes)
        case NsName(namespace, excepted):
            return namespace_of(key) == namespace and not (excepted and holds(excepted, key))
        case AnyName(excepted):
            return not (excepted and holds(excepted, key))


@cache
def listed(names: NameClass) -> tuple[str, ...]:
    """The names that the class lists one by one."""
    match names:
        case Name(key):
            return (key,)
        case NameChoice(classes):
            return tuple(key for one in classes for key in listed(one))
    return ()
