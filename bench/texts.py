"""Texts of any length: what councils write, and what nobody should have to read."""

from collections.abc import Callable
from itertools import count

from bench.pages import sample_texts

TEXTS = 4


def running_texts(code: str, size: int) -> list[str]:
    """Return four different texts of `size` characters from what the sample councils write in a language."""
    told = [*sample_texts(code, training=False), *sample_texts(code, training=True)]
    return [running_text(told, size, first) for first in range(TEXTS)]


def running_text(told: list[str], size: int, first: int = 0) -> str:
    """Return `size` characters of the texts told, over and over from the first on, each under a number."""
    parts: list[str] = []
    length = 0
    for number in count(first):
        if length > size:
            break
        parts.append(f"Nr {number}\n\n{told[number % len(told)]}\n\n")
        length += len(parts[-1])
    return "".join(parts)[:size]


def bare_numbers(number: int) -> str:
    """Return that many numbers with blanks between: "0 1 2"."""
    return " ".join(str(value % 3000) for value in range(number))


def one_line(size: int) -> str:
    """Return one line of `size` characters of council text."""
    return running_texts("fi", size)[0].replace("\n", " ")


def short_lines(number: int) -> str:
    """Return that many lines of a few words, numbers and days."""
    return "\n".join(f"{value % 97} §\tAsia {value}\t{value % 28 + 1}.3.2026" for value in range(number))


def dotted_days(number: int) -> str:
    """Return that many days and half days in a row: "1.2.3.2.3."."""
    return "".join(f"{value % 31 + 1}.{value % 12 + 1}." for value in range(number))


def nested_markup(number: int, depth: int = 200) -> str:
    """Return HTML with that many paragraphs, each within 200 elements."""
    inner = "<div><span>" * (depth // 2) + "<p>Kokous 3.4.2026</p>" + "</span></div>" * (depth // 2)
    return f"<html><body>{inner * number}</body></html>"


GROWING: dict[str, tuple[Callable[[int], str], int]] = {
    "council text": (lambda size: running_texts("fi", size)[0], 200_000),
    "40,000 bare numbers": (bare_numbers, 40_000),
    "100,000 digits": (lambda size: "1234567890" * (size // 10), 100_000),
    "one line of 5 MB": (one_line, 5_000_000),
    "40,000 short lines": (short_lines, 40_000),
    "40,000 days without a blank": (dotted_days, 40_000),
    "100,000 full stops": (lambda size: "." * size, 100_000),
    "100,000 no-break spaces": (lambda size: "\u00a0" * (size - 1) + "1", 100_000),
}
"""Name of a text to what makes one of some size, and the size of the larger of the two that are timed."""
