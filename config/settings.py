"""Knows settings.toml and the environment: how the installation behaves."""

import datetime as dt
import re
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from config.paths import home, own, shipped
from config.toml import overlay, parse_toml, read_place, validate

FILE = "settings.toml"


class Section(BaseModel):
    """A table of the settings: a closed list of keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class FetchSettings(Section):
    """How pages are fetched.

    `contact` is an e-mail address or page that stands in the user agent; without it no real
    source is fetched. Seconds for `delay` (between two requests to a host) and `timeout`; bytes
    for `max_bytes`. `details_per_night` is per host; `hosts_at_once` are asked side by side.
    `attachments` is how many documents of one item are read. `allow_private` lets loopback and
    private addresses be fetched, as the sample councils need.
    """

    contact: str = ""
    delay: float = Field(default=2.0, ge=0)
    timeout: float = Field(default=30.0, gt=0)
    attempts: int = Field(default=3, ge=1)
    max_bytes: int = Field(default=20_000_000, gt=0)
    details_per_night: int = Field(default=60, ge=0)
    hosts_at_once: int = Field(default=64, ge=1)
    attachments: int = Field(default=5, ge=0)
    first_months: int = Field(default=12, ge=1)
    allow_private: bool = False


class NightSettings(Section):
    """When the nightly sync runs, in local time of `time_zone` (an IANA name)."""

    time: dt.time = dt.time(2, 30)
    time_zone: str = "Europe/Helsinki"

    @field_validator("time_zone")
    @classmethod
    def _known(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise ValueError("a time zone like Europe/Helsinki") from error
        return name

    @property
    def zone(self) -> ZoneInfo:
        """The time zone itself."""
        return ZoneInfo(self.time_zone)


class ExtractSettings(Section):
    """How texts are read.

    `pipelines` names per language (BCP 47) a trained spaCy pipeline, or its folder, for names in texts.
    `workers` is how many processes extract; one is the program itself.
    """

    pipelines: dict[str, str] = Field(default_factory=dict)
    workers: int = Field(default=1, ge=1)


_WORD = r"[^\s@<>,;:()\[\]\"\\\x00-\x1f\x7f\ud800-\udfff]+"
_ADDRESS = rf"(?!\.){_WORD}@(?!\.){_WORD}"
_MAIL = re.compile(rf"{_ADDRESS}|(?!\.)[^\x00-\x1f\x7f<>@,;:\"\\\ud800-\udfff]+ <{_ADDRESS}>")


def _checked(addresses: tuple[str, ...]) -> tuple[str, ...]:
    if not all(map(_MAIL.fullmatch, addresses)):
        raise ValueError("mail addresses as it@council.example")
    return addresses


class DigestSettings(Section):
    """Who is sent what is new in a house's drafts: mail addresses `to` by the house's id.

    The mail server is that of `[notify.mail]`; without one, and without addresses, nothing is sent.
    `nothing_new` sends a digest on days without news, too.
    """

    to: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    nothing_new: bool = True

    @field_validator("to")
    @classmethod
    def _addresses(cls, told: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        return {house: _checked(addresses) for house, addresses in told.items()}


class DraftSettings(Section):
    """For whom drafts are made, and when: `houses` are ids of house profiles, `watch` ids of sources.

    An empty `watch` watches every enabled source. An own decision falls due again `due_weeks` before its
    day comes round, one that costs when the month `budget_month` begins in the year before, one for a term
    of office `term_weeks` before the next. `digest` tells clerks what is new.
    """

    houses: tuple[str, ...] = ()
    watch: tuple[str, ...] = ()
    due_weeks: int = Field(default=8, ge=0, le=52)
    term_weeks: int = Field(default=16, ge=0, le=104)
    budget_month: int = Field(default=9, ge=1, le=12)
    digest: DigestSettings = DigestSettings()

    @field_validator("digest")
    @classmethod
    def _known(cls, digest: DigestSettings, info: ValidationInfo) -> DigestSettings:
        strangers = sorted(set(digest.to) - set(info.data.get("houses", ())))
        if strangers:
            raise ValueError(f"houses that [drafts] houses lists, unlike {', '.join(strangers)}")
        return digest


class HealthSettings(Section):
    """When a source is thought ill.

    A source is silent when of its own pauses a smaller share than `doubt` lasts so long, told by the
    last `history_weeks`; less than `least_days` is never told of, `most_days` always, unless such pauses
    are usual. With fewer weeks of history than
    `young_weeks` there is only a weak expectation. The ISO weeks in `quiet_weeks` (from, to) bring
    `quiet_share` of what others bring, until the sources of a country have shown their own year.
    `short_text` is the length in characters below which a text is suspect; an entry that waits longer
    than `queue_nights` is told of.
    """

    doubt: float = Field(default=0.01, gt=0, lt=1)
    history_weeks: int = Field(default=104, ge=1)
    least_days: int = Field(default=7, ge=1)
    most_days: int = Field(default=180, ge=1)
    young_weeks: int = Field(default=8, ge=0)
    quiet_weeks: tuple[tuple[int, int], ...] = ((26, 32), (52, 53), (1, 1))
    quiet_share: float = Field(default=0.15, gt=0, le=1)
    short_text: int = Field(default=200, ge=0)
    queue_nights: int = Field(default=14, ge=1)

    @field_validator("quiet_weeks")
    @classmethod
    def _weeks(cls, spans: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
        if any(not 1 <= first <= last <= 53 for first, last in spans):
            raise ValueError("pairs of ISO weeks like [26, 31], the first not after the last")
        return spans


class LogSettings(Section):
    """Where events are logged `to` as JSON lines: a file, or "-" for standard error.

    Empty: only warnings and errors, as plain lines on standard error.
    """

    to: str = ""
    level: Literal["debug", "info", "warning", "error"] = "info"


class MailSettings(Section):
    """The mail server that news goes through; nothing is sent without `host` and `to`.

    `login_variable` names the environment variable that holds the password of `user`.
    """

    host: str = ""
    port: int = Field(default=587, gt=0, lt=65536)
    security: Literal["starttls", "tls", "none"] = "starttls"
    user: str = ""
    login_variable: str = "PARAGRAF_MAIL_PASSWORD"
    sender: str = ""
    to: tuple[str, ...] = ()

    @field_validator("sender", "to")
    @classmethod
    def _addresses(cls, told: str | tuple[str, ...]) -> str | tuple[str, ...]:
        _checked(((told,) if told else ()) if isinstance(told, str) else told)
        return told


class NotifySettings(Section):
    """Who is told when a source is ill: an address that takes JSON by POST, and people by mail.

    `metrics_file` is where Prometheus' figures are written after each sync, for its textfile collector.
    """

    webhook: str = ""
    metrics_file: str = ""
    mail: MailSettings = MailSettings()

    @field_validator("webhook")
    @classmethod
    def _address(cls, address: str) -> str:
        parts = urlsplit(address)
        if address and (parts.scheme not in ("http", "https") or not parts.hostname):
            raise ValueError("an address that begins with https://")
        return address


class RetentionSettings(Section):
    """After how many `months` personal data are overwritten in what is kept; 0 keeps them for good.

    Those of an item that its site took off go after `gone_days`: a page may be off by mistake.
    """

    months: int = Field(default=24, ge=0)
    gone_days: int = Field(default=30, ge=0)


class StoreSettings(Section):
    """Where records are kept: an SQLAlchemy address; empty means `paragraf.db` in the home."""

    url: str = ""


class Settings(Section):
    """All settings of an installation."""

    fetch: FetchSettings = FetchSettings()
    night: NightSettings = NightSettings()
    extract: ExtractSettings = ExtractSettings()
    drafts: DraftSettings = DraftSettings()
    health: HealthSettings = HealthSettings()
    log: LogSettings = LogSettings()
    notify: NotifySettings = NotifySettings()
    retention: RetentionSettings = RetentionSettings()
    store: StoreSettings = StoreSettings()

    @property
    def database_url(self) -> str:
        """The address of the database."""
        return self.store.url or f"sqlite:///{home() / 'paragraf.db'}"

    @property
    def pages_folder(self) -> Path:
        """Where fetched pages are kept."""
        return home() / "pages"

    @property
    def outbox(self) -> Path:
        """Where drafts are laid."""
        return home() / "outbox"


def load_settings() -> Settings:
    """Return the shipped settings with the installation's own laid over them.

    Raises ConfigError with file, line and key for a mistake.
    """
    place = shipped(FILE)
    where, text = str(place), read_place(place)
    table = parse_toml(text, where)
    if own(FILE).is_file():
        where, text = str(own(FILE)), read_place(own(FILE))
        table = overlay(table, parse_toml(text, where))
    return validate(Settings, table, where, text)
