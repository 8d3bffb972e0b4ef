"""Knows what checks of drafts go by and say in a language: verbs of decisions, words to avoid, messages."""

from typing import Annotated, Literal

from config.wording_slots import each_of, exactly, slots
from config.words import Words

Severity = Literal["error", "warning", "open"]
"""What a finding weighs: to be mended, to be looked at, still to be done before the item is sent."""

RuleKey = Literal[
    "no_points",
    "two_actions",
    "refers",
    "att_clause",
    "no_subject",
    "mixed_grammar",
    "no_full_stop",
    "unfinished",
    "leftover",
    "leftover_year",
    "unknown_date",
    "weekday",
    "missing_heading",
    "heading_order",
    "unknown_heading",
    "typed_heading",
    "open_gap",
    "still_marked",
    "cover_left",
    "closing_left",
    "comments_left",
    "changes_left",
    "legal_claim",
    "address",
    "identity",
    "no_data",
]

ActionKey = Literal[
    "approve",
    "fund",
    "delegate",
    "appoint",
    "note",
    "reject",
    "propose",
    "send",
    "return",
    "authorise",
    "table",
]
"""What a point of a decision may do; verbs of one kind are one action."""

Message = Annotated[str, slots(also=("found", "wanted"))]
Patterns = tuple[str, ...]
"""Words or groups of words; "*" at either end of a word stands for any letters."""


class ActionForms(Words):
    """The forms of the verbs of one action; "..." stands for words in between ("antaa ... tehtäväksi").

    `finite` says it of a body, `infinitive` goes on from an opening, `passive` needs no body.
    """

    finite: tuple[str, ...]
    infinitive: tuple[str, ...]
    passive: tuple[str, ...] = ()


class ClaimWords(Words):
    """What makes a sentence a claim that the law gives a duty or a right to training.

    One is a sentence of `law` without `negations` where a word of `duty` leads to one of `training`
    ("rätt till utbildning"), or where one of `binding` stands beside it ("lovpålagt opplæring").
    """

    law: Patterns
    duty: Patterns
    binding: Patterns
    training: Patterns
    negations: Patterns


class PointWords(Words):
    """What the points of a proposal are held to.

    `actions` are what decisions do; `decides` the verb of an opening ("päättää"); `joining` the words
    between two actions; `clause_openers` begin clauses that cannot stand alone ("att"), `subordinate`
    those within a sentence. `references` lean on other text anywhere in a point, `openers` only at
    its beginning; `point_words` do before a number. `bodies` are words that name a body.
    """

    actions: Annotated[dict[ActionKey, ActionForms], each_of(ActionKey)]
    decides: Patterns
    joining: Patterns
    clause_openers: Patterns
    subordinate: Patterns
    references: Patterns
    openers: Patterns
    point_words: Patterns
    bodies: Patterns


class CheckWording(Words):
    """All that checks say in one language, and the words that they go by.

    `place`, `row` and `everywhere` tell where a finding stands, `beginning` what stands before the
    first heading; `sound` and `counted` close the list. `currencies` make a number a sum,
    `phone_labels` make digits a telephone number.
    """

    severities: Annotated[dict[Severity, str], each_of(Severity)]
    place: Annotated[str, exactly("heading", "number")]
    row: Annotated[str, exactly("heading", "row")]
    beginning: str
    everywhere: str
    sound: str
    counted: Annotated[str, exactly("errors", "warnings", "open")]
    findings: Annotated[dict[RuleKey, Message], each_of(RuleKey)]
    points: PointWords
    claims: ClaimWords
    currencies: tuple[str, ...]
    phone_labels: Patterns
