"""Measures one document: what a reader annotated against what the record tells."""

from evaluate.backing import measure_backing
from evaluate.dates import measure_dates
from evaluate.gold import GoldDocument
from evaluate.head import measure_head
from evaluate.programmes import measure_programmes
from evaluate.score import Count, DocumentScore, Measured, Miss
from records.document import DocumentRecord


def measure_document(document: GoldDocument, record: DocumentRecord | None) -> DocumentScore:
    """Return every field of a document with its misses; without a record, that nothing was answered.

    A document that failed counts against recall in every field that its annotation has.
    """
    answered = Count(int(record is not None), int(record is not None), 1)
    misses = () if record else (Miss("a record", None),)
    fields = [Measured("answered", answered, misses)]
    told = record or _empty(document)
    fields += measure_head(document, told)
    fields += measure_dates(document, told)
    fields += measure_programmes(document, told)
    if record:
        fields += measure_backing(record)
    return DocumentScore(document.key, document.lang, document.text, document.is_meeting_item, tuple(fields))


def _empty(document: GoldDocument) -> DocumentRecord:
    """Return the record of a document in which nothing was found."""
    return DocumentRecord.model_validate(
        {
            "source": {"path": document.path},
            "document_type": "page",
            "language": "",
            "text": document.text,
            "relevance": {"is_programme": False, "score": 0.0},
            "evidence": {},
        }
    )
