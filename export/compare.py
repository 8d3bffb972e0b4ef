"""Tells what became of a draft: the item of the minutes laid beside the draft, and that in plain lines."""

from collections.abc import Iterable, Iterator, Sequence

from config.wording import Wording
from config.wording_aftermath import AftermathPhrases
from export.difference import ALIKE, Forms, Worded, lay_beside, likeness, words_of_draft, words_of_text
from export.naming import tell_section
from export.phrases import enumerate_words
from export.text import capital, cut, fold
from export.times import tell_day
from records.aftermath import Aftermath, Minuted, PartKind, Point, Verdict
from records.base import Span
from records.decision import Decision, Outcome
from records.document import DocumentRecord, decision_pointer
from records.draft import Draft, Points, block_lines

RESTATED = 0.5
"""A decision that shares fewer words than this with a proposal does not restate it."""

_LONGEST = 600
_UNDECIDED: dict[Outcome | None, Verdict] = {
    "rejected": "rejected",
    "returned": "returned",
    "tabled": "tabled",
    "withdrawn": "withdrawn",
}
_MARKS: dict[PartKind, tuple[str, str]] = {
    "removed": ("[-", "-]"),
    "added": ("[+", "+]"),
    "filled": ("[=", "=]"),
    "kept": ("", ""),
}


def forms_of(phrases: AftermathPhrases) -> Forms:
    """Return which words count as the same."""
    alike = {word.casefold(): group[0].casefold() for group in phrases.forms for word in group}
    return Forms(alike, frozenset(word.casefold() for word in phrases.silent))


def proposal_of(draft: Draft, forms: Forms) -> tuple[Worded, ...]:
    """Return the points that a draft proposes, those of a numbered list under their numbers."""
    blocks = [block for section in draft.sections if section.key == "proposal" for block in section.blocks]
    points: list[Worded] = []
    for block in blocks:
        numbered = isinstance(block, Points) and block.numbered
        points.extend(words_of_draft(block_lines(block), forms, numbered=numbered))
    return tuple(points)


def compare_minutes(
    draft: Draft,
    found: Minuted,
    record: DocumentRecord,
    forms: Forms,
    edited: tuple[Worded, ...] = (),
) -> Aftermath:
    """Return what an item of the home council's own made of a draft.

    The proposal as printed is laid beside the draft's; the decision in substance beside the proposal, or,
    where the minutes print none that is like it, beside the one in the file that a clerk `edited`, or the
    draft's own.
    """
    place = found.place
    decision = record.decisions[place]
    drafted, printed = proposal_of(draft, forms), proposal_words(record, place, forms)
    told = Aftermath(
        verdict="agenda",
        found=found,
        outcome=decision.outcome,
        prepared=lay_beside(drafted, printed) if likeness(drafted, printed) >= ALIKE else (),
    )
    if record.document_type == "agenda" or decision.decision is None:
        return told
    spans = _spans(record, place, "decision")
    decided = _beside((printed, edited, drafted), decision, record, forms)
    return told.model_copy(
        update={
            "verdict": _verdict(decision, decided),
            "decided": decided,
            "decision": decision.decision,
            "span": (spans[0][0], spans[-1][1]) if spans else None,
        }
    )


def proposal_words(record: DocumentRecord, place: int, forms: Forms) -> tuple[Worded, ...]:
    """Return the proposal of an item as printed, in points; none where the document prints none."""
    return words_of_text(record.text, _spans(record, place, "proposal"), forms)


def _spans(record: DocumentRecord, place: int, name: str) -> tuple[Span, ...]:
    backing = record.evidence.get(f"{decision_pointer(place)}/{name}")
    return backing.spans if backing else ()


