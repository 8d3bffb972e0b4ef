"""Where minutes end: what follows closing labels."""

from extract.asides import aside_spans
from extract.mentions import Mention
from extract.reading import read_paragraphs
from tests.extract.made_up import item, words

LABELS = ("jakelu", "tiedoksi")


def _asides(text: str, *events: str) -> list[str]:
    mentions = [
        Mention("event", "course", (text.index(word), text.index(word) + len(word))) for word in events
    ]
    return [text[start:end] for start, end in aside_spans(text, item(text).blocks, LABELS, mentions)]


def test_a_closing_label_opens_a_list_of_short_lines() -> None:
    """Those who are told stand below it."""
    assert _asides("Päätös\nJakelu:\nValtuutetut\n- lautakunnat") == [
        "Jakelu:",
        "Valtuutetut",
        "- lautakunnat",
    ]


def test_a_heading_a_long_line_or_training_ends_the_list() -> None:
    """What comes after is no longer part of it."""
    assert _asides("Tiedoksi\n# Seuraava asia\nValtuutetut") == ["Tiedoksi"]
    assert _asides("Tiedoksi\n" + "pitkä " * 30 + "\nValtuutetut") == ["Tiedoksi"]
    assert _asides("Tiedoksi\nKurssi valtuutetuille\nPaikka", "Kurssi") == ["Tiedoksi"]


def test_a_longer_word_is_no_label() -> None:
    """Only the whole phrase opens a list."""
    assert _asides("Tiedoksianto\nValtuutetut") == []


def test_those_who_are_only_told_are_not_read() -> None:
    """A list of recipients invites nobody."""
    text = "Luottamushenkilöiden koulutus pidetään.\nTiedoksi\nRevisorit ja tarkastuslautakunta"
    reading = read_paragraphs(item(text), words("fi"))
    assert "auditors" not in {mention.code for mention in reading.mentions}
