"""Figures for Prometheus."""

import datetime as dt
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from config.settings import Settings
from paragraf.expectation import Expectation
from paragraf.figures import Figures, read_figures
from paragraf.habits import Habits
from paragraf.metrics import serving_metrics, write_metrics
from records.errors import ConfigError, StoreError
from records.run import Issue, Run, SourceSummary
from store.database import Store, open_store
from store.gaps import Gap
from store.health import Queue
from store.runs import end_run, save_summary, start_run
from tests.store.made import KUUSIRANTA, NIGHT, ODEBORG, keep

EXPECTED = Expectation(
    rate=7.5,
    expected=30,
    got=12,
    since=NIGHT.date(),
    usual=3,
    chance=0.4,
    silent=True,
    certain=False,
    weak=False,
)
FIGURES = Figures(
    at=NIGHT,
    sources=(KUUSIRANTA, ODEBORG),
    habits=Habits(
        expectations={"kuusiranta": EXPECTED, "gone": EXPECTED},
        queues={"odeborg": Queue(31, NIGHT)},
        gaps={"odeborg": [Gap(source_id="odeborg", message="m", oldest=NIGHT.date(), noticed_at=NIGHT)]},
        successes={"kuusiranta": NIGHT},
    ),
    kept={"items": 7},
    issues=(Issue(source_id="odeborg", kind="gone", message='with "quotes"\nand lines'),) * 2,
    last_run=Run(id=1, started_at=NIGHT, ended_at=NIGHT + dt.timedelta(minutes=5)),
    missed=None,
    next=NIGHT + dt.timedelta(days=1),
)
Samples = dict[tuple[str, ...], float]


def _samples(text: str) -> Samples:
    """Return each figure by its name and the values of its labels, as Prometheus reads them."""
    return {
        (sample.name, *(sample.labels[label] for label in sorted(sample.labels))): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def test_the_file_holds_every_figure(tmp_path: Path) -> None:
    """Of the installation, and of each source; a source that is not read any more is left out."""
    write_metrics(tmp_path / "p.prom", FIGURES)

    found = _samples((tmp_path / "p.prom").read_text(encoding="utf-8"))
    assert found[("paragraf_up",)] == 1
    assert found[("paragraf_kept", "items")] == 7
    assert found[("paragraf_last_run_duration_seconds",)] == 300
    assert found[("paragraf_night_missed",)] == 0
    assert found[("paragraf_source_expected_items_per_week", "kuusiranta")] == 7.5
    assert found[("paragraf_source_silent", "kuusiranta")] == 1
    assert found[("paragraf_source_queued", "odeborg")] == 31
    assert found[("paragraf_source_gaps", "odeborg")] == 1
    assert found[("paragraf_source_last_success_timestamp_seconds", "kuusiranta")] == NIGHT.timestamp()
    assert found[("paragraf_source_issues", "gone", "error", "odeborg")] == 2
    assert ("paragraf_source_silent", "gone") not in found


def test_a_run_that_has_no_end_has_no_duration(tmp_path: Path) -> None:
    """Nor does an installation that never ran; a missed night is 1."""
    cut_off = replace(FIGURES, last_run=Run(id=1, started_at=NIGHT), missed=NIGHT)
    write_metrics(tmp_path / "cut", cut_off)
    write_metrics(tmp_path / "fresh", replace(FIGURES, last_run=None))

    cut, fresh = (_samples((tmp_path / name).read_text()) for name in ("cut", "fresh"))
    assert cut[("paragraf_last_run_start_timestamp_seconds",)] == NIGHT.timestamp()
    assert ("paragraf_last_run_duration_seconds",) not in cut
    assert cut[("paragraf_night_missed",)] == 1
    assert ("paragraf_last_run_start_timestamp_seconds",) not in fresh


def test_the_file_is_replaced_at_once_and_open_to_its_reader(tmp_path: Path) -> None:
    """Others may read it, and nothing else is left in the folder."""
    (tmp_path / "p.prom").write_text("old")
    write_metrics(tmp_path / "p.prom", FIGURES)

    assert [path.name for path in tmp_path.iterdir()] == ["p.prom"]
    assert (tmp_path / "p.prom").stat().st_mode & 0o777 == 0o644


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """With its name and the setting; a folder in its place stays as it was, with nothing beside it."""
    (tmp_path / "p.prom").mkdir()
    for path in (tmp_path / "nowhere" / "p.prom", tmp_path / "p.prom"):
        with pytest.raises(StoreError, match=r"p\.prom.*metrics_file"):
            write_metrics(path, FIGURES)
    assert [path.name for path in tmp_path.iterdir()] == ["p.prom"]


def test_figures_are_served_on_loopback() -> None:
    """Read anew each time they are asked for; a store that refuses is a figure, too."""
    asked: list[int] = []

    def read() -> Figures:
        asked.append(1)
        if len(asked) == 2:
            raise StoreError("paragraf.db", found="database is locked")
        return FIGURES

    with serving_metrics(0, read) as port:
        url = f"http://127.0.0.1:{port}/metrics"
        first, second = (urllib.request.urlopen(url).read().decode() for _ in range(2))
        with pytest.raises(ConfigError, match="free port"), serving_metrics(port, read):
            pass

    assert _samples(first)[("paragraf_up",)] == 1
    assert _samples(second) == {("paragraf_up",): 0}


def test_without_a_port_nothing_is_served() -> None:
    """Figures are off by default."""
    with serving_metrics(None, lambda: FIGURES) as port:
        assert port is None


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Open an empty store."""
    with open_store(f"sqlite:///{tmp_path / 'p.db'}", tmp_path / "pages") as store:
        yield store


def test_figures_come_from_the_store(store: Store) -> None:
    """What is kept, the last run, the open issues of the sources that are read, and the next night."""
    keep(store, "1")
    keep(store, "2", source=ODEBORG)
    run = start_run(store, NIGHT)
    issue = Issue(source_id="odeborg", kind="gone", message="gone")
    save_summary(store, run, SourceSummary(source_id="kuusiranta"))
    save_summary(store, run, SourceSummary(source_id="odeborg", issues=(issue,)))
    end_run(store, run, NIGHT)

    figures = read_figures(store, [ODEBORG], Settings(), NIGHT)

    assert figures.kept == {"items": 2, "versions": 2, "programmes": 2}
    assert figures.last_run is not None
    assert figures.last_run.id == run
    assert figures.issues == figures.issues_of("odeborg") == (issue,)
    assert figures.issues_of("kuusiranta") == ()
    assert figures.next > NIGHT
    assert figures.missed is None
