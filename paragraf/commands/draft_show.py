"""`paragraf drafts ID`: one draft, why it was made, what is left to do, and what a meeting made of it."""

import json
from collections.abc import Collection, Iterator

from rich.markup import escape

from config.wording import load_wording
from export.aftermath import tell_aftermath
from export.word_marks import shown
from export.written import read_written
from paragraf.commands.drafts import draft_json, indented, state_told
from paragraf.console import out, say_line
from paragraf.draft_states import Shown, find_shown
from paragraf.workshop import Workshop, open_begun
from records.draft import Citation, Draft, Placeholder, section_lines
from records.errors import DraftError
from store.aftermaths import read_aftermath
from store.drafts import get_draft_data, list_draft_records, list_draft_versions


def run_draft_show(name: str, *, as_json: bool = False) -> int:
    """Print one draft: why it was made, from what, and what is still to fill in; return 0.

    Raises StoreError for a draft that is not there.
    """
    with open_begun() as workshop:
        one = find_shown(workshop.store, workshop.settings.outbox, name)
        draft = get_draft_data(workshop.store, one.draft.id)
        if as_json:
            told = {**draft_json(one), "records": list_draft_records(workshop.store, one.draft.id)}
            told["data"] = draft.model_dump(mode="json") if draft else None
            say_line(json.dumps(told, ensure_ascii=False, indent=2, default=str))
        else:
            _show(workshop, one, draft)
    return 0


def _show(workshop: Workshop, one: Shown, draft: Draft | None) -> None:
    out().print(f"[bold]{escape(one.draft.title)}[/]")
    out().print(f"{one.draft.id} ({one.draft.language}): {state_told(one)}", markup=False)
    if one.path:
        out().print(str(one.path), markup=False)
    if draft is None:
        out().print("what it says is kept no longer", markup=False)
    else:
        _list("why", _why(draft))
        _list("sources", (_source(number, each) for number, each in enumerate(draft.sources, 1)))
    _list("after the meeting", _aftermath(one, draft))
    _list("still to fill in", _gaps(one, draft))
    versions = list_draft_versions(workshop.store, one.draft.id)
    _list("versions before", (f"{each.number}: {each.path}" for each in versions))


def _list(head: str, lines: Iterator[str]) -> None:
    told = list(lines)
    if told:
        out().print(f"[cyan]{head}[/]")
    for line in told:
        indented(escape(line), 2)


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
    hints = _hints(draft) if draft else {}
    left = _left(one, {section.heading for section in draft.closing} if draft else set())
    for text in hints if left is None else left:
        yield f"{text} {hints.get(text, '')}".strip()


def _hints(draft: Draft) -> dict[str, str]:
    """Return what each placeholder of a draft wants, by how it reads."""
    wording = load_wording(draft.language, draft.country)
    gaps = (piece for piece in draft.pieces() if isinstance(piece, Placeholder))
    return {shown(gap, wording): gap.hint for gap in gaps}


def _left(one: Shown, lists: Collection[str | None]) -> list[str] | None:
    """Return the places that are open in a draft's file, but for those in its closing lists.

    None where the file cannot be read.
    """
    try:
        written = read_written(one.path) if one.path and one.path.is_file() else None
    except DraftError:
        return None
    if written is None:
        return None
    return list(dict.fromkeys(f"[{gap.text}]" for gap in written.gaps if gap.heading not in lists))
