"""Finds what a point of a proposal does: the verbs of decisions that stand on a par in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from config.wording_checks import ActionForms, ActionKey, PointWords
from export.check_words import MASK, Form, Token, read_form, split_tokens
from records.base import Span

Mood = Literal["finite", "infinitive", "passive"]
_Entry = tuple[ActionKey, Mood, Form]

_STOPS = frozenset(".;!?")
_MARKS = frozenset(",:")
_OPENING_WORDS = 4
"""How far into a clause that goes on from another its verb may stand: "och kommunstyrelsen utser"."""
_HANDED_ON: frozenset[ActionKey] = frozenset({"delegate", "authorise"})
"""Actions that leave others to somebody else: what follows in the infinitive is that one's task."""


@dataclass(frozen=True, slots=True)
class Action:
    """A verb of a decision: what it does, in which mood, where it stands, how many words stand before it."""

    key: ActionKey
    mood: Mood
    span: Span
    position: int


@dataclass(frozen=True, slots=True)
class _Clause:
    """The tokens of a clause by their positions, and the mark or word that joins it to the one before it."""

    first: int
    end: int
    joint: str


def find_actions(text: str, words: PointWords, *, goes_on: bool) -> list[Action]:
    """Return the actions of a point that stand on a par, in order.

    Verbs in subordinate clauses, and what somebody else is told to do, are no actions of their own;
    what is proposed to another body are that one's. `goes_on` tells that the point goes on from an
    opening, so that infinitives are what is decided.
    """
    found: list[Action] = []
    for sentence in _sentences(text, split_tokens(text)):
        reader = _Reader(sentence, words, deciding=goes_on)
        found += (action for clause in _clauses(sentence, words) for action in reader.read(clause))
    if len(found) > 1 and found[0].key == "propose":
        return [replace(found[1], position=found[0].position), *found[2:]]
    return found


def _sentences(text: str, tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Yield sentences; a full stop ends one only before a capital letter, so that "kl. 17" goes on."""
    sentence: list[Token] = []
    for token, after in zip(tokens, (*tokens[1:], None), strict=False):
        sentence.append(token)
        if token.word in _STOPS and (after is None or _begins(text, token, after)):
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def _begins(text: str, stop: Token, after: Token) -> bool:
    start = after.span[0]
    return start > stop.span[1] and (text[start].isupper() or text[start] == MASK or stop.word != ".")


def _clauses(sentence: Sequence[Token], words: PointWords) -> Iterator[_Clause]:
    """Yield clauses: a comma or a joining word begins one."""
    first, joint = 0, ""
    for position, token in enumerate(sentence):
        if token.word in words.joining or token.word in _MARKS:
            yield _Clause(first, position, joint)
            first, joint = position + 1, token.word
    yield _Clause(first, len(sentence), joint)


class _Reader:
    """Reads the clauses of one sentence in order; what stood before tells which verbs count."""

    def __init__(self, sentence: Sequence[Token], words: PointWords, *, deciding: bool) -> None:
        self._sentence = sentence
        self._words = words
        self._forms = _forms(words)
        self._openers = words.clause_openers
        self._deciding = deciding
        self._handed_on = False
        self._proposing = False
        self._within = False

    def read(self, clause: _Clause) -> Iterator[Action]:
        """Yield the first action of a clause, and behind a proposal the first one that is proposed.

        None where the clause is subordinate, or its verb stands too far within.
        """
        if not self._stands_apart(clause):
            return
        first = clause.first
        for position in range(clause.first, clause.end):
            word = self._sentence[position].word
            if clause.joint and position - first >= _OPENING_WORDS:
                return
            if word in self._words.subordinate and not self._leads_on(position):
                return
            if action := self._action(position):
                yield action
                if action.key != "propose":
                    self._handed_on |= action.key in _HANDED_ON
                    return
                self._deciding = self._proposing = True
                first = position + 1

    def _stands_apart(self, clause: _Clause) -> bool:
        """Tell whether a clause is none that a relative one goes on with: "som de ordnar och betalar"."""
        inside = self._within = self._within and bool(clause.joint) and clause.joint not in _MARKS
        told = (self._sentence[position].word for position in range(clause.first, clause.end))
        self._within |= any(word in self._words.subordinate and word not in self._openers for word in told)
        return not inside

    def _action(self, position: int) -> Action | None:
        token = self._sentence[position]
        if token.word in self._words.decides:
            self._deciding = True
            self._proposing |= self._word(position + 1 + (self._word(position + 1) == ",")) in self._openers
            if self._proposing or self._is_infinitive(position + 1):
                return None
        for key, mood, form in self._forms.get(token.word, ()):
            counts = mood != "infinitive" or (self._deciding and not self._handed_on)
            if counts and form.fits(self._sentence, position):
                last = self._sentence[position + form.near]
                return Action(key, mood, (token.span[0], last.span[1]), position)
        return None

    def _leads_on(self, position: int) -> bool:
        """Tell whether a word like "att" only leads to what is decided or proposed."""
        return self._word(position) in self._openers and (
            self._proposing or self._is_infinitive(position + 1)
        )

    def _is_infinitive(self, position: int) -> bool:
        return any(mood == "infinitive" for _, mood, _ in self._forms.get(self._word(position), ()))

    def _word(self, position: int) -> str:
        return self._sentence[position].word if position < len(self._sentence) else ""


def _forms(words: PointWords) -> Mapping[str, tuple[_Entry, ...]]:
    return _forms_of(tuple(words.actions.items()))


@lru_cache(maxsize=16)
def _forms_of(actions: tuple[tuple[ActionKey, ActionForms], ...]) -> Mapping[str, tuple[_Entry, ...]]:
    """Return all forms by their first word, the longest first."""
    listed: dict[str, list[_Entry]] = {}
    for key, forms in actions:
        told: tuple[tuple[Mood, tuple[str, ...]], ...] = (
            ("finite", forms.finite),
            ("passive", forms.passive),
            ("infinitive", forms.infinitive),
        )
        for mood, each in told:
            for form in map(read_form, each):
                listed.setdefault(form.first, []).append((key, mood, form))
    return {first: tuple(sorted(each, key=lambda entry: -entry[2].length)) for first, each in listed.items()}
