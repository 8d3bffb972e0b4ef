"""Knows terms of office: the first and last day of each term, per country and kind of body."""

import datetime as dt
from functools import cache
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from config.paths import own, shipped
from config.toml import Table, parse_toml, read_place, validate
from config.words import Words
from records.council import Country, PublisherType

FILE = "terms.toml"
COUNCILS: tuple[PublisherType | None, ...] = ("municipality", "county", "region", "parish")
BodyKind = Literal["council", "board"]


class Term(Words):
    """One term: `years` as it is printed (`2021/2025`), its first and its last day."""

    years: Annotated[str, Field(pattern=r"^\d{4}/\d{4}$")]
    first: dt.date
    last: dt.date

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.first >= self.last:
            raise ValueError("the first day before the last")
        return self


class TermRule(Words):
    """The terms of some publishers' bodies in one country, oldest first.

    `exact` is false where the first day differs from council to council. `signs` are words, in
    lower case, that only such publishers' pages hold; they choose the rule where the source does
    not tell its kind.
    """

    country: Country
    publishers: tuple[PublisherType, ...]
    bodies: tuple[BodyKind, ...]
    exact: bool = True
    signs: tuple[str, ...] = ()
    periods: tuple[Term, ...]

    @model_validator(mode="after")
    def _without_overlap(self) -> Self:
        ends = [period.last for period in self.periods[:-1]]
        if any(end >= after.first for end, after in zip(ends, self.periods[1:], strict=True)):
            raise ValueError("terms in order, none beginning before the one before it ends")
        return self


class Terms(Words):
    """Every rule of `terms.toml`."""

    terms: tuple[TermRule, ...] = ()

    def rules(
        self, country: Country | None, publisher: PublisherType | None, body: BodyKind = "council"
    ) -> tuple[TermRule, ...]:
        """Return the rules of a publisher's bodies, `body`'s first.

        For a publisher that is no council (or of unknown kind) these are the municipalities' rules,
        then the others of the country that a text may choose by its signs.
        """
        here = [rule for rule in self.terms if rule.country == country]
        if publisher in COUNCILS:
            here = [rule for rule in here if publisher in rule.publishers]
        own = "municipality" if publisher not in COUNCILS else publisher
        return tuple(sorted(here, key=lambda rule: (own not in rule.publishers, body not in rule.bodies)))


@cache
def load_terms() -> Terms:
    """Return the terms of office: the installation's own file if it has one, else the shipped one.

    Raises ConfigError with file, line and key for a mistake.
    """
    place = own(FILE) if own(FILE).is_file() else shipped(FILE)
    text = read_place(place)
    table: Table = parse_toml(text, str(place))
    return validate(Terms, table, str(place), text)
