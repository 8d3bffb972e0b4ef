"""Phrases filled with pieces."""

import pytest

from config.wording import load_wording
from export.phrases import enumerate_lines, enumerate_words, fill, gap, in_quotes, join, plain
from records.draft import Cited, Line, Plain

FI = load_wording("fi")


def _cited(text: str) -> Cited:
    return Cited(text=text, quote=text, spans=((0, 1),), source=0)


def _text(line: Line) -> str:
    return "".join(piece.text for piece in line)


def test_slots_are_filled_in_place() -> None:
    """Wording stays around the pieces that take the slots."""
    line = fill("Asiakirja {title} ({reference}).", FI, {"title": plain("A"), "reference": (_cited("B"),)})

    assert _text(line) == "Asiakirja A (B)."
    assert [piece.kind for piece in line] == ["plain", "plain", "plain", "cited", "plain"]


def test_a_slot_that_is_not_given_is_a_placeholder() -> None:
    """What nobody knows is visible, with its hint."""
    line = fill("varata {amount} euroa", FI, {})

    assert line[1] == gap("amount", FI)
    assert gap("amount", FI).hint


@pytest.mark.parametrize(
    ("phrase", "slots", "told"),
    [
        ("{body} päättää", {"body": plain("kunnanhallitus")}, "Kunnanhallitus päättää"),
        (
            "{body} päättää",
            {"body": (_cited("kunnanhallitus"),)},
            "kunnanhallitus päättää",
        ),  # a source's words stay
        ("{body} päättää", {}, "toimielin päättää"),  # a placeholder keeps its form
        ("hyväksyä {title}", {"title": plain("a")}, "hyväksyä a"),  # a point goes on from its opening
    ],
)
def test_a_phrase_that_begins_with_a_slot_begins_with_a_capital(
    phrase: str, slots: dict[str, Line], told: str
) -> None:
    """The house's own words are fitted to the sentence; nobody else's are."""
    assert _text(fill(phrase, FI, slots)) == told


def test_braces_in_a_value_are_no_slots() -> None:
    """A title with braces is printed as it is."""
    assert _text(fill("{title}", FI, {"title": (_cited("{amount} %s {0}"),)})) == "{amount} %s {0}"


@pytest.mark.parametrize(
    ("words", "fi", "sv"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a ja b", "a och b"),
        (["a", "b", "c"], "a, b ja c", "a, b och c"),
        (["a", "talous ja talousarvio"], "a sekä talous ja talousarvio", "a och talous ja talousarvio"),
        (["ekonomi och budget", "a", "b"], "ekonomi och budget, a ja b", "ekonomi och budget, a samt b"),
    ],
)
def test_lists_read_as_a_clerk_writes_them(words: list[str], fi: str, sv: str) -> None:
    """The last part follows the conjunction, a wider one where a part holds the first."""
    assert enumerate_words(words, FI) == fi
    assert enumerate_words(words, load_wording("sv")) == sv
    assert _text(enumerate_lines([plain(word) for word in words], FI)) == fi


def test_joined_lines_keep_their_pieces() -> None:
    """Only wording stands between them."""
    assert join([(_cited("a"),), plain("b")], ", ") == (_cited("a"), Plain(text=", "), Plain(text="b"))


def test_quotes_are_those_of_the_language() -> None:
    """Words of a source stand in the house's quotation marks, their full stop left to the sentence."""
    assert _text(in_quotes(_cited("Ja."), FI)) == "”Ja”"
    assert _text(in_quotes(_cited("Ja."), load_wording("nb"))) == "«Ja»"
