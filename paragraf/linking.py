"""Which items of a council's own are drafts' matters: by case number, or clearly liker than any other."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from export.difference import Forms, Worded
from export.matter import CLEAR, LINKED, POSSIBLE, MatterWords, item_words, matter_likeness
from records.aftermath import Aftermath, KnownBy, Minuted
from records.decision import bare_case_number, is_same_case
from store.aftermaths import OwnItem
from store.councils import fold_name

LONGEST_WAIT = dt.timedelta(days=400)
"""A like item at a later meeting is next year's; only a case number ties it to the draft."""

_SHOWN = 3
"""So many items that could be a draft's are listed."""
_BY_CASE = 2.0
_CHOSEN = 3.0
_OWN_MEETING = 0.2
"""What an item of the very meeting that a draft was made for gains over others; more than CLEAR."""

_UNDECIDED = frozenset({"tabled", "returned"})


@dataclass(frozen=True)
class Sought:
    """A draft whose matter is sought among the council's items.

    `words` tell its title and proposal, as drafted and as the clerk's file has them; `proposed` is the
    proposal of that file. `case_number` stands in it; `in_hand` tells that a clerk has taken the draft up;
    `before` is what was found before.
    """

    id: str
    since: dt.date
    body: str | None
    meeting: dt.date | None
    words: tuple[MatterWords, ...]
    proposed: tuple[Worded, ...] = ()
    case_number: str | None = None
    in_hand: bool = False
    before: Aftermath | None = None

    @property
    def chosen(self) -> Minuted | None:
        """The item that a clerk has linked the draft to."""
        return self.before.found if self.before and self.before.by == "clerk" else None


@dataclass(frozen=True, slots=True)
class Match:
    """How surely an item is a draft's; `rank` puts its own meeting first, a case number before all.

    What a clerk has said goes before that.
    """

    item: OwnItem
    likeness: float
    rank: float
    by: KnownBy = "likeness"


@dataclass(frozen=True, slots=True)
class Settled:
    """What a draft led to: one item, or several that could be it."""

    match: Match | None
    possible: tuple[OwnItem, ...] = ()


def settle_matters(
    drafts: Sequence[Sought], own: Sequence[OwnItem], forms: Forms
) -> Iterator[tuple[str, Settled]]:
    """Yield the id of each draft that has led to something, with what it led to.

    A draft that was decided on stays with its item, and no other is given that one for its likeness.
    """
    by_name = {(item.id, item.position): item for item in own}
    taken = {one.id: item for one in drafts if (item := _decided_item(one, by_name)) is not None}
    gone = {(item.id, item.position) for item in taken.values()}
    free = [item for item in own if (item.id, item.position) not in gone]
    told = {(item.id, item.position): _told(item, forms) for item in free}
    open_drafts = [one for one in drafts if one.before is None or one.before.is_open]
    matches = {one.id: _matches(one, own, free, told) for one in open_drafts}
    in_hand = {one.id for one in drafts if one.in_hand}
    settled = {one.id: chosen for one in open_drafts if (chosen := _choose(one.id, matches, in_hand))}
    linked = {one.match.item for one in settled.values() if one.match}
    for one in drafts:
        if one.id in taken:
            yield one.id, Settled(_stay(one, taken[one.id]))
        elif one.id in settled and (left := _without(settled[one.id], linked)):
            yield one.id, left


def _decided_item(one: Sought, by_name: dict[tuple[str, int], OwnItem]) -> OwnItem | None:
    found = one.before.found if one.before and not one.before.is_open else None
    return by_name.get((found.item, found.place)) if found else None


def _stay(one: Sought, item: OwnItem) -> Match:
    likeness = one.before.likeness if one.before else 0.0
    return Match(item, likeness, likeness, (one.before and one.before.by) or "likeness")


WordsByItem = dict[tuple[str, int], tuple[MatterWords, ...]]


def _told(item: OwnItem, forms: Forms) -> tuple[MatterWords, ...]:
    """Return an item's title with its proposal, and with its decision: some minutes print only that."""
    return tuple(item_words(item.title, text, forms) for text in (item.proposal, item.decision) if text)


