"""Every error that Paragraf raises on purpose.

    ParagrafError
    ├── ConfigError           a setting, source, language or house file is wrong: ends the run
    ├── FetchError            one address could not be fetched: an issue, the run goes on
    │   ├── Blocked           robots.txt, an unlisted host or a private address forbids it
    │   ├── Gone              the address answers that there is nothing (any more)
    │   ├── TooLarge          the answer is over the size limit
    │   ├── Walled            the answer is a login, a puzzle or an error page instead of content
    │   ├── Refusing          the host refused too often, and is left alone for the night
    │   └── Silent            the source answered, but with nothing where something was due
    ├── ReadError             bytes that are no readable document of the expected kind
    │   ├── FeedError         no feed (a login page, broken XML)
    │   ├── WrongItem         another item than the one asked: asked once more
    │   └── LayoutChanged     a record system's landmarks are gone: ends that source for the night
    ├── StoreError            the database or a page file refuses
    ├── Busy                  another sync holds the lock
    └── DraftError            a draft cannot be written

Each error is raised as `Kind(where, expected=..., found=..., advice=...)`.
"""


class ParagrafError(Exception):
    """Names the file or URL, what was expected, what was found and what to do."""

    def __init__(self, where: str, *, expected: str = "", found: str = "", advice: str = "") -> None:
        self.where = where
        self.expected = expected
        self.found = found
        self.advice = advice
        super().__init__(self.describe())

    def describe(self) -> str:
        """Return the one-line message: where, expected, found, advice, leaving out what is empty."""
        told = {"expected": self.expected, "found": self.found}
        facts = ", ".join(f"{name} {value}" for name, value in told.items() if value)
        text = f"{self.where}: {facts}" if facts else self.where
        return f"{text}. {self.advice}" if self.advice else text


class ConfigError(ParagrafError):
    """A setting, source, language or house file is wrong."""


class FetchError(ParagrafError):
    """An address could not be fetched."""


class Blocked(FetchError):
    """robots.txt, an unlisted host or a private address forbids the fetch."""


class Gone(FetchError):
    """The address answers with status 404 or 410: not there, or no longer published."""


class TooLarge(FetchError):
    """The answer is over the size limit."""


class Walled(FetchError):
    """The server answered with a login, a puzzle, a wall of consent or an error page sent as a page."""


class Refusing(FetchError):
    """The host refused three times in a row, or asked to be left alone: it is not asked for now."""


class Silent(FetchError):
    """The source answered with nothing where something was due."""


class ReadError(ParagrafError):
    """The bytes are no readable document of the expected kind."""


class FeedError(ReadError):
    """The bytes are no feed."""


class WrongItem(ReadError):
    """The system showed another item than the one asked."""


class LayoutChanged(ReadError):
    """A record system's landmarks are gone from the page."""


class StoreError(ParagrafError):
    """The database or a page file refuses."""


class Busy(ParagrafError):
    """Another sync holds the lock."""


class DraftError(ParagrafError):
    """A draft cannot be written."""
