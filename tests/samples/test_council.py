"""A council's files have a closed list of keys, and sensible defaults."""

import datetime as dt

import pytest

from config.toml import parse_toml, validate
from records.errors import ConfigError
from samples.council import AgendaItem, Charset, CouncilFile, Layout, Meeting, Site
from samples.expected import Expected

HEAD = """
[source]
id = "x"
system = "dynasty"
council = { name = "X", country = "FI" }

[site]
prefix = "/x"
"""
MEETING = """
id = "20261"
body = "Hallitus"
body_id = 1
date = 2026-05-04
place = "Talo"
published = 2026-05-05

[[item]]
n = 1
title = "Avaus"
"""


def council_file(text: str) -> CouncilFile:
    """Return the text of a `council.toml` as it is loaded."""
    return validate(CouncilFile, parse_toml(text, "council.toml"), "council.toml", text)


def test_a_short_file_is_enough() -> None:
    """Classic pages in UTF-8 under the usual script, in Finnish."""
    site = council_file(HEAD).site

    assert (site.generation, site.language, site.cgi) == ("classic", "fi", "/cgi/DREQUEST.PHP")
    assert site.charset == Charset(encoding="utf-8", header="utf-8", meta="utf-8")
    assert not site.feed.amp


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ('colour = "blue"', "colour"),
        ('generation = "newest"', "generation"),
        ("[site.layout]\norder = ['titel']", "order"),
        ("[site.feed]\nwide = 'utf-8'", "wide"),
    ],
)
def test_a_mistake_is_told_with_its_key(line: str, found: str) -> None:
    """Unknown keys and values are ConfigErrors that name the file."""
    with pytest.raises(ConfigError, match=rf"council\.toml.*{found}"):
        council_file(f"{HEAD}{line}\n")


def test_a_meeting_needs_date_and_items_but_no_section() -> None:
    """An agenda item has no § yet; minutes are what is shown unless told."""
    meeting = validate(Meeting, parse_toml(MEETING, "m"), "m", MEETING)

    assert meeting.date == dt.date(2026, 5, 4)
    assert meeting.state == "minutes"
    assert meeting.item == (AgendaItem(n=1, title="Avaus"),)


def test_a_meeting_without_items_is_a_mistake() -> None:
    """The file says what is missing."""
    text = MEETING.partition("[[item]]")[0]

    with pytest.raises(ConfigError, match="item"):
        validate(Meeting, parse_toml(text, "m"), "m", text)


def test_expectations_are_checked_too() -> None:
    """A misspelt outcome in `expected.toml` does not pass."""
    document = {"id": "1-1", "path": "/x", "relevant": True, "document_type": "minutes", "language": "fi"}

    assert validate(Expected, document, "e").session == ()
    with pytest.raises(ConfigError, match="outcome"):
        validate(Expected, {**document, "decision": {"outcome": "aproved"}}, "e")


def test_nouns_are_varied_by_copying() -> None:
    """What is loaded stays as it was."""
    site = Site(prefix="/x")

    varied = site.model_copy(update={"layout": Layout(order=("title",))})

    assert site.layout.order != varied.layout.order
