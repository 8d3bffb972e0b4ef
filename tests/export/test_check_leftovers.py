"""Tests of what a precedent leaves behind: found in whichever form it is written, and nowhere else."""

import datetime as dt

import pytest

from config.houses import House
from export.basis import Occasion
from export.check import check_document
from export.draft import draft_precedents
from export.word import render_draft
from export.written import Written, WrittenLine, WrittenSection, read_written
from records.draft import Cited, Draft, Paragraph, Placeholder, Trigger
from tests.export.checked import check, dates_of, line, points, with_part
from tests.export.houses import LAYOUTS, own_house, words_of
from tests.export.made import MADE_AT, basis_of, finnish_record, names_in

OLD = {
    "when": "3.9.2024 klo 17–19",
    "amount": "4 500 euroa",
    "section": "§ 71",
    "case_number": "123/01.03.00/2024",
    "person": "Aino Lehtimaa",
    "place": "Kulmakunnan koulu",
    "year": "2023",
    "length": "2 tuntia",
}
OLD_SWEDISH = OLD | {"when": "3 september 2024", "amount": "45 000 kronor", "place": "Kulmaskolan"}
OLD_NORWEGIAN = OLD | {"when": "3. september 2024", "amount": "45 000 kroner", "place": "Hjørneskolen"}
OLDS = {
    "finland-fi": OLD,
    "finland-sv": OLD | {"when": "3 september 2024", "place": "Kulmaskolan"},
    "sweden": OLD_SWEDISH,
    "norway-nb": OLD_NORWEGIAN,
    "norway-nn": OLD_NORWEGIAN,
}


def lent_draft(layout: str) -> tuple[Draft, House]:
    """Return a draft built on one precedent, whose placeholders show the old values of `OLDS`."""
    house = own_house(layout)
    trigger = Trigger(kind="asked", key="made", made_at=MADE_AT)
    draft = draft_precedents(
        [basis_of(finnish_record())],
        house,
        words_of(house),
        names_in(house.language),
        trigger,
        Occasion(meeting=dt.date(2026, 3, 2)),
    )
    gaps = [
        Placeholder(key=key, text=key, hint=key, old=Cited(text=text, quote=text, spans=((0, 1),), source=0))
        for key, text in OLDS[layout].items()
    ]
    return with_part(draft, "account", Paragraph(line=line(*gaps))), house


def told(layout: str, text: str) -> set[tuple[str, str]]:
    """Return the leftovers that are found when a clerk writes a text into the account, and how they weigh."""
    draft, house = lent_draft(layout)
    account = next(section for section in draft.sections if section.key == "account")
    changed = with_part(draft, "account", *account.blocks, Paragraph(line=line(text)))
    found = (finding for finding in check(changed, house) if finding.rule.startswith("leftover"))
    return {(finding.rule, finding.severity) for finding in found}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_draft_has_no_leftovers_of_its_own(layout: str) -> None:
    """Old values stand in placeholders and in what is said of the source, where they belong."""
    draft, house = lent_draft(layout)

    assert check(draft, house) == ()


@pytest.mark.parametrize(
    ("layout", "text"),
    [
        pytest.param("finland-fi", "Koulutus on 3.9.2024.", id="a day as it was"),
        pytest.param("finland-fi", "Koulutus on tiistaina 3. syyskuuta 2024.", id="a day in words"),
        pytest.param("finland-fi", "Koulutus on 03.09.2024.", id="a day with noughts"),
        pytest.param("sweden", "Utbildningen hålls den 3 september 2024.", id="swedish words"),
        pytest.param("sweden", "Utbildningen hålls 2024-09-03.", id="swedish digits"),
        pytest.param("finland-sv", "Utbildningen hålls 3.9.2024.", id="digits as in Finland"),
        pytest.param("norway-nb", "Opplæringen er 3.9.2024.", id="norwegian digits"),
        pytest.param("norway-nn", "Opplæringa er tysdag 3. september 2024.", id="nynorsk words"),
        pytest.param("finland-fi", "Kustannukset ovat 4500 euroa.", id="a sum without its blank"),
        pytest.param("finland-fi", "Kustannukset ovat 4.500,00 €.", id="a sum with its cents"),
        pytest.param("sweden", "Kostnaden är 45 000 kr.", id="another word for the money"),
        pytest.param("norway-nb", "Kostnaden er kr 45.000,-.", id="money before the sum"),
        pytest.param("norway-nn", "Kostnaden er 45000 kroner.", id="digits alone"),
        pytest.param("finland-fi", "Asia oli esillä 71 §:ssä.", id="the § behind its number"),
        pytest.param("sweden", "Se protokollet § 71.", id="the §"),
        pytest.param("finland-fi", "Asianumero on 123/01.03.00/2024.", id="a case number"),
        pytest.param("finland-fi", "Valmistelijana on AINO LEHTIMAAN sijainen.", id="a person, inflected"),
    ],
)
def test_what_cannot_be_right_again_is_an_error(layout: str, text: str) -> None:
    """A day, sum, §, number or person of the precedent is found in a changed form too."""
    assert ("leftover", "error") in told(layout, text)


@pytest.mark.parametrize(
    ("layout", "text", "rule"),
    [
        pytest.param(
            "finland-fi", "Paikkana on Kulmakunnan koulu.", "leftover", id="a place may be used again"
        ),
        pytest.param("sweden", "Platsen är Kulmaskolan.", "leftover", id="a place in Swedish"),
        pytest.param(
            "finland-fi", "Koulutus järjestettiin vuonna 2023.", "leftover_year", id="the past is told"
        ),
        pytest.param("norway-nb", "Opplæring ble holdt i 2023.", "leftover_year", id="a year in Norwegian"),
        pytest.param("sweden", "Planen gällde 2023–2026.", "leftover_year", id="a year within a stretch"),
        pytest.param("sweden", "Beslutet fattades 2025.", "leftover_year", id="the year of the meeting"),
    ],
)
def test_what_may_be_right_again_is_to_be_looked_at(layout: str, text: str, rule: str) -> None:
    """Places may serve twice, and an account may tell of the past."""
    assert told(layout, text) == {(rule, "warning")}


