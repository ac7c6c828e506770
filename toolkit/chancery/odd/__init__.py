"""A schema's one source: a TEI ODD, compiled into grammar, rules and guide."""

from chancery.odd.compiling import Compiled, compile_odd
from chancery.odd.sources import Source, read_chain

__all__ = ["Compiled", "Source", "compile_odd", "read_chain"]
