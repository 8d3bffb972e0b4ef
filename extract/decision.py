"""Knows what an item of a meeting says of itself, from its text alone."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from config.languages import Language
from extract.decision_announced import find_decided
from extract.decision_case import find_case_number
from extract.decision_conflicts import find_conflicts
from extract.decision_cover import front_end
from extract.decision_cover_body import FIELD_OF_BODY
from extract.decision_cover_day import FIELD_OF_DATE
from extract.decision_hints import with_feed
from extract.decision_item import find_naming, loose_section, place_head
from extract.decision_opening import open_item
from extract.decision_parts import Parts, effective_of, find_parts, handlings_of, outcome_of
from extract.decision_people import deciding_person, signatory, statement_people
from extract.decision_record import decision_record
from extract.decision_running_title import field_title
from extract.decision_sheet import Sheet
from extract.decision_sure import found_as
from extract.decision_text import NAMED_OWNER, TextFound
from extract.decision_types import DecisionFound, DecisionsFound, SourceHints
from extract.decision_unlabelled import find_unlabelled
from extract.head import Head
from extract.labels import CONTENT, Label
from extract.people import PersonFound
from extract.protocol import ProtocolSection
from records.base import Span
from records.dates import DateFinding
from records.evidence import Found
from records.item import DocumentType, Item

__all__ = ["DecisionFound", "DecisionsFound", "SourceHints", "decision_record", "find_decisions"]

T = TypeVar("T")
_SHORT_SECTION = 500
_CORE = frozenset({"preparer", "presenter", "proposal", "decision", "handling"})


def find_decisions(
    item: Item, dates: Sequence[Found[DateFinding]], language: Language, hints: SourceHints
) -> DecisionsFound:
    """Return what the items of a meeting in a text say of themselves; nothing for an ordinary page.

    `dates` are the expressions of time in the item's text. What a feed announces with body or day is
    an item, whatever its text looks like. The first item is `own`; which of them holds a programme is
    for the caller to see.
    """
    opened = open_item(item, dates, language.decision, hints)
    sheet, head, sections = opened.sheet, opened.head, opened.sections
    announced = hints.feed_body is not None or hints.feed_date is not None
    if not (announced or _is_item(sheet, head, sections)):
        return DecisionsFound()
    head = with_feed(sheet, head, hints)
    if len(sections) > 1:
        ordered = _only_told_first(sections)
        found = _one_kind([_section_decision(sheet, head, section) for section in ordered])
    else:
        names = (item.title, hints.feed_title)
        found = [_item_decision(sheet, head, sections[0] if sections else None, names, hints)]
    return DecisionsFound(found[0], tuple(found[1:]))


def _is_item(sheet: Sheet, head: Head, sections: Sequence[ProtocolSection]) -> bool:
    """Whether a text is an item of a meeting, or the record of one, and not a page about one."""
    if head.layout == "item":
        return True
    if head.layout == "digest":
        return bool(sections)
    labels = [label for label in sheet.labels if label.kind in CONTENT]
    settling = [label for label in labels if label.kind in ("proposal", "decision")]
    if head.kind is not None:
        paper = head.kind not in ("minutes", "agenda") and bool(labels)
        return bool(settling or sections) or bool(head.body and head.day) or paper
    if settling and head.body and head.day:
        return True
    if not settling:
        return _is_fragment(sheet) or _is_prepared(head, labels) or _is_listed(head, sections)
    several = len({label.kind for label in labels} & _CORE) > 1
    if several or sections or loose_section(sheet, (0, len(sheet.text))):
        return True
    telling = any(label.owner or " " in sheet.quote((label.start, label.end)) for label in settling)
    return telling and len(labels) > 1


def _is_prepared(head: Head, labels: Sequence[Label]) -> bool:
    """Whether a body and its day stand in the head and a preparer below: an item, whoever proposes what."""
    prepared = any(label.kind in ("preparer", "presenter") for label in labels)
    return head.body is not None and head.day is not None and prepared


def _is_listed(head: Head, sections: Sequence[ProtocolSection]) -> bool:
    """Whether fields tell body and day beside a number and its title, as registers print an item's card."""
    fields = {found.rule for found in (head.body, head.day) if found}
    named = any(section.number and section.title for section in sections)
    return named and fields == {FIELD_OF_BODY, FIELD_OF_DATE}


def _is_fragment(sheet: Sheet) -> bool:
    """Whether a text begins with a label of the background, as an item does whose head was lost."""
    first = sheet.labels[0] if sheet.labels else None
    if first is None or first.kind != "background" or sheet.text[: first.start].strip():
        return False
    return not sheet.text[first.end : sheet.row_span(first.end)[1]].strip()


def _only_told_first(sections: Sequence[ProtocolSection]) -> Sequence[ProtocolSection]:
    """Put the only section that has a text before those that a list names."""
    told = [section for section in sections if not section.listed]
    return [*told, *(one for one in sections if one.listed)] if len(told) == 1 else sections


def _one_kind(found: list[DecisionFound]) -> list[DecisionFound]:
    """The items of one document share its kind: minutes, if any of them is decided."""
    kind = next((one.document_type for one in found if one.document_type.value == "minutes"), None)
    return [replace(one, document_type=kind) for one in found] if kind else found


