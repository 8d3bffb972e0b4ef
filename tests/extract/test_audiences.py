"""Audiences: who is invited, and who only stands in the text."""

import pytest

from extract.audiences import audiences_in
from extract.reading import read_paragraphs
from tests.extract.made_up import item, words


def _audiences(code: str, text: str) -> set[str]:
    return {found.value for found in audiences_in(read_paragraphs(item(text), words(code)), (0, len(text)))}


@pytest.mark.parametrize(
    ("code", "text", "audiences"),
    [
        ("fi", "Koulutus on tarkoitettu valtuutetuille ja varavaltuutetuille.", {"council", "deputies"}),
        ("fi", "Uusille luottamushenkilöille järjestetään koulutus.", {"new_members"}),
        ("fi", "Nuorisovaltuuston perehdytys pidetään Kuusirannassa.", {"youth_council"}),
        ("fi", "Valtuustoryhmien puheenjohtajien koulutus", {"group_leaders"}),
        ("fi", "Koulutus luottamushenkilöille ja johtaville viranhaltijoille", {"all_elected", "management"}),
        ("sv", "Kursen riktar sig till nämndernas presidier och gruppledare.", {"chairs", "group_leaders"}),
        ("sv", "Utbildning för förtroendevalda i Ekhamn", {"all_elected"}),
        (
            "nb",
            "Målgruppen er kommunestyret, kontrollutvalget og kommunedirektøren. Opplæring i november.",
            {"council", "auditors", "management"},
        ),
        ("nn", "Opplæringa er for ungdomsrådet.", {"youth_council"}),
        ("fi", "Puheenjohtaja-akatemia nuijan varressa oleville", {"chairs"}),
        (
            "fi",
            "Koko valtuusto ja tytäryhtiöiden hallituksiin nimetyt koulutetaan.",
            {"council", "committees"},
        ),
        ("sv", "Till kursen kallas ledamöterna i tekniska nämnden.", {"committees"}),
        ("sv", "Kurs för nya i fullmäktige och presidiernas medlemmar", {"council", "new_members", "chairs"}),
        ("nb", "Folkevalgtopplæring: hele kommunestyret og første vara møter.", {"council", "deputies"}),
        (
            "nn",
            "Folkevaldopplæring for bygda. Heile kommunestyret, kontrollutvalet og gruppeleiarane.",
            {"council", "auditors", "group_leaders"},
        ),
    ],
)
def test_those_who_are_invited_are_found(code: str, text: str, audiences: set[str]) -> None:
    """Each language names them in its own way."""
    assert _audiences(code, text) == audiences


@pytest.mark.parametrize(
    ("code", "text", "audience", "reason"),
    [
        (
            "fi",
            "Luottamushenkilöiden koulutus. Kunnanhallitus päätti asiasta.",
            "executive_board",
            "it decides",
        ),
        (
            "sv",
            "Kommunstyrelsen antar planen. Utbildning för förtroendevalda.",
            "executive_board",
            "it decides",
        ),
        (
            "sv",
            "Utbildning för förtroendevalda. Kommunchef Rut Ekman hälsar välkommen.",
            "management",
            "a person",
        ),
        (
            "nb",
            "Opplæring for folkevalgte om samspillet med administrasjonen.",
            "management",
            "part of a topic",
        ),
        (
            "sv",
            "Utbildning för nämndernas ledamöter. De som deltar är nämndernas ledamöter.",
            "council",
            "not named",
        ),
        (
            "fi",
            "Ryhmien puheenjohtajat ovat pyytäneet asiasta selvityksen. Valtuutetuille pidetään koulutus.",
            "group_leaders",
            "it asks",
        ),
        (
            "nb",
            "Sak\nUngdomsrådet 20.10.2027 12/27\nFolkevalgtopplæring for kommunestyrets medlemmer.",
            "youth_council",
            "a row of the handlings",
        ),
    ],
)
def test_those_who_only_stand_there_are_not(code: str, text: str, audience: str, reason: str) -> None:
    """Deciding, preparing or being spoken of is no invitation."""
    assert audience not in _audiences(code, text), reason


def test_the_general_word_gives_way_to_bodies_by_name() -> None:
    """Two bodies are invited; that they are elected officials is said of them, not of all."""
    text = (
        "Ilmastokoulutus\nYhtymävaltuuston ja yhtymähallituksen jäsenille on koulutusta.\nLuottamushenkilöt."
    )
    found = audiences_in(read_paragraphs(item(text), words("fi")), (0, len(text)))
    assert {one.value for one in found} == {"council", "executive_board"}


@pytest.mark.parametrize(
    "text",
    [
        "Utbildning för förtroendevalda\nUtbildningen erbjuds nämndernas ledamöter.",
        "Utbildning\nUtbildningen erbjuds nämndernas ledamöter.\nKvällen är öppen för alla förtroendevalda.",
    ],
)
def test_the_general_word_counts_in_a_title_and_where_all_are_meant(text: str) -> None:
    """The title tells whom the training is for; "all elected officials" are all."""
    found = audiences_in(read_paragraphs(item(text), words("sv")), (0, len(text)))
    assert {one.value for one in found} == {"all_elected", "committees"}
