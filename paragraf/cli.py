"""The command line: every command with its options, and what an error looks like.

Kept light: a command's own work is imported when it runs.
"""

import io
import sys
from pathlib import Path
from types import TracebackType
from typing import Annotated

import typer

from config.version import VERSION
from paragraf.cli_drafts import drafts_app
from paragraf.cli_reading import reading_app
from records.errors import ParagrafError

app = typer.Typer(
    name="paragraf",
    help="Finds what Nordic councils decide about training their elected officials, and drafts items.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.add_typer(drafts_app)
app.add_typer(reading_app)


LogFile = Annotated[
    str | None, typer.Option(metavar="PATH", help="Log events here as JSON lines; - is standard error.")
]


class _Failure:
    """Whether a failed command shows its traceback, or one line."""

    debug = False


def _version(asked: bool) -> None:
    if asked:
        sys.stdout.write(f"paragraf {VERSION}\n")
        raise typer.Exit


@app.callback()
def _options(
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    _Failure.debug = debug and not version


@app.command()
def demo(
    folder: Annotated[Path, typer.Option(help="Where the demo keeps its data.")] = Path("paragraf-data"),
) -> None:
    """Start the sample councils on this machine, run one sync against them, and show what it left."""
    from paragraf.commands.demo import run_demo

    raise typer.Exit(run_demo(folder))


@app.command()
def sync(
    source: Annotated[list[str] | None, typer.Argument(help="Sources' ids; none: all enabled.")] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="Walk the sites' lists back to this day (YYYY-MM-DD).")
    ] = None,
    log_file: LogFile = None,
) -> None:
    """Poll the feeds, fetch, extract, store and draft; exit code 1 when a source has issues."""
    from paragraf.commands.sync import run_sync_command

    raise typer.Exit(run_sync_command(tuple(source or ()), since, log_file))


@app.command()
def run(
    metrics_port: Annotated[
        int | None, typer.Option(help="Serve Prometheus' figures on this port of 127.0.0.1.")
    ] = None,
    log_file: LogFile = None,
) -> None:
    """Stay and run the sync every night at the configured hour; SIGTERM or Ctrl-C end it cleanly."""
    from paragraf.commands.run import run_nightly

    raise typer.Exit(run_nightly(metrics_port, log_file))


@app.command()
def doctor(
    repair: Annotated[
        bool, typer.Option("--repair", help="Mend what rows and page files do not agree on.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the state as JSON.")] = False,
) -> None:
    """Show settings, database and the sources' health; exit code 0 well, 1 issues, 2 broken."""
    from paragraf.commands.doctor import run_doctor

    raise typer.Exit(run_doctor(mend=repair, as_json=as_json))


@app.command()
def extract(
    path: Annotated[
        list[str] | None, typer.Argument(help="Files, folders, addresses, or - for standard input.")
    ] = None,
    stored: Annotated[
        bool, typer.Option("--stored", help="Extract the kept pages anew; PATH are sources' ids, none: all.")
    ] = False,
    system: Annotated[str | None, typer.Option(help="The record system the page comes from.")] = None,
    lang: Annotated[str | None, typer.Option(help="The language, as `language list` calls it.")] = None,
    url: Annotated[str | None, typer.Option(help="The address the document was fetched from.")] = None,
) -> None:
    """Print one JSON record per document and line; exit code 1 when a document failed."""
    if stored:
        from paragraf.commands.again import run_again

        raise typer.Exit(run_again(tuple(path or ())))
    if not path:
        raise typer.BadParameter("name a file, a folder or an address, or give --stored")
    from paragraf.commands.extract import run_extract
    from paragraf.inputs import InputOptions

    raise typer.Exit(run_extract(path, InputOptions(system=system, language=lang, url=url)))


@app.command()
def search(
    text: Annotated[str | None, typer.Argument(help="Words, or their beginnings.")] = None,
    topic: Annotated[str | None, typer.Option(help="A topic's code, e.g. disqualification.")] = None,
    audience: Annotated[str | None, typer.Option(help="An audience's code, e.g. new_members.")] = None,
    council: Annotated[str | None, typer.Option(help="A council's name or official code.")] = None,
    language: Annotated[str | None, typer.Option(help="fi, sv, nb or nn.")] = None,
    year: Annotated[int | None, typer.Option(help="A year in which a session or the meeting was.")] = None,
    term: Annotated[str | None, typer.Option(help="A term of office, e.g. 2025/2029.")] = None,
    output: Annotated[str, typer.Option("--format", help="table, json or csv.")] = "table",
    limit: Annotated[int, typer.Option(help="At most so many rows.", min=1)] = 50,
) -> None:
    """List the programmes that fit, and what the answer covers."""
    from paragraf.commands.search import run_search
    from store.filters import Query

    query = Query(text, topic, audience, council, language, year, term, limit=limit)
    raise typer.Exit(run_search(query, output))


