"""A register proposed from documents: `sight` finds their names, `propose` joins those of one person."""

from chancery.linking.proposal.proposing import propose
from chancery.linking.proposal.sightings import sight

__all__ = ["propose", "sight"]
