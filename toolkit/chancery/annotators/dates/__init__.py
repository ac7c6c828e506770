"""Dates and places of datelines and headings."""

from chancery.annotators.dates.dateline import Dateline, match_dateline
from chancery.annotators.dates.tagging import tag_dates

__all__ = ["Dateline", "match_dateline", "tag_dates"]
