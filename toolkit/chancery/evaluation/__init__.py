"""Evaluation: TEI documents held against hand-encoded ones, feature by feature, whoever made them."""

from chancery.evaluation.calibration import Agreement, calibrate
from chancery.evaluation.comparing import FEATURES, NOTHING, Compared, compare
from chancery.evaluation.facts import Facts, read_facts
from chancery.evaluation.tallies import Tally, add_up

__all__ = [
    "FEATURES", "NOTHING", "Agreement", "Compared", "Facts", "Tally", "add_up", "calibrate", "compare", "read_facts",
]  # fmt: skip
