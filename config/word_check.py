"""Finds what is allowed in a language file and yet a slip: capitals, stray blanks, words listed twice."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from config.languages import FOLDER, Language, language_codes, load_language
from config.paths import shipped
from config.toml import Table, line_of, mistakes_in, overlay, parse_toml, read_place
from records.errors import ConfigError

Location = tuple[str | int, ...]

# Names stand as they are written; everything else is compared in lower case.
_AS_WRITTEN = (
    ("code",),
    ("name",),
    ("extends",),
    ("programme", "organisers", "known"),
    ("programme", "costs"),
)
_SIGNS = "!?*"
# Lists of endings hold the empty one for the word as it stands.
_ENDINGS = "endings"


def read_language_file(path: Path) -> tuple[Language | None, list[ConfigError]]:
    """Return a language as a file would make it, and every mistake in the file.

    The file may be a whole language, one that `extends` another, or an overlay over the shipped file
    of its name, with only the keys that it changes. No language where keys are mistaken. Raises
    ConfigError when the file cannot be read or is no TOML.
    """
    text, where = read_place(path), str(path)
    table = parse_toml(text, where)
    whole = overlay(_below(path, table), table) | {"code": path.stem}
    mistakes = mistakes_in(Language, whole, where, text)
    language = None if mistakes else Language.model_validate(whole)
    return language, [*mistakes, *_slips(table, where, text)]


def count_words(section: BaseModel) -> tuple[int, int]:
    """Return how many keys of a section hold words, and how many words they hold."""
    lists: dict[Location, int] = {}
    for location, _ in _values(section.model_dump(exclude_defaults=True), ()):
        key = tuple(part for part in location if isinstance(part, str))
        lists[key] = lists.get(key, 0) + 1
    return len(lists), sum(lists.values())


def _below(path: Path, table: Mapping[str, Any]) -> Table:
    """Return the words that the file adds to."""
    code, base = path.stem, table.get("extends")
    if isinstance(base, str) and base != code:
        return load_language(base).model_dump(exclude={"examples"})
    if code in language_codes() and Path(str(shipped(FOLDER, f"{code}.toml"))) != path.resolve():
        return load_language(code).model_dump(exclude={"examples"})
    return {}


def _slips(table: Mapping[str, Any], where: str, text: str) -> Iterator[ConfigError]:
    seen: set[tuple[Location, str]] = set()
    for location, word in _values(table, ()):
        key = tuple(part for part in location if isinstance(part, str))
        slip = None if key[0] == "examples" else _slip(key, word)
        if (key, word) in seen and slip is None and key[0] != "examples":
            slip = "each word once in a list", "Take one of the two out."
        seen.add((key, word))
        if slip:
            line = _line_of_word(text, location, word)
            found = f"{'.'.join(key)}: {word!r}"
            yield ConfigError(f"{where}, line {line}", expected=slip[0], found=found, advice=slip[1])


def _slip(key: Sequence[str], word: str) -> tuple[str, str] | None:
    """Return what was expected of a word and what to do, None for a word that can be found."""
    if not word.strip(_SIGNS).strip() and not key[-1].endswith(_ENDINGS):
        return "a word", "Take it out, or write the word between the quotes."
    if word != word.lower() and not any(tuple(key[: len(names)]) == names for names in _AS_WRITTEN):
        return "lower case", f"Write {word.lower()!r}: texts are compared in lower case."
    if "  " in word or (key[0] == "vocabulary" and word != word.strip()):
        return "words one blank apart", f"Write {' '.join(word.split())!r}."
    return None


def _values(value: object, location: Location) -> Iterator[tuple[Location, str]]:
    """Yield every text in a table with its place."""
    if isinstance(value, str):
        yield location, value
    elif isinstance(value, Mapping):
        for key, below in value.items():
            yield from _values(below, (*location, key))
    elif isinstance(value, Sequence):
        for place, below in enumerate(value):
            yield from _values(below, (*location, place))


def _line_of_word(text: str, location: Location, word: str) -> int:
    """Return the line of a word in its list, or the line where the list begins."""
    first = line_of(text, location) or 1
    lines = text.splitlines()
    quoted = (f'"{word}"', f"'{word}'")
    within = (
        number for number in range(first, len(lines) + 1) if any(q in lines[number - 1] for q in quoted)
    )
    return next(within, first)
