"""Finds the words that tell roles of dates, once for a whole text, and tells how near they stand."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from config.date_words import RoleWords
from records.base import Span

FAR = 10_000
_STEMS = (
    "meeting", "no_meeting", "meeting_clock", "minutes_of", "decided", "deciding_body", "session",
    "deadline_before", "deadline", "term", "takes_office", "law", "law_rule", "stamp", "budget", "calendar",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cues:
    """Where the stems of each list of [dates.roles] stand in a text, by the list's key."""

    spans: dict[str, list[Span]]

    def inside(self, key: str, window: Span) -> Iterator[Span]:
        """Yield the cues of a list that lie wholly in `window`, in text order."""
        cues = self.spans.get(key, [])
        start, end = window
        for index in range(bisect_left(cues, (start, start)), len(cues)):
            if cues[index][0] >= end:
                return
            if cues[index][1] <= end:
                yield cues[index]

    def has(self, key: str, *windows: Span) -> bool:
        """Whether a cue of a list lies in one of `windows`."""
        return any(True for window in windows for _ in self.inside(key, window))

    def before(self, key: str, window: Span) -> int:
        """Return how many characters lie between the last cue in `window` and its end, else FAR."""
        return min((window[1] - end for _, end in self.inside(key, window)), default=FAR)

    def after(self, key: str, window: Span) -> int:
        """Return how many characters lie between the start of `window` and its first cue, else FAR."""
        return next((start - window[0] for start, _ in self.inside(key, window)), FAR)


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
    alike = Cues({"no_meeting": spans["no_meeting"]})
    spans["meeting"] = [cue for cue in spans["meeting"] if not _covered(cue, alike)]
    return Cues(spans)


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
    suffixes = tuple(word[1:] for word in words if word.startswith("*"))
    ending = text.rstrip(" \n\t|:,–-(.").split()[-last:]
    told = (word.rstrip("0123456789").strip(":,()") for word in ending)
    return any(word in words or word.endswith(suffixes) for word in told if word)
