"""`paragraf drafts`: the drafts that were made, and how it stands with each."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import Any, Literal

from rich.markup import escape
from rich.padding import Padding

from config.wording import load_wording
from export.compare import tell_aftermath
from export.written import read_written
from paragraf.console import out, say_line
from paragraf.draft_states import STATES, Shown, find_shown, list_shown
from paragraf.inputs import check_choice
from paragraf.workshop import Workshop, open_begun
from records.draft import Citation, Draft, Placeholder, section_lines
from records.errors import DraftError
from store.aftermaths import read_aftermath
from store.drafts import get_draft_data, list_draft_records, list_draft_versions, save_draft_state

_UNTOLD = "no meeting yet"


def run_drafts_list(house: str | None = None, state: str | None = None, *, as_json: bool = False) -> int:
    """Print the drafts, or those of a house or in a state, by house, the newest first; return 0.

    Raises ConfigError for an unknown state.
    """
    check_choice("--state", state, STATES)
    with open_begun() as workshop:
        outbox = workshop.settings.outbox
        shown = list_shown(workshop.store, outbox, house, state)
    if as_json:
        say_line(json.dumps([_as_json(one) for one in shown], ensure_ascii=False, indent=2, default=str))
        return 0
    print_drafts(shown, outbox)
    out().print(f"{len(shown)} drafts in {outbox}", markup=False)
    return 0


def print_drafts(shown: Sequence[Shown], outbox: Path) -> None:
    """Print drafts by house: where its files lie, then of each how it stands, its title and its file."""
    for house, own in by_house(shown):
        out().print(_head_of(house, own, outbox))
        for one in own:
            _indented(f"[cyan]{one.draft.id}[/]  {escape(_state_told(one))}", 2)
            _indented(escape(one.draft.title), 4)
            if one.path:
                _indented(escape(_below(one.path, outbox / house)), 4)


def print_files(shown: Sequence[Shown], outbox: Path) -> None:
    """Print drafts by house, a line on each: its file."""
    for house, own in by_house(shown):
        out().print(_head_of(house, own, outbox))
        for one in own:
            if one.path:
                _indented(escape(_below(one.path, outbox / house)), 2)


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


def run_draft_show(name: str, *, as_json: bool = False) -> int:
    """Print one draft: why it was made, from what, and what is still to fill in; return 0.

    Raises StoreError for a draft that is not there.
    """
    with open_begun() as workshop:
        one = find_shown(workshop.store, workshop.settings.outbox, name)
        draft = get_draft_data(workshop.store, one.draft.id)
        if as_json:
            told = {**_as_json(one), "records": list_draft_records(workshop.store, one.draft.id)}
            told["data"] = draft.model_dump(mode="json") if draft else None
            say_line(json.dumps(told, ensure_ascii=False, indent=2, default=str))
        else:
            _show(workshop, one, draft)
    return 0


def run_draft_state(name: str, state: Literal["accepted", "dismissed"]) -> int:
    """Note what a clerk says of a draft, and print it; return 0.

    Raises StoreError for a draft that is not there, or was only begun.
    """
    with open_begun() as workshop:
        one = find_shown(workshop.store, workshop.settings.outbox, name)
        save_draft_state(workshop.store, one.draft.id, state)
    out().print(f"{one.draft.id}: {state}", markup=False)
    return 0


def _show(workshop: Workshop, one: Shown, draft: Draft | None) -> None:
    out().print(f"[bold]{escape(one.draft.title)}[/]")
    out().print(f"{one.draft.id} ({one.draft.language}): {_state_told(one)}", markup=False)
    if one.path:
        out().print(str(one.path), markup=False)
    if draft is None:
        out().print("what it says is kept no longer", markup=False)
    else:
        _list("why", _why(draft))
        _list("sources", (_source(number, each) for number, each in enumerate(draft.sources, 1)))
    _list("after the meeting", _aftermath(one, draft))
    _list("still to fill in", _gaps(one, draft))
    _list("after the meeting", _difference(one, draft))
    versions = list_draft_versions(workshop.store, one.draft.id)
    _list("versions before", (f"{each.number}: {each.path}" for each in versions))


def _difference(one: Shown, draft: Draft | None) -> Iterator[str]:
    """Yield how proposal and decision differ, in the house's language."""
    aftermath = read_aftermath(one.draft)
    if aftermath and draft:
        yield from tell_aftermath(aftermath, load_wording(draft.language, draft.country))


def _list(head: str, lines: Iterator[str]) -> None:
    told = list(lines)
    if told:
        out().print(f"[cyan]{head}[/]")
    for line in told:
        _indented(escape(line), 2)


def _indented(text: str, columns: int) -> None:
    out().print(Padding(text, (0, 0, 0, columns), expand=False), soft_wrap=False)


def _state_told(one: Shown) -> str:
    """Return the state of a draft, its body and meeting, and when it was written, as far as is known."""
    draft = one.draft
    aftermath = read_aftermath(draft)
    section = aftermath.found.section if aftermath and aftermath.found else None
    verdict = " ".join(filter(None, (draft.verdict, f"§ {section}" if section else None)))
    state = f"{one.state}: {verdict}" if verdict else one.state
    meeting = " ".join(filter(None, (draft.body, str(draft.meeting_date or "")))) or _UNTOLD
    written = f"version {draft.version}, {draft.written_at:%Y-%m-%d}" if draft.written_at else None
    return ", ".join(filter(None, (state, meeting, written)))


def _why(draft: Draft) -> Iterator[str]:
    """Yield the reason that stands on a draft's first page, in the house's language."""
    for line in section_lines(section for section in draft.cover if section.key == "why"):
        yield "".join(piece.text for piece in line)


def _aftermath(one: Shown, draft: Draft | None) -> Iterator[str]:
    """Yield what a meeting made of the draft and where it differs, in the house's language."""
    told = read_aftermath(one.draft)
    if told:
        yield from tell_aftermath(told, load_wording(one.draft.language, draft.country if draft else None))


def _source(number: int, source: Citation) -> str:
    section = f"§ {source.section}" if source.section else None
    item = " ".join(filter(None, (source.body, str(source.meeting_date or ""), section)))
    return f"{number}. {', '.join(filter(None, (source.council, item, source.title, source.url)))}"


def _gaps(one: Shown, draft: Draft | None) -> Iterator[str]:
    """Yield what is still to fill in: in the file as it reads now, with hints where the draft has them."""
    pieces = draft.pieces() if draft else ()
    hints = {piece.text: piece.hint for piece in pieces if isinstance(piece, Placeholder)}
    for text in _left(one) or hints:
        yield f"[{text}]" + (f" {hints[text]}" if text in hints else "")


def _left(one: Shown) -> list[str]:
    """Return the places that are open in a draft's file; none where it cannot be read."""
    try:
        written = read_written(one.path) if one.path and one.path.is_file() else None
    except DraftError:
        return []
    return list(dict.fromkeys(gap.text for gap in written.gaps)) if written else []


def _as_json(one: Shown) -> dict[str, Any]:
    told = asdict(one.draft)
    aftermath = told.pop("aftermath")
    return {
        **told,
        "state": one.state,
        "path": str(one.path) if one.path else None,
        "aftermath": json.loads(aftermath) if aftermath else None,
    }
