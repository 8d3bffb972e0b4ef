"""Offers told one below the other: names with prose below, led by words that offer."""

import pytest

from extract.session_offers import find_offers
from tests.extract.programmes import ground

OFFERS = [
    (
        "nn",
        "Vi har tre opplegg som kan bestillast:\n\nMikrofonen\nEin halv dag om å bli intervjua.\n\n"
        "Tonen\nProsessdag for rådet om ordskiftet.",
        ["Mikrofonen", "Tonen"],
        "a lead with a colon",
    ),
    (
        "sv",
        "Kurser som ni beställer\n\nPopulärast just nu\n\n► Tryggare tal\nRetorik för debattören i salen.\n\n"
        "► Siffror utan tårar\nBudget och bokslut på två kvällar.",
        ["Tryggare tal", "Siffror utan tårar"],
        "names behind a sign",
    ),
    (
        "fi",
        "Valitse yksi linja:\n\nAlkajat\nMikä valtuusto on ja mitä se saa päättää?\n\n"
        "Vetäjät\nKokouksen vetäminen, pöytäkirja ja porukka.",
        ["Alkajat", "Vetäjät"],
        "a choice",
    ),
    (
        "nb",
        "Kurspakker\n\nPakkene under kan bestilles av alle.\n\nStartpakken\nEn dag om hva vervet innebærer."
        "\n\nKlubbepakken\nEn kveld med trening i møteledelse.\n\nPengepakken\nTo timer om å lese budsjett.",
        ["Startpakken", "Klubbepakken", "Pengepakken"],
        "a paragraph that offers what stands below",
    ),
    (
        "fi",
        "Varavaltuutetun koulutus\n\nKatso silloin kun sopii\n\nPalkkiot ja verokortti – tallenne 18 min\n"
        "Kuntalaki tutuksi – tallenne 25 min\nKielitietoisuus – lukupaketti",
        ["Palkkiot ja verokortti", "Kuntalaki tutuksi", "Kielitietoisuus"],
        "rows of recordings",
    ),
    (
        "sv",
        "Kurs för nya\n\nAvsnitt\n1 Vad gör ett råd?\n2 Pengarna\n3 Din e-post\n\nFrågor besvaras.",
        ["Vad gör ett råd?", "Pengarna", "Din e-post"],
        "bare numbers below a short lead",
    ),
    ("sv", "Kurs för nya\n\nPriser\n1 Liten sal\n2 Stor sal", [], "bare numbers below another label"),
    (
        "sv",
        "För dig som är politiker\n\nSPÅRET\nEn kurs i delegation för hela nämnden.\n\n"
        "KLUBBAN\nSeminarium om votering för ordförande.\n\nPULTEN\nEn utbildning i retorik och debatt.",
        ["SPÅRET", "KLUBBAN", "PULTEN"],
        "cards that nothing leads to, all on training",
    ),
    ("nb", "Kurs for nye\n\nMine saker\nMin side\nMinner", [], "links that begin like minutes"),
    (
        "nb",
        "Våre kurs\n\nØkonomi\nKommunens regnskap på én kveld for alle.\n\nPris\nKr 900 for hver deltaker.",
        [],
        "one offer and a price are no list",
    ),
    (
        "nb",
        "Om oss\n\nHistorie\nVi har holdt på i mange år nå.\n\nAnsatte\nVi er fire som jobber her nå.",
        [],
        "sections that nothing leads are no offers",
    ),
    (
        "fi",
        "Koulutus päättäjille\n\nUsein kysyttyä\n + Maksetaanko palkkio?\n + Saako osallistua?",
        [],
        "questions are no offers",
    ),
]


@pytest.mark.parametrize(("code", "text", "titles", "why"), OFFERS)
def test_names_with_prose_below_a_lead_are_offers(code: str, text: str, titles: list[str], why: str) -> None:
    """The shape alone makes no offer: a lead or a heading has to speak of offers."""
    laid = ground(text, code)
    assert [laid.outline.quote(part.title) for part in find_offers(laid) if part.title] == titles, why


def test_an_offer_ends_before_the_next_paragraph() -> None:
    """What follows the last offer after a gap is no part of it."""
    text = (
        "Vi tilbyr to opplegg:\n\nTonen\nEn dag om ordskiftet i salen.\n\nPengene\nEn dag om budsjettet vårt."
        "\n\nRing oss når som helst på dagtid."
    )
    *_, last = find_offers(ground(text, "nb"))
    assert text[last.scope[0] : last.scope[1]] == "Pengene\nEn dag om budsjettet vårt."
