"""What drafts say that are built on precedents: what carries over, and what must be changed in it."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from export.basis import Basis, Occasion
from export.draft import draft_precedents
from records.draft import Cited, Draft, Placeholder, Points, line_text, section_lines
from records.errors import DraftError
from records.programme import Cost
from tests.export.houses import LAYOUTS, bare_house, own_house, words_of
from tests.export.made import TRIGGER, at, names_in, norwegian_offer
from tests.export.precedents import ekhamra, granaasen, kuusiranta, lehtoranta
from tests.export.reading import draft_from, lines_of, section_of, table_of

ALL = (lehtoranta(), kuusiranta(), granaasen(), ekhamra())
FINLAND = own_house("finland-fi")


def _gaps(draft: Draft, part: str, key: str) -> list[tuple[str, ...]]:
    """Return the old values of a part's placeholders."""
    pieces = [piece for line in section_lines((section_of(draft, part),)) for piece in line]
    gaps = [piece for piece in pieces if isinstance(piece, Placeholder) and piece.key == key]
    return [tuple(old.text for old in gap.olds) for gap in gaps]


def _account(layout: str, bases: Sequence[Basis]) -> list[str]:
    return lines_of(draft_from(own_house(layout), bases), "account")


def test_own_prose_is_carried_over_sentence_by_sentence() -> None:
    """Sums and names of the precedent are placeholders; law, talk, people and lists stay out."""
    assert _account("finland-fi", [lehtoranta()])[:5] == [
        "Koulutusta on aiemmin käsitelty asiassa ”Luottamushenkilöiden koulutusohjelma 2024” "
        "(Lehtorannan kunta, Kunnanhallitus § 88).",
        "Kunnanhallitus on sopinut valtuustoryhmien kanssa, että jokainen ryhmä saa samat tiedot. "
        "Ohjelma tehdään yhdessä [järjestäjä] kanssa. Koulutus maksaa kunnalle [summa].",
        "Päätös voisi tämän pohjalta kuulua seuraavasti:",
        "Kunnanhallitus hyväksyy koulutusohjelman [ajankohta].",
        "Kunnanhallitus varaa koulutukseen [summa].",
    ]


def test_what_is_carried_over_is_marked_and_shows_what_it_replaces() -> None:
    """Carried words are a precedent's in the house's language; placeholders know what stood there."""
    draft = draft_from(FINLAND, [lehtoranta()])
    line = next(line for line in section_lines((section_of(draft, "account"),)) if "summa" in line_text(line))
    carried = [piece for piece in line if isinstance(piece, Cited)]
    sums = [piece for piece in line if isinstance(piece, Placeholder) and piece.key == "amount"]

    assert all(piece.precedent and piece.language is None and piece.text == piece.quote for piece in carried)
    assert [(old.text, old.spans) for gap in sums for old in gap.olds] == [
        ("2 450 euroa", (at(lehtoranta().record.text, "2 450 euroa"),))
    ]


def test_others_are_told_as_others() -> None:
    """Only the house's own precedents are its earlier matters; another's body and name are placeholders."""
    told = _account("finland-fi", [kuusiranta()])

    assert told[0].startswith("Vertailukohtana on asiakirja ”Valtuutettujen perehdytys 2025”")
    assert told[1] == "[nimi] uudet valtuutetut perehdytetään tehtäväänsä kahtena iltana."
    assert "[toimielin] päättää järjestää perehdytyksen." in told


def test_a_precedent_in_another_language_is_told_not_carried() -> None:
    """Its quotes stay in their language, and none of its prose stands in the house's text."""
    draft = draft_from(FINLAND, [granaasen()])
    told = lines_of(draft, "account")

    assert "Lähteen kieli on norjan bokmål" in told[0]
    assert any("”Formannskapet vedtar opplæringsplanen”" in line for line in told)
    assert not any("kurskvelder" in line for line in told)


@pytest.mark.parametrize(("layout", "carried"), [("norway-nb", True), ("norway-nn", False)])
def test_bokmaal_and_nynorsk_are_two_languages(layout: str, carried: bool) -> None:
    """A precedent in the one is foreign to a house that writes the other."""
    told = _account(layout, [granaasen()])

    assert any("representanter får to kurskvelder på rådhuset" in line for line in told) is carried


@pytest.mark.parametrize("layout", ["sweden", "finland-sv"])
def test_swedish_is_one_language_on_both_sides(layout: str) -> None:
    """A Swedish precedent carries over to a house in Finland that writes Swedish."""
    carried = "Förvaltningen har tagit fram ett utbildningsprogram tillsammans med [arrangör]."

    assert any(line.startswith(carried) for line in _account(layout, [ekhamra()]))


