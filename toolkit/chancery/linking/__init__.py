"""Linking names and terms to their registers: `linker(register)` and `term_tagger(terms)` give the annotators."""

from chancery.linking.linker import linker
from chancery.linking.terms import term_tagger

__all__ = ["linker", "term_tagger"]
