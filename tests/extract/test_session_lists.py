"""Sessions without a date: points, headings, named parts, what is learnt alone."""

import pytest

from extract.session_lists import (
    find_announced,
    find_headed,
    find_listed,
    find_only,
    find_own_time,
    find_parts_named,
    find_specific,
    find_steps,
)
from extract.session_named import find_counted, find_defined, find_offered, find_quoted, side_by_side
from tests.extract.programmes import date, ground

LISTS = [
    (
        "nb",
        "Kurset har tre moduler:\n\n • Roller\n • Habilitet\n • Økonomi",
        ["Roller", "Habilitet", "Økonomi"],
        "a count of parts leads",
    ),
    (
        "nn",
        "Programmet er i to delar:\n\n • Basisdagane: To dagar om roller.\n • Temadagane: Dagar om økonomi.",
        ["Basisdagane", "Temadagane"],
        "names before colons",
    ),
    (
        "nb",
        "TEMA FOR SEMINARENE:\n\n • Samspill\n   • Roller\n   • Tillit\n\n • Lederskap\n   • Åpenhet",
        ["Samspill", "Lederskap"],
        "only the first depth",
    ),
    ("nb", "Tema:\n\n • Roller\n • Habilitet\n • Økonomi", [], "subjects are no sessions"),
    ("sv", "Utbildningens innehåll\n\n • Roller\n • Ekonomi\n • Juridik", [], "contents are no sessions"),
    ("fi", "Tilaisuudet:\n\n • Talousilta", [], "one point is no list"),
]


@pytest.mark.parametrize(("code", "text", "titles", "why"), LISTS)
def test_points_below_a_lead_that_counts_parts_are_sessions(
    code: str, text: str, titles: list[str], why: str
) -> None:
    """A list of parts is a list of sessions, a list of subjects is not."""
    found = [one for _, one in find_listed(ground(text, code))]
    assert [one.title.value for one in found if one.title] == titles, why


def test_a_point_takes_in_what_stands_below_it() -> None:
    """The subjects of a seminar belong to it."""
    text = "Temaer for seminarene:\n\n • Samspill\n   • Roller\n   • Tillit\n\n • Lederskap\n   • Åpenhet"
    (_, first), (_, second) = find_listed(ground(text, "nb"))
    assert "Tillit" in text[first.scope[0] : first.scope[1]]
    assert "Tillit" not in text[second.scope[0] : second.scope[1]]


@pytest.mark.parametrize(
    ("code", "text", "titles"),
    [
        ("sv", "Verktyget har tre avsnitt: jäv, lov- och byggprocessen samt tillsyn.", 3),
        ("sv", "Verktyget har fyra avsnitt: jäv, planer samt tillsyn.", 0),
        ("sv", "Utbildningen har delar: jäv, planer samt tillsyn.", 0),
    ],
)
def test_a_sentence_lists_as_many_parts_as_it_counts(code: str, text: str, titles: int) -> None:
    """Parts told in a row count only when their number is told and right."""
    assert len(find_counted(ground(text, code))) == titles


def test_trainings_put_side_by_side_are_one_each() -> None:
    """Three trainings in one sentence share its date and are told apart by what they are about."""
    text = "År 2026 ordnas kurs i jäv, utbildning för nämnderna samt utbildning i mötesteknik för utskotten."
    found = ground(text, "sv")
    assert [found.outline.quote(span) for span in side_by_side(found, (0, len(text)))] == [
        "kurs i jäv",
        "utbildning för nämnderna",
        "utbildning i mötesteknik för utskotten",
    ]


@pytest.mark.parametrize(
    ("code", "text", "title"),
    [
        ("sv", "Trygg i rollen är en gratis onlinekurs om hot.", "Trygg i rollen"),
        ("nb", "Møteskolen er et digitalt kurs.", "Møteskolen"),
        ("sv", "Kursen är gratis.", None),
        ("sv", "Det viktigaste som vi gör under hela mandatperioden för våra ledamöter är en kurs.", None),
    ],
)
def test_a_sentence_defines_a_training_by_its_name(code: str, text: str, title: str | None) -> None:
    """ "X is a course": a short subject with a capital letter is the name."""
    found = find_defined(ground(text, code))
    assert [one.title.value for one in found if one.title] == ([title] if title else [])


