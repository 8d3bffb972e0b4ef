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


def test_the_general_word_gives_way_to_bodies_invited_by_name() -> None:
    """Who is told closely is not told in general too, unless both are invited."""
    named = "Förtroendevaldas villkor diskuteras. Kursen riktar sig till kommunfullmäktige."
    both = "Kursen riktar sig till alla förtroendevalda. Fullmäktiges ledamöter inbjuds till en kurs."
    assert _audiences("sv", named) == {"council"}
    assert _audiences("sv", both) == {"all_elected", "council"}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Nämndledamöterna inbjuds till utbildningen.", "audience_invited"),
        ("Nämndledamöternas utbildning.", "audience_of_training"),
        ("Utbildning hålls. Nämndledamöter.", "audience_named"),
    ],
)
def test_the_rule_tells_how_an_audience_was_found(text: str, rule: str) -> None:
    """Whom a sentence of inviting names is surest."""
    found = audiences_in(read_paragraphs(item(text), words("sv")), (0, len(text)))
    assert [(one.value, one.rule) for one in found] == [("committees", rule)]
    assert 0.5 < found[0].confidence < 1


def test_who_decides_is_not_invited() -> None:
    """A board that decides on the training of others does not take part in it."""
    text = "Kommunstyrelsen beslutar om en kurs. Kursen erbjuds nämndernas ledamöter."
    found = audiences_in(read_paragraphs(item(text), words("sv")), (0, len(text)))
    assert {one.value for one in found} == {"committees"}


def test_the_general_word_gives_way_to_bodies_by_name() -> None:
    """Training for elected officials to which two bodies are invited is for these two."""
    text = (
        "Luottamushenkilöiden ilmastoristeily\nYhtymävaltuuston ja yhtymähallituksen jäsenille on koulutusta."
    )
    found = audiences_in(read_paragraphs(item(text), words("fi")), (0, len(text)))
    assert {one.value for one in found} == {"council", "executive_board"}
