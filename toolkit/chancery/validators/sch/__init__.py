"""Schematron: a schema's rules, run by Saxon, and what they find."""

from __future__ import annotations

from chancery.validators.sch.expand import expand
from chancery.validators.sch.parts import SCH
from chancery.validators.sch.rules import Rules, read_rules, rules_in

__all__ = ["SCH", "Rules", "expand", "read_rules", "rules_in"]
