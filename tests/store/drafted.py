"""Made-up drafts, claimed and saved as the pipeline does."""

import datetime as dt
from typing import Any

from records.draft import Citation, Cited, Draft, Facts, Paragraph, Plain, Section, Trigger
from store.database import Store
from store.drafts import Claim, claim_draft, save_draft
from tests.store.made import NIGHT

DIGEST = "ab" * 32


def make_draft(name: str = "heimvik-1", **told: Any) -> Draft:
    """Return a draft of this id with one sourced sentence."""
    cited = Cited(text="Perehdytys", quote="Perehdytys", spans=((57, 67),), source=0)
    values: dict[str, Any] = {
        "id": name,
        "house": name.rpartition("-")[0] or "heimvik",
        "council": "Heimvik kommune",
        "language": "nb",
        "tag": "nb-NO",
        "country": "NO",
        "document": "saksframlegg",
        "trigger": Trigger(kind="watched", key="kuusiranta-abc-p1", made_at=NIGHT),
        "title": "Opplæring",
        "cover": (),
        "heading": (Plain(text="Opplæring"),),
        "head": Facts(facts=()),
        "sections": (Section(key="account", heading="Saksopplysninger", blocks=(Paragraph(line=(cited,)),)),),
        "closing": (),
        "sources": (Citation(council="Kuusirannan kaupunki", document_type="minutes", language="fi-FI"),),
    }
    return Draft(**{**values, **told})


def keep_draft(store: Store, claim: Claim, at: dt.datetime = NIGHT, path: str = "", **told: Any) -> Draft:
    """Claim and save a draft as a program that is not disturbed does."""
    draft = make_draft(claim.id, title=claim.title, **told)
    assert claim_draft(store, claim, at) is not None
    save_draft(store, draft, path or f"{claim.house}/{claim.id}.docx", DIGEST, at)
    return draft
