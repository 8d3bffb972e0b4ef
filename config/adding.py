"""Knows how a source is written into sources.toml of the home, below what stands there."""

import json
import re
from contextlib import suppress
from pathlib import Path

from config.paths import own
from config.sources import FILE, load_sources, parse_sources
from config.toml import read_place
from records.council import Source
from records.errors import ConfigError

_ID = re.compile(r"[a-z0-9][a-z0-9_-]*")


def add_source(source: Source) -> Path:
    """Write a source at the end of the home's sources.toml, and return that file; what stood there stays.

    The file is read as it will be before it is touched, and replaced as a whole. Raises ConfigError for
    an id that exists or is none, for what does not fit, and for a file that cannot be read or written.
    """
    file = own(FILE).resolve()
    if not _ID.fullmatch(source.id):
        advice = "It is kept in every record and never changed later."
        raise ConfigError(
            "--id", expected="small letters, digits, - and _", found=repr(source.id), advice=advice
        )
    if any(known.id == source.id for known in load_sources()):
        advice = "Choose another id, or change the source there."
        raise ConfigError(str(file), expected="a new id", found=f"{source.id} already", advice=advice)
    before = read_place(file) if file.exists() else ""
    block = source_table(source)
    parse_sources(f"{before.rstrip()}\n\n{block}", f"{file}, with {source.id}")
    _append(file, block)
    return file


def source_table(source: Source) -> str:
    """Return a source as a table of sources.toml; what is empty is left out."""
    council = {"name": source.council.name, "country": source.council.country, "code": source.council.code}
    bases = ", ".join(_inline({"id": base.id, "url": base.url}) for base in source.bases)
    lines = [
        "[[source]]",
        f"id = {_quoted(source.id)}",
        f"system = {_quoted(source.system)}",
        f"language = {_quoted(source.language)}" if source.language else "",
        f"enabled = {'true' if source.enabled else 'false'}",
        f"council = {_inline(council)}",
        f"bases = [{bases}]",
        f"pages = [{', '.join(map(_quoted, source.pages))}]" if source.pages else "",
    ]
    return "\n".join(filter(None, lines)) + "\n"


def _inline(table: dict[str, str | None]) -> str:
    return f"{{ {', '.join(f'{key} = {_quoted(value)}' for key, value in table.items() if value)} }}"


def _quoted(text: str) -> str:
    """Return words as TOML writes them; JSON's escapes are TOML's, but for one letter."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _append(file: Path, block: str) -> None:
    part = file.with_name(f".{file.name}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        before = file.read_bytes() if file.exists() else b""
        gap = b"" if not before else b"\n" if before.endswith(b"\n") else b"\n\n"
        part.write_bytes(before + gap + block.encode())
        if before:
            part.chmod(file.stat().st_mode)
        part.replace(file)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        found = error.strerror or str(error)
        raise ConfigError(str(file), expected="a file that can be written", found=found) from error
