"""Knows what an item of a meeting says of itself, from its text alone."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from config.languages import Language
from extract.decision_handling import Treatment, find_treatments
from extract.decision_people import preparers_in, signatory, statement_people
from extract.decision_record import decision_record
from extract.decision_sheet import Sheet, read_sheet
from extract.decision_text import TextFound, find_texts, find_unlabelled
from extract.decision_title import find_title
from extract.decision_case import find_case_number
from extract.decision_running_title import field_title
from extract.decision_rows import WayRow, find_way
from extract.decision_types import DecisionFound, DecisionsFound, EffectiveFound, HandlingFound, SourceHints
from extract.decision_cover import find_head, front_end
from extract.head import Head
from extract.labels import CONTENT
from extract.outcome import find_outcome, is_reference
from extract.people import PersonFound
from extract.protocol import ProtocolSection, find_sections
from records.base import Span
from records.dates import DateFinding
from records.decision import Outcome
from records.evidence import Found
from records.item import DocumentType, Item

__all__ = ["DecisionFound", "DecisionsFound", "SourceHints", "decision_record", "find_decisions"]

_SHORT_SECTION = 500


def find_decisions(
    item: Item, dates: Sequence[Found[DateFinding]], language: Language, hints: SourceHints
) -> DecisionsFound:
    """Return what the items of a meeting in a text say of themselves; nothing for an ordinary page.

    `dates` are the expressions of time in the item's text. The first item is `own`; which of them
    holds a programme is for the caller to see.
    """
    sheet = read_sheet(item.text, item.blocks, dates, language.decision)
    head = find_head(sheet)
    sections = find_sections(sheet, head)
    if not _is_item(sheet, head, sections):
        return DecisionsFound()
    if len(sections) > 1:
        found = [_section_decision(sheet, head, section) for section in sections]
    else:
        found = [_item_decision(sheet, head, sections[0] if sections else None)]
    return DecisionsFound(found[0], tuple(found[1:]))


def _is_item(sheet: Sheet, head: Head, sections: Sequence[ProtocolSection]) -> bool:
    """Whether a text is an item of a meeting, or the record of one, and not a page about one."""
    if head.layout == "item":
        return True
    if head.layout == "digest":
        return bool(sections)
    kinds = {label.kind for label in sheet.labels if label.kind in CONTENT}
    settled = bool(kinds & {"proposal", "decision"})
    if head.kind is not None:
        return settled or bool(head.body or head.day) or bool(sections)
    return settled and (len(kinds) > 1 or bool(sections) or _signed(sheet)) or _is_fragment(sheet)


def _signed(sheet: Sheet) -> bool:
    return _loose_section(sheet, (0, len(sheet.text))) is not None


def _is_fragment(sheet: Sheet) -> bool:
    """Whether a text begins with a label of the background, as an item whose head was lost."""
    first = sheet.labels[0] if sheet.labels else None
    if first is None or first.kind != "background" or sheet.text[: first.start].strip():
        return False
    return _alone(sheet, first.end)


def _alone(sheet: Sheet, end: int) -> bool:
    return not sheet.text[end : sheet.text.find("\n", end)].strip()


def _section_decision(sheet: Sheet, head: Head, section: ProtocolSection) -> DecisionFound:
    """One of several items; the cover's body and day are inherited."""
    own = replace(head, section=section.number)
    parts = _parts(sheet, section.span, own)
    texts = parts.texts
    if texts.decision is None and texts.proposal is None and not section.listed and head.kind != "agenda":
        start = section.title.spans[-1][1] if section.title else section.span[0]
        if section.span[1] - start <= _SHORT_SECTION:
            texts = replace(texts, decision=find_unlabelled(sheet, (start, section.span[1])))
    found = DecisionFound(
        span=section.span,
        document_type=_kind(sheet, head, texts, False),
        body=_inherited(head.body),
        meeting_date=_inherited(head.day),
        section=None if head.numbered else section.number,
        case_number=section.case_number or find_case_number(sheet, (section.span,)),
        title=section.title or field_title(sheet, section.span),
    )
    return _filled(sheet, found, texts, parts)


def _inherited(value: Found | None) -> Found | None:  # type: ignore[type-arg]
    return replace(value, how="inherited") if value else None


