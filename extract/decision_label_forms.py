"""Knows the odd forms of labels: glued to their text, letters apart, and sentences that work as one."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from config.decision_words import Phrases
from extract.decision_label_scan import LabelScan
from extract.decision_lexicon import Lexicon
from extract.decision_lines import Line, is_spaced
from extract.decision_owner import Owner
from extract.decision_title_place import names_item
from extract.labels import CONTENT, Label, LabelKind
from records.base import Span

_WORD = re.compile(r"[^\W\d_]+")
_CAMEL = re.compile(r"[a-zåäöæø](?=[A-ZÅÄÖÆØ])")
_SHORTEST_OFFICE = 4
_LONGEST_OFFICE = 40
_LONGEST_APART = 60
_LONGEST_SENTENCE = 160
_FIRST_LINES = 3
_LAST_WORD = re.compile(r"([^\W\d_]+) $")


def find_labels(
    text: str, folded: str, lines: Sequence[Line], lexicon: Lexicon, openers: Sequence[Span]
) -> tuple[Label, ...]:
    """Return the labels of `text` in order, none within another.

    `openers` are the words of the text that may open a phrase of the lexicon.
    """
    scan = LabelScan(text, folded, lexicon)
    found = list(chain.from_iterable(_line_labels(scan, *opened) for opened in _opened(lines, openers)))
    taken = {label.start for label in found}
    apart = (label for line in lines if line.start not in taken and (label := _apart(scan, line)))
    found = sorted([*found, *apart], key=lambda one: one.start)
    if any(label.glued for label in found):
        found = sorted([*found, *_glued_tails(scan, lines)], key=lambda one: one.start)
    return tuple(_kept(scan, found, lines))


def _opened(lines: Sequence[Line], openers: Sequence[Span]) -> Iterator[tuple[Line, Sequence[Span]]]:
    """The lines that hold words which may open a label, with these words."""
    first, count = 0, len(openers)
    for line in lines:
        while first < count and openers[first][0] < line.start:
            first += 1
        last = first
        while last < count and openers[last][0] < line.end:
            last += 1
        if first < last:
            yield line, openers[first:last]
        first = last


def _kept(scan: LabelScan, found: Sequence[Label], lines: Sequence[Line]) -> Iterator[Label]:
    """The labels of which none is within another; what only looks like one in its place is dropped."""
    end, above = 0, None
    for label in found:
        asks = label.kind == "proposal" and label.points and above in ("proposal", "decision", "handling")
        if label.start < end or asks or _names_paper(scan, label, lines):
            continue
        if names_item(scan.text, scan.folded, lines, scan.lexicon, label):
            continue
        yield label
        end = label.end
        above = label.kind if label.kind in CONTENT else above


def _names_paper(scan: LabelScan, label: Label, lines: Sequence[Line]) -> bool:
    """Whether a heading among the first lines is the paper's own name ("Saksutredning"), and no label."""
    if label.kind != "background" or label.colon or label.start > lines[:_FIRST_LINES][-1].start:
        return False
    return scan.folded[label.start : label.end].strip(" .") in scan.lexicon.words.head.case_paper


def _line_labels(scan: LabelScan, line: Line, openers: Sequence[Span]) -> Iterator[Label]:
    glued = _glued(scan, line) if openers[0][0] == line.start else None
    if glued is not None:
        yield glued
    asked = _sentence(scan, line, openers)
    labels = scan.labels_of(line, openers, glued.end if glued else line.start)
    yield from sorted((*asked, *labels), key=lambda label: label.start)


def _apart(scan: LabelScan, line: Line) -> Label | None:
    """A label whose letters came apart: "Sak s behandler:", "F o r s l a g  t i l  v e d t a k"."""
    end = scan.text.find(":", line.start, min(line.end, line.start + _LONGEST_APART))
    colon = end >= 0
    spaced = scan.text[line.start + 1 : line.start + 2] == " "
    if not (colon or spaced) or not scan.text[line.start].isupper():
        return None
    end = end if colon else line.end
    piece = scan.folded[line.start : end]
    if " " not in piece or not (colon or is_spaced(piece)):
        return None
    kind = scan.lexicon.squeezed.get("".join(piece.split()))
    return Label(kind, line.start, end + colon, None, colon) if kind else None


