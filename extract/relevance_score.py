"""Knows how signs become a score: a logistic table, fitted so that of items at 0.9 nine in ten are right.

The numbers are data: `python -m bench.calibration GOLD... --weights` fits and prints them anew.
"""

import math
from collections.abc import Mapping
from types import MappingProxyType

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "heading": 1.14,
        "linked": 1.96,
        "gathered": 0.93,
        "elected": 0.89,
        "invited": 1.12,
        "elected_share": 0.95,
        "told": 0.57,
        "topics": 0.87,
        "teaches": 0.55,
        "formats": 0.67,
        "per_page": 0.7,
        "against": -1.61,
        "against_heading": -0.67,
        "others": -1.38,
        "others_share": -1.14,
        "others_heading": -0.72,
        "outnumbered": -1.01,
        "in_passing": -0.21,
        "unnamed": -0.94,
    }
)
BIAS = -5.25


def score_of(values: Mapping[str, float]) -> float:
    """Return the share of documents with such signs that are relevant, between 0 and 1.

    `values` are those of `Signs.values`; a sign that is not among them counts as nought.
    """
    return logistic(BIAS + sum(weight * values.get(name, 0.0) for name, weight in WEIGHTS.items()))


def logistic(value: float) -> float:
    """Return the logistic function of any number, without overflow."""
    if value >= 0:
        return 1 / (1 + math.exp(-value))
    grown = math.exp(value)
    return grown / (1 + grown)
