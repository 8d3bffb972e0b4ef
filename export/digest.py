"""Writes the digest of a house's drafts: plain text that any mail program or editor shows as it is."""

import datetime as dt
import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from config.wording import Wording
from config.wording_digest import Counted, DigestPhrases
from export.aftermath import name_minuted, tell_verdict
from export.text import fit, fold
from export.times import tell_day
from records.aftermath import Aftermath
from records.draft import TriggerKind

WIDTH = 72
"""Columns of a line; only addresses and paths, which must stay whole, may be longer."""

_SHOWN = 10
"""So many ill councils are named."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class DraftNews:
    """A draft that is new, or lies there in a new version, or waits.

    `source` names what it is made from, `file` is its path below the outbox, `gaps` counts the places that
    are still to be filled in (null where nobody can tell).
    """

    title: str
    reason: TriggerKind
    source: str
    file: str
    gaps: int | None
    version: int = 1


@dataclass(frozen=True, slots=True)
class HandledNews:
    """A draft whose matter stood on an agenda or was handled by a meeting, or that several items could be."""

    title: str
    aftermath: Aftermath
    file: str


@dataclass(frozen=True, slots=True)
class Covered:
    """What was read: how many sources without issues, and which councils' sources have some."""

    well: int = 0
    ill: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Digest:
    """What a clerk is told of a house's drafts; `waiting` and what follows is no news, but how it stands.

    `untouched` counts drafts that nobody has edited yet.
    """

    council: str
    day: dt.date
    new: tuple[DraftNews, ...] = ()
    versions: tuple[DraftNews, ...] = ()
    handled: tuple[HandledNews, ...] = ()
    waiting: tuple[DraftNews, ...] = ()
    untouched: int = 0
    covered: Covered = field(default_factory=Covered)

    @property
    def has_news(self) -> bool:
        """Tell whether anything is new since the last digest."""
        return bool(self.new or self.versions or self.handled)


def digest_subject(digest: Digest, wording: Wording) -> str:
    """Return the digest in a line: what is new by its number, or that nothing is."""
    words = wording.digest
    parts = ((words.new, digest.new), (words.versions, digest.versions), (words.handled, digest.handled))
    told = [_count(phrases, len(listed)) for phrases, listed in parts if listed]
    return fit(words.subject.format(news=", ".join(told) or _inside(words.nothing)))


def render_digest(digest: Digest, wording: Wording) -> str:
    """Return the digest as plain text in lines of at most 72 columns, in the clerk's language."""
    words = wording.digest
    lines = [words.title.format(day=tell_day(digest.day, wording.dates)), fold(digest.council), ""]
    if not digest.has_news:
        lines += [words.nothing, ""]
    lines += _part(words.new, digest.new, lambda one: _drafted(one, words))
    lines += _part(words.versions, digest.versions, lambda one: _renewed(one, words))
    lines += _part(words.handled, digest.handled, lambda one: _handled(one, wording))
    lines += _part(words.waiting, digest.waiting, lambda one: _waiting(one, words))
    if digest.untouched:
        lines += [*_wrap(f"{_count(words.untouched, digest.untouched)}.", indent=""), ""]
    return "\n".join([*lines, *_covered(digest.covered, words)]) + "\n"


def _part(phrases: Counted, listed: Sequence[T], tell: Callable[[T], Iterator[str]]) -> Iterator[str]:
    if listed:
        heading = _count(phrases, len(listed))
        yield from (heading, "-" * min(len(heading), WIDTH), "")
    for one in listed:
        yield from (*tell(one), "")


def _drafted(one: DraftNews, words: DigestPhrases) -> Iterator[str]:
    yield from _wrap(one.title, first="* ")
    yield from _wrap(words.why.format(value=words.reasons[one.reason]))
    yield from _wrap(words.source.format(value=one.source))
    yield from _to_fill(one, words)


def _renewed(one: DraftNews, words: DigestPhrases) -> Iterator[str]:
    yield from _wrap(one.title, first="* ")
    yield from _wrap(words.version.format(value=one.version))
    yield from _to_fill(one, words)


def _waiting(one: DraftNews, words: DigestPhrases) -> Iterator[str]:
    yield from _wrap(one.title, first="* ")
    yield from _to_fill(one, words)


def _to_fill(one: DraftNews, words: DigestPhrases) -> Iterator[str]:
    if one.gaps is not None:
        yield from _wrap(_count(words.to_fill, one.gaps) if one.gaps else words.nothing_to_fill)
    yield from _whole(words.document, one.file)


def _handled(one: HandledNews, wording: Wording) -> Iterator[str]:
    told = one.aftermath
    yield from _wrap(one.title, first="* ")
    yield from _wrap(wording.aftermath.outcome.format(verdict=tell_verdict(told, wording)))
    for item in (told.found,) if told.found else told.possible:
        yield from _wrap(name_minuted(item, wording))
        if item.url:
            yield f"  {fit(item.url)}"
    yield from _whole(wording.digest.document, one.file)


def _covered(covered: Covered, words: DigestPhrases) -> Iterator[str]:
    yield from (words.covered, "-" * len(words.covered), "")
    if not covered.well and not covered.ill:
        yield from _wrap(words.unread, indent="")
        return
    yield from _wrap(f"{_count(words.read, covered.well)}.", indent="")
    if covered.ill:
        named = [fold(name) for name in covered.ill[:_SHOWN]]
        rest = len(covered.ill) - len(named)
        told = ", ".join([*named, words.more.format(value=rest)] if rest else named)
        yield from _wrap(f"{_count(words.ill, len(covered.ill))}: {told}. {words.advice}", indent="")


def _count(phrases: Counted, number: int) -> str:
    return phrases[number != 1].format(value=number)


def _inside(sentence: str) -> str:
    """Return a sentence as a part of another one."""
    return f"{sentence[:1].lower()}{sentence[1:].rstrip('.')}"


def _whole(phrase: str, path: str) -> Iterator[str]:
    """Yield a path in a line of its own where it is too long for one with its label: it is never cut."""
    told = f"  {phrase.format(value=fit(path))}"
    if len(told) <= WIDTH:
        yield told
    else:
        yield f"  {phrase.format(value='').rstrip()}"
        yield f"  {fit(path)}"


def _wrap(text: str, *, first: str = "  ", indent: str = "  ") -> list[str]:
    """Return text in lines; a word that is too long for one stands whole on its own."""
    start = first if indent else ""
    return textwrap.wrap(
        fold(text),
        WIDTH,
        initial_indent=start,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