@pytest.mark.parametrize(
    ("layout", "text"),
    [
        pytest.param(
            "finland-fi", "Koulutus on 4.9.2026 klo 17–19 ja kestää 2 tuntia.", id="another day, same hours"
        ),
        pytest.param("finland-fi", "Mukana on 71 kuntalaista ja 45 valtuutettua.", id="a count is no §"),
        pytest.param("finland-fi", "Kustannukset ovat 14 500 euroa.", id="another sum with the same end"),
        pytest.param("finland-fi", "Kustannukset ovat 4 500 000 euroa.", id="another sum with the same head"),
        pytest.param("sweden", "Se § 171 och § 7.", id="other §"),
        pytest.param("finland-fi", "Uusi kausi on 2026–2029.", id="years to come"),
        pytest.param("norway-nb", "Sak 2023/14 og 12/2023.", id="numbers of other matters"),
        pytest.param("finland-fi", "Kouluttajana on Raino Lehtimaakari.", id="another person"),
    ],
)
def test_what_is_new_is_no_leftover(layout: str, text: str) -> None:
    """Values that only look like the old ones are the clerk's own."""
    found = told(layout, text)

    assert ("leftover", "error") not in found
    assert not any(rule == "leftover_year" for rule, _ in found)


def test_a_common_noun_is_no_leftover() -> None:
    """An organiser that is told by a common noun returns wherever the noun is meant."""
    draft, house = lent_draft("sweden")
    gap = Placeholder(
        key="organiser",
        text="arrangör",
        hint="arrangör",
        old=Cited(text="kommunfullmäktige", quote="kommunfullmäktige", spans=((0, 1),), source=0),
    )
    account = Paragraph(line=line(gap)), Paragraph(line=line("Planen antas av kommunfullmäktige."))

    assert not check(with_part(draft, "account", *account), house)


def test_the_day_of_the_meeting_is_no_leftover() -> None:
    """An earlier session was held on the day of this meeting: the head may name it, the text may not."""
    draft, house = lent_draft("finland-fi")
    day = draft.meeting_date
    assert day
    gap = Placeholder(
        key="when",
        text="ajankohta",
        hint="ajankohta",
        old=Cited(text="2.3.2026", quote="2.3.2026", spans=((0, 1),), source=0),
    )
    account = Paragraph(line=line(gap)), Paragraph(line=line("Ilta pidetään 2.3.2026."))

    found = check(with_part(draft, "account", *account), house)

    assert [(finding.rule, finding.heading) for finding in found if finding.rule == "leftover"] == [
        ("leftover", "Valmistelu")
    ]


@pytest.mark.parametrize(
    ("layout", "point"),
    [
        ("finland-fi", "hyväksyä koulutusohjelman vuodelle 2023."),
        ("sweden", "Kommunstyrelsen antar utbildningsprogrammet för 2023."),
        ("norway-nb", "Formannskapet vedtar plan for opplæring for 2023."),
        ("norway-nn", "Formannskapet vedtek plan for opplæring for 2023."),
    ],
)
def test_a_past_year_in_a_proposal_is_an_error(layout: str, point: str) -> None:
    """What is decided now is never decided for the precedent's year."""
    draft, house = lent_draft(layout)
    opening = "Kunnanhallitus päättää" if layout == "finland-fi" else None

    found = check(with_part(draft, "proposal", *points(point, opening=opening)), house)

    assert [(finding.rule, finding.severity) for finding in found] == [("leftover_year", "error")]


def test_the_year_of_the_earlier_decision_may_be_this_one() -> None:
    """What was decided for this year is hardly decided for it again: told, but not as an error."""
    draft, house = lent_draft("finland-fi")
    old = Cited(text="2026", quote="2026", spans=((0, 1),), source=0)
    gap = Placeholder(key="period", text="kausi", hint="kausi", old=old)
    draft = with_part(draft, "account", Paragraph(line=line(gap)))
    point = points("hyväksyä koulutusohjelman vuodelle 2026.", opening="Kunnanhallitus päättää")

    found = check(with_part(draft, "proposal", *point), house)

    assert [(each.rule, each.severity) for each in found if each.severity != "open"] == [
        ("leftover_year", "warning")
    ]


def test_a_source_may_be_named_where_the_draft_names_it(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The reference to the precedent stands in an edited document too; the same day elsewhere is told."""
    draft, house = lent_draft("finland-fi")
    words = words_of(house)
    path = tmp_path_factory.mktemp("made") / "made.docx"
    path.write_bytes(render_draft(draft, words))
    written = read_written(path)

    found = check_document(written, draft, house, words, dates_of("fi"))
    changed = check_document(
        _with_line(written, words.headings["presenter"], "Kokous oli 3.9.2024."),
        draft,
        house,
        words,
        dates_of("fi"),
    )

    assert not any(finding.rule.startswith("leftover") for finding in found)
    assert [finding.where for finding in changed if finding.rule == "leftover"] == ["Esittelijä, kappale 2"]


def _with_line(written: Written, heading: str, text: str) -> Written:
    def longer(section: WrittenSection) -> WrittenSection:
        added = WrittenLine(text, "paragraph", len(section.lines) + 1)
        lines = (*section.lines, added) if section.heading == heading else section.lines
        return WrittenSection(section.heading, section.level, lines)

    return Written(written.path, written.draft, written.title, tuple(map(longer, written.sections)))
