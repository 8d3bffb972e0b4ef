"""What is new, what was handled and what waits among the drafts of a house, and what is covered."""

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from config.houses import House
from export.digest import Covered, Digest, DraftNews, HandledNews
from paragraf.edited import edited_file, read_edited
from paragraf.workshop import Workshop
from records.aftermath import Aftermath
from records.draft import Draft, Placeholder, line_text
from store.aftermaths import read_aftermath
from store.coverage import coverage
from store.database import Store
from store.drafts import StoredDraft, get_draft_data, list_drafts

_SOURCES = 3
"""So many of a draft's sources are named."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """A digest, and the signs that everything it could tell is known by once it is told."""

    digest: Digest
    signs: tuple[str, ...]


def gather_digest(workshop: Workshop, house: House, told: Collection[str], day: dt.date) -> Gathered:
    """Return the digest of a house's drafts on a day, with as news what bears no sign of those `told`.

    Raises StoreError when a draft was kept in a shape that this release cannot read.
    """
    drafts = [one for one in list_drafts(workshop.store, house=house.id) if one.state != "claimed"]
    kept = [one for one in drafts if one.state != "dismissed"]
    new = [one for one in kept if not any(sign.startswith(f"{one.id}:v") for sign in told)]
    renewed = [one for one in kept if one not in new and _version_sign(one) not in told]
    handled = {one.id: after for one in kept if (after := read_aftermath(one)) and after.is_known}
    news = [one for one in kept if one.id in handled and _handled_sign(one, handled[one.id]) not in told]
    open_drafts = [one for one in kept if one.state in ("written", "accepted")]
    edited = [one for one in open_drafts if edited_file(workshop, one)]
    digest = Digest(
        council=house.council or house.id,
        day=day,
        new=tuple(_news(workshop.store, one) for one in new),
        versions=tuple(_news(workshop.store, one) for one in renewed),
        handled=tuple(_handled(workshop.store, one, handled[one.id]) for one in news),
        waiting=tuple(_waiting(workshop, one) for one in edited),
        untouched=len(open_drafts) - len(edited),
        covered=_covered(workshop.store),
    )
    signs = {_version_sign(one) for one in kept}
    signs |= {_handled_sign(one, handled[one.id]) for one in kept if one.id in handled}
    still = {sign for sign in told if sign.rpartition(":")[0] in {one.id for one in drafts}}
    return Gathered(digest, tuple(sorted(signs | still)))


def _version_sign(draft: StoredDraft) -> str:
    return f"{draft.id}:v{draft.version}"


def _handled_sign(draft: StoredDraft, told: Aftermath) -> str:
    """Return the sign of a verdict at an item; words that were only read anew are no news."""
    items = [told.found] if told.found else sorted(told.possible, key=lambda each: each.item)
    where = "+".join(f"{each.item}#{each.place}" for each in items)
    points = ".".join("-" if number is None else str(number) for number in told.amended)
    return f"{draft.id}:{told.verdict} {points} {where}"


def _news(store: Store, stored: StoredDraft) -> DraftNews:
    draft = get_draft_data(store, stored.id)
    gaps = (
        len({(gap.key, gap.text) for gap in draft.pieces() if isinstance(gap, Placeholder)})
        if draft
        else None
    )
    return _told(stored, draft, stored.path or "", gaps)


def _waiting(workshop: Workshop, stored: StoredDraft) -> DraftNews:
    """Return a draft that a clerk has edited, with the places that are left in the clerk's own file."""
    file = edited_file(workshop, stored)
    written = read_edited(workshop, stored, None)
    path = file.relative_to(workshop.settings.outbox).as_posix() if file else stored.path or ""
    draft = get_draft_data(workshop.store, stored.id)
    return _told(stored, draft, path, len(written.gaps) if written else None)


def _told(stored: StoredDraft, draft: Draft | None, path: str, gaps: int | None) -> DraftNews:
    source = "; ".join(_sources(draft)) if draft else ""
    reason = draft.trigger.kind if draft else "asked"
    return DraftNews(_title(stored, draft), reason, source, path, gaps, stored.version)


def _handled(store: Store, stored: StoredDraft, told: Aftermath) -> HandledNews:
    return HandledNews(_title(stored, get_draft_data(store, stored.id)), told, stored.path or "")


def _title(stored: StoredDraft, draft: Draft | None) -> str:
    return line_text(draft.heading) if draft else stored.title


def _sources(draft: Draft) -> Iterator[str]:
    for source in draft.sources[:_SOURCES]:
        yield ": ".join(part for part in (source.council, source.title) if part)
    if len(draft.sources) > _SOURCES:
        yield f"+ {len(draft.sources) - _SOURCES}"


def _covered(store: Store) -> Covered:
    rows = coverage(store)
    ill = [row for row in rows if row.open_issues or row.last_success is None]
    names = dict.fromkeys(row.council or row.source_id for row in ill)
    return Covered(well=len(rows) - len(ill), ill=tuple(names))
