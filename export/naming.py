"""Names a source in words: its publisher, body, date and §, its title, kind and number."""

from collections.abc import Iterator

from config.wording import Wording
from export.text import capital
from export.times import tell_day
from records.draft import Citation


def name_item(citation: Citation, wording: Wording) -> str:
    """Return where a source stands ("Granviks stad, Stadsstyrelsen 3 februari 2025 § 7"); empty if untold."""
    item = (
        citation.body,
        tell_day(citation.meeting_date, wording.dates) if citation.meeting_date else None,
        tell_section(citation.section, wording) if citation.section else None,
    )
    return ", ".join(part for part in (citation.council, " ".join(each for each in item if each)) if part)


def name_source(citation: Citation, wording: Wording) -> str:
    """Return all that identifies a source but its address, as the list of sources prints it."""
    return " ".join(f"{part}." for part in _parts(citation, wording) if part)


def tell_section(section: str, wording: Wording) -> str:
    """Return "§ 71" or, for a number within a year, "sak 34/24" in the words of the language."""
    phrase = wording.source.case if "/" in section else wording.source.section
    return phrase.format(section=section)


def _parts(citation: Citation, wording: Wording) -> Iterator[str]:
    words, (start, end) = wording.source, wording.quotes
    yield name_item(citation, wording)
    if citation.title:
        yield f"{start}{citation.title}{end}"
    kind = capital(words.document_types[citation.document_type])
    case = words.case_number.format(value=citation.case_number) if citation.case_number else None
    yield f"{kind}, {case}" if case else kind
    if citation.retrieved_at:
        yield capital(words.retrieved.format(value=tell_day(citation.retrieved_at.date(), wording.dates)))
