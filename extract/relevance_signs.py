"""Knows the signs that a text is about training for elected officials, or about something near it."""

import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.mentions import Mention, Placed
from extract.reading import Reading
from records.base import Span

OTHER_PEOPLE = frozenset({"staff", "shop_steward", "school", "public"})
"""Counter words that name others who are trained."""
OTHER_MATTERS = frozenset({"handbook", "fees", "election", "motion"})
"""Counter words that name other matters of elected officials."""
_GATHERINGS = frozenset({"seminar", "evening_school", "conference", "study_trip", "programme"})
_OWN_AUDIENCE = frozenset({"evening_school", "programme"})
_NOT_ELECTED = frozenset({"management", "staff_secretaries"})
_NEAR = 25
_NEXT = 2
_RARE = 0.25
"""Words of training per 1,000 characters; with fewer, and none in a heading, they are but mentioned, as
evening schools are in rules of administration of many pages."""


@dataclass(frozen=True, slots=True)
class Link:
    """A word of training, and the elected that its sentence names; `near` if beside it or in it.

    Names of bodies, which stand everywhere, are near only as the very next word.
    """

    event: Mention
    audience: Mention | None
    near: bool

    @property
    def span(self) -> Span:
        """The stretch from one to the other, or the event alone where they stand apart."""
        if self.audience is None or not self.near:
            return self.event.span
        return min(self.event.span[0], self.audience.span[0]), max(self.event.span[1], self.audience.span[1])


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for and against, as numbers for the model and as mentions for the reasons."""

    heading: tuple[Mention, ...]
    linked: tuple[Link, ...]
    gathered: tuple[Link, ...]
    elected: tuple[Mention, ...]
    told: int
    topics: int
    teaches: int
    formats: int
    per_page: float
    against: tuple[Mention, ...]
    against_heading: tuple[Mention, ...]
    others: tuple[Mention, ...]
    others_share: float
    others_heading: bool
    elected_share: float
    invited: tuple[Mention, ...]
    trained: bool
    addressed: "Addressed"

    @property
    def readable(self) -> bool:
        """Whether training is named, or the elected are invited to something with a topic."""
        return self.trained or bool(self.addressed.bid and self.topics)

    @property
    def names_elected(self) -> bool:
        """Whether elected officials are named at all, if only by the event's own word."""
        return bool(self.elected or self.linked or self.gathered or self.invited)

    @property
    def outnumbered(self) -> bool:
        """Whether others stand in a heading, and far more often than training of the elected."""
        return self.others_heading and 2 * len(self.linked) < len(self.others)

    @property
    def in_passing(self) -> bool:
        """Whether a long text only mentions training."""
        return self.trained and self.per_page < _RARE and not self.heading

    def values(self) -> dict[str, float]:
        """Return the model's inputs by name; counts as their logarithm, so that long texts do not drown."""
        return {
            "heading": float(bool(self.heading)),
            "linked": math.log1p(len(self.linked)),
            "gathered": math.log1p(len(self.gathered)),
            "elected": math.log1p(len(self.elected)),
            "invited": math.log1p(len({one.code for one in self.invited})),
            "elected_share": self.elected_share,
            "told": math.log1p(self.told),
            "topics": math.log1p(self.topics),
            "teaches": math.log1p(self.teaches),
            "formats": math.log1p(self.formats),
            "per_page": math.log1p(self.per_page),
            "against": math.log1p(len(self.against)),
            "against_heading": float(bool(self.against_heading)),
            "others": math.log1p(len(self.others)),
            "others_share": self.others_share,
            "others_heading": float(self.others_heading),
            "outnumbered": float(self.outnumbered),
            "in_passing": float(self.in_passing),
            "unnamed": float(not self.names_elected),
            "bid": math.log1p(self.addressed.bid),
            "taught": math.log1p(self.addressed.taught),
        }


@dataclass(frozen=True, slots=True)
class Addressed:
    """How many sentences that name the elected invite or teach: training by whatever word."""

    bid: int
    taught: int


