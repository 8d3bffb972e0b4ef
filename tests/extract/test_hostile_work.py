"""Work grows as the text does: counted in calls, since a clock tells more of the machine."""

import sys
from collections import Counter
from collections.abc import Callable
from types import FrameType

import pytest

from tests.extract.hostile import TEXTS, extract_text

MAKERS: dict[str, Callable[[int], str]] = {
    "council text": lambda size: (TEXTS["fi"] + "\n") * (size // 500),
    "council text on one line": lambda size: TEXTS["fi"].replace("\n", " ") * (size // 500),
    "bare numbers": lambda size: " ".join(str(number % 3000) for number in range(size // 4)),
    "digits": lambda size: "1234567890" * (size // 10),
    "days without a blank": lambda size: "3.2." * (size // 4),
    "days on lines": lambda size: "- ke 3.2.2027 klo 17–19 koulutus valtuutetuille\n" * (size // 48),
    "days without year": lambda size: "3.2. ja 4.3. " * (size // 13),
    "clocks": lambda size: "klo 17–19 " * (size // 10),
    "weekdays": lambda size: "maanantaina " * (size // 12),
    "years": lambda size: "2025–2029 " * (size // 10),
    "sections": lambda size: "§ 12\n" * (size // 5),
    "rows of cells": lambda size: "1\tKoulutus\t3.2.2027\t120 €\n" * (size // 26),
    "labels": lambda size: "Päätös\nEsittelijä\n" * (size // 18),
    "capitals": lambda size: "KAUPUNGINHALLITUS\n\n" * (size // 19),
    "headings": lambda size: "Koulutus valtuutetuille\n\nTeksti jatkuu tässä.\n\n" * (size // 48),
    "bullets ever deeper": lambda size: "".join(f"{' ' * (n % 60)}- a\n" for n in range(size // 30)),
    "brackets": lambda size: "(" * size,
    "full stops": lambda size: "." * size,
    "blanks": lambda size: " " * size,
    "empty lines": lambda size: "\n" * size,
    "hyphened words": lambda size: "elo-" * (size // 4),
    "costs": lambda size: "Koulutus valtuutetuille maksaa 120 euroa. " * (size // 42),
    "names": lambda size: "Aila Rinneharju, " * (size // 17),
    "addresses": lambda size: "aila@kuusiranta.example " * (size // 24),
    "case numbers": lambda size: "412/00.02.00/2026 " * (size // 18),
}
SIZE = 8_000
MOST = 2.3
"""Twice the text may bring a function this many times the calls."""
FEW = 1000
"""Functions called less often are not looked at."""


def calls_of(text: str) -> Counter[str]:
    """Return how often each function is called, or calls others, while a text is extracted."""
    made: Counter[str] = Counter()

    def count(frame: FrameType, event: str, _argument: object) -> None:
        if event in ("call", "c_call"):
            made[f"{frame.f_code.co_filename}:{frame.f_code.co_qualname}"] += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        extract_text(text)
    finally:
        sys.setprofile(before)
    return made


@pytest.mark.parametrize("name", MAKERS)
def test_twice_the_text_is_twice_the_work(name: str) -> None:
    """No part of extraction looks at everything for each thing, on whatever kind of text."""
    for text in (TEXTS["fi"], TEXTS["sv"], TEXTS["nb"]):
        extract_text(text)  # words are loaded, and no earlier text is kept
    less, more = (calls_of(MAKERS[name](size)) for size in (SIZE, 2 * SIZE))
    grown = {function: (less[function], calls) for function, calls in more.items() if calls > FEW}
    assert {one: calls for one, calls in grown.items() if calls[1] > MOST * calls[0] + FEW} == {}
