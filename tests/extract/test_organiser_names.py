"""How organisations are named."""

import itertools

import pytest

from extract.organiser_names import find_names
from tests.extract.programmes import ground

NAMES = [
    ("fi", "Kouluttajana Päättäjäpolku Oy.", ["Päättäjäpolku Oy"], "a company without the cue before it"),
    ("fi", "Ohjelmassa Suomen Puheenliitto ja FCG.", ["Suomen Puheenliitto", "FCG"], "two in a row"),
    ("fi", "Hallinto-opisto Kehrä ja muut.", ["Hallinto-opisto Kehrä"], "a proper name behind the head"),
    ("fi", "Järvilän kesäyliopiston tiloissa.", ["Järvilän kesäyliopiston"], "an inflected head"),
    ("fi", "Kaari Oy:n ja FCG:n kanssa.", ["Kaari Oy", "FCG"], "endings behind a colon"),
    ("sv", "Sveriges Kommuner och Regioner (SKR) ordnar.", ["SKR"], "the abbreviation in brackets"),
    ("sv", "Kursen ges av Norrviks kommun.", ["Norrviks kommun"], "a municipality"),
    ("sv", "Av Stiftelsen Fria Ord i Norden.", ["Stiftelsen Fria Ord i Norden"], "an opening word"),
    ("sv", "Boverkets och Kommunförbundets kurs.", ["Boverket", "Kommunförbundet"], "without the genitive"),
    ("nb", "KS (Kommunesektorens organisasjon) leder.", ["KS"], "what the abbreviation stands for"),
    ("nb", "KS Folkevalgtprogram tilbys.", ["KS"], "a programme is no part of the name"),
    ("nb", "KS Møre og Romsdal holder kurs.", ["KS Møre og Romsdal"], "a branch"),
    ("nb", "Møteskolen Øst AS holder kurs.", ["Møteskolen Øst AS"], "a company"),
    ("nn", "Høgskulen i Fjorddalen har kurs.", ["Høgskulen i Fjorddalen"], "an opening word"),
    ("nn", "Nettverket for Ung Medverknad.", ["Nettverket for Ung Medverknad"], "an opening word"),
]

NOT_NAMES = [
    ("sv", "Ordförandeakademin börjar.", "a training is no organisation"),
    ("fi", "Metsäakatemia alkaa.", "a training is no organisation"),
    ("nb", "Rådmannen og Utvalgslederne møtes.", "offices"),
    ("sv", "I Ystad och Sala hålls kurs.", "towns that end like a body"),
    ("nn", "Alle kommunestyre får kurs.", "bodies as such"),
]


@pytest.mark.parametrize(("code", "text", "names", "why"), NAMES)
def test_names(code: str, text: str, names: list[str], why: str) -> None:
    """Known names, company forms, heads and opening words make a name, each once and in its place."""
    found = find_names(ground(text, code))
    assert [text[name.span[0] : name.span[1]] for name in found] == names, why


@pytest.mark.parametrize(("code", "text", "why"), NOT_NAMES)
def test_other_words_are_no_names(code: str, text: str, why: str) -> None:
    """Trainings, offices, towns and bodies as such are none."""
    assert find_names(ground(text, code)) == (), why


def test_a_name_is_full_when_more_than_a_noun_names_it() -> None:
    """ "Kommunen" is a body without a name, "Norrviks kommun" has one."""
    bare, full = find_names(ground("Kommunen ordnar. Norrviks kommun ordnar.", "sv"))
    assert (bare.full, full.full) == (False, True)


def test_names_do_not_overlap() -> None:
    """Of two readings of one stretch the longer is kept."""
    text = "Seminarrekken er utviklet av KS-Konsulent og KS Lokaldemokrati og kommuneøkonomi."
    spans = [name.span for name in find_names(ground(text, "nb"))]
    assert [text[start:end] for start, end in spans] == [
        "KS-Konsulent",
        "KS Lokaldemokrati og kommuneøkonomi",
    ]
    assert all(one[1] <= two[0] for one, two in itertools.pairwise(spans))


def test_whom_training_is_meant_for_is_no_organisation() -> None:
    """A label of the audience may end as the name of a group does."""
    text = "Seminar for folkevalgte.\nMålgruppen for seminarene er ordførere. Seminaret holdes av KS."
    names = [text[slice(*name.span)] for name in find_names(ground(text, "nb", read=True))]
    assert names == ["KS"]
