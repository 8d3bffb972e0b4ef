"""How a page's items are told apart from its last one, with which the entry is settled."""

from collections.abc import Iterator

import pytest

from paragraf.reading import told_last


@pytest.mark.parametrize(
    ("things", "told"),
    [
        ("", []),
        ("a", [("a", True)]),
        ("abc", [("a", False), ("b", False), ("c", True)]),
    ],
)
def test_the_last_one_is_told(things: str, told: list[tuple[str, bool]]) -> None:
    """One thing is the last; of none there is none."""
    assert list(told_last(things)) == told


def test_what_came_before_an_error_is_told_before_it() -> None:
    """An item that was read is kept although the next one cannot be; it is not the last one."""

    def things() -> Iterator[str]:
        yield "a"
        yield "b"
        raise ValueError("no c")

    told = told_last(things())
    assert (next(told), next(told)) == (("a", False), ("b", False))
    with pytest.raises(ValueError, match="no c"):
        next(told)
