"""The pages for clerks: the same in every language, and true of the commands and words they name."""

import re
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from config.wording import Wording, load_wording
from paragraf.cli import app

FOLDER = Path(__file__).parents[1] / "docs" / "clerk"
PAGES = {"fi": "FI", "sv": "SE", "nb": "NO", "nn": "NO"}


def _page(language: str) -> str:
    return (FOLDER / f"{language}.md").read_text(encoding="utf-8")


def _wording(language: str) -> Wording:
    return load_wording(language, PAGES[language])


@pytest.mark.parametrize("language", PAGES)
def test_every_page_has_the_same_parts(language: str) -> None:
    """As many headings, lists, tables and commands as the Finnish one, in the same order."""
    shapes = (r"^#+ ", r"^- ", r"^\|", r"^    ")
    marks = re.compile("|".join(shapes), re.MULTILINE)

    assert marks.findall(_page(language)) == marks.findall(_page("fi"))


@pytest.mark.parametrize("language", PAGES)
def test_the_commands_that_it_names_are_there(language: str) -> None:
    """With their options."""
    told_in_text = re.findall(r"`(paragraf [^`]+)`", _page(language))
    told_apart = re.findall(r"^    (paragraf .+)$", _page(language), re.MULTILINE)
    named = {*told_in_text, *told_apart}

    assert len(named) >= 9
    for told in named:
        command: Any = get_command(app)
        words = told.split()[1:]
        while words and getattr(command, "commands", None) and words[0] in command.commands:
            command = command.commands[words.pop(0)]
        assert not getattr(command, "commands", None), told
        known = {option for parameter in command.params for option in parameter.opts}
        assert {word for word in words if word.startswith("--")} <= known, told


@pytest.mark.parametrize("language", PAGES)
def test_the_words_that_it_names_are_those_of_drafts(language: str) -> None:
    """Files in the outbox, the marks of a comparison, the severities of a check, the last page's heading."""
    page, words = " ".join(_page(language).split()), _wording(language)

    told = [
        f"{words.digest.file}.txt",
        f"[-{words.aftermath.removed}-]",
        f"[+{words.aftermath.added}+]",
        words.versions.no_meeting,
        words.closing.fill,
        *(f"`{severity}`" for severity in words.checks.severities.values()),
        *(f"….{word}.txt" for word in words.fields.model_dump().values()),
    ]
    assert [each for each in told if each not in page] == []
