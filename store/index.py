"""Knows full-text search as SQLite's FTS5 and PostgreSQL's tsvector do it.

Both are handed words that were split here, so that the same question has the same answer in both.
No stemming and no folding of accents: an inflected language is searched by the beginnings of words,
and "säde" is not "sade".
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    column,
    false,
    func,
    literal,
    literal_column,
    select,
    table,
)
from sqlalchemy.dialects.postgresql import REGCONFIG

from store.columns import Words

_WORD = re.compile(r"[^\W_]+")
_PIECE = re.compile(r'"([^"]*)"|([^\s"]+)')
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))

_BYTES = 400_000
"""How much of an item is indexed: PostgreSQL's tsvector ends at a megabyte."""

_LONGEST = 100
"""Letters of a word that count; what is longer is no word."""

_INDEX = table("search_index", column("rowid", Integer), column("words", Words))

_SIMPLE = literal("simple", REGCONFIG)
"""PostgreSQL's dictionary that leaves words as they are."""


class Term(NamedTuple):
    """Words that must follow one another; `open_end` lets the last one be the beginning of a word."""

    words: tuple[str, ...]
    open_end: bool


def save_words(connection: Connection, item: int, parts: Iterable[str | None]) -> None:
    """Make an item findable by the words of `parts`, and by no others."""
    value = _kept(connection, parts)
    remove_words(connection, item)
    connection.execute(_INDEX.insert().values({_INDEX.c.rowid: item, _INDEX.c.words: value}))


def remove_words(connection: Connection, item: int) -> None:
    """Make an item findable by no word."""
    connection.execute(_INDEX.delete().where(_INDEX.c.rowid == item))


def has_words(connection: Connection, item: int, parts: Iterable[str | None]) -> bool:
    """Tell whether an item is findable by the words of `parts`, and by no others."""
    wanted = select(_INDEX.c.rowid).where(_INDEX.c.rowid == item, _INDEX.c.words == _kept(connection, parts))
    return connection.execute(wanted).first() is not None


def indexed_items(connection: Connection) -> set[int]:
    """Return the numbers of all items that are findable."""
    return set(connection.execute(select(_INDEX.c.rowid)).scalars())


def wipe_index(connection: Connection) -> None:
    """Rewrite SQLite's index, so that words taken out of it are gone from the file too."""
    if _is_sqlite(connection):
        connection.exec_driver_sql("INSERT INTO search_index (search_index) VALUES ('optimize')")


def items_with(connection: Connection, question: str) -> Select[tuple[int]]:
    """Return the query for the numbers of the items that hold all terms of a question.

    A word finds every word that begins with it (`koulutu` and `koulutu*` alike); words in double
    quotes are found as they stand, one after the other. A question without letter or digit finds
    nothing.
    """
    return select(_INDEX.c.rowid).where(_condition(connection, read_terms(question)))


def read_terms(question: str) -> tuple[Term, ...]:
    """Return the terms of a question as it was typed."""
    pieces = ((quoted or bare, not quoted) for quoted, bare in _PIECE.findall(question))
    terms = (Term(tuple(split_words(piece)), open_end) for piece, open_end in pieces)
    return tuple(term for term in terms if term.words)


def split_words(words: str) -> list[str]:
    """Return the words of a text, folded to one case: runs of letters and digits, soft hyphens closed."""
    plain = unicodedata.normalize("NFC", words.translate(_INVISIBLE)).casefold()
    return [word[:_LONGEST] for word in _WORD.findall(plain)]


def _kept(connection: Connection, parts: Iterable[str | None]) -> ColumnElement[Any]:
    """Return the words of a text as this database keeps them."""
    words = " ".join(split_words(" ".join(part for part in parts if part)))
    words = words.encode("utf-8")[:_BYTES].decode("utf-8", "ignore")
    return literal(words) if _is_sqlite(connection) else func.to_tsvector(_SIMPLE, words)


def _condition(connection: Connection, terms: tuple[Term, ...]) -> ColumnElement[bool]:
    if not terms:
        return false()
    if _is_sqlite(connection):
        wanted = " AND ".join(f'"{" ".join(term.words)}"{"*" if term.open_end else ""}' for term in terms)
        return literal_column("search_index").bool_op("MATCH")(wanted)
    wanted = " & ".join(f"({' <-> '.join(term.words)}{':*' if term.open_end else ''})" for term in terms)
    return _INDEX.c.words.bool_op("@@")(func.to_tsquery(_SIMPLE, wanted))


def _is_sqlite(connection: Connection) -> bool:
    return connection.dialect.name == "sqlite"