def _addressed(reading: Reading) -> Addressed:
    found = [
        {one.code for one in reading.within(sentence, "cue")}
        for sentence in reading.sentences
        if any(_is_elected(one) and one.sure for one in reading.within(sentence, "audience"))
    ]
    return Addressed(*(sum(cue in cues for cues in found) for cue in ("targets", "teaches")))


def find_signs(reading: Reading, headings: Sequence[Span], length: int) -> Signs:
    """Return the signs in a text of `length` characters with titles and headings at `headings`."""
    events = [one for one in reading.mentions if one.kind == "event"]
    counters = [one for one in reading.mentions if one.kind == "counter"]
    others = [one for one in counters if one.code in OTHER_PEOPLE]
    people = Placed(others)
    links = [link for sentence in reading.sentences for link in _links(reading, people, sentence)]
    named = {link.audience for link in links if link.near}
    against = [one for one in counters if one.code in OTHER_MATTERS]
    heads = _Headings(headings)
    topics = [one for one in reading.mentions if one.kind == "topic"]
    return Signs(
        heading=tuple(one for one in events if heads.hold(one)),
        linked=tuple(link for link in links if link.near),
        gathered=tuple(link for link in links if not link.near),
        elected=tuple(one for one in reading.mentions if _is_elected(one) and (one.sure or one in named)),
        told=sum(reading.is_told(one) for one in topics),
        topics=len({one.code for one in topics if one.sure}),
        teaches=sum(one.kind == "cue" and one.code == "teaches" for one in reading.mentions),
        formats=sum(one.kind == "format" for one in reading.mentions),
        per_page=1000 * len(events) / max(300, length),
        against=tuple(against),
        against_heading=tuple(one for one in against if heads.hold(one)),
        others=tuple(others),
        others_share=sum(1 for one in events if people.within(_around(one))) / max(1, len(events)),
        others_heading=any(heads.hold(one) for one in others),
        elected_share=sum(_names_elected(reading, one) for one in events) / max(1, len(events)),
        invited=tuple(one for one in reading.invited if _is_elected(one)),
        trained=bool(events),
        addressed=_addressed(reading),
    )


def _links(reading: Reading, others: Placed, sentence: Span) -> Iterator[Link]:
    events = reading.within(sentence, "event")
    audiences = reading.within(sentence, "audience") if events else ()
    elected = [one for one in audiences if _is_elected(one)]
    for event in events:
        start, end = _around(event)
        if not others.within((max(start, sentence[0]), min(end, sentence[1]))):
            beside = next((one for one in elected if _is_near(one, event)), None)
            if beside:
                yield Link(event, beside, near=True)
            elif event.code in _OWN_AUDIENCE or (event.code in _GATHERINGS and elected):
                yield Link(event, elected[0] if elected else None, near=False)


def _names_elected(reading: Reading, event: Mention) -> bool:
    """Tell whether the sentence of a word of training names the elected."""
    return any(_is_elected(one) for one in reading.within(reading.sentence(event.span[0]), "audience"))


def _is_near(audience: Mention, event: Mention) -> bool:
    return _distance(audience, event) <= (_NEAR if audience.sure else _NEXT)


def _is_elected(mention: Mention) -> bool:
    if mention.kind != "audience" or mention.code in _NOT_ELECTED:
        return False
    return mention.sure or mention.code != "other"


def _around(event: Mention) -> Span:
    """Return the stretch beside a word of training where others that are named are those trained."""
    start, end = event.span
    return start - _NEAR - 15, end + _NEAR + 15


def _distance(one: Mention, other: Mention) -> int:
    return max(one.span[0] - other.span[1], other.span[0] - one.span[1])


class _Headings:
    """Tells which mentions stand in a title or heading; built once, asked for every mention."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans: list[Span] = []
        for start, end in sorted(spans):
            if self._spans and start <= self._spans[-1][1]:
                first, last = self._spans.pop()
                self._spans.append((first, max(last, end)))
            else:
                self._spans.append((start, end))

    def hold(self, mention: Mention) -> bool:
        index = bisect_right(self._spans, mention.span[0], key=lambda span: span[0]) - 1
        return index >= 0 and mention.span[1] <= self._spans[index][1]
