"""Knows Alembic: the steps that bring an older database forward."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection


def migrate(connection: Connection, version: str = "head") -> None:
    """Bring the tables forward to a version, by default the newest, inside the connection's transaction."""
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, version)


def known_revisions() -> tuple[str, ...]:
    """Return the names of all versions that this release knows, newest first."""
    return tuple(script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions())


def _config() -> Config:
    config = Config()
    # The reader of the setting takes a lone % for the start of a placeholder.
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    return config
