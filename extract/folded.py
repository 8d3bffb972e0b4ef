"""The view of a text that matching runs on: lower case, plain blanks, same length as the original."""

from functools import lru_cache

_BLANKS = "\u00a0\u2007\u202f\u2009\u2002\u2003\u2004\u2005\u2006\u2008\u200a\u3000\t"
_LONG = 500
"""Texts longer than this are documents; the last ones are kept, since every part of extraction folds them."""


def fold(text: str) -> str:
    """Return `text` in lower case with every kind of blank as a space, code point for code point.

    Letters whose lower case has another length (`İ`) stay as they are, so that spans found in
    the folded view index the original.
    """
    return _kept(text) if len(text) > _LONG else _folded(text)


def _folded(text: str) -> str:
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    if lower.isascii():
        return lower.replace("\t", " ")
    for blank in _BLANKS:  # many passes that look for one sign are quicker than one that translates each
        lower = lower.replace(blank, " ")
    return lower


_kept = lru_cache(maxsize=2)(_folded)
