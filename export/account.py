"""Writes what is told of the source: always as its own statement, never as the house's."""

import re
from collections.abc import Iterator, Sequence

from babel import Locale

from export.brief import Brief, name_codes, quote_of
from export.phrases import enumerate_lines, gap, in_quotes, join, plain
from export.programme_table import session_blocks
from export.text import sentence_around
from export.times import tell_edtf
from records.decision import Decision, Outcome
from records.draft import Block, Line, Paragraph
from records.programme import Named

_AS_PROPOSED: frozenset[Outcome] = frozenset({"approved", "noted"})
_YEARS = re.compile(r"\d{4}/\d{4}")


def account_blocks(brief: Brief) -> tuple[Block, ...]:
    """Return the account: the source, its programme and sessions, and room for the house's own need."""
    told = [_about_source(brief), _about_programme(brief), _about_decision(brief)]
    if "economy" not in brief.house.impacts:
        told.append(_about_costs(brief))
    need = Paragraph(line=(gap("need", brief.wording),))
    return *_paragraphs(*told), *session_blocks(brief), need


def summary_blocks(brief: Brief) -> tuple[Block, ...]:
    """Return the summary: what the matter is about, its source, and room for the proposal's core."""
    words = brief.wording.account
    own = Paragraph(line=(gap("summary", brief.wording),))
    return *_paragraphs([plain(words.matter), brief.say_of_source(words.basis)]), own


def economy_blocks(brief: Brief) -> tuple[Block, ...]:
    """Return what the source says of its costs, if anything, and room for the house's own."""
    return *_paragraphs(_about_costs(brief)), Paragraph(line=(gap("economy", brief.wording),))


def _paragraphs(*sentences: Sequence[Line]) -> list[Block]:
    return [Paragraph(line=join(told, " ")) for told in sentences if told]


def _about_source(brief: Brief) -> list[Line]:
    words, source = brief.wording.account, brief.source
    told = [brief.say_of_source(words.basis)]
    if source.foreign and (language := _language(brief)):
        told.append(brief.say(words.foreign, language=(source.know(language),)))
    if kind := source.cite(words.kinds[brief.programme.kind], [f"{brief.pointer}/kind"]):
        told.append(brief.say(words.kind, kind=(kind,)))
    if term := source.cite(_term(brief), [f"{brief.pointer}/term"]):
        told.append(brief.say(words.term, term=(term,)))
    return told


def _language(brief: Brief) -> str | None:
    names = Locale.parse(brief.wording.dates.locale).languages
    return names.get(brief.source.record.language.partition("-")[0])


def _term(brief: Brief) -> str:
    term = brief.programme.term or ""
    if _YEARS.fullmatch(term):
        return term.replace("/", "–")
    return tell_edtf(term, brief.wording.dates) or ""


def _about_programme(brief: Brief) -> list[Line]:
    words, programme, at = brief.wording.account, brief.programme, brief.pointer
    told: list[Line] = []
    for coded, key, one, many in (
        (programme.audiences, "audiences", words.audience_one, words.audience),
        (programme.topics, "topics", words.topic_one, words.topic),
    ):
        named, count = name_codes(brief, coded, f"{at}/{key}")
        if named:
            told.append(brief.say(one if count == 1 else many, list=(named,)))
    told += _named(brief, programme.organisers, f"{at}/organisers", (words.organiser_one, words.organiser))
    told += _named(brief, programme.providers, f"{at}/providers", (words.provider_one, words.provider))
    return told


def _named(brief: Brief, named: Sequence[Named], pointer: str, phrases: tuple[str, str]) -> Iterator[Line]:
    """Yield the sentence on organisers or providers, in quotation marks: a name may stand inflected."""
    told = [
        quote_of(brief, each.name, f"{pointer}/{position}", (each.span,))
        for position, each in enumerate(named)
    ]
    quotes = list(dict.fromkeys(line for line in told if line))
    if quotes:
        yield brief.say(phrases[len(quotes) > 1], list=enumerate_lines(quotes, brief.wording))


def _about_decision(brief: Brief) -> list[Line]:
    decision, at, words = brief.decision, brief.decision_pointer, brief.wording.account
    if decision is None:
        return []
    outcome = list(_about_outcome(brief, decision))
    effective = decision.effective
    if effective and effective.origin == "proposal" and decision.outcome in _AS_PROPOSED:
        quote = quote_of(brief, effective.text, f"{at}/effective", (effective.span,))
        outcome = outcome if decision.outcome != "approved" else []
        return [*outcome, brief.say(words.as_proposed, quote=quote)] if quote else outcome
    quote = quote_of(brief, decision.decision or "", f"{at}/decision")
    return [*outcome, brief.say(words.decision, quote=quote)] if quote else outcome


def _about_outcome(brief: Brief, decision: Decision) -> Iterator[Line]:
    """Yield what became of the matter, for readers who may not understand the decision as it is quoted."""
    words = brief.wording.account
    if brief.source.foreign and decision.outcome in words.outcomes:
        told = words.outcomes[decision.outcome]
        if outcome := brief.source.cite(told, [f"{brief.decision_pointer}/outcome"]):
            yield brief.say(words.outcome, outcome=(outcome,))


def _about_costs(brief: Brief) -> list[Line]:
    """Return the sentences in which the source tells of costs: an amount alone would tell nobody for what."""
    words, programme, source = brief.wording.account, brief.programme, brief.source
    costs = programme.costs or ((programme.cost,) if programme.cost else ())
    text = source.record.text
    spans = dict.fromkeys(sentence_around(text, cost.span) for cost in costs)
    quotes = [quote for start, end in spans if (quote := source.quote(text[start:end], (), [(start, end)]))]
    if not quotes:
        return []
    told = enumerate_lines([in_quotes(quote, brief.wording) for quote in quotes], brief.wording)
    return [brief.say(words.cost, quote=told), plain(words.cost_note)]
