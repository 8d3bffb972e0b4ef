"""Knows which words of a language tell time, in every inflection, and finds them at a place in a text."""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from config.date_words import DateWords, SeasonWords, TermWords
from extract.date_parts import TermSense
from records import edtf

WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A word or phrase and what it tells: `number` is a month, weekday, season or part's number.

    `shift` counts years from the document's own, `term` tells how it names a term of office.
    """

    phrase: str
    kind: str
    number: int = 0
    shift: int | None = None
    term: TermSense | None = None


class Lexicon:
    """The words of time of one language, found by their first word."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        grouped: dict[str, dict[Entry, None]] = {}
        for entry in entries:
            first = WORD.match(entry.phrase)
            grouped.setdefault(first.group() if first else entry.phrase[:1], {})[entry] = None
        self.by_word = {word: _longest_first(found) for word, found in grouped.items()}
        self._by_kind: dict[str, set[str]] = {}
        for found in grouped.values():
            for entry in found:
                self._by_kind.setdefault(entry.kind, set()).add(entry.phrase)

    def at(self, text: str, pos: int) -> tuple[Entry, ...]:
        """Return the entries that stand at `pos` of a folded text as whole words, longest first."""
        word = WORD.match(text, pos)
        entries = self.by_word.get(word[0] if word else text[pos : pos + 1])
        if not entries:
            return ()
        begun = [one for one in entries if text.startswith(one.phrase, pos)]
        return tuple([one for one in begun if _ends_whole(one.phrase, text, pos + len(one.phrase))])

    def opens(self, word: str, kinds: Container[str]) -> bool:
        """Whether a word is the first of an entry of one of `kinds`."""
        return any(entry.kind in kinds for entry in self.by_word.get(word, ()))

    def has(self, phrase: str, kind: str) -> bool:
        """Whether a word or phrase is one of a kind."""
        return phrase in self._by_kind.get(kind, ())


def _longest_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: -len(entry.phrase)))


def _ends_whole(phrase: str, text: str, end: int) -> bool:
    """Whether no letter goes on from the last one of a phrase that ends at `end`."""
    after = text[end : end + 1]
    return not (phrase[-1].isalpha() and (after.isalpha() or after == "_"))


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] is a whole word, as WORD has it, or a whole number."""
    begins = start == 0 or not _goes_on(text[start - 1], text[start])
    return begins and (end == len(text) or not _goes_on(text[end - 1], text[end]))


def _goes_on(one: str, other: str) -> bool:
    """Whether both are letters, or both digits."""
    return one.isalnum() and other.isalnum() and one.isdecimal() == other.isdecimal()


@lru_cache(maxsize=16)
def lexicon_of(words: DateWords) -> Lexicon:
    """Return the lexicon of a language's words of time."""
    return Lexicon(_entries(words))


def _entries(words: DateWords) -> Iterator[Entry]:
    yield from _months(words)
    yield from _weekdays(words)
    yield from _seasons(words.seasons)
    yield from _terms(words.terms)
    years = words.years
    for shift, phrases in ((0, years.this), (-1, years.last), (1, years.next)):
        yield from (Entry(phrase, "year_shift", shift=shift) for phrase in phrases)
    parts = words.parts
    ranks = (parts.first, parts.second, parts.third_one, parts.fourth)
    for number, phrases in enumerate(ranks, 1):
        yield from (Entry(phrase, "rank", number) for phrase in phrases)
    yield from (Entry(phrase, "rank", -1) for phrase in parts.last)
    for number, phrases in enumerate((parts.half_first, parts.half_second), 1):
        yield from (Entry(phrase, "half_named", number) for phrase in phrases)
    yield from _relative(words)
    for number, phrases in enumerate(words.ordinals, 1):
        yield from (Entry(phrase, "ordinal", number) for phrase in phrases)
    for kind, phrases in _plain(words).items():
        yield from (Entry(phrase, kind) for phrase in phrases)


def _plain(words: DateWords) -> dict[str, tuple[str, ...]]:
    years, parts, clock = words.years, words.parts, words.clock
    return {
        "month_person": words.month_people,
        "day_part": words.day_parts, "day_word": words.day_words, "den": words.den, "joined": words.joined,
        "until": words.until, "qualifier_before": words.qualifiers_before,
        "qualifier_after": words.qualifiers_after, "year": years.before, "school": years.school,
        "year_joiner": years.joiners, "turn": years.turn, "new_year": years.new_year,
        "midyear": years.midyear, "decade": years.decades, "month_status": years.month_status,
        "month_numbers": years.month_numbers, "half": parts.half, "third": parts.third,
        "quarter": parts.quarter, "quarter_sign": parts.quarter_sign, "week": parts.week,
        "week_short": parts.week_short,
        "month_unit": words.relative.month_unit, "ago": words.relative.ago, "hence": words.relative.hence,
        "hence_before": words.relative.hence_before, "on_from": words.on_from_before,
        "confirming": words.confirming,
        "clock": clock.before, "clock_from": clock.from_words, "clock_bare": clock.bare_after,
        "between": clock.between, "about": clock.about, "number_before": words.not_dates.before,
        "case_before": words.not_dates.case, "amount_after": words.not_dates.after,
    }  # fmt: skip