def test_names_in_quotation_marks_beside_an_event_word_are_trainings() -> None:
    """A quoted book without an event word beside it is none."""
    text = "Vi har webbutbildningen ”Samtal utan hat”. Läs även ”Boken om nämnden”."
    assert [one.title.value for one in find_quoted(ground(text, "sv")) if one.title] == ["Samtal utan hat"]


def test_what_is_offered_is_named_by_its_subject() -> None:
    """An organisation's single course is named, its courses in general are not."""
    text = "Förbundet håller en utbildning i ekonomi för politiker. Förbundet håller utbildningar om mycket."
    found = find_offered(ground(text, "sv"))
    assert [one.title.value for one in found if one.title] == ["utbildning i ekonomi för politiker"]


def test_named_parts_are_told_once() -> None:
    """ "Basisprogrammet" and "basisprogram" are one part."""
    text = "Basisprogrammet varer i to dager. Etter basisprogrammet kan temadager bestilles."
    assert [one.title.value for one in find_parts_named(ground(text, "nb")) if one.title] == [
        "Basisprogrammet",
        "temadager",
    ]


def test_headings_on_training_are_sessions_with_their_text() -> None:
    """A heading that names a course, or whose text begins with "The course"; never the page's title."""
    text = (
        "För förtroendevalda\n\nHär finns information.\n\nKurs i jäv (halvdag)\n\nOm lagen.\n\n"
        "Att leda möten\n\nUtbildningen riktas till ordförande.\n\nArvoden\n\nSe reglementet."
    )
    found = find_headed(ground(text, "sv"))
    assert [one.title.value for one in found if one.title] == ["Kurs i jäv", "Att leda möten"]
    assert "Om lagen" in text[found[0].scope[0] : found[0].scope[1]]


def test_a_heading_announces_a_new_training() -> None:
    """ "New offer: X" is a training named X."""
    text = "Kurs for folkevalde\n\nNytt tilbod: Planlegging i praksis\n\nMeir kjem seinare."
    (found,) = find_announced(ground(text, "nn"))
    assert found.title is not None
    assert found.title.value == "Planlegging i praksis"


@pytest.mark.parametrize(
    ("code", "text", "title"),
    [
        ("fi", "Valtuutetut voivat suorittaa verkkokurssin omassa tahdissa.", "verkkokurssin"),
        ("sv", "En webbutbildning erbjuds i egen takt.", "webbutbildning"),
        ("sv", "Kursen hålls den 3 mars, därefter en webbutbildning i egen takt.", None),
    ],
)
def test_learning_alone_is_a_session_where_no_date_is(code: str, text: str, title: str | None) -> None:
    """What is learnt in one's own time is found by its cue; a paragraph with a date tells another."""
    dates = [date(text, "3 mars", "2026-03-03")] if "3 mars" in text else []
    found = find_own_time(ground(text, code, *dates))
    assert [one.title.value for one in found if one.title] == ([title] if title else [])


def test_numbered_parts_without_a_time_are_sessions() -> None:
    """Part three, "time to be told later", is a session too."""
    text = "Del ett gavs i mars. Del två ges i maj. Del tre vänder sig till presidierna."
    assert [one.title.value for one in find_steps(ground(text, "sv")) if one.title] == [
        "Del ett",
        "Del två",
        "Del tre",
    ]


def test_a_text_about_one_training_has_one_session() -> None:
    """The training that is said to take place is the session; one only mentioned is none."""
    text = "Kommunestyret har hatt eldrerådskurs på Fjellstua."
    assert [one.title.value for one in find_only(ground(text, "nb")) if one.title] == ["eldrerådskurs"]
    assert [one.title.value for one in find_specific(ground(text, "nb")) if one.title] == ["eldrerådskurs"]
    assert find_only(ground("Kursplanen er lang.", "nb")) == []


def test_a_numbered_row_is_named_by_what_stands_behind_its_number() -> None:
    """ "Del 2. Intern kontroll" is named whole; a sentence behind the number is no name."""
    rows = ground("Kursen har delar.\nDel 1. Rollen som revisor\nDel 2. Nämndernas kontroll", "sv")
    assert [one.title.value for one in find_steps(rows) if one.title] == [
        "Del 1. Rollen som revisor",
        "Del 2. Nämndernas kontroll",
    ]
