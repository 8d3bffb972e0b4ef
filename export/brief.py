"""What a draft is written from, and the sentences about its source that several parts of it share."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from config.houses import House
from config.languages import Language, language_codes, load_language
from config.wording import Aim, Wording
from export.citing import Source
from export.naming import tell_section
from export.phrases import enumerate_words, fill, gap, in_quotes, join, plain, show_olds, stale_gap
from export.precedent_olds import Precedent, find_olds
from export.stale import StaleFinder
from export.stale_known import known_names, known_spans
from export.stale_shapes import shape_words
from export.text import capital, cut, fold
from export.times import tell_day
from records.base import Span
from records.decision import Decision
from records.document import decision_pointer
from records.draft import Cited, Line, Placeholder, Trigger
from records.programme import Coded, Programme, ProgrammeKind

_AIMS: dict[ProgrammeKind, Aim] = {
    "plan": "own",
    "report": "own",
    "calendar": "own",
    "offer": "attend",
    "participation": "attend",
}
_UNTELLING = "other"
_NO_PROGRAMME = Programme(title=None, kind="plan")
_LONGEST_QUOTE = 600
_LONGEST_ACRONYM = 5


@dataclass(frozen=True)
class Brief:
    """All that a draft is written from: the source and its programme, the house and its words.

    `index` is None for an item without a programme. `names` are the names of topic, audience and
    format codes in the house's language; `meeting` is the day that the draft is for, if known.
    For a draft from precedents `precedent` is true, `others` are the briefs of all precedents but the
    first, and `people` tells where the source names people.
    """

    source: Source
    index: int | None
    house: House
    wording: Wording
    names: Mapping[str, str]
    trigger: Trigger
    meeting: dt.date | None = None
    people: tuple[Span, ...] = ()
    precedent: bool = False
    others: tuple["Brief", ...] = ()

    @property
    def each(self) -> tuple["Brief", ...]:
        """This brief and those of the further precedents, in the order of the sources."""
        return self, *self.others

    @property
    def first_of_each(self) -> tuple["Brief", ...]:
        """The first brief of each source: an item may hold several programmes."""
        first = {brief.source.number: brief for brief in reversed(self.each)}
        return tuple(first[number] for number in sorted(first))

    @property
    def is_own(self) -> bool:
        """Tell whether the source is the house's own."""
        publisher, council = self.source.record.source.publisher, self.house.council
        return (
            bool(publisher and council) and fold(publisher or "").casefold() == fold(council or "").casefold()
        )

    @property
    def language(self) -> Language:
        """The words of the source's language, none for one that has no file."""
        code = self.source.record.language.partition("-")[0]
        return load_language(code) if code in language_codes() else Language(code=code, name=code)

    @cached_property
    def stale(self) -> StaleFinder:
        """What finds the source's own dates, sums and names in its text."""
        record, house = self.source.record, self.house
        words, body = self.language, house.training_body
        return StaleFinder(
            record.text,
            known_spans(record, self.people),
            known_names(record, house.council, capital(body.name) if body else None, own=self.is_own),
            shape_words(words.dates, words.programme.costs),
        )

    @property
    def programme(self) -> Programme:
        """The programme that the draft is about; for an item without one a programme that tells nothing."""
        return _NO_PROGRAMME if self.index is None else self.source.record.programmes[self.index]

    @property
    def pointer(self) -> str:
        """The JSON pointer of the programme, one that has no evidence if there is none."""
        return f"/programmes/{'-' if self.index is None else self.index}"

    @property
    def decision(self) -> Decision | None:
        """The item that the programme stands in, or None for an ordinary page."""
        record = self.source.record
        if self.index is None:
            return record.decision
        return None if self.programme.decision is None else record.decisions[self.programme.decision]

    @property
    def decision_pointer(self) -> str:
        """The JSON pointer of the item that the programme stands in."""
        return decision_pointer(self.programme.decision or 0)

    @property
    def aim(self) -> Aim:
        """Whether the house would make a programme of its own or take part in the source's."""
        aims = {_AIMS[brief.programme.kind] for brief in self.each}
        return "own" if "own" in aims else "attend"

    def known(self) -> dict[str, Line]:
        """Return what the house profile tells for phrases; what it leaves open stays a placeholder."""
        body = self.house.training_body
        told = {
            "council": self.house.council,
            "administration": self.house.administration,
            "responsible": self.house.responsible,
            "body": body.name if body else None,
            "meeting": tell_day(self.meeting, self.wording.dates) if self.meeting else None,
        }
        return {slot: plain(text) for slot, text in told.items() if text}

    @cached_property
    def olds(self) -> dict[str, Line]:
        """The placeholders of phrases that show what the precedents have there; none for other drafts."""
        return _old_gaps(self.each if self.precedent else (), self.wording)

    def named(self, codes: Iterable[str]) -> list[str]:
        """Return codes, each once, without those that tell a reader nothing: nameless ones, and "other"."""
        return [code for code in dict.fromkeys(codes) if code in self.names and code != _UNTELLING]

    def list_names(self, codes: Iterable[str]) -> str:
        """Return the names of codes as a list in running text."""
        return enumerate_words([self.names[code] for code in codes], self.wording)

    def say(self, phrase: str, **slots: Line) -> Line:
        """Return a phrase filled with `slots`, what the house tells, and placeholders for the rest."""
        return fill(phrase, self.wording, {**self.olds, **self.known(), **slots})

    def propose(self, phrase: str, **slots: Line) -> Line:
        """Return a point of the proposal: a phrase that may name the source, as `say_of_source`.

        What a precedent was about is no more than a hint for it; and another council's item on taking
        part names the item, not the training that it took part in.
        """
        if self.precedent or self.programme.kind == "participation":
            gaps = _old_gaps(self.each, self.wording)
            named: dict[str, Line] = {slot: gaps[slot] for slot in ("title", "reference")}
        else:
            named = {"title": title_of(self), "reference": reference_of(self)}
        return self.say(phrase, **named, **slots)

    def say_of_source(self, phrase: str) -> Line:
        """Return a phrase that names the source by its title and reference."""
        return self.say(phrase, title=title_of(self), reference=reference_of(self))


