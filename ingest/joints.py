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
_SIMPLE = (
    (f"{EDGE} {EDGE}", " "),
    (f"{EDGE}{BLOCK}", BLOCK),
    (f"{BLOCK}p{EDGE}", f"{BLOCK}p"),
    (f"{BLOCK}p\n{BLOCK}p", f"{BLOCK}p"),
)
"""Most edges meet a blank or the end or beginning of a block, and most blocks lie a line apart: a
replacement for all of them is quicker than a pattern, or a look at each."""


def join_inline(marked: str, *, labelled: bool = False) -> list[str]:
    """Return the blocks of `marked` without edge marks, a blank where an edge parts what must not be glued.

    A capital or number behind a small letter begins a word of its own, as does a capital behind a
    number or punctuation; all else is one word that markup has cut. With `labelled`, the first edge between
    letters of a block parts a label from its text, whatever letters meet there.
    """
    if labelled:
        marked = _LABEL.sub(r"\1 ", BLOCK + marked)[1:]
    for seam, plain in _SIMPLE:
        marked = marked.replace(seam, plain)
    blocks = marked.split(BLOCK)
    if EDGE not in marked and BOLD not in marked and PLAIN not in marked:
        return blocks
    return [_join(words) if EDGE in words or BOLD in words or PLAIN in words else words for words in blocks]


def _join(words: str) -> str:
    """Join the words of one block, which stand behind its letter."""
    words = words.rstrip(EDGE)
    if words[1:2] == EDGE:
        words = words[0] + words[1:].lstrip(EDGE)
    if EDGE in words or BOLD in words or PLAIN in words:
        words = _SEAM.sub(r"\g<0> ", words).replace(EDGE, "")
    return words
