"""How a placeholder reads: what is wanted, and the old values that earlier decisions have in its place."""

from config.wording import Wording
from export.phrases import enumerate_words
from export.text import cut, fold
from records.draft import Placeholder

_LONGEST = 80


def shown(gap: Placeholder, wording: Wording) -> str:
    """Return what stands between the square brackets of a placeholder."""
    olds = list(dict.fromkeys(cut(fold(old.text), _LONGEST) for old in gap.olds))
    if not olds:
        return gap.text
    return f"{gap.text}; {wording.precedent.was.format(value=enumerate_words(olds, wording))}"
