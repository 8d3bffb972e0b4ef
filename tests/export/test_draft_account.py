"""How drafts tell what a source says."""

from export.draft import draft_programme
from tests.export.houses import bare_house, own_house, words_of
from tests.export.made import FINNISH, TRIGGER, at, basis_of, finnish_record, norwegian_offer
from tests.export.reading import draft_of, lines_of, with_programme


def test_costs_are_told_in_the_account_where_no_heading_is_for_them() -> None:
    """Money is the source's, told as its statement."""
    told = " ".join(lines_of(draft_of(bare_house("finland-fi")), "account"))

    assert "Kustannuksista lähteessä todetaan: ”Osallistuminen maksaa 120 euroa henkilöltä”." in told
    assert "Tieto koskee lähteen julkaisijaa, ei omaa organisaatiota." in told


def test_all_costs_are_told_with_their_sentences() -> None:
    """An amount alone tells nobody for what: the sentence is quoted, and one sentence only once."""
    record = finnish_record()
    (cost,) = record.programmes[0].costs
    amount = cost.model_copy(update={"text": "120 euroa", "span": at(FINNISH, "120 euroa")})
    more = cost.model_copy(update={"text": "tabletit", "span": at(FINNISH, "esteellisyys")})
    told = " ".join(
        lines_of(
            draft_of(bare_house("finland-fi"), with_programme(record, costs=(amount, cost, more))),
            "account",
        )
    )

    assert (
        "Kustannuksista lähteessä todetaan: ”Osallistuminen maksaa 120 euroa henkilöltä” sekä "
        "”Aiheina ovat kuntalain ydinkohdat, esteellisyys ja kokousmenettely”."
    ) in told


def test_the_account_tells_the_source_as_a_source() -> None:
    """What the source council does is told as its statement, in the house's language."""
    told = lines_of(draft_of(bare_house("finland-fi")), "account")

    assert told[0] == (
        "Tausta-aineistona on asiakirja ”Luottamushenkilöiden koulutus 2025” (Kuusirannan kaupunki, "
        "Kaupunginhallitus 24.2.2025 § 71). Asiakirja on luonteeltaan koulutussuunnitelma. "
        "Lähteen mukaan ohjelma koskee toimikautta 2025–2029."
    )
    assert told[1] == (
        "Koulutuksen kohderyhmä lähteen mukaan: uudet luottamushenkilöt. Koulutuksen aiheina mainitaan "
        "kuntalaki, esteellisyys, kokousmenettely sekä luottamushenkilön rooli, oikeudet ja "
        "velvollisuudet. Järjestäjäksi on merkitty ”Kuntaverkosto”."
    )
    assert told[2] == (
        "Lähteessä oleva päätös kuuluu: ”Kaupunginhallitus merkitsi koulutusohjelman tiedoksi”."
    )


def test_a_foreign_source_is_told_in_the_houses_language() -> None:
    """The language is named, the outcome told in words, the decision quoted as it stands."""
    told = " ".join(lines_of(draft_of(bare_house("sweden")), "account"))

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
    told = lines_of(
        draft_of(bare_house("finland-fi"), record.model_copy(update={"decision": decision})), "account"
    )

    assert told[2].startswith("Lähteen mukaan asia päätettiin ehdotuksen mukaisesti; ehdotus kuuluu: ”")


def test_no_person_of_the_source_is_named() -> None:
    """The source's preparers are its own; the house's are placeholders."""
    told = draft_of(own_house("finland-fi")).model_dump_json()

    assert "Lehtimaa" not in told
    assert "[valmistelijan nimi]" in told


def test_an_item_lends_its_title_to_a_nameless_programme() -> None:
    """The § under which a programme stands names it well enough."""
    record = with_programme(finnish_record(), title=None)

    assert (
        "”Luottamushenkilöiden koulutus 2025”"
        in lines_of(draft_of(bare_house("finland-fi"), record), "account")[0]
    )


def test_a_source_without_a_publisher_has_a_placeholder() -> None:
    """Nobody is named as the publisher when none is known."""
    record = norwegian_offer()
    record = record.model_copy(update={"source": record.source.model_copy(update={"publisher": None})})

    assert (
        "«Kurs for folkevalgte» ([utgiver])" in lines_of(draft_of(bare_house("norway-nb"), record), "why")[0]
    )


def test_the_second_item_of_a_document_is_cited_as_itself() -> None:
    """A programme that stands in a further decision is referred to by that one's §."""
    record = finnish_record()
    assert record.decision is not None
    further = record.decision.model_copy(update={"section": "72"})
    evidence = {
        pointer.replace("/decision/", "/further_decisions/0/"): each
        for pointer, each in record.evidence.items()
    }
    record = with_programme(
        record.model_copy(update={"further_decisions": (further,), "evidence": evidence}), decision=1
    )
    draft = draft_of(bare_house("finland-fi"), record)

    assert "§ 72" in lines_of(draft, "why")[0]
    assert draft.sources[0].section == "72"


def test_a_norwegian_case_number_is_no_section() -> None:
    """ "34/24" is a number within a year, and is written as one."""
    record = finnish_record()
    assert record.decision is not None
    decision = record.decision.model_copy(update={"section": "34/24"})

    draft = draft_of(bare_house("norway-nb"), record.model_copy(update={"decision": decision}))
    assert "24. februar 2025 sak 34/24)" in lines_of(draft, "why")[0]


def test_codes_without_a_name_are_left_out() -> None:
    """A code means nothing to a reader; what has no name in the house's language is not told."""
    house = bare_house("sweden")
    names = {"disqualification": "jäv", "other": "övrigt"}
    draft = draft_programme(basis_of(finnish_record()), house, words_of(house), names, TRIGGER)
    told = " ".join(lines_of(draft, "account"))

    assert "Som ämne nämns jäv." in told
    assert "municipal_law" not in told
    assert "Målgrupp" not in told


def test_very_long_words_of_a_source_are_cut_in_the_text() -> None:
    """A decision over pages is quoted by its beginning; the document stays readable."""
    record = finnish_record()
    assert record.decision is not None
    decision = record.decision.model_copy(update={"effective": None, "decision": "Hyväksyttiin " * 200})
    told = lines_of(
        draft_of(bare_house("finland-fi"), record.model_copy(update={"decision": decision})), "account"
    )[2]

    assert len(told) < 700
    assert told.endswith(" …”.")


def test_a_summary_does_not_say_what_the_account_says() -> None:
    """The source is named in the account; where a house has none, the summary names it."""
    house = bare_house("sweden")
    short = house.model_copy(update={"sections": tuple(key for key in house.sections if key != "account")})

    assert lines_of(draft_of(house), "summary")[0] == "Ärendet gäller utbildning för förtroendevalda."
    assert "ligger dokumentet" in lines_of(draft_of(short), "summary")[0]
