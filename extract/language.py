"""Knows which language a text is in: by its frequent words first, by a statistical model where they tie."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from config.languages import Language
from records.evidence import Found

_WORD = re.compile(r"[^\W\d_]+")
_READ = 20_000
_FEWEST = 6
_MARGIN = 1.6
_MODEL_CODES = {"fi": "fi", "sv": "sv", "no": "nb", "nn": "nn"}
_FALLBACK = "fi"


def find_language(text: str, hint: str | None, languages: Iterable[Language] = ()) -> Found[str]:
    """Return the language of a text: "fi", "sv", "nb" or "nn".

    `hint` is what the source tells; it decides where the text itself does not. `languages` lend
    their function words; without them the statistical model decides alone.
    """
    told = hint.partition("-")[0].lower() if hint else None
    hint_code = "nb" if told == "no" else told
    span = (0, len(text))
    counts = _counts(text[:_READ], {one.code: one.decision.function_words for one in languages})
    ranked = counts.most_common(2)
    if ranked and ranked[0][1] >= _FEWEST and (len(ranked) == 1 or ranked[0][1] >= _MARGIN * ranked[1][1]):
        return Found(ranked[0][0], (span,), "function words", "inferred", 0.99)
    if hint_code in _MODEL_CODES.values() and hint_code is not None:
        return Found(hint_code, (span,), "language of the source", "configured", 0.97)
    return Found(_by_model(text[:_READ], counts), (span,), "language model", "inferred", 0.93)


def _counts(text: str, tables: Mapping[str, tuple[str, ...]]) -> Counter[str]:
    known = {code: frozenset(words) for code, words in tables.items() if words}
    counts: Counter[str] = Counter()
    if known:
        for word, times in Counter(_WORD.findall(text.lower())).items():
            counts.update({code: times for code, words in known.items() if word in words})
    return counts


def _by_model(text: str, counts: Counter[str]) -> str:
    """The model's best language among ours; between the two Norwegian ones the words' lead counts."""
    from py3langid import rank  # costs a second and a hundred megabytes, so only where it is needed

    best = next((_MODEL_CODES[code] for code, _ in rank(text) if code in _MODEL_CODES), _FALLBACK)
    if best in ("nb", "nn") and counts["nb"] != counts["nn"]:
        return "nb" if counts["nb"] > counts["nn"] else "nn"
    return best
