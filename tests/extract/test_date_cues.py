"""Cues: where the words of roles stand."""

import pytest

from config.date_words import RoleWords
from extract.date_cues import FAR, ends_in, find_cues

ROLES = RoleWords(session=("*kurs", "semin"), meeting=("möte",), no_meeting=("mötestekn",))


def test_stems_begin_words_and_starred_ones_stand_inside() -> None:
    """`semin` finds Seminariet, `*kurs` finds grundkursen; neither finds what only resembles."""
    cues = find_cues("seminariet och grundkursen, inseminering", ROLES)
    assert list(cues.inside("session", (0, 40))) == [(0, 5), (20, 24)]


def test_what_only_looks_like_a_meeting_is_none() -> None:
    """Meeting technique is a topic."""
    cues = find_cues("kurs i mötesteknik före möte", ROLES)
    assert list(cues.inside("meeting", (0, 30))) == [(24, 28)]


def test_the_gap_is_that_to_the_nearest_cue() -> None:
    """Before or after a stretch; far where there is none."""
    cues = find_cues("kurs i maj, seminarium", ROLES)
    assert cues.gap("session", (7, 10)) == 2
    assert cues.gap("session", (5, 10)) == 1
    assert cues.gap("meeting", (7, 10)) == FAR


def test_cues_of_every_list_come_in_text_order() -> None:
    """Each with the key of its list, those cut by the window's edges left out."""
    cues = find_cues("möte om kurs, seminarium", ROLES)
    assert list(cues.within((0, 16))) == [(0, 4, "meeting"), (8, 12, "session")]


def test_events_of_the_reading_join_the_cues() -> None:
    """What the reading found counts as words of the list do, once a place."""
    cues = find_cues("kurs och övning", ROLES).with_more("session", [(0, 4), (9, 15)])
    assert list(cues.inside("session", (0, 15))) == [(0, 4), (9, 15)]
    assert list(cues.within((5, 15))) == [(9, 15, "session")]


def test_a_cue_must_lie_wholly_in_the_window() -> None:
    """A word cut by the window's edge does not count."""
    cues = find_cues("seminarium", ROLES)
    assert not cues.has("session", (0, 4))
    assert cues.has("session", (0, 5))


@pytest.mark.parametrize(
    ("text", "last", "expected"),
    [
        ("Kaupunginvaltuusto ", 1, True),
        ("kaupunginvaltuusto27", 1, True),
        ("valtuuston ", 1, False),
        ("beslut den ", 2, True),
        ("beslut den ", 1, False),
        ("aikaisintaan ", 1, False),
        ("", 1, False),
    ],
)
def test_labels_are_the_last_words(text: str, last: int, expected: bool) -> None:
    """Whole words, or endings marked with a star; digits glued to a word do not hide it."""
    assert ends_in(text.lower(), ("*valtuusto", "aika", "beslut"), last=last) is expected
