"""Knows how near a word stands to a date, by its stem."""

from extract.date_stems import stem_pattern

FAR = 10_000
AFTER_COSTS = 10


def has(text: str, stems: tuple[str, ...]) -> bool:
    """Whether a word of `text` begins with one of `stems` (or holds one marked `*`)."""
    return stem_pattern(stems).search(text) is not None


def distance(before: str, after: str, stems: tuple[str, ...], but: tuple[str, ...] = ()) -> int:
    """Return how many characters lie between a date and the nearest of `stems` on either side.

    Words that begin with one of `but` do not count; a word after the date counts as farther when
    one stands before it. Without any, ten thousand.
    """
    if but:
        before, after = (stem_pattern(but).sub(" ", text) for text in (before, after))
    pattern = stem_pattern(stems)
    nearest = min((len(before) - match.end() for match in pattern.finditer(before)), default=FAR)
    following = pattern.search(after)
    if following is None:
        return nearest
    return min(nearest, following.start() + (AFTER_COSTS if before.strip() else 0))


def ends_in(text: str, words: tuple[str, ...], *, last: int = 1) -> bool:
    """Whether one of the `last` words of `text` is one of `words`, or ends as one marked `*` does.

    Digits run together with a word (table cells without blanks) do not count.
    """
    suffixes = tuple(word[1:] for word in words if word.startswith("*"))
    told = (word.rstrip("0123456789").strip(":,()") for word in text.rstrip(" \n\t|:,–-(.").split()[-last:])
    return any(word in words or word.endswith(suffixes) for word in told if word)
