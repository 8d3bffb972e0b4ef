"""How a placeholder reads: what is wanted, and the old values that earlier decisions have in its place."""

from collections.abc import Iterator

from config.wording import Wording
from export.text import cut, fold
from records.draft import Cited, Placeholder

_LONGEST = 80


def shown(gap: Placeholder, wording: Wording) -> str:
    """Return a placeholder as it stands in a text, in square brackets."""
    return "".join(text for text, _ in marked_parts(gap, wording))


def marked_parts(gap: Placeholder, wording: Wording) -> Iterator[tuple[str, tuple[Cited, ...]]]:
    """Yield the parts of a placeholder, each with the old values that it shows: none in the words between."""
    olds: dict[str, tuple[Cited, ...]] = {}
    for old in gap.olds:
        text = cut(fold(old.text), _LONGEST)
        olds[text] = (*olds.get(text, ()), old)
    if not olds:
        yield f"[{gap.text}]", ()
        return
    before, _, after = wording.precedent.was.partition("{value}")
    lead = f"[{gap.text}; {before}"
    for position, (text, cited) in enumerate(olds.items(), 1):
        yield lead, ()
        yield text, cited
        lead = f" {wording.conjunction} " if position == len(olds) - 1 else ", "
    yield f"{after}]", ()
