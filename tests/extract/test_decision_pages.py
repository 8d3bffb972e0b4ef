"""Ordinary pages say nothing of themselves as items; hints of the source; texts of every kind."""

import datetime as dt
import random
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from config.languages import load_language
from extract.dates import scan_dates
from extract.decision import DecisionFound, SourceHints, decision_record, find_decisions
from extract.decision_opening import open_item
from records.council import Body
from records.evidence import Evidence
from tests.extract.meeting_texts import SAMPLES, Sample
from tests.extract.test_decision import item_of, read

QUOTED = ("/body", "/title", "/name", "/proposal", "/decision", "/case_number", "/section")
LABELS = (
    "Päätös",
    "Ehdotus:",
    "Valmistelija",
    "Beslut",
    "Förslag till beslut",
    "Dnr",
    "Vedtak:",
    "Saksliste",
    "PS 1/20",
    "§ 5",
    "12 §",
    "Kunnanhallitus",
    "Kommunstyrelsen",
    "Formannskapet",
    "Pöytäkirja 1.2.2020/Pykälä 3",
    "1 1(36)",
    "2.3.2021",
)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param(
            "fi",
            "Valtuuston kokousaikataulut\n\nValtuusto päätti 16.12.2020 §:ssä 91 kokoontua näin:\n  "
            "• 27.1.\n  • 24.3.",
            id="a calendar that cites a decision",
        ),
        pytest.param(
            "sv",
            "Kommunstyrelsens beslut den 27 maj\n\n"
            "På mötet beslutade kommunstyrelsen bland annat om följande:\n\n"
            "Införande av cykelförmån\n\nKommunstyrelsen beslutade att införa cykelförmån.",
            id="news of decisions",
        ),
        pytest.param(
            "nn",
            "Her kan du følgje fylkestinget\n\n"
            "Saksliste:\n\n • Godkjenning av valet.\n • Val av fylkesutval.",
            id="news that quotes an agenda",
        ),
        pytest.param(
            "nn",
            "Møtet førebur formannskapsmøtet.\n\nSaksliste:\n\nSak 1. Opning\n\nSak 2. Prosess",
            id="a note on a meeting",
        ),
        pytest.param(
            "nb",
            "Reglement for godtgjørelse. Vedtatt av kommunestyret 18.06.2015, sak 15/64\n\n"
            "1.1 Ordfører får fast "
            "godtgjørelse.",
            id="rules that cite their decision",
        ),
        pytest.param(
            "sv",
            "Förslag\n\nVi föreslår en ny lekplats.\n\nBakgrund\n\nMånga barn bor i området.",
            id="two common headings",
        ),
        pytest.param(
            "fi",
            "Esityslistat ja pöytäkirjat\n\nPöytäkirjat ovat nähtävillä torstaina klo 9-15.",
            id="a page about minutes",
        ),
        pytest.param("fi", "", id="nothing"),
    ],
)
def test_an_ordinary_page_is_no_item(language: str, text: str) -> None:
    """A page about meetings decides nothing, whatever words it shares with minutes."""
    assert read(text, language).all == ()


def test_what_a_feed_announces_is_an_item() -> None:
    """The feed's body and day make a bare text an item; they are told where the text has them."""
    text = "Koulutussuunnitelma\n\nTekninen jaosto kokoontui 3.4.2025 ja keskusteli suunnitelmasta."
    hints = SourceHints(
        feed_title="Koulutussuunnitelma", feed_body="Tekninen jaosto", feed_date=dt.date(2025, 4, 3)
    )
    found = read(text, "fi", hints).own
    assert found is not None
    assert found.body is not None
    assert text[slice(*found.body.spans[0])] == "Tekninen jaosto"
    assert found.meeting_date is not None
    assert text[slice(*found.meeting_date.spans[0])] == "3.4.2025"
    assert read(text, "fi").own is None


def test_a_feed_tells_nothing_that_the_text_lacks() -> None:
    """A body and a day that only the feed knows stay unknown: every value has its quote."""
    hints = SourceHints(feed_title="Muu asia", feed_body="Johtokunta", feed_date=dt.date(2025, 4, 3))
    found = read("Koulutussuunnitelma\n\nKeskusteltiin.", "fi", hints).own
    assert found is not None
    assert (found.body, found.meeting_date) == (None, None)


