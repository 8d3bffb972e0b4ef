"""Readers of Netpublicator: trees in several spellings, and answers of other shapes."""

import datetime as dt
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.systems import netpublicator
from ingest.systems.base import Horizon
from ingest.systems.netpublicator_tree import TreeDocument, read_tree
from records.council import Base, Body, Council, Source
from records.errors import ConfigError, Gone, LayoutChanged, ReadError, Silent
from records.page import FeedEntry
from samples.markup import read_blocks
from samples.pdf import render_pdf
from tests.ingest.systems.pages import Site, page

READER = "https://docs.netpublicator.example/api/public/r41"
READ = f"{READER}/read?hash=88-5f3c&isr=false"
SOURCE = Source(
    id="lonntrask",
    system="netpublicator",
    council=Council(name="Lönnträsks kommun", country="SE"),
    language="sv",
    bases=(Base(id="main", url=f"{READER}/"),),
    unit="88-5f3c",
    bodies=(Body(name="Kommunfullmäktige", aliases=("KF",)),),
)
MINUTES = {"id": 7, "name": "Protokoll 2026-10-26", "date": "2026-11-03T09:30:00"}
AGENDA = {"id": 8, "name": "Kallelse 2026-10-26"}


def tree_of(answer: object) -> tuple[TreeDocument, ...]:
    """Return the documents of an answer."""
    return read_tree(page(READ, json.dumps(answer), "application/json"))


def found(answer: object, source: Source = SOURCE, horizon: Horizon | None = None) -> list[FeedEntry]:
    """Return what a reader offers."""
    site = Site({READ: json.dumps(answer)}, "application/json")
    return list(netpublicator.discover(source, site.fetch, horizon or Horizon()).entries)


def nested(*names: str) -> object:
    """Return a tree with the minutes in folders of those names, the outermost first."""
    node: dict[str, object] = {"documents": [MINUTES, AGENDA]}
    for name in reversed(names):
        node = {"folders": [{"id": name, "name": name, **node}]}
    return node


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ({"folders": [{"id": 1, "name": "KF", "documents": [MINUTES]}]}, "folders and documents"),
        ([{"id": 1, "title": "KF", "children": [{"id": 7, "title": "Protokoll 2026-10-26"}]}], "a bare list"),
        (
            {
                "data": {
                    "items": [{"Name": "KF", "Files": [{"DocumentId": "7", "FileName": MINUTES["name"]}]}]
                }
            },
            "other",
        ),
        ({"root": {"name": "KF", "nodes": [{"doc_id": 7, "label": MINUTES["name"]}]}}, "underscores"),
        (
            [
                {
                    "name": "KF",
                    "children": [{"id": 7, "name": MINUTES["name"], "extension": "pdf", "children": []}],
                }
            ],
            "a file that might hold something",
        ),
        (
            [{"name": "KF", "items": [{"id": 7, "name": MINUTES["name"], "type": "Document"}]}],
            "a file by its kind",
        ),
    ],
)
def test_spellings(answer: object, reason: str) -> None:
    """Common spellings of one tree are read alike."""
    (document,) = tree_of(answer)

    assert (document.id, document.name, document.folders) == ("7", "Protokoll 2026-10-26", ("KF",)), reason


@pytest.mark.parametrize(
    "empty",
    [
        {"id": 2, "name": "Tom", "folders": [], "documents": []},
        {"id": 2, "name": "Tom", "children": None},
        {"id": 2, "name": "Tom", "isFolder": True},
        {"id": 2, "name": "Tom", "type": "folder"},
    ],
)
def test_empty_folders(empty: object) -> None:
    """A folder that holds nothing is no document."""
    assert [one.id for one in tree_of({"items": [empty, MINUTES]})] == ["7"]


