"""Linking names to persons: `linker(register)` gives the annotator."""

from chancery.linking.linker import linker

__all__ = ["linker"]
