"""`paragraf doctor`: the state of an installation on one page."""

import datetime as dt
from zoneinfo import ZoneInfo

from rich.markup import escape
from rich.table import Table

from config.paths import home
from config.settings import load_settings
from paragraf.console import out, say_line
from paragraf.diagnosis import Diagnosis, SourceState, Verdict, diagnose
from paragraf.lock import sync_lock
from paragraf.summary import show_issues
from paragraf.workshop import open_workshop, utc_now
from store.lock import night_lock
from store.repair import repair

CODES: dict[Verdict, int] = {"well": 0, "ill": 1, "broken": 2}
_COLUMNS = ("last success", "expected", "got", "last news")
_COUNTS = ("queue", "gaps", "issues")
_SHOWN = 3
_STEP = 1000


def run_doctor(*, mend: bool = False, as_json: bool = False) -> int:
    """Print the state of the installation; return 0 when it is well, 1 when it is ill, 2 when it is broken.

    With `mend`, faults of the store are mended first, while no sync is at work. Raises Busy when one is,
    and StoreError and ConfigError when nothing can be mended.
    """
    mended = _mend() if mend else []
    found = diagnose(utc_now(), deep=mend)
    if as_json:
        say_line(found.model_dump_json(indent=1))
    else:
        _show_mended(mended, asked=mend)
        _show(found)
    return CODES[found.verdict]


def _mend() -> list[str]:
    with sync_lock(home()), open_workshop() as workshop, night_lock(workshop.store):
        done = repair(workshop.store, workshop.now(), outbox=load_settings().outbox)
    return [f"{one.fault.where}: {one.fault.message}: {one.done}" for one in done]


def _show_mended(mended: list[str], *, asked: bool) -> None:
    if asked:
        out().print(f"mended: {len(mended)}", markup=False)
    for line in mended:
        out().print(f"  {line}", markup=False)


def _show(found: Diagnosis) -> None:
    _show_settings(found)
    _show_nights(found)
    _show_sources(found)
    show_issues([issue for source in found.sources for issue in source.issues])
    _show_troubles(found)
    for problem in found.problems:
        out().print(f"[bold red]problem[/] {escape(problem)}")
    for advice in found.advice:
        out().print(f"-> {advice}", markup=False)
    out().print(f"The installation is {found.verdict}.")


def _show_troubles(found: Diagnosis) -> None:
    """Print the store's faults, of each kind the first few."""
    for kind in dict.fromkeys(trouble.kind for trouble in found.troubles):
        alike = [trouble for trouble in found.troubles if trouble.kind == kind]
        for trouble in alike[:_SHOWN]:
            out().print(f"[yellow]store[/]: {kind}: {escape(trouble.message)}")
        if len(alike) > _SHOWN:
            out().print(f"store: {kind}: and {len(alike) - _SHOWN} more", markup=False)


def _show_settings(found: Diagnosis) -> None:
    out().print(f"paragraf {found.version} in {found.home}", markup=False)
    for one in found.overrides:
        out().print(f"  {one.key} = {one.value} ({one.file})", markup=False)
    for path in found.overlays:
        out().print(f"  {path}", markup=False)
    out().print(f"contact: {found.contact or 'none'}", markup=False)
    if found.database:
        facts = found.database
        kept = ", ".join(f"{count} {name}" for name, count in found.kept.items())
        told = f"{facts.kind} {facts.version}, tables {facts.tables}, {_size(facts.size)}; {kept}"
        out().print(f"database: {facts.address} ({told})", markup=False)
    else:
        out().print(f"database: {'none that can be read' if found.problems else 'none yet'}")
    if found.free_disk is not None:
        out().print(f"free disk: {_size(found.free_disk)}")


def _show_nights(found: Diagnosis) -> None:
    zone = ZoneInfo(found.time_zone)
    ended = f"to {_time(found.last_end, zone)}" if found.last_end else "without an end"
    last = f"{_time(found.last_start, zone)} {ended}" if found.last_start else "never"
    state = "; a sync is at work" if found.at_work else ""
    out().print(f"last run: {last}{state}", markup=False)
    if found.missed and not found.at_work:
        out().print(f"[yellow]missed[/]: the night of {_time(found.missed, zone)}")
    out().print(f"next night: {_time(found.next_night, zone)} ({found.time_zone})", markup=False)


def _show_sources(found: Diagnosis) -> None:
    if not found.sources:
        return
    table = Table(title="Sources; expected and got are items of the last four weeks", title_justify="left")
    counts = [(source.queued, source.gaps, len(source.issues)) for source in found.sources]
    told = [place for place in range(len(_COUNTS)) if any(row[place] for row in counts)]
    for column in ("source", *_COLUMNS, *(_COUNTS[place] for place in told)):
        table.add_column(column, no_wrap=column == "source", overflow="fold")
    zone = ZoneInfo(found.time_zone)
    for source, row in zip(found.sources, counts, strict=True):
        numbers = (str(row[place] or "·") for place in told)
        table.add_row(*(escape(cell) for cell in (source.id, *_cells(source, zone), *numbers)))
    out().print(table)
    _show_robots(found)


def _show_robots(found: Diagnosis) -> None:
    """Print why the sources may be fetched, or may not; what is told of several only once."""
    for told in dict.fromkeys(source.robots for source in found.sources if source.robots):
        ids = ", ".join(source.id for source in found.sources if source.robots == told)
        out().print(f"{ids}: {told}", markup=False)


def _cells(source: SourceState, zone: ZoneInfo) -> tuple[str, ...]:
    expected = f"{source.expected:.0f}{'?' if source.guess else ''}" if source.last_news else "?"
    return (
        f"{source.last_success.astimezone(zone):%Y-%m-%d}" if source.last_success else "never",
        expected,
        str(source.got),
        f"{source.last_news or '·'}{' silent' if source.silent else ''}",
    )


def _time(moment: dt.datetime | None, zone: ZoneInfo) -> str:
    return f"{moment.astimezone(zone):%Y-%m-%d %H:%M}" if moment else "·"


def _size(count: float) -> str:
    """Return a number of bytes as people say it."""
    units = iter(("bytes", "kB", "MB", "GB", "TB"))
    unit = next(units)
    while count >= _STEP and unit != "TB":
        count, unit = count / _STEP, next(units)
    return f"{count:.0f} {unit}"
