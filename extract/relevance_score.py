"""Knows how signs become a score: a logistic table, fitted so that of items at 0.9 nine in ten are right.

The numbers are data: `python -m bench.calibration GOLD... --weights` fits and prints them anew.
Shipped is the mean of a fit on whole texts and one with words forgotten besides; `in_passing` is set by hand.
"""

import math
from collections.abc import Mapping
from types import MappingProxyType

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "heading": 0.8,
        "linked": 2.11,
        "gathered": 1.16,
        "elected": 0.73,
        "invited": 1.27,
        "elected_share": 0.9,
        "told": 0.51,
        "topics": 1.15,
        "teaches": 0.6,
        "formats": 0.84,
        "per_page": 0.74,
        "against": -1.82,
        "against_heading": -0.8,
        "others": -1.59,
        "others_share": -1.6,
        "others_heading": -0.75,
        "outnumbered": -1.21,
        "in_passing": -1.2,
        "unnamed": -0.97,
        "bid": 0.45,
        "taught": 0.42,
    }
)
BIAS = -5.29


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
