"""Memorandum lists: heads known by their words, items typed after them, a sentence among participants (A13, A14)."""

from __future__ import annotations

import re
from dataclasses import replace

from chancery.annotators.dates import match_dateline
from chancery.diagnostics import Diagnostic
from chancery.model.blocks import following
from chancery.model.document import Block, Document, Kind

# What stands above a list, in small letters without the colon, and the type of list it opens.
LABELS: dict[str, str] = {
    **dict.fromkeys(["subject", "subjects", "subj", "re"], "subject"),
    **dict.fromkeys(
        ["participants", "others present", "present", "members present", "those attending", "attendees", "attending",
         "other participants", "also present", "persons present", "people present", "others attending",
         "american participants", "in attendance", "participation", "those present", "also attending"],
        "participants",
    ),
    **dict.fromkeys(["to", "info", "action", "memorandum for", "memorandum to", "copies to", "for", "cc",
                     "info to"], "to"),
    **dict.fromkeys(["from", "fm", "through", "via", "thru"], "from"),
    **dict.fromkeys(["ref", "refs", "reference", "references"], "references"),
    **dict.fromkeys(["date", "time", "place", "date and time", "time and place", "date and place", "distribution",
                     "attachments", "enclosures"], "simple"),
}  # fmt: skip
_DELEGATION = re.compile(
    r"(?:for )?(?:the )?(?:[A-Z][\w.’' -]{0,40}\s)?(?:side|delegation|participants|officials|representatives)\Z", re.I
)
_NO_PARTY = re.compile(
    r"(?:\w+ )?(?:points?|items?|topics?|agenda|issues?|questions?|discussion|attachments?|enclosures?|distribution"
    r"|dates?|time|place|summary|documents|background|copies|tabs?)\b",
    re.I,
)
# What a letterhead or the paper's own title begins with.
_PAPER = re.compile(
    r"(?:MEMORANDUM (?:FOR|TO)|Memorandum (?:for|to)|TELEGRAM|Telegram|AIRGRAM|Airgram|CABLE|FOR|THE WHITE HOUSE)\b"
)
LONGEST_HEAD = 12  # words
_VERB = re.compile(
    r"\b(?:is|are|was|were|had|has|have|called|said|met|asked|opened|began|stated|told|would|will|came|saw|gave|noted"
    r"|expressed|requested|received|invited|discussed|arrived|took place|\w{3,}ed (?:that|on|to|the|by|with|in))\b"
)
LEAST_SENTENCE = 8  # words


def name_lists(document: Document) -> Document:
    """The document with list heads named, items typed, and sentences among participants made paragraphs."""
    blocks = list(document.blocks)
    below: Block | None = None  # what is no page break
    for place, block in reversed(list(enumerate(blocks))):
        after = below.kind if below else None
        known = bool(list_type(block.text.chars))
        guess = block.kind is Kind.P and (not block.given or known)
        line = guess and ((after is Kind.ITEM and _could_head(block)) or _heads_group(block, below))
        bullet = block.kind is Kind.ITEM and block.depth == 1 and known and after is Kind.ITEM
        if line or bullet:  # some copies put a bullet before the heads of lists too
            blocks[place] = replace(block, kind=Kind.LIST_HEAD)
        if block.kind is not Kind.PAGE:
            below = blocks[place]
    blocks = _typed(blocks)
    return _free_sentences(replace(document, blocks=tuple(blocks)))


def _heads_group(block: Block, below: Block | None) -> bool:
    """Whether the block is "PARTICIPANTS" above lists that have heads of their own, one for each delegation."""
    if below is None or below.kind is not Kind.LIST_HEAD or list_type(below.text.chars):
        return False
    return list_type(block.text.chars) == "participants"


def list_type(chars: str) -> str:
    """The type of list that a line opens, or nothing when it isn't a known label."""
    return LABELS.get(chars.strip().rstrip(":.").rstrip().lower(), "")


def _next_kind(blocks: list[Block], place: int) -> Kind | None:
    return next((b.kind for b in following(blocks, place) if b.kind is not Kind.PAGE), None)


def _could_head(block: Block) -> bool:
    chars = block.text.chars.strip()
    if list_type(chars):
        return True
    if chars[-1:].isdigit() or _PAPER.match(chars) or match_dateline(chars):  # the head of the list itself is gone
        return False
    opens_sentence = chars.endswith(":") and not chars.isupper() and len(chars.split()) > 2
    short = len(chars.split()) <= LONGEST_HEAD and chars[-1:] not in ".,;?!”)" and chars[:1].isupper()
    return short and not opens_sentence and not chars[:2].rstrip(".").isdigit()


def _typed(blocks: list[Block]) -> list[Block]:
    """Every list head and item with the type of its list."""
    current, typed = "", []
    for block in blocks:
        if block.kind is Kind.LIST_HEAD:
            words = block.text.chars.strip().rstrip(":")
            # A list right after is a delegation's.
            party = (current == "participants" and not _NO_PARTY.match(words)) or _DELEGATION.match(words)
            current = list_type(words) or ("participants" if party else "simple")
        elif block.kind is Kind.ITEM:
            label, colon, _ = block.text.chars.partition(":")
            current = current or (list_type(label) if colon else "") or "simple"
        elif block.kind is not Kind.PAGE:
            current = ""
        is_list = block.kind in (Kind.LIST_HEAD, Kind.ITEM)
        typed.append(replace(block, list_type=current) if is_list else block)
    return typed


def _free_sentences(document: Document) -> Document:
    """Sentences at the end of a list of participants made paragraphs, with a word to the editor."""
    blocks, found = list(document.blocks), []
    for place, block in enumerate(blocks):
        listed = block.list_type == "participants" and block.kind is Kind.ITEM
        if listed and is_sentence(block.text.chars) and _next_kind(blocks, place) is not Kind.ITEM:
            blocks[place] = replace(block, kind=Kind.P, depth=0, list_type="")
            line = document.source.line(block.text.origin(0))
            message = "the last item under the participants is a sentence and was made a paragraph"
            hint = "if it names a participant, make it an item in the TEI"
            found.append(Diagnostic("B001", document.source.path, line, message, hint))
            _free_heads(blocks, place)
    return replace(document, blocks=tuple(blocks), diagnostics=(*document.diagnostics, *found))


def _free_heads(blocks: list[Block], place: int) -> None:
    """Heads right above the only item that became a paragraph head no list any more."""
    for above in range(place - 1, -1, -1):
        if blocks[above].kind is Kind.LIST_HEAD:
            blocks[above] = replace(blocks[above], kind=Kind.P, list_type="")
        elif blocks[above].kind is not Kind.PAGE:
            return


def is_sentence(chars: str) -> bool:
    """Whether `chars` is a whole sentence: a finite verb and a full stop."""
    chars = chars.strip()
    return chars.endswith((".", ".”", "?")) and len(chars.split()) >= LEAST_SENTENCE and bool(_VERB.search(chars))
