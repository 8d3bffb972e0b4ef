"""The command line's part for clerks: drafts, the houses they are made for, and what they are made from.

Kept light as `paragraf.cli` is: a command's own work is imported when it runs.
"""

import typer

drafts_app = typer.Typer()


@drafts_app.command()
def drafts() -> None:
    """List the drafts that were made, with their files."""
    from paragraf.commands.drafts import run_drafts_list

    raise typer.Exit(run_drafts_list())
