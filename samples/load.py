"""Knows where the made-up councils lie in the package, and reads them."""

import datetime as dt
from collections.abc import Iterator, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TypeVar

from config.toml import parse_toml, validate
from records.council import Base, Source
from records.errors import ConfigError
from samples.council import Council, CouncilFile, Meeting, OfficerDecision
from samples.expected import Expected

M = TypeVar("M", Meeting, OfficerDecision)
TODAY = dt.date(2026, 11, 20)
"""The day on which the sample councils' world stands: their newest meetings are days old."""


def list_councils() -> tuple[str, ...]:
    """Return the ids of the shipped councils, in alphabetical order."""
    return tuple(sorted(entry.name for entry in _folder().iterdir() if entry.is_dir()))


def load_council(name: str) -> Council:
    """Return the shipped council `name`; an unknown name or a mistaken file is a ConfigError."""
    folder = _folder().joinpath(name)
    if name not in list_councils():
        raise ConfigError(name, expected=f"one of {', '.join(list_councils())}", found="no such council")
    text = folder.joinpath("council.toml").read_text(encoding="utf-8")
    where = f"samples/councils/{name}/council.toml"
    head = validate(CouncilFile, parse_toml(text, where), where, text)
    return Council(
        source=head.source,
        site=head.site,
        meetings=tuple(sorted(_read(folder, "meeting", Meeting), key=_newest, reverse=True)),
        officers=tuple(sorted(_read(folder, "officer", OfficerDecision), key=_newest, reverse=True)),
        pages=head.page,
        texts={page.file: folder.joinpath(page.file).read_text(encoding="utf-8") for page in head.page},
        robots=head.robots,
    )


def load_councils(names: Sequence[str] | None = None) -> tuple[Council, ...]:
    """Return the named councils, or all that are shipped."""
    return tuple(load_council(name) for name in (list_councils() if names is None else names))


def load_sources(base_url: str, councils: Sequence[Council] | None = None) -> tuple[Source, ...]:
    """Return the councils' sources with addresses on the server at `base_url` ("http://127.0.0.1:8765").

    They are enabled and ready to be polled. Without `councils` all that are shipped.
    """
    told = load_councils() if councils is None else councils
    return tuple(_placed(council.source, base_url.rstrip("/")) for council in told)


def load_expected(name: str) -> tuple[Expected, ...]:
    """Return what a reader must find in the council's documents, from its `expected.toml`."""
    where = f"samples/councils/{name}/expected.toml"
    text = _folder().joinpath(name, "expected.toml").read_text(encoding="utf-8")
    listed = parse_toml(text, where).get("document", [])
    return tuple(validate(Expected, table, where) for table in listed)


def load_houses() -> dict[str, str]:
    """Return the demo's home houses: the text of each house profile (TOML) by its file name."""
    folder = files("samples").joinpath("houses")
    found = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return {name: folder.joinpath(name).read_text(encoding="utf-8") for name in found}


def _folder() -> Traversable:
    return files("samples").joinpath("councils")


def _read(folder: Traversable, kind: str, model: type[M]) -> Iterator[M]:
    for entry in folder.iterdir():
        if entry.name.startswith(f"{kind}-") and entry.name.endswith(".toml"):
            text = entry.read_text(encoding="utf-8")
            yield validate(model, parse_toml(text, entry.name), entry.name, text)


def _newest(one: Meeting | OfficerDecision) -> tuple[dt.date, str]:
    return one.date, one.id


def _placed(source: Source, base_url: str) -> Source:
    def place(url: str) -> str:
        return url.replace("{base}", base_url)

    return source.model_copy(
        update={
            "bases": tuple(Base(id=base.id, url=place(base.url)) for base in source.bases),
            "pages": tuple(place(url) for url in source.pages),
            "feeds": tuple(place(url) for url in source.feeds),
        }
    )
