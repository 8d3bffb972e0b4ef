"""Knows how a place is told: a hall, house or hotel after a preposition or in a place case."""

import re

from extract.programme_cues import head_pattern, phrase_pattern
from extract.programme_material import Material
from extract.session_titles import trimmed
from records.base import Span
from records.evidence import Found

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_NAME = r"[A-ZÅÄÖÆØ][\w’'&-]*"
_PARTICLES = r"(?:[  ](?:för|for|og|och|i|på|ved|vid|på|den|de|of|der)(?=[  ][A-ZÅÄÖÆØ]))"
_FULL_NAME = re.compile(rf"{_NAME}(?:(?:{_PARTICLES})?[  ]{_NAME})*")


def find_place(material: Material, span: Span, closed: tuple[Span, ...] = ()) -> Found[str] | None:
    """Return the place told in a stretch, in the words of the text, or None.

    `closed` are stretches (the session's own name) where no place is looked for.
    """
    place = _labelled(material, span) or _by_house(material, span, closed) or _by_case(material, span, closed)
    return Found(material.outline.quote(place), (place,), "place") if place else None


def _labelled(material: Material, span: Span) -> Span | None:
    """Return what follows "Paikka:", "Plats:" or "Stedet var"."""
    folded, words = material.outline.folded, material.words.places
    for match in phrase_pattern(words.labels).finditer(folded, *span):
        rest = re.compile(r"(?::| on| olisi| är| er| var)?\s+").match(folded, match.end())
        if rest and (rest.group().strip() or folded[match.end() : match.end() + 1] == ":"):
            end = re.compile(r"[^.;\n(]*").match(material.text, rest.end(), span[1])
            if end and end.end() > rest.end():
                return trimmed(material.text, (rest.end(), end.end()))
    return None


def _by_house(material: Material, span: Span, closed: tuple[Span, ...]) -> Span | None:
    """Return the first word for a room or house with the name before or behind it."""
    folded, words = material.outline.folded, material.words.places
    house = head_pattern(words.heads, ("",) if not words.endings else ("", "n", *words.endings))
    for word in _WORD.finditer(folded, *span):
        opens = word.group() in words.openers
        if not (opens or house.search(word.group())) or _inside(word.span(), closed):
            continue
        place = _grown(material, word.span(), opens)
        if _is_place(material, place) and not _is_body(material, place):
            return place
    return None


def _inside(span: Span, closed: tuple[Span, ...]) -> bool:
    return any(start <= span[0] < end for start, end in closed)


def _grown(material: Material, span: Span, opens: bool) -> Span:
    """Take in capitalised words around a house ("Hotell Sjömärket", "Peräkylän koulun ruokala")."""
    text, (start, end) = material.text, span
    while before := re.search(r"([\w’'-]+)[  ]\Z", text[max(0, start - 40) : start]):
        word = before.group(1)
        if not (
            word[0].isupper() or (material.words.places.endings and word.endswith("n") and len(word) > 4)
        ):
            break
        if _starts_sentence(material, start - len(before.group())):
            break
        start -= len(before.group())
    if opens or text[start].isupper():
        name = re.compile(rf"(?:[  ]{_FULL_NAME.pattern})").match(text, end)
        end = name.end() if name else end
    return _with_town(material, (start, end))


def _with_town(material: Material, span: Span) -> Span:
    """Take in the room's house or town: "församlingshemmet i Bergsjö", "kantina på rådhuset"."""
    words = material.words.places
    if words.before:
        preposition = "|".join(words.before)
        more = re.compile(rf"[  ](?:{preposition})[  ](?:{_FULL_NAME.pattern}|\w+(?:huset|hus)\b)").match(
            material.text, span[1]
        )
        return (span[0], more.end()) if more else span
    more = re.compile(rf"[  ]{_NAME}(?:ssa|ssä|lla|llä)\b").match(material.text, span[1])
    return (span[0], more.end()) if more else span


def _starts_sentence(material: Material, position: int) -> bool:
    return material.outline.sentence(position)[0] == position


def _is_place(material: Material, span: Span) -> bool:
    """Tell whether a preposition, a place case, a name or a row's column makes it a place."""
    words, folded = material.words.places, material.outline.folded
    if words.never and phrase_pattern(words.never).fullmatch(folded, *span):
        return False
    if words.before:
        before = folded[max(0, span[0] - 12) : span[0]]
        if re.search(rf"(?<!\w)(?:{'|'.join(words.before)})(?: den| det)? \Z", before):
            return True
        listed = bool(re.search(r"[,:]\s*\Z", before)) and material.text[span[0]].isupper()
        return listed or before.endswith("\n")
    last = folded[span[0] : span[1]].rsplit(None, 1)[-1]
    cased = last.endswith(words.endings)
    return cased or bool(re.search(r"[,:]\s*\Z", folded[max(0, span[0] - 3) : span[0]]))


def _is_body(material: Material, span: Span) -> bool:
    organisers = material.words.organisers
    last = material.outline.folded[span[0] : span[1]].rsplit(None, 1)[-1]
    return bool(head_pattern(organisers.bodies, ("", "n", "en", "et", "s")).search(last))


def _by_case(material: Material, span: Span, closed: tuple[Span, ...]) -> Span | None:
    """Return a town's name in a place case ("Vuokatinrannassa") or after "i" ("i Linköping")."""
    words = material.words.places
    for name in _FULL_NAME.finditer(material.text, *span):
        if _inside(name.span(), closed) or _starts_sentence(material, name.start()):
            continue
        folded = material.outline.folded[name.start() : name.end()]
        if folded.split()[0] in words.never or _is_body(material, name.span()):
            continue
        if words.endings and folded.endswith(words.endings) and not name.group().isupper():
            return name.span()
        before = material.outline.folded[max(0, name.start() - 5) : name.start()]
        if words.before and re.search(rf"(?<!\w)(?:{'|'.join(words.before)}) \Z", before):
            return name.span()
    return None
