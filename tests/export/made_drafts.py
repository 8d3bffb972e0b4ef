"""Drafts of made-up houses from made-up documents, and the pieces of drafts from precedents."""

from export.draft import draft_programme
from records.document import DocumentRecord
from records.draft import Cited, Draft, Line, Paragraph, Placeholder, Plain, Section
from tests.export.houses import own_house, words_of
from tests.export.made import TRIGGER, basis_of, finnish_record, names_in


def draft_of(layout: str, record: DocumentRecord | None = None) -> Draft:
    """Return the draft that a document, by default a Finnish council's, gives the house of a layout."""
    house = own_house(layout)
    basis = basis_of(record or finnish_record())
    return draft_programme(basis, house, words_of(house), names_in(house.language), TRIGGER)


def old(text: str, *, language: str | None = None) -> Cited:
    """Return a value of an earlier decision, quoted from the first source."""
    return Cited(
        text=text, quote=f"vanha {text}", spans=((0, 5),), source=0, language=language, precedent=True
    )


def gap_with(*texts: str, language: str | None = None) -> Placeholder:
    """Return a placeholder that shows these old values."""
    first, *others = (old(text, language=language) for text in texts)
    return Placeholder(key="amount", text="summa", hint="Oma summa.", old=first, also=tuple(others))


def with_line(draft: Draft, *pieces: Plain | Cited | Placeholder) -> Draft:
    """Return a draft whose item is one paragraph of these pieces, under the proposal's heading."""
    line: Line = tuple(pieces)
    section = Section(key="proposal", heading="Päätösehdotus", blocks=(Paragraph(line=line),))
    return draft.model_copy(update={"sections": (section,)})
