"""How the fit of relevance is made and judged."""

import pytest

from bench.calibration import (
    Case,
    brier,
    curve,
    expected_error,
    expected_scores,
    fitted_weights,
    names,
    report,
)
from bench.logistic import cross_validate, fit
from extract.relevance_score import WEIGHTS, logistic


def _case(relevant: bool, **signs: float) -> Case:
    return Case({**dict.fromkeys(names(), 0.0), **signs}, 0.5, relevant)


def test_a_fit_finds_the_share_of_each_group() -> None:
    """Three in four rows with the sign are true, one in four without: the model says so."""
    rows = [[1.0]] * 400 + [[0.0]] * 400
    truths = [index % 4 != 0 for index in range(400)] + [index % 4 == 0 for index in range(400)]
    weight, bias = fit(rows, truths, ridge=0.01)
    assert logistic(bias) == pytest.approx(0.25, abs=0.01)
    assert logistic(weight + bias) == pytest.approx(0.75, abs=0.01)


def test_a_strong_ridge_keeps_weights_small() -> None:
    """Signs that tell all of few rows are not believed wholly."""
    rows, truths = [[1.0]] * 5 + [[0.0]] * 5, [True] * 5 + [False] * 5
    assert abs(fit(rows, truths, ridge=10)[0]) < abs(fit(rows, truths, ridge=0.1)[0])


def test_folds_are_the_same_for_the_same_seed_and_see_no_truth_of_their_own() -> None:
    """A row of a kind that no other row has is expected at the share of the rest."""
    rows = [[float(index == 0)] for index in range(20)]
    truths = [index == 0 or index % 2 == 0 for index in range(20)]
    expected = cross_validate(rows, truths, ridge=1.0, folds=5, seed=3)
    assert expected == cross_validate(rows, truths, ridge=1.0, folds=5, seed=3)
    assert expected[0] < 0.8


def test_the_curve_counts_each_document_once() -> None:
    """Bins tell how many, the mean score and the share that was relevant."""
    scores, truths = [0.01, 0.9, 0.92, 0.99], [False, True, False, True]
    bins = curve(scores, truths)
    assert [(one.count, one.share) for one in bins] == [(1, 0.0), (2, 0.5), (1, 1.0)]
    assert brier([1.0, 0.0], [True, False]) == 0
    assert expected_error(curve([0.5, 0.5], [True, False])) == 0
    assert any("verdicts right 3 of 4" in line for line in report(scores, truths))


def test_documents_that_were_not_read_keep_their_score() -> None:
    """The gate's own score stands beside the fitted ones, in the documents' order."""
    cases = [_case(index % 2 == 0, linked=float(index % 2 == 0)) for index in range(40)]
    cases.insert(1, Case(None, 0.01, relevant=False))
    scores = expected_scores(cases, folds=4)
    assert scores[1] == 0.01
    assert scores[0] > 0.5 > scores[2]


def test_a_fit_gives_a_weight_for_every_shipped_sign() -> None:
    """What is printed can be pasted."""
    cases = [_case(index % 2 == 0, linked=float(index % 2 == 0)) for index in range(10)]
    assert set(fitted_weights(cases)) == {*WEIGHTS, "bias"}
