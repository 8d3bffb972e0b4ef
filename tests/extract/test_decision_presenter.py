"""Who presents an item, told from who prepared it and from what the proposal says."""

import pytest

from tests.extract.test_decision import read, told_by

HEADS = {
    "fi": "Kaupunginhallitus\nPöytäkirja 03.04.2017/Pykälä 101\n\nPerehdytysohjelma\n\nAsia on ollut esillä.",
    "sv": "Stadsstyrelsen\nProtokoll 10.11.2025/Paragraf 64\n\nIntroduktion\n\nÄrendet har beretts.",
    "nb": "Saksprotokoll\n\nUtvalg: Formannskapet\nMøtedato: 18.03.2025\nSak: 22/25\n\nOpplæring",
    "nn": "Saksprotokoll\n\nUtval: Formannskapet\nMøtedato: 18.03.2025\nSak: 22/25\n\nOpplæring",
}


@pytest.mark.parametrize(
    ("language", "rest", "expected"),
    [
        pytest.param(
            "fi",
            "Kaupunginjohtaja Veikko Laine:\n\nEhdotus: Pidetään koulutus.\n\nPäätös: Hyväksyttiin.",
            ("Veikko Laine", "Kaupunginjohtaja"),
            id="Finnish",
        ),
        pytest.param(
            "fi",
            "Kaupunginjohtaja Veikko Laine 28.3.2017:\nEhdotus\nPidetään koulutus.\n\nPäätös\nHyväksyttiin.",
            ("Veikko Laine", "Kaupunginjohtaja"),
            id="with the day of the statement",
        ),
        pytest.param(
            "sv",
            "Stadsdirektör Tua Ek:\n\nFörslag: Stadsstyrelsen antar programmet.\n\nBeslut: Godkändes.",
            ("Tua Ek", "Stadsdirektör"),
            id="Swedish",
        ),
        pytest.param(
            "nb",
            "Kommunedirektør Siri Tangen:\nForslag til vedtak:\nPlanen vedtas.\n\nVedtak:\nPlanen vedtas.",
            ("Siri Tangen", "Kommunedirektør"),
            id="Bokmål",
        ),
        pytest.param(
            "nn",
            "Kommunedirektør Siri Tangen:\nFramlegg til vedtak:\nPlanen vert vedteken.\n\nVedtak:\n"
            "Som framlegget.",
            ("Siri Tangen", "Kommunedirektør"),
            id="Nynorsk",
        ),
    ],
)
def test_who_stands_above_the_proposal_presents_it(
    language: str, rest: str, expected: tuple[str, str]
) -> None:
    """Office, name and colon right above the proposal's label are the presenter and no preparer."""
    own = read(f"{HEADS[language]}\n\n{rest}\n", language).own
    assert own is not None
    assert told_by(own, "presenter") == expected
    assert own.preparers == ()


def test_who_states_the_case_prepared_it() -> None:
    """A statement with text below it is the preparer's, as before."""
    rest = (
        "Kehittämispäällikkö Aila Ranta:\n\nOhjelma on valmis.\n\nEhdotus: Pidetään.\n\nPäätös: Hyväksyttiin."
    )
    own = read(f"{HEADS['fi']}\n\n{rest}\n", "fi").own
    assert own is not None
    assert told_by(own, "preparers") == [("Aila Ranta", "Kehittämispäällikkö")]
    assert own.presenter is None


@pytest.mark.parametrize(
    ("language", "rest", "proposal"),
    [
        pytest.param(
            "fi",
            "Ehdotus\n\nEsittelijä\nVeikko Laine\n\nKuusirannan Vesi Oy:n hakemus hyväksytään.\n\n"
            "Päätös: Hyväksyttiin.",
            "Kuusirannan Vesi Oy:n hakemus hyväksytään.",
            id="a firm in the genitive",
        ),
        pytest.param(
            "fi",
            "Ehdotus\nEsittelijä\nVeikko Laine\nOy Vesi Ab:n hakemus\nhyväksytään.\n\nPäätös: Hyväksyttiin.",
            "Oy Vesi Ab:n hakemus hyväksytään.",
            id="whose last word elsewhere is a label",
        ),
        pytest.param(
            "fi",
            "Ehdotus\n\nEsittelijä\nVeikko Laine\n\n"
            "Rannan Vesi Oy, Rannan Sähkö Oy ja Laine Ky saavat luvan.\n\n"
            "Päätös: Hyväksyttiin.",
            "Rannan Vesi Oy, Rannan Sähkö Oy ja Laine Ky saavat luvan.",
            id="firms in a row",
        ),
        pytest.param(
            "fi",
            "Ehdotus\nEsittelijä\nVeikko Laine\nKuusirannan Kyläyhdistys ry\nsaa avustuksen.\n\n"
            "Päätös: Hyväksyttiin.",
            "Kuusirannan Kyläyhdistys ry saa avustuksen.",
            id="a society",
        ),
        pytest.param(
            "sv",
            "Förslag\nFöredragande\nTua Ek\nGranholmens Vatten Ab\nfår bidrag.\n\nBeslut: Godkändes.",
            "Granholmens Vatten Ab får bidrag.",
            id="Swedish",
        ),
        pytest.param(
            "sv",
            "Förslag\n\nFöredragande\nTua Ek\n\nGranholmens Vatten Ab:s ansökan godkänns.\n\n"
            "Beslut: Godkändes.",
            "Granholmens Vatten Ab:s ansökan godkänns.",
            id="Swedish, in the genitive",
        ),
    ],
)
def test_a_firm_below_the_presenter_is_the_proposal(language: str, rest: str, proposal: str) -> None:
    """What the proposal begins with is no second presenter, though its words have capitals as names do."""
    own = read(f"{HEADS[language]}\n\n{rest}\n", language).own
    assert own is not None
    assert own.presenter is not None
    assert own.presenter.name.value in ("Veikko Laine", "Tua Ek")
    assert " ".join((told_by(own, "proposal") or "").split()) == proposal
