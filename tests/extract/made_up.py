"""Made-up texts for the tests of this room: items from bare text, and languages of a few words."""

from collections.abc import Mapping, Sequence
from functools import cache

from config.languages import Language, load_language
from config.vocabulary import Vocabulary
from records.item import Block, BlockKind, Item


@cache
def words(code: str) -> Language:
    """Return a shipped language, loaded once for all tests."""
    return load_language(code)


def small_language(code: str = "fi", **tables: Mapping[str, Sequence[str]] | Sequence[str]) -> Language:
    """Return a language that knows only the given tables of the vocabulary."""
    return Language(code=code, name=code, vocabulary=Vocabulary.model_validate(tables))


def item(text: str, title: str | None = None) -> Item:
    """Return an item whose lines are its blocks: `# ` opens a heading, `- ` a list item."""
    blocks = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(_kind(line), start, start + len(line), 1))
        start += len(line) + 1
    return Item(
        source_id="kuusiranta",
        base_id="main",
        native_id="1",
        url=None,
        text=text,
        blocks=tuple(blocks),
        text_version="text-1",
        title=title,
    )


def _kind(line: str) -> BlockKind:
    if line.startswith("# "):
        return "heading"
    return "list_item" if line.startswith("- ") else "paragraph"
