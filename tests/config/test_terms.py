"""Terms of office: what the file says, and what it may not say."""

import datetime as dt
from itertools import pairwise
from pathlib import Path

import pytest

from config.terms import Terms, load_terms
from config.toml import validate
from records.council import Country, PublisherType
from records.errors import ConfigError


@pytest.mark.parametrize(
    ("country", "publisher", "years", "first", "last"),
    [
        ("FI", "municipality", "2017/2021", "2017-06-01", "2021-07-31"),
        ("FI", "municipality", "2021/2025", "2021-08-01", "2025-05-31"),
        ("FI", "municipality", "2025/2029", "2025-06-01", "2029-05-31"),
        ("FI", "county", "2022/2025", "2022-03-01", "2025-05-31"),
        ("SE", "municipality", "2022/2026", "2022-10-15", "2026-10-14"),
        ("SE", "parish", "2022/2025", "2022-01-01", "2025-12-31"),
        ("NO", "municipality", "2023/2027", "2023-10-01", "2027-09-30"),
        ("AX", "municipality", "2024/2027", "2024-01-01", "2027-12-31"),
    ],
)
def test_a_term_has_its_days_by_law(
    country: Country, publisher: PublisherType, years: str, first: str, last: str
) -> None:
    """Country and kind of publisher decide when a term begins and ends."""
    periods = {period.years: period for period in load_terms().rules(country, publisher)[0].periods}
    assert (periods[years].first.isoformat(), periods[years].last.isoformat()) == (first, last)


def test_swedish_boards_follow_their_council_in_january() -> None:
    """The rule of the body asked for comes first, the other bodies' after it."""
    rules = load_terms().rules("SE", "municipality", "board")
    assert [rule.bodies for rule in rules] == [("board",), ("council",)]
    assert "2023/2026" in {period.years for period in rules[0].periods}


def test_only_norway_leaves_the_day_to_the_council() -> None:
    """The constituting meeting differs from council to council, so its day is not exact."""
    assert {rule.country for rule in load_terms().terms if not rule.exact} == {"NO"}


@pytest.mark.parametrize("publisher", [None, "provider", "association"])
def test_an_unknown_publisher_is_first_taken_for_a_municipality(publisher: PublisherType | None) -> None:
    """Providers and associations speak of municipal terms; the other rules need a sign in the text."""
    first, *others = load_terms().rules("FI", publisher)
    assert first == load_terms().rules("FI", "municipality")[0]
    assert others
    assert all(rule.signs for rule in others)


def test_an_unknown_country_has_no_terms() -> None:
    """Nothing is guessed for a country the file does not name."""
    assert load_terms().rules(None, "municipality") == ()


def test_terms_follow_one_another_without_a_gap() -> None:
    """Each shipped term begins the day after the one before it ends."""
    for rule in load_terms().terms:
        for before, after in pairwise(rule.periods):
            assert after.first - before.last == dt.timedelta(days=1), (rule.country, after.years)


def test_an_own_file_takes_the_place_of_the_shipped_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An installation may write its own terms."""
    monkeypatch.setenv("PARAGRAF_HOME", str(tmp_path))
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "terms.toml").write_text(
        '[[terms]]\ncountry = "IS"\npublishers = ["municipality"]\nbodies = ["council"]\n'
        'periods = [{ years = "2022/2026", first = 2022-05-29, last = 2026-05-30 }]\n',
        encoding="utf-8",
    )
    load_terms.cache_clear()
    try:
        assert [rule.country for rule in load_terms().terms] == ["IS"]
    finally:
        load_terms.cache_clear()


def _rule(*periods: dict[str, object]) -> dict[str, object]:
    return {
        "terms": [
            {"country": "FI", "publishers": ["municipality"], "bodies": ["council"], "periods": periods}
        ]
    }


@pytest.mark.parametrize(
    "periods",
    [
        pytest.param(
            [{"years": "2021-25", "first": "2021-08-01", "last": "2025-05-31"}], id="years as written"
        ),
        pytest.param([{"years": "2021/2025", "first": "2025-05-31", "last": "2021-08-01"}], id="ends first"),
        pytest.param(
            [
                {"years": "2021/2025", "first": "2021-08-01", "last": "2025-06-30"},
                {"years": "2025/2029", "first": "2025-06-01", "last": "2029-05-31"},
            ],
            id="overlap",
        ),
    ],
)
def test_a_mistaken_term_is_an_error_that_names_the_file(periods: list[dict[str, object]]) -> None:
    """Years have four digits, terms end after they begin, and none overlaps the one before it."""
    with pytest.raises(ConfigError, match=r"terms\.toml"):
        validate(Terms, _rule(*periods), "terms.toml")
