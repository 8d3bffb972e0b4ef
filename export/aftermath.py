"""Tells what became of a draft: plain lines in the clerk's language, with what the meeting changed marked."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from config.wording import Wording
from config.wording_aftermath import AftermathPhrases
from export.naming import tell_section
from export.phrases import enumerate_words
from export.text import capital, cut, fold
from export.times import tell_day
from records.aftermath import Aftermath, Minuted, PartKind, Point

_LONGEST = 600
_MARKS: dict[PartKind, tuple[str, str]] = {
    "removed": ("[-", "-]"),
    "added": ("[+", "+]"),
    "filled": ("[=", "=]"),
    "kept": ("", ""),
}


def tell_aftermath(aftermath: Aftermath, wording: Wording) -> tuple[str, ...]:
    """Return what became of a draft as plain lines in the clerk's language.

    Items that the draft could be of are told with their ids.
    """
    words = wording.aftermath
    lines = [words.outcome.format(verdict=tell_verdict(aftermath, wording))]
    found = aftermath.found
    if found is None:
        named = _named(aftermath.possible, wording)
        return (*lines, words.possible, *named) if aftermath.possible else ()
    lines.append(name_minuted(found, wording))
    lines.extend((found.url,) if found.url else ())
    decided = aftermath.decided if aftermath.amended or not aftermath.prepared else ()
    if aftermath.decision and not decided:
        start, end = wording.quotes
        lines.append(f"{words.decision} {start}{cut(fold(aftermath.decision), _LONGEST)}{end}")
    lines.extend(_lines_beside(words.prepared, aftermath.prepared))
    lines.extend(_lines_beside(words.decided, decided))
    return (*lines, *_legend(words, (*aftermath.prepared, *decided)))


def _named(possible: Sequence[Minuted], wording: Wording) -> Iterator[str]:
    """Yield items with their ids; of several decisions of one item each with its number."""
    count = Counter(each.item for each in possible)
    for each in possible:
        number = f"#{each.place + 1}" if count[each.item] > 1 else ""
        yield f"- {each.item}{number}: {name_minuted(each, wording)}"


def tell_verdict(aftermath: Aftermath, wording: Wording) -> str:
    """Return what became of a draft as a clause: "päätettiin muutettuna, kohdat 2 ja 3"."""
    words = wording.aftermath
    told = words.verdicts[aftermath.verdict]
    where = [words.lead if number is None else str(number) for number in dict.fromkeys(aftermath.amended)]
    if aftermath.verdict != "amended" or where in ([], [words.lead]):
        return told
    phrase = words.point if len(where) == 1 else words.points
    return f"{told}, {phrase.format(list=enumerate_words(where, wording))}"


def name_minuted(found: Minuted, wording: Wording) -> str:
    """Return where a matter was handled: "Kaupunginhallitus 14.12.2026 § 402, asianumero 12/00.01/2026"."""
    item = (
        capital(found.body) if found.body else None,
        tell_day(found.meeting_date, wording.dates) if found.meeting_date else None,
        tell_section(found.section, wording) if found.section else None,
    )
    start, end = wording.quotes
    title = f"{start}{fold(found.title)}{end}" if found.title else None
    case = wording.source.case_number.format(value=found.case_number) if found.case_number else None
    return ", ".join(part for part in (" ".join(each for each in item if each), title, case) if part)


def _lines_beside(heading: str, points: Sequence[Point]) -> Iterator[str]:
    if points:
        yield from ("", heading)
    for point in points:
        number = f"{point.number}. " if point.number else ""
        yield f"  {number}{' '.join(_marked(part.kind, part.text) for part in point.parts)}"


def _legend(words: AftermathPhrases, points: Iterable[Point]) -> Iterator[str]:
    """Yield how the marks are read that stand in these points."""
    told: dict[PartKind, str] = {"removed": words.removed, "added": words.added, "filled": words.filled}
    used = {part.kind for point in points for part in point.parts}
    marks = [_marked(kind, phrase) for kind, phrase in told.items() if kind in used]
    if marks:
        yield from ("", words.legend.format(marks=", ".join(marks)))


def _marked(kind: PartKind, text: str) -> str:
    begin, end = _MARKS[kind]
    return f"{begin}{fold(text)}{end}"
