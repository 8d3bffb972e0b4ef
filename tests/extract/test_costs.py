"""What a programme costs, whom, and what only looks like an amount."""

import pytest

from extract.costs import find_costs, participation_cost
from tests.extract.programmes import ground

AMOUNTS = [
    ("fi", "Koulutuksen hinta on 620 €/hlö + alv.", "participation", 620, "EUR", "a price a head"),
    (
        "fi",
        "Osallistumismaksu on 395 euroa + alv 24 %.",
        "participation",
        395,
        "EUR",
        "a fee, tax told apart",
    ),
    ("fi", "Leirimaksu on 55 €.", "participation", 55, "EUR", "a camp's fee"),
    ("nn", "Rådet tek 6 000 kroner for kvar deltakar.", "participation", 6000, "NOK", "for each"),
    ("nb", "Prisen er 450 kr pr. hode.", "participation", 450, "NOK", "a head"),
    ("fi", "Seminaarin maksu on 1 250,50 euroa osallistujalta.", "participation", 1250.5, "EUR", "cents"),
    ("fi", "Majoitus 112 €/yö varataan erikseen.", "travel", 112, "EUR", "a night is no participation"),
    (
        "fi",
        "Hallitus osoittaa 4 340 euroa koulutusmäärärahasta.",
        "funding",
        4340,
        "EUR",
        "the council's money",
    ),
    ("fi", "Kouluttajan palkkio on 900 euroa.", "fee", 900, "EUR", "what the lecturer gets"),
    (
        "sv",
        "Kostnad\n25.000:- exkl moms",
        "participation",
        25000,
        "SEK",
        "dot for thousands, the krona's dash",
    ),
    ("sv", "Kursavgiften är 750 kr exkl moms.", "participation", 750, "SEK", "a course fee"),
    ("sv", "Logi och mat kostar 3 000 kronor per tillfälle.", "travel", 3000, "SEK", "board and lodging"),
    ("sv", "Styrelsen avsätter 150 000 kronor ur egna medel.", "funding", 150000, "SEK", "money set aside"),
    ("sv", "Programmet kostar 1,2 miljoner kronor.", "funding", 1_200_000, "SEK", "millions"),
    ("sv-FI", "Deltagaravgiften är 60 euro per person.", "participation", 60, "EUR", "Finland pays in euros"),
    ("nb", "Kurset koster kr 1 850 per deltaker.", "participation", 1850, "NOK", "the currency first"),
    (
        "nb",
        "Foredragsholderen fakturerer kr 28 500 samlet.",
        "fee",
        28500,
        "NOK",
        "a lump sum that is billed",
    ),
    ("nn", "Det er 300 kr i eigendel.", "participation", 300, "NOK", "what one pays oneself"),
    ("nn", "Hotellet tek 2 190 kroner med overnatting.", "travel", 2190, "NOK", "a room"),
]

FREE = [
    ("fi", "Osallistuminen on maksutonta.", "EUR"),
    ("sv", "Utbildningen är kostnadsfri.", "SEK"),
    ("sv", "Kursen ges utan kostnad för kommunen.", "SEK"),
    ("nb", "Alle får et gratis kurs i høst.", "NOK"),
    ("nb", "Programmet inngår i medlemskontingenten.", "NOK"),
    ("nn", "Rettleiaren vert dekka av medlemskontingenten.", "NOK"),
]

NO_AMOUNT = [
    ("fi", "Lisätiedot: puh. 040 123 4567.", "a phone number"),
    ("fi", "Kaupunginhallitus 12.3.2025 § 71, dnro 123/01.03.00/2025.", "date, section and case number"),
    ("sv", "Ring 0555-12 34 56 eller läs SFS 2017:725.", "a phone number and a statute"),
    ("nb", "Mobil 900 12 345, sak 12/24.", "a phone number and a case"),
    ("nn", "Kurset varer i to timar og tek 30 deltakarar.", "hours and heads"),
]


