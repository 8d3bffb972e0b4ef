"""Measures expressions of time: whether they were found, their values, their roles."""

from collections.abc import Iterator, Sequence

from evaluate.alike import same_clock, same_when
from evaluate.gold import GoldDate, GoldDocument, GoldWhen
from evaluate.score import Count, Measured, Miss
from records.dates import DateFinding
from records.document import DocumentRecord

# Annotators could not keep `other` and `reference` apart.
_SAME_ROLES = {"other": "reference"}
Pairs = list[tuple[int, int]]


def measure_dates(document: GoldDocument, record: DocumentRecord) -> Iterator[Measured]:
    """Yield spans, full values with clock, and roles of the dates; nothing where none were annotated."""
    gold = document.gold.dates
    if gold is None:
        return
    found = record.dates
    pairs = pair_by_overlap(gold, found)
    lost = [Miss(_value(gold[i]), None, (gold[i].start, gold[i].end)) for i in _rest(len(gold), pairs, 0)]
    extra = [Miss(None, _value(found[j]), found[j].span) for j in _rest(len(found), pairs, 1)]
    yield Measured("date_spans", Count(len(pairs), len(found), len(gold)), (*lost, *extra))
    wrong = [(i, j) for i, j in pairs if not _same_value(gold[i], found[j])]
    misses = [Miss(_value(gold[i]), _value(found[j]), found[j].span) for i, j in wrong]
    right = len(pairs) - len(wrong)
    yield Measured("dates", Count(right, len(found), len(gold)), (*misses, *lost, *extra))
    yield _roles(gold, found, pairs)


def pair_by_overlap(gold: Sequence[GoldDate], found: Sequence[DateFinding]) -> Pairs:
    """Return pairs of places in both lists whose spans overlap, the longest overlap first."""
    overlaps = [
        (overlap, i, j)
        for i, want in enumerate(gold)
        for j, got in enumerate(found)
        if (overlap := min(want.end, got.span[1]) - max(want.start, got.span[0])) > 0
    ]
    pairs: Pairs = []
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    for _, i, j in sorted(overlaps, reverse=True):
        if i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            pairs.append((i, j))
    return pairs


def _same_value(want: GoldDate, got: DateFinding) -> bool:
    return same_when(want, got) and same_clock(want.time, got.time)


def _roles(gold: Sequence[GoldDate], found: Sequence[DateFinding], pairs: Pairs) -> Measured:
    wanted = {i: _SAME_ROLES.get(gold[i].role, gold[i].role) for i, _ in pairs}
    wrong = [(i, j) for i, j in pairs if wanted[i] != found[j].role]
    misses = tuple(Miss(wanted[i], found[j].role, found[j].span) for i, j in wrong)
    return Measured("date_role", Count(len(pairs) - len(wrong), len(pairs), len(pairs)), misses)


def _rest(length: int, pairs: Pairs, side: int) -> list[int]:
    taken = {pair[side] for pair in pairs}
    return [place for place in range(length) if place not in taken]


def _value(date: GoldWhen | DateFinding) -> str:
    """Return a date's value in one line, for people."""
    told = {
        "year of term": date.term_year,
        "month": date.month,
        "season": date.season,
        "every": date.recurring,
    }
    more = [f"{name} {value}" for name, value in told.items() if value and not date.edtf]
    return " ".join([date.edtf or "-", *filter(None, [date.time]), *more])
