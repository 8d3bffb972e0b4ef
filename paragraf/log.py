"""Knows structlog: events for programs as JSON lines, or for people as plain ones.

What an event is called and which fields it has stands in `paragraf.events`.
"""

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from logging.handlers import WatchedFileHandler
from typing import cast

import structlog
from structlog.stdlib import BoundLogger, ProcessorFormatter
from structlog.typing import Processor

from config.settings import LogSettings
from records.errors import ConfigError

STDERR = "-"
"""The `to` of settings that stands for standard error."""

_ROOM = "paragraf"
_TO_PROGRAMS = "paragraf-json"
_TO_PEOPLE = "paragraf-plain"
_NOTHING = logging.CRITICAL + 1
_SHARED: tuple[Processor, ...] = (
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
)

# Until `logging_to` gives them a place, events go nowhere: neither to a command's output nor to a test's.
logging.getLogger(_ROOM).addHandler(logging.NullHandler())
structlog.configure(
    processors=[
        structlog.stdlib.filter_by_level,
        *_SHARED,
        structlog.processors.format_exc_info,
        ProcessorFormatter.wrap_for_formatter,
    ],
    logger_factory=structlog.stdlib.LoggerFactory(),
    wrapper_class=BoundLogger,
)


def log() -> BoundLogger:
    """Return the logger of this program; its events go where `logging_to` says, else nowhere."""
    return cast(BoundLogger, structlog.get_logger(_ROOM))


@contextmanager
def logging_to(settings: LogSettings) -> Iterator[None]:
    """Write events while the block runs, as JSON lines to a file or standard error.

    A file is appended to, and opened anew when logrotate moved it. Without a place for JSON only the
    libraries' warnings are written, for people, whom progress and summary tell the rest. Raises
    ConfigError for a file that cannot be written.
    """
    root, before = logging.getLogger(), logging.getLogger().level
    handler = _handler(settings)
    handler.setFormatter(_formatter(as_json=bool(settings.to)))
    own = logging.getLogger(_ROOM)
    own.setLevel(settings.level.upper() if settings.to else _NOTHING)
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    try:
        yield
    finally:
        root.removeHandler(handler)
        root.setLevel(before)
        own.setLevel(logging.NOTSET)
        handler.close()


def programs_read_stderr() -> bool:
    """Tell whether events go to standard error as JSON, where plain lines between them would disturb."""
    return any(handler.get_name() == _TO_PROGRAMS for handler in logging.getLogger().handlers)


def _handler(settings: LogSettings) -> logging.Handler:
    if settings.to in ("", STDERR):
        handler = logging.StreamHandler(sys.stderr)
        handler.set_name(_TO_PROGRAMS if settings.to else _TO_PEOPLE)
        return handler
    try:
        return WatchedFileHandler(settings.to, encoding="utf-8")
    except OSError as error:
        raise ConfigError(
            settings.to,
            expected="a log file that can be written",
            found=error.strerror or str(error),
            advice="Mend [log] to in the settings, or --log-file.",
        ) from error


def _formatter(*, as_json: bool) -> logging.Formatter:
    renderer: Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False, default=str)
        if as_json
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), pad_event_to=0)
    )
    return ProcessorFormatter(
        foreign_pre_chain=_SHARED, processors=[ProcessorFormatter.remove_processors_meta, renderer]
    )
