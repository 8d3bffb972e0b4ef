"""Issues that say the same are told a few times."""

import pytest

from paragraf.alike import first_of, gather_alike
from records.run import Issue, Severity


def issue(message: str, source: str = "kuusiranta", severity: Severity = "error") -> Issue:
    """Return an issue."""
    return Issue(source_id=source, kind="fetch_error", message=message, severity=severity)


def test_alike_is_what_differs_by_address_or_source_alone() -> None:
    """Another status, or another severity, is another matter."""
    same = issue("https://k.example/1: status 500"), issue("https://o.example/2: status 500", "odeborg")
    other = issue("https://k.example/1: status 404")
    milder = issue("https://k.example/1: status 500", severity="warning")

    assert gather_alike([same[0], other, same[1], milder]) == [same, (other,), (milder,)]


@pytest.mark.parametrize(
    ("count", "shown", "rest"), [(1, 1, ""), (4, 4, ""), (5, 3, "2 more"), (60, 3, "57 more")]
)
def test_the_first_few_stand_for_all(count: int, shown: int, rest: str) -> None:
    """A line that stands for one other alone would save none."""
    told, line = first_of([issue("the same")] * count)

    assert len(told) == shown
    assert rest in line
    assert bool(line) == bool(rest)


def test_the_other_sources_are_named() -> None:
    """So that none goes unheard; of very many the first."""
    few = [issue("no contact", f"s{number}") for number in range(6)]
    many = [issue("no contact", f"s{number}") for number in range(50)]

    assert first_of(few)[1] == "s3, s4, s5: fetch_error: and 3 more like these"
    assert first_of(many)[1].startswith("s3, s4, s5, s6, s7, s8, s9, s10 and others: fetch_error: and 47")
