"""Knows the language files: one TOML a language, its sections, and how one extends another."""

from functools import cache

from pydantic import Field

from config.date_words import DateWords
from config.decision_words import DecisionWords
from config.layers import layer_names, load_layers
from config.name_words import NameWords
from config.programme_words import ProgrammeWords
from config.vocabulary import Vocabulary
from config.words import Words

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
    names: NameWords = NameWords()
    examples: tuple[Example, ...] = ()


def language_codes() -> tuple[str, ...]:
    """Return the codes of all languages that have a file, shipped or own, sorted."""
    return layer_names(FOLDER)


@cache
def load_language(code: str) -> Language:
    """Return a language's words: what it extends, then its file, then the installation's own file.

    Raises ConfigError with file, line and key for a mistake, or for a code that has no file.
    """
    return load_layers(FOLDER, code, Language, {"code": code})
