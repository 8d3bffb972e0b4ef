"""The command line's part for those who choose what is read: the councils, and the words of each language.

Kept light as `paragraf.cli` is: a command's own work is imported when it runs.
"""

from pathlib import Path
from typing import Annotated

import typer

reading_app = typer.Typer()
sources_app = typer.Typer(no_args_is_help=True, help="The councils that are read: list, add and check them.")
reading_app.add_typer(sources_app, name="sources")
language_app = typer.Typer(
    no_args_is_help=True, help="The languages that are read: list and check their words."
)
reading_app.add_typer(language_app, name="language")


@language_app.command("list")
def language_list() -> None:
    """List the languages, and how many words each has."""
    from paragraf.commands.language import run_language_list

    raise typer.Exit(run_language_list())


@language_app.command("check")
def language_check(
    file: Annotated[Path, typer.Argument(help="A language file: whole, or with only the keys it changes.")],
) -> None:
    """Say every mistake of a language file with its line, and read its examples; exit code 1 if any."""
    from paragraf.commands.language import run_language_check

    raise typer.Exit(run_language_check(file))


@sources_app.command("list")
def sources_list() -> None:
    """List the sources with their systems and whether they are enabled."""
    from paragraf.commands.sources import run_sources_list

    raise typer.Exit(run_sources_list())


@sources_app.command("add")
def sources_add(
    source: Annotated[str, typer.Option("--id", help="A short name in small letters, never changed later.")],
    system: Annotated[str, typer.Option(help="The record system; docs/systems/ tells how to recognise it.")],
    name: Annotated[str, typer.Option(help="The council's name.")],
    country: Annotated[str, typer.Option(help="FI, SE, NO, DK, IS or AX.")],
    url: Annotated[str, typer.Option(help="The address to poll, or the page to watch.")],
    language: Annotated[str | None, typer.Option(help="The language, as `language list` calls it.")] = None,
    enable: Annotated[bool, typer.Option("--enable", help="Read it from the next night on.")] = False,
) -> None:
    """Write a council into config/sources.toml of the home; all else in that file stays as it is."""
    from paragraf.commands.sources_add import NewSource, run_sources_add

    raise typer.Exit(run_sources_add(NewSource(source, system, name, country, url, language, enable)))


@sources_app.command("check")
def sources_check(
    source: Annotated[str | None, typer.Argument(help="A source's id.")] = None,
    feed: Annotated[Path | None, typer.Option(help="Read this feed file instead of the network.")] = None,
) -> None:
    """Probe a source, or read a feed file, and print what was seen."""
    from paragraf.commands.sources import run_sources_check

    raise typer.Exit(run_sources_check(source, feed))