@pytest.mark.parametrize(("code", "text", "kind", "amount", "currency", "why"), AMOUNTS)
def test_amounts_are_read_with_kind_and_currency(
    code: str, text: str, kind: str, amount: float, currency: str, why: str
) -> None:
    """An amount is a number in whole currency units, its kind told by the words around it."""
    found = [cost.value for cost in find_costs(ground(text, code)) if cost.value.amount is not None]
    assert [(one.kind, one.amount, one.currency) for one in found] == [(kind, amount, currency)], why


@pytest.mark.parametrize(("code", "text", "currency"), FREE)
def test_free_of_charge_is_a_participation_of_nothing(code: str, text: str, currency: str) -> None:
    """What is free, or paid with a membership, costs 0 in the country's currency."""
    cost = participation_cost(find_costs(ground(text, code)))
    assert cost is not None
    assert (cost.value.kind, cost.value.amount, cost.value.currency) == ("participation", 0, currency)


@pytest.mark.parametrize(("code", "text", "why"), NO_AMOUNT)
def test_other_numbers_are_no_costs(code: str, text: str, why: str) -> None:
    """Phone numbers, statutes, case numbers, dates and durations are never amounts."""
    assert find_costs(ground(text, code)) == (), why


@pytest.mark.parametrize(
    ("code", "text", "kind"),
    [
        ("nn", "Reiseutgiftene vert fakturert kommunen.", "travel"),
        ("nb", "Kommunen dekker reise og opphold.", "travel"),
        ("fi", "Matkat maksetaan valtuuston varoista.", "travel"),
        ("sv", "Fullmäktige bör få extra medel första året.", "funding"),
    ],
)
def test_what_is_billed_without_an_amount_is_kept(code: str, text: str, kind: str) -> None:
    """Travel that is billed and money that is asked for are costs with no amount and no currency."""
    (cost,) = find_costs(ground(text, code))
    assert (cost.value.kind, cost.value.amount, cost.value.currency) == (kind, None, None)
    assert cost.value.text == text


def test_the_cost_of_a_programme_is_the_first_participation() -> None:
    """Of several amounts the first that takes part costs is the programme's cost."""
    text = "Majoitus maksaa 90 euroa. Osallistumismaksu on 120 euroa, opiskelijoilta 60 euroa hengeltä."
    costs = find_costs(ground(text, "fi"))
    cost = participation_cost(costs)
    assert cost is not None
    assert cost.value.amount == 120
    assert [one.value.kind for one in costs] == ["travel", "participation", "participation"]


def test_one_amount_is_told_once() -> None:
    """An amount that proposal and decision repeat is one cost."""
    sentence = "Nämnden avsätter 90 000 kronor av sina medel."
    text = f"{sentence}\n\nBeslut\n{sentence}"
    assert len(find_costs(ground(text, "sv"))) == 1


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("sv", "Förra mandatperioden kostade utbildningen 1 012 kronor per förtroendevald."),
        ("nb", "Kurset kostet tidligere 900 kroner per deltaker."),
    ],
)
def test_what_it_cost_before_is_no_price(code: str, text: str) -> None:
    """A comparison with earlier years is kept as another amount, not as what taking part costs."""
    costs = find_costs(ground(text, code))
    assert [cost.value.kind for cost in costs] == ["other"]
    assert participation_cost(costs) is None


def test_a_quote_is_the_text_of_its_span() -> None:
    """A cost's text stands in the item at its span, what it is per included."""
    text = "Koulutus järjestetään syksyllä. Hinta on 75 euroa osallistujalta, ruokailu sisältyy."
    (cost,) = find_costs(ground(text, "fi"))
    start, end = cost.value.span
    assert cost.value.text == text[start:end]
    assert cost.value.text.startswith("75 euroa")


def test_costs_outside_the_region_belong_to_another_item() -> None:
    """Only the stretch of the programme's own item is read."""
    text = "Kurssin hinta on 50 euroa.\n\nKurssin hinta on 80 euroa."
    costs = find_costs(ground(text, "fi", region=(28, len(text))))
    assert [cost.value.amount for cost in costs] == [80]


def test_a_long_line_of_amounts_is_read_to_its_end() -> None:
    """Thousands of amounts without a full stop are read, and equal ones told once."""
    text = "hinta " + " ".join(f"{number} euroa" for number in range(10, 2010))
    assert len(find_costs(ground(text, "fi"))) == 2000
