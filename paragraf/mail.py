"""Knows mail: one letter to a few people by the installation's mail server."""

import datetime as dt
import os
import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid

from config.settings import MailSettings
from records.errors import ConfigError, FetchError

TIMEOUT = 30.0
"""Seconds that a server may take to answer."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What is sent, to whom, and when (aware); `language` is a BCP 47 tag where it is known."""

    to: tuple[str, ...]
    subject: str
    text: str
    at: dt.datetime
    language: str | None = None


def send_letter(settings: MailSettings, letter: Letter) -> tuple[str, ...]:
    """Send a letter, and return the addresses that the server refused while it took the others.

    Raises ConfigError for a missing password, FetchError when nobody could be sent it.
    """
    where = f"the mail server {settings.host}:{settings.port}"
    password = _password(settings)
    try:
        with _connect(settings) as server:
            if settings.security == "starttls":
                server.starttls(context=ssl.create_default_context())
            if settings.user:
                server.login(settings.user, password)
            return tuple(server.send_message(_mail(settings, letter)))
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
        return smtplib.SMTP_SSL(settings.host, settings.port, timeout=TIMEOUT, context=context)
    return smtplib.SMTP(settings.host, settings.port, timeout=TIMEOUT)


def _mail(settings: MailSettings, letter: Letter) -> EmailMessage:
    mail = EmailMessage()
    mail["Subject"] = letter.subject
    mail["From"] = settings.sender or settings.user or letter.to[0]
    mail["To"] = ", ".join(letter.to)
    mail["Date"] = format_datetime(letter.at)
    mail["Message-ID"] = make_msgid("paragraf")
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(letter.text)
    if letter.language:
        mail["Content-Language"] = letter.language
    return mail
