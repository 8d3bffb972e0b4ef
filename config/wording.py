"""Knows the wording files: what drafts say in each language, apart from the words that extraction reads."""

from functools import cache
from typing import Annotated, Literal

from pydantic import Field

from config.houses import HeadKey, ImpactKey, SectionKey
from config.layers import layer_names, load_layers
from config.wording_aftermath import AftermathPhrases
from config.wording_appeal import AppealPhrases
from config.wording_checks import CheckWording
from config.wording_digest import DigestPhrases
from config.wording_fields import FieldPhrases
from config.wording_marks import MarkPhrases
from config.wording_precedent import PrecedentPhrases
from config.wording_slots import (
    Listed,
    LocaleName,
    Months,
    Pattern,
    Phrase,
    PlaceholderKey,
    PlaceholderPhrase,
    Point,
    Quoted,
    Titled,
    Value,
    Valued,
    each_of,
    exactly,
    slots,
)
from config.wording_versions import VersionPhrases
from config.words import Words
from records.decision import Outcome
from records.draft import TriggerKind
from records.evidence import How
from records.item import DocumentType
from records.programme import ProgrammeKind

FOLDER = "wording"

Aim = Literal["own", "attend"]
"""What a draft is for: a programme of the house's own, or taking part in someone else's."""

Proposes = Annotated[str, slots("body", "decider", also=("recipient",))]
"""What a body says that proposes to another one."""


class DatePhrases(Words):
    """How times are told; patterns are Babel's (CLDR's), `{...}` are slots.

    `same_month` and `same_year` are the pattern of the first day in a stretch of days. `first_months`
    name the first month of "elo–syyskuu 2025", where it differs. `term_years` tell the first, second
    ... year of a term; `hours` and `days` tell a length of one, and of several.
    """

    locale: LocaleName
    day: Pattern
    short: Pattern
    same_month: Pattern
    same_year: Pattern
    last: Pattern
    month: Pattern
    first_months: Months | None = None
    month_alone: Pattern
    year: Value
    years: Value
    seasons: Annotated[tuple[str, ...], Field(min_length=4, max_length=4)]
    season: Annotated[str, exactly("season", "year")]
    open_end: Annotated[str, exactly("day")]
    open_start: Annotated[str, exactly("day")]
    clock: Annotated[str, exactly("clock")]
    minutes: Pattern
    hours: tuple[Value, Value]
    days: tuple[Value, Value]
    term_years: tuple[str, ...]
    in_term: Annotated[str, exactly("year", "part")]
    recurring: dict[str, str]
    in_each: Annotated[str, exactly("recurring", "part")]


class CoverPhrases(Words):
    """The first page: what this is, why it was made, for whom, how to read it.

    `others` is told of sources of others alone, before the last of the notes.
    """

    title: Annotated[str, exactly("document")]
    why: str
    reasons: Annotated[dict[TriggerKind, Titled], each_of(TriggerKind)]
    facts: str
    document: str
    council: str
    body: str
    meeting: str
    made: str
    id: str
    reading: str
    notes: tuple[str, ...]
    others: str


class AccountPhrases(Words):
    """What is told of the source, always as the source's own statement; `..._one` where there is one."""

    basis: Titled
    foreign: Annotated[str, slots("language")]
    kind: Annotated[str, slots("kind")]
    kinds: Annotated[dict[ProgrammeKind, str], each_of(ProgrammeKind)]
    term: Annotated[str, slots("term")]
    audience_one: Listed
    audience: Listed
    topic_one: Listed
    topic: Listed
    organiser_one: Listed
    organiser: Listed
    provider_one: Listed
    provider: Listed
    decision: Quoted
    as_proposed: Quoted
    outcome: Annotated[str, slots("outcome")]
    outcomes: dict[Outcome, str]
    cost: Quoted
    cost_note: str
    matter: str


