"""A made-up annotated document and the record that tells the same, to be bent by tests."""

from typing import Any

from evaluate.gold import GoldDocument
from records.document import DocumentRecord

TEXT = (
    "Kunnanhallitus 02.03.2026 § 14\nKUUSI/21/2026\nValtuutettujen koulutus\n"
    "Koulutus pidetään 3.9.2026 klo 17–19. Ehdotus: Hyväksytään ohjelma."
)


def _span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def gold(**changes: Any) -> GoldDocument:
    """Return the annotation, with keys of its `gold` or of the document changed."""
    findings: dict[str, Any] = {
        "decision": {
            "body": "Kunnanhallitus",
            "meeting_date": "2026-03-02",
            "section": "14",
            "title": "Valtuutettujen koulutus",
            "proposal": "Hyväksytään ohjelma",
            "doc_type": "agenda",
        },
        "dates": [
            _gold_date("02.03.2026", "2026-03-02", "meeting"),
            _gold_date("3.9.2026 klo 17–19", "2026-09-03", "session") | {"time": "17:00/19:00"},
        ],
        "programme": {
            "title": "Koulutus",
            "organisers": ["Kunnanhallitus"],
            "providers": [],
            "audiences": ["council"],
            "topics": ["strategy"],
            "sessions": [
                {
                    "title": "Valtuutettujen koulutus",
                    "edtf": "2026-09-03",
                    "time": "17:00/19:00",
                    "topics": [],
                }
            ],
            "cost": None,
        },
    }
    document = {key: changes.pop(key) for key in ("lang", "relevant", "text") if key in changes}
    told = {"key": "fi-001", "path": "fi/001.json", "lang": "fi", "relevant": True, "text": TEXT}
    return GoldDocument.model_validate(told | document | {"gold": findings | changes})


def record(**changes: Any) -> DocumentRecord:
    """Return a record in which everything is right, with its keys changed."""
    told: dict[str, Any] = {
        "source": {"path": "fi/001.json"},
        "document_type": "agenda",
        "language": "fi",
        "text": TEXT,
        "relevance": {"is_programme": True, "score": 0.9},
        "decision": {
            "document_type": "agenda",
            "body": "Kunnanhallitus",
            "meeting_date": "2026-03-02",
            "section": "14",
            "title": "Valtuutettujen koulutus",
            "proposal": "Hyväksytään ohjelma.",
        },
        "dates": [
            {"text": "02.03.2026", "span": _span("02.03.2026"), "edtf": "2026-03-02", "role": "meeting"},
            {
                "text": "3.9.2026 klo 17–19",
                "span": _span("3.9.2026 klo 17–19"),
                "edtf": "2026-09-03",
                "time": "17:00/19:00",
                "role": "session",
            },
        ],
        "programmes": [programme()],
        "evidence": {
            "/decision/body": _backing("Kunnanhallitus"),
            "/decision/meeting_date": _backing("02.03.2026"),
            "/decision/section": _backing("14"),
            "/decision/title": _backing("Valtuutettujen koulutus"),
            "/decision/proposal": _backing("Hyväksytään ohjelma."),
        },
    }
    return DocumentRecord.model_validate(told | changes)


def programme(**changes: Any) -> dict[str, Any]:
    """Return the record's programme, with keys changed."""
    whole = _span("Koulutus pidetään 3.9.2026 klo 17–19.")
    told = {
        "title": "Koulutus",
        "kind": "plan",
        "organisers": [{"name": "Kunnanhallitus", "span": _span("Kunnanhallitus")}],
        "audiences": [{"code": "council", "span": whole}],
        "topics": [{"code": "strategy", "span": whole}],
        "sessions": [session()],
    }
    return told | changes


def session(**changes: Any) -> dict[str, Any]:
    """Return the programme's session, with keys changed."""
    told = {
        "title": "Valtuutettujen koulutus",
        "edtf": "2026-09-03",
        "time": "17:00/19:00",
        "span": _span("Koulutus pidetään"),
    }
    return told | changes


def _gold_date(text: str, edtf: str, role: str) -> dict[str, Any]:
    return {"text": text, "start": TEXT.index(text), "edtf": edtf, "time": None, "role": role}


def _backing(words: str) -> dict[str, Any]:
    return {"spans": [_span(words)], "rule": "made"}
