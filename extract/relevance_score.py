"""Knows how signs become a score: a logistic table, fitted so that of items at 0.9 nine in ten are right.

The numbers are data: `python -m bench.calibration GOLD... --weights` fits and prints them anew.
"""

import math
from collections.abc import Mapping
from types import MappingProxyType

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "heading": 1.1,
        "linked": 1.56,
        "gathered": 0.86,
        "elected": 0.82,
        "invited": 1.22,
        "elected_share": 0.99,
        "told": 0.64,
        "topics": 0.73,
        "teaches": 0.6,
        "formats": 1.03,
        "per_page": 1.11,
        "against": -1.41,
        "against_heading": -0.37,
        "others": -1.39,
        "others_share": -0.75,
        "others_heading": -0.96,
        "outnumbered": -1.54,
        "in_passing": -0.65,
        "unnamed": -1.18,
    }
)
BIAS = -5.83


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