def _old_gaps(briefs: Iterable[Brief], wording: Wording) -> dict[str, Line]:
    """Return the placeholders that show what briefs have for phrases, title and reference in any case."""
    found: dict[str, list[Cited]] = {"title": [], "reference": []}
    for brief in briefs:
        told = Precedent(brief.source, brief.programme, brief.pointer, brief.decision, brief.people)
        for slot, old in find_olds(told, wording.dates):
            found.setdefault(slot, []).append(old)
    return {slot: (_old_gap(slot, wording, olds),) for slot, olds in found.items()}


def _old_gap(slot: str, wording: Wording, olds: Sequence[Cited]) -> Placeholder:
    if slot == "title":
        return stale_gap("training", wording, olds)
    if slot == "reference":
        return stale_gap("organiser", wording, olds)
    empty = next(gap(key, wording) for key in wording.placeholders if key == slot)
    return show_olds(empty, olds)


def cited_title(brief: Brief) -> Cited | None:
    """Return the programme's title, or else the item's, in the source's words."""
    decision = brief.decision
    told = (
        (brief.programme.title, f"{brief.pointer}/title"),
        (decision.title if decision else None, f"{brief.decision_pointer}/title"),
    )
    quotes = (brief.source.quote(title, [pointer]) for title, pointer in told if title)
    return next((quote for quote in quotes if quote), None)


def source_lines(brief: Brief) -> tuple[Line, ...]:
    """Return a line for each source, as lists of documents and attachments name it."""
    return tuple(join((title_of(each), reference_of(each)), ", ") for each in brief.first_of_each)


def title_of(brief: Brief) -> Line:
    """Return the programme's title in quotation marks, or its placeholder."""
    title = cited_title(brief)
    return in_quotes(title, brief.wording) if title else (gap("programme_title", brief.wording),)


def reference_of(brief: Brief) -> Line:
    """Return where the programme stands: its publisher, and for an item body, date and §."""
    publisher: Line = (brief.source.publisher or gap("publisher", brief.wording),)
    item = _item_of(brief)
    return join((publisher, (item,)), ", ") if item else publisher


def _item_of(brief: Brief) -> Cited | None:
    decision, at = brief.decision, brief.decision_pointer
    if decision is None:
        return None
    parts = {
        f"{at}/body": _body(decision),
        f"{at}/meeting_date": decision.meeting_date and tell_day(decision.meeting_date, brief.wording.dates),
        f"{at}/section": decision.section and tell_section(decision.section, brief.wording),
    }
    backed = {pointer: text for pointer, text in parts.items() if text and brief.source.cite(text, [pointer])}
    return brief.source.cite(" ".join(backed.values()), backed)


def _body(decision: Decision) -> str | None:
    """Return the body's name, one in capitals as running text has it."""
    body = decision.body
    return body.capitalize() if body and body.isupper() and len(body) > _LONGEST_ACRONYM else body


def name_codes(brief: Brief, coded: tuple[Coded, ...], pointer: str) -> tuple[Cited | None, int]:
    """Return topics or audiences by their names, as one value with all quotes, and how many they are."""
    first = {each.code: position for position, each in reversed(list(enumerate(coded)))}
    codes = brief.named(each.code for each in coded)
    pointers = [f"{pointer}/{first[code]}" for code in codes]
    spans = [coded[first[code]].span for code in codes]
    return brief.source.cite(brief.list_names(codes), pointers, spans), len(codes)


def quote_of(brief: Brief, text: str, pointer: str, spans: tuple[tuple[int, int], ...] = ()) -> Line:
    """Return words of the source in quotation marks, very long ones cut; empty if unbacked."""
    quote = brief.source.quote(text, [pointer], spans)
    if quote is None:
        return ()
    return in_quotes(quote.model_copy(update={"text": cut(quote.text, _LONGEST_QUOTE)}), brief.wording)
