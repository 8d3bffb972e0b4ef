"""Fills the phrases of a wording file with pieces: values, placeholders, lists, quotations."""

import re
from collections.abc import Iterable, Mapping, Sequence

from config.wording import Wording
from config.wording_precedent import StaleKey
from config.wording_slots import PlaceholderKey
from export.text import capital
from records.draft import Cited, Line, Piece, Placeholder, Plain

SLOT = re.compile(r"\{(\w+)\}")
"""A slot of a phrase, by its name."""


def plain(text: str) -> Line:
    """Return a line of wording alone."""
    return (Plain(text=text),)


def gap(key: PlaceholderKey, wording: Wording) -> Placeholder:
    """Return the placeholder of that key, in the wording's words."""
    words = wording.placeholders[key]
    return Placeholder(key=key, text=words.text, hint=words.hint)


def stale_gap(key: StaleKey, wording: Wording, olds: Sequence[Cited] = ()) -> Placeholder:
    """Return the placeholder for what belonged to a precedent, which shows what stood there."""
    words = wording.precedent.placeholders[key]
    return show_olds(Placeholder(key=key, text=words.text, hint=words.hint), olds)


def show_olds(placeholder: Placeholder, olds: Iterable[Cited]) -> Placeholder:
    """Return a placeholder that shows further values of precedents, each once."""
    old, *also = dict.fromkeys((*placeholder.olds, *olds)) or (None,)
    return placeholder.model_copy(update={"old": old, "also": tuple(also)})


def fill(phrase: str, wording: Wording, slots: Mapping[str, Line]) -> Line:
    """Return a phrase with its slots filled; a slot that is not given is the placeholder of that name.

    A phrase that begins with a slot begins with a capital letter, except in words of a source.
    """
    pieces: list[Piece] = []
    for position, part in enumerate(SLOT.split(phrase)):
        if position % 2:
            pieces.extend(slots[part] if part in slots else _gap_named(part, wording))
        elif part:
            pieces.append(Plain(text=part))
    if phrase.startswith("{") and isinstance(pieces[0], Plain):
        pieces[0] = pieces[0].model_copy(update={"text": capital(pieces[0].text)})
    return tuple(pieces)


def join(lines: Iterable[Line], between: str) -> Line:
    """Return lines as one, with wording between them."""
    pieces: list[Piece] = []
    for line in lines:
        pieces.extend((Plain(text=between), *line) if pieces else line)
    return tuple(pieces)


def enumerate_lines(lines: Sequence[Line], wording: Wording) -> Line:
    """Return lines as a list in running text: "a, b ja c"."""
    if len(lines) < 2:
        return join(lines, "")
    words = ["".join(piece.text for piece in line) for line in lines]
    return join((join(lines[:-1], ", "), lines[-1]), _between(words, wording))


def enumerate_words(words: Sequence[str], wording: Wording) -> str:
    """Return words as a list in running text: "a, b ja c", but "a ja b sekä c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])}{_between(words, wording)}{words[-1]}"


def _between(words: Sequence[str], wording: Wording) -> str:
    usual = f" {wording.conjunction} "
    return f" {wording.wide_conjunction} " if any(usual in word for word in words) else usual


def in_quotes(cited: Cited, wording: Wording) -> Line:
    """Return a source's own words between the language's quotation marks, without their full stop."""
    start, end = wording.quotes
    words = cited.model_copy(update={"text": cited.text.removesuffix(".")})
    return Plain(text=start), words, Plain(text=end)


def _gap_named(name: str, wording: Wording) -> Line:
    return tuple(gap(key, wording) for key in wording.placeholders if key == name)
