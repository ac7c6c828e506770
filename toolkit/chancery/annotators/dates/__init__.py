"""Dates and places of datelines and headings."""

from chancery.annotators.dates.dateline import Dateline, find_date_at_end, match_dateline
from chancery.annotators.dates.tagging import tag_dates

__all__ = ["Dateline", "find_date_at_end", "match_dateline", "tag_dates"]
