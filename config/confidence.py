"""Knows how often each rule's values are right (`confidence.toml`), as annotated documents told."""

from functools import cache
from typing import Annotated

from pydantic import Field, RootModel

from config.paths import shipped
from config.toml import parse_toml, read_place, validate

FILE = "confidence.toml"
Share = Annotated[float, Field(ge=0, le=1)]


class Confidences(RootModel[dict[str, dict[str, Share]]]):
    """Shares by kind of value ("dates", "decision.body") and by rule."""

    def of(self, kind: str, rule: str) -> float | None:
        """Return the share of a rule's values of a kind that are right, None where nobody measured it."""
        return self.root.get(kind, {}).get(rule_name(rule))


def rule_name(rule: str) -> str:
    """Return a rule's name without what it saw in this place, which stands behind a semicolon."""
    return rule.partition(";")[0]


@cache
def load_confidences() -> Confidences:
    """Return the shipped table; it is measured with the rules of this version, so there is no overlay."""
    place = shipped(FILE)
    text = read_place(place)
    return validate(Confidences, parse_toml(text, str(place)), str(place), text)
