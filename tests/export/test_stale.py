"""What belongs to a precedent's own time and place is found, by what is known of it and by its shape."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from config.languages import load_language
from export.stale import StaleFinder
from export.stale_known import known_names, known_spans
from export.stale_shapes import shape_words
from records.base import Span
from records.dates import DateFinding
from records.decision import Decision
from records.document import DocumentRecord, Origin, Relevance
from records.programme import Cost, Named, Programme, Session
from tests.export.made import at, evidence_of
from tests.export.precedents import lehtoranta


def _record(
    text: str, language: str = "fi", publisher: str | None = None, **values: object
) -> DocumentRecord:
    record = DocumentRecord(
        source=Origin(publisher=publisher),
        document_type="minutes",
        language=language,
        text=text,
        relevance=Relevance(is_programme=True, score=1),
        evidence={},
    )
    return record.model_copy(update=values)


def _finder(
    record: DocumentRecord, people: tuple[Span, ...] = (), council: str | None = None, body: str | None = None
) -> StaleFinder:
    words = load_language(record.language)
    return StaleFinder(
        record.text,
        known_spans(record, people),
        known_names(record, council, body, own=record.source.publisher == council),
        shape_words(words.dates, words.programme.costs),
    )


def _found(
    record: DocumentRecord, people: tuple[Span, ...] = (), council: str | None = None, body: str | None = None
) -> list[tuple[str, str]]:
    finder = _finder(record, people, council, body)
    return [(each.key, record.text[slice(*each.span)]) for each in finder.find((0, len(record.text)))]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("fi", "Ohjelma koskee vuotta 2024.", [("year", "2024")]),
        ("fi", "Kausi on 2021–2025, sanottiin.", [("year", "2021–2025")]),
        ("fi", "Se maksaa 1 450 euroa hengeltä.", [("amount", "1 450 euroa")]),
        ("fi", "Hinta on 620 €/hlö + alv 24 %.", [("amount", "620 €/hlö"), ("number", "24 %")]),
        ("nb", "Kurset koster kr 38 000 i alt.", [("amount", "kr 38 000")]),
        ("sv", "Avgiften är 1,2 miljoner kronor.", [("amount", "1,2 miljoner kronor")]),
        ("fi", "Päätös tehtiin § 12 kohdalla.", [("section", "§ 12")]),
        ("sv", "Beslutet fattades i 57 § då.", [("section", "57 §")]),
        ("fi", "Kirjoita asia.hoitaja@kunta.example heti.", [("contact", "asia.hoitaja@kunta.example")]),
        ("fi", "Katso www.kunta.example/ohje heti.", [("contact", "www.kunta.example/ohje")]),
        ("fi", "Ohje on kunta.fi sivuilla.", [("contact", "kunta.fi")]),
        ("fi", "Soita 050 123 4567 heti.", [("number", "050 123 4567")]),
        ("fi", "Tilaisuus pidetään keskiviikkona salissa.", [("when", "keskiviikkona")]),
        ("sv", "Kursen hålls på onsdagen.", [("when", "onsdagen")]),
        ("nn", "Kurset er i september på rådhuset.", [("when", "september")]),
        ("fi", "Kurssi on ti 2.9. salissa.", [("when", "ti 2.9")]),
        ("fi", "Illan pitää Maija Mallikas itse.", [("name", "Maija Mallikas")]),
        ("sv", "Maja Modell leder kvällen.", [("name", "Maja Modell")]),
        ("fi", "Kurssilla on FCG mukana.", [("name", "FCG")]),
        ("nb", "Forstå KOSTRA bedre.", [("name", "KOSTRA")]),
        ("fi", "Kurssi alkaa. Ryhmät sopivat ajasta.", []),
        ("fi", "Aiheina: ”Esteellisyys” ja kokous.", []),
        ("sv", "Kursen ordnas bl.a. Strömsö till glädje.", [("name", "Strömsö")]),
        ("fi", "Liitteet ½ ja ② ovat mukana.", [("number", "½"), ("number", "②")]),
        ("fi", "Kaikki valtuutetut kutsutaan koulutukseen.", []),
    ],
)  # fmt: skip
def test_shapes_tell_what_is_a_precedents_own(language: str, text: str, found: list[tuple[str, str]]) -> None:
    """Numbers with their units, days of the week, names and addresses are found without being known."""
    assert _found(_record(text, language)) == found


def test_a_date_goes_as_the_record_reads_it() -> None:
    """A date of the record is one stretch, whatever stands in it, and a year or a term is told as such."""
    text = "Illat ovat syksyllä ja 3.9. kello 17-19, kausi on toimikausi, ja vuonna 2024 jatketaan."
    dates = (
        DateFinding(text="syksyllä", span=at(text, "syksyllä"), season=23),
        DateFinding(text="3.9.", span=at(text, "3.9. kello 17-19"), edtf="2024-09-03"),
        DateFinding(text="toimikausi", span=at(text, "toimikausi"), edtf="2021/2025", role="term"),
        DateFinding(text="2024", span=at(text, "vuonna 2024"), edtf="2024"),
    )
    assert _found(_record(text, dates=dates)) == [
        ("when", "syksyllä"),
        ("when", "3.9. kello 17-19"),
        ("period", "toimikausi"),
        ("year", "vuonna 2024"),
    ]


def test_a_count_behind_a_season_is_a_value_of_its_own() -> None:
    """How many answered last spring is no part of the spring; a clock behind a day is part of it."""
    text = "Kyselyyn vastasi keväällä 38 jäsentä, ja ilta on torstaina 17–19."
    dates = (
        DateFinding(text="keväällä", span=at(text, "keväällä"), season=21),
        DateFinding(text="torstaina", span=at(text, "torstaina"), time="17/19"),
    )
    assert _found(_record(text, dates=dates)) == [
        ("when", "keväällä"),
        ("number", "38"),
        ("when", "torstaina 17–19"),
    ]


def test_a_place_goes_with_the_name_behind_it() -> None:
    """A common word and its name are one place, not two things to fill in."""
    text = "Ilta pidetään kulttuuritalolla Mallilassa."
    session = Session(title=None, place="kulttuuritalolla", span=(0, 5))
    programme = Programme(title=None, kind="plan", sessions=(session,))
    record = _record(
        text,
        programmes=(programme,),
        evidence=evidence_of(text, {"/programmes/0/sessions/0/place": "kulttuuritalolla"}),
    )

    assert _found(record) == [("place", "kulttuuritalolla Mallilassa")]


def test_a_house_that_calls_itself_by_a_common_word_stays() -> None:
    """ "Kunta" as organiser of its own training is the house itself; of another's it is somebody else."""
    text = "Illat järjestää kunta yhdessä."
    programme = Programme(title=None, kind="plan", organisers=(Named(name="kunta", span=at(text, "kunta")),))
    record = _record(text, publisher="Lehtorannan kunta", programmes=(programme,))

    assert _found(record, council="Lehtorannan kunta") == []
    assert _found(record, council="Kuusirannan kaupunki") == [("organiser", "kunta")]


