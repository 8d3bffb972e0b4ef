"""What an answer rests on."""

import datetime as dt

from records.run import Issue, SourceSummary
from store.coverage import CoverageRow, coverage
from store.database import Store
from store.runs import end_run, save_summary, start_run
from tests.store.made import DECISION, NIGHT, ODEBORG, PROGRAMME, keep

DAY = dt.timedelta(days=1)


def test_an_empty_store_covers_nothing(store: Store) -> None:
    """No source, no row."""
    assert coverage(store) == []


def test_each_source_tells_how_much_from_when_and_how_it_fares(store: Store) -> None:
    """Items, programmes, first and last meeting, and the last night that went well."""
    later = DECISION.model_copy(update={"meeting_date": dt.date(2025, 3, 31)})
    keep(store, "1", programmes=())
    keep(store, "2", programmes=(PROGRAMME, PROGRAMME), decision=later, seen_at=NIGHT + DAY)
    keep(store, "page", source=ODEBORG, decision=None)
    issue = Issue(source_id="odeborg", kind="silent", message="no entries")
    for night, issues in ((0, ()), (1, (issue, issue))):
        run = start_run(store, NIGHT + night * DAY)
        save_summary(store, run, SourceSummary(source_id="kuusiranta"))
        save_summary(store, run, SourceSummary(source_id="odeborg", issues=issues))
        end_run(store, run, NIGHT + night * DAY)
    assert coverage(store) == [
        CoverageRow(
            source_id="kuusiranta",
            council="Kuusirannan kaupunki",
            country="FI",
            items=2,
            programmes=2,
            first_meeting=dt.date(2025, 2, 24),
            last_meeting=dt.date(2025, 3, 31),
            last_seen=NIGHT + DAY,
            last_success=NIGHT + DAY,
            open_issues=0,
        ),
        CoverageRow(
            source_id="odeborg",
            council="Ödeborgs kommun",
            country="SE",
            items=1,
            programmes=1,
            first_meeting=None,
            last_meeting=None,
            last_seen=NIGHT,
            last_success=NIGHT,
            open_issues=2,
        ),
    ]


def test_a_source_that_gave_nothing_yet_has_a_row(store: Store) -> None:
    """A broken source must not be missing where one looks for gaps."""
    run = start_run(store, NIGHT)
    save_summary(store, run, SourceSummary(source_id="sisuvaara"))
    (row,) = coverage(store)
    assert (row.source_id, row.council, row.items, row.last_success) == ("sisuvaara", None, 0, None)


def test_several_decisions_of_an_item_count_once(store: Store) -> None:
    """Items are counted, not their decisions or versions."""
    keep(store, "1", "§ 12")
    keep(store, "1", "§ 12 korjattu")
    (row,) = coverage(store)
    assert (row.items, row.programmes) == (1, 1)
