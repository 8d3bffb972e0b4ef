"""Whole records, for `show` and for exports."""

import datetime as dt
import multiprocessing
import resource
from pathlib import Path

import pytest

from records.errors import StoreError
from records.programme import Programme
from store.database import Store, open_store
from store.filters import Query
from store.records import get_record, iterate_programmes
from store.schema import versions
from tests.store.made import DECISION, KUUSIRANTA, NIGHT, ODEBORG, PROGRAMME, TEXT, keep

DAY = dt.timedelta(days=1)
FORK = multiprocessing.get_context("fork")


def named(title: str) -> Programme:
    """Return the made-up programme under another title."""
    return PROGRAMME.model_copy(update={"title": title})


def test_a_programme_is_shown_with_all_that_is_known_around_it(store: Store) -> None:
    """Who published it, where, when it was seen, and which of the record's programmes it is."""
    change = keep(store, programmes=(named("a"), named("b")))
    keep(store, programmes=(named("a"), named("b")), seen_at=NIGHT + DAY)
    stored = get_record(store, change.programme_ids[1])
    assert stored is not None
    assert stored.id == change.programme_ids[1]
    assert stored.item_id == change.item_id
    assert (stored.programme, stored.own_programme) == (1, named("b"))
    assert stored.council == KUUSIRANTA.council
    assert (stored.source_id, stored.system) == ("kuusiranta", "dynasty")
    assert stored.key == ("kuusiranta", "main", "2025-12")
    assert stored.url == "https://kuusiranta.example/dynasty/2025-12"
    assert (stored.first_seen, stored.last_seen) == (NIGHT, NIGHT + DAY)


def test_an_item_is_shown_without_programme(store: Store) -> None:
    """An item's id asks for the document as a whole."""
    stored = get_record(store, keep(store).item_id)
    assert stored is not None
    assert (stored.programme, stored.own_programme) == (None, None)
    assert stored.record.text == TEXT


def test_every_state_is_told_and_can_be_had(store: Store) -> None:
    """What stood in the agenda, and what in the minutes."""
    agenda = DECISION.model_copy(update={"document_type": "agenda"})
    keep(store, words="Esityslista", decision=agenda, programmes=())
    change = keep(store, words="Pöytäkirja", seen_at=NIGHT + DAY)
    stored = get_record(store, change.item_id)
    assert stored is not None
    told = [(state.number, state.document_type, state.seen_at) for state in stored.versions]
    assert told == [(1, "agenda", NIGHT), (2, "minutes", NIGHT + DAY)]
    assert (stored.version, stored.record.text) == (2, "Pöytäkirja")
    older = get_record(store, change.item_id, version=1)
    assert older is not None
    assert (older.version, older.record.text, older.record.document_type) == (1, "Esityslista", "agenda")
    assert older.versions == stored.versions


@pytest.mark.parametrize("name", ["", "kuusiranta", "kuusiranta-0000000000", "' OR 1=1 --"])
def test_an_unknown_id_is_none(store: Store, name: str) -> None:
    """Asking for what is not there is no error."""
    keep(store)
    assert get_record(store, name) is None


def test_a_version_or_programme_that_is_gone_is_none(store: Store) -> None:
    """Ids of programmes live as long as the newest version has them."""
    change = keep(store)
    assert get_record(store, change.item_id, version=2) is None
    keep(store, words="§ 12 peruttu", programmes=())
    assert get_record(store, change.programme_ids[0]) is None


def test_a_record_in_an_unknown_shape_is_told_so(store: Store) -> None:
    """Old records are read by new releases, or the message says how to make them anew."""
    change = keep(store)
    with store.write() as connection:
        connection.execute(versions.update().values(record='{"schema_version": 0}'))
    with pytest.raises(StoreError, match=rf"record {change.item_id}, version 1: .*schema_version.*--stored"):
        get_record(store, change.item_id)


def test_programmes_are_gone_through_in_the_order_of_the_answer(store: Store) -> None:
    """The same query finds the same programmes, as rows or as records."""
    for number in range(120):
        day = dt.date(2025, 1, 1) + number * DAY
        keep(
            store,
            f"{number}",
            programmes=(named(f"{number}"),),
            decision=DECISION.model_copy(update={"meeting_date": day}),
        )
    keep(store, "news", source=ODEBORG, decision=None)
    stored = list(iterate_programmes(store, Query(council="997", limit=None)))
    assert [each.own_programme and each.own_programme.title for each in stored] == [
        f"{number}" for number in reversed(range(120))
    ]
    assert len(list(iterate_programmes(store, Query(limit=7)))) == 7


def test_a_programme_that_goes_while_others_are_gone_through_is_left_out(store: Store) -> None:
    """An export that runs while a sync does gives whole records, and no failure."""
    for number in range(60):
        keep(store, f"{number}", f"§ {number}")
    going = iterate_programmes(store, Query(limit=None))
    first = next(going)
    for number in range(60):
        keep(store, f"{number}", f"§ {number} peruttu", programmes=())
    rest = list(going)
    assert len({first.id, *(stored.id for stored in rest)}) == 1 + len(rest) < 60


def _grow(address: str, pages: Path) -> None:
    """Keep a thousand items and go through them; end with a code that tells whether memory stayed small."""
    words = "Luottamushenkilöiden koulutus ja talousarvioseminaari valtuustosalissa. " * 280
    with open_store(address, pages) as store:
        keep(store, "warm", words)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        for number in range(1000):
            keep(store, f"{number}", f"§ {number} {words}")
        kept = sum(len(stored.record.text) for stored in iterate_programmes(store, Query(limit=None)))
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
    raise SystemExit(0 if kept > 20_000_000 and grown < kept / 2 else 3)


def test_memory_does_not_grow_with_the_number_of_records(tmp_path: Path) -> None:
    """A thousand items of 20 KB are kept and gone through in less than half their size."""
    program = FORK.Process(target=_grow, args=(f"sqlite:///{tmp_path}/paragraf.db", tmp_path))
    program.start()
    program.join()
    assert program.exitcode == 0
