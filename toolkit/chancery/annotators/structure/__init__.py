"""Structure: what each block is, in the order in which the eye decides it.

Memorandum lists first, since their heads are short lines too; then attachments, datelines and what stands around them,
salutations and signatures; what short lines are left are labels.
"""

from __future__ import annotations

from chancery.annotators.structure.attachments import name_attachments
from chancery.annotators.structure.closers import name_closers
from chancery.annotators.structure.datelines import name_datelines
from chancery.annotators.structure.given import settle_closers
from chancery.annotators.structure.labels import name_labels
from chancery.annotators.structure.lists import name_lists
from chancery.annotators.structure.openings import name_openings
from chancery.model.document import Document


def name_blocks(document: Document) -> Document:
    """The document with the kind of every block decided."""
    for name in (
        name_lists,
        name_attachments,
        settle_closers,
        name_datelines,
        name_openings,
        name_closers,
        name_labels,
    ):
        document = name(document)
    return document
