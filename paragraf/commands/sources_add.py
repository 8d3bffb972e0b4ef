"""`paragraf sources add`: a council written into the home's sources.toml."""

from dataclasses import dataclass
from urllib.parse import urljoin

from config.adding import add_source
from config.languages import language_codes
from config.settings import load_settings
from config.toml import validate
from ingest.systems import system_for
from paragraf.console import out
from paragraf.inputs import check_choice
from records.council import Source

_WATCHED = ("listing", "netpublicator", "turku", "webpage")
"""Systems that are told single pages; of the others the address itself is polled."""


@dataclass(frozen=True, slots=True)
class NewSource:
    """What the command line tells of a source."""

    id: str
    system: str
    name: str
    country: str
    url: str
    language: str | None = None
    enable: bool = False


def run_sources_add(told: NewSource) -> int:
    """Add a source, and print what to do next; return 0.

    Raises ConfigError for a system, language or country that is not known, an address that is none, an id
    that exists, and a file that cannot be read or written; nothing is changed then.
    """
    system_for(told.system, "--system")
    check_choice("--language", told.language, language_codes())
    watched = told.system in _WATCHED
    table = {
        "id": told.id,
        "system": told.system,
        "language": told.language,
        "enabled": told.enable,
        "council": {"name": told.name, "country": told.country},
        "bases": ({"id": "main", "url": urljoin(told.url, "/") if watched else told.url},),
        "pages": (told.url,) if watched else (),
    }
    file = add_source(validate(Source, table, "sources add"))
    out().print(f"{told.id}: written to {file}", markup=False)
    _say_next(told)
    return 0


def _say_next(told: NewSource) -> None:
    steps = [
        f"docs/systems/{told.system}.md tells what else it may need",
        f"run `paragraf sources check {told.id}`",
        "" if told.enable else "set enabled = true in that table when it looks well",
    ]
    if not load_settings().fetch.contact:
        steps.insert(0, "set [fetch] contact in config/settings.toml: no real source is fetched without")
    for step in filter(None, steps):
        out().print(f"-> {step}", markup=False)
