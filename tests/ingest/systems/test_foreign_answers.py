"""CloudNC and Ahjo meet whatever a server may send: an item comes of it, or an error of ours."""

import datetime as dt
import json
from contextlib import suppress
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.systems import SYSTEMS
from ingest.systems.base import Horizon
from records.council import Base, Council, Source
from records.errors import ParagrafError
from records.item import Item
from tests.ingest.systems.pages import page

BASES = {
    "ahjo": "https://kivela.example/fi/ahjo-proxy",
    "cloudnc": "https://kivela.example/fi-FI/Toimielimet",
    "cloudnc of 2017": "https://kivela.example/api/opennc/v1/",
}
KEYS = [
    *(
        "value",
        "Name",
        "Text",
        "Names",
        "NodeId",
        "ContentId",
        "Subject",
        "Classifications",
        "odata.nextLink",
    ),
    *("decisions", "meetings", "cases", "decisionMakers", "nextCount", "AgendaItem", "Agenda", "Records"),
    *("NativeId", "Title", "Content", "Motion", "MeetingID", "DateMeeting", "Organization", "ID", "FileURI"),
]
HTML = [
    *(
        "<a id='ContentStart'></a>",
        "<div id='Content_ctl00_ncContainer'>",
        "<div class='right-content'>",
        "</div>",
    ),
    *(
        "<a href='/fi-FI/content/1/2'>§ 3 Avaus</a>",
        "Hallitus, kokous 31.2.2026",
        "<div class='paatos'>",
        "\x0c",
    ),
    *("<h1 class='AsiaOtsikko'>Avaus</h1>", "<div class='SisaltoSektio'><h3 class='SisaltoOtsikko'>", "&#0;"),
]
TEXTS = st.sampled_from(
    [*KEYS, *HTML, "2026-10-05T02:00:00.000", "\ud800", "\x00", "/Date(1)/", "Kokous 1.2.2026"]
)
ANSWERS = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=6),
    max_leaves=25,
)


def source_of(kind: str) -> Source:
    """Return a source of a kind of base."""
    return Source(
        id="kivela",
        system=kind.partition(" ")[0],
        council=Council(name="Kivelän kunta", country="FI"),
        bases=(Base(id="main", url=BASES[kind]),),
        language="fi",
    )


def read(kind: str, content: bytes) -> tuple[Item, ...]:
    """Return what an answer gives; nothing if it is refused. Lists are read from the same bytes."""
    source = source_of(kind)
    system = SYSTEMS[source.system]
    with suppress(ParagrafError):
        system.discover(source, lambda url: page(url, content), Horizon(dt.date(2026, 1, 1)))
    with suppress(ParagrafError):
        return system.read(page(f"{BASES[kind]}/1", content), source)
    return ()


def check(items: tuple[Item, ...]) -> None:
    """Blocks cover the text in order, and no text has characters that a database refuses."""
    for item in items:
        assert "\x00" not in item.text + (item.title or "")
        assert all(one.end <= other.start for one, other in pairwise(item.blocks))
        assert all(item.text[block.start : block.end].strip() for block in item.blocks)
        item.text.encode()


@pytest.mark.parametrize("kind", BASES)
@given(content=st.binary(max_size=200))
def test_any_bytes(kind: str, content: bytes) -> None:
    """Such as a broken archive, or half a letter."""
    check(read(kind, content))


@pytest.mark.parametrize("kind", BASES)
@given(parts=st.lists(TEXTS | st.text(max_size=10), max_size=12))
def test_any_markup(kind: str, parts: list[str]) -> None:
    """Landmarks in any order, never closed, with days that no calendar has."""
    check(read(kind, "".join(parts).encode("utf-8", "surrogatepass")))


@pytest.mark.parametrize("kind", BASES)
@given(answer=ANSWERS)
def test_any_json(kind: str, answer: object) -> None:
    """Known names with values of another kind, nested where none are due."""
    check(read(kind, json.dumps(answer).encode()))
