"""Knows how costs are told: amounts with their currency, "free of charge", what a fee covers."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from config.programme_words import CostWords
from extract.programme_cues import find_stems, places_of, stem_pattern
from extract.programme_material import Material
from records.base import Span
from records.evidence import Found
from records.programme import Cost, CostKind

_NUMBER = r"\d(?<![\d.,:/-]\d)(?:\d{0,2}(?:[ .]\d{3})+|\d*)(?:,\d{1,2})?(?![\d])"
"""Begins with what it finds: a pattern that begins with a look behind is tried at every letter."""
_CURRENCIES = {
    "€": "EUR", "eur": "EUR", "euro": "EUR", "e/hlö": "EUR",
    "sek": "SEK", "kronor": "SEK", "nok": "NOK", "kroner": "NOK",
}  # fmt: skip
_CLAUSE = re.compile(r"[;\n]")
_EARLIER = 40
_LUMP_SUM = 100_000
"""No one pays as much to take part."""
_CLAUSE_LENGTH = 300


def find_costs(material: Material) -> tuple[Found[Cost], ...]:
    """Return the costs that the text tells, in text order, amounts in whole currency units.

    Free of charge, or paid with a membership, is a participation of 0. Amounts of council budgets
    are `funding`, travel, rooms and meals `travel`, what a lecturer or provider asks `fee`.
    """
    words = material.words.costs
    found = [*_amounts(material, words), *_free(material, words), *_membership(material, words)]
    found += _unpriced(material, words, found)
    found.sort(key=lambda cost: cost.span)
    kept: list[Found[Cost]] = []
    seen: set[tuple[CostKind, float | str]] = set()
    for cost in found:
        amount = cost.value.amount
        key = (cost.value.kind, cost.value.text if amount is None else amount)
        again = cost.value.kind == "other" and any(amount == other.value.amount for other in kept)
        if key not in seen and not again:
            seen.add(key)
            kept.append(cost)
    return tuple(kept)


def participation_cost(costs: Sequence[Found[Cost]]) -> Found[Cost] | None:
    """Return what it costs to take part: the first cost of that kind."""
    return next((cost for cost in costs if cost.value.kind == "participation"), None)


@lru_cache(maxsize=16)
def _amount_pattern(words: CostWords) -> re.Pattern[str]:
    units = "|".join(re.escape(unit) for unit in sorted(words.units, key=len, reverse=True))
    before = "|".join(re.escape(unit) for unit in sorted(words.before_amount, key=len, reverse=True))
    millions = "|".join(re.escape(word) for word in sorted(words.millions, key=len, reverse=True))
    many = rf"(?: ?(?P<many>{millions}))?" if millions else "(?P<many>(?!))?"
    after = rf"(?P<number>{_NUMBER}){many}(?P<half>,-)? ?(?P<unit>{units})(?!\w)"
    if not before:
        return re.compile(after)
    return re.compile(rf"(?<!\w)(?P<opening>{before}) ?(?P<second>{_NUMBER})|{after}")


def _amounts(material: Material, words: CostWords) -> Iterator[Found[Cost]]:
    if not words.units:
        return
    for match in _priced(material, words):
        groups = match.groupdict()
        amount = _amount(groups.get("second") or groups["number"] or "", bool(groups["many"]))
        unit = groups.get("opening") or groups["unit"] or ""
        span = _with_terms(material, match.span())
        kind = _kind(material, words, match.span(), amount)
        yield _cost(material, span, kind, amount, _currency(unit, words), "amount")


def _priced(material: Material, words: CostWords) -> Iterator[re.Match[str]]:
    """Yield the amounts with their unit, looked for only in lines that hold one."""
    folded, (done, end) = material.outline.folded, material.region
    for place in places_of((*words.units, *words.before_amount), folded, material.region):
        if place >= done:
            start = max(done, folded.rfind("\n", done, place) + 1)
            stop = folded.find("\n", place, end)
            done = stop if stop >= 0 else end
            yield from _amount_pattern(words).finditer(folded, start, done)


def _amount(digits: str, millions: bool) -> float:
    number = float(digits.replace(" ", "").replace(".", "").replace(",", "."))
    return number * 1_000_000 if millions else number


def _currency(unit: str, words: CostWords) -> str:
    return next((code for name, code in _CURRENCIES.items() if unit.startswith(name)), words.currency)


def _with_terms(material: Material, span: Span) -> Span:
    """Take in what the amount is per or without ("/hlö + alv", "per deltaker", "exkl moms")."""
    terms = re.compile(r"[^.;,\n(]{0,40}").match(material.text, span[1])
    if not terms:
        return span
    per = stem_pattern(material.words.costs.per_head).search(material.outline.folded, *terms.span())
    if terms.group().startswith("/"):
        word = re.compile(r"/\w+").match(material.text, span[1])
        return (span[0], word.end()) if word else span
    if not per or per.start() > span[1] + 2:
        return span
    word = re.compile(r"\w*").match(material.text, per.end())
    return span[0], word.end() if word else per.end()


def _kind(material: Material, words: CostWords, span: Span, amount: float) -> CostKind:
    """Tell what an amount is for, from the words of its clause and, failing that, those before it."""
    folded = material.outline.folded
    clause = _clause(material, span)
    if _has(words.past, folded, clause):
        return "other"
    if folded[span[1] : span[1] + 1] == "/" or _has(
        words.per_head, folded, (span[1], min(clause[1], span[1] + 30))
    ):
        return (
            "travel"
            if _has(words.travel, folded, (clause[0], span[1]))
            and not _has(words.participation, folded, (clause[0], span[1]))
            else "participation"
        )
    nearest = _nearest(material, words, (clause[0], span[0]))
    if nearest == "participation" and (_has(words.in_all, folded, clause) or amount >= _LUMP_SUM):
        return "fee"
    if nearest is None:
        nearest = _nearest(material, words, (span[1], clause[1])) or _above(material, words, span)
    return nearest or _by_verb(material, words, clause, amount)


def _by_verb(material: Material, words: CostWords, clause: Span, amount: float) -> CostKind:
    """Tell what "X costs" costs where no noun says: taking part, or the whole of it."""
    folded = material.outline.folded
    if not _has(words.price_verbs, folded, clause):
        return "other"
    return "fee" if amount >= _LUMP_SUM or _has(words.in_all, folded, clause) else "participation"


def _clause(material: Material, span: Span) -> Span:
    start, end = material.outline.sentence(span[0])
    start, end = (
        max(min(start, span[0]), span[0] - _CLAUSE_LENGTH),
        min(max(end, span[1]), span[1] + _CLAUSE_LENGTH),
    )
    for mark in _CLAUSE.finditer(material.text, start, end):
        if mark.end() <= span[0]:
            start = mark.end()
        elif mark.start() >= span[1]:
            return start, mark.start()
    return start, end


def _has(words: tuple[str, ...], folded: str, span: Span) -> bool:
    return bool(stem_pattern(words).search(folded, *span))


def _nearest(material: Material, words: CostWords, span: Span) -> CostKind | None:
    """Return the kind whose word stands last in a stretch."""
    kinds: dict[CostKind, tuple[str, ...]] = {
        "participation": words.participation,
        "travel": words.travel,
        "funding": words.funding,
        "fee": words.fee,
    }
    best: tuple[int, CostKind] | None = None
    for kind, stems in kinds.items():
        for match in stem_pattern(stems).finditer(material.outline.folded, *span):
            if best is None or match.start() > best[0]:
                best = (match.start(), kind)
    return best[1] if best else None


def _above(material: Material, words: CostWords, span: Span) -> CostKind | None:
    """Return the kind that the heading right above the amount's line names ("Kostnad")."""
    outline = material.outline
    index = outline.line_index(span[0])
    above = outline.lines[index - 1] if index else None
    if above and above.end - above.start < _EARLIER and outline.lines[index].start + _EARLIER > span[0]:
        return _nearest(material, words, above.span)
    return None


