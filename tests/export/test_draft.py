"""What drafts say, house by house."""

from typing import Any

import pytest

from config.houses import House
from export.draft import draft_programme
from records.document import DocumentRecord
from records.draft import Draft, Line, Placeholder, Points, Section, Table, TriggerKind, section_lines
from records.errors import DraftError
from tests.export.houses import LAYOUTS, bare_house, own_house, words_of
from tests.export.made import FINNISH, TRIGGER, at, basis_of, finnish_record, names_in, norwegian_offer


def _draft(house: House, record: DocumentRecord | None = None, kind: TriggerKind = "watched") -> Draft:
    trigger = TRIGGER.model_copy(update={"kind": kind})
    names = names_in(house.language)
    return draft_programme(basis_of(record or finnish_record()), house, words_of(house), names, trigger)


def _text(line: Line) -> str:
    return "".join(f"[{piece.text}]" if isinstance(piece, Placeholder) else piece.text for piece in line)


def _section(draft: Draft, key: str) -> Section:
    return next(each for each in (*draft.cover, *draft.sections, *draft.closing) if each.key == key)


def _lines(draft: Draft, key: str) -> list[str]:
    return [_text(line) for line in section_lines((_section(draft, key),))]


def _table(draft: Draft) -> Table:
    return next(block for block in _section(draft, "account").blocks if isinstance(block, Table))


def _without_programme(record: DocumentRecord, **values: Any) -> DocumentRecord:
    programme = record.programmes[0].model_copy(update=values)
    return record.model_copy(update={"programmes": (programme,)})


@pytest.mark.parametrize(
    ("layout", "headings"),
    [
        ("finland-fi", ["Valmistelu", None, "Esittelijä", "Päätösehdotus", "Päätös", "Muutoksenhaku"]),
        ("finland-sv", ["Beredning", None, "Föredragande", "Beslutsförslag", "Beslut", "Ändringssökande"]),
        (
            "sweden",
            [
                "Förslag till beslut",
                "Sammanfattning av ärendet",
                "Ärendet",
                "Ekonomiska konsekvenser",
                "Konsekvenser för barn",
                "Beslutsunderlag",
                "Beslutet skickas till",
                "Underskrift",
            ],
        ),
        (
            "norway-nb",
            [
                "Kommunedirektørens innstilling",
                "Sammendrag",
                "Saksopplysninger",
                "Vurdering",
                "Økonomiske konsekvenser",
                "Vedlegg",
            ],
        ),
        (
            "norway-nn",
            [
                "Kommunedirektøren si tilråding",
                "Samandrag",
                "Saksopplysningar",
                "Vurdering",
                "Økonomiske konsekvensar",
                "Vedlegg",
            ],
        ),
    ],
)
def test_headings_stand_in_house_order(layout: str, headings: list[str | None]) -> None:
    """Each country's usual headings, in its order; an empty one lets the account run on."""
    assert [section.heading for section in _draft(bare_house(layout)).sections] == headings


def test_impacts_stand_where_the_house_wants_them() -> None:
    """A house that asks for impacts of its own gets their headings, and costs move below theirs."""
    house = own_house("finland-fi").model_copy(update={"impacts": ("economy", "children")})
    draft = _draft(house)
    keys = [section.key for section in draft.sections]

    assert keys[2:4] == ["economy", "children"]
    assert _section(draft, "children").heading == "Lapsivaikutukset"
    assert "120 euroa" in " ".join(_lines(draft, "economy"))
    assert "120 euroa" not in " ".join(_lines(draft, "account"))


def test_costs_are_told_in_the_account_where_no_heading_is_for_them() -> None:
    """Money is the source's, told as its statement."""
    told = " ".join(_lines(_draft(bare_house("finland-fi")), "account"))

    assert "Kustannuksista lähteessä todetaan: ”Osallistuminen maksaa 120 euroa henkilöltä”." in told
    assert "Tieto koskee lähteen julkaisijaa, ei omaa organisaatiota." in told