def _section_decision(sheet: Sheet, head: Head, section: ProtocolSection) -> DecisionFound:
    """One of several items; the cover's body and day are inherited."""
    parts = find_parts(sheet, section.span, replace(head, section=section.number))
    texts = _with_unlabelled(sheet, head, section, parts.texts)
    title = section.title or (None if section.listed else field_title(sheet, section.span))
    found = DecisionFound(
        span=section.span,
        document_type=_kind(sheet, head, texts, False),
        body=_inherited(head.body),
        meeting_date=_inherited(head.day),
        section=None if head.numbered else section.number,
        case_number=section.case_number or find_case_number(sheet, (section.span,), section.number),
        title=title,
    )
    return _filled(sheet, found, texts, parts)


def _with_unlabelled(sheet: Sheet, head: Head, section: ProtocolSection, texts: TextFound) -> TextFound:
    """In minutes the text of a short section without labels is its decision."""
    told = texts.decision is not None or texts.proposal is not None
    titled = section.title and section.span[0] <= section.title.spans[0][0] < section.span[1]
    start = section.title.spans[-1][1] if section.title and titled else section.span[0]
    if texts.decision or section.listed or head.kind not in (None, "minutes"):
        return texts
    decided = find_decided(sheet, ((start, section.span[1]),))
    if decided or told or section.span[1] - start > _SHORT_SECTION:
        return replace(texts, decision=decided)
    return replace(texts, decision=find_unlabelled(sheet, (start, section.span[1])))


def _inherited(value: Found[T] | None) -> Found[T] | None:
    return replace(value, how="inherited") if value else None


def _item_decision(
    sheet: Sheet,
    head: Head,
    section: ProtocolSection | None,
    names: tuple[str | None, ...],
    hints: SourceHints,
) -> DecisionFound:
    whole = (0, len(sheet.text))
    start = head.end if head.layout == "item" else 0
    own = place_head(sheet, head, section)
    parts = find_parts(sheet, (start, whole[1]), own)
    if parts.texts.decision is None and head.kind == "minutes" and not parts.treatments:
        parts = replace(parts, texts=replace(parts.texts, decision=find_decided(sheet, parts.own_spans)))
    naming = find_naming(sheet, own, section, parts, names)
    found = DecisionFound(
        span=whole,
        document_type=_kind(sheet, head, parts.texts, naming.section is not None),
        body=own.body or (parts.own.body if parts.own else None),
        meeting_date=own.day or (parts.own.day if parts.own else None),
        section=naming.section,
        case_number=naming.case_number,
        title=naming.title,
    )
    found = replace(found, conflicts=find_conflicts(sheet, own, parts.treatments, found, hints))
    return _with_people(sheet, _filled(sheet, found, parts.texts, parts), (start, whole[1]))


def _with_people(sheet: Sheet, found: DecisionFound, span: Span) -> DecisionFound:
    """Where no label names the preparer: who makes the statement, or who signs the paper."""
    if found.preparers:
        return found
    persons = statement_people(sheet, span)
    kind = found.document_type.value
    if not persons and kind in ("case_paper", "officer_decision"):
        persons = signatory(sheet)
    if not persons and kind == "officer_decision":
        persons = deciding_person(sheet)
    return replace(found, preparers=persons or _named_proposer(found))


def _named_proposer(found: DecisionFound) -> tuple[PersonFound, ...]:
    """Who makes the proposal in his own name, if not by an office: "Siri Tangen sitt framlegg"."""
    who = found.presenter
    told = who is not None and who.role is None and who.name.rule == NAMED_OWNER
    return (who,) if who and told else ()


def _kind(sheet: Sheet, head: Head, texts: TextFound, signed: bool) -> Found[DocumentType]:
    """What the head names the document; else what its texts make of it."""
    span = (0, max(1, head.end or front_end(sheet)))
    if head.kind == "agenda" and signed and texts.decision:
        return found_as("minutes", (span,), "a decision under an agenda's head", "guessed")
    if head.kind == "case_paper" and signed and texts.handling and _decides(sheet, texts):
        return found_as("minutes", (span,), "a debate and a decision under a paper's head", "guessed")
    if head.kind:
        return found_as(head.kind, (span,), "word of the head", "labelled")
    counted = bool(sheet.words.head.section_kinds)  # a case has its number before anybody decides it
    if texts.decision is not None or (signed and not (counted and texts.proposal and not texts.handling)):
        return found_as("minutes", (span,), "a decision or section is told", "guessed")
    if texts.proposal is not None and (texts.presenter is None or counted):
        return found_as("case_paper", (span,), "a proposal that nobody presents", "guessed")
    return found_as("agenda", (span,), "a proposal without decision", "guessed")


def _decides(sheet: Sheet, texts: TextFound) -> bool:
    """Whether the decision stands under a label of decisions, not under one body's advice to the next."""
    label = sheet.label_before(texts.decision.span[0]) if texts.decision else None
    return label is not None and label.kind == "decision"


def _filled(sheet: Sheet, found: DecisionFound, texts: TextFound, parts: Parts) -> DecisionFound:
    """Add what the labels hold, and what follows from it."""
    outcome = outcome_of(sheet, texts)
    return replace(
        found,
        preparers=parts.preparers,
        presenter=texts.presenter,
        proposal=texts.proposal,
        decision=texts.decision,
        effective=effective_of(sheet, texts, outcome),
        outcome=outcome,
        handlings=tuple(handlings_of(sheet, parts)),
    )
