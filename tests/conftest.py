"""What all tests share: a home of their own, and no way to the outside network."""

import ipaddress
import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from config.codes import load_codes
from config.houses import load_house
from config.languages import load_language
from config.paths import HOME_VARIABLE
from config.terms import load_terms
from tests.store.postgresql import find_binaries, running_server

REQUIRE_ALL = bool(os.environ.get("PARAGRAF_REQUIRE_ALL"))


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give each test an empty home, and forget what another home overlaid."""
    folder = tmp_path / "home"
    monkeypatch.setenv(HOME_VARIABLE, str(folder))
    yield folder
    for loader in (load_codes, load_house, load_language, load_terms):
        loader.cache_clear()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of a PostgreSQL server, with `{name}` where the database's name goes."""
    binaries = find_binaries()
    if binaries is None:
        if REQUIRE_ALL:
            pytest.fail("no PostgreSQL server is installed, and PARAGRAF_REQUIRE_ALL asks for one")
        pytest.skip("no PostgreSQL server is installed")
    with running_server(binaries) as address:
        yield address


@pytest.fixture(autouse=True)
def only_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection that would leave this machine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if (
            self.family in (socket.AF_INET, socket.AF_INET6)
            and not ipaddress.ip_address(address[0]).is_loopback
        ):
            raise AssertionError(f"a test tried to reach {address}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)
