"""What one would put together from well-known packages: BeautifulSoup, spaCy's EntityRuler, dateparser."""

import warnings
from collections.abc import Callable
from typing import cast

import spacy
from bs4 import BeautifulSoup
from dateparser.search import search_dates
from spacy.pipeline import EntityRuler

from config.languages import load_language

PATTERNS = 500


def usual_stack(code: str) -> Callable[[bytes], tuple[object, object]]:
    """Return what reads a page by BeautifulSoup, 500 LOWER patterns of spaCy's EntityRuler and dateparser."""
    pipeline = spacy.blank(code)
    ruler = cast(EntityRuler, pipeline.add_pipe("entity_ruler"))
    ruler.add_patterns([{"label": "WORD", "pattern": [{"LOWER": word}]} for word in ruled_words(code)])

    def read(content: bytes) -> tuple[object, object]:
        text = BeautifulSoup(content, "lxml").get_text()
        return pipeline(text).ents, dates_by_dateparser(text, code)

    return read


def dates_by_dateparser(text: str, code: str) -> object:
    """Return the dates that dateparser finds in a text, told the language."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return search_dates(text, languages=[code])


def ruled_words(code: str) -> list[str]:
    """Return 500 words of a language's vocabulary, numbered ones where it has fewer."""
    vocabulary = load_language(code).vocabulary
    tables = [vocabulary.listed(name) for name in ("events", "audiences", "topics", "cues", "counter")]
    terms = {term.strip("!?*") for table in tables for listed in table.values() for term in listed}
    words = sorted(term for term in terms if term.isalpha())[:PATTERNS]
    return words + [f"sana{number}" for number in range(PATTERNS - len(words))]
