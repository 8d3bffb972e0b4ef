"""Knows web addresses: when two spellings name one page."""

import re
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

_DEFAULT_PORTS = {"http": 80, "https": 443}
_ESCAPE = re.compile(r"%[0-9a-fA-F]{2}")


def canonical_url(url: str) -> str:
    """Return the one spelling of `url`, so that two spellings of one page compare equal.

    http and https stay as given, host in small letters, default port and fragment dropped,
    parameters sorted, `&amp;` read as `&`. A text that is no address comes back stripped.
    """
    url = _plain(url)
    try:
        parts = urlsplit(url)
        if not parts.hostname:
            return url
        place = _place(parts)
    except ValueError:
        return url
    query = "&".join(sorted(filter(None, _escaped(parts.query).replace("%2F", "/").split("&"))))
    return urlunsplit((parts.scheme.lower(), place, _escaped(parts.path) or "/", query, ""))


def absolute_url(base: str, link: str) -> str:
    """Return the canonical address that `link` means on the page `base`; no address: the link stripped."""
    try:
        return canonical_url(urljoin(base, _plain(link)))
    except ValueError:
        return _plain(link)


def host_of(url: str) -> str:
    """Return the host of `url` in small letters without port, or an empty string."""
    try:
        return (urlsplit(_plain(url)).hostname or "").rstrip(".")
    except ValueError:
        return ""


def path_of(url: str) -> str:
    """Return the path of `url`, or an empty string."""
    try:
        return urlsplit(_plain(url)).path
    except ValueError:
        return ""


def parameters_of(url: str) -> dict[str, str]:
    """Return the query parameters of `url` as they are written; of one that stands twice the first."""
    try:
        query = urlsplit(_plain(url)).query
    except ValueError:
        return {}
    pairs = [pair.partition("=") for pair in query.split("&")]
    return {name: value for name, _, value in reversed(pairs) if name}


def _plain(url: str) -> str:
    return url.strip().replace("&amp;", "&")


def _escaped(part: str) -> str:
    return _ESCAPE.sub(lambda match: match[0].upper(), part.replace(" ", "%20"))


def _place(parts: SplitResult) -> str:
    host = (parts.hostname or "").rstrip(".")
    if not host.isascii():
        host = host.encode("idna").decode("ascii")
    if ":" in host:
        host = f"[{host}]"
    if parts.port not in (None, _DEFAULT_PORTS.get(parts.scheme.lower())):
        host = f"{host}:{parts.port}"
    user, at, _ = parts.netloc.rpartition("@")
    return user + at + host