def test_what_returns_every_year_is_nobodys_own() -> None:
    """A recurrence without any day or number in it carries over."""
    text = "Koulutus pidetään joka vuosi."
    dates = (DateFinding(text="joka vuosi", span=at(text, "joka vuosi"), recurring="P1Y"),)

    assert _found(_record(text, dates=dates)) == []


def test_names_are_found_in_every_form() -> None:
    """Publisher, organisers, providers, places and bodies are found where they return, inflected."""
    text = "Kuusirannassa illan pitää Verkosto. Opiston sali on varattu, ja lautakunnalle kerrotaan."
    programme = Programme(
        title=None,
        kind="plan",
        organisers=(Named(name="Verkosto", span=at(text, "Verkosto")),),
        sessions=(Session(title=None, place="Opistolla", span=(0, 5)),),
    )
    record = _record(
        text,
        publisher="Kuusirannan kaupunki",
        programmes=(programme,),
        decision=Decision(document_type="minutes", body="Lautakunta"),
    )
    assert _found(record) == [
        ("name", "Kuusirannassa"),
        ("organiser", "Verkosto"),
        ("place", "Opiston"),
        ("body", "lautakunnalle"),
    ]


def test_the_houses_own_names_stay() -> None:
    """The house's name and body are its own in a precedent too; others' bodies of an own precedent stay."""
    text = "Illan pitää Kuusiranta, kun kaupunginhallitus ja lautakunta ovat sopineet."
    decision = Decision(document_type="minutes", body="Lautakunta")
    record = _record(text, publisher="Kuusirannan kaupunki", decision=decision)

    assert _found(record, council="Kuusirannan kaupunki") == []
    assert _found(record, council="Lehtorannan kunta") == [("name", "Kuusiranta"), ("body", "lautakunta")]
    assert _found(record, council="Lehtorannan kunta", body="Lautakunta") == [("name", "Kuusiranta")]


