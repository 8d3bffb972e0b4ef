"""Knows which addresses are documents of a content management system, and what of them identifies one."""

import re
from urllib.parse import unquote, urlsplit

from ingest.addresses import canonical_url, path_of
from records.council import Source

_READABLE = re.compile(r"\.(?:pdf|docx)$|/(?:agenda|protocol)/[^/.]{1,300}pdf$", re.IGNORECASE)
"""The second is Meetings Plus, which writes the ending without its stop."""
_UNREADABLE = re.compile(r"\.(?:doc|rtf|odt|zip)$", re.IGNORECASE)
_STORE = re.compile(
    r"/download/18\.[0-9a-f]|/(?:globalassets|siteassets|contentassets|media)/|/committees/.{1,200}/protocol/",
    re.IGNORECASE,
)
"""Where SiteVision, Optimizely (EPiServer), Umbraco and Meetings Plus keep files."""
_ENDING = re.compile(r"\.[a-z]{2,5}$", re.IGNORECASE)
_NODE = re.compile(r"(.*?download/18\.[0-9a-f.]{1,60})/", re.IGNORECASE)
"""SiteVision's address of a file: the node, then the time of its last change, then a name."""
_DECORATION = frozenset({"rnd", "v", "ver", "version", "t", "ts", "timestamp", "download", "downloadmode"})


def is_document(url: str) -> bool:
    """Tell whether `url` is a document that can be read, told by its ending or by where it lies."""
    path = path_of(url)
    return bool(_READABLE.search(path) or (_STORE.search(path) and not _ENDING.search(path)))


def is_unreadable(url: str) -> bool:
    """Tell whether `url` is a document of a format that cannot be read."""
    return _UNREADABLE.search(path_of(url)) is not None


def is_file(url: str) -> bool:
    """Tell whether `url` ends as a PDF or Word document, so that a web page cannot be the answer."""
    return _READABLE.search(path_of(url)) is not None


def matches(url: str, pattern: str) -> bool:
    """Tell whether `url` is of `pattern`, in which `*` stands for anything, in small or capital letters.

    A pattern that names no host is one of the address's path and parameters.
    """
    address = canonical_url(url)
    if "://" not in pattern:
        parts = urlsplit(address)
        address = f"{parts.path}?{parts.query}" if parts.query else parts.path
    return fits_pattern(address, pattern)


def fits_pattern(text: str, pattern: str) -> bool:
    """Tell whether `text` is of `pattern` as a whole, in small or capital letters, escapes read."""
    return _fits(unquote(text).casefold(), unquote(pattern.strip()).casefold().split("*"))


def place_of(url: str, source: Source) -> tuple[str, str]:
    """Return the id of the base that `url` lies under, and what identifies the document there.

    That is the rest of the address, without parameters that only tell its version; the whole of it
    outside every base. Of SiteVision's files it ends with the node, since the rest changes with each version.
    """
    address = _without_decoration(canonical_url(url))
    own = address.partition("://")[2]
    for base in source.bases:
        prefix = canonical_url(base.url).partition("://")[2].rstrip("/") + "/"
        if own.startswith(prefix):
            return base.id, _stable(own.removeprefix(prefix)) or "/"
    return "", _stable(address)


def _stable(address: str) -> str:
    node = _NODE.match(address)
    return node[1] if node else address.rstrip("/")


def _without_decoration(url: str) -> str:
    address, _, query = url.partition("?")
    kept = [part for part in query.split("&") if part.partition("=")[0].lower() not in _DECORATION]
    return f"{address}?{'&'.join(kept)}" if any(kept) else address


def _fits(text: str, parts: list[str]) -> bool:
    first, *middle = parts
    if not middle:
        return text == first
    last = middle.pop()
    if not text.startswith(first) or not text.endswith(last) or len(text) < len(first) + len(last):
        return False
    place, end = len(first), len(text) - len(last)
    for part in middle:
        found = text.find(part, place, end)
        if found < 0:
            return False
        place = found + len(part)
    return True