class TablePhrases(Words):
    """The table of sessions: its caption, its column heads, the lines inside a cell."""

    caption: str
    when: str
    content: str
    topics: str
    audiences: str
    source: str
    place: Valued
    organisers: Valued
    format: Valued
    duration: Valued
    parts: Valued
    deadline: Valued


class ProposalPhrases(Words):
    """Proposals in the house's grammar.

    `opening` begins a proposal of style "lead", whose points go on from it (`lead_...`); `..._own`
    are for a programme of the house's own, `..._attend` for taking part in someone else's,
    `..._noted` for a body that only noted the programme before. Points of style "sentences" stand
    alone. A style without points is one the language does not offer.
    Where the body prepares for another one (`decider`, in the form of whom it asks `recipient`),
    `lead_proposes` or `proposes` stand before the points. `pending` stands for the decision until
    the body's meeting, where its genitive is known. `tasked` is the ending of whoever is given the
    task, in a language that has one.
    """

    opening: Annotated[str, slots("body")] | None = None
    lead_proposes: Proposes | None = None
    proposes: Proposes | None = None
    tasked: str | None = None
    lead_own: tuple[Phrase, ...] = ()
    lead_attend: tuple[Point, ...] = ()
    lead_noted: tuple[Phrase, ...] = ()
    own: tuple[Phrase, ...] = ()
    attend: tuple[Point, ...] = ()
    noted: tuple[Phrase, ...] = ()
    pending: Annotated[str, exactly("genitive")] | None = None


class SourcePhrases(Words):
    """How a source is named in the text, in the comments and in the list of sources."""

    section: Annotated[str, exactly("section")]
    case: Annotated[str, exactly("section")]
    document_types: Annotated[dict[DocumentType, str], each_of(DocumentType)]
    case_number: Value
    retrieved: Value
    quote: str
    source: str
    how: Annotated[dict[How, str], each_of(How)]


class ClosingPhrases(Words):
    """The last page: what is still to fill in, and the sources."""

    fill: str
    fill_intro: str
    sources: str
    sources_intro: str


class Wording(Words):
    """All wording of drafts in one language.

    `quotes` are the opening and closing quotation marks, `conjunction` the word before the last of
    a list, `wide_conjunction` the one for lists whose parts hold the first; `titles` name the item
    by its aim; `person` puts a title of the house beside a name.
    """

    id: str
    extends: str | None = None
    quotes: tuple[str, str]
    conjunction: str
    wide_conjunction: str
    draft: str
    page: Annotated[str, exactly("page", "pages")]
    person: Annotated[str, exactly("title", "name")]
    titles: Annotated[dict[Aim, Phrase], each_of(Aim)]
    head: Annotated[dict[HeadKey, str], each_of(HeadKey)]
    headings: Annotated[dict[SectionKey | ImpactKey, str], each_of(SectionKey, ImpactKey)]
    dates: DatePhrases
    cover: CoverPhrases
    account: AccountPhrases
    table: TablePhrases
    proposal: ProposalPhrases
    appeal: AppealPhrases
    source: SourcePhrases
    closing: ClosingPhrases
    placeholders: Annotated[dict[PlaceholderKey, PlaceholderPhrase], each_of(PlaceholderKey)]
    precedent: PrecedentPhrases
    checks: CheckWording
    aftermath: AftermathPhrases
    digest: DigestPhrases
    fields: FieldPhrases
    marks: MarkPhrases
    versions: VersionPhrases


def wording_ids() -> tuple[str, ...]:
    """Return the ids of all wording files, shipped or own, sorted."""
    return layer_names(FOLDER)


@cache
def load_wording(language: str, country: str | None = None) -> Wording:
    """Return the wording of a language, as its country words it where there is a file for that.

    Raises ConfigError with file, line and key for a mistake, or for a language that has no file.
    """
    regional = f"{language}-{country}"
    wording = regional if regional in wording_ids() else language
    return load_layers(FOLDER, wording, Wording, {"id": wording})