@dataclass(frozen=True, slots=True)
class _Parts:
    """An item's text, parted into its own and the other bodies' treatments."""

    texts: TextFound
    preparers: tuple[PersonFound, ...]
    treatments: tuple[Treatment, ...]
    own: Treatment | None
    own_spans: tuple[Span, ...]


def _parts(sheet: Sheet, span: Span, head: Head) -> _Parts:
    treatments = find_treatments(sheet, span, head)
    own = next((one for one in treatments if one.own), None)
    preface = (span[0], treatments[0].span[0] if treatments else span[1])
    spans = (preface, own.span) if own else (preface,)
    texts = find_texts(sheet, spans, head.body, head.kind == "case_paper")
    return _Parts(texts, _preparers(sheet, spans, span), treatments, own, spans)


def _preparers(sheet: Sheet, own: tuple[Span, ...], whole: Span) -> tuple[PersonFound, ...]:
    for kind in ("preparer", "contact"):
        for spans in (tuple(reversed(own)), (whole,)):
            persons = preparers_in(sheet, spans, kind)  # type: ignore[arg-type]
            if persons:
                return persons
    return ()


def _item_decision(sheet: Sheet, head: Head, section: ProtocolSection | None) -> DecisionFound:
    whole = (0, len(sheet.text))
    start = head.end if head.layout == "item" else 0
    row = _way_row(sheet, head)
    own = _placed(head, row, section)
    parts = _parts(sheet, (start, whole[1]), own)
    texts = parts.texts
    number, title, case = _numbered(sheet, own, section, parts)
    body = own.body or (parts.own.body if parts.own else None)
    found = DecisionFound(
        span=whole,
        document_type=_kind(sheet, head, texts, number is not None),
        body=body,
        meeting_date=own.day or (parts.own.day if parts.own else None),
        section=number,
        case_number=case,
        title=title,
    )
    filled = _filled(sheet, found, texts, parts)
    if not filled.preparers:
        persons = statement_people(sheet, (start, whole[1]))
        if not persons and found.document_type.value == "case_paper":
            persons = signatory(sheet)
        filled = replace(filled, preparers=persons)
    return filled


def _way_row(sheet: Sheet, head: Head) -> WayRow | None:
    """The row of the case's way that is the item's own: the head's body, else the last."""
    if head.layout == "item":
        return None
    rows = find_way(sheet, (0, front_end(sheet)))
    wanted = head.body.value.lower() if head.body else None
    same = [row for row in rows if row.body.value.lower() == wanted]
    return (same or list(rows) or [None])[-1]


def _placed(head: Head, row: WayRow | None, section: ProtocolSection | None) -> Head:
    """The head with what the case's way and the only section tell."""
    number = head.section or (row.number if row else None) or (section.number if section else None)
    if row is None:
        return replace(head, section=number)
    return replace(head, section=number, body=head.body or row.body, day=head.day or row.day)


def _numbered(
    sheet: Sheet, head: Head, section: ProtocolSection | None, parts: _Parts
) -> tuple[Found[str] | None, Found[str] | None, Found[str] | None]:
    """Number, title and case number of a single item."""
    front = (head.end if head.layout == "item" else 0, len(sheet.text))
    line = _sign_line(sheet, front)
    number = head.section or (None if head.numbered else _own_section(sheet, parts, line, front, head))
    title = sheet.found(head.title, "rest of the head's line") if head.title else None
    title = title or _section_title(sheet, section) or (line.title if line else None)
    title = title or _running_title(sheet, front) or find_title(sheet, front, head)
    title = _whole_title(sheet, title) if title else None
    spans = (parts.own_spans[-1], *parts.own_spans, front) if parts.own else (front,)
    case = (section.case_number if section else None) or find_case_number(sheet, spans)
    return number, title, case


def _whole_title(sheet: Sheet, title: Found[str]) -> Found[str]:
    """The title as the page's first line repeats it, where that says more."""
    first = sheet.lines[0]
    start = sheet.folded.find(title.value.lower(), first.start, first.end)
    if first.running and len(sheet.lines) == 1 or start < 0 or first.end - start <= len(title.value):
        return title
    if title.spans[0][0] < first.end or first.end - start > 2 * len(title.value):
        return title
    return sheet.found((start, first.end), "title of the page", confidence=0.9)


