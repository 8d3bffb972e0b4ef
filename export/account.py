"""Writes the account of an item: its sources and programme, and room for the house's own need."""

from collections.abc import Sequence

from export.brief import Brief
from export.phrases import gap, join, plain
from export.precedent_account import account_of, costs_of
from export.precedent_table import programme_blocks
from export.programme_table import session_blocks
from export.telling import about_costs, about_decision, about_programme, about_source, basis_line
from records.draft import Block, Line, Paragraph


def account_blocks(brief: Brief) -> tuple[Block, ...]:
    """Return the account: the sources, their programme and sessions, and room for the house's own need."""
    need = Paragraph(line=(gap("need", brief.wording),))
    if brief.precedent:
        return *account_of(brief), *programme_blocks(brief), need
    told = [about_source(brief), about_programme(brief), about_decision(brief)]
    if "economy" not in brief.house.impacts:
        told.append(about_costs(brief))
    return *_paragraphs(*told), *session_blocks(brief), need


def summary_blocks(brief: Brief) -> tuple[Block, ...]:
    """Return the summary: what the matter is about, and room for the proposal.

    Where no account follows, a single source is named here.
    """
    own = Paragraph(line=(gap("summary", brief.wording),))
    sources = brief.first_of_each
    is_told_below = "account" in brief.house.parts
    basis = [basis_line(brief)] if len(sources) == 1 and not is_told_below else []
    return *_paragraphs([plain(brief.wording.account.matter), *basis]), own


def economy_blocks(brief: Brief) -> tuple[Block, ...]:
    """Return what the sources say of their costs, if anything, and room for the house's own."""
    told = costs_of(brief) if brief.precedent else _paragraphs(about_costs(brief))
    return *told, Paragraph(line=(gap("economy", brief.wording),))


def _paragraphs(*sentences: Sequence[Line]) -> list[Block]:
    return [Paragraph(line=join(told, " ")) for told in sentences if told]
