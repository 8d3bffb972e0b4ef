"""Knows what an installation has changed of the shipped settings, for those who look for a mistake."""

from collections.abc import Iterator, Mapping

from config.paths import own, shipped
from config.settings import FILE
from config.toml import parse_toml, read_place
from records.base import Record

HIDDEN = "(hidden)"
_SECRETS = ("notify.webhook", "store.url")
_FOLDERS = ("languages", "houses", "templates", "wording")
_FILES = ("sources.toml", "codes.toml", "terms.toml", "measures.toml", "confidence.toml")


class Override(Record):
    """A setting that is not as shipped: its key, its value and the file it stands in.

    Values that may hold a password are hidden.
    """

    key: str
    value: str
    file: str


def list_overrides() -> list[Override]:
    """Return the settings that the home changes, in its order. Raises ConfigError for a broken file."""
    path = own(FILE)
    if not path.is_file():
        return []
    base = dict(_flat(parse_toml(read_place(shipped(FILE)), FILE)))
    changed = _flat(parse_toml(read_place(path), str(path)))
    return [
        Override(key=key, value=HIDDEN if key in _SECRETS and value else str(value), file=str(path))
        for key, value in changed
        if value != base.get(key)
    ]


def list_overlays() -> list[str]:
    """Return the files of the home, other than the settings, that lie over shipped ones or add to them."""
    found = [own(name) for name in _FILES]
    for folder in _FOLDERS:
        if own(folder).is_dir():
            found += sorted(own(folder).iterdir())
    return [str(path) for path in found if path.is_file()]


def _flat(table: Mapping[str, object], above: str = "") -> Iterator[tuple[str, object]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{above}{key}.")
        else:
            yield f"{above}{key}", value
