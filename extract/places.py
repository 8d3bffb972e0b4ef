"""Knows how a place is told: a hall, house or hotel after a preposition or in a place case; a town."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from config.programme_words import PlaceWords
from extract.programme_cues import head_pattern, phrase_pattern, stem_pattern
from extract.programme_material import Material
from extract.session_titles import trimmed
from extract.words_read import WordsRead
from records.base import Span
from records.evidence import Found

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_IN_WORD = re.compile(r"[\w’'-]{2}")
_CAPITAL = "[A-ZÅÄÖÆØ]"
_NAME = rf"{_CAPITAL}[\w’'&-]*"
_FULL_NAME = rf"{_NAME}(?: (?:(?:på|i|og|och|de) (?={_NAME}))?{_NAME})*"
_BEFORE = re.compile(r"([\w’'-]+) \Z")
_LOOK_BACK = 40
_NEAR_DATE = 4
_TOWN_CASES = 4
_SHORTEST_GENITIVE = 4


def find_place(material: Material, span: Span, closed: Sequence[Span] = ()) -> Found[str] | None:
    """Return the place told in a stretch, in the words of the text, or None.

    `closed` are stretches (the session's own name) where no place is looked for. A town counts only
    beside a date or in a sentence that says that something takes place.
    """
    place = _labelled(material, span) or _house(material, span, closed) or _town(material, span, closed)
    return Found(material.outline.quote(place), (place,), "place") if place else None


def may_tell_place(material: Material, span: Span) -> bool:
    """Tell whether a stretch holds what every place is known by, so that it is worth a closer look.

    A word for a room or house, a label, or a capital behind a preposition or in a place case.
    """
    words, outline = material.words.places, material.outline
    return (
        bool(_houses_in(outline.folded, words, span))
        or _town_signs(words).search(material.text, *span) is not None
        or phrase_pattern(words.labels).search(outline.folded, *span) is not None
    )


@lru_cache(maxsize=16)
def _town_signs(words: PlaceWords) -> re.Pattern[str]:
    """Match what any town has: its capital with a place case, or behind a preposition's last letter."""
    if words.endings:
        cases = "|".join(words.endings[:_TOWN_CASES])
        return re.compile(rf"{_CAPITAL}[\w’'&-]*(?:{cases})(?![\w’'&-])")
    last = {form[-1] for word in words.before for form in (word, word.upper())}
    return re.compile(rf"[{re.escape(''.join(sorted(last)))}]\s{_CAPITAL}" if last else r"(?!)")


def _labelled(material: Material, span: Span) -> Span | None:
    """Return what follows "Paikka:", "Plats:" or "Stedet var"."""
    folded, words = material.outline.folded, material.words.places
    for match in phrase_pattern(words.labels).finditer(folded, *span):
        rest = re.compile(r"(?::| olisi| on| är| er| var)\s+").match(folded, match.end(), span[1])
        end = re.compile(r"[^.;\n(]*").match(material.text, rest.end(), span[1]) if rest else None
        if rest and end and end.end() > rest.end():
            return trimmed(material.text, (rest.end(), end.end()))
    return None


def _house(material: Material, span: Span, closed: Sequence[Span]) -> Span | None:
    """Return the first word for a room or house with the name before or behind it."""
    for word in _houses_in(material.outline.folded, material.words.places, span):
        if _inside(word, closed) or material.has_event(word) or _owns_a_house(material, word):
            continue
        opens = material.outline.folded[slice(*word)] in material.words.places.openers
        place = _behind(material, _with_names(material, word), opens=opens)
        if _is_placed(material, place) and not _is_body(material, place):
            return _with_town(material, place)
    return None


def _houses_in(folded: str, words: PlaceWords, span: Span) -> Sequence[Span]:
    """Return the words for rooms and houses in a stretch, be it one that begins or ends within a word."""
    start, end = span
    if (start and _IN_WORD.match(folded, start - 1)) or (end and _IN_WORD.match(folded, end - 1)):
        return _houses(folded, words, start, end)
    starts, houses = _all_houses(folded, words)
    return houses[bisect_left(starts, start) : bisect_left(starts, end)]


@lru_cache(maxsize=2)
def _all_houses(folded: str, words: PlaceWords) -> tuple[list[int], list[Span]]:
    """Return where words for houses begin in a whole text, and the words; a text is asked for many times."""
    houses = _houses(folded, words, 0, len(folded))
    return [start for start, _ in houses], houses


def _houses(folded: str, words: PlaceWords, start: int, end: int) -> list[Span]:
    return [word.span() for word, _ in _known_houses(words).told(_WORD, folded, (start, end))]


@lru_cache(maxsize=16)
def _known_houses(words: PlaceWords) -> WordsRead[bool]:
    """Return of each folded word whether it names a room or house, or opens the name of one."""
    house = _house_pattern(words)

    def names_one(word: str) -> bool:
        return word not in words.never and (word in words.openers or house.search(word) is not None)

    return WordsRead(names_one)


def _owns_a_house(material: Material, span: Span) -> bool:
    """Tell whether a Finnish house in the genitive is followed by its room ("koulun auditorio")."""
    if not material.words.places.endings or material.text[span[1] - 1] != "n":
        return False
    following = _WORD.match(material.outline.folded, span[1] + 1)
    return following is not None and _is_house(material, following.group())


def _is_house(material: Material, word: str) -> bool:
    return _house_pattern(material.words.places).search(word) is not None


def _house_pattern(words: PlaceWords) -> re.Pattern[str]:
    return head_pattern(words.heads, ("", "n", *words.endings) if words.endings else ("",))


def _inside(span: Span, closed: Sequence[Span]) -> bool:
    return any(start <= span[0] < end for start, end in closed)


def _with_names(material: Material, span: Span) -> Span:
    """Take in the words before a house that name it ("Peräkylän koulun ruokala", "Wanhan ... salissa")."""
    text, (start, end) = material.text, span
    while before := _BEFORE.search(text[max(0, start - _LOOK_BACK) : start]):
        word, first = before.group(1), start - len(before.group())
        owner = bool(material.words.places.endings) and word.endswith("n")
        named = word[0].isupper() and (owner or not _opens_sentence(material, first))
        house = material.outline.folded[span[0] : span[1]]
        if not (named or _describes(material, word, house)) or material.has_event((first, start)):
            break
        start = first
    return start, end


def _describes(material: Material, word: str, house: str) -> bool:
    """Tell whether a lower-case word belongs to a house: a genitive, or a Finnish adjective in its case."""
    if not word.islower() or len(word) <= _SHORTEST_GENITIVE:
        return False
    if not material.words.places.endings:
        return word.endswith("s") and _is_house(material, word[:-1])
    case = house[-3:] in ("ssa", "ssä", "lla", "llä") and word[-3:-1] == house[-3:-1]
    genitive = word[-1] == "n" and word[-2] != word[-3]
    return case or genitive


def _behind(material: Material, span: Span, *, opens: bool) -> Span:
    if not (opens or material.text[span[0]].isupper()):
        return span
    name = re.compile(rf" {_FULL_NAME}").match(material.text, span[1])
    if not name or material.text[name.end() : name.end() + 1] == ":" or material.has_event(name.span()):
        return span
    return span[0], name.end()


def _with_town(material: Material, span: Span) -> Span:
    """Take in the room's house or town: "församlingshemmet i Bergsjö", "kantina på rådhuset"."""
    words = material.words.places
    if words.before:
        preposition = "|".join(words.before)
        pattern = rf" (?:{preposition}) (?:{_FULL_NAME}|\w+(?:huset|hus)\b)"
    else:
        pattern = rf" {_NAME}(?:ssa|ssä|lla|llä)\b"
    more = re.compile(pattern).match(material.text, span[1])
    return (span[0], more.end()) if more else span


def _opens_sentence(material: Material, position: int) -> bool:
    return material.outline.sentence(position)[0] == position


def _is_placed(material: Material, span: Span) -> bool:
    """Tell whether a preposition, a place case or its column makes a house the place of something."""
    words, folded = material.words.places, material.outline.folded
    before = folded[max(0, span[0] - 12) : span[0]]
    opened = re.search(r"[,:] ?\Z|[\n\t] *\Z", before)
    closed = re.compile(r"\.?(?:\s*\Z|\s*[,;(\n\t]|\.\s|\.\w{3,4}\b)").match(material.text, span[1])
    listed = bool(opened and closed)
    if words.before:
        placed = re.search(rf"(?<!\w)(?:{'|'.join(words.before)})(?: den| det)? \Z", before)
        return bool(placed) or (listed and material.text[span[0]].isupper())
    return listed or folded[span[0] : span[1]].endswith(words.endings)


def _is_body(material: Material, span: Span) -> bool:
    organisers = material.words.organisers
    last = material.outline.folded[span[0] : span[1]].rpartition(" ")[2]
    return bool(head_pattern(organisers.bodies, ("", "n", "en", "et", "s")).search(last))


def _town(material: Material, span: Span, closed: Sequence[Span]) -> Span | None:
    """Return a town's name in a place case ("Vuokatinrannassa") or after "i" ("i Linköping")."""
    for match in re.compile(_FULL_NAME).finditer(material.text, *span):
        name = match.span()
        if _opens_sentence(material, name[0]):
            name = (name[0] + len(match.group().split(" ")[0]) + 1, name[1])
        named = name[0] < name[1] and not _inside(name, closed) and _is_town(material, name)
        if named and _takes_place_there(material, name):
            return name
    return None


def _is_town(material: Material, span: Span) -> bool:
    words, text, folded = material.words.places, material.text, material.outline.folded
    name = text[span[0] : span[1]]
    first, last = name.split()[0], name.split()[-1]
    if first.isupper() or any(char.isdigit() for char in name) or name.split()[0].lower() in words.never:
        return False
    following = re.compile(r" ?([\w-]*)").match(folded, span[1])
    body = _is_body(material, span) or (following is not None and _is_body(material, following.span(1)))
    if body or material.has_event((span[0], span[1] + 2)) or folded[span[1] : span[1] + 1] == ")":
        return False
    if words.endings:
        return last.endswith(words.endings[:_TOWN_CASES]) and "-" not in last
    before = folded[max(0, span[0] - 6) : span[0]]
    return bool(re.search(rf"(?<!\w)(?:{'|'.join(words.before)}) \Z", before))


def _takes_place_there(material: Material, span: Span) -> bool:
    near = material.dates_in((span[0] - _LOOK_BACK, span[1] + _NEAR_DATE))
    if any(date.value.role == "session" and _gap(date.span, span) < _NEAR_DATE for date in near):
        return True
    sentence = material.outline.sentence(span[0])
    paragraph = material.outline.lines[material.outline.line_index(span[0])].span
    held = stem_pattern(material.words.places.held).search(material.outline.folded, *sentence)
    meeting = any(date.value.role == "meeting" for date in material.dates_in(sentence))
    return bool(held and material.has_event(paragraph)) and not meeting


def _gap(one: Span, other: Span) -> int:
    return max(one[0] - other[1], other[0] - one[1])
