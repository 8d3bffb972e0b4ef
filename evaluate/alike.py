"""When a value that was found is the one that a reader meant."""

import re
from typing import Protocol

from config.measures import load_measures
from evaluate.gold import GoldWhen
from records.edtf import bounds

_NO_WORD = re.compile(r"\W+")
_SECTION_MARK = re.compile(r"^(§+|ps|sak|saknr|pykälä|paragraf)\s*")


class When(Protocol):
    """What a date finding and a session have in common."""

    @property
    def edtf(self) -> str | None:
        """The value as ISO 8601-2."""

    @property
    def time(self) -> str | None:
        """The clock, `17:00` or `17:00/19:00`."""

    @property
    def term_year(self) -> int | None:
        """The year within a term, from 1."""

    @property
    def month(self) -> int | None:
        """The month of a date told within a term."""

    @property
    def season(self) -> int | None:
        """The season of a date told within a term."""


def plain(text: str | None) -> str:
    """Return a text without case, signs and doubled blanks."""
    return _NO_WORD.sub(" ", text or "").casefold().strip()


def same_text(gold: str, found: str | None, first: int | None = None) -> bool:
    """Whether two texts are equal but for case, signs and blanks; `first` compares so many characters."""
    want, got = plain(gold), plain(found)
    return want[:first] == got[: min(first, len(want))] if first else want == got


def same_section(gold: str, found: str | None) -> bool:
    """Whether two section numbers are equal, whatever marks or blanks stand with them."""
    return _bare_section(gold) == _bare_section(found)


def same_when(gold: GoldWhen, found: When) -> bool:
    """Whether two dates tell the same span of days, or the same place within a term.

    A masked year ("XXXX-02") and a recurring date ask for no days; of a date within a term the month
    and season count where the annotation tells them. Clocks are compared by `same_clock`.
    """
    if (gold.edtf or "").startswith("X"):
        return not found.edtf or found.edtf.startswith("X")
    if gold.edtf:
        return _days(gold.edtf) == _days(found.edtf)
    if gold.term_year:
        same_month = gold.month in (None, found.month) and gold.season in (None, found.season)
        return gold.term_year == found.term_year and same_month
    return not found.edtf or bool(gold.recurring)


def same_clock(gold: str | None, found: str | None) -> bool:
    """Whether two clocks are equal: "9:00" is "09:00"."""
    return clock(gold) == clock(found)


def clock(told: str | None) -> str | None:
    """Return a clock as `09:00` or `09:00/15:30`, None for none."""
    parts = [part.strip().zfill(5)[:5] for part in (told or "").split("/") if part.strip()]
    return "/".join(parts) or None


def near_names(one: str, other: str) -> bool:
    """Whether two names may be one in two inflections: one holds the other, or two thirds are shared."""
    a, b = plain(one), plain(other)
    if not a or not b:
        return False
    stem = max(3, min(len(a), len(b)) * 2 // 3)
    return a in b or b in a or a[:stem] == b[:stem]


def shared_words(one: str | None, other: str | None) -> int:
    """Return how many words with a meaning of their own two titles share."""
    return len(content_words(one) & content_words(other))


def content_words(text: str | None) -> frozenset[str]:
    """Return the words of a title that carry its meaning, folded."""
    return frozenset(word for word in plain(text).split() if len(word) > 2) - load_measures().joining_words


def _bare_section(number: str | None) -> str:
    bare = _SECTION_MARK.sub("", (number or "").strip().casefold())
    return bare.replace(" ", "").strip("§.")


def _days(edtf: str | None) -> object:
    """Return the calendar days of a value; one that has none stands for itself."""
    days = bounds(edtf)
    return days if any(days) else edtf
