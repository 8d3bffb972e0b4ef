"""Fits logistic models by ridge regression, without any package, and judges them by cross-validation."""

import math
import random
from collections.abc import Sequence

from extract.relevance_score import logistic

Row = Sequence[float]
_STEPS = 30
_SMALL = 1e-7


def fit(rows: Sequence[Row], truths: Sequence[bool], ridge: float) -> list[float]:
    """Return one weight a column and the bias behind them, which is not drawn to nought.

    Newton's method; `ridge` is the penalty on squared weights and makes the system solvable.
    """
    extended = [[*row, 1.0] for row in rows]
    width = len(extended[0])
    weights = [0.0] * width
    penalties = [ridge] * (width - 1) + [_SMALL]
    for _ in range(_STEPS):
        shares = [logistic(_product(weights, row)) for row in extended]
        slope = [penalties[i] * weights[i] for i in range(width)]
        bend = [[penalties[i] if i == j else 0.0 for j in range(width)] for i in range(width)]
        for row, share, truth in zip(extended, shares, truths, strict=True):
            _add(slope, row, share - truth)
            for i, value in enumerate(row):
                if value:
                    _add(bend[i], row, value * share * (1 - share))
        step = _solve(bend, slope)
        weights = [weight - change for weight, change in zip(weights, step, strict=True)]
        if max(abs(change) for change in step) < _SMALL:
            break
    return weights


def cross_validate(
    rows: Sequence[Row],
    truths: Sequence[bool],
    ridge: float,
    folds: int,
    seed: int = 0,
    besides: Sequence[Sequence[Row]] = (),
) -> list[float]:
    """Return for each row the share that a model fitted without its fold expects.

    `besides` holds, for each row, other rows of the same truth that are fitted with it and never judged.
    Folds hold as many true rows each as can be, and are the same for the same `seed`.
    """
    order = _stratified(truths, seed)
    expected = [0.0] * len(rows)
    for fold in range(folds):
        held = frozenset(order[fold::folds])
        kept = [index for index in range(len(rows)) if index not in held]
        weights = fit_with(rows, truths, kept, besides, ridge)
        for index in held:
            expected[index] = logistic(_product(weights, [*rows[index], 1.0]))
    return expected


def fit_with(
    rows: Sequence[Row],
    truths: Sequence[bool],
    kept: Sequence[int],
    besides: Sequence[Sequence[Row]],
    ridge: float,
) -> list[float]:
    """Return the mean of the weights fitted on the rows kept, and on those with others besides."""
    alone = fit(*with_besides(rows, truths, kept), ridge)
    if not any(besides):
        return alone
    both = fit(*with_besides(rows, truths, kept, besides), ridge)
    return [(one + other) / 2 for one, other in zip(alone, both, strict=True)]


def with_besides(
    rows: Sequence[Row], truths: Sequence[bool], kept: Sequence[int], besides: Sequence[Sequence[Row]] = ()
) -> tuple[list[Row], list[bool]]:
    """Return the rows kept, each as often as it has others besides, and those, with their truths."""
    chosen, true = [], []
    for index in kept:
        others = besides[index] if besides else ()
        group = [*[rows[index]] * max(1, len(others)), *others]
        chosen += group
        true += [truths[index]] * len(group)
    return chosen, true


def _stratified(truths: Sequence[bool], seed: int) -> list[int]:
    mixed = list(range(len(truths)))
    random.Random(seed).shuffle(mixed)  # noqa: S311 - folds, no secret
    return sorted(mixed, key=lambda index: truths[index])


def _product(one: Sequence[float], other: Sequence[float]) -> float:
    return math.fsum(a * b for a, b in zip(one, other, strict=True))


def _add(target: list[float], row: Row, factor: float) -> None:
    for index, value in enumerate(row):
        target[index] += factor * value


def _solve(matrix: Sequence[Sequence[float]], right: Sequence[float]) -> list[float]:
    """Solve a system of equations by elimination; the matrix is symmetric and positive."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    width = len(rows)
    for column in range(width):
        pivot = max(range(column, width), key=lambda index: abs(rows[index][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        for index in range(column + 1, width):
            factor = -rows[index][column] / rows[column][column]
            if factor:
                _add(rows[index], rows[column], factor)
    solved = [0.0] * width
    for index in reversed(range(width)):
        known = math.fsum(rows[index][j] * solved[j] for j in range(index + 1, width))
        solved[index] = (rows[index][width] - known) / rows[index][index]
    return solved
