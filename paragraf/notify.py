"""Knows webhooks: how an operator is told of a night, by these and by mail. Off unless the settings say so.

What fails here is told, never raised: a night that was done stays done.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import urlsplit

import httpx
from pydantic import TypeAdapter

from config.settings import MailSettings, NotifySettings
from paragraf.mail import TIMEOUT, Letter, send_letter
from paragraf.memory import read_memory, write_memory
from paragraf.news import News, Told, choose_word, signs_of, write_news
from records.errors import FetchError, ParagrafError
from records.run import Issue

MEMORY = "notified.json"
"""The file in the home that remembers who was told what."""

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
    memory = read_memory(folder / MEMORY, _MEMORY) or {}
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
    return [*problems, *write_memory(folder / MEMORY, _MEMORY, memory)]


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
        answer = httpx.post(address, json=news.model_dump(mode="json"), timeout=TIMEOUT)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        found = type(error).__name__
        raise FetchError(where, expected="an answer", found=found, advice=advice) from None
    if not answer.is_success:
        raise FetchError(where, expected="a status of 200", found=str(answer.status_code), advice=advice)


def mail_news(settings: MailSettings, news: News) -> None:
    """Send the news by mail. Raises ConfigError for a missing password, FetchError for a refusal."""
    send_letter(settings, Letter(settings.to, news.title, news.text, news.at))
