"""Knows webhooks and mail: how an operator is told of a night. Off unless the settings name somebody.

What fails here is told, never raised: a night that was done stays done.
"""

import datetime as dt
import os
import smtplib
import ssl
from collections.abc import Callable, Sequence
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from pathlib import Path
from urllib.parse import urlsplit

import httpx
from pydantic import TypeAdapter, ValidationError

from config.settings import MailSettings, NotifySettings
from paragraf.news import News, Told, choose_word, signs_of, write_news
from records.errors import ConfigError, FetchError, ParagrafError, StoreError
from records.run import Issue

MEMORY = "notified.json"
"""The file in the home that remembers who was told what."""

_TIMEOUT = 30.0
_MEMORY = TypeAdapter(dict[str, Told])

Send = Callable[[News], None]


def tell(
    settings: NotifySettings, issues: Sequence[Issue], at: dt.datetime, today: dt.date, folder: Path
) -> list[ParagrafError]:
    """Tell all that the settings name what is new, and return what went wrong in doing so.

    `at` is the moment of the night (aware), `today` its local day, `folder` the home, where is remembered
    who was told what. Who could not be told is told by the next night.
    """
    channels = _channels(settings)
    if not channels:
        return []
    problems: list[ParagrafError] = []
    memory = _remembered(folder / MEMORY)
    for name, send in channels.items():
        word = choose_word(memory.get(name), issues, today)
        if word is None:
            continue
        try:
            send(write_news(word, issues, at))
        except ParagrafError as error:
            problems.append(error)
        else:
            memory[name] = Told(day=today, signs=signs_of(issues))
    return [*problems, *_remember(folder / MEMORY, memory)]


def _channels(settings: NotifySettings) -> dict[str, Send]:
    channels: dict[str, Send] = {}
    if settings.webhook:
        channels["webhook"] = lambda news: post_news(settings.webhook, news)
    if settings.mail.host and settings.mail.to:
        channels["mail"] = lambda news: mail_news(settings.mail, news)
    return channels


def post_news(address: str, news: News) -> None:
    """Send the news to a webhook as JSON; its `text` is what chat programs show.

    Raises FetchError, which names the host alone: the rest of such an address is a secret.
    """
    where = f"the webhook at {urlsplit(address).hostname}"
    advice = "Mend [notify] webhook in the settings; the next night tries again."
    try:
        answer = httpx.post(address, json=news.model_dump(mode="json"), timeout=_TIMEOUT)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        found = type(error).__name__
        raise FetchError(where, expected="an answer", found=found, advice=advice) from None
    if not answer.is_success:
        raise FetchError(where, expected="a status of 200", found=str(answer.status_code), advice=advice)


def mail_news(settings: MailSettings, news: News) -> None:
    """Send the news by mail. Raises ConfigError for a missing password, FetchError for a refusal."""
    where = f"the mail server {settings.host}:{settings.port}"
    password = _password(settings)
    try:
        with _connect(settings) as server:
            if settings.security == "starttls":
                server.starttls(context=ssl.create_default_context())
            if settings.user:
                server.login(settings.user, password)
            server.send_message(_mail(settings, news))
    except (smtplib.SMTPException, OSError, UnicodeError) as error:
        raise FetchError(
            where,
            expected="mail to be taken",
            found=_found(error),
            advice="Mend [notify.mail] in the settings; the next night tries again.",
        ) from error


def _found(error: Exception) -> str:
    """Return an error in words; what could not be encoded may be the password, and is left out."""
    name = type(error).__name__
    return name if isinstance(error, UnicodeError) else f"{name}: {error}"


def _password(settings: MailSettings) -> str:
    if not settings.user:
        return ""
    password = os.environ.get(settings.login_variable)
    if password is None:
        raise ConfigError(
            f"the environment variable {settings.login_variable}",
            expected=f"the password of {settings.user}",
            found="nothing",
            advice="Set it for the service, or mend [notify.mail] login_variable.",
        )
    return password


def _connect(settings: MailSettings) -> smtplib.SMTP:
    if settings.security == "tls":
        context = ssl.create_default_context()
        return smtplib.SMTP_SSL(settings.host, settings.port, timeout=_TIMEOUT, context=context)
    return smtplib.SMTP(settings.host, settings.port, timeout=_TIMEOUT)


def _mail(settings: MailSettings, news: News) -> EmailMessage:
    mail = EmailMessage()
    mail["Subject"] = news.title
    mail["From"] = settings.sender or settings.user or settings.to[0]
    mail["To"] = ", ".join(settings.to)
    mail["Date"] = format_datetime(news.at)
    mail["Message-ID"] = make_msgid("paragraf")
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(news.text)
    return mail


def _remembered(path: Path) -> dict[str, Told]:
    """Return who was told what; a missing or damaged file remembers nothing, and all is told again."""
    try:
        return _MEMORY.validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return {}


def _remember(path: Path, memory: dict[str, Told]) -> list[ParagrafError]:
    temporary = path.with_suffix(".new")
    try:
        temporary.write_bytes(_MEMORY.dump_json(memory, indent=1))
        temporary.replace(path)
    except OSError as error:
        found = error.strerror or str(error)
        return [StoreError(str(path), expected="a file that can be written", found=found)]
    return []