def test_the_page_head_or_feed_points_at_the_title() -> None:
    """Among several lines of a frame, the one that the source calls the title is it."""
    text = (
        "Kunnanhallitus\nPöytäkirja 1.9.2025/Pykälä 4\nTalousarvio 2026 KH\nSeminaarin järjestäminen\n"
        "Liitekooste\n\nPäätös\nHyväksyttiin."
    )
    assert _title(read(text, "fi", title="Seminaarin järjestäminen")) == "Seminaarin järjestäminen"
    hints = SourceHints(feed_title="Kunnanhallitus 01.09.2025 / Seminaarin järjestäminen")
    assert _title(read(text, "fi", hints)) == "Seminaarin järjestäminen"


def _title(found: object) -> str | None:
    own = getattr(found, "own", None)
    return own.title.value if own and own.title else None


def test_a_source_may_have_labels_of_its_own() -> None:
    """A label that only one council uses is a line of its source's settings."""
    text = (
        "Kunnanhallitus\nPöytäkirja 01.09.2025/Pykälä 4\n\n"
        "Seminaari\n\nPohjaesitys\nSeminaari pidetään.\n\n"
        "Päätös\nHyväksyttiin."
    )
    found = read(text, "fi", SourceHints(proposal_labels=("Pohjaesitys",))).own
    assert found is not None
    assert found.proposal is not None
    assert found.proposal.value == "Seminaari pidetään."


def test_a_source_knows_the_short_names_of_its_bodies() -> None:
    """Abbreviations that share no letters with the name are told by the source."""
    text = (
        "Kaupunginhallitus\nPöytäkirja 01.09.2025/Pykälä 4\n\n"
        "Seminaari\n\nYKH 01.09.2025\nPäätös\nHyväksyttiin.\n\n"
        "XY 01.09.2025\nPäätös\nHylättiin."
    )
    hints = SourceHints(bodies=(Body(name="Kaupunginhallitus", aliases=("XY",)),))
    found = read(text, "fi", hints).own
    assert found is not None
    assert found.outcome is not None
    assert found.outcome.value == "rejected"


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_every_value_is_its_quote(sample: Sample) -> None:
    """Whatever the record says stands in the text: its backing lies within it and reads the same."""
    for found in read(sample.text, sample.language).all:
        _assert_backed(found, sample.text)


def _assert_backed(found: DecisionFound, text: str) -> None:
    record, backing = decision_record(found)
    backed = dict(backing)
    for pointer, value in _leaves(record.model_dump(mode="json", by_alias=True)):
        evidence = backed.get(pointer) or backed.get(re.sub(r"/(?:text|from|span/\d)$", "", pointer))
        assert evidence is not None, pointer
        assert all(0 <= start < end <= len(text) for start, end in evidence.spans)
        if pointer.endswith(QUOTED) or pointer == "/effective/text":
            assert _quote(text, evidence) == value


def _leaves(value: object, pointer: str = "") -> list[tuple[str, object]]:
    if isinstance(value, dict):
        return [leaf for key, inner in value.items() for leaf in _leaves(inner, f"{pointer}/{key}")]
    if isinstance(value, list):
        return [leaf for number, inner in enumerate(value) for leaf in _leaves(inner, f"{pointer}/{number}")]
    return [] if value is None else [(pointer, value)]


def _quote(text: str, evidence: Evidence) -> str:
    return " ".join(" ".join(text[start:end].split()) for start, end in evidence.spans)


def _read_all(text: str) -> None:
    for code in ("fi", "sv", "nb", "nn"):
        words = load_language(code)
        dates = scan_dates(text, words.dates)
        open_item(item_of(text), dates, words.decision)
        for found in find_decisions(item_of(text), dates, words, SourceHints()).all:
            _assert_backed(found, text)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.one_of(st.sampled_from(LABELS), st.text(max_size=30)), max_size=25),
    st.sampled_from(["\n", " ", "\n\n", "   "]),
)
def test_no_text_fails(parts: list[str], joint: str) -> None:
    """Labels, names and any characters in any order are read without an error, and values stay quotes."""
    _read_all(joint.join(parts))


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_no_damaged_page_fails(sample: Sample) -> None:
    """Pages cut off, with lines in another order or run together are read without an error."""
    lines = sample.text.split("\n")
    shuffled = random.Random(7).sample(lines, len(lines))
    for text in (
        sample.text[: len(sample.text) // 2],
        "\n".join(shuffled),
        " ".join(lines),
        "\n\n".join(lines),
    ):
        _read_all(text)