def test_all_costs_are_told_with_their_sentences() -> None:
    """An amount alone tells nobody for what: the sentence is quoted, and one sentence only once."""
    record = finnish_record()
    (cost,) = record.programmes[0].costs
    amount = cost.model_copy(update={"text": "120 euroa", "span": at(FINNISH, "120 euroa")})
    more = cost.model_copy(update={"text": "tabletit", "span": at(FINNISH, "esteellisyys")})
    told = " ".join(
        _lines(
            _draft(bare_house("finland-fi"), _without_programme(record, costs=(amount, cost, more))),
            "account",
        )
    )

    assert (
        "Kustannuksista lähteessä todetaan: ”Osallistuminen maksaa 120 euroa henkilöltä” sekä "
        "”Aiheina ovat kuntalain ydinkohdat, esteellisyys ja kokousmenettely”."
    ) in told


def test_a_house_may_word_its_own_headings() -> None:
    """A profile's heading replaces the language's."""
    house = own_house("sweden").model_copy(update={"headings": {"account": "Bakgrund"}})

    assert _section(_draft(house), "account").heading == "Bakgrund"


@pytest.mark.parametrize(
    ("layout", "points"),
    [
        (
            "finland-fi",
            [
                "Kunnanhallitus päättää",
                "hyväksyä luottamushenkilöiden koulutusohjelman ajalle [kausi tai vuosi]",
                "varata koulutukseen [summa] euroa [mistä määrärahasta]",
                "antaa hallintopäällikölle tehtäväksi järjestää koulutukset.",
            ],
        ),
        (
            "finland-sv",
            [
                "Stadsstyrelsen beslutar",
                "godkänna utbildningsprogrammet för förtroendevalda för [period eller år]",
                "reservera [belopp] euro för utbildningen ur [anslag]",
                "ge förvaltningsdirektören i uppgift att ordna utbildningen.",
            ],
        ),
        (
            "sweden",
            [
                "Kommunstyrelsen antar utbildningsprogram för förtroendevalda för [period eller år].",
                "Kommunstyrelsen avsätter [belopp] kronor för utbildningen ur [anslag].",
                "Kommunstyrelsen ger [funktion] i uppdrag att genomföra utbildningen.",
            ],
        ),
        (
            "norway-nb",
            [
                "Formannskapet vedtar plan for folkevalgtopplæring for [periode eller år].",
                "Formannskapet setter av [beløp] kroner til opplæringen fra [budsjettpost].",
                "Formannskapet gir kommunedirektøren i oppdrag å gjennomføre opplæringen.",
            ],
        ),
        (
            "norway-nn",
            [
                "Formannskapet vedtek plan for folkevaldopplæring for [periode eller år].",
                "Formannskapet set av [beløp] kroner til opplæringa frå [budsjettpost].",
                "Formannskapet gir kommunedirektøren i oppdrag å gjennomføre opplæringa.",
            ],
        ),
    ],
)
def test_the_proposal_speaks_the_houses_grammar(layout: str, points: list[str]) -> None:
    """A plan of another council gives a proposal of the house's own, one action a point."""
    assert _lines(_draft(own_house(layout)), "proposal") == points


def test_an_offer_gives_a_proposal_to_take_part() -> None:
    """The title of the offer is quoted; who takes part and what pays for it is left open."""
    assert _lines(_draft(own_house("norway-nb"), norwegian_offer()), "proposal") == [
        "Formannskapet godkjenner deltakelse i opplæringen «Kurs for folkevalgte» (Fjordnettverket).",
        "Formannskapet oppnevner [navn eller verv] som deltakere.",
        "Formannskapet dekker utgiftene til deltakelsen over [budsjettpost].",
    ]


def test_a_house_without_a_body_gets_a_placeholder_for_it() -> None:
    """A shipped layout names no body, and a draft invents none."""
    draft = _draft(bare_house("sweden"))

    assert _lines(draft, "proposal")[1] == "[nämnd] avsätter [belopp] kronor för utbildningen ur [anslag]."
    assert (draft.body, draft.meeting_date, draft.council) == (None, None, None)