def _free(material: Material, words: CostWords) -> Iterator[Found[Cost]]:
    folded = material.outline.folded
    for match in find_stems(words.free, folded, material.region):
        word = re.compile(r"\w*").match(folded, match.end())
        end = word.end() if word else match.end()
        sentence = material.outline.sentence(match.start())
        if not _has(words.not_free, folded, sentence):
            yield _cost(
                material, (match.start(), end), "participation", 0.0, words.currency, "free_of_charge"
            )


def _membership(material: Material, words: CostWords) -> Iterator[Found[Cost]]:
    folded = material.outline.folded
    for match in find_stems(words.membership, folded, material.region):
        sentence = material.outline.sentence(match.start())
        clause = _clause(material, match.span())
        if _has(words.covered, folded, clause):
            span = clause if clause[1] - clause[0] < sentence[1] - sentence[0] else sentence
            yield _cost(material, span, "participation", 0.0, words.currency, "membership")


def _unpriced(material: Material, words: CostWords, told: Sequence[Found[Cost]]) -> list[Found[Cost]]:
    """Return what is said to be billed or financed without an amount: travel, the council's own money."""
    folded, priced = material.outline.folded, sorted(cost.span[0] for cost in told)
    found = []
    cues = places_of((*words.billed, *words.financed), folded, material.region)
    for sentence in sorted({material.outline.sentence(cue) for cue in cues}):
        amounts = bisect_left(priced, sentence[1]) - bisect_left(priced, sentence[0])
        if amounts or not material.holds(sentence):
            continue
        if _has(words.travel, folded, sentence) and _has(words.billed, folded, sentence):
            found.append(_cost(material, sentence, "travel", None, words.currency, "billed"))
        elif _has(words.financed, folded, sentence):
            found.append(_cost(material, sentence, "funding", None, words.currency, "financed"))
    return found


def _cost(
    material: Material, span: Span, kind: CostKind, amount: float | None, currency: str, rule: str
) -> Found[Cost]:
    start, end = span
    while start < end and material.text[start].isspace():
        start += 1
    cost = Cost(
        kind=kind,
        amount=amount,
        currency=currency if currency and amount is not None else None,
        text=material.outline.quote((start, end)),
        span=(start, end),
    )
    return Found(cost, ((start, end),), rule)
