"""Knows which addresses may be asked at all, and what may be told to them."""

import re
from collections.abc import Collection, Mapping
from urllib.parse import urlsplit

import httpx

from config.settings import FetchSettings
from ingest.addresses import host_of
from ingest.network import is_loopback
from records.errors import Blocked, ConfigError

KEY_HEADER = "api-key"
_ODD = re.compile(r"[\x00-\x1f\x7f\\]")
_SENDABLE = re.compile(r"[\x21-\x7e]{1,1000}")


class Gate:
    """Lets pass the addresses of `hosts`, and hands each host its own key of `keys` and no other."""

    def __init__(
        self, settings: FetchSettings, hosts: Collection[str], keys: Mapping[str, str] | None = None
    ) -> None:
        self._hosts = {_plain(host) for host in hosts}
        self._keys = {_plain(host): key for host, key in (keys or {}).items()}
        self._contact = settings.contact.strip()
        for host, key in self._keys.items():
            if not _SENDABLE.fullmatch(key):
                advice = "Copy the key again, without blanks and line ends"
                raise ConfigError(host, expected="a key", found="one that cannot be sent", advice=advice)

    def check(self, url: str) -> None:
        """Raise Blocked unless `url` may be asked."""
        _check_form(url)
        host = _plain(host_of(url))
        if host not in self._hosts:
            advice = "Add the host to the source in sources.toml if it belongs there"
            expected = f"one of the hosts {', '.join(sorted(self._hosts)) or '(none)'}"
            raise Blocked(url, expected=expected, found=host, advice=advice)
        if not self._contact and not is_loopback(host):
            advice = "Set fetch.contact in settings.toml to your e-mail address or page"
            raise Blocked(url, expected="a contact to tell the server", found="none", advice=advice)

    def key(self, url: str) -> dict[str, str]:
        """Return the header line with the key of the host of `url`, none if it has no key.

        Raises Blocked where the key would be sent in the clear.
        """
        host = _plain(host_of(url))
        key = self._keys.get(host)
        if key is None:
            return {}
        if urlsplit(url).scheme.lower() != "https" and not is_loopback(host):
            advice = "Give the source an https address"
            raise Blocked(url, expected="https, since a key goes with it", found="http", advice=advice)
        return {KEY_HEADER: key}


def _plain(host: str) -> str:
    """Return a host's one spelling: small letters, those beyond ASCII as their code, no dot at the end."""
    host = host.lower().rstrip(".")
    try:
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        return host


def _check_form(url: str) -> None:
    """Raise Blocked unless `url` is an address that every reader takes for the same one."""
    host = host_of(url)
    if not url.lower().startswith(("http://", "https://")) or not host:
        raise Blocked(url, expected="an http or https address", found="another")
    if _ODD.search(url):
        raise Blocked(repr(url), expected="an address", found="one with control signs or backslashes")
    try:
        parsed, _ = httpx.URL(url), urlsplit(url).port
    except (httpx.InvalidURL, ValueError) as error:
        raise Blocked(url, expected="an http or https address", found=str(error)) from error
    if parsed.userinfo:
        bare = str(parsed.copy_with(username=None, password=None))
        raise Blocked(bare, expected="an address without credentials", found="one with a user name")
    if _plain(host) != _plain(parsed.raw_host.decode("ascii")):
        raise Blocked(url, expected=f"the host {host}", found=parsed.host)
