"""Measures programmes: audiences, topics, sessions with their formats, organisers, cost."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from evaluate.alike import clock, content_words, near_names, same_when, shared_words
from evaluate.gold import GoldDocument, GoldProgramme, GoldSession
from evaluate.score import Count, Measured, Miss
from records.base import Span
from records.document import DocumentRecord
from records.programme import Coded, Named, Programme, Session

# Two sessions without a date are one when their titles share so many words, or all of a shorter one's.
SHARED_WORDS = 2


def measure_programmes(document: GoldDocument, record: DocumentRecord) -> Iterator[Measured]:
    """Yield the fields of a relevant document's programme, or the mistake of seeing one elsewhere.

    All programmes of the record are taken together, since an annotation tells one.
    """
    programmes = record.programmes
    if not document.relevant:
        seen = record.relevance.is_programme and bool(programmes)
        misses = tuple(Miss(None, programme.title or "-") for programme in programmes if seen)
        yield Measured("programme_on_irrelevant", Count(0, int(seen), 0), misses)
        return
    if (gold := document.gold.programme) is None:
        return
    yield _codes("audiences", set(gold.audiences), _audiences(programmes))
    yield _codes("topics", gold_topics(gold), _topics(programmes))
    yield from _sessions(gold, [session for one in programmes for session in one.sessions])
    yield _organisers(gold, programmes)
    yield from _cost(gold, programmes)


def _audiences(programmes: Sequence[Programme]) -> dict[str, Span]:
    own = [coded for one in programmes for coded in one.audiences]
    sessions = [session for one in programmes for session in one.sessions]
    return _placed(own, [(code, session.span) for session in sessions for code in session.audiences])


def _topics(programmes: Sequence[Programme]) -> dict[str, Span]:
    own = [coded for one in programmes for coded in one.topics]
    sessions = [session for one in programmes for session in one.sessions]
    return _placed(own, [(code, session.span) for session in sessions for code in session.topics])


def _placed(own: Sequence[Coded], of_sessions: Sequence[tuple[str, Span]]) -> dict[str, Span]:
    return dict(of_sessions) | {coded.code: coded.span for coded in own}


def gold_topics(gold: GoldProgramme) -> set[str]:
    """Return the topics of an annotated programme and its sessions."""
    return set(gold.topics) | {topic for session in gold.sessions for topic in session.topics}


def _codes(field: str, want: Collection[str], got: Mapping[str, Span]) -> Measured:
    both = set(want) & set(got)
    lost = [Miss(code, None) for code in sorted(set(want) - both)]
    extra = [Miss(None, code, got[code]) for code in sorted(set(got) - both)]
    return Measured(field, Count(len(both), len(got), len(set(want))), (*lost, *extra))


def _sessions(gold: GoldProgramme, found: Sequence[Session]) -> Iterator[Measured]:
    """Pair each annotated session, in order, with the fitting one of the most alike title."""
    left = list(found)
    lost = []
    for want in gold.sessions:
        fitting = [session for session in left if fits_session(want, session)]
        if not fitting:
            lost.append(Miss(_told(want), None))
            continue
        alike = [shared_words(want.title, one.title) for one in fitting]
        got = fitting[alike.index(max(alike))]
        left.remove(got)
        yield from _details(want, got)
    right = len(gold.sessions) - len(lost)
    extra = [Miss(None, _told(session), session.span) for session in left]
    yield Measured("sessions", Count(right, len(found), len(gold.sessions)), (*lost, *extra))


def fits_session(want: GoldSession, got: Session) -> bool:
    """Whether a session may be the annotated one: by days and clock, without a date by its title."""
    if not same_when(want, got) or clock(want.time) not in (None, clock(got.time)):
        return False
    if want.edtf or want.term_year:
        return True
    needed = min(SHARED_WORDS, len(content_words(want.title)) or 1)
    return shared_words(want.title, got.title) >= needed


def _details(want: GoldSession, got: Session) -> Iterator[Measured]:
    if want.format or got.format:
        right = want.format == got.format
        count = Count(int(right), int(bool(got.format)), int(bool(want.format)))
        yield Measured("formats", count, () if right else (Miss(want.format, got.format, got.span),))
    yield _codes("session_topics", want.topics, dict.fromkeys(got.topics, got.span))


def _told(session: GoldSession | Session) -> str:
    when = " ".join(filter(None, (session.edtf, session.time)))
    return f"{session.title or '-'} ({when or 'no date'})"


def _organisers(gold: GoldProgramme, programmes: Sequence[Programme]) -> Measured:
    """Organisers and providers together; one name in two inflections, or told twice, counts once."""
    want = [*gold.organisers, *gold.providers]
    got = [named for one in programmes for named in (*one.organisers, *one.providers)]
    lost = [Miss(name, None) for name in want if not any(near_names(name, one.name) for one in got)]
    extra = [Miss(None, one.name, one.span) for one in got if not _named(one, want)]
    right = min(len(want) - len(lost), len(got) - len(extra))
    return Measured("organisers", Count(right, right + len(extra), right + len(lost)), (*lost, *extra))


def _named(found: Named, names: Sequence[str]) -> bool:
    return any(near_names(name, found.name) for name in names)


def _cost(gold: GoldProgramme, programmes: Sequence[Programme]) -> Iterator[Measured]:
    want = gold.cost.amount if gold.cost else None
    told = next((one.cost for one in programmes if one.cost), None)
    got = told.amount if told else None
    if want is None and got is None:
        return
    right = want is not None and got == want
    count = Count(int(right), int(got is not None), int(want is not None))
    shown = [None if amount is None else f"{amount:g}" for amount in (want, got)]
    span = told.span if told else None
    yield Measured("cost", count, () if right else (Miss(shown[0], shown[1], span),))
