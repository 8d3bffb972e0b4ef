"""Knows whose a text is where nobody is said to arrange: its signature, address, municipality or town."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from urllib.parse import urlsplit

from config.programme_words import OrganiserWords
from extract.organiser_shapes import ALONE, Name, has_noun
from extract.programme_cues import head_pattern, phrase_pattern
from extract.programme_material import Material
from records.base import Span

_ALONE = re.compile(ALONE)
_LATIN = str.maketrans({"ø": "o", "æ": "a", "å": "a", "ß": "s", "đ": "d", "ð": "d"})
_IN_TOWN = re.compile(rf"(?<!\w)i ({ALONE})")
_NOT_LETTERS = re.compile(r"[^a-z]+")
_DEFINITE = "nteasioö"
_FEWEST_LETTERS = 4
_OPENING = 5
_CERTAIN = 8
_ENDING = 3
_MOST_OF_IT = 0.6
_COLUMN = re.compile(r"\s{2,}|\t| [|·/>›»–-] ")
_HEAD = 60
_FIRST_LINES = 5
_FIRST_STEPS = 4
_LONGEST = 40
_PERSON = (2, 3)
_SIGNED_REST = re.compile(r"[\s:–-]*(?:\d{4}\s+)?")


def find_owner(material: Material, names: Sequence[Name]) -> Span | None:
    """Return the name of who answers for a text, or None.

    In this order: who signs it ("© X", "Published by X"), the name that its address spells, the
    municipality or body with a full name, a body named beside training, the town it is about.
    """
    sources: tuple[Callable[[Material, Sequence[Name]], Span | None], ...] = (
        find_signature,
        _addressed,
        _full_body,
        _beside_training,
        _town,
    )
    return next((span for source in sources if (span := source(material, names))), None)


def find_masthead(material: Material) -> Span | None:
    """Return the name in a page's first line where its address spells that name, or None."""
    first = next((line for line in material.outline.lines if material.holds(line.span)), None)
    host, _ = _labels(material.item.url)
    labels = [label for label in host if len(label) >= _FEWEST_LETTERS and label not in _nouns(material)]
    if first is None or not labels:
        return None
    start, end = first.start, min(first.end, first.start + _HEAD)
    column = _COLUMN.search(material.text, start, end)
    span = (start, column.start() if column else end)
    meant = material.reading.within(span, "audience")
    spelt = _is_spelt(material.text[span[0] : span[1]], labels) and not meant
    return span if spelt and span[1] < start + _HEAD and not material.has_event(span) else None


def find_host(material: Material) -> Span | None:
    """Return where a text names the organisation that its address spells in full, or None.

    A noun of organisations closes its name: a town's alone is not said to arrange anything.
    """
    labels = frozenset(label for label in _labels(material.item.url)[0] if len(label) >= _CERTAIN)
    for name in _ALONE.finditer(material.text, *material.region) if labels else ():
        if _squashed(name.group()) in labels and has_noun(material, name.group(), material.words.organisers):
            return name.span()
    return None


def _is_spelt(name: str, labels: Sequence[str]) -> bool:
    """Tell whether a host spells a name: as a whole, or the beginnings of half of its words."""
    if any(_shared(_squashed(name), label) for label in labels):
        return True
    words = [word for word in map(_squashed, name.split()) if len(word) >= _FEWEST_LETTERS]
    spelt = [word for word in words if any(word[:_OPENING] in label for label in labels)]
    return bool(spelt) and len(spelt) >= len(words) / 2 and len(spelt[0]) > _FEWEST_LETTERS


def _nouns(material: Material) -> frozenset[str]:
    """Return the nouns for municipalities as an address spells them: many hosts end in one."""
    return frozenset(_squashed(noun) for noun in material.words.organisers.places)


def find_signature(material: Material, names: Sequence[Name]) -> Span | None:
    """Return who signs a page in its foot: "© Bildningshuset 2018", "Sidan publicerad av X"."""
    words = material.words.organisers
    for sign in _signs(words).finditer(material.outline.folded, *material.region):
        line = material.outline.lines[material.outline.line_index(sign.start())]
        rest = _SIGNED_REST.match(material.text, sign.end(), line.end)
        start = rest.end() if rest else sign.end()
        named = next((name.span for name in names if name.span[0] == start), None)
        name = _ALONE.match(material.text, start, line.end)
        if named or (name and not _is_person(material, name.group())):
            return named or (name.span() if name else None)
    return None


def _is_person(material: Material, name: str) -> bool:
    """Tell whether two or three words without a noun of organisations sign, which the address spells not."""
    words, (host, _) = name.split(), _labels(material.item.url)
    spelt = any(_shared(_squashed(word), label) for word in (name, *words) for label in host)
    return len(words) in _PERSON and not spelt and not has_noun(material, name, material.words.organisers)


@lru_cache(maxsize=16)
def _signs(words: OrganiserWords) -> re.Pattern[str]:
    signs = "|".join(re.escape(sign) for sign in words.signatures)
    return re.compile(rf"(?<!\w)(?:{signs})" if signs else r"(?!)")


