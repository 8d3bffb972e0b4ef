"""Made-up minutes of a home council, as extraction would hand them on."""

import datetime as dt
from collections.abc import Mapping

from config.wording import Wording
from export.compare import compare_minutes, forms_of
from export.difference import words_of_text
from export.draft import draft_programme
from records.aftermath import Aftermath, Minuted
from records.decision import Decision, Effective, Outcome
from records.document import DocumentRecord, Origin, Relevance
from records.draft import Draft
from records.evidence import Evidence
from records.item import DocumentType
from tests.export.houses import own_house, words_of
from tests.export.made import TRIGGER, basis_of, finnish_record, names_in

DAY = dt.date(2026, 1, 19)
PROPOSAL = """Kunnanhallitus päättää
1. hyväksyä luottamushenkilöiden koulutusohjelman vuosille 2026–2027
2. varata koulutukseen 6 400 euroa hallintopalvelujen määrärahasta
3. antaa hallintopäällikölle tehtäväksi järjestää koulutukset."""
AMENDED = (
    PROPOSAL.replace("päättää", "päätti yksimielisesti")
    .replace("6 400", "5 000")
    .replace("koulutukset.", "koulutukset\n4. että koulutukset järjestetään myös etäyhteydellä.")
)


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


def drafted(layout: str = "finland-fi") -> tuple[Draft, Wording]:
    """Return the draft that a programme gives a house of a layout, and the words of its language."""
    house = own_house(layout)
    wording = words_of(house)
    basis = basis_of(finnish_record())
    return draft_programme(basis, house, wording, names_in(house.language), TRIGGER), wording


def compared(record: DocumentRecord, edited: str = "") -> Aftermath:
    """Return what an item made of the Finnish draft, with a proposal that a clerk edited."""
    draft, wording = drafted()
    forms = forms_of(wording.aftermath)
    points = words_of_text(edited, ((0, len(edited)),), forms)
    return compare_minutes(draft, minuted(record), record, forms, points)
