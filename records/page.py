"""What comes over the wire: feed entries and pages."""

import datetime as dt
import hashlib
from functools import cached_property

from records.base import Record


class FeedEntry(Record):
    """One line of a feed or listing: where an item can be fetched and what is said of it there.

    `native_id` is the record system's own id, `base_id` the base that it is valid under. `body`
    and `meeting_date` are read from the entry's title where the system puts them there.
    """

    url: str
    title: str
    base_id: str
    native_id: str
    body: str | None = None
    subject: str | None = None
    meeting_date: dt.date | None = None
    published: dt.datetime | None = None


class Page(Record):
    """An answer of a server, or a file, with its bytes as they came.

    `url` is what was asked, `final_url` what answered after redirects. Header names are lower
    case. `retrieved_at` is aware, UTC.
    """

    url: str
    final_url: str
    status: int
    headers: dict[str, str]
    content: bytes
    retrieved_at: dt.datetime

    @cached_property
    def sha256(self) -> str:
        """Hex digest of the bytes."""
        return hashlib.sha256(self.content).hexdigest()

    @property
    def media_type(self) -> str:
        """The declared media type without parameters, or an empty string."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The charset the server declared, or None."""
        for part in self.headers.get("content-type", "").split(";")[1:]:
            key, _, value = part.partition("=")
            if key.strip().lower() == "charset":
                return value.strip().strip("\"'").lower() or None
        return None