def _glued(scan: LabelScan, line: Line) -> Label | None:
    """A label whose text follows without a blank: "PäätösHyväksyttiin.", "Valmistelijaviestintäpäällikkö"."""
    word = _WORD.match(scan.text, *line.span)
    token = word.group() if word else ""
    if word is None or not token[0].isupper():
        return None
    camel = _CAMEL.search(token)
    if camel is None:
        return _glued_person(scan, line, token.lower())
    if _closes(scan, word.end(), line, token.lower()):
        return None
    entries = scan.lexicon.labels.get(token[: camel.end()].lower(), ())
    kind = next((kind for parts, kind in entries if len(parts) == 1), None)
    return Label(kind, line.start, line.start + camel.end(), glued=True) if kind else None


def _glued_person(scan: LabelScan, line: Line, token: str) -> Label | None:
    """A label glued to an office: "Valmistelijaviestintäpäällikkö Kaisla Laine"."""
    words = scan.lexicon.words
    tables: tuple[tuple[LabelKind, Phrases], ...] = (
        ("preparer", words.labels.preparer),
        ("presenter", words.labels.presenter),
    )
    for kind, phrases in tables:
        for phrase in phrases if token.startswith(phrases) else ():
            rest = token[len(phrase) :] if token.startswith(phrase) else ""
            if len(rest) >= _SHORTEST_OFFICE and rest.endswith(words.people.offices):
                return Label(kind, line.start, line.start + len(phrase), glued=True)
    return None


def _closes(scan: LabelScan, at: int, line: Line, token: str) -> bool:
    """Whether a whole token is a label that ends its line or meets a colon: "ArkivsakID"."""
    return token in scan.lexicon.labels and scan.text[at : line.end].lstrip()[:1] in ("", ":")


def _glued_tails(scan: LabelScan, lines: Sequence[Line]) -> Iterator[Label]:
    """Where labels are glued to their text, so may be those below the decision ("Tiedoksiviestintä")."""
    for line in lines:
        word = _WORD.match(scan.folded, *line.span)
        token = word.group() if word else ""
        tails = (tail for tail in scan.lexicon.words.labels.tail if token.startswith(tail))
        tail = next((tail for tail in tails if len(token) > len(tail) + 2), None)
        if tail and scan.text[line.start].isupper():
            yield Label("tail", line.start, line.start + len(tail), glued=True)


def _sentence(scan: LabelScan, line: Line, openers: Sequence[Span]) -> Iterator[Label]:
    """Sentences that work as a label: "Rådmannen foreslår at det gjøres følgende vedtak:"."""
    after = line.start
    for start, end in openers:
        if start < after or scan.folded[start:end] not in scan.lexicon.askers:
            continue
        label = _asks(scan, line, start) or _asks_points(scan, line, start)
        if label:
            yield label
            after = label.end


def _asks(scan: LabelScan, line: Line, verb: int) -> Label | None:
    """An office right before the verb, the noun and a colon behind it."""
    match = scan.lexicon.asking.match(scan.folded, verb, line.end)
    office = _LAST_WORD.search(scan.folded, max(line.start, verb - _LONGEST_OFFICE), verb) if match else None
    if match is None or office is None or not office.group(1).endswith(scan.lexicon.words.people.offices):
        return None
    owner = Owner(*office.span(1), "office", True)
    return Label("proposal", office.start(1), match.end(), owner, True, line.running)


def _asks_points(scan: LabelScan, line: Line, verb: int) -> Label | None:
    """An office that opens the line, and points of a proposal below: "Ekonomichef N. föreslår / att ..."."""
    if line.running or line.end - line.start > _LONGEST_SENTENCE or not scan.lexicon.words.labels.points:
        return None
    first = _WORD.match(scan.folded, line.start, verb)
    match = scan.lexicon.asking_points.match(scan.folded, verb)
    words = scan.lexicon.words
    offices = (*words.people.offices, *words.head.publishers)
    if match is None or first is None or not first.group().endswith(offices):
        return None
    return Label("proposal", line.start, match.end(), points=True)
