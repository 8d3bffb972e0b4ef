"""Writes the parts of a decision item that a house profile may ask for, by their keys."""

from collections.abc import Callable, Mapping

from config.houses import HeadKey, ImpactKey, SectionKey
from config.wording_slots import PlaceholderKey
from export.account import account_blocks, economy_blocks, summary_blocks
from export.appeal import appeal_gap
from export.brief import Brief, source_lines
from export.phrases import fill, gap, join, plain
from export.proposal import is_noted, proposal_blocks
from export.text import capital
from records.draft import Block, Fact, Facts, Line, Paragraph, Points, Section

Writer = Callable[[Brief], tuple[Block, ...]]


def item_head(brief: Brief) -> Facts:
    """Return the fields above the item's text, in the order of the house."""
    return Facts(facts=tuple(_head_fact(brief, key) for key in brief.house.head))


def item_sections(brief: Brief) -> tuple[Section, ...]:
    """Return the parts of the item in the order of the house, its impact headings in their place."""
    keys = brief.house.parts
    return tuple(Section(key=key, heading=_heading(brief, key), blocks=_blocks(brief, key)) for key in keys)


def _heading(brief: Brief, key: SectionKey | ImpactKey) -> str | None:
    return brief.house.headings.get(key, brief.wording.headings[key]) or None


def _head_fact(brief: Brief, key: HeadKey) -> Fact:
    known = brief.known()
    line: Line = known.get(key) or (gap(key, brief.wording),)
    if key == "preparer":
        line = _person(brief, "preparer", brief.house.preparer)
    elif key == "body" and key in known:
        line = plain(capital("".join(piece.text for piece in line)))
    return Fact(label=brief.house.labels.get(key, brief.wording.head[key]), line=line, key=key)


def _person(brief: Brief, key: PlaceholderKey, role: str | None) -> Line:
    name: Line = (gap(key, brief.wording),)
    return fill(brief.wording.person, brief.wording, {"title": plain(role), "name": name}) if role else name


def _blocks(brief: Brief, key: SectionKey | ImpactKey) -> tuple[Block, ...]:
    return _WRITERS[key](brief)


def _only(key: PlaceholderKey) -> Writer:
    """Return the writer of a part that nobody but the clerk can write."""

    def write(brief: Brief) -> tuple[Block, ...]:
        return (Paragraph(line=(gap(key, brief.wording),)),)

    return write


def _preparation(brief: Brief) -> tuple[Block, ...]:
    line = _person(brief, "preparer", brief.house.preparer)
    person = Fact(label=brief.wording.head["preparer"], line=line, key="preparer")
    return (Facts(facts=(person,)),)


def _presenter(brief: Brief) -> tuple[Block, ...]:
    body = brief.house.training_body
    title = body.presenter if body and body.presenter else brief.house.presenter
    return (Paragraph(line=_person(brief, "presenter", title)),)


def _decision(brief: Brief) -> tuple[Block, ...]:
    body, pending = brief.house.training_body, brief.wording.proposal.pending
    left = gap("decision", brief.wording)
    if body and body.genitive and pending:
        left = left.model_copy(update={"text": pending.format(genitive=body.genitive)})
    return (Paragraph(line=(left,)),)


def _appeal(brief: Brief) -> tuple[Block, ...]:
    return (Paragraph(line=(appeal_gap(brief.house, brief.wording, noted=is_noted(brief)),)),)


def _signature(brief: Brief) -> tuple[Block, ...]:
    """Return a line for each who signs, by title; the names are filled in."""
    titles = brief.house.signatories
    if not titles:
        return (Paragraph(line=(gap("signature", brief.wording),)),)
    return tuple(Paragraph(line=_person(brief, "signatory", title)) for title in titles)


def _documents(brief: Brief) -> tuple[Block, ...]:
    """Return the basis of the decision: this document itself, the source, and what else there is."""
    own = join((plain(capital(brief.house.document)), (gap("date", brief.wording),)), " ")
    return (Points(items=(own, *source_lines(brief), (gap("documents", brief.wording),))),)


def _attachments(brief: Brief) -> tuple[Block, ...]:
    return (Points(items=(*source_lines(brief), (gap("attachments", brief.wording),))),)


def _distribution(brief: Brief) -> tuple[Block, ...]:
    named = tuple(plain(recipient) for recipient in brief.house.distribution)
    return (Points(items=named or ((gap("distribution", brief.wording),),)),)


_WRITERS: Mapping[SectionKey | ImpactKey, Writer] = {
    "preparation": _preparation,
    "account": account_blocks,
    "summary": summary_blocks,
    "assessment": _only("assessment"),
    "presenter": _presenter,
    "proposal": proposal_blocks,
    "decision": _decision,
    "appeal": _appeal,
    "documents": _documents,
    "attachments": _attachments,
    "distribution": _distribution,
    "signature": _signature,
    "economy": economy_blocks,
    "children": _only("children"),
    "equality": _only("equality"),
    "environment": _only("environment"),
    "health": _only("health"),
    "personnel": _only("personnel"),
    "business": _only("business"),
    "legal": _only("legal"),
}
