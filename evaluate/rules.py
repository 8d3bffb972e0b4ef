"""Judges single values by the rule that read them: how sure it said it was, and whether it was right."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evaluate.alike import near_names, same_clock, same_when, shared_words
from evaluate.dates import pair_by_overlap
from evaluate.gold import GoldDocument, GoldProgramme, GoldSession
from evaluate.head import DECISION_FIELDS, same_field
from evaluate.programmes import fits_session, gold_topics
from records.document import DocumentRecord
from records.evidence import backing_of, kind_of
from records.programme import Programme

_WHEN = ("edtf", "start", "end", "time")
"""What tells when a session is: right or wrong together."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One value: what kind it is ("dates", "programmes.topics.code"), its rule, its confidence, its truth."""

    kind: str
    rule: str
    confidence: float
    right: bool


def judge_values(document: GoldDocument, record: DocumentRecord) -> Iterator[Judged]:
    """Yield every value of a record that the annotation can judge.

    Values of a programme are judged in relevant documents only; those that nobody annotated are not.
    """
    for pointer, right in _judgements(document, record):
        backing = backing_of(pointer, record.evidence)
        if backing:
            yield Judged(kind_of(pointer), backing.rule, backing.confidence, right)


def _judgements(document: GoldDocument, record: DocumentRecord) -> Iterator[tuple[str, bool]]:
    yield from _decision(document, record)
    yield from _dates(document, record)
    gold = document.gold.programme
    if document.relevant and gold:
        for index, programme in enumerate(record.programmes):
            for pointer, right in _programme(gold, programme):
                yield f"/programmes/{index}{pointer}", right


def _decision(document: GoldDocument, record: DocumentRecord) -> Iterator[tuple[str, bool]]:
    own, found = document.own_decision, record.decision
    if own is None or found is None:
        return
    for name in DECISION_FIELDS:
        want, got = getattr(own, name), getattr(found, name)
        if got is not None:
            yield f"/decision/{name}", bool(want) and same_field(name, want, str(got))


def _dates(document: GoldDocument, record: DocumentRecord) -> Iterator[tuple[str, bool]]:
    gold = document.gold.dates
    if gold is None:
        return
    partners = {j: gold[i] for i, j in pair_by_overlap(gold, record.dates)}
    for index, found in enumerate(record.dates):
        want = partners.get(index)
        value = want is not None and same_when(want, found) and same_clock(want.time, found.time)
        yield f"/dates/{index}", value
        if want is not None:
            role = "reference" if want.role == "other" else want.role
            yield f"/dates/{index}/role", role == found.role


def _programme(gold: GoldProgramme, found: Programme) -> Iterator[tuple[str, bool]]:
    topics = gold_topics(gold)
    for index, coded in enumerate(found.topics):
        yield f"/topics/{index}/code", coded.code in topics
    for index, coded in enumerate(found.audiences):
        yield f"/audiences/{index}/code", coded.code in gold.audiences
    names = [*gold.organisers, *gold.providers]
    for key, parties in (("organisers", found.organisers), ("providers", found.providers)):
        for index, named in enumerate(parties):
            yield f"/{key}/{index}/name", any(near_names(name, named.name) for name in names)
    yield from _sessions(gold.sessions, found)


def _sessions(gold: Sequence[GoldSession], found: Programme) -> Iterator[tuple[str, bool]]:
    for index, session in enumerate(found.sessions):
        fitting = [want for want in gold if fits_session(want, session)]
        for key in _WHEN:
            if getattr(session, key):
                yield f"/sessions/{index}/{key}", bool(fitting)
        if session.title and fitting:
            yield f"/sessions/{index}/title", any(shared_words(want.title, session.title) for want in fitting)
        if session.format and fitting:
            yield f"/sessions/{index}/format", any(want.format == session.format for want in fitting)
