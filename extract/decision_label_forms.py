"""Knows the odd forms of labels: glued to their text, and sentences that work as one."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain

from config.decision_words import DecisionWords, LabelWords
from extract.decision_lines import Line, is_spaced
from extract.decision_owner import Owner
from extract.labels import Label, LabelKind, LabelScan, label_lexicon

_WORD = re.compile(r"[^\W\d_]+")
_CAMEL = re.compile(r"[a-zåäöæø](?=[A-ZÅÄÖÆØ])")
_SHORTEST_OFFICE = 4
_LONGEST_OFFICE = 40
_LONGEST_APART = 60
_FIRST_LINES = 3
_LAST_WORD = re.compile(r"([^\W\d_]+) $")


def find_labels(text: str, folded: str, lines: Sequence[Line], words: DecisionWords) -> tuple[Label, ...]:
    """Return the labels of `text` in order, none within another."""
    scan = LabelScan(text, folded, words, label_lexicon(words))
    found = sorted(chain.from_iterable(_line_labels(scan, line) for line in lines), key=lambda one: one.start)
    taken = {label.start for label in found}
    apart = (label for line in lines if line.start not in taken and (label := _apart(scan, line)))
    found = sorted([*found, *apart], key=lambda one: one.start)
    if any(label.glued for label in found):
        found = sorted([*found, *_glued_tails(scan, lines)], key=lambda one: one.start)
    kept: list[Label] = []
    for label in found:
        if _names_paper(scan, label, lines):
            continue
        if not kept or label.start >= kept[-1].end:
            kept.append(label)
    return tuple(kept)


def _names_paper(scan: LabelScan, label: Label, lines: Sequence[Line]) -> bool:
    """Whether a heading among the first lines is the paper's own name ("Saksutredning"), and no label."""
    if label.kind != "background" or label.colon or label.start > lines[:_FIRST_LINES][-1].start:
        return False
    return scan.folded[label.start : label.end].strip(" .") in scan.words.head.case_paper


def _line_labels(scan: LabelScan, line: Line) -> Iterator[Label]:
    glued = _glued(scan, line)
    if glued is not None:
        yield glued
    yield from _sentences(scan, line)
    yield from scan.labels_of(line, glued.end if glued else line.start)


def _apart(scan: LabelScan, line: Line) -> Label | None:
    """A label whose letters came apart: "Sak s behandler:", "F o r s l a g  t i l  v e d t a k"."""
    end = scan.text.find(":", line.start, min(line.end, line.start + _LONGEST_APART))
    colon = end >= 0
    end = end if colon else line.end
    piece = scan.folded[line.start : end]
    if " " not in piece or not scan.text[line.start].isupper() or not (colon or is_spaced(piece)):
        return None
    kind = _squeezed(scan.words).get("".join(piece.split()))
    return Label(kind, line.start, end + colon, None, colon) if kind else None


@lru_cache(maxsize=64)
def _squeezed(words: DecisionWords) -> dict[str, LabelKind]:
    """All phrases that label something, without their blanks."""
    entries = chain.from_iterable(label_lexicon(words).values())
    return {"".join(parts): kind for parts, kind in entries}


def _glued(scan: LabelScan, line: Line) -> Label | None:
    """A label whose text follows without a blank: "PäätösHyväksyttiin."."""
    word = _WORD.match(scan.text, *line.span)
    token = word.group() if word else ""
    camel = _CAMEL.search(token)
    if word is None or not token[0].isupper() or (camel and _closes(scan, word.end(), line, token)):
        return None
    if camel is None:
        return _glued_person(scan, line, token.lower())
    entries = scan.lexicon.get(token[: camel.end()].lower(), ())
    kind = next((kind for parts, kind in entries if len(parts) == 1), None)
    return Label(kind, line.start, line.start + camel.end(), glued=True) if kind else None


def _closes(scan: LabelScan, at: int, line: Line, token: str) -> bool:
    """Whether a whole token is a label that ends its line or meets a colon: "ArkivsakID"."""
    return token.lower() in scan.lexicon and scan.text[at : line.end].lstrip()[:1] in ("", ":")


def _glued_person(scan: LabelScan, line: Line, token: str) -> Label | None:
    """A label glued to an office: "Valmistelijaviestintäpäällikkö Kaisla Laine"."""
    tables: tuple[tuple[LabelKind, tuple[str, ...]], ...] = (
        ("preparer", scan.words.labels.preparer),
        ("presenter", scan.words.labels.presenter),
    )
    for kind, phrases in tables:
        for phrase in phrases if token.startswith(phrases) else ():
            rest = token[len(phrase) :] if token.startswith(phrase) else ""
            if len(rest) >= _SHORTEST_OFFICE and rest.endswith(scan.words.people.offices):
                return Label(kind, line.start, line.start + len(phrase), glued=True)
    return None


def _glued_tails(scan: LabelScan, lines: Sequence[Line]) -> Iterator[Label]:
    """Where labels are glued to their text, so may be those below the decision ("Tiedoksiviestintä")."""
    for line in lines:
        word = _WORD.match(scan.folded, *line.span)
        token = word.group() if word else ""
        tails = (tail for tail in scan.words.labels.tail if token.startswith(tail))
        tail = next((tail for tail in tails if len(token) > len(tail) + 2), None)
        if tail and scan.text[line.start].isupper():
            yield Label("tail", line.start, line.start + len(tail), glued=True)


def _sentences(scan: LabelScan, line: Line) -> Iterator[Label]:
    """Sentences that work as a label: "Rådmannen foreslår at det gjøres følgende vedtak:"."""
    if not scan.words.labels.asked_for:
        return
    for match in _asking(scan.words.labels).finditer(scan.folded, *line.span):
        begin = max(line.start, match.start() - _LONGEST_OFFICE)
        office = _LAST_WORD.search(scan.folded, begin, match.start())
        if office and office.group(1).endswith(scan.words.people.offices):
            owner = Owner(*office.span(1), "office", True)
            yield Label("proposal", office.start(1), match.end(), owner, True, line.running)


@lru_cache(maxsize=64)
def _asking(labels: LabelWords) -> re.Pattern[str]:
    """A verb of proposing, and what is proposed with a colon; its letters may be spaced."""
    verbs = "|".join(map(re.escape, labels.asked))
    nouns = "|".join(" ?".join(noun) for noun in labels.asked_for)
    return re.compile(rf"(?<![^\W_])(?:{verbs})(?![^\W_])[^.:;\n]{{0,90}}?(?<![^\W_])(?:{nouns}) ?:")
