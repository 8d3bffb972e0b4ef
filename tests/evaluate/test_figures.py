"""Sums, comparisons and floors."""

from pathlib import Path

import pytest

from evaluate.compare import compare_scores
from evaluate.figures import sum_figures
from evaluate.floors import Floors, below_floors, read_floors, too_few
from evaluate.measure import measure_document
from evaluate.score import Count
from records.errors import ConfigError
from tests.evaluate.made import gold, record


def test_precision_recall_and_f1() -> None:
    """Of nothing found where nothing is, all was right; of something found where nothing is, none."""
    count = Count(right=3, found=4, there=6)
    assert (count.precision, count.recall, round(count.f1, 3)) == (0.75, 0.5, 0.6)
    assert Count().f1 == 1.0
    assert Count(0, 2, 0).precision == 0.0
    assert Count(0, 0, 2).f1 == 0.0


def test_figures_are_summed_over_all_and_by_language() -> None:
    """The row of meeting items sums eleven fields of relevant items; what cannot be right stands last."""
    scores = [
        measure_document(gold(), record()),
        measure_document(gold(lang="sv"), record(language="fi", programmes=[])),
        measure_document(gold(relevant=False, programme=None, decision=None), record()),
    ]
    figures = sum_figures(scores)

    assert figures["language"]["all"] == Count(2, 3, 3)
    assert figures["language"]["sv"] == Count(0, 1, 1)
    assert figures["meeting_items"]["fi"] == Count(8, 8, 8)
    assert figures["meeting_items"]["sv"] == Count(5, 5, 8)
    assert list(figures)[-3:] == ["meeting_items", "decision_on_a_page", "programme_on_irrelevant"]


def test_a_comparison_names_what_came_and_what_went() -> None:
    """Document by document and field by field; what stayed wrong is not told."""
    base = [measure_document(gold(), record(language="sv", dates=[]))]
    now = [measure_document(gold(), record(language="sv", document_type="page"))]
    changes = list(compare_scores(base, now))

    assert {change.field for change in changes if change.gained} == {"date_spans", "dates"}
    assert [(one.field, one.miss.want, one.miss.got) for one in changes if not one.gained] == [
        ("document_type", "agenda", "page")
    ]
    assert list(compare_scores([], now)) == []


def test_floors_name_each_figure_below(tmp_path: Path) -> None:
    """Over all languages and in one; a field that nobody measured is below."""
    path = tmp_path / "floors.toml"
    path.write_text("[f1]\nlanguage = 0.9\ncost = 0.5\nbody = 0.5\n[languages.sv]\nlanguage = 0.1\n")
    floors = read_floors(path, ["language", "cost", "body"])
    figures = sum_figures([measure_document(gold(lang="sv"), record())])

    assert [line.partition(":")[0] for line in below_floors(floors, figures)] == [
        "language (all)",
        "cost (all)",
        "language (sv)",
    ]


def test_mistakes_in_floors_are_named(tmp_path: Path) -> None:
    """A misspelt table with its line, a misspelt field with the known ones."""
    path = tmp_path / "floors.toml"
    path.write_text("[f2]\nlanguage = 0.9\n")
    with pytest.raises(ConfigError, match=r"floors\.toml, line 1.*f2"):
        read_floors(path, ["language"])
    path.write_text("[f1]\nlanguage = 90\n")
    with pytest.raises(ConfigError, match=r"floors\.toml, line 2"):
        read_floors(path, ["language"])
    path.write_text("[f1]\nlangage = 0.5\n")
    with pytest.raises(ConfigError, match="langage"):
        read_floors(path, ["language"])


def test_a_set_that_is_too_small_is_said() -> None:
    """Documents, relevant meeting items, near misses, and documents of each language."""
    least = {"documents": 3, "per_language": 2, "meeting_items": 1, "near_misses": 1}
    floors = Floors.model_validate({"least": least})
    documents = [gold(), gold(lang="sv", relevant=False)]

    assert list(too_few(floors.least, documents)) == [
        "documents: at least 3, there are 2",
        "per_language (fi): at least 2, there are 1",
        "per_language (sv): at least 2, there are 1",
    ]
