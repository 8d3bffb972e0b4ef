"""Knows how a preparer or presenter is printed: office and name in either order, phones and addresses between."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from config.decision_words import DecisionWords
from extract.decision_lines import Line
from records.base import Span
from records.evidence import Found

RULE = "person"

_CONTACT = re.compile(r"[^\s,;()]*(?:@|\(at\)|\[at\])[^\s,;()]*|\betunimi\.sukunimi\S*|\bfornamn\.\S*|(?<![\w/])[+(]?\d[\d ()–x?-]{4,}\d|\b0[x\d]{2}[ x\d]{4,}")
_PIECE = re.compile(r"[^,;|\n:]+")
_TOKEN = re.compile(r"[^\s,;:()]+")
_LEAD = re.compile(r"[\s•·▪*/|–:-]+")
_BARE_BULLET = re.compile(r"[\s•·▪*–-]*$")
_NAME_PART = re.compile(r"[A-ZÅÄÖÆØÉÜČŠŽÞÐ][\w’'´.-]*$")
_INITIAL = re.compile(r"[A-ZÅÄÖÆØ]\.?$")
_LONGEST_ENTRY = 12
_NAME_TOKENS = (2, 4)


@dataclass(frozen=True, slots=True)
class PersonFound:
    """A person as the text names them; a bare office or body stands as `name`."""

    name: Found[str]
    role: Found[str] | None = None


@dataclass(frozen=True, slots=True)
class People:
    """The persons of a stretch of text, and where it goes on after them."""

    persons: tuple[PersonFound, ...]
    end: int


@dataclass(slots=True)
class _Piece:
    """Tokens between two commas, told apart into name and office."""

    name: Span | None
    office: Span | None


def find_people(text: str, folded: str, span: Span, lines: Sequence[Line], words: DecisionWords) -> People:
    """Return the persons that `span` begins with; it ends where lines stop looking like persons."""
    persons: list[PersonFound] = []
    pending: Span | None = None
    end, last_row, opened_empty = span[0], -1, True
    for line in lines:
        start, stop = max(line.start, span[0]), min(line.end, span[1])
        if start >= stop:
            continue
        if last_row < 0:
            opened_empty = line.start >= span[0]
        if _BARE_BULLET.match(text[start:stop]):
            continue
        if persons and not opened_empty and line.row > last_row + 1 or persons and _is_gap(text, end, start) and not opened_empty:
            break
        pieces = list(_pieces(text, folded, (start, stop), words))
        if not pieces and not _only_contact(text[start:stop], words):
            break
        end, last_row = stop, line.row
        pending = _join(text, pieces, persons, pending)
    if pending is not None:
        persons.append(PersonFound(_found(text, pending)))
    return People(tuple(persons), end)


def _is_gap(text: str, end: int, start: int) -> bool:
    return text[end:start].count("\n") > 1


def _only_contact(chunk: str, words: DecisionWords) -> bool:
    rest = _CONTACT.sub(" ", chunk)
    return not [token for token in _TOKEN.findall(rest.lower()) if token.rstrip(".:") not in words.people.contacts]


def _join(text: str, pieces: Sequence[_Piece], persons: list[PersonFound], pending: Span | None) -> Span | None:
    """Add the persons of one line; an office without name waits for the name that follows it."""
    for piece in pieces:
        if piece.name and piece.office:
            persons.append(PersonFound(_found(text, piece.name), _found(text, piece.office)))
            pending = None
        elif piece.name:
            persons.append(PersonFound(_found(text, piece.name), _found(text, pending) if pending else None))
            pending = None
        elif piece.office and persons and persons[-1].role is None and pending is None:
            persons[-1] = PersonFound(persons[-1].name, _found(text, piece.office))
        elif piece.office:
            if pending is not None:
                persons.append(PersonFound(_found(text, pending)))
            pending = piece.office
    return pending


def _pieces(text: str, folded: str, span: Span, words: DecisionWords) -> Iterator[_Piece]:
    clean = _CONTACT.sub(lambda match: "," * len(match.group()), text[span[0] : span[1]])
    found: list[_Piece] = []
    for chunk in _PIECE.finditer(clean):
        for start, end in _apart(folded, (span[0] + chunk.start(), span[0] + chunk.end()), words):
            piece = _piece(text, folded, (start, end), words)
            if piece is None:
                yield from found if found and _complete(found) else ()
                return
            if piece.name or piece.office:
                found.append(piece)
    yield from found


def _complete(found: Sequence[_Piece]) -> bool:
    return any(piece.name for piece in found)


def _apart(folded: str, span: Span, words: DecisionWords) -> Iterator[Span]:
    """Cut at "ja" and "och", but not after a hyphen: "talous- ja henkilöstöjohtaja" is one office."""
    tokens = list(_TOKEN.finditer(folded, *span))
    start = span[0]
    for before, token in zip(tokens, tokens[1:], strict=False):
        joint = token.group() in words.people.joints and not before.group().endswith(("-", "–"))
        if joint and not before.group().endswith(words.people.offices) or token.group() in words.people.joints and not before.group().endswith(("-", "–")) and _named(folded, start, before.end()):
            yield start, before.end()
            start = token.end()
    yield start, span[1]


def _named(folded: str, start: int, end: int) -> bool:
    return len(folded[start:end].split()) >= 3


def _piece(text: str, folded: str, span: Span, words: DecisionWords) -> _Piece | None:
    """Tell name and office apart; None where the words are neither."""
    tokens = [token.span() for token in _TOKEN.finditer(text, *span)]
    tokens = [token for token in tokens if _LEAD.fullmatch(text[slice(*token)]) is None]
    tokens = [token for token in tokens if folded[slice(*token)].rstrip(".") not in words.people.contacts]
    if not tokens:
        return _Piece(None, None)
    if len(tokens) > _LONGEST_ENTRY:
        return None
    offices = [number for number, token in enumerate(tokens) if is_office(folded[slice(*token)], words)]
    if not offices:
        return _bare(text, folded, tokens, words)
    last, first = offices[-1], offices[0]
    if _is_name(text, tokens[last + 1 :]):
        return _Piece(_whole(tokens[last + 1 :]), _whole(tokens[: last + 1]))
    leading = _leading_name(text, folded, tokens[: last + 1], words)
    if last == len(tokens) - 1 and leading:
        return _Piece(_whole(tokens[:leading]), _whole(tokens[leading:]))
    if last == len(tokens) - 1 and first >= 0:
        return _Piece(None, _whole(tokens))
    return None


def _leading_name(text: str, folded: str, tokens: Sequence[Span], words: DecisionWords) -> int:
    count = 0
    for token in tokens[:-1]:
        if not _NAME_PART.match(text[slice(*token)]) or is_office(folded[slice(*token)], words):
            break
        count += 1
    if count == len(tokens) - 1 and count > 2 and not text[tokens[-1][0]].isupper():
        return count
    return count if _NAME_TOKENS[0] <= count <= _NAME_TOKENS[1] else 0


def _bare(text: str, folded: str, tokens: Sequence[Span], words: DecisionWords) -> _Piece | None:
    if _is_name(text, tokens):
        return _Piece(_whole(tokens), None)
    if folded[slice(*tokens[-1])].endswith(words.bodies.endings) and len(tokens) <= 3:
        return _Piece(None, _whole(tokens))
    return None


def _is_name(text: str, tokens: Sequence[Span]) -> bool:
    parts = [text[slice(*token)].strip("[]") for token in tokens]
    fits = _NAME_TOKENS[0] <= len(parts) <= _NAME_TOKENS[1]
    return fits and all(_NAME_PART.match(part) or _INITIAL.match(part) for part in parts)


def is_office(word: str, words: DecisionWords) -> bool:
    """Whether a folded word names an office by its ending ("hallintojohtaja", "vs.")."""
    return word.rstrip(".,").endswith(words.people.offices) or word in words.people.prefixes


def _whole(tokens: Sequence[Span]) -> Span:
    return tokens[0][0], tokens[-1][1]


def _found(text: str, span: Span) -> Found[str]:
    start, end = span
    while end > start and text[end - 1] in ".:,":
        end -= 1
    return Found(" ".join(text[start:end].split()), ((start, end),), RULE)


def find_running_person(text: str, folded: str, span: Span, words: DecisionWords) -> PersonFound | None:
    """Return the person that running text begins with, where only capitals tell the name's end.

    A name that runs into a sentence ("Jan Fure Godkjenning av ...") loses its last word.
    """
    run: list[Span] = []
    office: list[Span] = []
    follower = ""
    for token in _TOKEN.finditer(text, *span):
        word = token.group()
        if _LEAD.fullmatch(word):
            continue
        if not run and is_office(folded[token.start() : token.end()], words):
            office.append(token.span())
            continue
        follower = word
        if not _NAME_PART.match(word) or word.endswith("-") or (len(word) > 2 and word.isupper()) or any(char.isdigit() for char in word):
            break
        if run and is_office(folded[token.start() : token.end()], words):
            break
        if run and text[run[-1][1] : token.start()].strip():
            break
        run.append(token.span())
        follower = ""
    if follower[:1].islower() and len(run) > 2:
        run = run[:-1]
    if not _NAME_TOKENS[0] <= len(run) <= _NAME_TOKENS[1]:
        return None
    return PersonFound(_found(text, _whole(run)), _found(text, _whole(office)) if office else None)
