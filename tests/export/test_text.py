"""Text as a document may hold it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from export.text import capital, cut, fit, fold, hold_numbers, sentence_around


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  a \n b\t\tc\u00a0d ", "a b c d"),
        ("a\x00b\x0bc\x1f", "ab c"),
        ("a\u202eb\u2066c\u200f", "abc"),  # marks that turn the reading direction
        ("kurs 🎓 på kvällen", "kurs 🎓 på kvällen"),
        ("e\u0301", "e\u0301"),
        ("a\ufffe\uffffb\x85c", "ab c"),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    """White space is one blank; control characters and direction marks are left out, emoji stay."""
    assert fold(text) == folded


@given(st.text(alphabet=st.characters(codec="utf-16", categories=("Cc", "Cf", "Zl", "Zp", "Lu", "Co", "Cn"))))
def test_whatever_text_fits_into_xml(text: str) -> None:
    """Any text can be written and is read again as it was written, on one line."""
    element = etree.Element("t")
    element.text = fit(text)

    assert (etree.fromstring(etree.tostring(element)).text or "") == fit(text)
    assert "\n" not in fit(text)


@given(st.text(), st.integers(1, 40))
def test_cut_keeps_the_beginning(text: str, length: int) -> None:
    """Cut text is a beginning of the text, at most as long as wanted, and tells that it was cut."""
    told = cut(text, length)
    kept = told.removesuffix(" …") if len(text) > length else told

    assert text.startswith(kept)
    assert len(kept) <= length


def test_cut_stops_between_words() -> None:
    """No word is cut in two where a blank is near."""
    assert cut("koulutus uusille luottamushenkilöille", 30) == "koulutus uusille …"
    assert cut("luottamushenkilöiden", 10) == "luottamush …"


def test_section_signs_hold_their_number() -> None:
    """A line never ends between § and its number, before or behind it."""
    assert hold_numbers("§ 71, kuntalaki 134 § ja 3 kpl") == "§\u00a071, kuntalaki 134\u00a0§ ja 3 kpl"
    assert hold_numbers("1 012 450 kr, 2024 12 1500") == "1\u00a0012\u00a0450 kr, 2024 12 1500"


def test_capital_leaves_the_rest() -> None:
    """Only the first letter changes."""
    assert (capital("kaupunginhallitus"), capital("äKH"), capital("")) == ("Kaupunginhallitus", "ÄKH", "")


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("Ensin. Maksaa 5 euroa. Sitten.", "5 euroa", "Maksaa 5 euroa."),
        ("Maksaa 5 euroa", "5 euroa", "Maksaa 5 euroa"),
        ("Pris 1 450 kr. per person. Mat ingår.", "1 450 kr", "Pris 1 450 kr. per person."),
        ("Hinta 9.9. alkaen 5 euroa! Muuta.", "5 euroa", "Hinta 9.9. alkaen 5 euroa!"),
        ("Otsikko\nMaksuton\nMuuta", "Maksuton", "Maksuton"),
        ("Ensin. Maksuton. Sitten.", "Maksuton", "Maksuton."),  # the sentence begins where the span does
        ("A" * 400 + " 5 euroa", "5 euroa", "5 euroa"),  # too long to quote whole
    ],
)
def test_the_sentence_around_a_span(text: str, words: str, sentence: str) -> None:
    """A sentence ends before a capital letter or at the end of its line."""
    start = text.index(words)
    first, last = sentence_around(text, (start, start + len(words)))

    assert text[first:last] == sentence


@given(st.text(alphabet="aA .!?\n", max_size=60), st.data())
def test_a_sentence_always_holds_its_span(text: str, data: st.DataObject) -> None:
    """Whatever the text, the sentence is no smaller than what it was asked for."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = sentence_around(text, (start, end))

    assert 0 <= first <= start <= end <= last <= len(text)
