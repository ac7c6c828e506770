"""Precision, recall and F1 from counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """How many things gold has, how many were predicted, and how many of these are gold's."""

    hit: int = 0
    gold: int = 0
    predicted: int = 0

    @property
    def precision(self) -> float:
        """The share of the predicted that is right; all, where nothing was predicted and nothing was there."""
        return self.hit / self.predicted if self.predicted else float(not self.gold)

    @property
    def recall(self) -> float:
        """The share of gold that was found."""
        return self.hit / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def loss(self) -> int:
        """How many things are missing or wrong."""
        return self.gold + self.predicted - 2 * self.hit

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.hit + other.hit, self.gold + other.gold, self.predicted + other.predicted)


def tally(gold: Iterable[Hashable], predicted: Iterable[Hashable]) -> Tally:
    """The tally of things that are equal or not, each counted as often as it occurs."""
    one, other = Counter(gold), Counter(predicted)
    return Tally((one & other).total(), one.total(), other.total())


def add_up(tallies: Iterable[Tally]) -> Tally:
    """All together."""
    return sum(tallies, Tally())
