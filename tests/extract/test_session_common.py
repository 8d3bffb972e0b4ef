"""What is told once for several sessions, and for which of them."""

from extract.organisers import Parties
from extract.sessions import find_sessions
from tests.extract.programmes import Told, date, ground

Where = list[tuple[str | None, str | None]]


def _where(text: str, code: str, *dates: Told) -> Where:
    found = find_sessions(ground(text, code, *dates, read=True), Parties((), ()), None)
    return [(one.record().place, one.record().format) for one in found]


def test_a_lead_holds_for_the_rows_below_it() -> None:
    """ "The following evenings are in the town hall:" says nothing of a visit told afterwards."""
    text = (
        "Utbildning för förtroendevalda\n\nFöljande kvällar ordnas i fullmäktigesalen:\n"
        "- 18 januari 2027: Jäv\n- 17 februari 2027: Ekonomi\n\n"
        "I april 2027 görs en kurs hos en grannkommun."
    )
    found = _where(
        text,
        "sv",
        date(text, "18 januari 2027", "2027-01-18"),
        date(text, "17 februari 2027", "2027-02-17"),
        date(text, "april 2027", "2027-04"),
    )
    assert [place for place, _ in found] == ["fullmäktigesalen", "fullmäktigesalen", None]


def test_a_sentence_among_the_sessions_of_a_section_holds_for_it() -> None:
    """What stands below one heading says nothing of the sessions below the next."""
    text = (
        "Folkevalgtopplæring\n\nIntroduksjon\n\nVi møtes på Fjordvik rådhus.\n"
        "14. oktober 2027: Habilitet\n15. oktober 2027: Etikk\n\n"
        "Temakvelder\n\n12. november 2027: Budsjettet\n"
    )
    found = _where(
        text,
        "nb",
        date(text, "14. oktober 2027", "2027-10-14"),
        date(text, "15. oktober 2027", "2027-10-15"),
        date(text, "12. november 2027", "2027-11-12"),
    )
    assert [place for place, _ in found] == ["Fjordvik rådhus", "Fjordvik rådhus", None]


def test_a_section_on_practicalities_holds_for_all() -> None:
    """Time and place told at the end, below a heading without sessions, are everybody's."""
    text = (
        "Ledarprogram för politiker\n\n3 mars 2027: Samspel\n4 april 2027: Styrning\n\n"
        "Tid och plats\n\nKursen hålls på Hotell Granudden."
    )
    found = _where(
        text, "sv", date(text, "3 mars 2027", "2027-03-03"), date(text, "4 april 2027", "2027-04-04")
    )
    assert found == [("Hotell Granudden", "in_person")] * 2


def test_the_first_and_the_last_are_counted_out() -> None:
    """Two evenings in a hall and two at home on the screen."""
    text = (
        "Luottamushenkilöiden koulutusillat\n\n"
        "25.2.2026\nTalous\n15.4.2026\nIlmasto\n9.9.2026\nLapset\n11.11.2026\nHankinnat\n\n"
        "Kaksi ensimmäistä pidettiin lukion auditoriossa, kaksi jälkimmäistä yksinomaan etänä."
    )
    days = [
        date(text, quote, edtf)
        for quote, edtf in (
            ("25.2.2026", "2026-02-25"),
            ("15.4.2026", "2026-04-15"),
            ("9.9.2026", "2026-09-09"),
            ("11.11.2026", "2026-11-11"),
        )
    ]
    assert _where(text, "fi", *days) == [
        ("lukion auditoriossa", "in_person"),
        ("lukion auditoriossa", "in_person"),
        (None, "online"),
        (None, "online"),
    ]


def test_a_hall_and_a_link_for_all_are_hybrid() -> None:
    """Told in two sentences, place and link make the sessions hybrid, and say that they were inherited."""
    text = (
        "Folkevalgtopplæring\n\nDet holdes to kurs på rådhuset.\n\n6. februar 2027: Etikk\n"
        "5. mars 2027: Habilitet\n\nKursene kan følges på Teams."
    )
    ground_ = ground(
        text,
        "nb",
        date(text, "6. februar 2027", "2027-02-06"),
        date(text, "5. mars 2027", "2027-03-05"),
        read=True,
    )
    found = find_sessions(ground_, Parties((), ()), None)
    assert [one.record().format for one in found] == ["hybrid", "hybrid"]
    assert {one.format.how for one in found if one.format} == {"inherited"}


def test_the_place_where_the_body_met_is_not_the_place_of_training() -> None:
    """The head of a protocol names the body's own room."""
    text = "Møtested: Rådhuset, Storsalen\n\nKurs for folkevalgte\n\nKurset holdes 7. februar 2027."
    assert _where(text, "nb", date(text, "7. februar 2027", "2027-02-07"))[0][0] is None


def test_words_for_learning_alone_tell_the_form() -> None:
    """What one does in one's own time is self-study where nothing else tells a form."""
    text = "Kurs för förtroendevalda\n\nI kursen ”Samtal utan hat”, ett webbaserat material, övar var och en."
    assert _where(text, "sv") == [(None, "self_study")]


def test_a_link_makes_all_sessions_online() -> None:
    """ "Link to Teams follows" tells the form where nothing else does."""
    text = (
        "Kvällskurs för nämnder\n\nJäv\nOns 11/9 2024\n\nPlan\nTors 3/10 2024\n\nVälkommen!\n\n"
        "Länk till Teams kommer dagen före. Du väljer själv vad du följer."
    )
    days = [("Ons 11/9 2024", "2024-09-11"), ("Tors 3/10 2024", "2024-10-03")]
    laid = ground(text, "sv", *(date(text, words, edtf) for words, edtf in days), read=True)
    sessions = find_sessions(laid, Parties((), ()), None)
    assert [one.format.value if one.format else None for one in sessions] == ["online", "online"]
