"""Chooses what of a precedent in the house's own language is carried over, sentence by sentence."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice

from export.brief import Brief
from export.precedent import carry, is_telling
from export.precedent_text import Passage, find_passages, find_points, label_kinds
from export.text import merge_spans, overlaps, touches
from records.base import Span
from records.document import decision_pointer
from records.draft import Cited, Line, Placeholder

_MOST_GAPS = 3
_MOST_POINTS = 12
# characters that are carried over at most, of the house's own precedents and of others'
_ROOM, _ROOM_FOR_OTHERS = 2400, 1200
_CLOSED = re.compile(r"[.!][”»\"')]?$")
_QUOTES = "“”«»\"'("
_LAYOUT = re.compile(r"[|\t]|[^\S\n]{3}|[.…_-]{4}")
_WORD = re.compile(r"[^\W\d_]{2,}")
_FEWEST_WORDS, _FEWEST_KEPT, _LONGEST = 4, 3, 400
_TOLD_APART = ("proposal", "decision", "handlings", "preparers", "presenter", "title")


def carried_background(brief: Brief) -> list[list[Line]]:
    """Return the paragraphs that tell of the programme, each as its sentences, within a page's room.

    Those with a value of the programme come first; of others' pages no other ones are taken. What is
    told apart (the proposal and decision, costs under a heading of their own) stays out.
    """
    text, anchors = brief.source.record.text, _anchors(brief)
    passages = list(find_passages(text, _zone(brief, anchors), label_kinds(brief.language.decision.labels)))
    near = [passage for passage in passages if touches(anchors, passage.span)]
    others = [passage for passage in passages if not touches(anchors, passage.span)] if brief.is_own else []
    room, apart = _ROOM if brief.is_own else _ROOM_FOR_OTHERS, _apart(brief, *_TOLD_APART)
    if "economy" in brief.house.impacts:
        apart = merge_spans((*apart, *(cost.span for cost in brief.programme.costs)))
    titles = _titles(brief)
    chosen: dict[Span, list[Line]] = {}
    for passage in (*near, *others):
        lines = list(_carried(brief, passage, apart, titles))
        size = sum(len(piece.text) for line in lines for piece in line)
        if lines and size <= room:
            chosen[passage.span] = lines
            room -= size
    return [chosen[span] for span in sorted(chosen)]


def carried_proposal(brief: Brief) -> list[Line]:
    """Return the points of the precedent's proposal, or else of what was decided.

    None when one of them tells what the law says, or when they are very many: some of them alone would
    propose something else.
    """
    decision = brief.decision
    if decision is None:
        return []
    evidence = brief.source.record.evidence.get(f"{brief.decision_pointer}/proposal")
    spans: Iterable[Span] = evidence.spans if evidence else ()
    if not spans and decision.effective:
        spans = (decision.effective.span,)
    every = (point for span in spans for point in find_points(brief.source.record.text, span))
    points = list(islice(every, _MOST_POINTS + 1))
    if len(points) > _MOST_POINTS:
        return []  # what was cut off would make it another proposal
    if any(_tells_law(brief, point) for point in points):
        return []
    lines = [carry(brief.source, brief.stale, point, brief.wording) for point in points]
    return [line for line in lines if line and is_telling(line, _MOST_GAPS + 1)]


def carried_costs(brief: Brief) -> list[Line]:
    """Return the sentences that tell of costs, but those of the proposal."""
    costs = merge_spans(cost.span for cost in brief.programme.costs)
    passages = (Passage(tuple(find_points(brief.source.record.text, _line(brief, cost)))) for cost in costs)
    apart = _apart(brief, "proposal", "decision", "effective")
    found = dict.fromkeys(
        sentence
        for passage in passages
        for sentence in passage.sentences
        if touches(costs, sentence) and not (touches(apart, sentence) or _tells_law(brief, sentence))
    )
    lines = [carry(brief.source, brief.stale, span, brief.wording) for span in found]
    return [line for line in lines if line and is_telling(line, _MOST_GAPS) and not _is_motion(line)]


def _is_motion(line: Line) -> bool:
    """Tell whether somebody by name is the subject of a sentence: what a member moved tells of no costs."""
    first = line[0]
    return isinstance(first, Placeholder) and first.key in {"name", "person"}


def _titles(brief: Brief) -> list[Span]:
    """Return where the titles of sessions stand."""
    evidence = brief.source.record.evidence
    pointers = (f"{brief.pointer}/sessions/{number}/title" for number in range(len(brief.programme.sessions)))
    return merge_spans(span for each in pointers if each in evidence for span in evidence[each].spans)


def _line(brief: Brief, span: Span) -> Span:
    text = brief.source.record.text
    end = text.find("\n", span[1])
    return text.rfind("\n", 0, span[0]) + 1, len(text) if end < 0 else end


def _carried(brief: Brief, passage: Passage, apart: list[Span], titles: list[Span]) -> Iterator[Line]:
    text = brief.source.record.text
    for start, end in passage.sentences:
        if _tells_law(brief, (start, end)):
            return  # what follows may rest on it
        if touches(apart, (start, end)) or not _is_prose(text[start:end]):
            continue
        line = carry(brief.source, brief.stale, (start, end), brief.wording)
        if is_telling(line, _MOST_GAPS) and _says_more(line, text, overlaps(titles, (start, end))):
            yield line


def _says_more(line: Line, text: str, titles: Iterable[Span]) -> bool:
    """Tell whether a sentence says more than a row of the table does: a session's title and its time."""
    kept = sum(_count(piece.text) for piece in line if isinstance(piece, Cited))
    return kept - sum(_count(text[start:end]) for start, end in titles) >= _FEWEST_KEPT


