"""How a training is named: in a row, by the words around an event word, by a label or theme."""

import pytest

from extract.programme_material import Material
from extract.session_phrases import event_phrase, quoted_name, theme_name
from extract.session_steps import numbered_steps, run_in_heading
from extract.session_titles import heading_title, row_title, short_title
from tests.extract.programmes import date, ground

ROWS = [
    (
        "fi",
        "12.2. (ma) iltakoulu, keskustan kaava",
        "12.2.",
        "iltakoulu, keskustan kaava",
        "weekday in brackets",
    ),
    ("fi", "Päättäjäsparraus 4, 14.1.2026 (Teams)", "14.1.2026", "Päättäjäsparraus 4", "the name first"),
    ("fi", "26.9.2016 klo 12.00-16.00 (seminaari)", "26.9.2016 klo 12.00-16.00", "seminaari", "in brackets"),
    ("fi", "16.3.2020 klo 16 (sis. iltakoulun)", "16.3.2020 klo 16", "iltakoulun", "part of a meeting"),
    (
        "fi",
        "Perehdytysilta 2: some, ti 30.9.2025, Koulu.pdf",
        "ti 30.9.2025",
        "Perehdytysilta 2: some",
        "a file",
    ),
    (
        "sv",
        "Styrning och ledning: 23 - 24 maj",
        "23 - 24 maj",
        "Styrning och ledning",
        "colon before the date",
    ),
    (
        "sv",
        "20-21 februari Leda samhällsutveckling",
        "20-21 februari",
        "Leda samhällsutveckling",
        "date first",
    ),
    ("sv", "Steg 3 – Ordförandekursen, hösten 2026", "hösten 2026", "Ordförandekursen", "a step before it"),
    ("sv", "§ 12 Kurs för nämnden 3 mars", "3 mars", "Kurs för nämnden", "a section's number"),
    (
        "nb",
        "A      27. august      Dagsorden og sakspapir",
        "27. august",
        "Dagsorden og sakspapir",
        "columns",
    ),
    (
        "nn",
        "Oppvekst - tysdag 16. januar - skulelova",
        "tysdag 16. januar",
        "Oppvekst",
        "name, date, subject",
    ),
    ("sv", "Datum: 3 mars 2026", "3 mars 2026", None, "only a label"),
    ("fi", "3.3.2026", "3.3.2026", None, "only a date"),
]


@pytest.mark.parametrize(("code", "text", "quote", "title", "why"), ROWS)
def test_a_row_names_its_session(code: str, text: str, quote: str, title: str | None, why: str) -> None:
    """The words before the date name the session, else those behind it."""
    found = ground(text, code, date(text, quote, "2026-01-01"))
    span = row_title(found, found.outline.lines[0], found.dates[0].span)
    assert (found.outline.quote(span) if span else None) == title, why


PHRASES = [
    ("fi", "Pidetään laaja valtuuston seminaari.", "laaja valtuuston seminaari", "adjective and genitive"),
    ("fi", "Asiasta järjestetään koulutus.", "koulutus", "a verb is no adjective"),
    (
        "sv",
        "Vi ger en utbildning i mötesteknik för nämnderna i vår.",
        "utbildning i mötesteknik för nämnderna",
        "i, för",
    ),
    ("sv", "Kurs om jäv och delegation hålls.", "Kurs om jäv och delegation", "two subjects"),
    ("sv", "Kursen hålls i mars.", "Kursen", "a month is no subject"),
    ("nb", "To skreddersydde temadager kan bestilles.", "To skreddersydde temadager", "number and adjective"),
    ("nb", "Et kurs for dem som er nye.", "kurs", "a pronoun says nothing"),
    ("nn", "Dei får eit kurs i regi av KS.", "kurs", "who runs it is no subject"),
]


@pytest.mark.parametrize(("code", "text", "phrase", "why"), PHRASES)
def test_event_words_grow_into_names(code: str, text: str, phrase: str, why: str) -> None:
    """Adjectives, numbers and genitives before, "in X" and "for Y" behind belong to the name."""
    found = ground(text, code, *([date(text, "mars", "2026-03")] if "mars" in text else []))
    span = event_phrase(found, found.events[0])
    assert found.outline.quote(span) == phrase, why


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Basisdagane: To dagar om roller.", "Basisdagane"),
        ("De demokratiska verktygen - spelregler i fullmäktige", "De demokratiska verktygen"),
        ("Godt samspill – hva må til?", "Godt samspill – hva må til?"),
        ("Grundkurs, dag 1. Så styrs kommunen", "Grundkurs, dag 1"),
        ("Formalia vid möten (utbildning)", "Formalia vid möten"),
    ],
)
def test_a_point_is_named_by_its_beginning(text: str, title: str) -> None:
    """A colon, a hyphen behind several words, a full stop or a bracket ends the name."""
    found = ground(text, "sv")
    assert found.outline.quote(short_title(found, (0, len(text)))) == title


def test_a_heading_keeps_its_dash() -> None:
    """A heading is cut at colon and bracket alone."""
    text = "Ordförande – att leda (blandat lärande)"
    found = ground(text, "sv")
    assert found.outline.quote(heading_title(found, (0, len(text)))) == "Ordförande – att leda"


def _line(text: str, code: str) -> tuple[Material, str | None]:
    found = ground(text, code)
    span = run_in_heading(found, found.outline.lines[0])
    return found, found.outline.quote(span) if span else None


@pytest.mark.parametrize(
    ("code", "text", "label"),
    [
        ("nb", "Juridisk påfyll. Advokatene holder et kurs i mai.", "Juridisk påfyll"),
        ("nb", "Kurset holdes i mai. Det er gratis.", None),
        ("sv", "Den här nyheten är äldre än ett år. Läs mer.", None),
    ],
)
def test_a_short_label_opens_a_paragraph(code: str, text: str, label: str | None) -> None:
    """A few words without a verb of holding, closed by a full stop, name what follows."""
    assert _line(text, code)[1] == label


@pytest.mark.parametrize(
    ("code", "text", "theme"),
    [
        (
            "fi",
            "Koulutuksen teemana on luottamushenkilön rooli ja vastuut.",
            "luottamushenkilön rooli ja vastuut",
        ),
        ("sv", "Kursen handlar om jäv, delegation och arkiv.", "jäv, delegation och arkiv"),
        ("nb", "Kurset holdes i mai.", None),
    ],
)
def test_a_theme_names_a_session_without_a_name(code: str, text: str, theme: str | None) -> None:
    """What a training is said to be about, up to the end of the clause."""
    found = ground(text, code)
    span = theme_name(found, (0, len(text)))
    assert (found.outline.quote(span) if span else None) == theme


def test_names_in_quotation_marks_lose_them() -> None:
    """The name is what stands between the marks."""
    text = "Kursen ”Samtal utan hat” är öppen för alla."
    found = ground(text, "sv")
    span = quoted_name(found, (0, len(text)))
    assert span is not None
    assert found.outline.quote(span) == "Samtal utan hat"


def test_numbered_parts_count_only_where_there_are_several() -> None:
    """ "Del ett" and "Del två" open sentences; a lone "Del ett" is no series."""
    text = "Del ett hölls i mars. Del två hålls i maj."
    found = ground(text, "sv")
    assert [found.outline.quote(step) for _, step in numbered_steps(found)] == ["Del ett", "Del två"]
    assert numbered_steps(ground("Del ett hölls i mars. Sedan var det slut.", "sv")) == []
