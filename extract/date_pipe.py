"""Knows how dates stand in a spaCy Doc: the component `paragraf_dates`, for pipelines of any language.

    pipeline = spacy.blank("fi")
    pipeline.add_pipe("paragraf_dates", config={"anchor": "2026-03-02"})
    doc = pipeline("Koulutus on 3.9. klo 17–19.")
    for span in doc.spans["dates"]:
        span.text, span.label_, span._.paragraf.edtf

Imported by spaCy when the component is asked for, never by the record.
"""

import datetime as dt
import re
from collections.abc import Iterator

from spacy.language import Language as Pipeline
from spacy.tokens import Doc
from spacy.tokens import Span as SpacySpan

from config.languages import Language, load_language
from config.terms import load_terms
from extract.date_context import DateContext
from extract.dates import find_dates
from extract.mentions import Mention
from extract.reading import Reading
from records.council import Country
from records.dates import DateFinding
from records.item import Block, Item

KEY = "dates"
"""Key of `doc.spans`."""
_STORED = "paragraf_dates"
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")


class DatePipe:
    """Finds every expression of time as the record does.

    `doc.spans["dates"]` holds the tokens that cover each expression, labelled by role;
    `span._.paragraf` is the finding itself, with the exact offsets. Events that
    `paragraf_events` found before help to tell sessions.
    """

    def __init__(self, name: str, language: Language, context: DateContext) -> None:
        self.name = name
        self._language = language
        self._context = context

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc.spans["dates"]`; the text is not changed."""
        found = [one.value for one in find_dates(_item(doc), self._language, _events(doc), self._context)]
        doc.user_data[_STORED] = [finding.model_dump(mode="json") for finding in found]
        spans = [
            doc.char_span(*finding.span, label=finding.role, span_id=str(index), alignment_mode="expand")
            for index, finding in enumerate(found)
        ]
        doc.spans[KEY] = [span for span in spans if span is not None]
        return doc


def finding_of(span: SpacySpan) -> DateFinding | None:
    """Return the finding that a span of `doc.spans["dates"]` covers, None for any other span."""
    stored = span.doc.user_data.get(_STORED, [])
    if not span.id_.isdecimal() or int(span.id_) >= len(stored):
        return None
    return DateFinding.model_validate(stored[int(span.id_)])


def _item(doc: Doc) -> Item:
    """Return a Doc's text as an item whose lines are its paragraphs."""
    blocks = tuple(Block("paragraph", *match.span()) for match in _PARAGRAPH.finditer(doc.text))
    return Item(
        source_id="", base_id="", native_id="", url=None, text=doc.text, blocks=blocks, text_version=""
    )


def _events(doc: Doc) -> Reading | None:
    if "events" not in doc.spans:
        return None
    return Reading(mentions=tuple(_mentions(doc)))


def _mentions(doc: Doc) -> Iterator[Mention]:
    for span in doc.spans["events"]:
        yield Mention("event", span.label_, (span.start_char, span.end_char))


def _make_dates(
    nlp: Pipeline, name: str, anchor: str | None, country: Country | None, relevant: bool
) -> DatePipe:
    """Make the component for a pipeline's language.

    `anchor` is the day the texts speak from (ISO 8601), `country` tells whose terms of office count,
    `relevant` that the texts deal with training for elected officials.
    """
    day = dt.date.fromisoformat(anchor) if anchor else None
    terms = load_terms().rules(country, None) if country else ()
    return DatePipe(name, load_language(nlp.lang), DateContext(anchor=day, terms=terms, relevant=relevant))


Pipeline.factory(
    "paragraf_dates",
    default_config={"anchor": None, "country": None, "relevant": False},
    func=_make_dates,
)
if not SpacySpan.has_extension("paragraf"):
    SpacySpan.set_extension("paragraf", getter=finding_of)