def test_one_programme_tells_where_each_row_is_from() -> None:
    """Rows of several precedents stand in the order of the year; those that say the same are one."""
    table = table_of(draft_from(FINLAND, ALL))
    rows = [(line_text(row[1].lines[0]), line_text(row[-1].lines[0])) for row in table.rows]

    assert table.caption == "Koulutusohjelma lähteiden pohjalta"
    assert rows == [
        ("”Møteledelse”", "[3]"),
        ("Perehdytysilta", "[1], [2]"),
        ("”Mötesteknik”", "[4]"),
        ("Talousarvion lukeminen", "[2]"),
        ("Esteellisyys ja hyvä hallinto", "[1]"),
    ]


def test_times_and_places_of_the_programme_are_to_be_filled_in() -> None:
    """A row's time and place are placeholders with what every precedent has there; topics carry over."""
    draft = draft_from(FINLAND, ALL)

    assert ("4.9.2024 klo 17–19", "12.3.2025 klo 18–20") in _gaps(draft, "account", "when")
    assert _gaps(draft, "account", "place") == [("valtuustosalissa", "kirjastossa")]
    topics = [piece for row in table_of(draft).rows for line in row[2].lines for piece in line]
    assert [piece.text for piece in topics if isinstance(piece, Cited) and piece.precedent] == [
        "puheenjohtajuus",
        "kokousmenettely",
        "talous ja talousarvio",
        "esteellisyys",
    ]


def test_sessions_of_one_precedent_are_never_merged() -> None:
    """Two evenings of the same name in one programme are two rows, each merged with its twin elsewhere."""
    basis = lehtoranta()
    programme = basis.record.programmes[0]
    twice = programme.model_copy(update={"sessions": (programme.sessions[0], programme.sessions[0])})
    record = basis.record.model_copy(
        update={
            "programmes": (twice,),
            "evidence": {
                **basis.record.evidence,
                "/programmes/0/sessions/1/title": basis.record.evidence["/programmes/0/sessions/0/title"],
                "/programmes/0/sessions/1/place": basis.record.evidence["/programmes/0/sessions/0/place"],
            },
        }
    )
    elsewhere = record.model_copy(update={"source": record.source.model_copy(update={"url": None})})
    draft = draft_from(FINLAND, [Basis("a", record, 0), Basis("b", elsewhere, 0)])

    assert [line_text(row[-1].lines[0]) for row in table_of(draft).rows] == ["[1], [2]", "[1], [2]"]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_proposal_stays_the_houses_and_shows_the_old_values(layout: str) -> None:
    """Period and sum are placeholders that list what each precedent has, told in the house's language."""
    draft = draft_from(own_house(layout), ALL)

    assert _gaps(draft, "proposal", "period") == [("2024", "2025", "2023–2027", "2023")]
    assert _gaps(draft, "proposal", "amount") == [("2 450 euroa", "kr 38 000", "54 000 kronor")]


def test_an_earlier_participation_lends_no_name_to_a_new_one() -> None:
    """Who takes part in what is to be filled in, with the old training and its organiser shown."""
    offer = Basis("offer", norwegian_offer(), 0)
    draft = draft_from(own_house("norway-nb"), [offer])

    assert lines_of(draft, "proposal")[0] == (
        "Formannskapet godkjenner deltakelse i opplæringen [navn på opplæringen] ([arrangør])."
    )
    assert _gaps(draft, "proposal", "training") == [("Kurs for folkevalgte",)]
    assert _gaps(draft, "proposal", "organiser") == [("Fjordnettverket",)]


def test_the_first_page_tells_each_precedent() -> None:
    """The house's own and others' are told apart, numbered as in the list of sources."""
    why = lines_of(draft_from(FINLAND, ALL, "due_again"), "why")

    assert why[0].startswith("Oma aiempi koulutuspäätös on tullut uudelleen ajankohtaiseksi.")
    assert [line[:28] for line in why[1:]] == [
        "[1] Oma aiempi asia ”Luottam",
        "[2] Muun organisaation asiak",
        "[3] Muun organisaation asiak",
        "[4] Muun organisaation asiak",
    ]


def test_the_last_page_lists_old_values_with_their_source() -> None:
    """A placeholder is listed once, with all that the precedents have there."""
    draft = draft_from(FINLAND, ALL)
    fill = lines_of(draft, "fill")

    assert "[paikka] – Oman tilaisuuden paikka. (lähteessä valtuustosalissa [1]; kirjastossa [2])" in fill
    assert "[kokouspäivä] – Kokouksen päivämäärä." in fill
    assert [line[:3] for line in lines_of(draft, "sources") if line.startswith("[")] == [
        "[1]",
        "[2]",
        "[3]",
        "[4]",
    ]


