"""Whatever text comes in: never an exception, spans that quote it, and the same answer twice."""

from itertools import chain, zip_longest

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.document import extract_item
from records.document import DocumentRecord, Origin
from tests.extract.hostile import DAMAGE, TEXTS, check, extract_text, hostile_item

LINES = [line for text in TEXTS.values() for line in text.split("\n")]
PIECES = st.sampled_from([*LINES, "\n", "\n\n", " ", "\t"])
SIGNS = st.sampled_from(
    ["§", "3.2.", "3.2.2027", "klo 17–19", "17.30", "2027–2030", "12/26", "120 €", "1 200 kr", "år 1",
     "den", "-", "–", "(", ")", ":", ".", "1)", "•", "\u00a0", "\u00ad", "\u200b", "\u200f", "\u0301", "\x00",
     "\ud800", "İ", "ß", "ﬁ", "👩🏽\u200d🏫", "\u2028", "\f", "²", "٣", "koulutus",
     "valtuutetuille", "Päätös", "Beslut", "Vedtak"]
)  # fmt: skip
MIXED = st.lists(st.one_of(PIECES, SIGNS, st.text(max_size=8)), max_size=40).map("".join)
LANGUAGES = st.sampled_from([*TEXTS, None])


@pytest.mark.parametrize("language", TEXTS)
def test_the_texts_are_read_where_they_are_sound(language: str) -> None:
    """Without damage each text is a decision with a programme: what follows has something to break."""
    record = extract_text(TEXTS[language], language)
    check(record, TEXTS[language])
    assert record.language == language
    assert record.relevance.is_programme
    assert record.decision is not None
    assert record.decision.decision is not None
    assert {date.edtf for date in record.dates} >= {"2027-02-03", "2027-02-10", "2027-01-22"}


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("language", TEXTS)
def test_damage_never_raises_and_never_changes_the_text(language: str, damage: str) -> None:
    """A damaged text has a record, whose spans quote it as it came."""
    text = DAMAGE[damage](TEXTS[language])
    check(extract_text(text, language), text)


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_text_alone_tells_its_language(damage: str) -> None:
    """Nobody needs to tell the language of a damaged text."""
    text = DAMAGE[damage]("\n".join(TEXTS.values()))
    check(extract_text(text, None), text)


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n", "\x00", "\ud800", "\u0301", "§", ".", "\u00ad", "\ufeff", "1", "0" * 400, "(" * 400,
     "§ " * 200, "3.2." * 200, "klo " * 200, "Päätös\n" * 100, "- " * 300, "\t" * 300, "\u202e" * 50,
     "99.99.9999", "31.2.2027", "klo 99.99", "0000-00-00", "9999-12-31/", "½.¼.2027", "²⁰²⁷-01-01",
     "1.1.0000", "30.2.", "viikko 99", "§ 99999999999999999999", "1" * 5000 + ".2.2027",
     "koulutus valtuutetuille " + "9" * 5000 + " euroa", "Mandatperiod år 99999999999999999999"],
)  # fmt: skip
def test_texts_of_next_to_nothing(text: str) -> None:
    """A sign, a number that is none, a label a hundred times: a record all the same."""
    for language in TEXTS:
        check(extract_text(text, language), text)


def test_lines_of_four_languages_mixed() -> None:
    """A document whose languages alternate line by line has one language and its dates."""
    rows = zip_longest(*(text.split("\n") for text in TEXTS.values()), fillvalue="")
    text = "\n".join(chain.from_iterable(rows))
    record = extract_text(text, None)
    check(record, text)
    assert any(date.edtf == "2027-02-03" for date in record.dates)


@pytest.mark.parametrize("language", TEXTS)
def test_extraction_is_idempotent(language: str) -> None:
    """The record's own text, extracted again, has the same dates, decision and programmes."""
    once = extract_text(TEXTS[language], language)
    again = extract_text(once.text, language)
    assert again.model_dump() == once.model_dump()


@given(MIXED, LANGUAGES)
@settings(max_examples=50, deadline=None)
def test_any_text_has_a_record(text: str, language: str | None) -> None:
    """Any mix of lines, signs and characters: a record that keeps to the text, the same one twice."""
    record = extract_text(text, language)
    check(record, text)
    assert extract_text(record.text, language).dates == record.dates


@given(st.text(max_size=400), LANGUAGES)
@settings(max_examples=40, deadline=None)
def test_any_characters_have_a_record(text: str, language: str | None) -> None:
    """Characters of any script, private and unassigned ones among them."""
    check(extract_text(text, language), text)


@given(st.sampled_from(list(TEXTS)), st.lists(st.sampled_from(list(DAMAGE)), min_size=2, max_size=3))
@settings(max_examples=25, deadline=None)
def test_damage_upon_damage(language: str, damages: list[str]) -> None:
    """One misfortune never comes alone."""
    text = TEXTS[language]
    for damage in damages:
        text = DAMAGE[damage](text)[:20_000]
    check(extract_text(text, language), text)


@given(st.sampled_from(list(TEXTS)), st.data())
@settings(max_examples=25, deadline=None)
def test_blocks_that_do_not_fit_the_lines(language: str, data: st.DataObject) -> None:
    """Blocks may begin and end anywhere, as those of odd markup do."""
    item = hostile_item(TEXTS[language])
    kept = data.draw(st.lists(st.sampled_from(item.blocks), unique=True)) if item.blocks else []
    odd = item.model_copy(update={"blocks": tuple(sorted(kept, key=lambda block: block.start))})
    record: DocumentRecord = extract_item(odd, Origin(), language=language)
    check(record, item.text)