def _count(text: str) -> int:
    return len(_WORD.findall(text))


def _tells_law(brief: Brief, span: Span) -> bool:
    beginnings = _beginnings(brief.wording.precedent.law)
    return bool(beginnings.search(brief.source.record.text[slice(*span)].casefold()))


@lru_cache(maxsize=16)
def _beginnings(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})" if words else r"(?!)")


def _is_prose(sentence: str) -> bool:
    if len(sentence) > _LONGEST or _LAYOUT.search(sentence) or not _CLOSED.search(sentence):
        return False
    return sentence.lstrip(_QUOTES)[:1].isupper() and _count(sentence) >= _FEWEST_WORDS


def _anchors(brief: Brief) -> list[Span]:
    """Return where the values of the programme stand, in order."""
    below = f"{brief.pointer}/"
    record = brief.source.record
    found = {
        span
        for pointer, evidence in record.evidence.items()
        if pointer.startswith(below) and not pointer.endswith(("/kind", "/title", "/term"))
        for span in evidence.spans
    }
    programme = brief.programme
    found.update(named.span for named in (*programme.organisers, *programme.providers))
    found.update(coded.span for coded in (*programme.topics, *programme.audiences))
    found.update(session.span for session in programme.sessions)
    found.update(cost.span for cost in programme.costs)
    return merge_spans(span for span in found if span[0] < span[1])


def _zone(brief: Brief, anchors: list[Span]) -> Span:
    """Return the stretch of the item that the programme stands in: from its title to the next item's."""
    record, at = brief.source.record, brief.decision_pointer
    if brief.decision is None:
        return 0, len(record.text)
    pointers = tuple(map(decision_pointer, range(len(record.decisions))))
    starts = {pointer: _starts(brief, pointer) for pointer in pointers}
    start = min(starts[at], default=0)
    later = [first for pointer in pointers if pointer != at for first in starts[pointer] if first > start]
    last = max((anchor[1] for anchor in anchors), default=0)
    return start, max(min(later, default=len(record.text)), last)


def _starts(brief: Brief, pointer: str) -> list[int]:
    evidence = brief.source.record.evidence
    heads = (f"{pointer}/{field}" for field in ("title", "section", "case_number"))
    return [evidence[head].spans[0][0] for head in heads if head in evidence]


def _apart(brief: Brief, *fields: str) -> list[Span]:
    """Return where fields of the item stand, what is told apart from its background."""
    heads = tuple(f"{brief.decision_pointer}/{field}" for field in fields)
    told = (each for pointer, each in brief.source.record.evidence.items() if pointer.startswith(heads))
    effective = brief.decision.effective if brief.decision else None
    return merge_spans(
        (*(span for each in told for span in each.spans), *([effective.span] if effective else []))
    )
