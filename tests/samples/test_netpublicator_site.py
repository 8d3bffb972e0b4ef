"""The sample reader answers a tree and documents, and nothing without its key."""

import json

import pytest

from samples.server import SampleServer
from tests.samples.made import get
from tests.samples.test_pdf import text_of

READER = "/lonntrask/api/public/r4171"
KEY = "hash=88-5f3c"


def documents(server: SampleServer) -> dict[str, int]:
    """Return the numbers of the council's documents by body, year and name."""
    tree = json.loads(get(server, f"{READER}/read?{KEY}&isr=false").body)
    return {
        f"{body['name']}/{year['name']}/{one['name']}": one["id"]
        for body in tree["folders"]
        for year in body["folders"]
        for one in year["documents"]
    }


def test_the_tree() -> None:
    """A folder for each body, in it one for each year, in it agendas and minutes."""
    with SampleServer(councils=["lonntrask"]) as server:
        told = documents(server)

    assert set(told) == {
        "Kommunfullmäktige/2026/Kallelse 2026-06-15",
        "Kommunfullmäktige/2026/Protokoll 2026-06-15",
        "Kommunfullmäktige/2026/Kallelse 2026-10-26",
        "Kommunfullmäktige/2026/Protokoll 2026-10-26",
        "Socialnämnden/2026/Kallelse 2026-11-11",
    }
    assert len(set(told.values())) == len(told)


@pytest.mark.parametrize(
    ("address", "status"),
    [
        (f"{READER}/read?hash=wrong", 403),
        (f"{READER}/read", 403),
        (f"{READER}/document/1?{KEY}", 404),
        (f"{READER}/write?{KEY}", 404),
        (f"/lonntrask/api/public/r1/read?{KEY}", 404),
    ],
)
def test_refusals(address: str, status: int) -> None:
    """Another key, number, verb or reader leads nowhere."""
    with SampleServer(councils=["lonntrask"]) as server:
        assert get(server, address).status == status


def test_minutes_come_and_go() -> None:
    """Minutes join the agenda when there are some; a withdrawn meeting is gone."""
    name = "Kommunfullmäktige/2026/Protokoll 2026-10-26"
    with SampleServer(councils=["lonntrask"]) as server:
        address = f"{READER}/document/{documents(server)[name]}?{KEY}"
        whole = get(server, address)
        server.show("lonntrask", "agenda", "kf20261026")
        early = name in documents(server), get(server, address).status
        server.show("lonntrask", "minutes", "kf20261026")
        server.withdraw("lonntrask", "kf20261026")
        late = name in documents(server), get(server, address).status

    assert "§ 75 Utbildningsplan" in " ".join(text_of(whole.body))
    assert early == late == (False, 404)
