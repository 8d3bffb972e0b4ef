"""spaCy's component for dates: the record's own findings in a Doc."""

import pytest
import spacy
from spacy.tokens import Doc

from config.languages import load_language
from extract.date_context import DateContext
from extract.dates import find_dates
from tests.extract.made_up import item

TEXT = "Koulutus pidetään 3.9. klo 17–19.\nIlmoittaudu viimeistään 20.8.2026."


def _doc(code: str, text: str, **config: str) -> Doc:
    pipeline = spacy.blank(code)
    pipeline.add_pipe("paragraf_dates", config=config)
    return pipeline(text)


def test_spans_cover_tokens_and_findings_are_exact() -> None:
    """A blank pipeline of spaCy's own tokens holds each date, labelled by its role."""
    doc = _doc("fi", TEXT, anchor="2026-03-02")
    first, second = doc.spans["dates"]

    assert first._.paragraf.text == "3.9. klo 17–19" in first.text
    assert (first._.paragraf.edtf, first._.paragraf.time) == ("2026-09-03", "17:00/19:00")
    assert (second.label_, second._.paragraf.edtf) == ("deadline", "2026-08-20")
    assert TEXT[slice(*second._.paragraf.span)] == "20.8.2026"


@pytest.mark.parametrize(
    ("code", "text", "edtf"),
    [
        ("fi", "Seminaari on syyskuun 3. päivänä 2026.", "2026-09-03"),
        ("sv", "Kursen hålls den 3 september 2026.", "2026-09-03"),
        ("nb", "Kurset holdes 3. september 2026.", "2026-09-03"),
        ("nn", "Kurset er 3. september 2026.", "2026-09-03"),
    ],
)
def test_every_language_has_its_component(code: str, text: str, edtf: str) -> None:
    """By its code alone."""
    doc = _doc(code, text)
    assert [span._.paragraf.edtf for span in doc.spans["dates"]] == [edtf]


def test_the_component_finds_what_the_record_does() -> None:
    """Both call the same function."""
    told = [found.value for found in find_dates(item(TEXT), load_language("fi"), None, DateContext())]
    doc = _doc("fi", TEXT)
    assert [span._.paragraf for span in doc.spans["dates"]] == told


def test_two_dates_in_one_token_keep_their_own_findings() -> None:
    """Glued text gives two spans over the same token."""
    pipeline = spacy.blank("fi")
    pipeline.tokenizer = lambda text: Doc(pipeline.vocab, words=text.split(" "))
    pipeline.add_pipe("paragraf_dates")
    doc = pipeline("Koulutus 3.9.2026/4.10.2026 jatkuu")
    assert [span._.paragraf.edtf for span in doc.spans["dates"]] == ["2026-09-03", "2026-10-04"]


def test_a_doc_with_dates_can_be_stored() -> None:
    """The findings travel with it, and other spans have none."""
    doc = _doc("sv", "Kurs 3.9.2026.")
    stored = Doc(doc.vocab).from_bytes(doc.to_bytes())
    assert [span._.paragraf for span in stored.spans["dates"]] == [
        span._.paragraf for span in doc.spans["dates"]
    ]
    assert doc[0:1]._.paragraf is None


def test_events_found_before_tell_sessions() -> None:
    """With `paragraf_events` in front, a day beside a training is a session's."""
    pipeline = spacy.blank("fi")
    pipeline.add_pipe("paragraf_events")
    pipeline.add_pipe("paragraf_dates", config={"relevant": True})
    doc = pipeline("Valtuustoseminaari 3.9.2026 kaupungintalolla.")
    [span] = doc.spans["dates"]
    assert span.label_ == "session"


def test_nothing_in_an_empty_text() -> None:
    """The key is there all the same."""
    assert list(_doc("nn", "").spans["dates"]) == []
