"""Doubts: what encoded documents say of their own uncertainty, with the words around and the alternatives."""

from chancery.doubts.lines import words_of_line
from chancery.doubts.namesakes import Namesakes, read_namesakes
from chancery.doubts.reading import Reading, read_tei
from chancery.doubts.seeking import Sought, seek_doubts

__all__ = ["Namesakes", "Reading", "Sought", "read_namesakes", "read_tei", "seek_doubts", "words_of_line"]
