"""Knows a draft's Word file as it comes back: read again after a clerk edited it in any word processor."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from export.office import Package, open_package
from export.written_lines import LineKind, LineReader, Read
from export.written_styles import Styles, name_of
from records.base import Span
from records.errors import DraftError

_MOST_LINES = 60_000
"""Lines of a document: 2,000 sessions in a table come to half of it."""
_IDENTITY = re.compile(r"[0-9a-f]{12}")
_BRACKET = re.compile(r"[\[\]]")
_LONGEST_GAP = 3_000
"""Letters of a placeholder: one may show what several precedents have in its place."""
_TELLS_LITTLE = re.compile(r"\[[\d\s.…,–-]*\]")
"""What stands in brackets and waits for nobody: the number of a source, words left out of a quotation."""


@dataclass(frozen=True)
class WrittenLine:
    """A paragraph, list item or paragraph of a table cell with words in it.

    `number` counts the lines under a heading from 1, `row` the rows of a table; `marked` are the
    highlighted stretches of `text`; `bold` tells that all of it is bold; `depth` is 0 but for items of a
    list within an item.
    """

    text: str
    kind: LineKind
    number: int
    row: int | None = None
    marked: tuple[Span, ...] = ()
    bold: bool = False
    depth: int = 0


@dataclass(frozen=True)
class WrittenSection:
    """What stands under a heading; `level` is 1 for the highest, 0 for the title or what has no heading."""

    heading: str | None
    level: int
    lines: tuple[WrittenLine, ...]


@dataclass(frozen=True)
class Gap:
    """A place that is still to be filled in: in square brackets, highlighted, or both.

    `text` is what stands there without the brackets, at `span` of the `number`th line under `heading`.
    """

    text: str
    heading: str | None
    number: int
    span: Span
    bracketed: bool
    highlighted: bool


@dataclass(frozen=True)
class Written:
    """A Word file as it reads now.

    `draft` is the draft's id from the file's properties, else from its pages; `title` the properties'
    title. `comments` counts what stands in the margin; `changes` tells that tracked changes are left.
    """

    path: str
    draft: str | None
    title: str | None
    sections: tuple[WrittenSection, ...]
    comments: int = 0
    changes: bool = False

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """The places still to be filled in, in reading order."""
        return tuple(
            gap
            for section in self.sections
            for line in section.lines
            for gap in line_gaps(section.heading, line)
        )


def read_written(path: Path) -> Written:
    """Return a Word file as it reads now: inserted text counts, deleted text does not.

    Raises DraftError for a path that leads to no readable Word file, and for one beyond measure.
    """
    package = open_package(path)
    styles = package.related("styles")
    reader = LineReader(Styles(package.parse(styles) if styles else None))
    sections = tuple(_sections(_within(reader.read(_body(package)), str(path))))
    told = _told_properties(package)
    return Written(
        path=str(path),
        draft=_identity(told) or _printed_identity(package, sections),
        title=told.get("title") or None,
        sections=sections,
        comments=_count_comments(package),
        changes=reader.changes,
    )


def read_identity(path: Path) -> tuple[str | None, str | None]:
    """Return the id of the draft that a Word file says it is, and of which version, as its properties tell.

    LibreOffice keeps the id and drops the version. Raises DraftError as `read_written`.
    """
    told = _told_properties(open_package(path))
    return _identity(told), told.get("version")


def line_gaps(heading: str | None, line: WrittenLine) -> Iterator[Gap]:
    """Yield the places of a line that wait to be filled in."""
    bracketed = [span for span in _bracketed(line.text) if not _TELLS_LITTLE.fullmatch(line.text, *span)]
    for span in bracketed:
        highlighted = any(start < span[1] and span[0] < end for start, end in line.marked)
        yield Gap(line.text[span[0] + 1 : span[1] - 1].strip(), heading, line.number, span, True, highlighted)
    for start, end in line.marked:
        if not any(first < end and start < last for first, last in bracketed):
            yield Gap(line.text[start:end].strip(), heading, line.number, (start, end), False, True)


def _bracketed(text: str) -> Iterator[Span]:
    """Yield what stands in square brackets, the outermost of those within each other."""
    opened: list[int] = []
    for bracket in _BRACKET.finditer(text):
        if bracket[0] == "[":
            opened.append(bracket.start())
        elif opened:
            start = opened.pop()
            if not opened and start + 2 < bracket.end() <= start + _LONGEST_GAP:
                yield start, bracket.end()


def _body(package: Package) -> etree._Element:
    root = package.parse(package.main)
    body = next((element for element in root if name_of(element) == "body"), None)
    if body is None:
        raise DraftError(
            package.where,
            expected="a Word file with text",
            found="none in it",
            advice="Open it in Word or LibreOffice and save it as .docx.",
        )
    return body


def _within(lines: Iterable[Read], where: str) -> Iterator[Read]:
    for count, line in enumerate(lines):
        if count >= _MOST_LINES:
            raise DraftError(
                where,
                expected=f"the document of one matter, at most {_MOST_LINES} lines",
                found="more",
                advice="Check the matter's own document, not the whole agenda.",
            )
        yield line


def _sections(lines: Iterable[Read]) -> Iterator[WrittenSection]:
    heading, level, kept = None, 0, list[WrittenLine]()
    for line in lines:
        if line.kind != "heading":
            number = len(kept) + 1
            kept.append(
                WrittenLine(line.text, line.kind, number, line.row, line.marked, line.bold, line.depth)
            )
            continue
        if kept or heading is not None:
            yield WrittenSection(heading, level, tuple(kept))
        heading, level, kept = line.text, line.level, []
    yield WrittenSection(heading, level, tuple(kept))


def _identity(told: Mapping[str, str]) -> str | None:
    word = told.get("identifier", "")
    return word if is_identity(word) else None


def _told_properties(package: Package) -> dict[str, str]:
    name = package.related("core-properties", "")
    parts = package.parse(name) if name else ()
    return {etree.QName(each).localname: (each.text or "").strip() for each in parts}


def is_identity(word: str) -> bool:
    """Tell whether a word looks like a draft's id: a house's id, a dash, twelve hexadecimal digits."""
    house, _, digits = word.rpartition("-")
    return bool(house and _IDENTITY.fullmatch(digits))


def _printed_identity(package: Package, sections: Iterable[WrittenSection]) -> str | None:
    """Return the id printed at the foot of the pages or on the first one: properties get lost on the way."""
    feet = sorted(name for name in package.names() if re.fullmatch(r"word/footer\d*\.xml", name))
    texts = ["".join(f"{text} " for text in package.parse(name).itertext()) for name in feet]
    texts += [line.text for section in sections for line in section.lines]
    words = (word for text in texts for word in text.split())
    return next((word for word in words if is_identity(word)), None)


def _count_comments(package: Package) -> int:
    name = package.related("comments")
    return sum(1 for each in package.parse(name) if name_of(each) == "comment") if name else 0
