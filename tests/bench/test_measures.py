"""Every measurement, on little."""

import pytest

from bench import __main__ as table
from bench import dates, extraction, growth, memory
from bench.figures import Figure
from bench.one_worker import TEXTS, resident
from bench.rivals import PATTERNS, dates_by_dateparser, ruled_words, usual_stack


def test_the_rival_reads_the_same_pages() -> None:
    """It finds words and dates, or beating it would be no feat."""
    page = f"<p>Kaupunginhallituksen {ruled_words('fi')[0]} pidetään 3.2.2027</p>".encode()
    entities, found = usual_stack("fi")(page)
    assert entities
    assert found
    assert "2027" in str(dates_by_dateparser("Kokous pidetään 3.2.2027", "fi"))
    assert len(set(ruled_words("fi"))) == PATTERNS


def test_pages_are_measured_against_their_parse(monkeypatch: pytest.MonkeyPatch) -> None:
    """Four figures, those of whole extraction with a goal."""
    monkeypatch.setattr(extraction, "ROUNDS", 1)
    monkeypatch.setattr(extraction, "PAGES", 1)
    figures = list(extraction.measure_extraction())
    assert [figure.at_most for figure in figures] == [6, None, 30, None]
    assert all(figure.value > 1 for figure in figures)


def test_dates_are_measured_by_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """Megabytes a second with values, and with roles, which take longer."""
    monkeypatch.setattr(dates, "ROUNDS", 2)
    monkeypatch.setattr(dates, "LANGUAGES", ("sv",))
    monkeypatch.setattr(dates, "RIVAL_SIZE", 200)
    values, roles, rival = dates.measure_dates()
    assert 0 < roles.value < values.value
    assert rival.at_least == 50


def test_growth_is_the_whole_against_its_half(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each kind of text has a figure that names it."""
    monkeypatch.setattr(growth, "GROWING", {"digits": (lambda size: "1" * size, 2000)})
    monkeypatch.setattr(growth, "NESTED", 4)
    figures = list(growth.measure_growth())
    assert [figure.measure.partition(": ")[2] for figure in figures] == ["digits", "nested markup"]
    assert all(figure.value > 0 for figure in figures)


def test_a_worker_tells_its_memory() -> None:
    """Each kind of worker runs in a process of its own; four languages cost more than one without spaCy."""
    worker, four, _ = memory.measure_memory()
    assert 10 < worker.value < four.value
    assert set(TEXTS) == {"fi", "sv", "nb", "nn"}
    assert resident() > 10


def test_the_table_counts_what_was_missed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Only the measurements named are run; the last line tells how many goals were missed."""
    missed = Figure("slow", 9.0, "x", at_most=6)
    monkeypatch.setattr(
        table, "MEASUREMENTS", {"one": lambda: iter([missed]), "other": lambda: iter([1 / 0])}
    )
    assert table.main(["one"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == "1 goal missed"
    assert "MISSED" in lines[-2]