def _addressed(material: Material, names: Sequence[Name]) -> Span | None:
    """Return the name in the text that the host of its address spells, with the noun that closes it."""
    host, path = _labels(material.item.url)
    hosts = [label for label in host if label not in _nouns(material)]
    words = [name.span() for name in _ALONE.finditer(material.text, *material.region)] if hosts else []
    full = [name.span for name in names if name.full]
    best: tuple[int, Span] | None = None
    for labels, spans in ((hosts, words), ([*hosts, *path], full)):
        for span in spans:
            squashed = _squashed(material.text[span[0] : span[1]])
            shared = max((_shared(squashed, label) for label in labels), default=0)
            known = shared == len(squashed) >= _CERTAIN or not _is_common(material, span)
            if known and shared > (best[0] if best else 0):
                best = (shared, span)
    return _with_noun(best[1], names) if best else None


def _labels(url: str | None) -> tuple[list[str], list[str]]:
    """Return the parts of an address's host without its top level and of its path, in plain letters."""
    try:
        parts = urlsplit(url or "")
        host = parts.hostname or ""
    except ValueError:
        return [], []
    labels = [_squashed(label) for label in host.split(".")[:-1] if label != "www"]
    return labels, [_squashed(step) for step in parts.path.split("/")[:_FIRST_STEPS]]


def _squashed(name: str) -> str:
    """Return a name as an address spells it: plain small letters alone."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_LATIN))
    return _NOT_LETTERS.sub("", plain)


def _shared(name: str, label: str) -> int:
    """Return how many letters a name and a label begin with alike, 0 where that is not one name."""
    common = next((i for i, (x, y) in enumerate(zip(name, label, strict=False)) if x != y), None)
    common = min(len(name), len(label)) if common is None else common
    most = common >= min(len(name), len(label)) - _ENDING and common >= _MOST_OF_IT * len(label)
    return common if most and common >= _FEWEST_LETTERS else 0


def _is_common(material: Material, span: Span) -> bool:
    """Tell whether capitalised words name training or people, as headings do, and no one."""
    around = (span[0] - _LONGEST, span[1] + _LONGEST)
    said = (one for one in material.reading.within(around) if one.kind != "topic")
    return material.has_event(span) or any(one.span[0] < span[1] and span[0] < one.span[1] for one in said)


def _with_noun(span: Span, names: Sequence[Name]) -> Span:
    """Return the longer name that a name opens ("Eikestrand kommune" for "Eikestrand"), or itself."""
    return next((one.span for one in names if one.span[0] <= span[0] and span[1] <= one.span[1]), span)


def _full_body(_: Material, names: Sequence[Name]) -> Span | None:
    return next((name.span for name in names if name.kind == "body" and name.full), None)


def _beside_training(material: Material, names: Sequence[Name]) -> Span | None:
    """Return the first body or municipality in a sentence on training that is not whom it is for."""
    owners = phrase_pattern(material.words.organisers.owners)
    own = [name.span for name in names if name.kind == "body" and _is_definite(material, name.span)]
    for sentence in material.outline.sentences:
        if not material.holds(sentence) or not material.has_event(sentence):
            continue
        named = [
            span for span in own if sentence[0] <= span[0] < sentence[1] and not _invited(material, span)
        ]
        bare = owners.search(material.outline.folded, *sentence)
        if spans := sorted([*named, *([bare.span()] if bare else [])]):
            return spans[0]
    return None


def _invited(material: Material, span: Span) -> bool:
    """Tell whether a body's name opens those whom it is for: "hallitusten jäsenille"."""
    reach = material.reading.within((span[0], span[1] + _HEAD), "audience")
    return any(one.span[0] <= span[0] and span[1] < one.span[1] for one in reach)


def _is_definite(material: Material, span: Span) -> bool:
    """Tell whether a noun means one body ("nämnden", "fullmäktiges"), and not any, nor whom it is for."""
    return material.text[span[1] - 1] in _DEFINITE and not _is_common(material, span)


def _town(material: Material, _: Sequence[Name]) -> Span | None:
    """Return the town of those whom the first lines speak of ("Politiker i Norrvik på kurs")."""
    if not material.words.places.before:
        return None
    lines = [line.span for line in material.outline.lines if material.holds(line.span)][:_FIRST_LINES]
    told = [line for line in lines if material.has_event(line) or material.reading.within(line, "audience")]
    return next((town for line in told for town in _towns(material, line)), None)


def _towns(material: Material, span: Span) -> Iterator[Span]:
    """Yield the bare names that a preposition of place opens, but rooms and houses."""
    houses = head_pattern(material.words.places.heads, ("", "s"))
    for name in _IN_TOWN.finditer(material.text, *span):
        last = material.outline.folded[name.start(1) : name.end(1)].rpartition(" ")[2]
        if len(last) > _ENDING and not houses.search(last) and not _is_common(material, name.span(1)):
            yield name.span(1)
