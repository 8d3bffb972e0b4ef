"""Finds what a point of a proposal does: the verbs of decisions that stand on a par in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from config.wording_checks import ActionForms, ActionKey, PointWords
from export.check_words import MASK, Form, Token, read_form, split_tokens
from records.base import Span

Mood = Literal["finite", "infinitive", "passive"]
_Entry = tuple[ActionKey, Mood, Form]

_STOPS = frozenset(".;!?")
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
    """The tokens of a clause, and of its whole sentence from there on; `joined` to the one before it."""

    first: int
    end: int
    joined: bool


def find_actions(text: str, words: PointWords, *, goes_on: bool) -> list[Action]:
    """Return the actions of a point that stand on a par, in order.

    Verbs in subordinate clauses, and what somebody else is told to do, are no actions of their own.
    `goes_on` tells that the point goes on from an opening, so that infinitives are what is decided.
    """
    found: list[Action] = []
    for sentence in _sentences(text, split_tokens(text)):
        deciding, handed_on = goes_on, False
        for clause in _clauses(sentence, words):
            told = (sentence[position].word for position in range(clause.first, clause.end))
            deciding = deciding or any(word in words.decides for word in told)
            action = _action(sentence, clause, words, infinitives=deciding and not handed_on)
            if action:
                found.append(action)
                handed_on = handed_on or action.key in _HANDED_ON
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
    first = 0
    for position, token in enumerate(sentence):
        if token.word in words.joining or token.word in (",", ":"):
            yield _Clause(first, position, joined=first > 0)
            first = position + 1
    yield _Clause(first, len(sentence), joined=first > 0)


def _action(
    sentence: Sequence[Token], clause: _Clause, words: PointWords, *, infinitives: bool
) -> Action | None:
    """Return the first action of a clause, None when it is subordinate or its verb stands too far within."""
    forms = _forms(words)
    for position in range(clause.first, clause.end):
        word = sentence[position].word
        if clause.joined and position - clause.first >= _OPENING_WORDS:
            return None
        if word in words.subordinate and not _leads_to_infinitive(sentence, position, words):
            return None
        if word in words.decides and _decides_on(sentence, position, words):
            continue
        for key, mood, form in forms.get(word, ()):
            if (infinitives or mood != "infinitive") and form.fits(sentence, position):
                return Action(key, mood, sentence[position].span, position)
    return None


def _leads_to_infinitive(sentence: Sequence[Token], position: int, words: PointWords) -> bool:
    """Tell whether a word only marks the infinitive behind it: "att godkänna", "å vedta"."""
    if sentence[position].word not in words.clause_openers or position + 1 >= len(sentence):
        return False
    return any(mood == "infinitive" for _, mood, _ in _forms(words).get(sentence[position + 1].word, ()))


def _decides_on(sentence: Sequence[Token], position: int, words: PointWords) -> bool:
    """Tell whether a verb leads to what is decided ("beslutar att godkänna") and is no action itself."""
    after = position + 1
    if after < len(sentence) and sentence[after].word in words.clause_openers:
        return True
    return after < len(sentence) and any(
        mood == "infinitive" for _, mood, _ in _forms(words).get(sentence[after].word, ())
    )


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
