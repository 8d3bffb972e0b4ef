"""Writes what is told of one source: always as its own statement, never as the house's."""

from collections.abc import Iterator, Sequence

from babel import Locale

from export.brief import Brief, name_codes, quote_of
from export.phrases import enumerate_lines, in_quotes, plain
from export.text import sentence_around
from export.times import tell_term
from records.decision import Decision, Outcome
from records.draft import Line
from records.programme import Named

_AS_PROPOSED: frozenset[Outcome] = frozenset({"approved", "noted"})


def basis_line(brief: Brief) -> Line:
    """Return the sentence that names the source: as what the draft rests on, or as a precedent."""
    words = brief.wording.precedent
    if not brief.precedent:
        return brief.say_of_source(brief.wording.account.basis)
    return brief.say_of_source(words.background_own if brief.is_own else words.background_other)


def about_source(brief: Brief) -> list[Line]:
    """Return the sentences that name the source, its language, kind and term."""
    words, source = brief.wording.account, brief.source
    told = [basis_line(brief)]
    if source.foreign and (language := _language(brief)):
        told.append(brief.say(words.foreign, language=(source.know(language),)))
    if kind := source.cite(words.kinds[brief.programme.kind], [f"{brief.pointer}/kind"]):
        told.append(brief.say(words.kind, kind=(kind,)))
    if term := source.cite(tell_term(brief.programme.term, brief.wording.dates), [f"{brief.pointer}/term"]):
        told.append(brief.say(words.term, term=(term,)))
    return told


def _language(brief: Brief) -> str | None:
    names = Locale.parse(brief.wording.dates.locale).languages
    return names.get(brief.source.record.language.partition("-")[0])


def about_programme(brief: Brief) -> list[Line]:
    """Return the sentences on audiences, topics, organisers and providers."""
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


def about_decision(brief: Brief) -> list[Line]:
    """Return what was decided, in the source's words."""
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


def about_costs(brief: Brief) -> list[Line]:
    """Return the sentences in which the source tells of costs: an amount alone would tell nobody for what."""
    words, programme, source = brief.wording.account, brief.programme, brief.source
    costs = programme.costs or ((programme.cost,) if programme.cost else ())
    text = source.record.text
    spans = dict.fromkeys(sentence_around(text, cost.span) for cost in costs)
    quotes = [quote for start, end in spans if (quote := source.quote(text[start:end], (), [(start, end)]))]
    if not quotes:
        return []
    told = enumerate_lines([in_quotes(quote, brief.wording) for quote in quotes], brief.wording)
    note = () if brief.is_own else (plain(words.cost_note),)
    return [brief.say(words.cost, quote=told), *note]
