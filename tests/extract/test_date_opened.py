"""Open ends."""

import pytest

from tests.extract.date_texts import found


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("sv", "Webbkursen är öppen fr.o.m. 11.1.2027.", "2027-01-11/.."),
        ("sv", "Materialet finns från och med mars 2027.", "2027-03/.."),
        ("fi", "Verkkokurssi on avoinna lokakuusta 2026 alkaen.", "2026-10/.."),
        ("fi", "Palkkiot vuodesta 2023 lähtien.", "2023/.."),
        ("nb", "Nettkurset er åpent f.o.m. 1. mars 2027.", "2027-03-01/.."),
        ("nb", "Nettkurset er åpent fra og med høsten 2027.", "2027-23/.."),
        ("nn", "Nettkurset er ope frå og med 1. mars 2027.", "2027-03-01/.."),
    ],
)
def test_what_goes_on_from_a_day_has_an_open_end(code: str, text: str, value: str) -> None:
    """The first day is told, the last is not."""
    [one] = found(code, text, "2026-06-01", relevant=True)
    assert one.edtf == value
    assert one.start is not None
    assert one.end is None


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("fi", "Hallintosääntö tulee voimaan 1.6.2025 alkaen.", "2025-06-01"),
        ("sv", "Stadgan träder i kraft från och med 1.1.2027.", "2027-01-01"),
        ("fi", "Kokous pidetään 14.9.2026 kello 17.00 alkaen.", "2026-09-14"),
        ("sv", "Kursen ges från och med 1.3.2027 till och med 5.3.2027.", "2027-03-01/2027-03-05"),
    ],
)
def test_the_day_a_rule_takes_effect_and_a_start_stay_points(code: str, text: str, value: str) -> None:
    """A rule's first day, an hour that something starts at, a range with both ends."""
    assert [one.edtf for one in found(code, text, "2026-06-01")] == [value]
