"""Plans by year of the term."""

from extract.session_terms import find_by_term_year, term_region
from tests.extract.programmes import date, ground

BY_MONTH = """\
Upplägg

År 1
Januari
Grundkurs, dag 1. Så styrs kommunen
Ansvarig: fullmäktige
Höst
Presidiekurs
Ansvarig: styrelsen

År 2
Inga kurser. Nämnderna skriver sina berättelser.
"""

BY_LINES = """\
Ohjelman runko

1. vuosi
Kunnan tehtävät ja talous (kaikki valtuutetut)
Lautakuntien oma perehdytys (lautakunnat)

2. vuosi
Omistajaohjaus (konsernijaosto)

Ohjelman periaatteet ovat nämä. Koulutus kuuluu tehtävään.
"""

BY_LABELS = """\
Mandatperiod år 1

Februari

Fullmäktiges ansvar (för alla): Kommunallag, roller.

I början av perioden hålls en lång utbildning. Den filmas.

Styrelsens ansvar (för alla): Ekonomi, styrning.

Mandatperiod år 2

Styrelsens ansvar (för alla): Framtidsfrågor.
"""


def test_months_and_seasons_below_a_year_name_one_session_each() -> None:
    """The first row below a month is its session; labels are details, and "none" is none."""
    text = BY_MONTH
    found = find_by_term_year(
        ground(
            text,
            "sv",
            date(text, "År 1", term_year=1),
            date(text, "Januari", term_year=1, month=1),
            date(text, "Höst", term_year=1, season=23),
            date(text, "År 2", term_year=2),
        )
    )
    told = [
        (one.title.value, one.when.value.month, one.when.value.season)
        for one in found
        if one.title and one.when
    ]
    assert told == [("Grundkurs, dag 1", 1, None), ("Presidiekurs", None, 23)]


def test_rows_below_a_year_are_sessions_without_their_audience() -> None:
    """Every row is a session; the audience in brackets is no part of its name; prose ends the plan."""
    text = BY_LINES
    found = find_by_term_year(
        ground(text, "fi", date(text, "1. vuosi", term_year=1), date(text, "2. vuosi", term_year=2))
    )
    assert [one.title.value for one in found if one.title] == [
        "Kunnan tehtävät ja talous",
        "Lautakuntien oma perehdytys",
        "Omistajaohjaus",
    ]
    assert [one.when.value.term_year for one in found if one.when] == [1, 1, 2]


def test_labelled_paragraphs_are_sessions_and_prose_is_said_of_them() -> None:
    """ "X's responsibility (for all): ..." opens a session, the paragraphs below belong to it."""
    text = BY_LABELS
    found = find_by_term_year(
        ground(
            text,
            "sv",
            date(text, "Mandatperiod år 1", term_year=1, role="term"),
            date(text, "Februari", term_year=1, month=2),
            date(text, "Mandatperiod år 2", term_year=2, role="term"),
        )
    )
    assert [one.title.value for one in found if one.title] == [
        "Kommunallag, roller",
        "Ekonomi, styrning",
        "Framtidsfrågor",
    ]
    assert "filmas" in text[found[0].scope[0] : found[0].scope[1]]
    assert "Ekonomi" not in text[found[0].scope[0] : found[0].scope[1]]
    assert text[found[0].anchor[0] : found[0].anchor[1]].startswith("Fullmäktiges ansvar")


def test_rows_may_begin_with_their_month() -> None:
    """ "Februari: ..." below a year of the term is a session in that month, with the row's clock."""
    text = "Mandatperiod år 1\nFebruari: Så styrs kommunen (alla), klockan 13–17.\nHösten: Ekonomi (alla).\n"
    found = find_by_term_year(
        ground(
            text,
            "sv",
            date(text, "Mandatperiod år 1", term_year=1, role="term"),
            date(text, "Februari", term_year=1, month=2),
            date(text, "klockan 13–17", time="13:00/17:00"),
            date(text, "Hösten", term_year=1, season=23),
        )
    )
    told = [(one.when.value.month, one.when.value.season) for one in found if one.when]
    assert told == [(2, None), (None, 23)]
    assert [one.clock.value if one.clock else None for one in found] == ["13:00/17:00", None]


def test_a_year_of_the_term_within_a_sentence_opens_nothing() -> None:
    """Money asked for in the first year is no session."""
    text = "Fullmäktige får extra medel första året varje ny mandatperiod."
    found = ground(text, "sv", date(text, "första året varje ny mandatperiod", term_year=1, role="term"))
    assert find_by_term_year(found) == []
    assert term_region(found) is None


def test_the_plan_reaches_to_its_last_row() -> None:
    """What follows the plan is no part of it."""
    text = BY_LINES
    found = ground(text, "fi", date(text, "1. vuosi", term_year=1), date(text, "2. vuosi", term_year=2))
    region = term_region(found)
    assert region is not None
    assert text[region[1] - 10 : region[1]] == "nijaosto)"[-10:] or text[: region[1]].endswith(
        "(konsernijaosto)"
    )
