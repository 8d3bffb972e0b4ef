"""Owners of proposals by office, numbers in fields, days of fields, decisions behind a told background."""

import datetime as dt

import pytest

from extract.decision_types import DecisionFound
from tests.extract.test_decision import read

ROW = """Skarvik kommune                              Særutskrift

FORMANNSKAPET - MØTEPROTOKOLL
Møtedato 03.09.2024      Sak 61/24      ArkivsakID 24/811

OPPLÆRING I BUDSJETTARBEID

Sakshandsamar: Turid Fjell

RÅDMANNEN SI TILRÅDING:
Formannskapet held ein temadag i oktober.

VEDTAK:
Formannskapet held ein temadag i oktober.
"""


def _own(text: str, code: str) -> DecisionFound:
    own = read(text, code).own
    assert own is not None
    return own


def _values(own: DecisionFound, *names: str) -> tuple[object, ...]:
    found = (getattr(own, name) for name in names)
    return tuple(value.value if value else None for value in found)


def test_a_row_of_fields_without_colons() -> None:
    """A day behind its label is no body's treatment; the number stands beside that of the archive."""
    own = _own(ROW, "nn")

    assert _values(own, "section", "case_number", "meeting_date") == ("61/24", "24/811", dt.date(2024, 9, 3))
    assert own.decision is not None
    assert own.handlings == ()


def test_a_line_of_body_and_document_is_no_title() -> None:
    """ "FORMANNSKAPET - MØTEPROTOKOLL" names the paper; the title stands below."""
    assert _values(_own(ROW, "nn"), "title") == ("OPPLÆRING I BUDSJETTARBEID",)


@pytest.mark.parametrize(
    ("label", "code", "why"),
    [
        ("Ordførerens forslag:", "nb", "the mayor's own"),
        ("KOMMUNEDIREKTØRENS FORSLAG:", "nb", "in capitals"),
        ("Kyrkjeverja sitt forslag:", "nn", "with a particle"),
        ("Forslag frå rådmannen:", "nn", "the office behind it"),
        ("Forslag fra administrasjonen:", "nb", "the staff behind it"),
    ],
)
def test_a_bare_proposal_of_an_office(label: str, code: str, why: str) -> None:
    """An office's "forslag" with a colon is the proposal, whichever way the office is named."""
    text = ROW.replace("RÅDMANNEN SI TILRÅDING:", label)

    assert _values(_own(text, code), "proposal") == ("Formannskapet held ein temadag i oktober.",), why


def test_bodies_that_a_paper_goes_to_in_one_line() -> None:
    """The last body of the field decides, on the day behind it."""
    own = _own(
        "Skarvik kommune\n\nSAKSFREMLEGG\n"
        "Saken behandles i: Formannskapet 04.11.2025, Kommunestyret 20.11.2025\n\n"
        "Valg av nytt medlem\n\nInnstilling:\nEtt medlem velges.\n",
        "nb",
    )

    assert _values(own, "body", "meeting_date", "title") == (
        "Kommunestyret",
        dt.date(2025, 11, 20),
        "Valg av nytt medlem",
    )


def test_an_earlier_treatment_told_in_the_background() -> None:
    """Minutes whose background opens with an earlier body's head hold their own proposal and decision."""
    own = _own(
        "Aluevaltuusto, kokous 10.6.2024\n\n§ 12 Palkkiosäännön muuttaminen\n\nPerustelut\n\n"
        "Aluehallitus 27.05.2024, § 98\n\nSääntö on ollut voimassa kaksi vuotta.\n\n"
        "Ehdotus\n\nAluevaltuusto hyväksyy säännön.\n\nPäätös\n\nAsia palautettiin valmisteluun.\n",
        "fi",
    )

    assert _values(own, "proposal", "decision", "outcome") == (
        "Aluevaltuusto hyväksyy säännön.",
        "Asia palautettiin valmisteluun.",
        "returned",
    )


def test_a_stamp_at_the_end_tells_no_meeting() -> None:
    """The day in the body's line above goes before that beside "Utskrift" at the end."""
    own = _own(
        "SKARVIK KOMMUNE\n\nFormannskapet - møte onsdag 14.03.2012 kl. 12.30 - 15.00\n\nSak 22/12\n"
        "Arkivsak: 12/00192\n\nDELTAKING PÅ KLIMADAGEN\n\nForslag til vedtak frå rådmannen:\n"
        "Kommunen melder på formannskapet.\n\nAvgjerd i Formannskapet:\nKommunen melder på formannskapet.\n\n"
        "Utskrift 19.03.2012\n",
        "nn",
    )

    assert _values(own, "meeting_date", "decision", "title") == (
        dt.date(2012, 3, 14),
        "Kommunen melder på formannskapet.",
        "DELTAKING PÅ KLIMADAGEN",
    )


def test_a_case_told_in_a_sentence_opens_no_item() -> None:
    """ "I sak 2022/70 gjorde kommunestyret slikt vedtak" is told, not treated."""
    own = _own(
        "Skarvik kommune\nSaksframlegg\n\nNy utvalsstruktur\n\nTilråding\nTo utval vert slegne saman.\n\n"
        "Bakgrunn\nI sak 2022/70 gjorde kommunestyret slikt vedtak: «Strukturen skal greiast ut.»\n",
        "nn",
    )

    assert _values(own, "title", "section") == ("Ny utvalsstruktur", None)
