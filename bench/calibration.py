"""Fits how signs of relevance become a score, and shows how far the score can be trusted.

python -m bench.calibration GOLD...             the curve by cross-validation
python -m bench.calibration GOLD... --shipped   the curve of the weights as they are shipped
python -m bench.calibration GOLD... --weights   besides, the weights fitted on all documents

GOLD are folders of annotated documents (docs/evaluate.md). A document that the gate keeps out has the
score that extraction gives it and takes no part in the fit. Each document is fitted besides with words of
it forgotten, so that the weights hold for texts whose words are not all listed.
"""

import argparse
import math
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from bench.forgetting import forget_words
from bench.logistic import cross_validate, fit_with
from evaluate.gold import GoldDocument, read_gold
from extract.dates import scan_dates
from extract.decision import find_decisions
from extract.decision_types import SourceHints
from extract.document import words_of
from extract.reading import Reading, read_paragraphs
from extract.relevance import judge_relevance, signs_of
from extract.relevance_score import WEIGHTS
from extract.relevance_signs import find_signs
from ingest.text import infer_blocks
from records.document import Origin
from records.item import Item

RIDGE = 1.0
SEEDS = (1, 2)
FOLDS = 10
BINS = (0.0, 0.05, 0.2, 0.4, 0.6, 0.8, 0.95, 1.001)
_TINY = 1e-9


@dataclass(frozen=True, slots=True)
class Case:
    """A document's signs by name (None where the gate stayed shut), its shipped score and the truth.

    `worn` are its signs with words forgotten, those readings alone that are still worth judging.
    """

    signs: dict[str, float] | None
    shipped: float
    relevant: bool
    worn: tuple[dict[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Bin:
    """Documents whose scores lie from `low` to below `high`: how many, mean score, share relevant."""

    low: float
    high: float
    count: int
    mean: float
    share: float


def read_case(document: GoldDocument) -> Case:
    """Return what extraction sees of an annotated document's relevance."""
    item = Item(
        source_id="gold",
        base_id="gold",
        native_id=document.key,
        url=document.address,
        text=document.text,
        blocks=infer_blocks(document.text),
        text_version="gold",
    )
    words = words_of(item, Origin(url=document.address))
    decisions = find_decisions(
        item, scan_dates(item.text, words.dates), words, SourceHints(url=document.address)
    )
    titles = [found.title.value for found in decisions.all if found.title]
    reading = read_paragraphs(item, words)
    signs = signs_of(item, reading, titles)
    score = judge_relevance(item, reading, titles).score
    worn = (signs_of(item, forget_words(item, reading, seed), titles) for seed in SEEDS)
    return Case(
        signs.values() if signs else None,
        score,
        document.relevant,
        tuple(one.values() for one in worn if one is not None),
    )


def expected_scores(cases: Sequence[Case], ridge: float = RIDGE, folds: int = FOLDS) -> list[float]:
    """Return each document's score by a model that was fitted without it."""
    read = [case for case in cases if case.signs is not None]
    rows = [_row(case.signs) for case in read]
    truths = [case.relevant for case in read]
    fitted = iter(cross_validate(rows, truths, ridge, folds, besides=[_worn(case) for case in read]))
    return [case.shipped if case.signs is None else next(fitted) for case in cases]


def fitted_weights(cases: Sequence[Case], ridge: float = RIDGE) -> dict[str, float]:
    """Return the weights by sign, with the bias under "bias", fitted on all documents that were read."""
    read = [case for case in cases if case.signs is not None]
    rows, truths = [_row(case.signs) for case in read], [case.relevant for case in read]
    kept, besides = range(len(read)), [_worn(case) for case in read]
    weights = fit_with(rows, truths, kept, besides, ridge)
    return dict(zip([*names(), "bias"], (round(weight, 2) for weight in weights), strict=True))


def names() -> tuple[str, ...]:
    """Return the names of all signs, in the order of a model's columns."""
    return tuple(find_signs(Reading(), (), 0).values())


def _row(signs: Mapping[str, float] | None) -> list[float]:
    return [signs[name] if signs else 0.0 for name in names()]


def _worn(case: Case) -> list[list[float]]:
    return [_row(signs) for signs in case.worn]


def curve(scores: Sequence[float], truths: Sequence[bool]) -> list[Bin]:
    """Return the bins that hold a document."""
    bins = []
    for low, high in pairwise(BINS):
        inside = [(score, truth) for score, truth in zip(scores, truths, strict=True) if low <= score < high]
        if inside:
            count = len(inside)
            mean = sum(score for score, _ in inside) / count
            bins.append(Bin(low, min(high, 1.0), count, mean, sum(truth for _, truth in inside) / count))
    return bins


def brier(scores: Sequence[float], truths: Sequence[bool]) -> float:
    """Return the mean squared distance of scores from the truth: 0 is best, 0.25 says nothing."""
    return sum((score - truth) ** 2 for score, truth in zip(scores, truths, strict=True)) / len(scores)


def expected_error(bins: Sequence[Bin]) -> float:
    """Return the mean distance of a bin's score from its share, by documents (ECE)."""
    return sum(one.count * abs(one.mean - one.share) for one in bins) / sum(one.count for one in bins)


def log_loss(scores: Sequence[float], truths: Sequence[bool]) -> float:
    """Return the mean surprise at the truth, in nats."""
    told = [score if truth else 1 - score for score, truth in zip(scores, truths, strict=True)]
    return -sum(math.log(max(_TINY, share)) for share in told) / len(told)


def report(scores: Sequence[float], truths: Sequence[bool]) -> Iterator[str]:
    """Yield the curve's lines and the figures below it."""
    bins = curve(scores, truths)
    yield "score            n   mean  relevant"
    for one in bins:
        yield f"{one.low:.2f} to {one.high:.2f} {one.count:6}  {one.mean:.3f}  {one.share:.3f}"
    right = sum((score >= 0.5) == truth for score, truth in zip(scores, truths, strict=True))
    yield f"verdicts right {right} of {len(scores)}"
    yield f"Brier {brier(scores, truths):.4f}, ECE {expected_error(bins):.4f}"
    yield f"log loss {log_loss(scores, truths):.4f}"


def main() -> None:
    """Print the curve, and the weights where asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--shipped", action="store_true")
    parser.add_argument("--weights", action="store_true")
    options = parser.parse_args()
    cases = [read_case(document) for document in read_gold(options.gold).documents]
    truths = [case.relevant for case in cases]
    scores = [case.shipped for case in cases] if options.shipped else expected_scores(cases)
    lines = list(report(scores, truths))
    if options.weights:
        fitted = fitted_weights(cases)
        lines += [f'    "{name}": {weight},' for name, weight in fitted.items() if name != "bias"]
        lines.append(f"BIAS = {fitted['bias']}")
        lines += [f"not among the shipped weights: {name}" for name in names() if name not in WEIGHTS]
    sys.stdout.write("".join(f"{line}\n" for line in lines))


if __name__ == "__main__":
    main()
