"""`paragraf demo`: the whole of Paragraf against made-up councils on this machine."""

import datetime as dt
import os
from pathlib import Path

from rich.markup import escape
from rich.table import Table

from config.houses import TEMPLATES
from config.paths import HOME_VARIABLE, own
from paragraf.answers import days_of, meeting_of, show_coverage
from paragraf.asking import Asked, ask_draft
from paragraf.commands.drafts import print_files
from paragraf.commands.sync import sync_and_show
from paragraf.console import out, say_error
from paragraf.digests import send_digests
from paragraf.draft_states import list_shown
from paragraf.lock import sync_lock
from paragraf.workshop import Workshop, open_workshop
from records.errors import ConfigError
from samples.letterhead import load_templates
from samples.load import TODAY, load_houses
from samples.server import SampleServer
from store.coverage import coverage
from store.filters import Query
from store.search import search_programmes

_MARK = "# Settings of the demo; made anew each time it runs.\n"
WATCHED = ("kuusiranta", "siltavayla")
"""Sources whose programmes start drafts: a town and a provider; all of them would bury the newcomer."""
ASKING, MEETING = "heimvik", "2027-01-14"
"""The house and meeting for which a draft is asked,"""
PRECEDENTS = ("heimvik", "granfjord", "strandholm")
"""and the sources whose newest decisions it is made from: the house's own, and two in other languages."""


def run_demo(folder: Path) -> int:
    """Sync the sample councils into `folder`, print what was found; return 1 when a source has errors.

    The councils stand still on the day their newest minutes are a few days old, and so does the
    demo's clock: it shows the same whenever it is run. Raises ConfigError for a folder that holds
    an installation of its own.
    """
    home = folder.resolve()
    os.environ[HOME_VARIABLE] = str(home)
    _write_settings()
    out().print(f"Sample councils answer on this machine; data goes to {home}", markup=False)
    with SampleServer() as server, sync_lock(home), open_workshop(_sample_clock) as workshop:
        summaries = sync_and_show(workshop, server.sources)
        _ask(workshop)
        _lay_digests(workshop)
        _show_programmes(workshop)
        _show_drafts(workshop)
    _show_next_steps(folder)
    return int(any(issue.severity == "error" for summary in summaries for issue in summary.issues))


def _sample_clock() -> dt.datetime:
    return dt.datetime.combine(TODAY, dt.time(2, 30), dt.UTC)


def _write_settings() -> None:
    houses = load_houses()
    path = own("settings.toml")
    if path.exists() and not path.read_text(encoding="utf-8").startswith(_MARK):
        raise ConfigError(
            str(path),
            expected="an empty folder, or that of an earlier demo",
            found="settings of an installation",
            advice="Name another folder with --folder.",
        )
    names = ", ".join(f'"{name.removesuffix(".toml")}"' for name in houses)
    own("houses").mkdir(parents=True, exist_ok=True)
    watched = ", ".join(f'"{name}"' for name in WATCHED)
    path.write_text(
        f"{_MARK}[fetch]\ndelay = 0.0\ndetails_per_night = 500\nallow_private = true\n\n"
        f"[drafts]\nhouses = [{names}]\nwatch = [{watched}]\n",
        encoding="utf-8",
    )
    for name, text in houses.items():
        own("houses", name).write_text(text, encoding="utf-8")
    own(TEMPLATES).mkdir(parents=True, exist_ok=True)
    for name, content in load_templates().items():
        own(TEMPLATES, name).write_bytes(content)


def _lay_digests(workshop: Workshop) -> None:
    """Tell each house's clerk what is new, as a night does: in the outbox, since nobody is to be mailed."""
    for problem in send_digests(workshop):
        say_error(problem)


def _show_programmes(workshop: Workshop) -> None:
    table = Table(title="Programmes found", title_justify="left")
    table.add_column("id", no_wrap=True)
    for column in ("council", "meeting", "programme", "sessions"):
        table.add_column(column, overflow="fold")
    for row in search_programmes(workshop.store, Query(limit=None)):
        cells = (row.id, row.council, meeting_of(row), row.title or "?", days_of(row))
        table.add_row(*(escape(cell) for cell in cells))
    out().print(table)
    show_coverage(coverage(workshop.store))


def _ask(workshop: Workshop) -> None:
    """Ask for a draft as a clerk would, from the newest decision of each of three councils."""
    newest = {row.source_id: row.id for row in reversed(search_programmes(workshop.store, Query(limit=None)))}
    records = tuple(newest[source] for source in PRECEDENTS if source in newest)
    ask_draft(workshop, Asked(ASKING, records, meeting=MEETING))


def _show_drafts(workshop: Workshop) -> None:
    outbox = workshop.settings.outbox
    shown = sorted(list_shown(workshop.store, outbox), key=lambda one: one.draft.path or "")
    out().print(
        f"\n{len(shown)} drafts lie in the outbox; one (*) was asked for, from three earlier decisions:"
    )
    print_files(shown, outbox, {one.draft.id: " *" for one in shown if one.draft.trigger == "asked"})


def _show_next_steps(folder: Path) -> None:
    out().print(
        f"\nLook around with PARAGRAF_HOME={folder}: paragraf search --topic disqualification,"
        " paragraf show ID, paragraf drafts, paragraf drafts ID, paragraf export",
        markup=False,
    )
