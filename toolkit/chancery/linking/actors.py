"""Surnames that only what their bearers do gives away: "Dobrynin replied", "I told Dobrynin", "Nixon: Wheat?"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from chancery.linking.context import JOINING, SPACES
from chancery.linking.gazetteer import NO_PERSONS
from chancery.linking.unlisted import NEVER
from chancery.linking.vocabulary import ORDINARY, PLACES, TITLE_LIKE, word_set
from chancery.linking.words import Word

ADVERBS = r"(?:then|also|again|further|however|later|first|himself|only|next|merely|never|once|finally|now|just) "
SPEAKS = re.compile(
    rf" (?:{ADVERBS})*(?:said|says|stated|replied|asked|told|noted|added|agreed|suggested|explained|pointed out|"
    r"stressed|observed|emphasized|expressed|mentioned|concluded|continued|indicated|informed|responded|answered|"
    r"proposed|insisted|reported|recommended|signed|sent|was|is|had|has|would|could|will|did)\b|['’]s? [a-z]"
)
# What states and their offices are hardly ever said to do.
ACTS = re.compile(
    rf" (?:{ADVERBS})*(?:remarked|commented|inquired|wondered|thought|felt|recalled|smiled|laughed|interrupted|"
    r"interjected|telephoned|phoned|wrote|thanked|handed|read aloud|nodded|shrugged|stood up|left the|knew|spoke|"
    r"initialed|and I|himself)\b"
)
IS_ACTED_ON = re.compile(
    r"(?:\b(?:[Tt]old|asked|thanked|assured|reminded|handed|telephoned|Dear|[Ss]aw|[Mm]et|accompanied by|succeeded|"
    r"(?:[Mm]et|[Ll]unch|[Dd]inner|[Cc]onversations?|[Tt]alked|[Tt]alks?|[Mm]eetings?|spoke|luncheon) with|"
    r"(?:[Tt]alked|spoke|[Mm]emorandum|[Ll]etter|[Mm]essage|[Nn]ote) to|(?:[Mm]emorandum|[Ll]etter|[Nn]ote) from|"
    r"[Cc]alled on|[Aa]ccording to)) \Z"
)
SPEAKER = re.compile(r"\A(?P<name>[A-Z][\w’'-]+): \S")
NO_ACTOR = (
    NEVER
    | JOINING
    | NO_PERSONS
    | ORDINARY
    | PLACES
    | TITLE_LIKE
    | word_set("""
action agenda answer appendix article attachment background comment conclusion conclusions comments discussion
enclosure distribution drafted findings footnote issue issues item memo objective objectives option options participants
place problem question recommendation recommendations reference references remarks source subject summary time topic
tab text thru through translation date others ambassador secretary president everyone nobody somebody embtel
""")
)
_SAID = re.compile(r"\w+")
SEVERAL = 3  # paragraphs that a speaker begins
NO_NAME = ("ians", "eans", "ists", "ese", "ation", "ations", "ship", "cracy", "ism", "isms")  # "Egyptians", "Democracy"


def find_actors(passages: Sequence[tuple[str, list[Word]]]) -> frozenset[str]:
    """The folded surnames, each a single word, of those who act, are acted on, or speak again and again."""
    signs: Counter[str] = Counter()
    for text, words in passages:
        if speaker := SPEAKER.match(text):
            signs[speaker["name"].lower()] += 1
        for at, word in enumerate(words):
            if word.key not in NO_ACTOR and stands_alone(text, words, at) and not word.key.endswith(NO_NAME):
                acts = ACTS.match(text, word.end) or IS_ACTED_ON.search(text, max(0, word.start - 25), word.start)
                signs[word.key] += SEVERAL if acts else bool(SPEAKS.match(text, word.end))
    found = {name for name, count in signs.items() if count >= SEVERAL} - NO_ACTOR
    prose = "\n".join(text for text, _ in passages) if found else ""
    near = [name for name in found if name in prose]  # perhaps in another word
    said = frozenset(_SAID.findall(prose)) if near else frozenset()
    return frozenset(found.difference(name for name in near if _stands_in(name, prose, said)))


def _stands_in(name: str, prose: str, said: frozenset[str]) -> bool:
    """Whether a name stands in the prose in small letters; `said` is all that stands there."""
    if name.isalnum():
        return name in said
    return re.search(rf"\b{re.escape(name)}\b", prose) is not None


def stands_alone(text: str, words: list[Word], at: int) -> bool:
    """Whether a word is a name by its looks, and no part of a longer phrase in capitals."""
    word = words[at]
    if not word.capital or len(word.text) < 3 or word.text.isupper() or text.endswith((" the ", "The "), 0, word.start):
        return False
    before = words[at - 1] if at else None
    if before is None or not before.capital or before.key in JOINING:
        return True
    return text[before.end : word.start].strip(SPACES) not in ("", "-", "–", "/")
