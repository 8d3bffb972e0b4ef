"""Finds the words that tell roles of dates, once for a whole text, and tells how near they stand."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from config.date_words import RoleWords
from records.base import Span

FAR = 10_000
_STEMS = (
    "meeting", "no_meeting", "meeting_clock", "when", "minutes_of", "decided", "deciding_body", "session",
    "arranged", "deadline_before", "deadline", "term", "takes_office", "law", "law_rule", "stamp", "paper",
    "budget", "election", "earlier", "superseded", "calendar",
)  # fmt: skip
Cue = tuple[int, int, str]
"""Where a stem stands, and the key of its list in [dates.roles]."""


@dataclass(frozen=True, slots=True)
class Cues:
    """Where the stems of [dates.roles] stand in a text: by the list's key, and all in text order."""

    spans: dict[str, list[Span]]
    ordered: list[Cue]

    def inside(self, key: str, window: Span) -> Iterator[Span]:
        """Yield the cues of a list that lie wholly in `window`, in text order."""
        cues = self.spans.get(key, [])
        start, end = window
        for index in range(bisect_left(cues, (start, start)), len(cues)):
            if cues[index][0] >= end:
                return
            if cues[index][1] <= end:
                yield cues[index]

    def within(self, window: Span) -> Iterator[Cue]:
        """Yield the cues of every list that lie wholly in `window`, in text order."""
        start, end = window
        for index in range(bisect_left(self.ordered, (start,)), len(self.ordered)):
            cue = self.ordered[index]
            if cue[0] >= end:
                return
            if cue[1] <= end:
                yield cue

    def with_more(self, key: str, spans: Sequence[Span]) -> "Cues":
        """Return these cues and others of a list, which may lie on the same places."""
        if not spans:
            return self
        merged = sorted({*self.spans.get(key, []), *spans})
        ordered = sorted({*self.ordered, *((start, end, key) for start, end in spans)})
        return Cues({**self.spans, key: merged}, ordered)

    def gap(self, key: str, span: Span) -> int:
        """Return how many characters lie between a stretch and the nearest cue of a list, else FAR."""
        cues = self.spans.get(key, [])
        index = bisect_left(cues, (span[0], span[0]))
        before = span[0] - cues[index - 1][1] if index else FAR
        after = cues[index][0] - span[1] if index < len(cues) else FAR
        return min(before, after)

    def has(self, key: str, *windows: Span) -> bool:
        """Whether a cue of a list lies in one of `windows`."""
        return any(True for window in windows for _ in self.inside(key, window))


def find_cues(text: str, roles: RoleWords) -> Cues:
    """Return the cues of a folded text; words that only look like meetings are none."""
    automaton, keys = _automaton(roles)
    spans: dict[str, list[Span]] = {key: [] for key in _STEMS}
    for index, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
        for key, inner in keys[index]:
            if inner or start == 0 or not text[start - 1].isalpha():
                spans[key].append((start, end))
    for found in spans.values():
        found.sort()
    alike = Cues({"no_meeting": spans["no_meeting"]}, [])
    spans["meeting"] = [cue for cue in spans["meeting"] if not _covered(cue, alike)]
    return Cues(spans, sorted((start, end, key) for key, found in spans.items() for start, end in found))


def _covered(cue: Span, alike: Cues) -> bool:
    return any(start <= cue[1] for start, _ in alike.inside("no_meeting", (cue[0] - 16, cue[1] + 16)))


@lru_cache(maxsize=16)
def _automaton(roles: RoleWords) -> tuple[AhoCorasick, list[list[tuple[str, bool]]]]:
    """Return the automaton of all stems, and for each its lists and whether it may stand inside a word."""
    keys: dict[str, list[tuple[str, bool]]] = {}
    for key in _STEMS:
        for stem in getattr(roles, key):
            inner = stem.startswith("*") or not stem[:1].isalpha()
            keys.setdefault(stem.removeprefix("*"), []).append((key, inner))
    return AhoCorasick(list(keys)), list(keys.values())


def ends_in(text: str, words: tuple[str, ...], *, last: int = 1) -> bool:
    """Whether one of the `last` words of `text` is one of `words`, or ends as one marked `*` does.

    Digits run together with a word (table cells without blanks) do not count.
    """
    whole, suffixes = _endings(words)
    ending = text.rstrip(" \n\t|:,–-(.").split()[-last:]
    told = (word.rstrip("0123456789").strip(":,()") for word in ending)
    return any(word in whole or word.endswith(suffixes) for word in told if word)


@lru_cache(maxsize=64)
def _endings(words: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    return frozenset(words), tuple(word[1:] for word in words if word.startswith("*"))
