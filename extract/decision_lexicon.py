"""Knows the words of minutes as texts are searched for them: put up once, found in one pass over a text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from ahocorasick_rs import AhoCorasick, MatchKind

from config.decision_words import DecisionWords, LabelWords, Phrases
from extract.labels import ContentKind, FrameKind, LabelKind
from records.base import Span
from records.item import DocumentType

_WORD = re.compile(r"[^\W\d_]+")
_MOST_KEPT = 64
_SHORTEST_CHROME = 10

Entries = Sequence[tuple[tuple[str, ...], LabelKind]]


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """A language's words of minutes, ready to be looked up.

    `labels` are the phrases of labels by their first word, the longest first; `squeezed` the same
    without blanks. `kinds` are the words that name documents, `longest_kind` the words of the
    longest. `section_names` stand before a section's number; `taken_up`, blanks around them, beside
    the day of a meeting that the matter comes back from. `chrome` opens lines of navigation,
    `frames` those that end a text above them.
    """

    words: DecisionWords
    labels: Mapping[str, Entries]
    squeezed: Mapping[str, LabelKind]
    kinds: Mapping[str, DocumentType]
    kind_openers: frozenset[str]
    longest_kind: int
    askers: frozenset[str]
    announcers: frozenset[str]
    chrome: Phrases
    frames: Phrases
    asking: re.Pattern[str]
    asking_points: re.Pattern[str]
    announcing: re.Pattern[str]
    deciding: re.Pattern[str]
    table_header: re.Pattern[str]
    page_line: re.Pattern[str]
    section_names: Phrases
    taken_up: Phrases
    owner_ends: frozenset[str]
    scan: AhoCorasick

    def openers_in(self, folded: str) -> list[Span]:
        """Return where words stand that may open a phrase of any table; longer words may begin with them."""
        hits = self.scan.find_matches_as_indexes(folded)
        return [(start, end) for _, start, end in hits if not start or not folded[start - 1].isalpha()]

    def kind_of(self, word: str) -> DocumentType | None:
        """Return the kind of document that a folded name tells, whatever signs part its words."""
        return self.kinds.get(" ".join(_WORD.findall(word)))


_kept: dict[tuple[int, Phrases], tuple[DecisionWords, Lexicon]] = {}
"""Lexicons by the identity of their tables, which are kept so that no other table takes that identity."""


def lexicon_of(words: DecisionWords, proposal_labels: Phrases = ()) -> Lexicon:
    """Return the lexicon of a language's words, with a source's own labels of proposals.

    It is built once for each table of words, told by identity, since comparing them costs more than a page.
    """
    known = _kept.get((id(words), proposal_labels))
    if known is None:
        if len(_kept) >= _MOST_KEPT:
            _kept.clear()
        known = words, _build(_with_labels(words, proposal_labels))
        _kept[id(words), proposal_labels] = known
    return known[1]


def _with_labels(words: DecisionWords, proposal_labels: Phrases) -> DecisionWords:
    if not proposal_labels:
        return words
    proposal = (*words.labels.proposal, *(label.lower() for label in proposal_labels))
    return words.model_copy(update={"labels": words.labels.model_copy(update={"proposal": proposal})})


def _build(words: DecisionWords) -> Lexicon:
    labels = _labels(words)
    kinds = _kinds(words)
    announced = (*words.labels.lead_ins, *words.labels.announces, *words.labels.decides)
    askers = frozenset(_WORD.findall(verb)[0] for verb in words.labels.asked)
    announcers = frozenset(_WORD.findall(phrase)[0] for phrase in announced)
    kind_openers = frozenset(name.split()[0] for name in kinds)
    openers = sorted({*labels, *kind_openers, *askers, *announcers})
    return Lexicon(
        words=words,
        labels=labels,
        squeezed={"".join(parts): kind for entries in labels.values() for parts, kind in entries},
        kinds=kinds,
        kind_openers=kind_openers,
        longest_kind=1 + max((name.count(" ") for name in kinds), default=0),
        askers=askers,
        announcers=announcers,
        chrome=words.head.chrome,
        frames=tuple(word for word in words.head.chrome if len(word) >= _SHORTEST_CHROME),
        asking=_asking(words.labels),
        asking_points=_asking_points(words.labels),
        announcing=_announcing(announced),
        deciding=re.compile(rf" (?:[^\W\d_]+ )?(?:{_any(words.labels.decides)})(?![^\W_])"),
        table_header=_table_header(words),
        page_line=re.compile(rf"(?:{_any(words.head.page)})\s?\d+.{{0,10}}"),
        section_names=(*words.head.section_kinds, *words.head.section_field),
        taken_up=tuple(f" {phrase} " for phrase in words.head.taken_up),
        owner_ends=_owner_ends(words),
        scan=AhoCorasick(openers, matchkind=MatchKind.LeftmostLongest),
    )


def _labels(words: DecisionWords) -> Mapping[str, Entries]:
    lexicon: dict[str, list[tuple[tuple[str, ...], LabelKind]]] = {}
    for kind, phrase in _phrases(words):
        parts = tuple(_WORD.findall(phrase.lower()))
        if parts:
            lexicon.setdefault(parts[0], []).append((parts, kind))
    for entries in lexicon.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return lexicon


def _phrases(words: DecisionWords) -> Iterator[tuple[LabelKind, str]]:
    kinds: tuple[LabelKind, ...] = (*get_args(FrameKind), *get_args(ContentKind))
    for kind in kinds:
        table = words.head if kind.endswith(("field", "fields")) else words.labels
        for phrase in getattr(table, kind):
            yield kind, phrase


def _kinds(words: DecisionWords) -> Mapping[str, DocumentType]:
    head = words.head
    tables: dict[DocumentType, Phrases] = {
        "case_paper": head.case_paper,
        "agenda": head.agenda,
        "minutes": (*head.minutes, *head.extract),
        "officer_decision": head.officer_decision,
    }
    return {" ".join(_WORD.findall(word)): kind for kind, names in tables.items() for word in names}


def _owner_ends(words: DecisionWords) -> frozenset[str]:
    """The signs that a label's owner can end in: letters of genitives and particles, dashes, digits."""
    people = words.people
    ends = (*people.office_genitives, *people.owners, *people.particles, *words.bodies.genitives)
    return frozenset((*(word[-1] for word in ends), *"ns-–0123456789"))