def _section_title(sheet: Sheet, section: ProtocolSection | None) -> Found[str] | None:
    return section.title if section else None


def _running_title(sheet: Sheet, front: Span) -> Found[str] | None:
    first = next((line for line in sheet.lines if line.running), None)
    if first is None:
        return None
    return field_title(sheet, sheet.row_span(first.start))


def _own_section(
    sheet: Sheet, parts: _Parts, line: "_SignLine | None", front: Span, head: Head
) -> Found[str] | None:
    if parts.own and parts.own.section:
        return parts.own.section
    if line:
        return line.number
    return None if head.body else _loose_section(sheet, front)


_SIGN_LINE = re.compile(r"§\s*(\d{1,4})[.:]?[ \u00a0]+(?=\S)|(\d{1,4})\s?§\s+(?=\S)")
_LOOSE = re.compile(r"(?:§\s*(\d{1,4})|(\d{1,4})\s?§)$")


@dataclass(frozen=True, slots=True)
class _SignLine:
    """The line "§ 21 Title" near an item's head."""

    number: Found[str]
    title: Found[str]


def _sign_line(sheet: Sheet, span: Span) -> _SignLine | None:
    for line in sheet.lines_in(span)[:8]:
        match = _SIGN_LINE.match(sheet.text, *line.span)
        if match and any(char.isalpha() for char in sheet.text[match.end() : line.end]):
            rule = "line of section and title"
            return _SignLine(
                sheet.found(match.span(match.lastindex or 1), rule, confidence=0.98),
                sheet.found((match.end(), line.end), rule, confidence=0.98),
            )
    return None


def _loose_section(sheet: Sheet, span: Span) -> Found[str] | None:
    """A section at the end of a short line: "Liite 1 § 128", "Case 15. / 85 §"."""
    for line in sheet.lines_in(span)[:8]:
        match = _LOOSE.search(sheet.text, *line.span) if line.end - line.start < 40 else None
        if match:
            return sheet.found(match.span(match.lastindex or 1), "section at a line's end", confidence=0.85)
    return None


def _kind(sheet: Sheet, head: Head, texts: TextFound, signed: bool) -> Found[DocumentType]:
    span = (0, max(1, head.end or front_end(sheet)))
    if head.kind:
        return Found(head.kind, (span,), "word of the head")
    if texts.decision is not None or signed:
        return Found("minutes", (span,), "a decision or section is told", "inferred", 0.8)
    if texts.proposal is not None and texts.presenter is None:
        return Found("case_paper", (span,), "a proposal that nobody presents", "inferred", 0.7)
    return Found("agenda", (span,), "a proposal without decision", "inferred", 0.7)


def _filled(sheet: Sheet, found: DecisionFound, texts: TextFound, parts: _Parts) -> DecisionFound:
    """Add what the labels hold, and what follows from it."""
    outcome = _outcome(sheet, texts)
    return replace(
        found,
        preparers=parts.preparers,
        presenter=texts.presenter,
        proposal=texts.proposal,
        decision=texts.decision,
        effective=_effective(sheet, texts, outcome),
        outcome=outcome,
        handlings=tuple(_handlings(sheet, parts)),
    )


def _outcome(sheet: Sheet, texts: TextFound) -> Found[Outcome] | None:
    if texts.decision is None:
        return None
    proposal = texts.proposal.span if texts.proposal else None
    return find_outcome(sheet.folded, texts.decision.span, proposal, texts.handling, sheet.words)


def _effective(sheet: Sheet, texts: TextFound, outcome: Found[Outcome] | None) -> EffectiveFound | None:
    if texts.decision is None:
        return None
    refers = is_reference(sheet.folded, texts.decision.span, sheet.words)
    if refers and texts.proposal and outcome and outcome.value in ("approved", "noted"):
        return EffectiveFound(texts.proposal, "proposal")
    return EffectiveFound(texts.decision, "decision")


def _handlings(sheet: Sheet, parts: _Parts) -> Iterator[HandlingFound]:
    for one in parts.treatments:
        if one.own:
            continue
        texts = find_texts(sheet, (one.span,), one.body, False)
        if one.body or texts.decision or texts.proposal:
            yield HandlingFound(one.body, one.day, one.section, texts.proposal, texts.decision, _outcome(sheet, texts))
