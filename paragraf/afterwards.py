"""What follows a night: figures for Prometheus, and news for the operator. Nothing here fails a sync."""

from pathlib import Path

from config.paths import home
from config.settings import Settings, load_settings
from paragraf.console import say_error
from paragraf.digests import send_digests
from paragraf.figures import read_figures
from paragraf.log import log
from paragraf.metrics import write_metrics
from paragraf.notify import tell
from paragraf.workshop import Workshop, enabled_sources, utc_now
from records.errors import ConfigError, ParagrafError
from records.run import Issue

OURSELVES = "paragraf"
"""What stands in an issue in place of a source when the installation itself is ill."""


def tell_of_night(workshop: Workshop) -> None:
    """Tell clerks of their drafts, write the figures, and send the news that the settings ask for.

    What goes wrong is told and logged; what clerks could not be told, the operator is.
    """
    settings = workshop.settings
    untold = _tell_clerks(workshop)
    try:
        figures = read_figures(workshop.store, enabled_sources(), settings, workshop.now())
    except ParagrafError as error:
        _admit(error)
        return
    try:
        if settings.notify.metrics_file:
            write_metrics(Path(settings.notify.metrics_file), figures)
    except ParagrafError as error:
        _admit(error)
    _send(settings, (*figures.issues, *untold))


def _tell_clerks(workshop: Workshop) -> tuple[Issue, ...]:
    """Lay out and send the digests; return as issues what went wrong."""
    try:
        problems = send_digests(workshop)
    except ParagrafError as error:
        problems = [error]
    for problem in problems:
        _admit(problem)
    return tuple(
        Issue(source_id=OURSELVES, kind="digest_untold", message=problem.describe()) for problem in problems
    )


def tell_of_failure(error: Exception) -> None:
    """Send the news that a night failed as a whole, as far as the settings can be read."""
    told = error.describe() if isinstance(error, ParagrafError) else f"{type(error).__name__}: {error}"
    try:
        settings = load_settings()
    except ConfigError:
        return
    _send(settings, (Issue(source_id=OURSELVES, kind="failed_night", message=told),))


def _send(settings: Settings, issues: tuple[Issue, ...]) -> None:
    now = utc_now()
    today = now.astimezone(settings.night.zone).date()
    for problem in tell(settings.notify, issues, now, today, home()):
        _admit(problem)


def _admit(problem: ParagrafError) -> None:
    say_error(problem)
    log().warning("notify", message=problem.describe())