def test_what_two_precedents_word_alike_is_told_once() -> None:
    """The same sentence of two years stands once, with the old values of both."""
    later = lehtoranta()
    text = later.record.text.replace("2 450", "9 999")
    bases = [lehtoranta(), replace(later, id="b", record=later.record.model_copy(update={"text": text}))]
    draft = draft_from(FINLAND, bases)
    told = [line for line in lines_of(draft, "account") if "Koulutus maksaa" in line]

    assert len(told) == 1
    assert ("2 450 euroa", "9 999 euroa") in _gaps(draft, "account", "amount")


def test_costs_have_their_own_heading_where_the_house_wants_one() -> None:
    """There the sentences on costs are carried over, and nowhere else."""
    draft = draft_from(own_house("norway-nb"), [granaasen()])

    assert lines_of(draft, "economy")[0] == "Opplæringen koster [beløp]."
    assert not any("koster" in line for line in lines_of(draft, "account"))


def test_an_item_without_a_programme_is_a_precedent_too() -> None:
    """Its prose and proposal carry over, and the sessions are to be filled in."""
    draft = draft_from(FINLAND, [replace(lehtoranta(), programme=None)])

    assert "[koulutustilaisuudet]" in lines_of(draft, "account")
    assert any(line.startswith("Kunnanhallitus on sopinut") for line in lines_of(draft, "account"))


def test_the_occasion_is_told_where_it_is_known() -> None:
    """Body and meeting stand on the first page, in the head and in the proposal."""
    house = own_house("norway-nb")
    body = house.bodies[0].model_copy(update={"id": "kst", "name": "kommunestyret", "genitive": None})
    occasion = Occasion(body=body, meeting=TRIGGER.made_at.date())
    draft = draft_precedents([granaasen()], house, words_of(house), names_in("nb"), TRIGGER, occasion)

    assert (draft.body, draft.meeting_date) == ("kommunestyret", occasion.meeting)
    assert {"Kommunestyret", "22. november 2025"} <= set(lines_of(draft, "facts"))
    assert {"Kommunestyret", "22. november 2025"} <= {line_text(fact.line) for fact in draft.head.facts}
    assert lines_of(draft, "proposal")[0].startswith("Kommunestyret vedtar")


def test_a_basis_counts_once() -> None:
    """The same stored item given twice is one source."""
    assert len(draft_from(FINLAND, [lehtoranta(), lehtoranta()]).sources) == 1


def test_programmes_of_one_item_have_one_source() -> None:
    """An item is named once, on the first page, in the account and in the list of sources."""
    basis = lehtoranta()
    twice = basis.record.model_copy(update={"programmes": basis.record.programmes * 2})
    bases = [Basis("a", twice, 0), Basis("b", twice, 1), replace(kuusiranta(), id="c")]
    draft = draft_from(FINLAND, bases)
    told = lines_of(draft, "account")

    assert [source.council for source in draft.sources] == ["Lehtorannan kunta", "Kuusirannan kaupunki"]
    assert len(lines_of(draft, "why")) == 3
    assert sum("on aiemmin käsitelty" in line for line in told) == 1
    assert told.count("Kunnanhallitus varaa koulutukseen [summa].") == 1


def test_a_draft_needs_a_precedent() -> None:
    """Nothing to build on is told as a mistake."""
    with pytest.raises(DraftError, match="a programme or item to build on"):
        draft_from(FINLAND, [])


def test_the_notes_tell_how_to_read_such_a_draft() -> None:
    """The first page warns of old values and of wording that is another's."""
    notes = section_of(draft_from(bare_house("sweden"), [ekhamra()]), "reading").blocks[0]

    assert isinstance(notes, Points)
    assert "ska alltid bytas ut" in line_text(notes.items[0])


def test_what_a_member_moved_is_no_cost_and_no_appropriation() -> None:
    """Neither the economy nor the point on money shows a sentence of somebody by name."""
    text = "Pia Modell yrkar att kursen betalas ur anslaget för nämnden."
    record = ekhamra().record
    record = record.model_copy(update={"text": f"{record.text}\n\n{text}"})
    cost = Cost(kind="funding", amount=None, currency=None, text=text, span=at(record.text, text))
    programme = record.programmes[0].model_copy(update={"costs": (cost,)})
    record = record.model_copy(update={"programmes": (programme,)})

    draft = draft_from(own_house("sweden"), [replace(ekhamra(), record=record)])

    assert "Modell" not in " ".join(piece.text for piece in draft.pieces())
    assert _gaps(draft, "proposal", "funding") == [()]
