"""Tests of dates, headings, claims of law and personal data in drafts."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from export.check import check_draft
from export.check_dates import weekday_of
from export.check_sheet import bare
from records.draft import Draft, Paragraph, Section
from tests.export.checked import check, dates_of, line, made_draft, points, rules, with_part
from tests.export.houses import LAYOUTS, words_of

OWN = {"finland-fi": "presenter", "finland-sv": "presenter", "sweden": "children", "norway-nb": "assessment"}


def with_text(layout: str, text: str) -> tuple[tuple[str, str, str], ...]:
    """Return what is found when a part of a draft says a text: rule, weight and message."""
    draft, house = made_draft(layout)
    key = OWN.get(layout, "assessment")
    found = check(with_part(draft, key, Paragraph(line=line(text))), house)
    return tuple((finding.rule, finding.severity, finding.message) for finding in found)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_new_draft_passes(layout: str) -> None:
    """A draft as it is made has nothing but open placeholders, each told with its place."""
    draft, house = made_draft(layout)

    found = check_draft(draft, house, words_of(house), dates_of(house.language))

    assert {finding.severity for finding in found} == {"open"}
    assert all(finding.where and finding.message for finding in found)


@pytest.mark.parametrize(
    ("layout", "text", "date"),
    [
        ("finland-fi", "Koulutus on 14.10.2026.", "14.10.2026"),
        ("finland-sv", "Utbildningen hålls den 14 oktober 2026.", "14 oktober 2026"),
        ("sweden", "Utbildningen hålls i oktober 2026.", "oktober 2026"),
        ("norway-nb", "Opplæringen holdes onsdag 14. oktober 2026.", "onsdag 14. oktober 2026"),
        ("norway-nn", "Opplæringa blir halden 14. oktober 2026.", "14. oktober 2026"),
    ],
)
def test_a_date_of_no_source_is_named(layout: str, text: str, date: str) -> None:
    """The clerk may have written it; then it is theirs to look at, and no error."""
    ((rule, severity, message),) = with_text(layout, text)

    assert (rule, severity) == ("unknown_date", "warning")
    assert date in message


def test_a_date_is_named_once() -> None:
    """A clerk who looks at it where it stands first need not be told again."""
    found = with_text(
        "sweden", "Utbildningen hålls den 14 oktober 2026. Onsdag 14 oktober 2026 och 15 oktober 2026."
    )

    assert [rule for rule, _, _ in found] == ["unknown_date", "unknown_date"]


@pytest.mark.parametrize(
    ("layout", "text"),
    [
        pytest.param("finland-fi", "Lähteen kokous oli 24.2.2025.", id="the source's meeting"),
        pytest.param("finland-fi", "Koulutus on 3. syyskuuta 2025.", id="a session in other words"),
        pytest.param("sweden", "Tillfället är den 3 september 2025.", id="a session in another language"),
        pytest.param("norway-nb", "Utkastet er laget 22. november 2025.", id="the day on which it was made"),
        pytest.param("sweden", "Programmet gäller 2026–2030.", id="years are for the clerk to say"),
        pytest.param("finland-fi", "Kuntalain (410/2015) 134 § on muuttunut.", id="a law's number"),
        pytest.param("finland-fi", "Asianumero on 77/01.03.00/2026.", id="a case number"),
        pytest.param("finland-fi", "Koulutus alkaa 14.10.", id="a day without its year"),
    ],
)
def test_a_known_date_passes(layout: str, text: str) -> None:
    """What stands in the data, in whichever words, needs no look."""
    assert with_text(layout, text) == ()


@pytest.mark.parametrize(
    ("layout", "text", "day"),
    [
        ("finland-fi", "Koulutus on maanantaina 3.9.2025.", "keskiviikko"),
        ("finland-fi", "Koulutus on ma 3.9.2025.", "keskiviikko"),
        ("finland-sv", "Utbildningen hålls måndagen den 3 september 2025.", "onsdag"),
        ("sweden", "Utbildningen hålls torsdag 3 september 2025.", "onsdag"),
        ("norway-nb", "Opplæringen er tirsdag 3. september 2025.", "onsdag"),
        ("norway-nn", "Opplæringa er tysdag 3. september 2025.", "onsdag"),
        ("norway-nn", "Opplæringa er tysdag 1. september 2025.", "måndag"),
    ],
)
def test_a_wrong_weekday_is_an_error(layout: str, text: str, day: str) -> None:
    """The message tells which day it is."""
    told = [entry for entry in with_text(layout, text) if entry[0] == "weekday"]

    assert [severity for _, severity, _ in told] == ["error"]
    assert day in told[0][2]


@pytest.mark.parametrize(
    ("word", "locale", "day"),
    [
        ("keskiviikkona", "fi_FI", 2),
        ("Ke", "fi_FI", 2),
        ("onsdagen", "sv_SE", 2),
        ("tysdag", "nn_NO", 1),
        ("laurdag", "nn_NO", 5),
        ("torstaina", "fi_FI", 3),
        ("kello", "fi_FI", None),
        ("søndagsskolen", "nb_NO", None),
    ],
)
def test_weekdays_are_known_inflected(word: str, locale: str, day: int | None) -> None:
    """Their short forms count as they are, longer words that begin with them do not."""
    assert weekday_of(word, locale) == day


@pytest.mark.parametrize(
    ("layout", "text"),
    [
        ("finland-fi", "Kuntalaki velvoittaa kunnan järjestämään koulutusta luottamushenkilöille."),
        ("finland-fi", "Luottamushenkilöllä on kuntalain mukaan oikeus koulutukseen."),
        ("finland-fi", "Kyseessä on lakisääteinen koulutus."),
        ("finland-sv", "Enligt kommunallagen har kommunen skyldighet att ordna utbildning."),
        ("sweden", "Förtroendevalda har enligt lagen rätt till utbildning."),
        ("sweden", "Utbildningen är obligatorisk enligt kommunallagen."),
        ("norway-nb", "Kommunen har etter kommuneloven plikt til å gi folkevalgte opplæring."),
        ("norway-nb", "Det er lovpålagt opplæring."),
        ("norway-nn", "Folkevalde har etter lova rett til opplæring."),
        ("norway-nn", "Kommunen har etter kommunelova plikt til å gi opplæring."),
    ],
)
def test_no_duty_or_right_is_claimed(layout: str, text: str) -> None:
    """The acts give none, so a sentence that says so is an error."""
    assert [entry[:2] for entry in with_text(layout, text)] == [("legal_claim", "error")]


@pytest.mark.parametrize(
    ("layout", "text"),
    [
        (
            "finland-fi",
            "Koulutuksen aiheita ovat kuntalaki sekä luottamushenkilön oikeudet ja velvollisuudet.",
        ),
        ("finland-fi", "Laissa ei ole säädetty velvollisuutta järjestää koulutusta."),
        ("finland-fi", "Kuntalain koulutus pidetään syksyllä; osallistujalla on oikeus matkakorvaukseen."),
        ("finland-sv", "Utbildningen tar upp kommunallagen, rättigheter och skyldigheter."),
        ("sweden", "Utbildningen handlar om kommunallagen och de förtroendevaldas skyldigheter."),
        ("sweden", "Lagen ger inte någon rätt till utbildning."),
        ("norway-nb", "Opplæringen tar opp kommuneloven, folkevalgtes rettigheter og plikter."),
        ("norway-nb", "Kommuneloven gir ingen rett til opplæring."),
        ("norway-nn", "Opplæringa tek opp kommunelova og pliktene til folkevalde."),
        ("norway-nn", "Kommunen gir alle folkevalde rett til opplæring."),
    ],
)
def test_law_may_be_a_topic(layout: str, text: str) -> None:
    """A course on rights and duties claims none, nor does a sentence that denies one."""
    assert with_text(layout, text) == ()


@pytest.mark.parametrize(
    ("layout", "text", "rule"),
    [
        ("finland-fi", "Lisätietoja: aino.lehtimaa@kuusiranta.example", "address"),
        ("finland-fi", "Lisätietoja antaa hallintojohtaja, puh. 040 123 4567.", "address"),
        ("sweden", "Frågor besvaras på tel. 08-123 45 67.", "address"),
        ("norway-nb", "Kontakt +47 55 55 55 55 ved spørsmål.", "address"),
        ("finland-fi", "Henkilötunnus 131052-308T on poistettava.", "identity"),
        ("sweden", "Personnummer 811218-9876.", "identity"),
        ("norway-nn", "Fødselsnummer 010190 12345.", "identity"),
    ],
)
def test_personal_data_are_told(layout: str, text: str, rule: str) -> None:
    """What reaches or identifies a person does not slip into a public document."""
    assert rule in {entry[0] for entry in with_text(layout, text)}


@pytest.mark.parametrize(
    ("layout", "text"),
    [
        ("sweden", "Organisationsnummer 212000-1355."),
        ("sweden", "Anslaget är 40 000 kronor och räcker till 120 personer."),
        ("norway-nb", "Beløpet er 1 450 000 kroner."),
        ("finland-fi", "Määräraha on 120 000 euroa kustannuspaikalla 1234567."),
    ],
)
def test_other_numbers_are_no_personal_data(layout: str, text: str) -> None:
    """Sums, accounts and an organisation's number are nobody's."""
    assert with_text(layout, text) == ()


def _dropped(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    return sections[1:]


def _turned(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    return (*sections[1:], sections[0])


@pytest.mark.parametrize("layout", ["sweden", "norway-nb", "norway-nn"])
@pytest.mark.parametrize(("change", "rule"), [(_dropped, "missing_heading"), (_turned, "heading_order")])
def test_the_houses_headings_stand_in_their_order(
    layout: str, change: Callable[[tuple[Section, ...]], tuple[Section, ...]], rule: str
) -> None:
    """The one that is missing or out of place is named, no other."""
    draft, house = made_draft(layout)
    changed = draft.model_copy(update={"sections": change(draft.sections)})

    found = [finding for finding in check(changed, house) if finding.rule.endswith(("heading", "order"))]

    assert [(finding.rule, finding.severity) for finding in found] == [(rule, "error")]
    assert (
        words_of(house).headings["proposal"] in found[0].message
        or house.headings["proposal"] in found[0].message
    )


def test_an_impact_heading_that_the_house_wants_is_missed() -> None:
    """Sweden's layout asks for consequences for children."""
    draft, house = made_draft("sweden")
    kept = tuple(section for section in draft.sections if section.key != "children")

    found = check(draft.model_copy(update={"sections": kept}), house)

    assert [finding.message for finding in found] == ["Rubriken ”Konsekvenser för barn” saknas."]


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("1. Beskrivning", "beskrivning"),
        ("2.3 Ekonomi:", "ekonomi"),
        ("a) Bakgrunn", "bakgrunn"),
        ("§ 4  Päätös", "päätös"),
        ("Vedtak", "vedtak"),
        ("2027 års plan", "2027 års plan"),
    ],
)
def test_numbers_of_headings_do_not_count(heading: str, told: str) -> None:
    """A clerk who numbers headings has not changed them."""
    assert bare(heading) == told


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=2000), st.sampled_from(LAYOUTS), st.sampled_from(("proposal", "account")))
def test_any_text_is_checked(text: str, layout: str, key: str) -> None:
    """Whatever stands in a draft, the checks end, and each finding tells its place."""
    draft, house = made_draft(layout)
    changed = with_part(draft, key, *points(text, text), Paragraph(line=line(text)))

    assert all(finding.where and finding.message for finding in check(changed, house))


@pytest.mark.parametrize(
    "piece", ["ja ", "a, ", "§ 1 ", "3.9.2025 ", "[x] ", "kuntalaki velvoittaa ", "1 000 ", "@", "+47 "]
)
def test_a_huge_text_is_checked(piece: str) -> None:
    """A paragraph of half a million letters takes no longer than its length: each rule reads it once."""
    draft, house = made_draft("finland-fi")
    huge: Draft = with_part(draft, "proposal", *points(piece * (500_000 // len(piece))))

    assert rules(check(huge, house)) <= {
        "unfinished",
        "no_full_stop",
        "refers",
        "unknown_date",
        "legal_claim",
        "address",
        "no_subject",
    }