def test_a_grammar_that_the_language_does_not_offer_is_refused() -> None:
    """The error names the house and the wording, and what to do."""
    house = own_house("norway-nb").model_copy(update={"proposal": "lead"})

    with pytest.raises(
        DraftError, match=r'house own-norway-nb: expected proposal = "lead" with points in wording nb'
    ):
        _draft(house)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("watched", "Seurattava organisaatio on julkaissut"),
        ("due_again", "on tullut uudelleen ajankohtaiseksi"),
        ("undecided", "ei ole löytynyt päätöstä"),
        ("asked", "Luonnos on tehty pyynnöstä"),
    ],
)
def test_the_first_page_tells_why_the_draft_was_made(kind: TriggerKind, words: str) -> None:
    """Each trigger has its reason, with the document that set it off."""
    (reason,) = _lines(_draft(own_house("finland-fi"), kind=kind), "why")

    assert words in reason
    assert (
        "”Luottamushenkilöiden koulutus 2025” (Kuusirannan kaupunki, Kaupunginhallitus 24.2.2025 § 71)"
        in reason
    )


def test_the_first_page_tells_for_whom_it_is() -> None:
    """Body and meeting stand on the first page; the meeting is never known."""
    assert _lines(_draft(own_house("finland-fi")), "facts") == [
        "Esityslistateksti",
        "Lehtorannan kunta",
        "Kunnanhallitus",
        "[kokouspäivä]",
        "22.11.2025",
        _draft(own_house("finland-fi")).id,
    ]


def test_the_account_tells_the_source_as_a_source() -> None:
    """What the source council does is told as its statement, in the house's language."""
    told = _lines(_draft(bare_house("finland-fi")), "account")

    assert told[0] == (
        "Tausta-aineistona on asiakirja ”Luottamushenkilöiden koulutus 2025” (Kuusirannan kaupunki, "
        "Kaupunginhallitus 24.2.2025 § 71). Asiakirja on luonteeltaan koulutussuunnitelma. "
        "Lähteen mukaan ohjelma koskee toimikautta 2025–2029."
    )
    assert told[1] == (
        "Koulutuksen kohderyhmä lähteen mukaan: uudet luottamushenkilöt. Lähteen mukaan koulutuksen "
        "aiheita ovat kuntalaki, esteellisyys, kokousmenettely sekä luottamushenkilön rooli, oikeudet ja "
        "velvollisuudet. Järjestäjä lähteen mukaan: ”Kuntaverkosto”."
    )
    assert told[2] == (
        "Lähteessä oleva päätös kuuluu: ”Kaupunginhallitus merkitsi koulutusohjelman tiedoksi”."
    )


def test_a_foreign_source_is_told_in_the_houses_language() -> None:
    """The language is named, the outcome told in words, the decision quoted as it stands."""
    told = " ".join(_lines(_draft(bare_house("sweden")), "account"))

    assert "Källans språk är finska; citaten återges på originalspråket." in told
    assert "Målgruppen är enligt källan nya förtroendevalda." in told
    assert "Ärendet antecknades för kännedom enligt källan." in told
    assert "Beslutet i källan lyder: ”Kaupunginhallitus merkitsi koulutusohjelman tiedoksi”." in told


def test_a_decision_under_the_proposal_is_told_as_such() -> None:
    """Where the decision only says that the proposal was approved, the proposal is quoted as what it is."""
    record = finnish_record()
    assert record.decision is not None
    assert record.decision.effective is not None
    effective = record.decision.effective.model_copy(update={"origin": "proposal"})
    decision = record.decision.model_copy(update={"effective": effective, "outcome": "approved"})
    told = _lines(
        _draft(bare_house("finland-fi"), record.model_copy(update={"decision": decision})), "account"
    )

    assert told[2].startswith("Lähteen mukaan asia päätettiin ehdotuksen mukaisesti; ehdotus kuuluu: ”")


def test_no_person_of_the_source_is_named() -> None:
    """The source's preparers are its own; the house's are placeholders."""
    told = _draft(own_house("finland-fi")).model_dump_json()

    assert "Lehtimaa" not in told
    assert "[valmistelijan nimi]" in told


