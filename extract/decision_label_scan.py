"""Knows where labels may stand in a line: at its start, behind their owner, with a colon, in running text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.decision_bodies import find_body
from extract.decision_lexicon import Entries, Lexicon
from extract.decision_lines import Line
from extract.decision_owner import Owner, find_owner
from extract.labels import CONTENT, PERSONS, Label, LabelKind
from records.base import Span

_WORD = re.compile(r"[^\W\d_]+")
_SEPARATOR = re.compile(r"[ \t\u00a0]?[/().-]{0,2}[ \t\u00a0]?")
_JOINT = re.compile(r"[ \t\u00a0]*(?:[/,&(]|(?P<word>[^\W\d_]{1,5})(?=[ \u00a0]))?[ \t\u00a0]*")
_REMARK = re.compile(
    r"[.)]?(?:[ \t\u00a0]*(?:\([^()\n]{0,60}\)|/[ \t\u00a0]?[^\W\d_]{1,6}(?![^\W_])"
    r"|[,–-][ \t\u00a0]?[^\W\d_]{4,20}(?=[ \t\u00a0]?:)))?[.]?"
)
_COLON = re.compile(r"[ \t\u00a0]*:")
_BULLET = re.compile(r"(?:[•·▪*#–-]|\d{1,2}[.)])[ \t\u00a0]+|\(")
_DATED = re.compile(
    r"[ \u00a0]*[-–,]?[ \u00a0]*(?:[^\W\d_]{2,3}[ \u00a0])?\d{1,2}\.\d{1,2}\.\d{4}(?=[ \u00a0]?(?::|$|\n))"
)
_TARGET = re.compile(r"[ \u00a0](?:[^\W\d_]{1,4}[ \u00a0])(?=[^\W\d_])")
_CASE_BEHIND = re.compile(
    r"[ \u00a0](?:[^\W\d_]{1,4}[ \u00a0]){0,2}\d{1,4}/\d{2,4}(?=[ \u00a0]?:|[ \u00a0]*$)"
)
_BLANKS = " \t\u00a0"
_OPENERS = "\"”»'([•0123456789"
_REACH = 90
_OWNER_REACH = 62
_OFFICE_REACH = 60
_OFFICE_AND_NAME = re.compile(r"[ \u00a0][^\W\d_A-ZÅÄÖÆØ]{6,40}(?: [A-ZÅÄÖÆØ][\w’'-]+){2,4}(?=[,;\n]|\s*$)")


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
    lexicon: Lexicon

    def labels_of(self, line: Line, openers: Sequence[Span], start: int) -> Iterator[Label]:
        """Return the labels of a line from `start` on, none within another.

        `openers` are the line's words that may open a label.
        """
        after = start
        reach = line.end
        if not line.running and reach > line.start + _REACH:
            near = line.start + _REACH
            reach = reach if self.text.find(":", near, reach) > 0 else near
        for word in openers:
            if word[0] >= reach:
                return
            label = self._label_of(line, word) if word[0] >= after else None
            if label is not None and label.start >= after:
                yield label
                after = label.end

    def _label_of(self, line: Line, word: Span) -> Label | None:
        start, end = word
        if start != line.start and not self.text[start].isupper() and not self._may_be_owned(line, start):
            return None
        if end < len(self.folded) and self.folded[end].isalpha():
            return None
        return self._label_at(line, word, self.lexicon.labels.get(self.folded[start:end], ()))

    def _may_be_owned(self, line: Line, start: int) -> bool:
        """Whether a small word within a line may follow its owner, seen from one letter."""
        near = line.running or start <= line.start + _OWNER_REACH
        before = self.folded[start - 2 : start]
        return near and before[1:] == " " and before[0] in self.lexicon.owner_ends

    def _label_at(self, line: Line, word: Span, entries: Entries) -> Label | None:
        for parts, kind in entries:
            end = self._phrase_end(word[1], line.end, parts)
            label = self._judge(line, _Hit(kind, word[0], end)) if end else None
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
        at_start = hit.start == line.start or self._behind_bullet(line, hit.start)
        owned = hit.kind in CONTENT and not at_start
        words = self.lexicon.words
        owner = find_owner(self.text, self.folded, line, hit.start, words) if owned else None
        opens = at_start or (owner is not None and owner.at_start)
        if not (opens or line.running):
            return self._field(line, hit)
        first = owner.start if owner else hit.start
        if not self.text[first].isupper() and not (owner and owner.at_start):
            return None
        return self._closed(line, hit, owner, not opens)

    def _behind_bullet(self, line: Line, start: int) -> bool:
        bullet = _BULLET.match(self.text, line.start, line.end)
        return bullet is not None and bullet.end() == start

    def _field(self, line: Line, hit: _Hit) -> Label | None:
        """A field or a person's label within a short line needs its colon."""
        if (hit.kind in CONTENT - PERSONS or hit.kind in ("tail", "attachments")) or (
            not self.text[hit.start].isupper()
        ):
            return None
        end = self._remark_end(self._joined_end(hit, line.end), line.end)
        colon = _COLON.match(self.text, end, line.end)
        return Label(hit.kind, hit.start, colon.end(), None, True, True) if colon else None

    def _joined_end(self, hit: _Hit, limit: int) -> int:
        """Where a label ends that a second one doubles: "Valmistelu ja lisätiedot", "Päätös/Beslut"."""
        joint = _JOINT.match(self.folded, hit.end, limit) if hit.kind in CONTENT else None
        if joint is None or not joint.group().strip():
            return hit.end
        if joint["word"] and joint["word"] not in self.lexicon.words.people.joints:
            return hit.end
        word = _WORD.match(self.folded, joint.end(), limit)
        for parts, kind in self.lexicon.labels.get(word.group(), ()) if word else ():
            alike = kind == hit.kind or {kind, hit.kind} <= PERSONS
            end = self._phrase_end(word.end(), limit, parts) if word and alike else 0
            if end:
                return end
        return hit.end

    def _remark_end(self, at: int, limit: int) -> int:
        """Skip a remark behind a label: "Vedtak (samrøystes)", "Ehdotus / Kj", "Vedtak, enstemmig:"."""
        remark = _REMARK.match(self.text, at, limit)
        return remark.end() if remark else at

    def _closed(self, line: Line, hit: _Hit, owner: Owner | None, inline: bool) -> Label | None:
        target = self._target(hit.end, line.end) if hit.kind in ("proposal", "decision") else None
        begin = owner.start if owner else hit.start
        end = target[1] if target else self._label_end(hit, line.end)
        dated = _DATED.match(self.text, end, line.end) if hit.kind in CONTENT else None
        end = dated.end() if dated else self._remark_end(end, line.end)
        colon = _COLON.match(self.text, end, line.end)
        alone = not self.text[end : line.end].strip()
        if colon is None and not (alone or self._stands_alone(line, _Hit(hit.kind, begin, end), inline)):
            return None
        if owner and owner.loose and not (alone or colon):
            return None
        return Label(
            hit.kind, begin, colon.end() if colon else end, owner, colon is not None, inline, target=target
        )

    def _label_end(self, hit: _Hit, limit: int) -> int:
        """Where a label ends with the second role or the number of the case behind it."""
        settles = hit.kind in ("proposal", "decision")
        numbered = _CASE_BEHIND.match(self.text, hit.end, limit) if settles else None
        return numbered.end() if numbered else self._joined_end(hit, limit)

    def _target(self, at: int, limit: int) -> Span | None:
        """The body in "förslag till beslut i kommunfullmäktige", if it stands right behind.

        An office may stand there too, as far as it ends the line: "Tilråding frå ordføraren:"; so may
        what a body owns: "förslag till nämndens beslut".
        """
        words = self.lexicon.words
        word = _WORD.match(self.folded, at + 1, limit) if self.text[at : at + 1] == " " else None
        if word and words.bodies.targets and word.group().endswith(words.bodies.targets):
            return word.span()
        link = _TARGET.match(self.folded, at, limit)
        named = _WORD.match(self.folded, link.end(), limit) if link else None
        if named is None:
            return None
        if named.group().endswith(words.bodies.genitives):
            noun = _WORD.match(self.folded, min(named.end() + 1, limit), limit)
            return (named.start(), noun.end()) if noun and noun.group() in words.labels.decision else None
        office = named.group().endswith(words.people.offices)
        if named.group().endswith(words.bodies.endings):
            return find_body(self.text, self.folded, (named.start(), limit), words.bodies) or named.span()
        closed = office and self.text[named.end() : limit].strip() in ("", ":")
        return named.span() if closed else None

    def _stands_alone(self, line: Line, hit: _Hit, inline: bool) -> bool:
        """Whether what follows a label without colon is its text, not the rest of a sentence."""
        rest = self.text[hit.end : min(line.end, hit.end + 4)]
        phrase = hit.kind == "tail" and not inline and " " in self.text[hit.start : hit.end]
        if not rest.strip() or phrase:
            return True
        if rest[0] not in _BLANKS:
            return False
        follower = rest.lstrip(_BLANKS)[0]
        if follower.isupper() and self._shouted(hit, line.end):
            return False
        if follower.isdigit() and not inline and hit.kind == "background":
            return rest[:2].isspace()
        if follower.isupper() or follower in _OPENERS or (rest[:2].isspace() and not inline):
            return True
        if hit.kind not in PERSONS or inline:
            return False
        named = _OFFICE_AND_NAME.match(self.text, hit.end, line.end) is not None
        return named or self._office_near(hit.end, line.end)

    def _shouted(self, hit: _Hit, limit: int) -> bool:
        """Whether a label in capitals goes on in capitals, so that both are one heading."""
        word = _WORD.search(self.text, hit.end, limit)
        return self.text[hit.start : hit.end].isupper() and word is not None and word.group().isupper()

    def _office_near(self, start: int, end: int) -> bool:
        near = _WORD.finditer(self.folded, start, min(end, start + _OFFICE_REACH))
        return any(word.group().endswith(self.lexicon.words.people.offices) for word in near)
