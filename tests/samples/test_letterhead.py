"""The sample houses' Word templates: right, and the same each time."""

from pathlib import Path

from config.toml import parse_toml
from export.template import check_template, open_template
from samples.letterhead import load_templates
from samples.load import load_houses


def test_every_template_that_a_house_names_is_there() -> None:
    """And none that no house names."""
    named = {parse_toml(text, name).get("template") for name, text in load_houses().items()}

    assert named - {None} == load_templates().keys()
    assert load_templates() == load_templates()


def test_a_template_is_one_that_drafts_can_be_written_in(tmp_path: Path) -> None:
    """No mistake in it, and the item's head is filled in by its tags."""
    for name, content in load_templates().items():
        path = tmp_path / name
        path.write_bytes(content)
        assert check_template(path) == ()
        assert {"title", "body", "meeting", "section"} <= open_template(path).asked
