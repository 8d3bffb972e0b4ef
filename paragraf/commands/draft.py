"""`paragraf draft`: the draft that a clerk asks for."""

from collections.abc import Sequence

from export.outbox import write_pdf
from paragraf.asking import Asked, ask_draft
from paragraf.console import out
from paragraf.laying import Laid
from paragraf.workshop import open_begun
from records.draft import Placeholder


def run_draft(asked: Asked, *, pdf: bool) -> int:
    """Make the draft and print where it lies, with a PDF beside it if `pdf`; return 0.

    Raises ConfigError for an unknown house, body or day, StoreError for an id that nothing has, and
    DraftError when the draft or the PDF cannot be written; a draft that is written stays.
    """
    with open_begun() as workshop:
        laid = ask_draft(workshop, asked)
    for line in _told(laid):
        out().print(line, markup=False)
    if pdf:
        out().print(f"  {write_pdf(laid.path)}", markup=False)
    return 0


def _told(laid: Laid) -> Sequence[str]:
    draft = laid.draft
    gaps = {piece.model_dump_json() for piece in draft.pieces() if isinstance(piece, Placeholder)}
    news = "new" if laid.is_new else "there already, and nothing has changed since"
    return (
        f"{draft.id}, version {draft.version}, {draft.tag}: {news}",
        f"  {laid.path}",
        f"  {len(gaps)} places to fill in: `paragraf drafts {draft.id}` lists them",
        *(f"  {mistake.describe()}" for mistake in laid.mistakes),
    )
