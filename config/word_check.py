"""Checks a language file before it is used: mistakes, slips, and what it puts in place of shipped words."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from config.languages import FOLDER, Language, language_codes, load_language
from config.layers import load_layers
from config.paths import shipped
from config.toml import MORE, Table, line_of, mistakes_in, overlay, parse_toml, read_place, with_more
from records.errors import ConfigError

Location = tuple[str | int, ...]

# Names stand as they are written; everything else is compared in lower case.
_AS_WRITTEN = (
    ("code",), ("name",), ("extends",), ("programme", "organisers", "known"), ("programme", "costs"),
    ("vocabulary", "companies"),
)  # fmt: skip
_SIGNS = "!?*"
# Lists of endings hold the empty one for the word as it stands.
_ENDINGS = "endings"
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]")
_STAR_WITHIN = re.compile(r"[^\s!?]\*[^\s*]")
_COUNTS = {("dates", "months"): 12, ("dates", "weekdays"): 7}


@dataclass(frozen=True, slots=True)
class Checked:
    """A language as a file would make it, None where keys are mistaken; every mistake; what it changes.

    `replaced` tells the lists that stand in place of shipped ones, `added` how many words are new.
    """

    language: Language | None
    mistakes: tuple[ConfigError, ...]
    replaced: tuple[str, ...] = ()
    added: int = 0


def check_language_file(path: Path) -> Checked:
    """Return what a file makes of its language, with every mistake in it.

    The file may be a whole language, one that `extends` another, or an overlay over the shipped file
    of its name, with only the keys that it changes. Raises ConfigError when the file cannot be read,
    is no TOML, or is not named after its language.
    """
    text, where = read_place(path), str(path)
    table = parse_toml(text, where)
    below = _below(path, table, where)
    whole = with_more(overlay(below, table)) | {"code": path.stem}
    mistakes = [*mistakes_in(Language, whole, where, text), *_slips(table, where, text)]
    fits = not mistakes_in(Language, whole, where, text)
    own = set(_words(table)) - set(_words(below))
    return Checked(
        Language.model_validate(whole) if fits else None,
        tuple(mistakes),
        tuple(_replaced(below, table)),
        len(own),
    )


def count_words(section: BaseModel) -> tuple[int, int]:
    """Return how many keys of a section hold words, and how many words they hold."""
    lists: dict[Location, int] = {}
    for location, _ in _values(section.model_dump(exclude_defaults=True), ()):
        key = _key(location)
        lists[key] = lists.get(key, 0) + 1
    return len(lists), sum(lists.values())


def _below(path: Path, table: Mapping[str, Any], where: str) -> Table:
    """Return the words that the file adds to."""
    code, base = path.stem, table.get("extends")
    if table.get("code", code) != code or base == code:
        raise ConfigError(
            where,
            expected=f"the code and name of the file: code = {code!r}, extending another language",
            found=f"code = {table.get('code', code)!r}, extends = {base!r}",
            advice="Name the file after its language, and let it extend another one or none.",
        )
    if isinstance(base, str):
        return load_language(base).model_dump(exclude={"examples"})
    if code in language_codes():
        return _shipped(code, path)
    if "code" not in table:
        raise ConfigError(
            where,
            expected=f"a file named after its language ({', '.join(language_codes())}), or a whole new one",
            found=f"no language {code!r}, and no keys `code` and `name`",
            advice="Save it as sv.toml for Swedish, and so on.",
        )
    return {}


def _shipped(code: str, path: Path) -> Table:
    """Return the words that the installation has without the file; none for a shipped file itself."""
    if Path(str(shipped(FOLDER, f"{code}.toml"))) == path.resolve():
        return {}
    if not shipped(FOLDER, f"{code}.toml").is_file():
        return {}
    language = load_layers(FOLDER, code, Language, {"code": code}, without=path.resolve())
    return language.model_dump(exclude={"examples"})


def _slips(table: Mapping[str, Any], where: str, text: str) -> Iterator[ConfigError]:
    seen: set[tuple[Location, str]] = set()
    for location, word in _values(table, ()):
        key = _key(location)
        if key[0] == "examples":
            continue
        slip = _slip(tuple(part for part in key if part != MORE), word)
        if (key, word) in seen and slip is None:
            slip = "each word once in a list", "Take one of the two out."
        seen.add((key, word))
        if slip:
            line = _line_of_word(text, location, word)
            found = f"{'.'.join(key)}: {word!r}"
            yield ConfigError(f"{where}, line {line}", expected=slip[0], found=found, advice=slip[1])
    for place, count in _COUNTS.items():
        listed = table.get(place[0], {}).get(place[1], ())
        if listed and len(listed) != count:
            line = line_of(text, place) or 1
            name = ".".join(place)
            yield ConfigError(f"{where}, line {line}", expected=f"{count} {name}", found=str(len(listed)))


def _slip(key: Sequence[str], word: str) -> tuple[str, str] | None:
    """Return what was expected of a word and what to do, None for a word that can be found."""
    if not word.strip(_SIGNS).strip() and not key[-1].endswith(_ENDINGS):
        return "a word", "Take it out, or write the word between the quotes."
    if _UNSEEN.search(word):
        return (
            "signs that can be seen",
            "The word holds a soft hyphen or a blank without width: type it again.",
        )
    if word != word.lower() and not any(tuple(key[: len(names)]) == names for names in _AS_WRITTEN):
        return "lower case", f"Write {word.lower()!r}: texts are compared in lower case."
    if "  " in word or (key[0] == "vocabulary" and word != word.strip()):
        return "words one blank apart", f"Write {' '.join(word.split())!r}."
    return _sign_slip(word) if key[0] == "vocabulary" else None


def _sign_slip(word: str) -> tuple[str, str] | None:
    if _STAR_WITHIN.search(word):
        return "a star before or behind a word", "A star within a word finds nothing: list two words."
    if word.endswith(("?", "!")):
        return "the sign before the word", f"Write {word[-1] + word[:-1]!r}."
    return None


def _replaced(below: Mapping[str, Any], table: Mapping[str, Any]) -> Iterator[str]:
    """Yield in a line each list that stands in place of a longer or other one."""
    mine, theirs = _lists(table), _lists(below)
    for key, words in mine.items():
        lost = [word for word in theirs.get(key, ()) if word not in words]
        if lost and MORE not in key and key[0] != "examples":
            name, instead = ".".join(key), f"{len(words)} words in place of {len(theirs[key])}"
            yield f"{name}: {instead}; below [{MORE}.{'.'.join(key[:-1])}] they would add to them"


def _lists(table: Mapping[str, Any]) -> dict[tuple[str, ...], list[str]]:
    lists: dict[tuple[str, ...], list[str]] = {}
    for location, word in _values(table, ()):
        lists.setdefault(_key(location), []).append(word)
    return lists


def _words(table: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], str]]:
    for location, word in _values(table, ()):
        key = tuple(part for part in _key(location) if part != MORE)
        if key[0] not in ("examples", "code", "name", "extends"):
            yield key, word


def _key(location: Location) -> tuple[str, ...]:
    return tuple(part for part in location if isinstance(part, str))


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
    numbers = range(first, len(lines) + 1)
    return next((number for number in numbers if any(q in lines[number - 1] for q in quoted)), first)
