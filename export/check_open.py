"""Lists what is still to be done before a document is sent on: gaps, first page, closing lists, comments."""

from collections.abc import Iterator

from export.check_findings import Finding, tell
from export.check_sheet import Heading, Passage, Sheet
from export.written import Written, WrittenLine, line_gaps
from records.base import Span


def check_gaps(sheet: Sheet) -> Iterator[Finding]:
    """Yield the placeholders that still stand in the item, its title and its head."""
    yield from (_title_gap(sheet, heading, *span) for heading in sheet.headings for span in _gaps_of(heading))
    for passage in sheet.own():
        for start, end in passage.gaps:
            yield tell(
                sheet.wording.checks, "open_gap", "open", passage, found=passage.text[start:end].strip("[]")
            )


def _gaps_of(heading: Heading) -> tuple[Span, ...]:
    """Return the placeholders of a heading of the item; the title is one."""
    if heading.region not in ("head", "item"):
        return ()
    line = WrittenLine(heading.text, "paragraph", 1)
    return tuple(gap.span for gap in line_gaps(heading.text, line))


def _title_gap(sheet: Sheet, heading: Heading, start: int, end: int) -> Finding:
    place = Passage(heading.region, heading.key, heading.text, 0, "paragraph", text="")
    found = heading.text[start:end].strip("[]")
    return tell(sheet.wording.checks, "open_gap", "open", place, found=found)


def check_leavings(sheet: Sheet, written: Written) -> Iterator[Finding]:
    """Yield what only the clerk needs and nobody else should see: marks, comments, pages about the draft."""
    words = sheet.wording.checks
    yield from _marks(sheet, written)
    regions = {heading.region for heading in sheet.headings}
    if "cover" in regions:
        yield tell(words, "cover_left", "open")
    if "closing" in regions:
        yield tell(words, "closing_left", "open")
    if written.comments:
        yield tell(words, "comments_left", "open", found=str(written.comments))
    if written.changes:
        yield tell(words, "changes_left", "warning")


def _marks(sheet: Sheet, written: Written) -> Iterator[Finding]:
    """Yield what is highlighted and no placeholder: a clerk wrote into one, and the mark stayed."""
    lines = (line for section in written.sections for line in section.lines)
    marked = {line.text: line for line in lines if line.marked}
    for passage in sheet.own():
        line = marked.get(passage.text)
        for gap in line_gaps(passage.heading, line) if line else ():
            if not gap.bracketed and gap.text:
                yield tell(sheet.wording.checks, "still_marked", "warning", passage, found=gap.text)