def _any(phrases: Sequence[str]) -> str:
    """One of some phrases, the longest first; nothing, if there are none."""
    return "|".join(map(re.escape, sorted(phrases, key=len, reverse=True))) or "(?!)"


def _asking(labels: LabelWords) -> re.Pattern[str]:
    """A verb of proposing, and what is proposed with a colon; its letters may be spaced."""
    nouns = "|".join(" ?".join(noun) for noun in labels.asked_for) or "(?!)"
    return re.compile(
        rf"(?<![^\W_])(?:{_any(labels.asked)})(?![^\W_])[^.:;\n]{{0,90}}?(?<![^\W_])(?:{nouns}) ?:"
    )


def _asking_points(labels: LabelWords) -> re.Pattern[str]:
    """A verb of proposing in a line that the points of the proposal follow ("föreslår ... / att ...")."""
    points = _any(labels.points)
    return re.compile(rf"(?:{_any(labels.asked)})(?![^\W_])[^.;\n]{{0,90}}(?=\n\s*(?:{points})\s)")


def _announcing(phrases: Phrases) -> re.Pattern[str]:
    """The words behind a body that announce what it decides, up to a colon or the line's end."""
    return re.compile(rf" (?:[^\W\d_]+ )?(?:{_any(phrases)})(?: ?:|(?=[ ]*$))")


def _table_header(words: DecisionWords) -> re.Pattern[str]:
    """The columns section, day and item of a table of treatments, and the number printed behind them."""
    days, items = _any(words.head.table_day), _any(words.head.table_item)
    return re.compile(rf"§[\s|]*(?:{days})[\s|]*(?:(?:{items})[\s|]*)?(?:1(?=[\s|]))?")
