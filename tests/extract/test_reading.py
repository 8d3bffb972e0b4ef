"""What is read from an item: sentences, mentions, what is taught and who is invited."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.mentions import Mention
from extract.pipes import build_pipeline
from extract.reading import COUNTER_KINDS, CUE_KINDS, EVENT_KINDS, Reading, read_paragraphs
from records.item import Block, Item
from tests.extract.made_up import item, words

TEXT = """# Luottamushenkilöiden koulutus 2026
Koulutuksen aiheina ovat esteellisyys ja talous. Paikka on Kuusirannan kirjasto.
Kuntalain 54 §:n mukaan valtuusto kokoontuu."""


def _codes(reading: Reading) -> set[str]:
    return {mention.code for mention in reading.mentions}


def test_a_shut_gate_gives_an_empty_reading() -> None:
    """An item without training or without the elected is not read at all."""
    assert read_paragraphs(item("Kuusirannan kaavamuutos hyväksyttiin."), words("fi")) == Reading()


def test_a_reading_holds_sentences_and_mentions_in_text_order() -> None:
    """Every span quotes the text."""
    reading = read_paragraphs(item(TEXT), words("fi"))
    assert [TEXT[start:end] for start, end in reading.sentences] == [
        "# Luottamushenkilöiden koulutus 2026",
        "Koulutuksen aiheina ovat esteellisyys ja talous.",
        "Paikka on Kuusirannan kirjasto.",
        "Kuntalain 54 §:n mukaan valtuusto kokoontuu.",
    ]
    assert list(reading.mentions) == sorted(reading.mentions, key=lambda one: one.span)
    assert {"training", "all_elected", "disqualification", "teaches", "in_person"} <= _codes(reading)


def test_a_law_that_is_cited_is_no_topic() -> None:
    """`Kuntalain 54 §` gives a ground, it is not taught."""
    assert "municipal_law" not in _codes(read_paragraphs(item(TEXT), words("fi")))


@pytest.mark.parametrize("table", ["topics", "events", "audiences", "formats", "cues"])
def test_taking_a_component_away_takes_its_findings(table: str) -> None:
    """Each component is what finds its table, and nothing else does."""
    kind = {
        "topics": "topic",
        "events": "event",
        "audiences": "audience",
        "formats": "format",
        "cues": "cue",
    }[table]
    whole = build_pipeline(words("fi"))
    part = build_pipeline(words("fi"))
    part.remove_pipe(f"paragraf_{table}")
    with_it, without = (read_paragraphs(item(TEXT), words("fi"), one) for one in (whole, part))
    assert any(mention.kind == kind for mention in with_it.mentions)
    assert not any(mention.kind == kind for mention in without.mentions)
    assert [one for one in with_it.mentions if one.kind != kind] == list(without.mentions)


def test_no_sentence_goes_over_the_end_of_a_block() -> None:
    """Lines are read together, and told apart all the same."""
    text = "Koulutus luottamushenkilöille\nKuntalaki ja talous. Hallinto- ja\nterveyslautakunta kutsuu"
    reading = read_paragraphs(item(text), words("fi"))
    assert [text[start:end] for start, end in reading.sentences] == [
        "Koulutus luottamushenkilöille",
        "Kuntalaki ja talous.",
        "Hallinto- ja",
        "terveyslautakunta kutsuu",
    ]


def test_mentions_are_looked_up_by_stretch_and_kind() -> None:
    """Only what lies wholly inside counts."""
    one, two = Mention("topic", "strategy", (5, 10)), Mention("event", "course", (12, 16))
    reading = Reading(sentences=((0, 20),), mentions=(one, two))
    assert reading.within((0, 20)) == (one, two)
    assert reading.within((0, 20), "event") == (two,)
    assert reading.within((6, 20)) == (two,)
    assert reading.within((0, 15)) == (one,)
    assert reading.sentence(7) == (0, 20)
    assert reading.sentence(30) == (30, 30)
    assert Reading().sentence(3) == (3, 3)


def test_codes_of_mentions_are_listed() -> None:
    """Whoever builds on a reading knows what it can hold."""
    reading = read_paragraphs(item(TEXT), words("fi"))
    for kind, codes in (("event", EVENT_KINDS), ("cue", CUE_KINDS), ("counter", COUNTER_KINDS)):
        assert {one.code for one in reading.mentions if one.kind == kind} <= set(codes)


def test_a_block_without_end_is_cut_and_read() -> None:
    """Pieces are cut at blanks, or anywhere where there are none."""
    text = "Luottamushenkilöiden koulutus " * 2_000 + "x" * 20_000 + " jääviys"
    reading = read_paragraphs(_one_block(text), words("fi"))
    assert reading.mentions[0].span == (0, 20)
    assert text[slice(*reading.mentions[-1].span)] == "jääviys"


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="lu tahenkiö.()§\n-–\u00a0İß0123456789", max_size=300))
def test_no_text_raises(text: str) -> None:
    """Any text gives a reading whose spans lie in it."""
    whole = f"luottamushenkilöiden koulutus {text}"
    reading = read_paragraphs(_one_block(whole), words("fi"))
    assert all(0 <= one.span[0] < one.span[1] <= len(whole) for one in reading.mentions)
    assert all(start < end for start, end in reading.sentences)


def test_spacy_is_not_imported_before_a_paragraph_is_read() -> None:
    """Whoever only asks the gate does not pay for spaCy."""
    program = (
        "import sys, extract.reading, extract.relevance, extract.topics, extract.audiences, extract.formats;"
        "from config.languages import load_language; from extract.gate import gate_open;"
        "gate_open('luottamushenkilöiden koulutus', load_language('fi'));"
        "sys.exit('spacy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def _one_block(text: str) -> Item:
    return item("").model_copy(update={"text": text, "blocks": (Block("paragraph", 0, len(text)),)})
