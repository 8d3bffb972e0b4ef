"""Knows which words of the language files tell what a listed document is: its kind, its body, its month."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from urllib.parse import unquote

from config.date_words import DateWords
from config.decision_words import BodyWords, DecisionWords
from config.languages import language_codes, load_language
from records.council import Source

_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "ß": "ss", "_": " ", "+": " ", "\xa0": " ", "–": "-"})
_INFLECTION = r"[a-z]{0,2}(?![a-z])"
"""A word may end a compound and take a short ending: nämndprotokollet, møteprotokoller."""
_NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class ListedWords:
    """What is looked for in the words of a list, all of it in folded text but for `bodies`.

    `minutes` and `others` find the name of a document's kind; `months` finds a month's name, in the
    group `month<number>` that names it. `bodies` finds the name of a body in text as it stands.
    `year_first` tells how six digits name a day: 261028, or 281026.
    """

    minutes: re.Pattern[str]
    others: re.Pattern[str]
    months: str
    bodies: re.Pattern[str]
    year_first: bool


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Return `text` as file names spell it: small letters without accents, escapes and underscores read."""
    parted = unicodedata.normalize("NFKD", unquote(text).lower())
    return "".join(char for char in parted if not unicodedata.combining(char)).translate(_LETTERS)


def words_for(source: Source) -> ListedWords:
    """Return the words of the source's language; of all languages where it names none that has words."""
    known = language_codes()
    codes = (source.language,) if source.language in known else known
    languages = [load_language(code) for code in codes if code]
    decisions = tuple(language.decision for language in languages)
    dates = tuple(language.dates for language in languages)
    return _compiled(decisions, dates, source.council.country == "SE")


def calls_it_minutes(texts: Iterable[str], words: ListedWords) -> bool:
    """Tell whether the first of `texts` that names a kind of document names minutes.

    The other kinds are agendas, papers, attachments and officers' decisions. Of several kinds in one
    text the first counts: "Protokoll med bilagor" are minutes, "Bilaga till protokoll" is none.
    """
    for text in texts:
        folded = fold(text)
        own, other = words.minutes.search(folded), words.others.search(folded)
        if own or other:
            return own is not None and (other is None or own.start() < other.start())
    return False


def find_body(texts: Iterable[str], source: Source, words: ListedWords) -> str | None:
    """Return the body that the first of `texts` to name one names, or None.

    A body of the source, by name or alias, comes before a word that ends as bodies' names do.
    """
    for text in texts:
        folded = f" {re.sub(r'[^a-z0-9]+', ' ', fold(text))} "
        for body in source.bodies:
            names = (re.sub(r"[^a-z0-9]+", " ", fold(name)) for name in (body.name, *body.aliases))
            if any(f" {name} " in folded for name in names):
                return body.name
        found = words.bodies.search(unquote(text).replace("_", " "))
        if found:
            return " ".join(found[0].split())
    return None


@cache
def _compiled(
    decisions: tuple[DecisionWords, ...], dates: tuple[DateWords, ...], year_first: bool
) -> ListedWords:
    minutes = [word for one in decisions for word in one.head.minutes]
    others = [
        word
        for one in decisions
        for kind in (
            one.head.agenda,
            one.head.case_paper,
            one.head.officer_decision,
            one.labels.attachments,
        )
        for word in kind
    ]
    bodies = _bodies([one.bodies for one in decisions])
    return ListedWords(_kinds(minutes), _kinds(others), _months(dates), bodies, year_first)


def _kinds(words: Iterable[str]) -> re.Pattern[str]:
    told = _either(fold(word).strip(" :.") for word in words)
    return re.compile(told + _INFLECTION) if told else _NOTHING


def _months(dates: Iterable[DateWords]) -> str:
    """Return the pattern of a month's name in folded text, each month in a group of its own."""
    names: list[set[str]] = [set() for _ in range(12)]
    endings: set[str] = set()
    for one in dates:
        endings.update(map(fold, one.month_endings))
        for lists in (one.months, one.months_short):
            for known, told in zip(names, lists, strict=False):
                known.update(map(fold, told))
    tail = f"{_either(endings)}?" if any(endings) else ""
    return "|".join(f"(?P<month{n}>{_either(told)}{tail})" for n, told in enumerate(names, 1) if told)


def _bodies(bodies: Sequence[BodyWords]) -> re.Pattern[str]:
    """Return the pattern of a body's name: "Bygg- och miljönämnden", "Tekniska nämnden", "Kommunestyret"."""
    endings = _either(end for one in bodies for end in one.endings)
    joints = _either(word for one in bodies for word in one.joints)
    adjectives = _either(word for one in bodies for word in one.adjectives)
    if not endings:
        return _NOTHING
    first = rf"(?:\w{{1,40}}-\s{joints}\s)?" if joints else ""
    before = rf"(?:{adjectives}\s)?" if adjectives else ""
    return re.compile(rf"\b{first}{before}[^\W\d_]{{0,40}}{endings}\b", re.IGNORECASE)


def _either(words: Iterable[str]) -> str:
    """Return a pattern of any of `words`, the longest first, a blank being also a hyphen."""
    told = sorted(set(filter(None, words)), key=lambda word: (-len(word), word))
    spaced = (r"[\s-]+".join(map(re.escape, word.split())) for word in told)
    return f"(?:{'|'.join(spaced)})" if told else ""
