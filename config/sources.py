"""Knows sources.toml: which councils are read, and where."""

import re

from pydantic import BaseModel, ConfigDict

from config.paths import own, shipped
from config.toml import parse_toml, read_place, validate
from records.council import Source
from records.errors import ConfigError

FILE = "sources.toml"
_NAME = re.compile(r"[^\s/]+")


class Sources(BaseModel):
    """The file's one list, `[[source]]`."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    source: tuple[Source, ...] = ()


def load_sources() -> tuple[Source, ...]:
    """Return the shipped sources and the installation's own; the same id in both: the own one wins.

    Raises ConfigError with file, line and key for a mistake, and for an id that stands twice in a file.
    """
    known: dict[str, Source] = {}
    for place in (shipped(FILE), own(FILE)):
        if place.is_file():
            known |= _read(str(place), read_place(place))
    return tuple(known.values())


def parse_sources(text: str, where: str) -> tuple[Source, ...]:
    """Return the sources that `text` describes; `where` names it in errors."""
    return tuple(_read(where, text).values())


def _read(where: str, text: str) -> dict[str, Source]:
    listed = validate(Sources, parse_toml(text, where), where, text).source
    sources: dict[str, Source] = {}
    for source in listed:
        if source.id in sources:
            raise ConfigError(where, expected="each source id once", found=f"{source.id} twice")
        _check(source, where)
        sources[source.id] = source
    return sources


def _check(source: Source, where: str) -> None:
    """Refuse an id that could not be named on a command line, and addresses that nothing can fetch."""
    if not _NAME.fullmatch(source.id):
        raise ConfigError(where, expected="a source id without blanks and /", found=repr(source.id))
    for url in (*(base.url for base in source.bases), *source.pages, *source.feeds):
        if not url.startswith(("http://", "https://")):
            raise ConfigError(
                where,
                expected=f"addresses of source {source.id} that begin with https:// or http://",
                found=repr(url),
                advice="Copy the whole address from the browser.",
            )
