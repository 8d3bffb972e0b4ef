"""Where an item tells of its matter: paragraphs and sentences, apart from heads, lists and talk."""

import pytest

from config.languages import load_language
from export.precedent_text import find_passages, find_points, label_kinds, split_sentences


def _passages(text: str, language: str = "sv") -> list[list[str]]:
    labels = label_kinds(load_language(language).decision.labels)
    passages = find_passages(text, (0, len(text)), labels)
    return [[text[start:end] for start, end in passage.sentences] for passage in passages]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("En kurs hålls. Den är öppen för alla.", ["En kurs hålls.", "Den är öppen för alla."]),
        ("Kursen börjar kl. Nio är för tidigt.", ["Kursen börjar kl. Nio är för tidigt."]),
        ("Temat är bl.a. Jäv och roller.", ["Temat är bl.a. Jäv och roller."]),
        ("Anmälan sker senast den 3. Alla är välkomna!", ["Anmälan sker senast den 3.", "Alla är välkomna!"]),
        ("Hon sade ”Det går.” Alla nickade.", ["Hon sade ”Det går.”", "Alla nickade."]),
        ("De är från Kurs AB. Alla får komma.", ["De är från Kurs AB.", "Alla får komma."]),
        ("En rad\nsom går vidare.", ["En rad\nsom går vidare."]),
        ("  ", []),
        ("x" * 601, []),
    ],
)  # fmt: skip
def test_sentences_end_at_a_stop_before_a_capital(text: str, sentences: list[str]) -> None:
    """A stop behind a short word ends none; what is longer than any sentence is none."""
    assert [text[start:end] for start, end in split_sentences(text, (0, len(text)))] == sentences


def test_only_the_parts_that_tell_of_the_matter_are_read() -> None:
    """Proposal, talk, decision and what follows stay out; an account after the proposal is read."""
    text = (
        "Kurs för nya\n\nFörst en rad om saken.\n\nFörslag till beslut\nStyrelsen antar planen.\n\n"
        "Ärendet\nPlanen gäller alla.\n\nYrkanden\nEn ledamot yrkar avslag.\n\n"
        "Kommunstyrelsens beslut\nPlanen antas.\n\nBeslutet skickas till\nAlla som berörs."
    )
    assert _passages(text) == [["Kurs för nya"], ["Först en rad om saken."], ["Planen gäller alla."]]


def test_a_heading_may_stand_in_the_line_that_it_heads() -> None:
    """A heading before a colon, or run in before a capital, works as one on a line of its own."""
    text = (
        "Beslut: Planen antas.\nBakgrund: En plan behövs.\n"
        "Yrkanden Per Modell yrkar avslag. Ärendet Planen gäller alla. Beslut Planen antas."
    )
    assert _passages(text) == [["En plan behövs."], ["Planen gäller alla."]]


def test_lists_are_no_running_text() -> None:
    """Points and numbered lines are left out, and never joined with the line above."""
    assert _passages("Temana är dessa\n- jäv\n1. Roller i nämnden.\na) att kursen hålls.") == [
        ["Temana är dessa"]
    ]


def test_lines_that_go_on_are_one_paragraph() -> None:
    """A line that ends in the middle of a sentence goes on in the next; after a blank line nothing does."""
    assert _passages("Planen gäller\nalla förtroendevalda.\nDen är ny.\n\nsist en rad") == [
        ["Planen gäller\nalla förtroendevalda."],
        ["Den är ny."],
        ["sist en rad"],
    ]


def test_points_of_a_proposal_lose_their_numbers() -> None:
    """Each point or sentence of a proposal stands alone, without what numbered it."""
    text = "Styrelsen beslutar\na) att planen antas\n2. Kursen hålls. Alla bjuds in.\n• Svar lämnas."
    points = [text[start:end] for start, end in find_points(text, (0, len(text)))]

    assert points == [
        "Styrelsen beslutar",
        "att planen antas",
        "Kursen hålls.",
        "Alla bjuds in.",
        "Svar lämnas.",
    ]