def _months(words: DateWords) -> Iterator[Entry]:
    full = [[name + end for name in names for end in words.month_endings] for names in words.months]
    endings = {"month_of": words.month_of, "month_from": words.month_from, "month_to": words.month_to}
    for number, (forms, shorts) in enumerate(zip(full, words.months_short, strict=False), 1):
        yield from (Entry(form, "month", number) for form in forms)
        yield from (
            Entry(form, kind, number)
            for kind, ends in endings.items()
            for form in forms
            if form.endswith(ends)
        )
        yield from (Entry(short, "month_short", number) for short in shorts)
        following = full[number % 12] if len(full) == 12 else []
        pairs = (short + form for short in shorts for form in following)
        yield from (Entry(pair, "month_pair", number) for pair in pairs)


def _weekdays(words: DateWords) -> Iterator[Entry]:
    endings = {
        "weekday": (*words.weekday_endings, *words.weekday_parts),
        "weekday_each": words.weekday_each,
        "weekday_from": words.weekday_from,
        "weekday_to": words.weekday_to,
    }
    for number, names in enumerate(words.weekdays):
        for kind, ends in endings.items():
            yield from (Entry(name + end, kind, number) for name in names for end in ends)
    for number, shorts in enumerate(words.weekdays_short):
        yield from (Entry(short, "weekday_short", number) for short in shorts)


def _relative(words: DateWords) -> Iterator[Entry]:
    relative = words.relative
    days = (relative.before_yesterday, relative.yesterday, relative.today, relative.tomorrow)
    for shift, phrases in enumerate((*days, relative.after_tomorrow), -2):
        yield from (Entry(phrase, "day_shift", shift=shift) for phrase in phrases)
    for number, phrases in enumerate((relative.days, relative.weeks, relative.months, relative.years)):
        yield from (Entry(phrase, "unit", number) for phrase in phrases)
    for number, phrases in enumerate(relative.counts, 1):
        yield from (Entry(phrase, "count", number) for phrase in phrases)
    if len(relative.weekday_past) == 2:
        before, after = relative.weekday_past
        for number, names in enumerate(words.weekdays):
            yield from (Entry(before + name + after, "weekday_past", number) for name in names)


def _seasons(words: SeasonWords) -> Iterator[Entry]:
    named = (
        (edtf.SPRING, words.spring, words.each_spring),
        (edtf.SUMMER, words.summer, words.each_summer),
        (edtf.AUTUMN, words.autumn, words.each_autumn),
        (edtf.WINTER, words.winter, words.each_winter),
    )
    for code, forms, each in named:
        yield from (Entry(form, "season", code) for form in forms if form not in words.past_forms)
        yield from (Entry(form, "season", code, shift=-1) for form in forms if form in words.past_forms)
        yield from (Entry(form, "season_each", code) for form in each)
    for code, short in ((edtf.SPRING, words.spring_short), (edtf.AUTUMN, words.autumn_short)):
        yield from (Entry(form, "season_short", code) for form in short)
    yield from (Entry(form, "season_own", edtf.SPRING) for form in words.own)
    yield from (Entry(form, "season_own_after") for form in words.own_after)
    for shift, openers in ((-1, words.past), (0, words.this), (1, words.next)):
        yield from (Entry(opener, "season_opener", shift=shift) for opener in openers)


def _terms(words: TermWords) -> Iterator[Entry]:
    senses: tuple[tuple[TermSense, tuple[str, ...]], ...] = (
        ("bare", words.openers),
        ("new", words.new),
        ("this", words.this),
        ("next", words.next),
        ("previous", words.previous),
    )
    for sense, phrases in senses:
        yield from (Entry(phrase, "term_opener", term=sense) for phrase in phrases)
    yield from (Entry(phrase, "term", term="bare") for phrase in words.words)
    yield from (Entry(phrase, "term_guarded", term="bare") for phrase in words.guarded)
    yield from (Entry(phrase, "term_whose") for phrase in words.whose)
    yield from (Entry(phrase, "term_after") for phrase in words.guarded_after)
    yield from (Entry(phrase, "term_each", term="each") for phrase in words.each)
    yield from (Entry(phrase, "term_year") for phrase in words.year)
    for number, phrases in enumerate(words.numbers, 1):
        yield from (Entry(phrase, "term_number", number) for phrase in phrases)
    yield from (Entry(phrase, "every_four") for phrase in words.every_four)
    yield from (Entry(phrase, "coming", term="coming") for phrase in words.coming)