def test_the_table_tells_the_sessions() -> None:
    """A row a session: when, what with place and length, topics, for whom, and where it was read."""
    table = _table(_draft(bare_house("finland-fi")))
    rows = [[[_text(line) for line in cell.lines] for cell in row] for row in table.rows]

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
    title = _table(_draft(bare_house("norway-nn"))).rows[0][1].lines[0]

    assert _text(title) == "«peruskoulutus»"
    assert [getattr(piece, "language", None) for piece in title] == [None, "fi-FI", None]


def test_a_column_without_values_is_left_out() -> None:
    """No session of the offer tells for whom it is."""
    assert _table(_draft(bare_house("norway-nb"), norwegian_offer())).header == (
        "Tidspunkt",
        "Innhold",
        "Temaer",
        "Kilde",
    )


def test_a_clock_without_a_day_leaves_the_day_open() -> None:
    """Half a time is told, the other half is a placeholder."""
    record = norwegian_offer()
    session = record.programmes[0].sessions[0].model_copy(update={"edtf": None})
    draft = _draft(bare_house("norway-nb"), _without_programme(record, sessions=(session,)))

    assert _text(_table(draft).rows[0][0].lines[0]) == "[tidspunkt] kl. 09.30–15.00"


def test_a_programme_without_sessions_or_title_has_placeholders() -> None:
    """What was not found is asked for, not claimed to be missing."""
    record = _without_programme(finnish_record(), sessions=(), title=None, decision=None)
    told = _lines(_draft(bare_house("finland-fi"), record), "account")

    assert "[koulutuksen nimi] (Kuusirannan kaupunki)" in told[0]
    assert "[koulutustilaisuudet]" in told


def test_an_item_lends_its_title_to_a_nameless_programme() -> None:
    """The § under which a programme stands names it well enough."""
    record = _without_programme(finnish_record(), title=None)

    assert (
        "”Luottamushenkilöiden koulutus 2025”"
        in _lines(_draft(bare_house("finland-fi"), record), "account")[0]
    )


def test_a_source_without_a_publisher_has_a_placeholder() -> None:
    """Nobody is named as the publisher when none is known."""
    record = norwegian_offer()
    record = record.model_copy(update={"source": record.source.model_copy(update={"publisher": None})})

    assert "«Kurs for folkevalgte» ([utgiver])" in _lines(_draft(bare_house("norway-nb"), record), "why")[0]


def test_the_second_item_of_a_document_is_cited_as_itself() -> None:
    """A programme that stands in a further decision is referred to by that one's §."""
    record = finnish_record()
    assert record.decision is not None
    further = record.decision.model_copy(update={"section": "72"})
    evidence = {
        pointer.replace("/decision/", "/further_decisions/0/"): each
        for pointer, each in record.evidence.items()
    }
    record = _without_programme(
        record.model_copy(update={"further_decisions": (further,), "evidence": evidence}), decision=1
    )
    draft = _draft(bare_house("finland-fi"), record)

    assert "§ 72" in _lines(draft, "why")[0]
    assert draft.sources[0].section == "72"


def test_a_norwegian_case_number_is_no_section() -> None:
    """ "34/24" is a number within a year, and is written as one."""
    record = finnish_record()
    assert record.decision is not None
    decision = record.decision.model_copy(update={"section": "34/24"})

    assert (
        "24. februar 2025 sak 34/24)"
        in _lines(_draft(bare_house("norway-nb"), record.model_copy(update={"decision": decision})), "why")[0]
    )


def test_what_is_missing_and_the_sources_close_the_draft() -> None:
    """The last page lists every gap with its hint, then the source with its quotes."""
    draft = _draft(own_house("finland-fi"))
    missing, sources = _lines(draft, "fill"), _lines(draft, "sources")

    assert "[summa] – Oma määräraha; lähteen summat eivät kelpaa." in missing
    assert sources[1] == (
        "[1] Kuusirannan kaupunki, Kaupunginhallitus 24.2.2025 § 71. ”Luottamushenkilöiden koulutus 2025”. "
        "Pöytäkirja, asianumero 123/01.03.00/2025. Luettu 27.2.2025. "
        "https://kuusiranta.example/cgi/DREQUEST.PHP?page=meetingitem&id=20251-7"
    )
    assert "; ”3.9. kello 17-19 luottamushenkilön rooli”; " in sources[2]
    assert "”kello 17-19”" not in sources[2]  # stands within another
    assert len(sources) == 3


