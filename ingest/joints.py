"""Knows where words touch at the edge of inline elements: labels glued to text, words cut in two."""

import re

BLOCK, BOLD, PLAIN, EDGE = "\ufdd0", "\ufdd2", "\ufdd3", "\ufdd4"
_SMALL = "a-zß-öø-ÿčđŋšŧž"
_LARGE = "A-ZÀ-ÖØ-ÞČĐŊŠŦŽ"
_MARKS = f"{BOLD}{PLAIN}{EDGE}"
_SEAM = re.compile(
    f"[{_MARKS}](?<=[{_SMALL}].)[{_MARKS}]*(?=[{_LARGE}0-9])"
    f"|[{_MARKS}](?<=[0-9.,:;!?)].)[{_MARKS}]*(?=[{_LARGE}])"
)
_LABEL = re.compile(f"({BLOCK}.[\\s{_MARKS}]*[^{BLOCK}{_MARKS}]*[^\\W\\d_])[{_MARKS}]+(?=[^\\W\\d_])")


def join_inline(marked: str, *, labelled: bool = False) -> str:
    """Return `marked` without edge marks, a blank where an edge parts what must not be glued.

    A capital or number behind a small letter begins a word of its own, as does a capital behind a
    number or punctuation; all else is one word that markup has cut. With `labelled`, the first edge between
    letters of a block parts a label from its text, whatever letters meet there.
    """
    if labelled:
        marked = _LABEL.sub(r"\1 ", marked)
    return _SEAM.sub(r"\g<0> ", marked).replace(EDGE, "")
