"""Knows which language a text is in: by its frequent words first, by a statistical model where they tie."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

from config.languages import Language
from records.evidence import Found

_WORD = re.compile(r"[^\W\d_]+")
_READ = 20_000
_BEGINNING = 4_000
"""Where these characters speak clearly for what the source tells, the rest is not counted."""
_FEWEST = 4
_MARGIN = 1.6
_MODEL_CODES = {"fi": "fi", "sv": "sv", "no": "nb", "nn": "nn"}
_FALLBACK = "fi"


def find_language(text: str, hint: str | None, languages: Iterable[Language] = ()) -> Found[str]:
    """Return the language of a text: "fi", "sv", "nb", "nn", or that of another language file.

    `hint` is what the source tells; it decides where the text itself does not. `languages` lend
    their function words; without them the statistical model decides alone.
    """
    told = hint.partition("-")[0].lower() if hint else None
    hint_code = "nb" if told == "no" else told
    span = (0, len(text))
    tables = {one.code: one.decision.function_words for one in languages}
    if hint_code in tables and _leader(_counts(text[:_BEGINNING], tables)) == hint_code:
        return Found(hint_code, (span,), "function words", "inferred", 0.99)
    counts = _counts(text[:_READ], tables)
    known = {*_MODEL_CODES.values(), *tables}
    leader = _leader(counts)
    if leader is not None:
        return Found(leader, (span,), "function words", "inferred", 0.99)
    if hint_code in known and hint_code is not None:
        return Found(hint_code, (span,), "language of the source", "configured", 0.97)
    return Found(_by_model(text[:_READ], counts, known), (span,), "language model", "inferred", 0.93)


def _counts(text: str, tables: Mapping[str, tuple[str, ...]]) -> Mapping[str, Counter[str]]:
    """How often each language's own words stand in the text."""
    own = {code: _own_words(table) for code, table in tables.items() if table}
    listed = frozenset().union(*own.values())
    words = Counter(filter(listed.__contains__, _WORD.findall(text.lower())))
    return {
        code: Counter({word: words[word] for word in words.keys() & known}) for code, known in own.items()
    }


@lru_cache(maxsize=64)
def _own_words(table: tuple[str, ...]) -> frozenset[str]:
    return frozenset(table)


def _leader(counts: Mapping[str, Counter[str]]) -> str | None:
    """Return the language whose words lead before those of every other one."""
    for code, mine in counts.items():
        if all(_leads(mine, others) for other, others in counts.items() if other != code):
            return code
    return None


def _leads(counts: Counter[str], others: Counter[str]) -> bool:
    """Whether words that only one of two languages has speak clearly for it."""
    mine = sum(times for word, times in counts.items() if word not in others)
    theirs = sum(times for word, times in others.items() if word not in counts)
    return mine >= _FEWEST and mine >= _MARGIN * theirs


def _by_model(text: str, counts: Mapping[str, Counter[str]], known: Collection[str]) -> str:
    """The model's best language among ours; between the two Norwegian ones the words' lead counts."""
    from py3langid import rank  # costs a second and a hundred megabytes, so only where it is needed

    ranked = (_MODEL_CODES.get(code, code) for code, _ in rank(text))
    best = next((code for code in ranked if code in known), _FALLBACK)
    if best in ("nb", "nn") and "nb" in counts and "nn" in counts:
        lead = sum((counts["nb"] - counts["nn"]).values()) - sum((counts["nn"] - counts["nb"]).values())
        return "nb" if lead > 0 else "nn" if lead < 0 else best
    return best
