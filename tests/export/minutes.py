"""Made-up minutes of a home council, as extraction would hand them on."""

import datetime as dt
from collections.abc import Mapping

from records.aftermath import Minuted
from records.decision import Decision, Effective, Outcome
from records.document import DocumentRecord, Origin, Relevance
from records.evidence import Evidence
from records.item import DocumentType

DAY = dt.date(2026, 1, 19)


def minuted(record: DocumentRecord, item: str = "own:main:1") -> Minuted:
    """Return where a record's item was handled."""
    decision = record.decision
    assert decision is not None
    return Minuted(
        item=item,
        version=1,
        document_type=record.document_type,
        council="Lehtorannan kunta",
        body=decision.body,
        meeting_date=decision.meeting_date,
        section=decision.section,
        case_number=decision.case_number,
        title=decision.title,
        url="https://lehtoranta.example/item/1",
    )


def minutes_of(
    *,
    title: str = "Luottamushenkilöiden koulutusohjelma 2026",
    proposal: str | None = None,
    decision: str | None = None,
    outcome: Outcome | None = None,
    stands: bool = False,
    kind: DocumentType = "minutes",
    told: Mapping[str, str | None] | None = None,
) -> DocumentRecord:
    """Return an item with these parts; with `stands` the decision is what the proposal says."""
    parts = {"title": title, "proposal": proposal, "decision": decision}
    text = "\n\n".join(part for part in parts.values() if part)
    evidence = {
        f"/decision/{name}": Evidence(
            spans=((text.rindex(part), text.rindex(part) + len(part)),), rule="made"
        )
        for name, part in parts.items()
        if part
    }
    effective = None
    if decision and outcome not in ("tabled", "returned"):
        origin = "proposal" if stands else "decision"
        span = evidence[f"/decision/{origin}"].spans[0]
        effective = Effective.model_validate({"text": text[slice(*span)], "from": origin, "span": span})
    known = {"body": "Kunnanhallitus", "section": "12", "case_number": "31/01.03.00/2026", **(told or {})}
    return DocumentRecord(
        source=Origin(publisher="Lehtorannan kunta"),
        document_type=kind,
        language="fi",
        text=text,
        relevance=Relevance(is_programme=True, score=0.9),
        decision=Decision.model_validate(
            {
                **{name: part and " ".join(part.split()) for name, part in parts.items()},
                **known,
                "document_type": kind,
                "meeting_date": DAY,
                "effective": effective,
                "outcome": outcome,
            }
        ),
        evidence=evidence,
    )
