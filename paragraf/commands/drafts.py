"""`paragraf drafts`: the drafts that were made, and how it stands with each."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import Any, Literal

from rich.cells import cell_len
from rich.markup import escape
from rich.padding import Padding

from paragraf.console import out, say_line
from paragraf.draft_states import STATES, Shown, find_shown, list_shown
from paragraf.inputs import check_choice
from paragraf.workshop import open_begun
from store.aftermaths import read_aftermath
from store.draft_sources import first_sources
from store.drafts import save_draft_state

_UNTOLD = "no meeting yet"


def run_drafts_list(house: str | None = None, state: str | None = None, *, as_json: bool = False) -> int:
    """Print the drafts, or those of a house or in a state, by house, the newest first; return 0.

    Raises ConfigError for an unknown state.
    """
    check_choice("--state", state, STATES)
    with open_begun() as workshop:
        outbox = workshop.settings.outbox
        shown = list_shown(workshop.store, outbox, house, state)
        sources = {} if as_json else first_sources(workshop.store, [one.draft.id for one in shown])
    if as_json:
        say_line(json.dumps([draft_json(one) for one in shown], ensure_ascii=False, indent=2, default=str))
        return 0
    print_drafts(shown, outbox, sources)
    out().print(f"{len(shown)} drafts in {outbox}", markup=False)
    return 0


def print_drafts(shown: Sequence[Shown], outbox: Path, sources: Mapping[str, str]) -> None:
    """Print drafts by house: where its files lie, then of each how it stands, its title, source and file.

    `sources` tell what a draft is made from, by its id, each on a line.
    """
    for house, own in by_house(shown):
        out().print(_head_of(house, own, outbox))
        for one in own:
            indented(f"[cyan]{one.draft.id}[/]  {escape(state_told(one))}", 2)
            indented(escape(one.draft.title), 4)
            if source := sources.get(one.draft.id):
                indented(f"[dim]{escape(_one_line(f'from {source}'))}[/]", 4)
            if one.path:
                indented(escape(_below(one.path, outbox / house)), 4)


def print_files(shown: Sequence[Shown], outbox: Path, marks: Mapping[str, str]) -> None:
    """Print drafts by house, a line on each: its file, with what marks it by its id."""
    for house, own in by_house(shown):
        out().print(_head_of(house, own, outbox))
        for one in own:
            if one.path:
                indented(escape(_below(one.path, outbox / house) + marks.get(one.draft.id, "")), 2)


def _one_line(text: str) -> str:
    """Return a text that stands on one line of the list, cut where it must be; by its width."""
    room = out().width - 4
    while cell_len(text) > room:
        text = f"{text.rstrip('…')[:-1]}…"
    return text


def by_house(shown: Sequence[Shown]) -> Iterator[tuple[str, list[Shown]]]:
    """Yield each house with its drafts, in their order."""
    for house, own in groupby(
        sorted(shown, key=lambda one: one.draft.house), key=lambda one: one.draft.house
    ):
        yield house, list(own)


def _head_of(house: str, own: Sequence[Shown], outbox: Path) -> str:
    return f"[bold]{escape(house)}[/] ({own[0].draft.language}): {escape(str(outbox / house))}"


def _below(path: Path, folder: Path) -> str:
    """Return a path as seen from a folder, whole where it does not lie in it."""
    return (path.relative_to(folder) if path.is_relative_to(folder) else path).as_posix()


def run_draft_state(name: str, state: Literal["accepted", "dismissed"]) -> int:
    """Note what a clerk says of a draft, and print it; return 0.

    Raises StoreError for a draft that is not there, or was only begun.
    """
    with open_begun() as workshop:
        one = find_shown(workshop.store, workshop.settings.outbox, name)
        save_draft_state(workshop.store, one.draft.id, state)
    out().print(f"{one.draft.id}: {state}", markup=False)
    return 0


def indented(text: str, columns: int) -> None:
    """Print a text in so many columns, its further lines under the first."""
    out().print(Padding(text, (0, 0, 0, columns), expand=False), soft_wrap=False)


def state_told(one: Shown) -> str:
    """Return the state of a draft, its body and meeting, and when it was written, as far as is known."""
    draft = one.draft
    aftermath = read_aftermath(draft)
    section = aftermath.found.section if aftermath and aftermath.found else None
    verdict = " ".join(filter(None, (draft.verdict, f"§ {section}" if section else None)))
    state = f"{one.state}: {verdict}" if verdict else one.state
    meeting = " ".join(filter(None, (draft.body, str(draft.meeting_date or "")))) or _UNTOLD
    written = f"version {draft.version}, {draft.written_at:%Y-%m-%d}" if draft.written_at else None
    return ", ".join(filter(None, (state, meeting, written)))


def draft_json(one: Shown) -> dict[str, Any]:
    """Return a draft's row, state and file as programs read it."""
    told = asdict(one.draft)
    aftermath = told.pop("aftermath")
    return {
        **told,
        "state": one.state,
        "path": str(one.path) if one.path else None,
        "aftermath": json.loads(aftermath) if aftermath else None,
    }