def test_order_and_path() -> None:
    """Documents come in the tree's order; a path names the outermost folder first."""
    first, second = tree_of(nested("Nämnder", "KF"))

    assert (first.id, second.id) == ("7", "8")
    assert first.path == "Nämnder/KF/Protokoll 2026-10-26"
    assert (first.day, first.meeting) == ("2026-11-03T09:30:00", "")


def test_a_tree_of_any_depth() -> None:
    """A deep tree is read, one that no parser follows is of another shape."""
    deep = "[" * 900 + json.dumps(MINUTES) + "]" * 900

    assert len(read_tree(page(READ, deep))) == 1
    with pytest.raises(LayoutChanged, match="expected JSON"):
        read_tree(page(READ, "[" * 200_000))


@pytest.mark.parametrize(
    ("content", "error", "message"),
    [
        (" ", Silent, "an empty answer"),
        ("<!DOCTYPE html><title>Logga in</title>", LayoutChanged, "expected JSON, found a web page"),
        ("Too many requests", LayoutChanged, "text that begins 'Too many"),
        ('{"items": [{"id": 7', LayoutChanged, "expected JSON"),
        ('{"message": "Forbidden", "status": 403}', LayoutChanged, "found the keys message, status"),
        ('{"items": [{"nummer": 7, "rubrik": "x"}]}', LayoutChanged, "found the keys nummer, rubrik"),
        ('{"items": [{"id": 7}]}', LayoutChanged, "found the keys id"),
        ('{"items": [{}]}', LayoutChanged, "found no keys"),
        ('{"items": ["x"]}', LayoutChanged, "found str 'x'"),
        ("true", LayoutChanged, "found bool"),
        ('{"folders": []}', LayoutChanged, "folders without any"),
        ("[]", LayoutChanged, "folders without any"),
        (
            '{"items": [{"id": 7, "name": "Blankett"}]}',
            LayoutChanged,
            "1 documents, none of them minutes.*Blankett",
        ),
    ],
)
def test_other_shapes(content: str, error: type[Exception], message: str) -> None:
    """What is no tree is told with the keys it has, and never passes for "nothing new"."""
    with pytest.raises(error, match=message) as raised:
        netpublicator.discover(SOURCE, Site({READ: content}).fetch, Horizon())

    assert READ in str(raised.value)


KEYS = st.sampled_from(
    ["id", "name", "date", "items", "documents", "children", "type", "isFolder", "size", "x"]
)
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.just("Protokoll 2026-10-26")
)
TREES = st.recursive(
    LEAVES, lambda below: st.lists(below, max_size=3) | st.dictionaries(KEYS, below, max_size=5)
)


@given(TREES)
@settings(max_examples=200, deadline=None)
def test_any_json(answer: object) -> None:
    """Whatever JSON comes, it gives entries with an id each, or an error of ours."""
    try:
        entries = found(answer)
    except LayoutChanged:
        return
    assert entries
    assert all(entry.native_id and entry.title for entry in entries)


def test_entries() -> None:
    """An entry leads to the document with the reader's key; body and day stand in the names around it."""
    (entry,) = found(nested("KF", "2026"))

    assert entry == FeedEntry(
        url=f"{READER}/document/7?hash=88-5f3c",
        title="Protokoll 2026-10-26",
        base_id="main",
        native_id="7",
        body="Kommunfullmäktige",
        meeting_date=dt.date(2026, 10, 26),
        published=dt.datetime(2026, 11, 3, tzinfo=dt.UTC),
    )


@pytest.mark.parametrize(
    ("document", "folder", "day", "reason"),
    [
        ({"name": "Protokoll 26 oktober"}, "2026", dt.date(2026, 10, 26), "the year of its folder"),
        ({"name": "Protokoll"}, "2026-10-26", dt.date(2026, 10, 26), "the folder of the meeting"),
        (
            {"name": "KF", "meetingDate": "2026-10-26T00:00"},
            "Protokoll",
            dt.date(2026, 10, 26),
            "a key of its own",
        ),
        ({"name": "Protokoll", "date": "2026-11-03"}, "KF", None, "the day it was made is not the meeting's"),
        ({"name": "Protokoll", "date": 20261103}, "KF", None, "a number for a date"),
    ],
)
def test_days(document: dict[str, object], folder: str, day: dt.date | None, reason: str) -> None:
    """The meeting's day is told by names or a key for it."""
    (entry,) = found([{"name": folder, "documents": [{"id": 7, **document}]}])

    assert entry.meeting_date == day, reason


