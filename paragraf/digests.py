"""What clerks are told of their drafts: a text in the outbox each night, and mail to whom the settings name.

Both remember in the home what they told, so that no news comes twice and none is lost when a mail fails.
"""

import datetime as dt
from pathlib import Path

from pydantic import TypeAdapter

from config.houses import House
from config.paths import home
from config.wording import Wording, load_wording
from export.digest import digest_subject, render_digest
from paragraf.digest_news import Gathered, gather_digest
from paragraf.mail import Letter, send_letter
from paragraf.memory import read_memory, write_memory
from paragraf.workshop import Workshop
from records.base import Record
from records.errors import DraftError, FetchError, ParagrafError

MEMORY = "digests.json"
"""The file in the home that remembers what was told of which house's drafts."""

_KEPT = 10
"""So many earlier texts with news stand below the newest one."""


class DigestMemory(Record):
    """What was told last and on which day: signs of news, and the last texts that held some, newest first."""

    day: dt.date | None = None
    signs: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()


_MEMORY = TypeAdapter(dict[str, DigestMemory])


def send_digests(workshop: Workshop) -> list[ParagrafError]:
    """Lay every house's digest into the outbox and mail it to whom the settings name.

    Return what went wrong in doing so: what could not be told is told by the next night. Raises StoreError
    when the store refuses.
    """
    problems: list[ParagrafError] = []
    for house in workshop.houses:
        problems += lay_digest(workshop, house)
        problems += mail_digest(workshop, house)[1]
    return problems


def lay_digest(workshop: Workshop, house: House) -> list[ParagrafError]:
    """Write a house's digest as a text file into its folder of the outbox, earlier ones with news below it.

    A day's digest without news leaves one of the same day in its place.
    """
    memory = _remembered()
    before = memory.get(_laid(house), DigestMemory())
    gathered, wording = gather_today(workshop, house, before.signs), _wording(house)
    path = digest_path(workshop, house)
    if before.day == gathered.digest.day and not gathered.digest.has_news and path.exists():
        return []
    text = render_digest(gathered.digest, wording)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(".new")
        page = f"{text}\n{wording.digest.rewritten}\n"
        fresh.write_text(_below(page, before.texts, wording), encoding="utf-8", newline="\r\n")
        fresh.replace(path)
    except OSError as error:
        found = error.strerror or str(error)
        return [DraftError(str(path), expected="a folder that can be written to", found=found)]
    texts = (text, *before.texts)[:_KEPT] if gathered.digest.has_news else before.texts
    memory[_laid(house)] = DigestMemory(day=gathered.digest.day, signs=gathered.signs, texts=texts)
    return write_memory(home() / MEMORY, _MEMORY, memory)


def mail_digest(workshop: Workshop, house: House) -> tuple[tuple[str, ...], list[ParagrafError]]:
    """Mail a house's digest, at most once a day; return to whom it went, and what went wrong."""
    digests, mail = workshop.settings.drafts.digest, workshop.settings.notify.mail
    to = digests.to.get(house.id, ())
    if not mail.host or not to:
        return (), []
    memory = _remembered()
    before = memory.get(_mailed(house), DigestMemory())
    gathered, wording = gather_today(workshop, house, before.signs), _wording(house)
    if before.day is not None and before.day >= gathered.digest.day:
        return (), []
    if not gathered.digest.has_news and not digests.nothing_new:
        return (), []
    subject, text = digest_subject(gathered.digest, wording), render_digest(gathered.digest, wording)
    try:
        refused = send_letter(mail, Letter(to, subject, text, workshop.now(), house.tag))
    except ParagrafError as error:
        return (), [error]
    memory[_mailed(house)] = DigestMemory(day=gathered.digest.day, signs=gathered.signs)
    problems = write_memory(home() / MEMORY, _MEMORY, memory)
    if refused:
        problems = [*problems, _refused(mail.host, refused)]
    return tuple(address for address in to if address not in refused), problems


def gather_today(workshop: Workshop, house: House, told: tuple[str, ...]) -> Gathered:
    """Return the digest of a house's drafts as of today, of what was not told yet."""
    return gather_digest(workshop, house, told, workshop.today)


def show_digest(workshop: Workshop, house: House) -> str:
    """Return what the next digest in the outbox will say; without news, with the last that had some."""
    before = _remembered().get(_laid(house), DigestMemory())
    gathered, wording = gather_today(workshop, house, before.signs), _wording(house)
    text = render_digest(gathered.digest, wording)
    return text if gathered.digest.has_news else _below(text, before.texts[:1], wording)


def digest_path(workshop: Workshop, house: House) -> Path:
    """Return where a house's digest lies."""
    return workshop.settings.outbox / house.id / f"{_wording(house).digest.file}.txt"


def _below(text: str, earlier: tuple[str, ...], wording: Wording) -> str:
    """Return a text with earlier ones below it."""
    if not earlier:
        return text
    heading = wording.digest.earlier
    return "\n".join((text, "=" * len(heading), heading, "=" * len(heading), "", "\n\n".join(earlier)))


def _wording(house: House) -> Wording:
    return load_wording(house.language, house.country)


def _remembered() -> dict[str, DigestMemory]:
    return read_memory(home() / MEMORY, _MEMORY) or {}


def _laid(house: House) -> str:
    return f"outbox:{house.id}"


def _mailed(house: House) -> str:
    return f"mail:{house.id}"


def _refused(host: str, refused: tuple[str, ...]) -> FetchError:
    return FetchError(
        f"the mail server {host}",
        expected="every address to be taken",
        found=f"not {', '.join(refused)}",
        advice="Mend [drafts.digest] in the settings; the others have the digest.",
    )
