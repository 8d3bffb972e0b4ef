"""Where a text tells what is taught."""

import pytest

from extract.mentions import Mention, MentionKind
from extract.themes import is_caption, is_citation, is_handling, told_spans
from tests.extract.made_up import item


def _told(text: str, *spans: tuple[str, str]) -> list[str]:
    made = item(text)
    mentions = [
        Mention(
            "event" if code == "course" else "cue", code, (text.index(word), text.index(word) + len(word))
        )
        for word, code in spans
    ]
    sentences = [block.span for block in made.blocks]
    return [text[start:end] for start, end in told_spans(text, made.blocks, sentences, mentions)]


def test_sentences_of_training_or_teaching_tell() -> None:
    """A word of training or of teaching makes its sentence tell."""
    text = "Kurssi pidetään.\nMuuta asiaa.\nAiheina ovat nämä."
    assert _told(text, ("Kurssi", "course"), ("Aiheina", "teaches")) == [
        "Kurssi pidetään.",
        "Aiheina ovat nämä.",
    ]


def test_rows_under_a_telling_sentence_tell_until_the_next_paragraph() -> None:
    """A list belongs to what leads it."""
    text = "Kurssi käsittelee:\n- talous\n- media\nTämä on jo muuta asiaa.\n- ei tämä"
    assert _told(text, ("Kurssi", "course")) == ["Kurssi käsittelee:", "- talous", "- media"]


def test_stretches_do_not_overlap() -> None:
    """A row is told as a whole, not again by its sentences."""
    text = "Kurssi käsittelee:\n- talous ja Kurssin muut aiheet"
    assert _told(text, ("Kurssi", "course"), ("Kurssin", "course")) == [
        "Kurssi käsittelee:",
        "- talous ja Kurssin muut aiheet",
    ]


def test_invitations_do_not_tell_what_is_taught() -> None:
    """A cue of another kind says nothing of topics."""
    assert _told("Kutsumme kaikki.\n- talous", ("Kutsumme", "targets")) == []


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("kuntalain 54 §:n mukaan", True),
        ("loven § 7-9", True),
        ("kuntalain (410/2015) mukaan", True),
        ("kuntalain ydinkohdat", False),
        ("kuntalain. Sitten 5 §", False),
    ],
)
def test_a_law_with_its_section_or_number_is_cited(text: str, cited: bool) -> None:
    """A citation stands right behind the word."""
    span = (0, text.index("n") + 1)
    assert is_citation(text, Mention("topic", "municipal_law", span)) == cited
    assert not is_citation(text, Mention("event", "course", span))


@pytest.mark.parametrize(
    ("kind", "span", "caption"),
    [("topic", (0, 5), True), ("topic", (0, 4), True), ("topic", (1, 4), False), ("event", (0, 5), False)],
)
def test_a_topic_alone_on_its_line_is_a_caption(
    kind: MentionKind, span: tuple[int, int], caption: bool
) -> None:
    """A colon may close it."""
    assert is_caption(Mention(kind, "strategy", span), {(0, 5)}) == caption


@pytest.mark.parametrize(
    ("row", "handling"),
    [
        ("12/27  Ungdomsrådet  20.10.2027", True),
        ("Ungdomsrådet  20.10.27  PS 12/27", True),
        ("Ungdomsrådet inviteres 20.10.2027", False),
        ("Ungdomsrådet  12/27", False),
    ],
)
def test_a_body_with_case_number_and_day_is_a_handling(row: str, handling: bool) -> None:
    """A table of handlings names those who decide, not those who are taught."""
    text = f"Saksgang\n{row}\nMer"
    start = text.index("Ungdomsrådet")
    assert is_handling(text, Mention("audience", "youth_council", (start, start + 12))) is handling
    assert not is_handling(text, Mention("topic", "strategy", (start, start + 12)))
