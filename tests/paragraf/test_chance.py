"""How likely chance alone is."""

import math

import pytest

from paragraf.chance import at_least, in_words, so_many


@pytest.mark.parametrize(
    ("found", "tries", "share", "chance"),
    [
        (0, 5, 0.5, 1.0),  # none or more is certain
        (5, 5, 0.5, 1 / 32),
        (1, 2, 0.5, 0.75),
        (2, 2, 0.1, 0.01),
        (0, 0, 0.5, 1.0),
    ],
)
def test_hits_in_tries(found: int, tries: int, share: float, chance: float) -> None:
    """The upper tail of the binomial distribution."""
    assert at_least(found, tries, share) == pytest.approx(chance)


def test_many_tries_are_no_trouble() -> None:
    """Thousands of pages overflow nothing; more hits are never likelier."""
    chances = [at_least(found, 5000, 0.1) for found in (400, 500, 600, 5000)]
    assert chances == sorted(chances, reverse=True)
    assert chances[0] > 0.99
    assert chances[2] < 1e-5


@pytest.mark.parametrize(
    ("found", "usual", "chance"),
    [(0, 2.0, 1.0), (1, 2.0, 1 - math.exp(-2)), (2, 1.0, 1 - 2 * math.exp(-1)), (900, 1.0, 0.0)],
)
def test_so_many_a_night(found: int, usual: float, chance: float) -> None:
    """The upper tail of the Poisson distribution."""
    assert so_many(found, usual) == pytest.approx(chance, abs=1e-12)


@pytest.mark.parametrize(
    ("chance", "words"),
    [
        (0.5, "1 in 2"),
        (0.003, "1 in 330"),
        (1 / 12_345, "1 in 12,000"),
        (0.0, "fewer than 1 in 1,000,000"),
        (1.0, "1 in 1"),
    ],
)
def test_chances_in_words(chance: float, words: str) -> None:
    """Two digits are all that an operator needs."""
    assert words == in_words(chance)
