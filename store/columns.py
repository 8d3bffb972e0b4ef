"""Knows how values lie in columns: text and numbers that every database takes, moments with their zone."""

import datetime as dt

from sqlalchemy import DateTime, Dialect, Integer, Text, TypeDecorator

from records.errors import StoreError


class Words(TypeDecorator[str]):
    """Text of any length.

    PostgreSQL refuses the code point 0, so it becomes U+FFFD in every database: one for one, and
    spans still hold.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Return the text without code point 0."""
        del dialect  # every database gets the same text
        return value.replace("\0", "\ufffd") if value is not None else None


class Count(TypeDecorator[int]):
    """A whole number as texts tell them; what does not fit 32 bits is no count and becomes null."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: int | None, dialect: Dialect) -> int | None:
        """Return the number if it fits."""
        del dialect  # every database gets the same number
        return value if value is not None and abs(value) < 2**31 else None


class Moment(TypeDecorator[dt.datetime]):
    """A point in time, aware, given and returned in UTC.

    SQLite has no zones: the moment is written there as UTC without saying so. A naive time raises
    StoreError, since nobody could tell later which moment it was.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        """Return the moment as the database wants it."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise StoreError("a time to be stored", expected="a time zone", found=value.isoformat())
        moment = value.astimezone(dt.UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        """Return the moment in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=dt.UTC) if dialect.name == "sqlite" else value.astimezone(dt.UTC)
