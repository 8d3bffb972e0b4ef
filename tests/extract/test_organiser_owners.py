"""Whose a text is where nobody is said to arrange."""

import pytest

from extract.organiser_names import find_names
from extract.organiser_owners import find_masthead, find_owner
from extract.programme_material import Material, material
from records.evidence import Found
from tests.extract.programmes import ground, page, parties_of, words

OWNERS = [
    ("sv", None, "Kurser för nämnder\n\n© Lärhuset Norden 2018", "Lärhuset Norden", "who signs in the foot"),
    (
        "sv",
        None,
        "Kurser för nämnder\n\nSidan publicerad av Kustringens kansli",
        "Kustringens kansli",
        "a publisher's office",
    ),
    (
        "nn",
        "https://www.vikfjord.kommune.example/politikk",
        "Opplæring av kommunestyret\n\nVikfjord har fått mange nye representantar.",
        "Vikfjord",
        "the town that the address spells",
    ),
    (
        "fi",
        "https://www.kivikoski.example/perehdytys",
        "Perehdytys\n\nTervetuloa tekemään Kivikosken päätöksiä!",
        "Kivikosken",
        "a name inflected otherwise than its address",
    ),
    (
        "nb",
        "https://www.ostervag.kommune.example/",
        "Kurs\n\nØstervåg kommune inviterer folkevalgte.",
        "Østervåg kommune",
        "the whole name, and letters that an address cannot spell",
    ),
    (
        "sv",
        None,
        "Kurs för politiker\n\nFrågor?\n\nÖdeborgs kommun",
        "Ödeborgs kommun",
        "a full name in the foot",
    ),
    ("fi", None, "Valtuutetuille pidettiin kunnan koulutus.", "kunnan", "a bare noun beside training"),
    ("nb", None, "Politikere i Lillevik på kurs\n\nDe lærte mye.", "Lillevik", "the town of those who learn"),
]


def _ground(code: str, url: str | None, text: str) -> Material:
    laid = ground(text, code, read=True)
    return material(page(text).model_copy(update={"url": url}), words(code), laid.reading, (), (0, len(text)))


@pytest.mark.parametrize(("code", "url", "text", "name", "why"), OWNERS)
def test_an_owner_is_found(code: str, url: str | None, text: str, name: str, why: str) -> None:
    """A text in which nobody arranges belongs to who signs it, to its address, municipality or town."""
    laid = _ground(code, url, text)
    span = find_owner(laid, find_names(laid))
    assert span is not None, why
    assert text[span[0] : span[1]] == name, why


@pytest.mark.parametrize(
    ("url", "why"), [(None, "no address"), ("http://[broken", "no address that can be read"), ("", "empty")]
)
def test_no_owner_is_made_up(url: str | None, why: str) -> None:
    """A text that names nobody has no owner."""
    laid = _ground("nb", url, "Kurs for alle\n\nVi lærer sammen.")
    assert find_owner(laid, find_names(laid)) is None, why


LABELLED = [
    ("nb", "Kurs i møteledelse\n\nArrangør\nStatsforvalteren i Fjellheim", "Statsforvalteren i Fjellheim"),
    ("sv", "Kurs i mötesteknik\n\nArrangör: Kommuner i Öst", "Kommuner i Öst"),
    ("fi", "Koulutus\n\nJärjestäjä: Päättäjän polku", "Päättäjän polku"),
]


@pytest.mark.parametrize(("code", "text", "name"), LABELLED)
def test_a_label_names_the_organiser(code: str, text: str, name: str) -> None:
    """What stands behind or below the label for the organiser is the organiser, known or not."""
    parties = parties_of(ground(text, code))
    assert [found.value.name for found in parties.organisers] == [name]


def test_a_guest_is_no_organiser() -> None:
    """A body that signs up for what an outside organisation holds is no organiser."""
    text = "Kontrollutvalget\n\nForum for kommunekontroll holder konferanse i juni. Leder meldes på."
    body = Found("Kontrollutvalget", ((0, 16),), "test")
    joined = parties_of(ground(text, "nb"), body, joins=True)
    assert [found.value.name for found in joined.organisers] == ["Forum for kommunekontroll"]


def test_a_bare_noun_goes_with_its_full_name() -> None:
    """ "Kommunestyret" beside "Elvdal kommunestyre" is told once, by its full name."""
    text = "Kommunestyret\n\nElvdal kommunestyre holder kurs for folkevalgte."
    parties = parties_of(ground(text, "nb"), Found("Kommunestyret", ((0, 13),), "test"))
    assert [found.value.name for found in parties.organisers] == ["Elvdal kommunestyre"]


MASTHEADS = [
    (
        "https://www.regionost.example/kurs",
        "Region Öst\nStart | Kurs\n\nKurs för politiker",
        "Region Öst",
        "whole",
    ),
    (
        "https://www.fjellkommunane.example/",
        "Samanslutning fjellkommunar\n\nKurs for politikarar",
        "Samanslutning fjellkommunar",
        "the host begins as half of its words do",
    ),
    ("https://www.vik.example/", "Opplæring i Vik\n\nKurs for politikarar", None, "a title"),
    (None, "Region Öst\n\nKurs för politiker", None, "no address"),
]


@pytest.mark.parametrize(("url", "text", "name", "why"), MASTHEADS)
def test_a_masthead_is_what_the_address_spells(
    url: str | None, text: str, name: str | None, why: str
) -> None:
    """The first line is whose page it is where the host spells it."""
    span = find_masthead(_ground("sv", url, text))
    assert (text[span[0] : span[1]] if span else None) == name, why


def test_a_person_who_publishes_a_page_does_not_answer_for_it() -> None:
    """Two words without a noun of organisations, which the address does not spell, are a person's name."""
    text = "Opplæring for nye\n\nPublisert av Marta Solvik. Sist endra i går."
    ready = ground(text, "nn")
    assert find_owner(ready, find_names(ready)) is None
