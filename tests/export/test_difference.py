"""Two wordings of a proposal beside each other, word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from export.difference import (
    Forms,
    Worded,
    lay_beside,
    likeness,
    words_of_draft,
    words_of_text,
)
from records.aftermath import Part, Point
from records.draft import Line, Placeholder, Plain

FORMS = Forms({"päätti": "päättää", "päättää": "päättää"}, frozenset({"yksimielisesti"}))


def _gap(text: str) -> Placeholder:
    return Placeholder(key="amount", text=text, hint="")


def _drafted(*lines: Line, numbered: bool = False) -> tuple[Worded, ...]:
    return words_of_draft(lines, FORMS, numbered=numbered)


def _read(text: str) -> tuple[Worded, ...]:
    return words_of_text(text, ((0, len(text)),), FORMS)


def _told(point: Point) -> list[tuple[str, str]]:
    return [(part.kind, part.text) for part in point.parts]


@pytest.mark.parametrize(
    ("old", "new", "parts"),
    [
        ("varata 800 euroa", "varata 800 euroa.", [("kept", "varata 800 euroa.")]),  # a mark is no change
        (
            "Varata 6400 euroa",
            "varata 6 400 euroa",
            [("kept", "varata"), ("kept", "6 400"), ("kept", "euroa")],
        ),
        (
            "varata 800 euroa koulutukseen",
            "varata 500 euroa koulutukseen",
            [("kept", "varata"), ("removed", "800"), ("added", "500"), ("kept", "euroa koulutukseen")],
        ),
        ("järjestää illat", "järjestää illat etänä", [("kept", "järjestää illat"), ("added", "etänä")]),
        (
            "järjestää kaksi iltaa",
            "järjestää iltaa",
            [("kept", "järjestää"), ("removed", "kaksi"), ("kept", "iltaa")],
        ),
        # what the minutes say in their own form of a word, and that all agreed
        (
            "Hallitus päättää ostaa",
            "Hallitus päätti yksimielisesti ostaa",
            [("kept", "Hallitus päätti yksimielisesti ostaa")],
        ),
    ],
)
def test_words_stay_come_and_go(old: str, new: str, parts: list[tuple[str, str]]) -> None:
    """Kept, added or removed; marks, capitals, blanks in numbers and forms of words change nothing."""
    (point,) = lay_beside(_read(old), _read(new))

    assert _told(point) == parts


def test_a_placeholder_that_was_filled_is_no_change() -> None:
    """What stands in its place is filled in, with the placeholder's text beside it."""
    line = (Plain(text="varata koulutukseen "), _gap("summa"), Plain(text=" euroa."))
    (point,) = lay_beside(_drafted(line), _read("varata koulutukseen 6 400 euroa."))

    assert _told(point) == [("kept", "varata koulutukseen"), ("filled", "6 400"), ("kept", "euroa.")]
    assert [part.gap for part in point.parts] == [None, "[summa]", None]
    assert not point.is_changed


def test_a_placeholder_that_was_left_out_or_left_standing_is_no_change() -> None:
    """A clerk who needs no sum leaves it out; one who forgot it leaves it."""
    line = (Plain(text="hyväksyä ohjelman "), _gap("summa"))

    (gone,) = lay_beside(_drafted(line), _read("hyväksyä ohjelman"))
    (left,) = lay_beside(_drafted(line), _read("hyväksyä ohjelman [summa]"))

    assert _told(gone) == [("kept", "hyväksyä ohjelman")]
    assert _told(left) == [("kept", "hyväksyä ohjelman"), ("filled", "[summa]")]


def test_points_are_matched_by_their_words() -> None:
    """A point put in between moves no other; one that is gone stands where it stood."""
    old = "1. hyväksyä ohjelman vuodelle 2027\n2. varata koulutukseen 800 euroa\n3. antaa asian johtajalle"
    new = "1. hyväksyä ohjelman vuodelle 2027\n2. kutsua nuorisovaltuuston\n3. varata koulutukseen 500 euroa"

    points = lay_beside(_read(old), _read(new))

    assert [(point.number, point.is_changed) for point in points] == [
        (1, False),
        (2, True),
        (3, True),
        (3, True),
    ]
    assert [_told(point)[0][0] for point in points] == ["kept", "added", "kept", "removed"]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Hallitus päättää 1. ostaa 2. myydä 3. vuokrata", [None, 1, 2, 3]),
        ("1) ostaa\n2) myydä", [1, 2]),
        ("1. ostaa kaiken", [1]),  # a lone point
        ("järjestää illan 1. päivänä toukokuuta", [None]),  # a day
        ("järjestää illan 3. 4. ja 5. huhtikuuta", [None]),  # days, which do not count from 1
        ("1. ostaa 2. myydä 8. mennessä 3. vuokrata", [1, 2, 3]),  # a number that does not count on
        ("", []),
    ],
)
def test_points_are_told_by_numbers_that_count_up(text: str, numbers: list[int | None]) -> None:
    """Whether on lines of their own or running on."""
    assert [point.number for point in _read(text)] == numbers


def test_a_drafts_points_are_numbered_where_it_numbers_them() -> None:
    """The opening has no number; a line of nothing but marks is no point."""
    lines: tuple[Line, ...] = ((Plain(text="ostaa"),), (Plain(text=" – "),), (Plain(text="myydä"),))

    assert [point.number for point in _drafted(*lines, numbered=True)] == [1, 3]
    assert [point.number for point in _drafted(*lines)] == [None, None]


def test_likeness_is_the_share_of_words_in_common() -> None:
    """Placeholders count on neither side, and nothing is like nothing."""
    line = (Plain(text="varata "), _gap("summa"), Plain(text=" euroa"))

    assert likeness(_drafted(line), _read("varata euroa")) == 1.0
    assert likeness(_read("varata 5 euroa nyt"), _read("varata 6 euroa nyt")) == 0.75
    assert likeness(_read(""), _read("")) == 0.0


def test_very_many_points_are_compared_as_one() -> None:
    """A programme of hundreds of rows is laid beside itself as one long point."""
    text = "\n".join(f"{number}. ilta {number * 7}" for number in range(1, 400))

    (point,) = lay_beside(_read(text), _read(text))

    assert (point.number, point.is_changed) == (None, False)


WORDS = st.lists(
    st.sampled_from(["ostaa", "myydä", "1.", "2.", "3.", "–", "800", "päätti", "\n"]), max_size=30
)


@given(WORDS, WORDS)
def test_nothing_is_invented_and_nothing_lost(old: list[str], new: list[str]) -> None:
    """Every part stands where its span says; removed words are the old ones, all others the new ones."""
    before, after = " ".join(old), " ".join(new)

    parts = [part for point in lay_beside(_read(before), _read(after)) for part in point.parts]

    assert all(part.text == " ".join(after[slice(*part.span)].split()) for part in parts if part.span)
    assert all((part.span is None) == (part.kind == "removed") for part in parts)
    stayed = [part for part in parts if part.kind == "kept"]
    came = [part for part in parts if part.kind == "added"]
    gone = [part for part in parts if part.kind == "removed"]
    assert _keys([*stayed, *came]) == _words(_read(after))
    assert _keys([*stayed, *gone]) == _words(_read(before))


def _keys(parts: list[Part]) -> list[str]:
    return sorted(filter(None, (FORMS.key(word) for part in parts for word in part.text.split())))


def _words(points: tuple[Worded, ...]) -> list[str]:
    return sorted(word.key for point in points for word in point.words)
