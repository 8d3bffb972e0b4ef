"""Knows how mentions become codes: one finding a code, at its first mention."""

from collections.abc import Callable, Iterable, Mapping

from extract.mentions import Mention
from records.evidence import Found


def first_of_each(
    mentions: Iterable[Mention],
    rule: str | Callable[[Mention], str],
    shares: Mapping[str, float] | None = None,
) -> tuple[Found[str], ...]:
    """Return one finding for each code, at the first of its mentions, in text order.

    `rule` names how a mention was found, or tells it; `shares` gives the confidence of each rule.
    """
    found: dict[str, Found[str]] = {}
    for mention in mentions:
        if mention.code not in found:
            name = rule if isinstance(rule, str) else rule(mention)
            sure = (shares or {}).get(name, 1.0)
            found[mention.code] = Found(mention.code, (mention.span,), name, confidence=sure)
    return tuple(found.values())
