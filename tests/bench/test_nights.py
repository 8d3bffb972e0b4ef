"""Nights, memory and re-extraction, measured in small."""

from pathlib import Path

import pytest

from bench import again, flat, night, syncing
from bench.one_night import Night, Task
from bench.served import Load, served
from records.council import Base, Council, Source
from records.run import SourceSummary


def _source(name: str, host: str) -> Source:
    return Source(
        id=name,
        system="dynasty",
        council=Council(name=name, country="FI"),
        bases=(Base(id="main", url=f"http://{host}:8000/{name}/cgi"),),
    )


def _night(*requests: int) -> Night:
    told = tuple(
        SourceSummary(source_id=f"s{place}", requests=number, new=1) for place, number in enumerate(requests)
    )
    return Night(seconds=1, cpu=1, before=1, peak=1, worker=1, judging=1, sources=told)


def test_a_host_is_asked_for_all_its_sources() -> None:
    """What the sources of one host were sent is counted together."""
    sources = [_source("s0", "127.0.0.2"), _source("s1", "127.0.0.3"), _source("s2", "127.0.0.2")]
    asked = _night(5, 4, 3)
    assert night.requests_by_host(asked, sources) == {"127.0.0.2": 8, "127.0.0.3": 4}
    assert asked.total("requests") == 12
    assert asked.total("new") == 3


def test_the_floor_lies_between_first_request_and_last_answer() -> None:
    """Three requests two seconds apart take four seconds, and the last answer its own time."""
    assert night.floor_of(3, 2.0, 0.5) == 4.5


def test_a_night_is_measured_against_its_floor(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two nights with time and requests each, of which the first has a goal; then health and doctor."""
    monkeypatch.setattr(night, "LOAD", Load(sources=3, items=2, hosts=2))
    monkeypatch.setattr(night, "DELAY", 0.02)
    monkeypatch.setattr(night, "WORKERS", 1)
    first, _, asked, second, _, asked_again, health, doctor = night.measure_nights()
    assert first.at_most == 1.1
    assert first.value > 1
    assert "6 new, 6 fetched, 0 issues" in first.note
    assert second.at_most is None
    assert "0 new, 0 fetched, 0 issues" in second.note
    assert 0 < asked_again.value < asked.value
    assert 0 < health.value < doctor.value


def test_a_sync_tells_pace_and_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Entries a second of the first night and of the unchanged one after it."""
    monkeypatch.setattr(syncing, "ITEMS", 3)
    first, second = syncing.measure_sync()
    assert "3 entries, 3 fetched, 3 new" in first.note
    assert "3 entries, 0 fetched, 0 new" in second.note
    assert first.value > 0
    assert "MB at its peak" in second.note


def test_memory_is_measured_with_few_items_and_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """The figure is the many's peak over the few's."""
    monkeypatch.setattr(flat, "ITEMS", 2)
    monkeypatch.setattr(flat, "MANY", 2)
    memory, pace = flat.measure_flat()
    assert memory.at_most == 1.1
    assert memory.value > 0.5
    assert memory.note.startswith("4 against 2 items")
    assert pace.value > 0


def test_kept_pages_are_measured_with_one_process_and_two(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both read all that is kept; memory is compared with a tenth of it."""
    monkeypatch.setattr(again, "ITEMS", 1)
    monkeypatch.setattr(again, "MANY", 2)
    one, two, memory = again.measure_again()
    assert one.note.startswith("2 pages")
    assert "MB a worker" in two.note
    assert memory.note.startswith("2 against 1;")


def test_a_night_keeps_what_it_reads(tmp_path: Path) -> None:
    """The second night of a home knows what the first one kept."""
    with served(Load(sources=1, items=2)) as sources:
        first, second = (night.run_night(Task(sources=sources, night=one), str(tmp_path)) for one in (0, 1))
    assert (first.total("new"), second.total("new")) == (2, 0)
    assert first.judging > 0
    assert first.peak >= first.before
