"""Knows what is told of a draft after the meeting, and which words of minutes say the same."""

from typing import Annotated

from config.wording_slots import each_of, exactly
from config.words import Words
from records.aftermath import Verdict


class AftermathPhrases(Words):
    """What became of a draft, in the clerk's words.

    `verdicts` tell it in a clause; `point` and `points` where a decision was amended, `lead` naming the
    words before the first point. `prepared`, `decided` and `decision` head what is laid beside each other,
    `legend` says how its marks are read. `forms` are words that mean the same in a proposal and in a
    decision, `silent` ones that change nothing of what was decided.
    """

    outcome: Annotated[str, exactly("verdict")]
    verdicts: Annotated[dict[Verdict, str], each_of(Verdict)]
    point: Annotated[str, exactly("list")]
    points: Annotated[str, exactly("list")]
    lead: str
    possible: str
    prepared: str
    decided: str
    decision: str
    legend: Annotated[str, exactly("marks")]
    removed: str
    added: str
    filled: str
    forms: tuple[tuple[str, ...], ...] = ()
    silent: tuple[str, ...] = ()
