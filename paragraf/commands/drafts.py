"""`paragraf drafts`: the drafts that were made."""

from rich.markup import escape
from rich.table import Table

from paragraf.console import out
from paragraf.workshop import open_begun
from store.drafts import list_drafts


def run_drafts_list() -> int:
    """Print every draft with its house, state and file; return 0."""
    with open_begun() as workshop:
        drafts = list_drafts(workshop.store)
        outbox = workshop.settings.outbox
    table = Table()
    for column in ("made", "house", "language", "title", "state", "file"):
        table.add_column(column, overflow="fold")
    for draft in drafts:
        made = f"{draft.created_at:%Y-%m-%d}"
        cells = (made, draft.house, draft.language, draft.title, draft.state, draft.path or "")
        table.add_row(*(escape(cell) for cell in cells))
    if drafts:
        out().print(table)
    out().print(f"{len(drafts)} drafts in {outbox}", markup=False)
    return 0
