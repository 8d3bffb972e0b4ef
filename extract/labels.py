"""Knows how labels stand in minutes: at a line's start, with an owner before them, glued, in running text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from config.decision_words import DecisionWords
from extract.decision_lines import Line
from extract.decision_owner import Owner, find_owner
from records.base import Span

LabelKind = Literal[
    "preparer", "contact", "presenter", "proposal", "decision", "handling", "background", "history",
    "attachments", "tail", "body_field", "date_field", "paper_date_field", "section_field", "case_field", "title_field", "other_fields",
]  # fmt: skip

CONTENT: frozenset[LabelKind] = frozenset(
    {"preparer", "presenter", "proposal", "decision", "handling", "background", "history", "contact"}
)
PERSONS: frozenset[LabelKind] = frozenset({"preparer", "presenter", "contact"})

_WORD = re.compile(r"[^\W\d_]+")
_SEPARATOR = re.compile(r"[ \t\u00a0]?[/().-]{0,2}[ \t\u00a0]?")
_REMARK = re.compile(r"[.)]?(?:[ \t\u00a0]*(?:\([^()\n]{0,60}\)|/[ \t\u00a0]?[^\W\d_]{1,6}(?![^\W_])))?[.]?")
_COLON = re.compile(r"[ \t\u00a0]*:")
_BULLET = re.compile(r"(?:[•·▪*#–-]|\d{1,2}[.)])[ \t\u00a0]+")
_BLANKS = " \t\u00a0"
_OPENERS = "\"”»'([•0123456789"
_REACH = 90
_OFFICE_REACH = 60


@dataclass(frozen=True, slots=True)
class Label:
    """A label in the text: from `start` (its owner's first letter) to `end`, where its text begins.

    `colon` tells that a colon closes it, `inline` that it stands within running text, `target` the
    body that a proposal is made to ("förslag till kommunfullmäktige").
    """

    kind: LabelKind
    start: int
    end: int
    owner: Owner | None = None
    colon: bool = False
    inline: bool = False
    glued: bool = False
    target: Span | None = None


@dataclass(frozen=True, slots=True)
class _Hit:
    kind: LabelKind
    start: int
    end: int


Lexicon = Mapping[str, Sequence[tuple[tuple[str, ...], LabelKind]]]


@lru_cache(maxsize=16)
def label_lexicon(words: DecisionWords) -> Lexicon:
    """Return all phrases of labels by their first word, the longest first."""
    fields = {kind: getattr(words.head, kind) for kind in _FIELDS}
    tables = fields | {kind: getattr(words.labels, kind) for kind in _CONTENTS}
    lexicon: dict[str, list[tuple[tuple[str, ...], LabelKind]]] = {}
    for kind, phrases in tables.items():
        for phrase in phrases:
            parts = tuple(_WORD.findall(phrase.lower()))
            if parts:
                lexicon.setdefault(parts[0], []).append((parts, kind))
    for entries in lexicon.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return lexicon


_CONTENTS: tuple[LabelKind, ...] = (
    "preparer", "contact", "presenter", "proposal", "decision", "handling", "background", "history", "attachments", "tail",
)  # fmt: skip
_FIELDS: tuple[LabelKind, ...] = (
    "body_field", "date_field", "paper_date_field", "section_field", "case_field", "title_field", "other_fields",
)  # fmt: skip


def find_labels(text: str, folded: str, lines: Sequence[Line], words: DecisionWords) -> tuple[Label, ...]:
    """Return the labels of `text` in order, none within another."""
    lexicon = label_lexicon(words)
    found: list[Label] = []
    for line in lines:
        for label in _line_labels(text, folded, line, words, lexicon):
            if not found or label.start >= found[-1].end:
                found.append(label)
    if any(label.glued for label in found):
        found = sorted([*found, *_glued_tails(text, folded, lines, words)], key=lambda label: label.start)
    return tuple(found)


def _glued_tails(text: str, folded: str, lines: Sequence[Line], words: DecisionWords) -> Iterator[Label]:
    """Where labels are glued to their text, so may be those below the decision ("Tiedoksiviestintä")."""
    for line in lines:
        word = _WORD.match(folded, line.start, line.end)
        token = word.group() if word else ""
        tail = next((tail for tail in words.labels.tail if token.startswith(tail) and len(token) > len(tail) + 2), None)
        if tail and text[line.start].isupper():
            yield Label("tail", line.start, line.start + len(tail), glued=True)


def _line_labels(text: str, folded: str, line: Line, words: DecisionWords, lexicon: Lexicon) -> Iterator[Label]:
    glued = _glued(text, folded, line, words, lexicon)
    if glued is not None:
        yield glued
    after = glued.end if glued else line.start
    asked = _sentences(folded, line, words)
    reach = line.end if line.running else min(line.end, line.start + _REACH)
    for word in _WORD.finditer(folded, after, reach):
        while asked and asked[0].start < word.start():
            yield asked.pop(0)
        if word.start() < after:
            continue
        for parts, kind in lexicon.get(word.group(), ()):
            end = _phrase_end(folded, word.end(), line.end, parts)
            label = _judge(text, folded, line, _Hit(kind, word.start(), end), words) if end else None
            if label is not None:
                yield label
                after = label.end
                break
    yield from asked


def _phrase_end(folded: str, at: int, limit: int, parts: tuple[str, ...]) -> int:
    for part in parts[1:]:
        gap = _SEPARATOR.match(folded, at, limit)
        at = gap.end() if gap else at
        if not folded.startswith(part, at):
            return 0
        at += len(part)
    return 0 if at < limit and folded[at].isalpha() else at


def _judge(text: str, folded: str, line: Line, hit: _Hit, words: DecisionWords) -> Label | None:
    bullet = _BULLET.match(text, line.start, line.end)
    at_start = hit.start in (line.start, bullet.end() if bullet else line.start)
    owner = None if at_start else find_owner(text, folded, line, hit.start, words)
    if not (at_start or line.running or (owner and owner.at_start)):
        return _field(text, line, hit)
    first = owner.start if owner else hit.start
    if not text[first].isupper() and not (owner and owner.at_start):
        return None
    target = _target(folded, hit.end, line.end, words) if hit.kind == "proposal" else None
    return _close(text, folded, line, hit, words, (owner, target, at_start))


def _field(text: str, line: Line, hit: _Hit) -> Label | None:
    """A field or a person's label within a short line needs its colon."""
    if hit.kind not in _FIELDS and hit.kind not in PERSONS or not text[hit.start].isupper():
        return None
    colon = _COLON.match(text, _remark_end(text, hit.end, line.end), line.end)
    return Label(hit.kind, hit.start, colon.end(), None, True, True) if colon else None


def _remark_end(text: str, at: int, limit: int) -> int:
    remark = _REMARK.match(text, at, limit)
    return remark.end() if remark else at


def _close(
    text: str,
    folded: str,
    line: Line,
    hit: _Hit,
    words: DecisionWords,
    place: tuple[Owner | None, Span | None, bool],
) -> Label | None:
    owner, target, at_start = place
    begin = owner.start if owner else hit.start
    end = _remark_end(text, target[1] if target else hit.end, line.end)
    inline = not (at_start or (owner is not None and owner.at_start))
    colon = _COLON.match(text, end, line.end)
    if colon:
        return Label(hit.kind, begin, colon.end(), owner, True, inline, target=target)
    if not _stands_alone(text, folded, line, (end, hit.kind, inline), words):
        return None
    return Label(hit.kind, begin, end, owner, False, inline, target=target)


def _stands_alone(
    text: str, folded: str, line: Line, hit: tuple[int, LabelKind, bool], words: DecisionWords
) -> bool:
    """Whether what follows a label without colon looks like its text, not like the rest of a sentence."""
    end, kind, inline = hit
    if kind == "tail" and not inline:
        return True
    rest = text[end : min(line.end, end + 4)]
    if not rest.strip():
        return True
    if rest[0] not in _BLANKS:
        return False
    if rest[:2].strip() == "" and not inline:
        return True
    follower = rest.lstrip(_BLANKS)[0]
    if follower.isupper() or follower in _OPENERS:
        return True
    return kind in PERSONS and not inline and _office_near(folded, end, line.end, words)


def _office_near(folded: str, start: int, end: int, words: DecisionWords) -> bool:
    offices = words.people.offices
    near = _WORD.finditer(folded, start, min(end, start + _OFFICE_REACH))
    return any(word.group().endswith(offices) for word in near)


def _target(folded: str, at: int, limit: int, words: DecisionWords) -> Span | None:
    """The body in "förslag till beslut i kommunfullmäktige", as far as it stands right behind."""
    link = re.compile(r"[ \u00a0](?:[^\W\d_]{1,4}[ \u00a0])?(?=[^\W\d_])").match(folded, at, limit)
    body = _WORD.match(folded, link.end(), limit) if link else None
    if body is None or not body.group().endswith(words.bodies.endings) or link is None or link.end() - at < 3:
        return None
    return body.span()


def _glued(text: str, folded: str, line: Line, words: DecisionWords, lexicon: Lexicon) -> Label | None:
    """A label whose text follows without a blank: "PäätösHyväksyttiin.", "Valmistelijaviestintäpäällikkö"."""
    word = _WORD.match(folded, line.start, line.end)
    if word is None or not text[line.start].isupper():
        return None
    token = text[word.start() : word.end()]
    camel = re.search(r"[a-zåäöæø](?=[A-ZÅÄÖÆØ])", token)
    whole = token.lower() in lexicon and _closed(text, word.end(), line.end)
    if camel and not whole:
        entries = lexicon.get(token[: camel.end()].lower(), ())
        kind = next((kind for parts, kind in entries if len(parts) == 1), None)
        end = line.start + camel.end()
        return Label(kind, line.start, end, None, False, False, glued=True) if kind else None
    return _glued_person(folded, line, word.group(), words)


def _closed(text: str, at: int, end: int) -> bool:
    """Whether a line ends at a position, or a colon stands there."""
    return not text[at:end].strip() or text[at] == ":"


def _glued_person(folded: str, line: Line, token: str, words: DecisionWords) -> Label | None:
    for label in (*words.labels.preparer, *words.labels.presenter):
        rest = token.removeprefix(label)
        if len(rest) > 3 and rest != token and rest.endswith(words.people.offices):
            kind: LabelKind = "preparer" if label in words.labels.preparer else "presenter"
            return Label(kind, line.start, line.start + len(label), None, False, False, glued=True)
    return None


def _sentences(folded: str, line: Line, words: DecisionWords) -> list[Label]:
    """Sentences that work as a label: "Rådmannen foreslår at det gjøres følgende vedtak:"."""
    return [
        Label("proposal", match.start(), match.end(), Owner(match.start(), match.end(1), "office", True), True, line.running)
        for match in (_asking(words).finditer(folded, line.start, line.end) if words.labels.asked_for else ())
    ]


@lru_cache(maxsize=16)
def _asking(words: DecisionWords) -> re.Pattern[str]:
    offices = "|".join(re.escape(office) for office in words.people.offices)
    verbs = "|".join(re.escape(verb) for verb in words.labels.asked)
    nouns = "|".join(" ?".join(noun) for noun in words.labels.asked_for)
    return re.compile(rf"(?<![^\W_])([^\W\d_]{{0,30}}(?:{offices})) (?:{verbs})(?![^\W_])[^.:;\n]{{0,90}}?(?<![^\W_])(?:{nouns}) ?:")