def _beside(
    olds: Sequence[tuple[Worded, ...]], decision: Decision, record: DocumentRecord, forms: Forms
) -> tuple[Point, ...]:
    """Return the decision beside the first of the older wordings that it is like; nothing for none."""
    effective = decision.effective
    if effective is None or effective.origin == "proposal" or decision.outcome in _UNDECIDED:
        return ()
    new = words_of_text(record.text, (effective.span,), forms)
    old = next((old for old in olds if likeness(old, new) >= RESTATED), None)
    return lay_beside(old, new) if old else ()


def _verdict(decision: Decision, decided: Sequence[Point]) -> Verdict:
    if decision.outcome in _UNDECIDED:
        return _UNDECIDED[decision.outcome]
    if decision.outcome == "approved_amended" or any(point.is_changed for point in decided):
        return "amended"
    if decided or (decision.effective and decision.effective.origin == "proposal"):
        return "unchanged"
    return "noted" if decision.outcome == "noted" else "decided"


def tell_aftermath(aftermath: Aftermath, wording: Wording) -> tuple[str, ...]:
    """Return what became of a draft as plain lines in the clerk's language."""
    words = wording.aftermath
    lines = [words.outcome.format(verdict=tell_verdict(aftermath, wording))]
    found = aftermath.found
    if found is None:
        return (*lines, words.possible, *(f"- {name_minuted(each, wording)}" for each in aftermath.possible))
    lines.append(name_minuted(found, wording))
    lines.extend((found.url,) if found.url else ())
    decided = aftermath.decided if aftermath.amended or not aftermath.prepared else ()
    if aftermath.decision and not decided:
        start, end = wording.quotes
        lines.append(f"{words.decision} {start}{cut(fold(aftermath.decision), _LONGEST)}{end}")
    lines.extend(_lines_beside(words.prepared, aftermath.prepared))
    lines.extend(_lines_beside(words.decided, decided))
    return (*lines, *_legend(words, (*aftermath.prepared, *decided)))


def tell_verdict(aftermath: Aftermath, wording: Wording) -> str:
    """Return what became of a draft as a clause: "päätettiin muutettuna, kohdat 2 ja 3"."""
    words = wording.aftermath
    told = words.verdicts[aftermath.verdict]
    where = [words.lead if number is None else str(number) for number in dict.fromkeys(aftermath.amended)]
    if aftermath.verdict != "amended" or where in ([], [words.lead]):
        return told
    phrase = words.point if len(where) == 1 else words.points
    return f"{told}, {phrase.format(list=enumerate_words(where, wording))}"


def name_minuted(found: Minuted, wording: Wording) -> str:
    """Return where a matter was handled: "Kaupunginhallitus 14.12.2026 § 402, asianumero 12/00.01/2026"."""
    item = (
        capital(found.body) if found.body else None,
        tell_day(found.meeting_date, wording.dates) if found.meeting_date else None,
        tell_section(found.section, wording) if found.section else None,
    )
    start, end = wording.quotes
    title = f"{start}{fold(found.title)}{end}" if found.title else None
    case = wording.source.case_number.format(value=found.case_number) if found.case_number else None
    return ", ".join(part for part in (" ".join(each for each in item if each), title, case) if part)


def _lines_beside(heading: str, points: Sequence[Point]) -> Iterator[str]:
    if points:
        yield from ("", heading)
    for point in points:
        number = f"{point.number}. " if point.number else ""
        yield f"  {number}{' '.join(_marked(part.kind, part.text) for part in point.parts)}"


def _legend(words: AftermathPhrases, points: Iterable[Point]) -> Iterator[str]:
    """Yield how the marks are read that stand in these points."""
    told: dict[PartKind, str] = {"removed": words.removed, "added": words.added, "filled": words.filled}
    used = {part.kind for point in points for part in point.parts}
    marks = [_marked(kind, phrase) for kind, phrase in told.items() if kind in used]
    if marks:
        yield from ("", words.legend.format(marks=", ".join(marks)))


def _marked(kind: PartKind, text: str) -> str:
    begin, end = _MARKS[kind]
    return f"{begin}{fold(text)}{end}"
