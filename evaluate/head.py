"""Measures what a document says of itself: relevance, language, and the decision of a meeting's item."""

import re
from collections.abc import Iterator

from evaluate.alike import plain, same_section, same_text
from evaluate.gold import GoldDecision, GoldDocument
from evaluate.score import Count, Measured, Miss
from records.base import Span
from records.decision import Decision
from records.document import DocumentRecord

# Annotations hold the first words of a proposal or decision; so many characters are compared.
FIRST_CHARACTERS = 50
_LONG = ("proposal", "decision")
DECISION_FIELDS = (
    "body", "meeting_date", "section", "case_number", "title", "outcome", "proposal", "decision",
)  # fmt: skip


def measure_head(document: GoldDocument, record: DocumentRecord) -> Iterator[Measured]:
    """Yield relevance, language, and the decision's fields or the mistake of seeing one on a page."""
    yield _relevance(document, record)
    yield _one("language", document.lang, record.language, document.lang == record.language, always=True)
    if not document.has_decision:
        return
    if (own := document.own_decision) is None:
        yield _decision_on_a_page(record.decision)
        return
    for name in DECISION_FIELDS:
        yield _decision_field(name, getattr(own, name), _told(record.decision, name), document.text)
    yield _preparer(own, record.decision, document.text)
    if own.doc_type:
        found = record.document_type
        yield _one("document_type", own.doc_type, found, own.doc_type == found, always=True)


def _relevance(document: GoldDocument, record: DocumentRecord) -> Measured:
    want, got = document.relevant, record.relevance.is_programme
    count = Count(int(want and got), int(got), int(want))
    score = f"{got}, score {record.relevance.score}"
    return Measured("relevance", count, () if want == got else (Miss(str(want), score),))


def _decision_on_a_page(found: Decision | None) -> Measured:
    """Count a decision seen where there is none; a body or title alone does no harm."""
    seen = found and (found.proposal or found.decision or found.section)
    misses = (Miss(None, str(seen)),) if seen else ()
    return Measured("decision_on_a_page", Count(0, int(bool(seen)), 0), misses)


def _told(decision: Decision | None, name: str) -> str | None:
    value = getattr(decision, name, None)
    return None if value is None else str(value)


def _decision_field(name: str, want: str | None, got: str | None, text: str) -> Measured:
    right = bool(want and got) and same_field(name, want or "", got)
    span = _place(want or got, text)
    return _one(name, want, got, right, span=span)


def same_field(name: str, want: str, got: str | None) -> bool:
    """Whether a field of the decision is the annotated one."""
    if name == "section":
        return same_section(want, got)
    return same_text(want, got, FIRST_CHARACTERS if name in _LONG else None)


def _preparer(own: GoldDecision, found: Decision | None, text: str) -> Measured:
    """A preparer is right when one of the names found stands within the annotated one."""
    names = [person.name for person in found.preparers] if found else []
    want = own.preparer
    right = bool(want) and any(plain(name) and plain(name) in plain(want) for name in names)
    return _one("preparer", want, "; ".join(names) or None, right, span=_place(want, text))


def _one(
    name: str,
    want: str | None,
    got: str | None,
    right: bool,
    *,
    always: bool = False,
    span: Span | None = None,
) -> Measured:
    """Count a field that a document has once; `always` for one that every document has."""
    count = Count(int(right), int(always or bool(got)), int(always or bool(want)))
    missed = not right and (count.found or count.there)
    return Measured(name, count, (Miss(want, got, span),) if missed else ())


def _place(value: str | None, text: str) -> Span | None:
    """Return where the text tells a value for the first time, for the context of a miss."""
    words = [re.escape(word) for word in (value or "").split()[:8]]
    match = re.search(r"\s+".join(words), text) if words else None
    return match.span() if match else None
