"""Ids follow from keys, so that a record is called the same in every database."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.ids import item_id, item_of, page_id, programme_id

words = st.text(max_size=20)


def test_ids_never_change() -> None:
    """An id that was cited must be found again by any later release."""
    assert item_id(("kuusiranta", "main", "2025-12")) == "kuusiranta-fz6hnue3x4"
    assert programme_id("kuusiranta-fz6hnue3x4", 0) == "kuusiranta-fz6hnue3x4-p1"
    assert item_of("by-p-kuusiranta-fz6hnue3x4-p12") == "by-p-kuusiranta-fz6hnue3x4"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("a", "bc", "d"), ("ab", "c", "d")),
        (("a", "b", "c"), ("a", "c", "b")),
        (("a", "", "b"), ("a", "b", "")),
    ],
)
def test_parts_of_a_key_are_kept_apart(one: tuple[str, str, str], other: tuple[str, str, str]) -> None:
    """Keys that look alike when their parts are joined have different ids."""
    assert item_id(one) != item_id(other)


def test_the_same_bytes_at_two_addresses_are_two_pages() -> None:
    """A page's id tells address and bytes."""
    assert page_id("00", "https://kuusiranta.example/1") != page_id("00", "https://kuusiranta.example/2")


@given(words, words, words)
def test_any_key_has_an_id_that_fits_a_web_address(source: str, base: str, native: str) -> None:
    """What follows the source's own id is ten lower-case letters and digits."""
    own = item_id((source, base, native))
    tail = own.removeprefix(f"{source}-")
    assert own.startswith(f"{source}-")
    assert len(tail) == 10
    assert tail.isalnum()
    assert tail == tail.lower()
