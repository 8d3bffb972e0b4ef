"""Lays a Word file out as checks see it: which part each line belongs to, what in it a source says."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

from config.houses import House
from config.wording import Wording
from export.check_draft import draft_lines
from export.check_sheet import Heading, Passage, Region, Sheet, bare, wanted_headings
from export.text import fold
from export.written import Written, WrittenLine, WrittenSection, line_gaps
from records.base import Span
from records.draft import Draft

_SHORTEST = 2
_LONGEST_HEADING = 100


@dataclass(frozen=True)
class _Known:
    """Headings in their bare form: of the first page, of the closing lists, and the parts by theirs."""

    cover: frozenset[str]
    closing: frozenset[str]
    parts: Mapping[str, str]


@dataclass
class _Place:
    """Where reading has come to."""

    region: Region = "head"
    key: str | None = None
    heading: str | None = None
    level: int = 0
    number: int = 0


def sheet_of_written(written: Written, draft: Draft | None, house: House, wording: Wording) -> Sheet:
    """Return a Word file as it reads now; the draft's data tell what in it are words of a source."""
    wanted = wanted_headings(house, wording)
    known = _known_headings(draft, wording, wanted)
    cited = _CitedWords(draft)
    passages, headings, place = list[Passage](), list[Heading](), _Place()
    for section in written.sections:
        if section.heading is not None:
            headings.append(_enter(place, section.heading, section.level, known))
        for line in section.lines:
            if heading := _typed(line, place, known):
                headings.append(_enter(place, heading, place.level, known, typed=True))
            else:
                passages.append(_passage(line, place, cited))
    return Sheet(house, wording, draft, wanted, tuple(passages), tuple(headings))


def count_known_headings(written: Written, house: House, wording: Wording) -> int:
    """Return how many headings of a Word file are those of a house, to tell whose it is."""
    known = _known_headings(None, wording, wanted_headings(house, wording))
    every = {*known.cover, *known.closing, *known.parts}
    return sum(1 for told in _all_headings(written.sections) if bare(told) in every)


def _all_headings(sections: tuple[WrittenSection, ...]) -> Iterator[str]:
    for section in sections:
        yield section.heading or ""
        yield from (line.text for line in section.lines if line.bold and len(line.text) <= _LONGEST_HEADING)


def _known_headings(draft: Draft | None, wording: Wording, wanted: Mapping[str, str]) -> _Known:
    cover = {wording.cover.why, wording.cover.facts, wording.cover.reading}
    closing = {wording.closing.fill, wording.closing.sources}
    parts = {bare(heading): key for key, heading in wanted.items()}
    if draft:
        cover |= {section.heading for section in draft.cover if section.heading}
        cover.add(wording.cover.title.format(document=draft.document))
        closing |= {section.heading for section in draft.closing if section.heading}
        parts |= {bare(section.heading): section.key for section in draft.sections if section.heading}
    return _Known(frozenset(map(bare, cover)), frozenset(map(bare, closing)), parts)


def _enter(place: _Place, text: str, level: int, known: _Known, *, typed: bool = False) -> Heading:
    """Go on to what stands under a heading, and return that."""
    told = bare(text)
    if told in known.cover:
        place.region, place.key = "cover", None
    elif told in known.closing:
        place.region, place.key = "closing", None
    elif told in known.parts:
        place.region, place.key = "item", known.parts[told]
    elif place.region in ("cover", "head"):
        place.region, place.key = "head", None
    elif level <= place.level or place.key is None:
        place.key = None
    else:  # a heading of the clerk's own within a part
        place.heading, place.number = text, 0
        return Heading(text, place.region, place.key, level, typed)
    place.heading, place.level, place.number = text, level, 0
    return Heading(text, place.region, place.key, level, typed)


def _typed(line: WrittenLine, place: _Place, known: _Known) -> str | None:
    """Return the text of a line that is a heading of the house in all but its style."""
    if line.kind == "cell" or len(line.text) > _LONGEST_HEADING or place.region == "closing":
        return None
    told = bare(line.text)
    return line.text if told in known.parts or (line.bold and told in known.closing) else None


def _passage(line: WrittenLine, place: _Place, cited: "_CitedWords") -> Passage:
    place.number += line.kind != "cell"
    gaps = tuple(gap.span for gap in line_gaps(place.heading, line) if gap.bracketed)
    return Passage(
        region=place.region,
        key=place.key,
        heading=place.heading,
        number=place.number,
        kind=line.kind,
        text=line.text,
        row=line.row,
        gaps=gaps,
        depth=line.depth,
        cited=cited.find(place.heading, line.text) if place.region in ("head", "item") else (),
    )


class _CitedWords:
    """Where a source speaks in a document: in the draft's own lines, and in what is left of others."""

    def __init__(self, draft: Draft | None) -> None:
        self._lines: dict[tuple[str, str], tuple[Span, ...]] = {}
        self._finders: dict[str, AhoCorasick] = {}
        words: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for heading, passage in draft_lines(draft.sections) if draft else ():
            under = bare(heading or "")
            if passage.text == fold(passage.text):
                self._lines[under, passage.text] = passage.cited
            words[under].update(passage.text[start:end] for start, end in passage.cited)
        for under, told in words.items():
            if long := [word for word in told if len(word) >= _SHORTEST]:
                self._finders[under] = AhoCorasick(long, matchkind=MatchKind.LeftmostLongest)

    def find(self, heading: str | None, text: str) -> tuple[Span, ...]:
        """Return the stretches of a line that a source says; `text` is folded."""
        under = bare(heading or "")
        if (spans := self._lines.get((under, text))) is not None:
            return spans
        finder = self._finders.get(under)
        if finder is None:
            return ()
        found = ((start, end) for _, start, end in finder.find_matches_as_indexes(text))
        return tuple(span for span in found if _is_whole(text, span))


def _is_whole(text: str, span: Span) -> bool:
    around = text[max(span[0] - 1, 0) : span[0] + 1], text[span[1] - 1 : span[1] + 1]
    return not any(re.fullmatch(r"\w\w", each) for each in around)
