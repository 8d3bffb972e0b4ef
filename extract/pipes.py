"""Knows spaCy: the pipeline that reads a paragraph, and its components under their own names.

The one module that imports spaCy, and therefore itself imported only where a paragraph is read. Each
component works in a pipeline of any language: `spacy.blank("fi").add_pipe("paragraf_topics")`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import spacy
from spacy.language import Language as Pipeline
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.tokens import Span as SpacySpan
from spacy.util import filter_spans, get_lang_class
from spacy.vocab import Vocab

from config.languages import Language, load_language
from config.vocabulary import Vocabulary
from extract.reading import Mention, MentionKind
from extract.sentences import sentence_starts
from extract.terms import Stems, parse_term
from records.base import Span

Table = Mapping[str, Sequence[str]]
KINDS: dict[str, MentionKind] = {
    "events": "event",
    "compounds": "compound",
    "topics": "topic",
    "audiences": "audience",
    "formats": "format",
    "cues": "cue",
    "counter": "counter",
}
"""Table of the vocabulary, and key of `doc.spans`, to the kind of mention."""

_WORD = re.compile(r"\w+(?:[-‑:'’.]\w+)*-?|[^\w\s]+|\s+")
_NONE = "_"
_AWAY = "!"


@dataclass(frozen=True, slots=True)
class Piece:
    """What one stretch of text yielded, with offsets into the whole text."""

    sentences: tuple[Span, ...]
    mentions: tuple[Mention, ...]


def build_pipeline(language: Language) -> Pipeline:
    """Return spaCy's pipeline with the words of a language; one without a class of its own gets "xx"."""
    words = language.vocabulary
    pipeline = spacy.blank(_spacy_code(language.code))
    pipeline.tokenizer = Words(pipeline.vocab)
    pipeline.add_pipe("paragraf_sentences", config={"abbreviations": list(words.abbreviations)})
    for name in KINDS:
        terms = {code: list(listed) for code, listed in vocabulary_table(words, name).items()}
        pipeline.add_pipe(f"paragraf_{name}", config={"terms": terms})
    return pipeline


def vocabulary_table(words: Vocabulary, name: str) -> dict[str, tuple[str, ...]]:
    """Return the terms of one component by code; chrome takes away topics and audiences."""
    if name == "compounds":
        return {"compound": (*words.compounds, *words.more.compounds)}
    table = words.listed(name)
    if name in ("topics", "audiences"):
        table[_AWAY] = (*words.chrome, *words.more.chrome)
    return table


def read_piece(pipeline: Pipeline, text: str, offset: int) -> Piece:
    """Return sentences and mentions of a stretch of text that begins at `offset` of the whole."""
    doc = pipeline(text)
    mentions = [
        Mention(kind, span.label_, (offset + span.start_char, offset + span.end_char))
        for name, kind in KINDS.items()
        if name in doc.spans
        for span in doc.spans[name]
    ]
    mentions.sort(key=lambda mention: mention.span)
    return Piece(tuple(_sentences(doc, offset)), tuple(mentions))


def _sentences(doc: Doc, offset: int) -> list[Span]:
    if not doc.has_annotation("SENT_START"):
        return [(offset, offset + len(doc.text))] if doc.text.strip() else []
    spans = []
    for sentence in doc.sents:
        text = sentence.text
        start = offset + sentence.start_char + len(text) - len(text.lstrip())
        end = start + len(text.strip())
        if end > start:
            spans.append((start, end))
    return spans


class Words:
    """Splits text into words in time linear in its length, which spaCy's own rules do not on runs of signs.

    A word keeps its inner hyphens, dots and colons ("IT-koulutus", "3.9", "USO:n") and its last hyphen.
    """

    def __init__(self, vocab: Vocab) -> None:
        self._vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Return the Doc of a text; its tokens put together are the text."""
        words: list[str] = []
        spaces: list[bool] = []
        for match in _WORD.finditer(text):
            word = match.group()
            if word.isspace() and word[0] == " " and words and not spaces[-1]:
                spaces[-1] = True
                word = word[1:]
            if word:
                words.append(word)
                spaces.append(False)
        return Doc(self._vocab, words=words, spaces=spaces)


class TermPipe:
    """Finds terms: PhraseMatcher over a shadow of the text in which every word is its stem."""

    def __init__(self, vocab: Vocab, name: str, terms: Table) -> None:
        self._vocab = vocab
        self._name = name
        parsed = {
            (code if not term.startswith(_AWAY) else _AWAY, parse_term(term.removeprefix(_AWAY)))
            for code, listed in terms.items()
            for term in listed
        }
        self._stems = Stems(term for _, term in parsed)
        self._matcher = PhraseMatcher(vocab)
        for code, term in sorted(parsed, key=str):
            rows = [Doc(vocab, words=list(row)) for row in self._stems.phrases(term) if row]
            if rows:
                self._matcher.add(code, rows)

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc.spans` of the component's name to what was found, labelled by code."""
        stems = [self._stems.stem(token.lower_) or _NONE for token in doc]
        found = self._matcher(Doc(self._vocab, words=stems), as_spans=True) if any(s != _NONE for s in stems) else []
        spans = [SpacySpan(doc, span.start, span.end, label=span.label) for span in found]
        doc.spans[self._name] = _most_specific(spans)
        return doc


def _most_specific(spans: Sequence[SpacySpan]) -> list[SpacySpan]:
    """Drop spans that lie in a longer one or touch one that takes away; equal ones of several codes stay."""
    extents = {(span.start, span.end): span for span in spans}
    kept = {(span.start, span.end) for span in filter_spans(list(extents.values()))}
    away = [span for span in spans if span.label_ == _AWAY]
    return [
        span
        for span in spans
        if (span.start, span.end) in kept
        and span.label_ != _AWAY
        and not any(one.start < span.end and span.start < one.end and len(one) >= len(span) for one in away)
    ]


class SentencePipe:
    """Marks where sentences begin."""

    def __init__(self, abbreviations: Sequence[str]) -> None:
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


@Pipeline.factory("paragraf_sentences", default_config={"abbreviations": None})
def make_sentences(nlp: Pipeline, name: str, abbreviations: list[str] | None) -> SentencePipe:
    """Return the component that ends sentences; without `abbreviations` it takes its language's own."""
    return SentencePipe(_own_words(nlp).abbreviations if abbreviations is None else abbreviations)


def _make_terms(table: str) -> None:
    def make(nlp: Pipeline, name: str, terms: dict[str, list[str]] | None) -> TermPipe:
        return TermPipe(nlp.vocab, table, vocabulary_table(_own_words(nlp), table) if terms is None else terms)

    Pipeline.factory(f"paragraf_{table}", default_config={"terms": None}, func=make)


for _table in KINDS:
    _make_terms(_table)
