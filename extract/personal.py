"""Knows personal data in texts: known persons' names in every form, phone numbers, e-mail, identity codes.

Rather too much than too little is found: what it finds is overwritten, and what it misses stays.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from config.languages import Language
from extract.people import is_office
from records.base import Span

Find = Callable[[str], tuple[Span, ...]]
"""Finds personal data in a stretch of text; spans are in order and do not overlap."""

_FEWEST_PARTS = 2
_SHORTEST_PART = 2
_SHORTEST_STEM = 3
_MOST_VOWELS = 2
_VOWELS = frozenset("aeiouyäöåæø")

_WORD = re.compile(r"[^\W\d_]+(?:(?:\u00ad|-\n|['’])[^\W\d_]+)*")
_SEAMS = re.compile(r"\u00ad|-\n")
_INITIALS = re.compile(r"(?:\b[A-ZÅÄÖÆØ]\.[ \u00a0-]?){1,3}$")
_INITIALS_REACH = 12

_AT = re.compile(r"@|\(at\)|\[at\]|%40", re.I)
_ADDRESS_PART = re.compile(r"[\w.+%-]+")
_LONGEST_ADDRESS = 80

_SPACE = r"[ \u00a0]"
_PHONES = re.compile(
    rf"""
    (?:\+|\b00)\d{{1,3}}(?:{_SPACE}?\(0\))?(?:[ \u00a0()./-]{{0,2}}\d){{5,12}}   # +358 40 123 4567
    | (?<![\w.,:/-])\(?0\d{{1,3}}\)?(?:{_SPACE}?[-–]{_SPACE}?|{_SPACE})
      \d(?:[ \u00a0-]?\d){{4,8}}(?![\d/:]|[.,]\d)                             # (09) 310 1234, 070-123 45 67
    | (?<![\w.,:/-])0[45]\d{{7,9}}(?![\w/]|[.,:-]\d)                          # 0401234567
    | (?<![\w.,:/-])(?<!\d[ \u00a0])\d\d(?:{_SPACE}\d\d){{3}}(?![\w/]|[ \u00a0.,:-]\d)     # 22 33 44 55
    | (?<![\w.,:/-])(?<!\d[ \u00a0])[49]\d\d{_SPACE}\d\d{_SPACE}\d{{3}}(?![\w/]|[ \u00a0.,:-]\d)
    """,
    re.X,
)
_IDENTITY = re.compile(
    r"(?<![\w-])\d{6}(?:\d\d)?[-+]\d{4}(?![\w-])|(?<![\w-])\d{6}[-+A-FU-Y]\d{3}[0-9A-Y](?![\w-])"
    r"|(?<![\w-])\d{6}[ ]\d{5}(?![\w-])"
)
_NUMBER_REACH = 24
_NUMBER = re.compile(r"[\s.:]{0,3}(?P<number>[+(]?\d[\d \u00a0()–-]{3,16}\d)")


def personal_finder(names: Iterable[str], language: Language) -> Find:
    """Return what finds these persons, and phones, e-mail addresses and identity codes of anybody.

    A name's parts are found one by one, in the forms that `language` inflects them to; a name of one
    word is not looked for, since it may as well be an office.
    """
    forms = frozenset(
        form for name in names for part in name_parts(name, language) for form in _forms(part, language)
    )
    contacts = _contacts(language)

    def find(text: str) -> tuple[Span, ...]:
        by_shape = (*_spans(_PHONES, text), *_spans(_IDENTITY, text), *_addresses(text))
        return _joined([*_names(text, forms), *by_shape, *_announced(text, contacts)])

    return find


def name_parts(name: str, language: Language) -> tuple[str, ...]:
    """Return the words of a person's name, in small letters; none when it is rather an office or a body."""
    words = [word for word in _WORD.findall(name) if word.lower() not in language.names.particles]
    parts = [word for word in words if not is_office(word.lower(), language.decision)]
    if len(parts) < _FEWEST_PARTS or not all(part[0].isupper() for part in parts):
        return ()
    return tuple(_folded(part) for part in parts if len(part) >= _SHORTEST_PART)


def _forms(part: str, language: Language) -> Iterator[str]:
    """Yield a name in every form that its language may give it."""
    stems = {part}
    for _ in range(2):  # Lahti, Lahdi-, Lahde-n: a consonant and a vowel may change
        stems |= {stem for known in stems for stem in _stems(known, language)}
    for stem in stems:
        yield from (stem + ending for ending in language.names.after)


def _stems(name: str, language: Language) -> Iterator[str]:
    for vowels in range(_MOST_VOWELS + 1):
        head, tail = name[: len(name) - vowels], name[len(name) - vowels :]
        if not _VOWELS.issuperset(tail):
            return
        for old, new in language.names.changes:
            stem = head.removesuffix(old) + new + tail
            if head.endswith(old) and len(stem) >= _SHORTEST_STEM:
                yield stem


def _names(text: str, forms: frozenset[str]) -> Iterator[Span]:
    """Yield capitalised words that are a form of a name, with the initials before them."""
    for word in _WORD.finditer(text):
        if word.group()[0].isupper() and _folded(word.group()) in forms:
            before = text[max(0, word.start() - _INITIALS_REACH) : word.start()]
            initials = _INITIALS.search(before)
            yield word.start() - (len(initials.group()) if initials else 0), word.end()


def _folded(word: str) -> str:
    return _SEAMS.sub("", word).lower()


def _addresses(text: str) -> Iterator[Span]:
    """Yield e-mail addresses, from the sign between their two halves outwards."""
    for sign in _AT.finditer(text):
        before = text[max(0, sign.start() - _LONGEST_ADDRESS) : sign.start()]
        after = _ADDRESS_PART.match(text, sign.end(), sign.end() + _LONGEST_ADDRESS)
        name = _ADDRESS_PART.match(before[::-1])
        if name and after:
            yield sign.start() - name.end(), after.end()


def _contacts(language: Language) -> re.Pattern[str] | None:
    words = sorted(language.decision.people.contacts, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.I) if words else None


def _announced(text: str, contacts: re.Pattern[str] | None) -> Iterator[Span]:
    """Yield numbers of any shape behind a word for a phone."""
    if contacts is None:
        return
    for word in contacts.finditer(text):
        if number := _NUMBER.match(text, word.end(), word.end() + _NUMBER_REACH):
            yield number.span("number")


def _spans(pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    yield from (match.span() for match in pattern.finditer(text))


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return tuple(joined)
