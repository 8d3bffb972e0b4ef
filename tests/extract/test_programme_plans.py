"""Several plans in one document."""

import pytest

from extract.organiser_names import find_names
from extract.programme import find_programmes
from extract.programme_plans import find_plans
from extract.reading import Reading
from records.dates import DateRole
from tests.extract.programmes import Told, date, ground, page, words

TERMS = (
    "Förtroendevalda\n\n"
    "Utbildningsplan 2019–2022\n\nGrundkurs den 3 mars 2019\n\n"
    "Utbildningsplan 2023–2026\n\nGrundkurs den 9 mars 2023"
)
PUBLISHERS = (
    "Kurs for folkevalgte\n\n"
    "KS folkevalgtopplæring\n\nKurs i roller, 3. mai 2026\n\n"
    "Elvdal kommune sine kurs\n\nKurs i arkivet, 9. mai 2026"
)
ONE = "Kurs for folkevalgte\n\nKS folkevalgtopplæring\n\nKurs i roller, 3. mai 2026\n\nPris\n\nGratis"


def _dates(text: str, told: list[tuple[str, str, DateRole]]) -> list[Told]:
    return [date(text, quote, edtf, role=role) for quote, edtf, role in told]


def test_plans_of_two_terms_are_two_programmes() -> None:
    """Headings with different terms of office part a text, each with its own sessions and title."""
    told: list[tuple[str, str, DateRole]] = [
        ("2019–2022", "2019/2022", "term"),
        ("3 mars 2019", "2019-03-03", "session"),
        ("2023–2026", "2023/2026", "term"),
        ("9 mars 2023", "2023-03-09", "session"),
    ]
    found = find_programmes(page(TERMS), words("sv"), Reading(), _dates(TERMS, told), ())
    assert [(one.title.value if one.title else None, len(one.sessions)) for one in found] == [
        ("Utbildningsplan 2019–2022", 1),
        ("Utbildningsplan 2023–2026", 1),
    ]


@pytest.mark.parametrize(
    ("text", "days", "count", "why"),
    [
        (PUBLISHERS, [("3. mai 2026", "2026-05-03"), ("9. mai 2026", "2026-05-09")], 2, "two publishers"),
        (PUBLISHERS, [("3. mai 2026", "2026-05-03")], 0, "one of them tells no time"),
        (ONE, [("3. mai 2026", "2026-05-03")], 0, "one publisher"),
    ],
)
def test_plans_of_publishers(text: str, days: list[tuple[str, str]], count: int, why: str) -> None:
    """Headings that begin with different organisations part a text where each tells times."""
    laid = ground(text, "nb", *(date(text, quote, edtf) for quote, edtf in days))
    assert len(find_plans(laid, find_names(laid))) == count, why
