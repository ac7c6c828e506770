"""Notes: each note's marker found by a search over the whole document and replaced by a milestone.

The best increasing sequence of markers is chosen, not the first digit that fits: `candidates` says
what could be a marker and how unlikely that looks, `sequence` finds the cheapest way to anchor all notes in order,
`anchoring` moves the markers from the text to the ledger.
"""

from chancery.annotators.notes.anchoring import anchor_notes

__all__ = ["anchor_notes"]
