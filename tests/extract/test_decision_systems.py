"""Whole minutes, agendas and papers of many systems: every field that a text tells, and no other.

Each text in `systems/` has a table beside it: its language and all that its decision tells. `preparer`
is the first preparer's name, `effective` stands where the substance is the proposal's, `handlings`
are the bodies that treated the matter before, empty where none is named.
"""

import tomllib
from pathlib import Path

import pytest

from config.languages import load_language
from extract.dates import scan_dates
from extract.decision import SourceHints, decision_record, find_decisions
from ingest.text import infer_blocks
from records.decision import Decision
from records.item import Item

SYSTEMS = Path(__file__).parent / "systems"
FIELDS = (
    "document_type", "body", "meeting_date", "section", "case_number", "title", "proposal", "decision",
    "outcome",
)  # fmt: skip

Told = dict[str, str | list[str]]


def own_decision(text: str, code: str) -> Decision:
    """Return the decision that a text is read as."""
    language = load_language(code)
    item = Item(
        source_id="s", base_id="b", native_id="n", url="https://x.example/1", text=text,
        blocks=infer_blocks(text), text_version="1",
    )  # fmt: skip
    own = find_decisions(item, scan_dates(text, language.dates), language, SourceHints()).own
    assert own is not None
    return decision_record(own)[0]


def told(decision: Decision) -> Told:
    """Return what a decision tells, as the tables write it."""
    values: Told = {name: str(value) for name in FIELDS if (value := getattr(decision, name))}
    if decision.preparers:
        values["preparer"] = decision.preparers[0].name
    if decision.effective and decision.effective.origin == "proposal":
        values["effective"] = "proposal"
    if decision.handlings:
        values["handlings"] = [handling.body or "" for handling in decision.handlings]
    return values


@pytest.mark.parametrize("name", sorted(path.stem for path in SYSTEMS.glob("*.txt")))
def test_what_a_text_tells(name: str) -> None:
    """Each field is read wherever the layout puts it; what the text does not tell is told by none."""
    table = tomllib.loads((SYSTEMS / f"{name}.toml").read_text(encoding="utf-8"))
    text = (SYSTEMS / f"{name}.txt").read_text(encoding="utf-8")
    assert told(own_decision(text, table["language"])) == table["expected"]


def test_every_language_has_its_layouts() -> None:
    """No language goes without: the layouts differ by country, and so do the words."""
    languages = {path.stem[:2] for path in SYSTEMS.glob("*.txt")}
    assert languages == {"fi", "sv", "nb", "nn"}
