"""Knows where settings and data lie: the defaults in the package, the home of an installation."""

import os
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import platformdirs

HOME_VARIABLE = "PARAGRAF_HOME"


def home() -> Path:
    """Return the folder of database, pages, outbox and overlaid settings.

    `PARAGRAF_HOME` if set, else the platform's folder for user data.
    """
    named = os.environ.get(HOME_VARIABLE)
    return Path(named).expanduser().resolve() if named else Path(platformdirs.user_data_path("paragraf"))


def shipped(*parts: str) -> Traversable:
    """Return a file or folder of the defaults that come with the package."""
    return files("config").joinpath(*parts)


def own(*parts: str) -> Path:
    """Return where the installation's own version of a settings file would lie."""
    return home().joinpath("config", *parts)
