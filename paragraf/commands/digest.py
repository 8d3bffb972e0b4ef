"""`paragraf digest`: what is new in the drafts of the home houses, to be read here or sent by mail."""

from config.houses import House
from paragraf.console import out, say_error, say_line
from paragraf.digests import mail_digest, show_digest
from paragraf.workshop import Workshop, open_begun
from records.errors import ConfigError


def run_digest(wanted: str | None, send: bool) -> int:
    """Print the digest of a house, or of all home houses; with `send` mail it instead.

    Return 0, or 1 when a mail could not be sent. Raises ConfigError for an id that is no home house's, and
    for mail that the settings do not provide for.
    """
    with open_begun() as workshop:
        houses = _houses(workshop, wanted)
        if send:
            return _send(workshop, houses)
        for house in houses:
            say_line(show_digest(workshop, house))
    return 0


def _houses(workshop: Workshop, wanted: str | None) -> tuple[House, ...]:
    chosen = tuple(house for house in workshop.houses if wanted in (None, house.id))
    if not chosen:
        known = ", ".join(house.id for house in workshop.houses) or "(none is listed there)"
        raise ConfigError(
            wanted or "[drafts] houses",
            expected=f"one of the home houses {known}",
            found="none",
            advice="Home houses stand in config/settings.toml, [drafts] houses.",
        )
    return chosen


def _send(workshop: Workshop, houses: tuple[House, ...]) -> int:
    settings = workshop.settings
    if not settings.notify.mail.host or not any(settings.drafts.digest.to.get(house.id) for house in houses):
        raise ConfigError(
            "config/settings.toml",
            expected="a mail server at [notify.mail] host, and addresses at [drafts.digest] to",
            found="none",
            advice="Without them the digest lies in the outbox, and `paragraf digest` prints it.",
        )
    failed = False
    for house in houses:
        sent, problems = mail_digest(workshop, house)
        told = f"sent to {', '.join(sent)}" if sent else "nothing was sent"
        if not sent and not problems:
            told = "nothing is to be sent: it went out today, or nothing is new, or nobody is named"
        out().print(f"{house.id}: {told}", markup=False)
        for problem in problems:
            say_error(problem)
        failed = failed or bool(problems)
    return int(failed)
