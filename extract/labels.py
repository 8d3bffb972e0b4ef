"""Knows how labels stand in minutes: at a line's start, with an owner before them, in running text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Literal, get_args

from config.decision_words import DecisionWords
from extract.decision_lines import Line
from extract.decision_owner import Owner, find_owner
from records.base import Span

ContentKind = Literal[
    "preparer", "contact", "presenter", "proposal", "decision", "handling", "background", "history",
]  # fmt: skip
FrameKind = Literal[
    "attachments", "tail", "body_field", "date_field", "paper_date_field", "section_field", "case_field",
    "title_field", "other_fields",
]  # fmt: skip
LabelKind = ContentKind | FrameKind

CONTENT: frozenset[str] = frozenset(get_args(ContentKind))
"""The kinds of label under which an item says something of itself."""

_PERSONS = frozenset({"preparer", "presenter", "contact"})
_WORD = re.compile(r"[^\W\d_]+")
_SEPARATOR = re.compile(r"[ \t\u00a0]?[/().-]{0,2}[ \t\u00a0]?")
_REMARK = re.compile(
    r"[.)]?(?:[ \t\u00a0]*(?:\([^()\n]{0,60}\)|/[ \t\u00a0]?[^\W\d_]{1,6}(?![^\W_])"
    r"|[,–-][ \t\u00a0]?[^\W\d_]{4,20}(?=[ \t\u00a0]?:)))?[.]?"
)
_COLON = re.compile(r"[ \t\u00a0]*:")
_BULLET = re.compile(r"(?:[•·▪*#–-]|\d{1,2}[.)])[ \t\u00a0]+")
_TARGET = re.compile(r"[ \u00a0](?:[^\W\d_]{1,4}[ \u00a0])(?=[^\W\d_])")
_CASE_BEHIND = re.compile(r"[ \u00a0](?:[^\W\d_]{1,4}[ \u00a0]){0,2}\d{1,4}/\d{2,4}(?=[ \u00a0]?:|[ \u00a0]*$)")
_BLANKS = " \t\u00a0"
_OPENERS = "\"”»'([•0123456789"
_REACH = 90
_OFFICE_REACH = 60
_OFFICE_AND_NAME = re.compile(r"[ \u00a0][^\W\d_A-ZÅÄÖÆØ]{6,40}(?: [A-ZÅÄÖÆØ][\w’'-]+){2,4}(?=[,;\n]|\s*$)")


@dataclass(frozen=True, slots=True)
class Label:
    """A label in the text: from `start` (its owner's first letter) to `end`, where its text begins.

    `colon` tells that a colon closes it, `inline` that it stands within a line, `glued` that its
    text follows without a blank. `target` is the body that a proposal is made to.
    """

    kind: LabelKind
    start: int
    end: int
    owner: Owner | None = None
    colon: bool = False
    inline: bool = False
    glued: bool = False
    target: Span | None = None


Entries = Sequence[tuple[tuple[str, ...], LabelKind]]
Lexicon = Mapping[str, Entries]
"""Phrases of labels by their first word, the longest first."""


@lru_cache(maxsize=64)
def label_lexicon(words: DecisionWords) -> Lexicon:
    """Return all phrases that label something, with the kind of label they make."""
    lexicon: dict[str, list[tuple[tuple[str, ...], LabelKind]]] = {}
    kinds: tuple[LabelKind, ...] = (*get_args(FrameKind), *get_args(ContentKind))
    for kind in kinds:
        table = words.head if kind.endswith(("field", "fields")) else words.labels
        phrases = (*getattr(table, kind), *(_joined_persons(words) if kind == "preparer" else ()))
        for parts in dict.fromkeys(tuple(_WORD.findall(phrase.lower())) for phrase in phrases):
            if parts:
                lexicon.setdefault(parts[0], []).append((parts, kind))
    for entries in lexicon.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return lexicon


def _joined_persons(words: DecisionWords) -> Iterator[str]:
    """Labels of two roles in one: "Valmistelu ja lisätiedot", "Beredning / tilläggsuppgifter"."""
    joints = ("", *words.people.joints)
    others = (*words.labels.contact, *words.labels.preparer, *words.labels.presenter)
    for first, joint, second in product(words.labels.preparer, joints, others):
        if first != second:
            yield f"{first} {joint} {second}"


@dataclass(frozen=True, slots=True)
class _Hit:
    """A phrase of the lexicon where it stands in a line."""

    kind: LabelKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LabelScan:
    """A text and the words that its labels are looked up in."""

    text: str
    folded: str
    words: DecisionWords
    lexicon: Lexicon

    def labels_of(self, line: Line, start: int) -> Iterator[Label]:
        """Return the labels of a line from `start` on, none within another."""
        after = start
        reach = min(line.end, line.start + _REACH)
        if line.running or self.text.find(":", reach, line.end) > 0:
            reach = line.end
        for word in _WORD.finditer(self.folded, start, reach):
            entries = self.lexicon.get(word.group())
            label = self._label_at(line, word, entries) if entries and word.start() >= after else None
            if label is not None and label.start >= after:
                yield label
                after = label.end

    def _label_at(self, line: Line, word: re.Match[str], entries: Entries) -> Label | None:
        for parts, kind in entries:
            end = self._phrase_end(word.end(), line.end, parts)
            label = self._judge(line, _Hit(kind, word.start(), end)) if end else None
            if label is not None:
                return label
        return None

    def _phrase_end(self, at: int, limit: int, parts: tuple[str, ...]) -> int:
        """Where a phrase ends whose first word ends at `at`; 0 if the text does not go on with it."""
        for part in parts[1:]:
            gap = _SEPARATOR.match(self.folded, at, limit)
            at = gap.end() if gap else at
            if not self.folded.startswith(part, at):
                return 0
            at += len(part)
        return 0 if at < limit and self.folded[at].isalpha() else at

    def _judge(self, line: Line, hit: _Hit) -> Label | None:
        bullet = _BULLET.match(self.text, line.start, line.end)
        at_start = hit.start in (line.start, bullet.end() if bullet else line.start)
        owned = hit.kind in CONTENT and not at_start
        owner = find_owner(self.text, self.folded, line, hit.start, self.words) if owned else None
        opens = at_start or (owner is not None and owner.at_start)
        if not (opens or line.running):
            return self._field(line, hit)
        first = owner.start if owner else hit.start
        if not self.text[first].isupper() and not (owner and owner.at_start):
            return None
        return self._closed(line, hit, owner, not opens)

    def _field(self, line: Line, hit: _Hit) -> Label | None:
        """A field or a person's label within a short line needs its colon."""
        if (hit.kind in CONTENT - _PERSONS or hit.kind in ("tail", "attachments")) or (
            not self.text[hit.start].isupper()
        ):
            return None
        colon = _COLON.match(self.text, self._remark_end(hit.end, line.end), line.end)
        return Label(hit.kind, hit.start, colon.end(), None, True, True) if colon else None

    def _remark_end(self, at: int, limit: int) -> int:
        """Skip a remark behind a label: "Vedtak (samrøystes)", "Ehdotus / Kj"."""
        remark = _REMARK.match(self.text, at, limit)
        return remark.end() if remark else at

    def _closed(self, line: Line, hit: _Hit, owner: Owner | None, inline: bool) -> Label | None:
        target = self._target(hit.end, line.end) if hit.kind in ("proposal", "decision") else None
        begin = owner.start if owner else hit.start
        numbered = _CASE_BEHIND.match(self.text, hit.end, line.end) if hit.kind in CONTENT else None
        behind = target[1] if target else numbered.end() if numbered else hit.end
        end = self._remark_end(behind, line.end)
        colon = _COLON.match(self.text, end, line.end)
        alone = not self.text[end : line.end].strip()
        if colon is None and not (alone or self._stands_alone(line, _Hit(hit.kind, begin, end), inline)):
            return None
        if owner and owner.loose and not (alone or colon):
            return None
        return Label(
            hit.kind, begin, colon.end() if colon else end, owner, colon is not None, inline, target=target
        )

    def _target(self, at: int, limit: int) -> Span | None:
        """The body in "förslag till beslut i kommunfullmäktige", if it stands right behind.

        An office may stand there too, as far as it ends the line: "Tilråding frå ordføraren:".
        """
        link = _TARGET.match(self.folded, at, limit)
        named = _WORD.match(self.folded, link.end(), limit) if link else None
        if named is None:
            return None
        if named.group().endswith(self.words.bodies.genitives):
            noun = _WORD.match(self.folded, min(named.end() + 1, limit), limit)
            decides = noun is not None and noun.group() in self.words.labels.decision
            return (named.start(), noun.end()) if noun and decides else None
        office = named.group().endswith(self.words.people.offices)
        closed = office and self.text[named.end() : limit].strip() in ("", ":")
        return named.span() if closed or named.group().endswith(self.words.bodies.endings) else None

    def _stands_alone(self, line: Line, hit: _Hit, inline: bool) -> bool:
        """Whether what follows a label without colon is its text, not the rest of a sentence."""
        rest = self.text[hit.end : min(line.end, hit.end + 4)]
        phrase = hit.kind == "tail" and not inline and " " in self.text[hit.start : hit.end]
        if not rest.strip() or phrase:
            return True
        if rest[0] not in _BLANKS:
            return False
        follower = rest.lstrip(_BLANKS)[0]
        if follower.isdigit() and not inline and hit.kind == "background":
            return rest[:2].isspace()
        if follower.isupper() or follower in _OPENERS or (rest[:2].isspace() and not inline):
            return True
        if hit.kind not in _PERSONS or inline:
            return False
        named = _OFFICE_AND_NAME.match(self.text, hit.end, line.end) is not None
        return named or self._office_near(hit.end, line.end)

    def _office_near(self, start: int, end: int) -> bool:
        near = _WORD.finditer(self.folded, start, min(end, start + _OFFICE_REACH))
        return any(word.group().endswith(self.words.people.offices) for word in near)