def _matches(one: Sought, own: Iterable[OwnItem], free: Iterable[OwnItem], told: WordsByItem) -> list[Match]:
    """Return what could be a draft's matter, the surest first, each matter by one of its items."""
    if one.chosen:
        return _chosen(one.chosen, own)
    refused = one.before.refused if one.before else ()
    own, free = ([item for item in items if not _is_refused(item, refused)] for items in (own, free))
    of_case = [item for item in own if is_same_case(item.case_number, one.case_number)]
    later = [item for item in of_case if item.meeting_date >= one.since]
    if later:
        own_body = [item for item in later if _same_body(one.body, item.body)] or later
        return [Match(_handled_in(own_body), 1.0, _BY_CASE, "case_number")]
    could_be = [item for item in free if _could_be(one, item)]
    found = []
    for items in _by_matter(could_be):
        item = _handled_in(items)
        likeness = _likeness(one, told[item.id, item.position])
        if likeness >= (POSSIBLE if item.is_programme else LINKED):
            own_meeting = one.meeting is not None and one.meeting == item.meeting_date
            found.append(Match(item, likeness, likeness + _OWN_MEETING * own_meeting))
    return sorted(found, key=lambda match: -match.rank)


def _chosen(chosen: Minuted, own: Iterable[OwnItem]) -> list[Match]:
    """Return the item that a clerk linked, or the one of its case that a later meeting decided."""
    here = [
        item
        for item in own
        if (item.id, item.position) == (chosen.item, chosen.place)
        or (
            is_same_case(item.case_number, chosen.case_number)
            and item.meeting_date >= (chosen.meeting_date or item.meeting_date)
            and _same_body(chosen.body, item.body)
        )
    ]
    return [Match(_handled_in(here), 1.0, _CHOSEN, "clerk")] if here else []


def _is_refused(item: OwnItem, refused: Iterable[Minuted]) -> bool:
    """Tell whether an item is one that a clerk has said is not the draft's, or another of its case."""
    return any(
        (item.id, item.position) == (one.item, one.place) or is_same_case(item.case_number, one.case_number)
        for one in refused
    )


def _could_be(one: Sought, item: OwnItem) -> bool:
    if not one.since <= item.meeting_date <= one.since + LONGEST_WAIT:
        return False
    return item.document_type == "officer_decision" or _same_body(one.body, item.body)


def _same_body(one: str | None, other: str | None) -> bool:
    """Tell whether two names can be one body's: "formannskap", "Formannskapet"; an unknown one can be any."""
    names = sorted((fold_name(one or ""), fold_name(other or "")), key=len)
    return names[1].startswith(names[0])


def _by_matter(items: Iterable[OwnItem]) -> list[list[OwnItem]]:
    """Return items that share a case number together, each other one by itself; in the order of meetings."""
    matters: dict[str, list[OwnItem]] = defaultdict(list)
    for item in items:
        matters[bare_case_number(item.case_number) or f"{item.id}#{item.position}"].append(item)
    return list(matters.values())


def _handled_in(items: Sequence[OwnItem]) -> OwnItem:
    """Return the item that tells how a matter went: the first that decides it, else the last."""
    decided = (item for item in items if item.decision and item.outcome not in _UNDECIDED)
    return next(decided, items[-1])


def _likeness(one: Sought, told: Iterable[MatterWords]) -> float:
    return max((matter_likeness(words, each) for words in one.words for each in told), default=0.0)


def _without(settled: Settled, linked: Collection[OwnItem]) -> Settled | None:
    """Return what a draft led to without the possible items that others turned out to be."""
    if settled.match:
        return settled
    possible = tuple(item for item in settled.possible if item not in linked)
    return Settled(None, possible) if possible else None


def _choose(name: str, matches: dict[str, list[Match]], in_hand: Collection[str]) -> Settled | None:
    """Return what a draft leads to: one item that nothing vies with, else those that it could be.

    A draft that nobody has taken up does not vie with one that a clerk has.
    """
    own = matches.get(name, [])
    if not own:
        return None
    best = own[0]
    vying = [match.rank for match in own[1:]]
    vying += [
        match.rank
        for other, theirs in matches.items()
        for match in theirs
        if other != name and match.item == best.item and (other in in_hand or name not in in_hand)
    ]
    is_clear = all(best.rank - rank >= CLEAR for rank in vying)
    if best.by != "likeness" or (best.likeness >= LINKED and is_clear):
        return Settled(best)
    return Settled(None, tuple(match.item for match in own[:_SHOWN]))
