"""Chancery: documentary editions from source text to TEI, HTML and PDF."""

__version__ = "0.1.0"
