"""Knows spaCy: the pipeline that reads a paragraph, and its components under their own names.

The one module that imports spaCy, and therefore itself imported only where a paragraph is read. Each
component works in a pipeline of any language: `spacy.blank("fi").add_pipe("paragraf_topics")`.
"""

import re
from collections.abc import Mapping, Sequence

import spacy
from spacy.language import Language as Pipeline
from spacy.tokens import Doc
from spacy.tokens import Span as SpacySpan
from spacy.util import get_lang_class
from spacy.vocab import Vocab

from config.languages import Language, load_language
from config.vocabulary import Vocabulary
from extract.mentions import Mention, MentionKind
from extract.sentences import sentence_starts
from extract.term_finder import TermFinder
from extract.terms import AWAY, UNSURE, parse_term

TABLES: dict[str, MentionKind] = {
    "events": "event",
    "audiences": "audience",
    "topics": "topic",
    "formats": "format",
    "cues": "cue",
    "counter": "counter",
}
"""Table of the vocabulary, and key of `doc.spans`, to the kind of mention."""

_WORD = re.compile(r"(\w+(?:[-‑:'’.]\w+)*-?|[^\w\s]+|\s+)( ?)")
"""A word or a run of signs or blanks, and the one blank behind it that a Doc keeps with its word."""
_WORDS = "paragraf_words"


def build_pipeline(language: Language) -> Pipeline:
    """Return spaCy's pipeline with the words of a language; one without a class of its own gets "xx"."""
    words = language.vocabulary
    pipeline = spacy.blank(_spacy_code(language.code))
    pipeline.tokenizer = WordSplitter(pipeline.vocab)
    for name in TABLES:
        terms = {code: list(listed) for code, listed in vocabulary_table(words, name).items()}
        pipeline.add_pipe(f"paragraf_{name}", config={"terms": terms})
    return pipeline


def vocabulary_table(words: Vocabulary, name: str) -> dict[str, tuple[str, ...]]:
    """Return the terms of one component by code; names of bodies take all topics away."""
    table = words.listed(name)
    if name == "topics":
        table[""] = tuple(AWAY + term for term in (*words.bodies, *words.more.bodies))
    return table


def read_piece(pipeline: Pipeline, text: str, offset: int) -> list[Mention]:
    """Return the mentions of a stretch of text that begins at `offset` of the whole, in order."""
    doc = pipeline(text)
    mentions = [
        _mention(kind, span, offset)
        for name, kind in TABLES.items()
        if name in doc.spans
        for span in doc.spans[name]
    ]
    mentions.sort(key=lambda mention: mention.span)
    return mentions


def _mention(kind: MentionKind, span: SpacySpan, offset: int) -> Mention:
    label = span.label_
    sure = not label.endswith(UNSURE)
    extent = (offset + span.start_char, offset + span.end_char)
    return Mention(kind, label if sure else label.removesuffix(UNSURE), extent, sure)


class WordSplitter:
    """Splits text into words in time linear in its length, as spaCy's own rules do not on runs of signs.

    A word keeps its inner hyphens, dots and colons ("IT-koulutus", "3.9", "USO:n"), and its last hyphen.
    """

    def __init__(self, vocab: Vocab) -> None:
        self._vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Return the Doc of a text; its tokens put together are the text."""
        found = _WORD.findall(text)
        words = [word for word, _ in found]
        doc = Doc(self._vocab, words=words, spaces=[bool(blank) for _, blank in found])
        doc.user_data[_WORDS] = [word.lower() for word in words]
        return doc


def _words(doc: Doc) -> Sequence[str]:
    """Return a Doc's words in lower case; those that `WordSplitter` left, since to ask tokens is slow."""
    told: Sequence[str] | None = doc.user_data.get(_WORDS)
    return [token.lower_ for token in doc] if told is None else told


class TermPipe:
    """Finds the terms of one table of the vocabulary."""

    def __init__(self, name: str, table: str, terms: Mapping[str, Sequence[str]]) -> None:
        self.name = name
        self._table = table
        self._terms = TermFinder(
            sorted({parse_term(code, text) for code, told in terms.items() for text in told})
        )

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc.spans` of the table's name to what was found, labelled by code."""
        found = self._terms.find(_words(doc))
        doc.spans[self._table] = [SpacySpan(doc, hit.start, hit.end, label=hit.label) for hit in found]
        return doc


class SentencePipe:
    """Marks where sentences begin, by the function that the record's own sentences come from."""

    def __init__(self, name: str, abbreviations: Sequence[str]) -> None:
        self.name = name
        self._abbreviations = frozenset(abbreviations)

    def __call__(self, doc: Doc) -> Doc:
        """Set every token's `is_sent_start`."""
        starts = {0, *sentence_starts(doc.text, self._abbreviations)}
        for token in doc:
            token.is_sent_start = token.idx in starts
        return doc


def _spacy_code(code: str) -> str:
    base = code.partition("-")[0]
    try:
        get_lang_class(base)
    except ImportError:
        return "xx"
    return base


def _own_words(pipeline: Pipeline) -> Vocabulary:
    return load_language(pipeline.lang).vocabulary


def _make_sentences(nlp: Pipeline, name: str, abbreviations: list[str] | None) -> SentencePipe:
    return SentencePipe(name, _own_words(nlp).abbreviations if abbreviations is None else abbreviations)


def _make_terms(nlp: Pipeline, name: str, table: str, terms: dict[str, list[str]] | None) -> TermPipe:
    own = vocabulary_table(_own_words(nlp), table) if terms is None else terms
    return TermPipe(name, table, own)


Pipeline.factory("paragraf_sentences", default_config={"abbreviations": None}, func=_make_sentences)
for _table in TABLES:
    Pipeline.factory(f"paragraf_{_table}", default_config={"table": _table, "terms": None}, func=_make_terms)
