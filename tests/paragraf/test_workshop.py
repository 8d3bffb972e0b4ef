"""What a run works with."""

import pytest

from paragraf.workshop import has_key, keys_of
from records.council import Base, Council, Source
from records.errors import ConfigError


def source(variable: str | None, *urls: str) -> Source:
    """Return a source whose hosts ask for the key in a variable."""
    bases = tuple(Base(id=str(number), url=url) for number, url in enumerate(urls))
    council = Council(name="Testvik", country="NO")
    return Source(id="testvik", system="einnsyn", council=council, bases=bases, key_variable=variable)


def test_keys_go_by_host() -> None:
    """Each host of a source gets the key of the variable that the source names; others get none."""
    sources = [
        source("KEY_A", "https://api.a.example/v1", "https://old.a.example/"),
        source("KEY_A", "https://api.a.example/v1"),
        source(None, "https://b.example/"),
    ]

    keys = keys_of(sources, {"KEY_A": " k-1\n", "KEY_B": "k-2"})

    assert keys == {"api.a.example": "k-1", "old.a.example": "k-1"}


@pytest.mark.parametrize("environment", [{}, {"KEY_A": ""}, {"KEY_A": "  "}])
def test_a_key_that_is_not_set(environment: dict[str, str]) -> None:
    """The error names the variable and the source."""
    with pytest.raises(ConfigError, match="variable KEY_A: expected the key of source testvik, found none"):
        keys_of([source("KEY_A", "https://api.a.example/")], environment)


@pytest.mark.parametrize(
    ("variable", "environment", "expected"),
    [
        (None, {}, True),
        ("KEY_A", {}, False),
        ("KEY_A", {"KEY_A": " "}, False),
        ("KEY_A", {"KEY_A": "k"}, True),
    ],
)
def test_whether_a_key_is_there(variable: str | None, environment: dict[str, str], expected: bool) -> None:
    """A source that asks for none has what it needs."""
    assert has_key(source(variable, "https://a.example/"), environment) is expected


def test_two_keys_for_one_host() -> None:
    """A host can only be sent one; the error tells neither."""
    sources = [source("KEY_A", "https://a.example/"), source("KEY_B", "https://a.example/")]
    with pytest.raises(ConfigError, match=r"KEY_B: expected one key for a\.example") as raised:
        keys_of(sources, {"KEY_A": "s3cret", "KEY_B": "other-s3cret"})

    assert "s3cret" not in str(raised.value)