def test_the_appeal_clause_is_the_clerks_choice() -> None:
    """The families are named with their paragraphs, and that the preparer decides; none is chosen."""
    draft = _draft(own_house("finland-fi"))
    (appeal,) = _lines(draft, "appeal")
    (hint,) = [line for line in _lines(draft, "fill") if line.startswith(appeal)]

    assert appeal.startswith("[")
    assert all(f"{number} §" in hint for number in (134, 135, 136))
    assert "valmistelija ratkaisee" in appeal


def test_the_decision_waits_for_the_meeting() -> None:
    """Where the body's genitive is known the placeholder uses it."""
    assert _lines(_draft(own_house("finland-fi")), "decision") == [
        "[kunnanhallituksen päätös kirjataan kokouksen jälkeen]"
    ]
    assert _lines(_draft(bare_house("finland-fi")), "decision") == ["[päätös kirjataan kokouksen jälkeen]"]


def test_roles_of_the_house_stand_before_the_names_to_fill_in() -> None:
    """A profile knows titles, never names."""
    draft = _draft(own_house("finland-fi"))

    assert _lines(draft, "preparation") == ["Hallintopäällikkö [valmistelijan nimi]"]
    assert _lines(draft, "presenter") == ["Kunnanjohtaja [esittelijän nimi]"]


def test_the_basis_of_the_decision_and_its_recipients() -> None:
    """Sweden lists this document, the source and the rest, and who gets the decision."""
    draft = _draft(own_house("sweden"))

    assert _lines(draft, "documents") == [
        "Tjänsteskrivelse [datum]",
        "”Luottamushenkilöiden koulutus 2025”, Kuusirannan kaupunki, Kaupunginhallitus 24 februari 2025 § 71",
        "[övrigt underlag]",
    ]
    assert _lines(draft, "distribution") == ["Kommundirektören", "Samtliga nämnder"]
    assert _lines(_draft(bare_house("sweden")), "distribution") == ["[mottagare]"]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_draft_knows_what_it_is(layout: str) -> None:
    """House, language, country and kind of document are the profile's; the id is the trigger's."""
    house = own_house(layout)
    draft = _draft(house)

    assert (draft.house, draft.language, draft.country, draft.tag) == (
        house.id,
        house.language,
        house.country,
        house.tag,
    )
    assert draft.document == house.document
    assert draft.id == _draft(house, norwegian_offer()).id
    assert draft.id != _draft(house, kind="asked").id
    assert Draft.model_validate_json(draft.model_dump_json()) == draft


def test_only_the_proposal_is_numbered() -> None:
    """Numbers stand for what is decided."""
    draft = _draft(own_house("sweden"))
    numbered = [
        section.key
        for section in (*draft.cover, *draft.sections, *draft.closing)
        for block in section.blocks
        if isinstance(block, Points) and block.numbered
    ]

    assert numbered == ["proposal"]


def test_codes_without_a_name_are_left_out() -> None:
    """A code means nothing to a reader; what has no name in the house's language is not told."""
    house = bare_house("sweden")
    names = {"disqualification": "jäv", "other": "övrigt"}
    draft = draft_programme(basis_of(finnish_record()), house, words_of(house), names, TRIGGER)
    told = " ".join(_lines(draft, "account"))

    assert "Utbildningen tar enligt källan upp jäv." in told
    assert "municipal_law" not in told
    assert "Målgrupp" not in told


def test_very_long_words_of_a_source_are_cut_in_the_text() -> None:
    """A decision over pages is quoted by its beginning; the document stays readable."""
    record = finnish_record()
    assert record.decision is not None
    decision = record.decision.model_copy(update={"effective": None, "decision": "Hyväksyttiin " * 200})
    told = _lines(
        _draft(bare_house("finland-fi"), record.model_copy(update={"decision": decision})), "account"
    )[2]

    assert len(told) < 700
    assert told.endswith(" …”.")
