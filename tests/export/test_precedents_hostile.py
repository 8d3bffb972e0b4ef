"""Drafts from precedents whose text means harm, or is only very much of it."""

import datetime as dt

import pytest

from export.basis import Basis
from export.text import fit, fold
from records.base import Span
from records.decision import Decision, Effective
from records.document import DocumentRecord, Origin, Relevance
from records.draft import Cited, Draft, Placeholder
from records.evidence import Evidence
from records.programme import Programme, Session
from tests.export.houses import own_house
from tests.export.reading import draft_from, lines_of, table_of

FINLAND = own_house("finland-fi")


def _record(text: str, titles: list[Span]) -> DocumentRecord:
    """Return a document whose whole text is background, proposal and a programme with these titles."""
    day = dt.date(2025, 9, 3)
    sessions = tuple(
        Session(title=fold(text[start:end]), edtf="2025-09-03", start=day, end=day, span=(start, end))
        for start, end in titles
    )
    evidence = {
        f"/programmes/0/sessions/{number}/title": Evidence(spans=(span,), rule="made")
        for number, span in enumerate(titles)
    }
    return DocumentRecord(
        source=Origin(publisher="Lehtorannan kunta", country="FI"),
        document_type="minutes",
        language="fi",
        text=text,
        relevance=Relevance(is_programme=True, score=1),
        decision=Decision(
            document_type="minutes",
            body="Kunnanhallitus",
            effective=Effective(text=text[:80], origin="proposal", span=(0, min(len(text), 80))),
        ),
        programmes=(Programme(title=None, kind="plan", decision=0, sessions=sessions),),
        evidence=evidence,
    )


def _assert_sound(draft: Draft, record: DocumentRecord) -> None:
    for piece in draft.pieces():
        assert piece.text == fit(piece.text)
        if isinstance(piece, Cited) and piece.precedent:
            assert not any(map(str.isnumeric, piece.text))
    for each in draft.cited():
        assert each.quote == " … ".join(fold(record.text[start:end]) for start, end in each.spans)


@pytest.mark.parametrize(
    "text",
    [
        "<w:p>&lt;script&gt; {{ 7*7 }} {% if x %}</w:p> on kurssin nimi kaikille.",
        '=HYPERLINK("http://paha.example";"x") on kurssin nimi { TOC } kaikille.',
        "Kurssi\x00in\x0b ni\x1fmi \u202eelloot\u202c on 🎓🎉 kaikille.",
        "Kurssi\n\n\njonka nimi\r\non ”katkennut\nkeskeltä” ja jatkuu kaikille.",
        "K" * 300 + " on kurssin nimi kaikille.",
        "Kurssi numero ①②③ ja ½ ja Ⅳ on tarkoitettu kaikille.",
        "e\u0301" * 200 + " on nimi.",
        "\u00a0\u2003\u200b",
        "§ § § 1 § 2 §§ 3–4 §",
        ". . . ! ? . . .",
        "",
    ],
)
def test_no_text_breaks_a_draft(text: str) -> None:
    """Whatever stands in a precedent, quotes are exact, and nothing that a document may not hold goes in."""
    record = _record(f"Otsikko\n{text}\n", [(8, 8 + len(text))] if text else [])

    _assert_sound(draft_from(FINLAND, [Basis("a", record, 0)]), record)


def test_two_thousand_sessions_are_two_thousand_rows() -> None:
    """Each has its row, and its time is listed at the end."""
    text, titles = "", []
    for number in range(2000):
        start = len(text)
        text += f"Ilta aiheesta {'talous' * 10}{number}"
        titles.append((start, len(text)))
        text += " on kaikille.\n"
    record = _record(text, titles)
    draft = draft_from(FINLAND, [Basis("a", record, 0)])

    assert len(table_of(draft).rows) == 2000
    _assert_sound(draft, record)


def test_a_title_without_end_is_to_be_filled_in() -> None:
    """What is longer than any title stands as a hint alone, cut in the list at the end."""
    text = "Kurssi " + "pitkä " * 5000
    record = _record(text, [(0, len(text))])
    draft = draft_from(FINLAND, [Basis("a", record, 0)])
    content = table_of(draft).rows[0][1].lines[0]

    assert [piece.key for piece in content if isinstance(piece, Placeholder)] == ["content"]
    assert max(map(len, lines_of(draft, "fill"))) < 1000
