"""The command line's part for clerks: drafts, the houses they are made for, and what they are made from.

Kept light as `paragraf.cli` is: a command's own work is imported when it runs.
"""

from pathlib import Path
from typing import Annotated

import typer

drafts_app = typer.Typer()
house_app = typer.Typer(help="House profiles: how a council's drafts are built.", no_args_is_help=True)
drafts_app.add_typer(house_app, name="house")
template_app = typer.Typer(help="Councils' own Word templates.", no_args_is_help=True)
drafts_app.add_typer(template_app, name="template")


@drafts_app.command()
def draft(
    more: Annotated[
        list[str] | None, typer.Argument(metavar="FILE...", help="More files behind --check FILE.")
    ] = None,
    house: Annotated[str | None, typer.Option(help="The house whose rules hold.")] = None,
    check: Annotated[
        list[Path] | None,
        typer.Option("--check", metavar="FILE", help="Say what is still to be done in a draft's Word file."),
    ] = None,
) -> None:
    """Check Word files before they are sent on: paragraf draft --check FILE; exit code 1 for errors."""
    from paragraf.commands.draft_check import run_draft_check

    if not check:
        raise typer.BadParameter("name a Word file, as in --check FILE")
    raise typer.Exit(run_draft_check((*check, *map(Path, more or ())), house))


@drafts_app.command()
def drafts() -> None:
    """List the drafts that were made, with their files."""
    from paragraf.commands.drafts import run_drafts_list

    raise typer.Exit(run_drafts_list())


@drafts_app.command()
def digest(
    house: Annotated[str | None, typer.Option(help="A home house's id; all if left out.")] = None,
    send: Annotated[bool, typer.Option("--send", help="Mail it to whom the settings name.")] = False,
) -> None:
    """Print what is new in the drafts since the last digest, or mail it; exit code 1 if a mail fails."""
    from paragraf.commands.digest import run_digest

    raise typer.Exit(run_digest(house, send))


@house_app.command("list")
def house_list() -> None:
    """List the house profiles: shipped layouts and councils' own."""
    from paragraf.commands.house import run_house_list

    raise typer.Exit(run_house_list())


@house_app.command("check")
def house_check(
    house: Annotated[
        str | None, typer.Argument(help="A house's id or a profile file; all of the home if left out.")
    ] = None,
) -> None:
    """Say every mistake of a house profile with its line, and what stays open; exit code 1 if any mistake."""
    from paragraf.commands.house import run_house_check

    raise typer.Exit(run_house_check(house))


@template_app.command("check")
def template_check(file: Annotated[Path, typer.Argument(help="A Word file with tags.")]) -> None:
    """Say every mistake of a template with its paragraph; exit code 1 if there are any."""
    from paragraf.commands.template import run_template_check

    raise typer.Exit(run_template_check(file))


@template_app.command("new")
def template_new(
    file: Annotated[Path, typer.Argument(help="Where to write it.")],
    language: Annotated[str, typer.Option(help="fi, sv, sv-FI, nb or nn.")] = "fi",
) -> None:
    """Write a template with all tags and styles, to be changed in Word."""
    from paragraf.commands.template import run_template_new

    raise typer.Exit(run_template_new(file, language))