def test_old_documents_without_a_day() -> None:
    """What was made before the oldest meeting wanted is left out, if no meeting's day is known."""
    made = [{"id": n, "name": "Protokoll", "date": f"202{n}-03-03"} for n in (1, 6)]

    entries = found(made, horizon=Horizon(oldest=dt.date(2025, 11, 20)))

    assert [entry.native_id for entry in entries] == ["6"]


def test_patterns_are_of_folders_and_names() -> None:
    """Addresses of a reader tell nothing, so a pattern fits the path of names."""
    source = SOURCE.model_copy(update={"documents": ("kf/*kallelse*",)})

    assert [entry.native_id for entry in found(nested("KF"), source)] == ["8"]
    with pytest.raises(LayoutChanged, match=r"that fit kf/\*kallelse\*"):
        found(nested("SN"), source)


def test_several_readers() -> None:
    """Readers of `pages` have keys of their own; one that fails is a warning, all that fail raise."""
    other = f"{READER}/read?hash=90-aa&isr=false"
    source = SOURCE.model_copy(update={"pages": (READ, other), "unit": None})
    more = [{"id": 9, "name": "Protokoll 2026-09-28"}]

    whole = netpublicator.discover(
        source, Site({READ: json.dumps([MINUTES]), other: json.dumps(more)}).fetch, Horizon()
    )
    half = netpublicator.discover(source, Site({other: json.dumps(more)}).fetch, Horizon())

    assert [entry.url.partition("/document/")[2] for entry in whole.entries] == [
        "7?hash=88-5f3c",
        "9?hash=90-aa",
    ]
    assert [READ in warning for warning in half.warnings] == [True]
    with pytest.raises(Gone):
        netpublicator.discover(source, Site({}).fetch, Horizon())


@pytest.mark.parametrize("missing", [{"unit": None}, {"bases": ()}])
def test_a_source_without_reader(missing: dict[str, object]) -> None:
    """Without base and key, and without pages, there is nothing to ask."""
    with pytest.raises(ConfigError, match="bases and unit, or pages"):
        netpublicator.discover(SOURCE.model_copy(update=missing), Site({}).fetch, Horizon())


def test_read() -> None:
    """A PDF is one item under the document's number."""
    (entry,) = found(nested("KF"))
    pdf = render_pdf(read_blocks("# Protokoll\n\n## § 74 Val av justerare"), title="P", language="sv")

    (item,) = netpublicator.read(page(entry.url, pdf, "application/octet-stream"), SOURCE, entry)

    assert item.key == ("lonntrask", "main", "7")
    assert "§ 74 Val av justerare" in item.text


@pytest.mark.parametrize(
    ("content", "error", "message"),
    [
        ("", Silent, "found nothing"),
        ('{"url": "/fil/7", "size": 3}', LayoutChanged, "JSON with the keys url, size"),
        ("[]", LayoutChanged, "JSON with a list"),
        ("{", LayoutChanged, "expected JSON"),
        ("<html><input type=password>", ReadError, "a web page"),
        (b"\xd0\xcf\x11\xe0", ReadError, "old Office"),
    ],
)
def test_read_what_is_no_document(content: str | bytes, error: type[Exception], message: str) -> None:
    """An answer of another kind never becomes an item."""
    with pytest.raises(error, match=message):
        netpublicator.read(page(f"{READER}/document/7?hash=88-5f3c", content, ""), SOURCE)
