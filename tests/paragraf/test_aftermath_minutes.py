"""After the meeting, in minutes of other kinds: a page with a whole Norwegian meeting, a Swedish PDF."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.houses import load_house
from config.paths import own
from config.settings import DraftSettings, Settings
from config.wording import load_wording
from export.aftermath import tell_aftermath
from export.compare import forms_of, proposal_of
from paragraf.pipeline import run_sync
from paragraf.progress import Quiet
from paragraf.workshop import Workshop
from records.draft import Draft, Placeholder
from samples.council import Council
from samples.load import load_council, load_houses
from samples.server import SampleServer
from store.aftermaths import read_aftermath
from store.database import Store, open_store
from store.drafts import StoredDraft, get_draft_data, list_drafts
from tests.paragraf.conftest import NOW, SETTINGS

NORWEGIAN, SWEDISH = "protokoll.html", "protokoll-ks-2026-10-28.txt"


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    """Open an empty store, beside the demo's house profiles."""
    own("houses").mkdir(parents=True)
    for name, text in load_houses().items():
        own("houses", name).write_text(text, encoding="utf-8")
    with open_store(f"sqlite:///{home / 'paragraf.db'}", home / "pages") as store:
        yield store


def _sync(store: Store, house: str, council: str | Council, days: int = 0) -> StoredDraft:
    """Run a night with one council on the server; return the house's draft."""
    settings = Settings(fetch=SETTINGS.fetch, drafts=DraftSettings(watch=("siltavayla",)))
    workshop = Workshop(settings, store, (load_house(house),), lambda: NOW + dt.timedelta(days))
    with SampleServer(councils=[council]) as server:
        run_sync(workshop, server.sources, Quiet())
    (draft,) = (one for one in list_drafts(store, house=house) if one.trigger == "watched")
    return draft


def _points(draft: Draft, filled: str) -> list[str]:
    """Return the points of a draft, each placeholder filled."""
    forms = forms_of(load_wording(draft.language, draft.country).aftermath)
    return [
        f"{point.number}. " + " ".join(filled if word.gap else word.text for word in point.words)
        for point in proposal_of(draft, forms)
        if point.number
    ]


def _title(draft: Draft) -> str:
    return "".join("2027" if isinstance(piece, Placeholder) else piece.text for piece in draft.heading)


def _later(council: str, file: str, days: dict[str, str], text: str) -> Council:
    """Return a council whose minutes are of a later day, with this text."""

    def moved(told: str) -> str:
        for before, after in days.items():
            told = told.replace(before, after)
        return told

    told = load_council(council)
    pages = [
        page.model_copy(update={"path": moved(page.path), "head": moved(page.head)}) for page in told.pages
    ]
    source = told.source.model_copy(update={"pages": tuple(map(moved, told.source.pages))})
    texts = {**told.texts, file: moved(text)}
    return told.model_copy(update={"pages": tuple(pages), "source": source, "texts": texts})


def _between(text: str, start: str, end: str, put: str) -> str:
    """Return a text with what stands from `start` up to `end` replaced, the last such place."""
    at = text.rindex(start)
    return f"{text[:at]}{put}{text[text.index(end, at) :]}"


def test_a_norwegian_page_with_a_whole_meeting(store: Store) -> None:
    """Innstilling and vedtak stand in the same case of a long page; one point was added, one changed."""
    draft = get_draft_data(store, _sync(store, "granfjord", "siltavayla").id)
    assert draft is not None
    text = load_council("granfjord").texts[NORWEGIAN]
    text = text.replace("Opplæring av folkevalgte - temadager våren 2027", _title(draft))
    proposed, decided = (
        "".join(f"<p>{point}</p>" for point in (*_points(draft, filled), *more))
        for filled, more in (("varaordføreren", ()), ("ordføreren", ("4. Dagen strømmes.",)))
    )
    text = _between(text, "<p>1. Formannskapet vedtar", "<h2>PS 74/26", decided)
    text = _between(text, "<p>1. Formannskapet vedtar", "<p><b>Saksopplysninger", proposed)
    days = {"20.10.2026": "08.12.2026", "2026-10-20": "2026-12-08"}

    after = _sync(store, "granfjord", _later("granfjord", NORWEGIAN, days, text), days=25)

    told = read_aftermath(after)
    assert told is not None
    assert [after.verdict, after.state] == ["amended", "decided"]
    assert told.amended[-1] == 4
    lines = tell_aftermath(told, load_wording("nb", "NO"))
    assert lines[0].startswith("Utfall: vedtatt med endringer, punktene 2")
    assert lines[1].startswith("Formannskapet 8. desember 2026 sak 73/26")
    assert "  2. Formannskapet oppnevner [-varaordføreren-] [+ordføreren+] som deltakere." in lines
    assert "  4. [+Dagen strømmes.+]" in lines


def test_a_swedish_pdf_that_prints_the_decision_alone(store: Store) -> None:
    """The decision is laid beside the draft itself: what was filled in is told, and nothing was amended."""
    draft = get_draft_data(store, _sync(store, "alvasa", "siltavayla").id)
    assert draft is not None
    text = load_council("alvasa").texts[SWEDISH]
    text = text.replace("Utbildningsdag för förtroendevalda inför mandatperioden 2027–2030", _title(draft))
    points = "\n\n".join(_points(draft, "presidiet"))
    text = _between(text, "1. Kommunstyrelsen godkänner programmet", "## Reservation", f"{points}\n\n")

    after = _sync(store, "alvasa", _later("alvasa", SWEDISH, {"2026-10-28": "2026-12-09"}, text), days=25)

    told = read_aftermath(after)
    assert told is not None
    assert [after.verdict, told.prepared] == ["unchanged", ()]
    lines = tell_aftermath(told, load_wording("sv", "SE"))
    assert lines[0] == "Utfall: beslut enligt förslaget."
    assert lines[1].startswith("Kommunstyrelsen 9 december 2026 § 153")
    assert "  2. Kommunstyrelsen utser [=presidiet=] till deltagare." in lines
