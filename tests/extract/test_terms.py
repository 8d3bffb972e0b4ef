"""Word patterns: how they are written, which words they fit, and which stem a word has."""

import pytest

from extract.terms import Stems, Term, WordPattern, parse_term


@pytest.mark.parametrize(
    ("text", "label", "words"),
    [
        ("kuntalaki", "law", ["kuntalaki"]),
        ("kuntala*", "law", ["kuntala*"]),
        ("*seminaari*", "law", ["*seminaari*"]),
        ("hyvä* hallin*", "law", ["hyvä*", "hallin*"]),
        ("!kuntalai*", "!law", ["kuntalai*"]),
        ("?talous", "law?", ["talous"]),
        ("så styrs *", "law", ["så", "styrs"]),
        ("*", "law", []),
        ("", "law", []),
    ],
)
def test_a_term_is_read_with_its_sign_and_words(text: str, label: str, words: list[str]) -> None:
    """The sign tells what the term does to its code; a star alone is no word."""
    term = parse_term("law", text)
    assert term.label == label
    assert [str(word) for word in term.words] == words


@pytest.mark.parametrize(
    ("pattern", "word", "fits"),
    [
        ("jäv", "jäv", True),
        ("jäv", "jävig", False),
        ("jäv*", "jävig", True),
        ("*budget", "driftbudget", True),
        ("*budget", "budgeten", False),
        ("*budget*", "driftbudgeten", True),
        ("jäv*", "ojäv", False),
    ],
)
def test_a_pattern_fits_the_words_its_stars_allow(pattern: str, word: str, fits: bool) -> None:
    """A star is where letters may precede or follow."""
    stems = Stems(parse_term("x", pattern).words)
    assert (stems.stem(word) == pattern) == fits


def test_the_longest_pattern_is_the_stem() -> None:
    """A more specific word wins: participatory budgeting is no budget."""
    stems = Stems(_patterns("*budget*", "medborgarbudget*"))
    assert stems.stem("medborgarbudgeten") == "medborgarbudget*"
    assert stems.stem("driftbudgeten") == "*budget*"
    assert stems.stem("väg") == ""


def test_patterns_named_first_outrank_longer_ones() -> None:
    """The name of a body takes its word, however long the topic in it is."""
    stems = Stems(_patterns("työllisyys*"), first=_patterns("*lautakun*"))
    assert stems.stem("työllisyyslautakunta") == "*lautakun*"


def test_a_word_is_read_without_hyphen_and_quote() -> None:
    """Suspended compounds end in a hyphen."""
    assert Stems(_patterns("hallinto")).stem("hallinto-") == "hallinto"


def test_a_pattern_is_fitted_by_every_narrower_stem() -> None:
    """A word whose stem is narrower still fits the wider pattern of a longer term."""
    stems = Stems(_patterns("kunta*", "kuntalaki*", "uusi*"))
    assert [stems.fitting(one) for one in _patterns("uusi*", "kunta*")] == [
        {"uusi*"},
        {"kunta*", "kuntalaki*"},
    ]


@pytest.mark.parametrize(
    ("narrow", "wide", "narrows"),
    [
        ("kuntalaki*", "kunta*", True),
        ("kunta*", "kuntalaki*", False),
        ("kuntalaki", "*laki", True),
        ("kuntalaki*", "*laki", False),
        ("*kuntalaki", "kunta*", False),
        ("kunta*", "kunta*", False),
    ],
)
def test_narrowing_means_every_word_fits_the_wider_one(narrow: str, wide: str, narrows: bool) -> None:
    """One pattern narrows another when it can fit no word that the other does not."""
    (one,), (other,) = _patterns(narrow), _patterns(wide)
    assert one.narrows(other) == narrows


def test_no_patterns_give_no_stems() -> None:
    """A language without words finds nothing and does not fail."""
    assert Stems(()).stem("koulutus") == ""


def test_an_endless_word_has_the_stem_of_its_beginning() -> None:
    """A word without end costs no more than its first letters."""
    assert Stems(_patterns("elo*")).stem("elo" * 100_000) == "elo*"


def _patterns(*texts: str) -> tuple[WordPattern, ...]:
    terms: list[Term] = [parse_term("x", text) for text in texts]
    return tuple(word for term in terms for word in term.words)