@app.command()
def show(
    record: Annotated[str, typer.Argument(metavar="ID", help="A programme's or item's id.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the whole record as JSON.")] = False,
) -> None:
    """Show one record with the quotes it rests on."""
    from paragraf.commands.show import run_show

    raise typer.Exit(run_show(record, as_json=as_json))


@app.command()
def export(
    out: Annotated[Path | None, typer.Option(help="The file to write; none: standard output.")] = None,
    output: Annotated[str, typer.Option("--format", help="csv or jsonl.")] = "csv",
) -> None:
    """Write all programmes as CSV (one row a session) or JSON Lines (one record a programme)."""
    from paragraf.commands.export import run_export

    raise typer.Exit(run_export(out, output))


@app.command()
def backup(
    place: Annotated[Path, typer.Argument(help="A folder, or a file ending in .tar or .tar.gz.")],
    restore: Annotated[bool, typer.Option("--restore", help="Bring it back into an empty home.")] = False,
) -> None:
    """Copy database, pages, settings and outbox as they stand at one moment, while a sync may run."""
    from paragraf.commands.backup import run_backup, run_restore

    raise typer.Exit(run_restore(place) if restore else run_backup(place))


@app.command()
def retention(
    apply: Annotated[bool, typer.Option("--apply", help="Do it; without, it is only said.")] = False,
) -> None:
    """Overwrite names, phones and addresses in what is old, or gone from its site; list drafts to look at."""
    from paragraf.commands.retention import run_retention

    raise typer.Exit(run_retention(apply=apply))


@app.command()
def takedown(
    item: Annotated[str, typer.Argument(metavar="ITEM", help="An item's or programme's id.")],
    reason: Annotated[str, typer.Option(help="Why, for those who ask later.")],
) -> None:
    """Remove an item with everything that is kept of it, and never fetch it again."""
    from paragraf.commands.takedown import run_takedown

    raise typer.Exit(run_takedown(item, reason))


@app.command()
def evaluate(
    gold: Annotated[list[Path], typer.Argument(help="Folders with annotated documents.")],
    errors: Annotated[str | None, typer.Option(metavar="FIELD", help="Show every miss of a field.")] = None,
    compare: Annotated[
        Path | None, typer.Option(metavar="BASE", help="Records of an earlier run: show what came and went.")
    ] = None,
    predictions: Annotated[
        Path | None, typer.Option(help="Measure these records instead of extracting.")
    ] = None,
    save: Annotated[Path | None, typer.Option(help="Keep the records here, for a later --compare.")] = None,
    floors: Annotated[
        Path | None, typer.Option(help="A TOML file of least figures; exit code 1 below.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Measure extraction against annotated documents: precision and recall per field and language."""
    from paragraf.commands.evaluate import EvaluateOptions, run_evaluate

    options = EvaluateOptions(predictions, compare, save, errors, floors, as_json)
    raise typer.Exit(run_evaluate(gold, options))


@app.command()
def schema() -> None:
    """Print the JSON Schema of the record that `extract` prints."""
    from paragraf.commands.schema import run_schema

    raise typer.Exit(run_schema())


def main() -> None:
    """Run the command line; a known error is one line and exit code 2, never a traceback."""
    sys.excepthook = _report
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # a terminal that cannot show a letter shows its number, instead of ending the command
            stream.reconfigure(errors="backslashreplace")
    try:
        # called so, Typer leaves the hook for unforeseen errors alone
        typer.main.get_command(app)()
    except ParagrafError as error:
        if _Failure.debug:
            raise
        from paragraf.console import say_error

        say_error(error)
        sys.exit(2)


def _report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Say an unforeseen error in one line; with --debug, with its traceback."""
    if _Failure.debug:
        sys.__excepthook__(kind, error, trace)
    else:
        sys.stderr.write(f"error {kind.__name__}: {error}. Run `paragraf --debug ...` to see where.\n")
