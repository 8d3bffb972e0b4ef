"""What is ill about a source, judged by its own habits: each finding is an issue of the night.

The same store gives the same issues, however often it is asked: what an earlier check found is left
out of the habits. `docs/operating.md` tells the operator what each kind means.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

from config.settings import HealthSettings, Settings
from paragraf.chance import at_least, in_words, so_many
from paragraf.expectation import Expectation
from paragraf.habits import Habits, read_habits
from records.council import Source
from records.errors import ParagrafError
from records.run import Issue, Severity
from store.database import Store
from store.health import Shapes, SourceNight

KINDS = (
    "silent_source",
    "changed_layout",
    "short_texts",
    "wrong_items",
    "rising_errors",
    "long_queue",
    "never_read",
    "open_gap",
)
"""The kinds of issues that are found here."""

WRONG = "wrong_item"
_FEW = 3
_LEAST_PAGES = 5
_MOST = 0.8

Check = Callable[[Source, Habits, HealthSettings, dt.datetime], Iterator[Issue]]


def check_sources(
    store: Store, sources: Sequence[Source], settings: Settings, now: dt.datetime
) -> list[Issue]:
    """Return what is ill about the sources at `now` (aware), in their order."""
    habits = read_habits(store, sources, settings.health, now)
    return [issue for source in sources for issue in check_source(source, habits, settings.health, now)]


def check_source(source: Source, habits: Habits, settings: HealthSettings, now: dt.datetime) -> list[Issue]:
    """Return what is ill about one source."""
    return [issue for check in _CHECKS for issue in check(source, habits, settings, now)]


def _silence(source: Source, habits: Habits, settings: HealthSettings, now: dt.datetime) -> Iterator[Issue]:
    del settings  # an expectation was made with them
    expected = habits.expectations.get(source.id)
    if expected is None or not expected.silent or expected.since is None:
        return
    yield _issue(
        source,
        "silent_source",
        "error" if expected.certain else "warning",
        expected=f"news about every {expected.usual or 1:.0f} days",
        found=_describe_silence(expected, (now.astimezone(dt.UTC).date() - expected.since).days),
        advice=f"Open it in a browser; {_look(source)}",
    )


def _describe_silence(expected: Expectation, days: int) -> str:
    guess = "; it is known for a short time only, so this is a guess" if expected.weak else ""
    odds = in_words(expected.chance)
    return f"none since {expected.since}, {days} days ago ({odds} of its pauses is so long{guess})"


def _layout(source: Source, habits: Habits, settings: HealthSettings, now: dt.datetime) -> Iterator[Issue]:
    del now
    recent = habits.shapes.get(source.id, Shapes())
    usual = habits.usual_shapes.get(source.id, Shapes())
    found = (
        ("changed_layout", recent.bare, usual.bare, "without a proposal or decision"),
        ("short_texts", recent.short, usual.short, f"with fewer than {settings.short_text} characters"),
    )
    for kind, odd, usually_odd, what in found:
        habit = (usually_odd + 1) / (usual.read + 2)
        if recent.read < _LEAST_PAGES or at_least(odd, recent.read, habit) >= settings.doubt:
            continue
        yield _issue(
            source,
            kind,
            "error" if odd >= _MOST * recent.read else "warning",
            expected=f"{usually_odd} of {usual.read} pages {what}, as before"
            if usual.read
            else f"few pages {what}",
            found=f"{odd} of the last {recent.read}",
            advice=f"The site may have changed its pages; {_look(source)}",
        )


def _errors(source: Source, habits: Habits, settings: HealthSettings, now: dt.datetime) -> Iterator[Issue]:
    del now
    nights = habits.nights.get(source.id, ())
    if not nights:
        return
    counted = (
        ("wrong_items", [night.errors.get(WRONG, 0) for night in nights], "answers with another item"),
        ("rising_errors", [_other_errors(night) for night in nights], "errors"),
    )
    for kind, counts, what in counted:
        last, before = counts[0], counts[1:]
        usual = (sum(before) + 0.5) / (len(before) + 1)
        is_young = kind == "rising_errors" and len(before) < _FEW
        if last < _FEW or is_young or so_many(last, usual) >= settings.doubt:
            continue
        yield _issue(
            source,
            kind,
            "error",
            expected=f"about {usual:.1f} {what} a night, as before",
            found=f"{last}{_kinds(nights[0]) if kind == 'rising_errors' else ''}",
            advice=_look(source),
        )


def _other_errors(night: SourceNight) -> int:
    return sum(count for kind, count in night.errors.items() if kind not in (*KINDS, WRONG))


def _kinds(night: SourceNight) -> str:
    told = sorted(kind for kind in night.errors if kind not in (*KINDS, WRONG))
    return f" ({', '.join(told)})"


def _queue(source: Source, habits: Habits, settings: HealthSettings, now: dt.datetime) -> Iterator[Issue]:
    queue = habits.queues.get(source.id)
    if queue is None or (now - queue.oldest).days <= settings.queue_nights:
        return
    yield _issue(
        source,
        "long_queue",
        "warning",
        expected=f"every entry fetched within {settings.queue_nights} nights",
        found=f"{queue.waiting} waiting, the oldest for {(now - queue.oldest).days}",
        advice="Raise [fetch] details_per_night, or wait.",
    )


def _unread(source: Source, habits: Habits, settings: HealthSettings, now: dt.datetime) -> Iterator[Issue]:
    del settings, now
    nights = habits.nights.get(source.id, ())
    if source.id in habits.successes or any(not _own_errors(night) for night in nights):
        return
    tried = len(nights)
    if tried < 2 and (tried or habits.runs < _FEW):
        return
    yield _issue(
        source,
        "never_read",
        "error" if tried else "warning",
        expected="one night without an error",
        found=f"errors in each of {tried} nights" if tried else f"not read in the last {habits.runs} runs",
        advice=_look(source),
    )


def _own_errors(night: SourceNight) -> set[str]:
    return set(night.errors) - set(KINDS)


def _gaps(source: Source, habits: Habits, settings: HealthSettings, now: dt.datetime) -> Iterator[Issue]:
    del settings, now
    for gap in habits.gaps.get(source.id, ()):
        yield _issue(
            source,
            "open_gap",
            "warning",
            expected="no entry missed",
            found=f"{gap.message} (noticed {gap.noticed_at:%Y-%m-%d})",
            advice=f"`paragraf sync {source.id} --since {gap.oldest}` walks back and closes it.",
        )


def address_of(source: Source) -> str:
    """Return the address that an operator opens to look at a source, or its id."""
    return next((base.url for base in source.bases), "") or next(iter(source.pages), "") or source.id


def _look(source: Source) -> str:
    return f"`paragraf sources check {source.id}` shows what it answers."


def _issue(source: Source, kind: str, severity: Severity, *, expected: str, found: str, advice: str) -> Issue:
    address = address_of(source)
    message = ParagrafError(address, expected=expected, found=found, advice=advice).describe()
    url = address if address != source.id else None
    return Issue(source_id=source.id, kind=kind, message=message, url=url, severity=severity)


_CHECKS: tuple[Check, ...] = (_silence, _layout, _errors, _queue, _unread, _gaps)
