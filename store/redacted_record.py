"""Knows how a record is overwritten together with its text, so that every value still equals its quote."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from records.base import Span
from records.document import DocumentRecord
from records.evidence import Evidence
from store.redacted import overwrite

Find = Callable[[str], tuple[Span, ...]]
"""Finds personal data in a stretch of text."""

Json = Any
"""A value as JSON has it."""

_SAID = frozenset(
    {
        "text",
        "name",
        "role",
        "title",
        "proposal",
        "decision",
        "place",
        "organisers",
        "values",
    }
)
"""Keys of values that are words of the document; all others are codes, days, numbers and addresses."""

_CODES = frozenset({"pointer", "kind"})
"""Keys of what changed between versions that hold no words."""

_SPARED = frozenset({"body", "case_number", "section", "meeting_date"})
"""Keys of values that are never personal: what looks like a phone number there is none."""


@dataclass(frozen=True, slots=True)
class _Texts:
    """A record's text before and after, and the backing of its values."""

    before: str
    after: str
    evidence: dict[str, Evidence]
    find: Find
    everything: bool = False


def overwrite_record(record: DocumentRecord, find: Find) -> tuple[DocumentRecord, int]:
    """Return a record in which what `find` finds is overwritten, and how many stretches of text that were."""
    spans = personal_spans(record, find)
    texts = _Texts(record.text, overwrite(record.text, spans), record.evidence, find)
    plain = record.model_dump(mode="json", exclude={"text", "evidence"})
    told = _value(plain, "", texts, said=False)
    evidence = {
        pointer: {**backing.model_dump(mode="json"), "rule": overwrite_words(backing.rule, find)}
        for pointer, backing in record.evidence.items()
    }
    return DocumentRecord.model_validate({**told, "text": texts.after, "evidence": evidence}), len(spans)


def personal_spans(record: DocumentRecord, find: Find) -> list[Span]:
    """Return the personal data of a record's text, but for days, case numbers and bodies that look so."""
    spared = [date.span for date in record.dates]
    for pointer, backing in record.evidence.items():
        if pointer.rpartition("/")[2] in _SPARED:
            spared += backing.spans
    return [span for span in find(record.text) if not _touches(span, spared)]


def overwrite_words(value: Json, find: Find) -> Json:
    """Return a JSON value with personal data overwritten in all its texts, at any depth."""
    return _value(value, "", _Texts("", "", {}, find, everything=True), said=True)


def _touches(span: Span, others: Sequence[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def _value(value: Json, pointer: str, texts: _Texts, span: Span | None = None, *, said: bool) -> Json:
    """Return a value below a pointer as it reads afterwards; `span` stands beside it, `said` tells words."""
    if isinstance(value, dict):
        beside = value.get("span")
        return {
            key: _value(each, f"{pointer}/{key}", texts, beside, said=_is_said(key, texts))
            for key, each in value.items()
        }
    if isinstance(value, list):
        return [_value(each, f"{pointer}/{place}", texts, said=said) for place, each in enumerate(value)]
    return _words(value, pointer, texts, span) if isinstance(value, str) and said else value


def _is_said(key: str, texts: _Texts) -> bool:
    return key in _SAID or (texts.everything and key not in _CODES)


def _words(value: str, pointer: str, texts: _Texts, span: Span | None) -> str:
    """Return words as their quote reads afterwards, or overwritten for themselves where they are no quote."""
    backing = texts.evidence.get(pointer)
    for spans in ((tuple(span),) if span else (), backing.spans if backing else ()):
        before, after = (_quote(text, spans) for text in (texts.before, texts.after))
        if spans and before == value:
            return after
        if spans and _plain(before) == value:
            return _plain(after)
    return overwrite(value, texts.find(value))


def _quote(text: str, spans: Sequence[Sequence[int]]) -> str:
    return " ".join(text[start:end] for start, end in spans)


def _plain(text: str) -> str:
    return " ".join(text.split())
