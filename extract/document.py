"""From an item to its record: every finding in its place, with its evidence beside it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from config.languages import Language, language_codes, load_language
from config.terms import load_terms
from extract.country import country_of, words_code
from extract.date_context import DateContext, day_in_url
from extract.date_weekdays import find_weekday_contradictions
from extract.dates import find_dates, scan_dates
from extract.decision import find_decisions
from extract.decision_types import DecisionFound, DecisionsFound, SourceHints
from extract.findings import Findings
from extract.language import find_language
from extract.named import NameReaders
from extract.own_text import own_part
from extract.programme import find_programmes
from extract.programme_found import ProgrammeFound
from extract.reading import read_paragraphs
from extract.relevance import judge_relevance
from records.council import Country
from records.document import DocumentRecord, Origin, Relevance
from records.evidence import Found
from records.item import Item

_SURROGATES = re.compile("[\ud800-\udfff]")


def extract_item(
    item: Item,
    origin: Origin,
    hints: SourceHints | None = None,
    language: str | None = None,
    names: NameReaders | None = None,
) -> DocumentRecord:
    """Return the record of an item; any text gives one, and the item's text is never changed.

    `origin` and `hints` tell what the source knows; `language` (BCP 47) is what somebody told of the
    language, which the item's own words may overrule; `names` gives the council's own trained pipelines.
    Raises ConfigError for mistaken language files.
    """
    item = _printable(item)
    spoken, country, words = _words(item, origin, language)
    known = hints or SourceHints(url=origin.url)
    own = own_part(item)
    decisions = find_decisions(own, scan_dates(own.text, words.dates), words, known)
    reading = read_paragraphs(item, words, names=names(spoken.value) if names else None)
    titles = [found.title.value for found in decisions.all if found.title]
    relevance = judge_relevance(item, reading, titles)
    context = _date_context(decisions, relevance, origin, country)
    dates = find_dates(item, words, reading, context)
    programmes: tuple[ProgrammeFound, ...] = ()
    if relevance.is_programme:
        programmes = find_programmes(item, words, reading, dates, decisions.all)
    ordered, programmes = _programme_first(decisions.all, programmes)
    issues = tuple(find_weekday_contradictions(dates, words.dates))
    return Findings(item, origin, spoken, relevance, ordered, tuple(dates), programmes, issues).record()


def _printable(item: Item) -> Item:
    """Return the item with U+FFFD for lone surrogates, which no encoding can write; places stay the same."""
    try:
        item.text.encode()
    except UnicodeEncodeError:
        return item.model_copy(update={"text": _SURROGATES.sub("\ufffd", item.text)})
    return item


def words_of(item: Item, origin: Origin, language: str | None = None) -> Language:
    """Return the words that an item is read with: those of its language, and of its country's variety."""
    return _words(item, origin, language)[2]


def _words(item: Item, origin: Origin, language: str | None) -> tuple[Found[str], Country | None, Language]:
    spoken = find_language(item.text, language or item.language, _languages())
    country = country_of(origin.country, origin.url, spoken.value)
    return spoken, country, load_language(words_code(spoken.value, country))


def _languages() -> list[Language]:
    """Return the languages themselves, without their regional varieties."""
    return [load_language(code) for code in language_codes() if "-" not in code]


def _date_context(
    decisions: DecisionsFound, relevance: Relevance, origin: Origin, country: Country | None
) -> DateContext:
    met = [found.meeting_date for found in decisions.all if found.meeting_date]
    return DateContext(
        anchor=met[0].value if met else day_in_url(origin.url),
        terms=load_terms().rules(country, origin.publisher_type),
        is_page=decisions.own is None,
        relevant=relevance.is_programme,
        meeting_dates=tuple(span for found in met for span in found.spans),
    )


def _programme_first(
    decisions: Sequence[DecisionFound], programmes: Sequence[ProgrammeFound]
) -> tuple[tuple[DecisionFound, ...], tuple[ProgrammeFound, ...]]:
    """Put the item that holds the programme before the others, and point the programmes at it there."""
    held = next((one.decision for one in programmes if one.decision is not None), 0)
    order = [held, *(index for index in range(len(decisions)) if index != held)]
    place = {index: position for position, index in enumerate(order)}
    moved = tuple(
        replace(one, decision=place[one.decision]) if one.decision is not None else one for one in programmes
    )
    return tuple(decisions[index] for index in order if index < len(decisions)), moved
