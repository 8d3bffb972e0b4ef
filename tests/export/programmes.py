"""Strategies: made-up documents whose every value is a token that stands in their text once."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from export.basis import Basis
from export.text import capital
from records.base import Span
from records.decision import Decision, Effective, Person
from records.document import DocumentRecord, Origin, Relevance
from records.evidence import Evidence
from records.programme import Coded, Cost, Named, Programme, Session

PERSON = "Qperson"
"""Begins the names of persons, which no draft may hold."""

TOPICS = ("municipal_law", "disqualification", "economy_and_budget", "other", "no_such_code")
AUDIENCES = ("all_elected", "new_members", "chairs", "other", "no_such_code")

_TIMES: tuple[dict[str, Any], ...] = (
    {},
    {"edtf": "2025-09-03", "time": "17:00/19:00"},
    {"edtf": "2025-08/2025-09"},
    {"edtf": "2026-21"},
    {"edtf": "XXXX-11-17", "time": "18:00"},
    {"term_year": 1, "month": 2},
    {"recurring": "P1Y"},
    {"start": dt.date(2025, 1, 1), "end": dt.date(2025, 3, 31)},
)


class _Page:
    """A text that grows by the words that are put into it, and the evidence for them."""

    def __init__(self, backed: Callable[[], bool]) -> None:
        self.text = ""
        self.evidence: dict[str, Evidence] = {}
        self._backed = backed
        self._count = 0

    def put(self, kind: str, *pointers: str) -> tuple[str, Span]:
        """Write a new token and say, for most pointers, that their value stands there."""
        self._count += 1
        token = f"Q{kind}{self._count}"
        start = len(self.text)
        self.text += f"{token}\n"
        span = (start, start + len(token))
        for pointer in pointers:
            if self._backed():
                self.evidence[pointer] = Evidence(spans=(span,), rule="made")
        return token, span


@st.composite
def documents(draw: st.DrawFn) -> DocumentRecord:
    """Draw a document with one programme; some of its values lack evidence."""
    page = _Page(lambda: draw(st.integers(0, 5)) > 0)
    decision = _decision(draw, page) if draw(st.booleans()) else None
    programme = _programme(draw, page, decision is not None)
    publisher, _ = page.put("publisher")
    return DocumentRecord(
        source=Origin(
            url=draw(st.sampled_from((None, "https://made.example/1"))),
            publisher=draw(st.sampled_from((None, publisher))),
            country=draw(st.sampled_from((None, "FI", "SE", "NO"))),
        ),
        document_type="minutes" if decision else "page",
        language=draw(st.sampled_from(("fi", "sv", "nb", "nn"))),
        text=page.text,
        relevance=Relevance(is_programme=True, score=1.0),
        decision=decision,
        programmes=(programme,),
        evidence=page.evidence,
    )


def _maybe(draw: st.DrawFn, page: _Page, kind: str, pointer: str) -> str | None:
    return page.put(kind, pointer)[0] if draw(st.booleans()) else None


def _decision(draw: st.DrawFn, page: _Page) -> Decision:
    words, span = page.put("decided", "/decision/decision", "/decision/effective", "/decision/outcome")
    origin = draw(st.sampled_from(("decision", "proposal")))
    return Decision(
        document_type="minutes",
        body=_maybe(draw, page, "body", "/decision/body"),
        meeting_date=draw(st.sampled_from((None, dt.date(2025, 2, 24)))),
        section=_maybe(draw, page, "section", "/decision/section"),
        title=_maybe(draw, page, "title", "/decision/title"),
        preparers=(Person(name=page.put("person", "/decision/preparers/0/name")[0]),),
        presenter=Person(name=page.put("person", "/decision/presenter/name")[0]),
        proposal=_maybe(draw, page, "proposal", "/decision/proposal"),
        decision=words,
        effective=draw(st.sampled_from((None, Effective(text=words, origin=origin, span=span)))),
        outcome=draw(st.sampled_from((None, "noted", "approved", "approved_amended", "other"))),
    )


def _programme(draw: st.DrawFn, page: _Page, decided: bool) -> Programme:
    at = "/programmes/0"
    named = [
        Named(name=name, span=span)
        for name, span in (page.put("name") for _ in range(draw(st.integers(0, 3))))
    ]
    cost, span = page.put("cost", f"{at}/costs/0/text")
    costs = (Cost(kind="participation", amount=None, currency=None, text=cost, span=span),)
    page.put("kind", f"{at}/kind")
    return Programme(
        title=_maybe(draw, page, "title", f"{at}/title"),
        kind=draw(st.sampled_from(("plan", "offer", "participation", "report", "calendar"))),
        decision=0 if decided else None,
        term=draw(st.sampled_from((None, "2025/2029", "2025-08-01/2029-05-31"))),
        organisers=tuple(named[:2]),
        providers=tuple(named[2:]),
        audiences=_coded(draw, page, AUDIENCES),
        topics=_coded(draw, page, TOPICS),
        sessions=tuple(
            _session(draw, page, f"{at}/sessions/{number}") for number in range(draw(st.integers(0, 3)))
        ),
        costs=draw(st.sampled_from(((), costs))),
    )


def _coded(draw: st.DrawFn, page: _Page, codes: tuple[str, ...]) -> tuple[Coded, ...]:
    return tuple(
        Coded(code=code, span=page.put("code")[1])
        for code in draw(st.lists(st.sampled_from(codes), max_size=4))
    )


def _session(draw: st.DrawFn, page: _Page, at: str) -> Session:
    _, span = page.put("session", f"{at}/edtf", f"{at}/topics/0")
    return Session(
        title=_maybe(draw, page, "title", f"{at}/title"),
        place=_maybe(draw, page, "place", f"{at}/place"),
        format=draw(st.sampled_from((None, "online", "in_person"))),
        duration_hours=draw(st.sampled_from((None, 1.5))),
        registration_deadline=draw(st.sampled_from((None, "2025-08-20", "soon"))),
        topics=tuple(draw(st.lists(st.sampled_from(TOPICS), max_size=2))),
        organisers=tuple(
            page.put("name", f"{at}/organisers/{number}")[0] for number in range(draw(st.integers(0, 2)))
        ),
        span=span,
        **draw(st.sampled_from(_TIMES)),
    )


OWN_TO_A_PRECEDENT = re.compile(r"Zaida|Zimt|Zenit|Zolma|[\w.]+@|www")
"""What no text that is carried over may hold, apart from digits."""

_PLAIN = ("koulutus", "kurs", "alle", "for", "och", "som", "järjestetään", "är", "og", "ny", "rolle")
_OWN = (
    "Zaida Zimt",
    "Zenit",
    "Zolmassa",
    "2025-09-03",
    "3.9.2025 klo 17-19",
    "12 000 euroa",
    "kr 500,-",
    "§ 12",
    "45/2024",
    "x.y@made.example",
    "www.made.example/1",
    "2023–2027",
    "½",
)
_ENDS = (".", ".", ".", ".\n", "!", ":", "\n\n")


@st.composite
def precedents(draw: st.DrawFn, language: str) -> list[Basis]:
    """Draw one to three precedents with running text that is full of what is theirs alone.

    Most are in `language`, the others in any.
    """
    return [_precedent(draw, number, language) for number in range(draw(st.integers(1, 3)))]


def _precedent(draw: st.DrawFn, number: int, language: str) -> Basis:
    record = draw(documents())
    words = st.sampled_from((*_PLAIN * 5, *_OWN))
    told = st.tuples(st.lists(words, min_size=3, max_size=12), st.sampled_from(_ENDS))
    sentences = draw(st.lists(told, min_size=1, max_size=6))
    prose = " ".join(f"{capital(' '.join(each))}{end}" for each, end in sentences)
    text, start = f"{record.text}{prose}", len(record.text)
    programme = record.programmes[0]
    anchored = {
        "topics": (*programme.topics, Coded(code="municipal_law", span=(start, len(text)))),
        "organisers": (*programme.organisers, Named(name="Zenit", span=(0, 1))),
        "sessions": (*programme.sessions, Session(title=None, place="Zolma", span=(0, 1))),
    }
    changed = {
        "text": text,
        "language": draw(st.sampled_from((language, language, record.language))),
        "programmes": (programme.model_copy(update=anchored),),
        "source": record.source.model_copy(update={"publisher": "Zenits kommun"}),
    }
    people = tuple((found.start(), found.end()) for found in re.finditer("Zaida Zimt", text))
    return Basis(str(number), record.model_copy(update=changed), draw(st.sampled_from((0, 0, None))), people)
