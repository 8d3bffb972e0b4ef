"""Knows what `paragraf extract` may be given: files, folders, standard input, addresses."""

import json
import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from records.document import Origin
from records.errors import ConfigError, ReadError

ENDINGS = (".txt", ".html", ".htm", ".pdf", ".docx")
STANDARD_INPUT = "-"
_ABOUT = ".about.json"


def check_choice(option: str, given: str | None, known: Collection[str]) -> None:
    """Raise ConfigError when a value is given for an option that is none of the known ones."""
    if given is not None and given not in known:
        raise ConfigError(option, expected=f"one of {', '.join(known)}", found=given)


class About(Origin):
    """What a `NAME.about.json` tells of the document beside it."""

    language: str | None = None


@dataclass(frozen=True, slots=True)
class Input:
    """One document to extract: its bytes come from `path`, from standard input, or from `url`."""

    name: str
    path: Path | None = None
    url: str | None = None


def list_inputs(arguments: Sequence[str]) -> Iterator[Input]:
    """Yield the documents that the arguments name, in their order; a folder's by name.

    A folder gives every file with a known ending (case-blind), at any depth. An argument that
    names nothing is yielded too, so that its error stands in its place among the records.
    """
    for argument in arguments:
        if argument == STANDARD_INPUT:
            yield Input(STANDARD_INPUT)
        elif argument.startswith(("http://", "https://")):
            yield Input(argument, url=argument)
        elif Path(argument).is_dir():
            found = sorted(path for path in Path(argument).rglob("*") if _is_document(path))
            found = found or [Path(argument)]  # to be told in its place that it holds none
            yield from (Input(path.name, path=path) for path in found)
        else:
            yield Input(Path(argument).name, path=Path(argument))


def read_input(given: Input) -> bytes:
    """Return the bytes of a file or of standard input.

    Raises ReadError naming the file when it cannot be read, and a folder that holds no document.
    """
    if given.path is None:
        return sys.stdin.buffer.read()
    if given.path.is_dir():
        raise ReadError(str(given.path), expected=f"documents ({', '.join(ENDINGS)})", found="none")
    try:
        return given.path.read_bytes()
    except OSError as error:
        raise ReadError(
            str(given.path),
            expected="a file that can be read",
            found=error.strerror or str(error),
            advice=f"Give a file ending in {', '.join(ENDINGS)}, a folder, an address, or - .",
        ) from error


def read_about(given: Input) -> About:
    """Return what stands in the `NAME.about.json` beside a file, or an empty About.

    Raises ReadError naming the about file for broken JSON and for unknown keys.
    """
    path = given.path and given.path.with_name(given.path.stem + _ABOUT)
    if path is None or not path.is_file():
        return About(path=str(given.path) if given.path else None, url=given.url)
    try:
        about = About.model_validate(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, ValidationError) as error:
        raise ReadError(
            str(path),
            expected="a JSON object with keys of `source`, or `language`",
            found=str(error).splitlines()[0],
            advice="Mend that file, or take it away.",
        ) from error
    return about.model_copy(update={"path": str(given.path)})


@dataclass(frozen=True, slots=True)
class InputOptions:
    """What the command line tells that a file cannot: system, language (BCP 47), address."""

    system: str | None = None
    language: str | None = None
    url: str | None = None


def with_options(about: About, options: InputOptions) -> About:
    """Return `about` with what the command line tells laid over it."""
    told = {"system": options.system, "language": options.language, "url": options.url}
    return about.model_copy(update={key: value for key, value in told.items() if value})


def _is_document(path: Path) -> bool:
    return path.suffix.lower() in ENDINGS and path.is_file()
