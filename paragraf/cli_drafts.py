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
        list[str] | None,
        typer.Argument(metavar="...", help="More ids behind --from ID, more files behind --check FILE."),
    ] = None,
    house: Annotated[
        str | None, typer.Option(help="The house that the draft is for, or whose rules hold.")
    ] = None,
    body: Annotated[
        str | None, typer.Option(help="Its body (id, name or short), if not the usual one.")
    ] = None,
    meeting: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day of the meeting (YYYY-MM-DD).")
    ] = None,
    source: Annotated[
        list[str] | None,
        typer.Option(
            "--from", metavar="ID", help="A programme or item to build on, own or another council's."
        ),
    ] = None,
    pdf: Annotated[bool, typer.Option("--pdf", help="Write a PDF beside it, too.")] = False,
    check: Annotated[
        list[str] | None,
        typer.Option(
            "--check", metavar="FILE", help="Say what is to be mended in a Word file, edited or not."
        ),
    ] = None,
) -> None:
    """Draft an item from earlier ones (--house H --from ID [ID...]), or check drafts (--check FILE...)."""
    if check:
        from paragraf.commands.draft_check import run_draft_check

        if source or body or meeting or pdf:
            raise typer.BadParameter("--check takes files and --house alone")
        raise typer.Exit(run_draft_check([Path(file) for file in (*check, *(more or ()))], house))
    from paragraf.asking import Asked
    from paragraf.commands.draft import run_draft

    if house is None:
        raise typer.BadParameter("say for which house, as in --house ID; `paragraf house list` lists them")
    raise typer.Exit(run_draft(Asked(house, (*(source or ()), *(more or ())), body, meeting), pdf=pdf))


@drafts_app.command()
def drafts(
    name: Annotated[
        str | None, typer.Argument(metavar="ID", help="A draft's id, or the end of its file's name.")
    ] = None,
    house: Annotated[str | None, typer.Option(help="Only drafts of this house.")] = None,
    state: Annotated[
        str | None,
        typer.Option(help="Only those begun, written, edited, missing, accepted, dismissed or decided."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    accept: Annotated[bool, typer.Option("--accept", help="Note that the draft is taken over.")] = False,
    dismiss: Annotated[bool, typer.Option("--dismiss", help="Note that the draft is not wanted.")] = False,
    link: Annotated[
        str | None, typer.Option("--link", metavar="ITEM", help="Say which own item the draft led to.")
    ] = None,
    unlink: Annotated[
        bool, typer.Option("--unlink", help="Say that the item it was linked to is not the draft's.")
    ] = False,
) -> None:
    """List the drafts with their states, or show one: why, from what, and what is still to fill in."""
    from paragraf.commands.draft_show import run_draft_show
    from paragraf.commands.drafts import run_draft_state, run_drafts_list

    said = sum((accept, dismiss, link is not None, unlink))
    if name is None:
        if said:
            raise typer.BadParameter("--accept, --dismiss, --link and --unlink need the draft's id")
        raise typer.Exit(run_drafts_list(house, state, as_json=as_json))
    if said > 1:
        raise typer.BadParameter("one of --accept, --dismiss, --link and --unlink, not both")
    if link is not None or unlink:
        from paragraf.commands.draft_link import run_draft_link, run_draft_unlink

        raise typer.Exit(run_draft_unlink(name) if link is None else run_draft_link(name, link))
    if accept or dismiss:
        raise typer.Exit(run_draft_state(name, "accepted" if accept else "dismissed"))
    raise typer.Exit(run_draft_show(name, as_json=as_json))


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
