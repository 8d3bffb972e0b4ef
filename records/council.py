"""Councils, their bodies, and the sources that publish their records."""

from typing import Literal

from records.base import Record

Country = Literal["FI", "SE", "NO", "DK", "IS", "AX"]
PublisherType = Literal["municipality", "county", "region", "parish", "provider", "association", "other"]


class Council(Record):
    """A publisher of records: a municipality, county, parish, provider or association.

    `code` is the official municipality or county code of the country's statistics office, as text
    with its leading zeros; null for publishers that have none.
    """

    name: str
    country: Country
    type: PublisherType = "municipality"
    code: str | None = None


class Body(Record):
    """A decision-making body of a council, with the names and abbreviations its site uses for it."""

    name: str
    aliases: tuple[str, ...] = ()


class Base(Record):
    """One address under which a source publishes; councils change hosts, and ids never cross them."""

    id: str
    url: str


class Source(Record):
    """One publication channel of a council, as `sources.toml` describes it.

    `system` names the record system, `bases` its addresses (the first is polled, older ones are
    kept so that stored ids stay valid), `pages` the single addresses watched by system `webpage`.
    `show` is how many entries a feed is asked for. `proposal_labels` and `bodies` are
    per-source overrides that extraction uses beside the language's own words. `documents` are patterns
    (`*` for anything) of the addresses of minutes that a watched list links, `unit` is the publisher's
    own id in a system that many share, `key_variable` names the environment variable with the key that
    such a system asks for.
    """

    id: str
    system: str
    council: Council
    language: str | None = None
    bases: tuple[Base, ...] = ()
    pages: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()
    enabled: bool = False
    show: int = 100
    bodies: tuple[Body, ...] = ()
    proposal_labels: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    unit: str | None = None
    key_variable: str | None = None
