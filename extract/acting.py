"""Knows who acts in a text: bodies and leaders that decide, arrange or present are not those invited."""

import re
from collections.abc import Iterator, Sequence

from config.languages import Language
from extract.mentions import Mention, Placed
from extract.once import once_per_language

_LED_BY = 30
_ENDED = re.compile(r"[.!?\n]")


def find_acting(text: str, mentions: Sequence[Mention], language: Language) -> Iterator[Mention]:
    """Yield the audiences that a word of acting follows: "the board decides", "the chair's proposal".

    At most one word lies between ("the board has decided"). One that a word of training leads
    ("training for the board was approved") does not act. `mentions` are in text order.
    """
    acts = _acts(language)
    if acts is None:
        return
    events = Placed(one for one in mentions if one.kind == "event")
    for mention in mentions:
        named = mention.kind == "audience" and acts.match(text, mention.span[1])
        if named and not _is_led(text, events, mention):
            yield mention


def _is_led(text: str, events: Placed, audience: Mention) -> bool:
    start = audience.span[0]
    before = events.within((start - _LED_BY, start))
    return any(not _ENDED.search(text, one.span[1], start) for one in before)


@once_per_language
def _acts(language: Language) -> re.Pattern[str] | None:
    """Return one pattern for all words of acting, with the blank and the word that may lie before them."""
    words = "|".join(_word(term) for term in sorted(language.vocabulary.acts, reverse=True))
    if not words:
        return None
    return re.compile(rf"[ \u00a0](?:[^\s,.;:!?]{{1,20}}[ \u00a0])?(?:{words})(?!\w)", re.IGNORECASE)


def _word(term: str) -> str:
    return r"\s+".join(re.escape(part).replace(r"\*", r"\w*") for part in term.split())
