"""Knows by its shape what belongs to one time and place: numbers, names, addresses, days of the week."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from config.date_words import DateWords
from config.programme_words import CostWords
from config.wording_precedent import StaleKey
from export.text import ends_short
from records.base import Span

_TOKEN = re.compile(r"\S+")
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[’'-](?=[^\W\d_]))*")
_YEARS = re.compile(r"(?:1[89]|20)\d\d(?:\s?[–/-]\s?(?:\d\d)?\d\d)?")
_CURRENCY = re.compile(r"[$€£¥]|\b(?:EUR|SEK|NOK|DKK|USD)\b")
_KEPT = "§%€$£"
# a capital behind these begins a sentence or a name's own line, as one behind a full stop does
_OPENERS = frozenset("“”«»\"':–-•*")
_HOST = re.compile(r"[\w-]{3,}(?:\.[\w-]{1,63}){0,5}\.[a-z]{2,4}(?:/\S*)?")
_ADDRESS = ("http:", "https:", "www.")


@dataclass(frozen=True, slots=True)
class Stale:
    """A stretch of a text that must not be carried over, and what it is."""

    span: Span
    key: StaleKey


@dataclass(frozen=True)
class ShapeWords:
    """What words tell beside a number or by themselves: days and months, short days, units of money."""

    days: frozenset[str]
    short_days: frozenset[str]
    money: frozenset[str]


def shape_words(dates: DateWords, costs: CostWords) -> ShapeWords:
    """Return the words of a language that shapes look at, in all their forms."""
    weekdays = _forms(dates.weekdays, (*dates.weekday_endings, *dates.weekday_each, *dates.weekday_parts))
    return ShapeWords(
        days=frozenset((*weekdays, *_forms(dates.months, dates.month_endings))),
        short_days=frozenset(_forms(dates.weekdays_short, ("", "."))),
        money=frozenset((*costs.units, *costs.before_amount, *costs.millions)),
    )


def _forms(words: Iterable[Iterable[str]], endings: Iterable[str]) -> Iterator[str]:
    spellings = [spelling for each in words for spelling in each]
    return ("".join(pair) for pair in product(spellings, tuple(endings) or ("",)))


def find_shapes(text: str, span: Span, words: ShapeWords) -> Iterator[Stale]:
    """Yield what the shape of a sentence's words tells, in no order; stretches may overlap."""
    tokens = [match.span() for match in _TOKEN.finditer(text, *span)]
    for position, (start, end) in enumerate(tokens):
        token = text[start:end]
        if "@" in token or token.casefold().startswith(_ADDRESS) or _HOST.fullmatch(_bare(token)):
            yield Stale((start, end), "contact")
        elif any(map(str.isnumeric, token)) or "§" in token:
            yield _number(text, tokens, position, words)
        elif _bare(token) in words.days:
            yield Stale(_with_day(text, tokens, position, words), "when")
    yield from _names(text, span)


def _bare(token: str) -> str:
    return token.strip("().,;:!?”»«“\"'").casefold()


def _number(text: str, tokens: list[Span], position: int, words: ShapeWords) -> Stale:
    """Return a number with the money or the short day of the week that stands beside it."""
    first, last = position, position
    key: StaleKey = "section" if "§" in text[slice(*tokens[position])] else "number"
    before = _neighbour(text, tokens, position - 1)
    if before in words.money:
        first, key = position - 1, "amount"
    elif before in words.short_days:
        first, key = position - 1, "when"
    while _neighbour(text, tokens, last + 1).partition("/")[0] in words.money:
        last, key = last + 1, "amount"
    if _neighbour(text, tokens, last + 1) == "%":
        last += 1
    start, end = _trimmed(text, (tokens[first][0], tokens[last][1]))
    told = text[start:end]
    if key == "number" and _YEARS.fullmatch(told):
        key = "year"
    elif key == "number" and _CURRENCY.search(told):
        key = "amount"
    return Stale((start, end), key)


def _with_day(text: str, tokens: list[Span], position: int, words: ShapeWords) -> Span:
    first = position - (_neighbour(text, tokens, position - 1) in words.short_days)
    return _trimmed(text, (tokens[first][0], tokens[position][1]))


def _neighbour(text: str, tokens: list[Span], position: int) -> str:
    return _bare(text[slice(*tokens[position])]) if 0 <= position < len(tokens) else ""


def _trimmed(text: str, span: Span) -> Span:
    """Return a stretch without the marks around it that belong to the sentence."""
    start, end = span
    while start < end and not (text[start].isalnum() or text[start] in _KEPT):
        start += 1
    while start < end and not (text[end - 1].isalnum() or text[end - 1] in _KEPT):
        end -= 1
    return start, end


def _names(text: str, span: Span) -> Iterator[Stale]:
    """Yield names: capitals inside a sentence, with the one at its beginning where another follows."""
    words = [match.span() for match in _WORD.finditer(text, *span)]
    run: list[Span] = []
    for position, word in enumerate(words):
        follows = bool(run) and text[run[-1][1] : word[0]].isspace()
        if not text[word[0]].isupper():
            yield from _name(text, span, run)
            run = []
        elif follows or not run:
            run.append(word)
        else:
            yield from _name(text, span, run)
            run = [words[position]]
    yield from _name(text, span, run)


def _name(text: str, span: Span, run: list[Span]) -> Iterator[Stale]:
    if run and _begins(text, span, run[0][0]) and (len(run) == 1 or _is_acronym(text[slice(*run[1])])):
        run = run[1:]
    if run:
        yield Stale((run[0][0], run[-1][1]), "name")


def _is_acronym(word: str) -> bool:
    return sum(map(str.isupper, word)) > 1


def _begins(text: str, span: Span, start: int) -> bool:
    while start > span[0] and text[start - 1].isspace():
        start -= 1
    if start == span[0] or text[start - 1] in _OPENERS:
        return True
    return text[start - 1] in ".!?" and not ends_short(text, (span[0], start - 1))
