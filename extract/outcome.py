"""Knows how an item ended: what the decision's words, the proposal and the debate say together."""

import re
from functools import lru_cache

from config.decision_words import DecisionWords, Phrases
from extract.decision_sure import found_as
from records.base import Span
from records.decision import Outcome
from records.evidence import Found

_FIRST = 400
_REFERRING = 160
_LONG = re.compile(r"[^\W\d_]{4,}")
_STEM = 5
_FEWEST_KEPT = 2
_MOSTLY = 0.6
_FEWEST_NEW = 3
_WHOLE = "."
_GAP = "..."
_NUMBER = re.compile(r"\d[\d.:/-]*\d|\d")
_SENTENCE_END = re.compile(r"[.!?](?=\s)|\n")
_POINT = re.compile(r"(?:^|[\s:])(\d{1,2})[.)]\s")


@lru_cache(maxsize=256)
def _matcher(phrases: Phrases) -> re.Pattern[str] | None:
    """Phrases whose words are beginnings of words; `...` stands for anything within a sentence.

    One that ends in a stop is a decision of these words and no others: "utsatt.".
    """
    if not phrases:
        return None
    patterns = [rf"(?<![\s\S]){re.escape(one[:-1])}\W*\Z" for one in phrases if one.endswith(_WHOLE)]
    for phrase in phrases:
        if phrase.endswith(_WHOLE):
            continue
        halves = [r"\w*[\s,]+".join(re.escape(word) for word in half.split()) for half in phrase.split(_GAP)]
        patterns.append(r"\w*[^.]{0,160}?(?<!\w)".join(halves))
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})")


def _cue(folded: str, span: Span, phrases: Phrases) -> Span | None:
    pattern = _matcher(phrases)
    match = pattern.search(folded[slice(*span)]) if pattern else None
    return (span[0] + match.start(), span[0] + match.end()) if match else None


def find_outcome(
    folded: str, decision: Span, proposal: Span | None, handling: Span | None, words: DecisionWords
) -> Found[Outcome]:
    """Return how the item ended, with the words that tell it; without any, a decision approves."""
    told = words.outcome
    first = _opening(decision)
    early: tuple[tuple[Outcome, Phrases], ...] = (
        ("returned", told.returned), ("tabled", told.tabled), ("withdrawn", told.withdrawn),
    )  # fmt: skip
    for outcome, phrases in early:
        cue = _cue(folded, first, phrases)
        if cue and not _cue(folded, (first[0], cue[0]), told.amends):
            return found_as(outcome, (cue,), "outcome cue", "labelled")
    noted = _noted(folded, first, proposal, words)
    if noted:
        return noted
    return _settled(folded, decision, proposal, handling, words)


def _opening(span: Span) -> Span:
    """The beginning of a text, where it says what is done."""
    return span[0], min(span[1], span[0] + _FIRST)


def _noted(folded: str, decision: Span, proposal: Span | None, words: DecisionWords) -> Found[Outcome] | None:
    """Noted where noting comes before approving: in the decision, or in the proposal it refers to."""
    places = [decision]
    if (
        proposal
        and is_reference(folded, decision, words)
        and not _cue(folded, decision, words.outcome.amends)
    ):
        places.append(_opening(proposal))
    for number, place in enumerate(places):
        cue = _cue(folded, place, words.outcome.noted)
        approving = None if cue is None else _cue(folded, (place[0], cue[0]), words.outcome.approved)
        if cue and (approving is None or is_reference(folded, (place[0], cue[0]), words)):
            spans = (cue,) if number == 0 else tuple(sorted((decision, cue)))
            return found_as("noted", spans, "outcome cue", "labelled")
    return None


def _settled(
    folded: str, decision: Span, proposal: Span | None, handling: Span | None, words: DecisionWords
) -> Found[Outcome]:
    first = _opening(decision)
    rejected = _cue(folded, first, words.outcome.rejected)
    if rejected and not _refers_before(folded, decision, rejected, words):
        return found_as("rejected", (rejected,), "outcome cue", "labelled")
    amended = _amended(folded, decision, proposal, handling, words)
    if amended:
        return found_as("approved_amended", (amended,), "outcome cue", "labelled")
    approved = _cue(folded, first, words.outcome.approved)
    if approved:
        return found_as("approved", (approved,), "outcome cue", "labelled")
    other = _cue(folded, first, words.outcome.other)
    if other:
        return found_as("other", (other,), "outcome cue", "labelled")
    return found_as("approved", (decision,), "decision of substance", "guessed")


def is_reference(folded: str, decision: Span, words: DecisionWords) -> bool:
    """Whether a decision only points to its proposal ("Ehdotus hyväksyttiin.")."""
    if decision[1] - decision[0] > _REFERRING or _POINT.search(folded, *decision):
        return False
    return _cue(folded, decision, words.outcome.refers) is not None


def _refers_before(folded: str, decision: Span, cue: Span, words: DecisionWords) -> bool:
    """Whether a sentence before a cue took the proposal, so that the cue tells of something else.

    "Ehdotus hyväksyttiin. Vastaehdotus hylättiin." A proposal that is taken is approved, whatever it
    turns down: its own words tell no outcome.
    """
    ends = (match.end() for match in _SENTENCE_END.finditer(folded, decision[0], cue[0]))
    return any(is_reference(folded, (decision[0], end), words) for end in ends)


def _amended(
    folded: str, decision: Span, proposal: Span | None, handling: Span | None, words: DecisionWords
) -> Span | None:
    """Words that tell a change: in the decision, or in a motion that won where the decision differs."""
    cue = _cue(folded, decision, words.outcome.amends)
    if cue or proposal is None or is_reference(folded, decision, words):
        return cue
    if _replaced(folded, decision, proposal) or _longer_list(folded, decision, proposal):
        return decision
    motion = _cue(folded, handling, words.outcome.motions) if handling else None
    if motion is None or handling is None or _same(folded, decision, proposal):
        return None
    if _extended(folded, decision, proposal):
        return decision
    carried = _cue(folded, (motion[1], handling[1]), words.outcome.carried)
    return motion if carried else None


def _replaced(folded: str, decision: Span, proposal: Span) -> bool:
    """Whether figures of the proposal (days, sums) gave way to others in the decision."""
    asked, given = (set(_NUMBER.findall(folded, *span)) for span in (proposal, decision))
    return bool(asked - given) and bool(given - asked) and bool(asked)


def _longer_list(folded: str, decision: Span, proposal: Span) -> bool:
    asked, given = (len(set(_POINT.findall(folded, *span))) for span in (proposal, decision))
    return bool(asked) and given > asked


def _extended(folded: str, decision: Span, proposal: Span) -> bool:
    """Whether a decision says most of what its proposal does, and a good deal more."""
    asked, given = ({word[:_STEM] for word in _LONG.findall(folded, *span)} for span in (proposal, decision))
    kept = len(asked & given)
    return kept >= _FEWEST_KEPT and kept >= _MOSTLY * len(asked) and len(given - asked) >= _FEWEST_NEW


def _same(folded: str, decision: Span, proposal: Span) -> bool:
    asked, given = (folded[slice(*span)].split() for span in (proposal, decision))
    return asked == given
