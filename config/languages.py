"""Knows the language files: one TOML a language, its sections, and how one extends another."""

from functools import cache

from pydantic import Field

from config.date_words import DateWords
from config.decision_words import DecisionWords
from config.paths import own, shipped
from config.programme_words import ProgrammeWords
from config.toml import Table, overlay, parse_toml, validate
from config.vocabulary import Vocabulary
from config.words import Words
from records.errors import ConfigError

FOLDER = "languages"


class Example(Words):
    """A sentence of the file's own, with what must be read in it; the tests run each one.

    `dates` maps an expression to its EDTF value (or `time`), `topics` and `audiences` list codes,
    `relevant` is the verdict on the sentence as a document.
    """

    text: str
    anchor: str | None = None
    dates: dict[str, str] = Field(default_factory=dict)
    topics: tuple[str, ...] | None = None
    audiences: tuple[str, ...] | None = None
    relevant: bool | None = None


class Language(Words):
    """All words of one language; `code` is BCP 47, `extends` the language it adds to."""

    code: str
    name: str
    extends: str | None = None
    dates: DateWords = DateWords()
    decision: DecisionWords = DecisionWords()
    vocabulary: Vocabulary = Vocabulary()
    programme: ProgrammeWords = ProgrammeWords()
    examples: tuple[Example, ...] = ()


def language_codes() -> tuple[str, ...]:
    """Return the codes of all languages that have a file, shipped or own, sorted."""
    names = {entry.name for entry in shipped(FOLDER).iterdir()}
    if own(FOLDER).is_dir():
        names |= {path.name for path in own(FOLDER).iterdir()}
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


@cache
def load_language(code: str) -> Language:
    """Return a language's words: what it extends, then its file, then the installation's own file.

    Raises ConfigError with file, line and key for a mistake, or for a code that has no file.
    """
    table, where, text = _merged(code)
    return validate(Language, table, where, text)


def _merged(code: str) -> tuple[Table, str, str]:
    layers = _layers(code)
    table: Table = {}
    where, text = layers[0]
    for where, text in layers:
        table = overlay(table, parse_toml(text, where))
    base = table.get("extends")
    if isinstance(base, str):
        below, _, _ = _merged(base)
        below.pop("examples", None)
        table = overlay(below, table)
    return table, where, text


def _layers(code: str) -> list[tuple[str, str]]:
    name = f"{code}.toml"
    places = [shipped(FOLDER, name), own(FOLDER, name)]
    layers = [(str(place), place.read_text(encoding="utf-8")) for place in places if place.is_file()]
    if not layers:
        raise ConfigError(
            code,
            expected=f"one of the languages {', '.join(language_codes())}",
            advice=f"Add {own(FOLDER, name)}.",
        )
    return layers
