"""Knows spaCy: the pipeline that reads a paragraph, and its components under their own names.

The one module that imports spaCy, and therefore itself imported only where a paragraph is read. Each
component works in a pipeline of any language: `spacy.blank("fi").add_pipe("paragraf_topics")`.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

import spacy
from spacy.language import Language as Pipeline
from spacy.tokens import Doc
from spacy.tokens import Span as SpacySpan
from spacy.util import filter_spans, get_lang_class
from spacy.vocab import Vocab

from config.languages import Language, load_language
from config.vocabulary import Vocabulary
from extract.mentions import Mention, MentionKind
from extract.sentences import sentence_starts
from extract.terms import AWAY, UNSURE, Stems, Term, parse_term
from records.base import Span

TABLES: dict[str, MentionKind] = {
    "events": "event",
    "audiences": "audience",
    "topics": "topic",
    "formats": "format",
    "cues": "cue",
    "counter": "counter",
}
"""Table of the vocabulary, and key of `doc.spans`, to the kind of mention."""

_WORD = re.compile(r"\w+(?:[-‑:'’.]\w+)*-?|[^\w\s]+|\s+")
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
    extent = (offset + span.start_char, offset + span.end_char)
    return Mention(kind, label.removesuffix(UNSURE), extent, not label.endswith(UNSURE))


class WordSplitter:
    """Splits text into words in time linear in its length, as spaCy's own rules do not on runs of signs.

    A word keeps its inner hyphens, dots and colons ("IT-koulutus", "3.9", "USO:n"), and its last hyphen.
    """

    def __init__(self, vocab: Vocab) -> None:
        self._vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Return the Doc of a text; its tokens put together are the text."""
        words: list[str] = []
        spaces: list[bool] = []
        for match in _WORD.finditer(text):
            word = match.group()
            if word[0] == " " and words and not spaces[-1]:
                spaces[-1] = True
                word = word[1:]
            if word:
                words.append(word)
                spaces.append(False)
        doc = Doc(self._vocab, words=words, spaces=spaces)
        doc.user_data[_WORDS] = [word.lower() for word in words]
        return doc


def _words(doc: Doc) -> Sequence[str]:
    """Return a Doc's words in lower case; those that `WordSplitter` left, since to ask tokens is slow."""
    told: Sequence[str] | None = doc.user_data.get(_WORDS)
    return [token.lower_ for token in doc] if told is None else told


class SingleWords:
    """Finds terms of one word: each word has one stem, and the stem the codes of the terms written so."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._stems = Stems(
            (term.words[0] for term in terms), [term.words[0] for term in terms if term.label == AWAY]
        )
        self._labels: dict[str, list[str]] = defaultdict(list)
        for term in terms:
            self._labels[str(term.words[0])].append(term.label)

    def find(self, doc: Doc, words: Sequence[str]) -> list[SpacySpan]:
        """Return spans of `doc` labelled as the terms that its words in lower case match."""
        return [
            SpacySpan(doc, place, place + 1, label=label)
            for place, stem in enumerate(self._stems.of(words))
            if stem
            for label in self._labels[stem]
        ]


class Phrases:
    """Finds terms of several words, each word by its stem.

    Not by spaCy's PhraseMatcher: a pattern fits every stem that is narrower than it, and all rows of
    such stems would have to be kept as Docs, thousands a language.
    """

    def __init__(self, terms: Sequence[Term]) -> None:
        patterns = {pattern for term in terms for pattern in term.words}
        self._stems = Stems(patterns)
        fitting = {pattern: self._stems.fitting(pattern) for pattern in patterns}
        self._by_first: dict[str, list[tuple[str, tuple[frozenset[str], ...]]]] = defaultdict(list)
        for term in terms:
            first, *rest = (fitting[pattern] for pattern in term.words)
            for stem in first:
                self._by_first[stem].append((term.label, tuple(rest)))

    def find(self, doc: Doc, words: Sequence[str]) -> list[SpacySpan]:
        """Return spans of `doc` labelled as the terms that its words in lower case match."""
        stems = self._stems.of(words)
        return [
            SpacySpan(doc, place, place + 1 + len(rest), label=label)
            for place, stem in enumerate(stems)
            if stem and stem in self._by_first
            for label, rest in self._by_first[stem]
            if place + len(rest) < len(stems)
            and all(stems[place + 1 + after] in fits for after, fits in enumerate(rest))
        ]


class TermPipe:
    """Finds the terms of one table of the vocabulary, single words and phrases apart."""

    def __init__(self, name: str, table: str, terms: Mapping[str, Sequence[str]]) -> None:
        self.name = name
        self._table = table
        parsed = sorted({parse_term(code, text) for code, listed in terms.items() for text in listed})
        self._words = SingleWords([term for term in parsed if len(term.words) == 1])
        self._phrases = Phrases([term for term in parsed if len(term.words) > 1])

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc.spans` of the table's name to what was found, labelled by code."""
        words = _words(doc)
        found = [*self._words.find(doc, words), *self._phrases.find(doc, words)]
        doc.spans[self._table] = _most_specific(found) if found else []
        return doc


def _most_specific(spans: Sequence[SpacySpan]) -> list[SpacySpan]:
    """Drop spans that lie in a longer one or in one that takes their code away.

    Equal ones of several codes stay.
    """
    gone: dict[str, set[int]] = defaultdict(set)
    for span in spans:
        if span.label_.startswith(AWAY):
            gone[span.label_.removeprefix(AWAY)].update(range(*_reach(span)))
    told = [span for span in spans if not span.label_.startswith(AWAY) and not _is_gone(span, gone)]
    kept = {(span.start, span.end) for span in filter_spans(told)}
    return [span for span in told if (span.start, span.end) in kept]


def _is_gone(span: SpacySpan, gone: Mapping[str, set[int]]) -> bool:
    tokens = range(span.start, span.end)
    codes = ("", span.label_.removesuffix(UNSURE))
    return any(code in gone and gone[code].issuperset(tokens) for code in codes)


def _reach(span: SpacySpan) -> Span:
    """Return the tokens that a name takes away: with "sosiaali- ja" before "terveyslautakunta"."""
    start = span.start
    if start >= 2 and span.doc[start - 2].text.endswith("-"):
        start -= 2
    return start, span.end


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
