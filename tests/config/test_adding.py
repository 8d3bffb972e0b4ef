"""A source is written below what stands in sources.toml."""

from pathlib import Path

import pytest

from config.adding import add_source, source_table
from config.paths import own
from config.sources import load_sources, parse_sources
from records.council import Base, Council, Source
from records.errors import ConfigError

NEW = Source(
    id="odeborg",
    system="listing",
    language="sv",
    council=Council(name='Ödeborgs "stad" \\ kommun', country="SE", code="0099"),
    bases=(Base(id="main", url="https://odeborg.example/"),),
    pages=("https://odeborg.example/protokoll",),
)
OLD = """# ours, by hand
[[source]]
id = "kuusiranta"   # the town
system = "dynasty"
council = { name = "Kuusirannan kaupunki", country = "FI" }"""


def _write(content: bytes) -> Path:
    file = own("sources.toml")
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    return file


@pytest.mark.parametrize("old", [OLD, OLD + "\n", OLD.replace("\n", "\r\n") + "\r\n", "\ufeff" + OLD])
@pytest.mark.usefixtures("home")
def test_what_stood_there_stays_byte_for_byte(old: str) -> None:
    """Comments, line ends and marks; both sources are there afterwards."""
    file = _write(old.encode())

    assert add_source(NEW) == file.resolve()
    assert file.read_bytes().startswith(old.encode())
    assert [source.id for source in load_sources()] == ["kuusiranta", "odeborg"]
    assert load_sources()[1] == NEW


@pytest.mark.usefixtures("home")
def test_the_first_source_makes_the_file() -> None:
    """In a home that is not there yet, too."""
    add_source(NEW)
    assert load_sources() == (NEW,)


@pytest.mark.parametrize("enabled", [True, False])
def test_a_table_reads_as_the_source_it_was_made_of(enabled: bool) -> None:
    """Odd letters of names survive."""
    source = NEW.model_copy(update={"enabled": enabled, "pages": (), "language": None})
    assert parse_sources(source_table(source), "made") == (source,)


@pytest.mark.parametrize(
    ("update", "told"),
    [
        ({"id": "kuusiranta"}, "sources.toml: expected a new id, found kuusiranta already"),
        ({"id": "Öde borg"}, "--id: expected small letters"),
        ({"id": ""}, "--id: expected small letters"),
        ({"pages": ("odeborg.example",)}, "begin with https://"),
        ({"bases": (Base(id="main", url="file:///etc/passwd"),)}, "begin with https://"),
    ],
)
@pytest.mark.usefixtures("home")
def test_what_cannot_be_leaves_the_file_alone(update: dict[str, object], told: str) -> None:
    """The error says what was expected."""
    file = _write(OLD.encode())
    with pytest.raises(ConfigError, match=told):
        add_source(NEW.model_copy(update=update))
    assert file.read_text(encoding="utf-8") == OLD
    assert [one.name for one in file.parent.iterdir()] == ["sources.toml"]


@pytest.mark.usefixtures("home")
def test_a_list_that_no_table_may_follow() -> None:
    """TOML knows two ways to write a list of sources; they do not mix."""
    file = _write(b"source = []\n")
    with pytest.raises(ConfigError, match="with odeborg"):
        add_source(NEW)
    assert file.read_bytes() == b"source = []\n"


@pytest.mark.usefixtures("home")
def test_a_place_that_cannot_be_written() -> None:
    """One line, no traceback."""
    own().parent.mkdir(parents=True, exist_ok=True)
    own().write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(ConfigError, match="can be written"):
        add_source(NEW)