def test_a_word_that_is_written_small_is_no_name() -> None:
    """An organiser whose name is a common word is not looked for where it is only that word."""
    text = "Lautakunnat järjestävät illat itse. Kaikki lautakunnat ovat mukana. Lautakuntien vuoro on nyt."
    programme = Programme(
        title=None, kind="plan", organisers=(Named(name="Lautakunnat", span=at(text, "Lautakunnat")),)
    )
    assert _found(_record(text, programmes=(programme,))) == [("organiser", "Lautakunnat")]


def test_a_name_inside_one_sentence_is_one_at_the_beginning_of_another() -> None:
    """A word that has a capital inside a sentence, and never a small letter, is a name wherever it stands."""
    text = "Illan pitää Mallila. Mallila vastaa ohjelmasta. Ilta on avoin, kuten joka ilta ja Ilta."

    assert _found(_record(text)) == [("name", "Mallila"), ("name", "Mallila"), ("name", "Ilta")]


def test_people_and_their_contacts_are_the_callers_to_find() -> None:
    """Where people are named is told from outside; a contact is one by its letters and digits."""
    text = "Kysy tekijältä tai soita tekijälle."
    people = at(text, "tekijältä"), at(text, "tekijä")
    contact = _record("Kysy 050-12 tai muualta.")

    assert _found(_record(text), people=people) == [("person", "tekijältä")]
    assert _found(contact, people=((5, 11),)) == [("contact", "050-12")]


def test_a_known_stretch_takes_whole_words() -> None:
    """A stretch that ends inside a word takes the word: no half of a name stays behind."""
    text = "Mukana on verkostokin tänään."
    programme = Programme(title=None, kind="plan", organisers=(Named(name="verkosto", span=(10, 18)),))

    assert _found(_record(text, programmes=(programme,))) == [("organiser", "verkostokin")]


def test_an_amount_is_told_with_its_currency() -> None:
    """The record's own costs are amounts, whatever shape they have."""
    text = "Hinnaksi tulee satanen päivältä."
    costs = (Cost(kind="fee", amount=100, currency="EUR", text="satanen", span=at(text, "satanen")),)
    programme = Programme(title=None, kind="plan", costs=costs)

    assert _found(_record(text, programmes=(programme,))) == [("amount", "satanen")]


def test_evidence_tells_sections_and_case_numbers() -> None:
    """§ and case number are told as such where the record read them."""
    text = "Asia ABC-12 käsiteltiin kohdassa 88 eilen."
    evidence = evidence_of(text, {"/decision/section": "88", "/decision/case_number": "ABC-12"})

    assert _found(_record(text, evidence=evidence)) == [("case_number", "ABC-12"), ("section", "88")]


_WORDS = (
    "koulutus",
    "Kunta",
    "12",
    "§",
    "1.2.2025",
    "kr",
    "Aino",
    "ti",
    "x@y.fi",
    "klo",
    "½",
    "Ⅳ",
    "„",
    "\x0b",
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(_WORDS), max_size=12).map(" ".join)))
def test_nothing_with_a_digit_is_left(text: str) -> None:
    """Whatever the text is, no number stands outside of what is found; stretches are in order and apart."""
    found = _finder(_record(text)).find((0, len(text)))
    end = 0
    for each in found:
        assert end <= each.span[0] < each.span[1] <= len(text)
        assert not any(map(str.isnumeric, text[end : each.span[0]]))
        end = each.span[1]
    assert not any(map(str.isnumeric, text[end:]))


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 400), st.integers(0, 400))
def test_a_part_of_a_text_is_looked_at_alone(first: int, last: int) -> None:
    """What is found lies within the stretch that was asked for."""
    basis = lehtoranta()
    start, end = min(first, last), max(first, last)

    for each in _finder(basis.record, basis.names).find((start, end)):
        assert start <= each.span[0] < each.span[1] <= end
