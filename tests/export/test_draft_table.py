"""How drafts list the sessions of a programme."""

import pytest

from records.draft import line_text
from records.programme import Session
from tests.export.houses import bare_house, own_house
from tests.export.made import at, basis_of, finnish_record, norwegian_offer
from tests.export.reading import draft_from, draft_of, lines_of, table_of, with_programme


def test_the_table_tells_the_sessions() -> None:
    """A row a session: when, what with place and length, topics, for whom, and where it was read."""
    table = table_of(draft_of(bare_house("finland-fi")))
    rows = [[[line_text(line) for line in cell.lines] for cell in row] for row in table.rows]

    assert table.header == ("Ajankohta", "Sisältö", "Aiheet", "Kohderyhmä", "Lähde")
    assert sum(table.widths) == pytest.approx(1)
    assert rows == [
        [
            ["toukokuu 2025"],
            ["peruskoulutus", "Paikka: valtuustosalissa", "Toteutus: lähitilaisuus"],
            ["kuntalaki, esteellisyys ja kokousmenettely"],
            ["uudet luottamushenkilöt"],
            ["[1]"],
        ],
        [
            ["3.9.2025 klo 17–19"],
            ["luottamushenkilön rooli", "Kesto: 2 tuntia", "Järjestäjä: Kuntaverkosto"],
            ["luottamushenkilön rooli, oikeudet ja velvollisuudet"],
            ["–"],
            ["[1]"],
        ],
        [["elo–syyskuu 2025"], ["kaksipäiväinen aloitusseminaari", "Kesto: 2 päivää"], ["–"], ["–"], ["[1]"]],
        [["[ajankohta]"], ["opintopolku", "Toteutus: itseopiskelu"], ["–"], ["–"], ["[1]"]],
    ]


def test_foreign_titles_stand_in_quotation_marks_with_their_language() -> None:
    """A title is never translated: it is quoted, and marked for the spelling checker."""
    title = table_of(draft_of(bare_house("norway-nn"))).rows[0][1].lines[0]

    assert line_text(title) == "«peruskoulutus»"
    assert [getattr(piece, "language", None) for piece in title] == [None, "fi-FI", None]


def test_a_column_without_values_is_left_out() -> None:
    """No session of the offer tells for whom it is."""
    assert table_of(draft_of(bare_house("norway-nb"), norwegian_offer())).header == (
        "Tidspunkt",
        "Innhold",
        "Temaer",
        "Kilde",
    )


def test_a_clock_without_a_day_leaves_the_day_open() -> None:
    """Half a time is told, the other half is a placeholder."""
    record = norwegian_offer()
    session = record.programmes[0].sessions[0].model_copy(update={"edtf": None})
    draft = draft_of(bare_house("norway-nb"), with_programme(record, sessions=(session,)))

    assert line_text(table_of(draft).rows[0][0].lines[0]) == "[tidspunkt] kl. 09.30–15.00"


def test_a_programme_without_sessions_or_title_has_placeholders() -> None:
    """What was not found is asked for, not claimed to be missing."""
    record = with_programme(finnish_record(), sessions=(), title=None, decision=None)
    told = lines_of(draft_of(bare_house("finland-fi"), record), "account")

    assert "[koulutuksen nimi] (Kuusirannan kaupunki)" in told[0]
    assert "[koulutustilaisuudet]" in told


def test_half_a_sentence_is_no_title() -> None:
    """A title that was cut out inside a date is left open, in drafts of either kind."""
    record = finnish_record()
    text = "luottamushenkilön rooli ja 8"
    session = Session(title=text, span=at(record.text, text))
    kept = {pointer: found for pointer, found in record.evidence.items() if "/sessions/" not in pointer}
    cut = with_programme(record.model_copy(update={"evidence": kept}), sessions=(session,))

    for draft in (
        draft_of(bare_house("finland-fi"), cut),
        draft_from(own_house("finland-fi"), [basis_of(cut)]),
    ):
        assert line_text(table_of(draft).rows[0][1].lines[0]) == "[sisältö]"
