"""Knows how persons are printed: office and name in either order, phones and addresses between them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from config.decision_words import DecisionWords
from extract.decision_lines import Line
from extract.decision_sure import found_as
from extract.office_forms import may_be_office
from records.base import Span
from records.evidence import Found

RULE = "person"

_CONTACT = re.compile(
    r"[^\s,;()]*(?:@|\(at\)|\[at\])[^\s,;()]*|(?<![\w/])[+(]?\d[\d ()–x?-]{4,}\d|\b0[x\d]{2}[ x\d]{4,}"
)
_PIECE = re.compile(r"[^,;|\n:]+")
_TOKEN = re.compile(r"[^\s,;:()]+")
_INFLECTED = re.compile(r"(?<=[^\W\d_]):[^\W\d_A-ZÅÄÖÆØ]{1,4}(?![\w@])")
"""The ending of an abbreviation within a sentence: "Vesi Oy:n hakemus", "Vatten Ab:s ansökan"."""
_LEAD = re.compile(r"[\s•·▪*/|–:-]+")
_BARE_BULLET = re.compile(r"[\s•·▪*–-]*$")
_NAME_PART = re.compile(r"[A-ZÅÄÖÆØÉÜČŠŽÞÐ][\w’'´.-]*$")
_STOPS = ".:,"
_LONGEST_ENTRY = 12
_FEWEST_PARTS, _MOST_PARTS = 2, 4
_LONGEST_CODE = 3


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


_LONGEST_NAME = 3
"""Words of a name that stands alone on a line."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """The words between two commas, told apart into name and office."""

    name: Span | None = None
    office: Span | None = None


@dataclass(slots=True)
class _Register:
    """Persons as they are read; an office without name waits for the name that follows it."""

    text: str
    persons: list[PersonFound] = field(default_factory=list)
    office: Span | None = None

    def enter(self, piece: _Piece) -> None:
        """Take in the next piece: a person, a name for the office that waits, an office for the last name."""
        if piece.name:
            role = piece.office or self.office
            self.persons.append(PersonFound(self.found(piece.name), self.found(role) if role else None))
            self.office = None
        elif piece.office and self.persons and self.persons[-1].role is None and self.office is None:
            self.persons[-1] = PersonFound(self.persons[-1].name, self.found(piece.office))
        elif piece.office:
            self.close()
            self.office = piece.office

    def close(self) -> None:
        """Let an office that no name followed stand for the person."""
        if self.office is not None:
            self.persons.append(PersonFound(self.found(self.office)))
            self.office = None

    def found(self, span: Span) -> Found[str]:
        """Return a span's text without the stops behind it, as a value."""
        start, end = span
        while end > start and self.text[end - 1] in _STOPS:
            end -= 1
        return found_as(" ".join(self.text[start:end].split()), ((start, end),), RULE, "labelled")


def find_people(
    text: str, folded: str, span: Span, lines: Sequence[Line], words: DecisionWords, lenient: bool = False
) -> People:
    """Return the persons that `span` begins with; they end where lines stop looking like persons.

    `lines` are those of the span. Below a label alone on its line, blank lines may part the persons;
    elsewhere a line after a blank one goes on only with a name and nothing else.
    `lenient` takes an unknown word in small letters before a name as the office: a label says so.
    """
    reader = _Reader(text, folded, words, lenient)
    register = _Register(text)
    end, alone = span[0], True
    for line in lines:
        place = max(line.start, span[0]), min(line.end, span[1])
        if place[0] >= place[1] or _BARE_BULLET.match(text[slice(*place)]):
            continue
        alone = line.start >= span[0] if end == span[0] else alone
        pieces = list(reader.pieces(place))
        apart = text.count("\n", end, place[0]) > 1
        if register.persons and not alone and apart and not _is_bare_name(text, pieces, place):
            break
        told = bool(register.persons or register.office)
        if (not pieces and not reader.is_contact(place)) or (told and reader.is_body(place)):
            break
        for piece in pieces:
            register.enter(piece)
        end = place[1]
    register.close()
    return People(tuple(register.persons), end)


def _is_bare_name(text: str, pieces: Sequence[_Piece], line: Span) -> bool:
    """Whether a line is a name and nothing else; one in capitals is a title, so is one of many words."""
    words = text[slice(*line)].split()
    whole = len(pieces) == 1 and pieces[0].name == line and pieces[0].office is None
    return (
        whole and len(words) <= _LONGEST_NAME and not any(len(word) > 1 and word.isupper() for word in words)
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """A text and the words that tell offices from names in it."""

    text: str
    folded: str
    words: DecisionWords
    lenient: bool = False

    def is_contact(self, span: Span) -> bool:
        """Whether a line holds but a phone number or an address."""
        rest = _CONTACT.sub(" ", self.text[slice(*span)]).lower()
        return all(token.rstrip(".:") in self.words.people.contacts for token in _TOKEN.findall(rest))

    def is_body(self, span: Span) -> bool:
        """Whether a line ends in the name of a body."""
        return self.folded[slice(*span)].rstrip(" .").endswith(self.words.bodies.endings)

    def pieces(self, span: Span) -> Iterator[_Piece]:
        """Return names and offices of a line, nothing if its first words are neither or it is text."""
        if _INFLECTED.search(self.text, *span):
            return
        clean = _CONTACT.sub(lambda match: "," * len(match.group()), self.text[slice(*span)])
        found: list[_Piece] = []
        for chunk in _PIECE.finditer(clean):
            for place in self._apart((span[0] + chunk.start(), span[0] + chunk.end())):
                piece = self._piece(place)
                if piece is None:
                    yield from found if any(one.name for one in found) else ()
                    return
                if piece.name or piece.office:
                    found.append(piece)
        yield from found

    def _apart(self, span: Span) -> Iterator[Span]:
        """Cut at "ja" and "och", but not within an office: "talous- ja henkilöstöjohtaja"."""
        tokens = list(_TOKEN.finditer(self.folded, *span))
        start = span[0]
        for before, token in pairwise(tokens):
            joint = token.group() in self.words.people.joints and not before.group().endswith(("-", "–"))
            several = len(self.folded[start : before.end()].split()) > _FEWEST_PARTS
            if joint and (several or not self._is_office(before.span())):
                yield start, before.end()
                start = token.end()
        yield start, span[1]

    def _is_office(self, token: Span) -> bool:
        return is_office(self.folded[slice(*token)], self.words)

    def _tokens(self, span: Span) -> list[Span]:
        """The words of a piece, without bullets and the word for a phone."""
        found = [match.span() for match in _TOKEN.finditer(self.text, *span)]
        contacts = self.words.people.contacts
        tokens = [
            token
            for token in found
            if not _LEAD.fullmatch(self.text[slice(*token)])
            and self.folded[slice(*token)].rstrip(".") not in contacts
        ]
        joined = tokens and self.folded[slice(*tokens[0])] in self.words.people.joints
        return tokens[1:] if joined else tokens

    def _piece(self, span: Span) -> _Piece | None:
        """Tell name and office apart; None where the words are neither."""
        tokens = self._tokens(span)
        if not tokens:
            return _Piece()
        if len(tokens) > _LONGEST_ENTRY:
            return None
        last = max((number for number, token in enumerate(tokens) if self._is_office(token)), default=-1)
        if last < 0:
            return self._unknown_office(tokens) or self._bare(tokens)
        if self._is_name(tokens[last + 1 :]):
            return _Piece(_whole(tokens[last + 1 :]), _whole(tokens[: last + 1]))
        if last < len(tokens) - 1:
            return self._acting(tokens, last + 1)
        leading = self._leading_name(tokens)
        if leading:
            return _Piece(_whole(tokens[:leading]), _whole(tokens[leading:]))
        return _Piece(None, _whole(tokens))

    def _leading_name(self, tokens: Sequence[Span]) -> int:
        """How many words of "Juho Laine hallintojohtaja" are the name."""
        count = 0
        for token in tokens[:-1]:
            if not _NAME_PART.match(self.text[slice(*token)]) or self._is_office(token):
                break
            count += 1
        return count if _FEWEST_PARTS <= count <= _MOST_PARTS else 0

    def _unknown_office(self, tokens: Sequence[Span]) -> _Piece | None:
        """A word that no list knows and a name behind it: "Kaupungingeodeetti Helka Laine"."""
        titled = may_be_office(self.text[slice(*tokens[0])], self.words, self.lenient)
        return _Piece(_whole(tokens[1:]), tokens[0]) if titled and self._is_name(tokens[1:]) else None

    def _acting(self, tokens: Sequence[Span], first: int) -> _Piece | None:
        """An office that no list knows behind one word for acting: "vs. kaupungingeodeetti Helka Laine"."""
        acting = all(self.folded[slice(*one)] in self.words.people.prefixes for one in tokens[:first])
        piece = self._unknown_office(tokens[first:]) if acting else None
        return _Piece(piece.name, (tokens[0][0], piece.office[1])) if piece and piece.office else None

    def _bare(self, tokens: Sequence[Span]) -> _Piece | None:
        if self._is_name(tokens):
            return _Piece(_whole(tokens))
        body = self.folded[slice(*tokens[-1])].endswith(self.words.bodies.endings)
        return _Piece(None, _whole(tokens)) if body and len(tokens) < _MOST_PARTS else None

    def _is_name(self, tokens: Sequence[Span]) -> bool:
        parts = [self.text[slice(*token)].strip("[]") for token in tokens]
        alike = len({part.isupper() for part in parts if len(part) > _FEWEST_PARTS}) <= 1
        fits = _FEWEST_PARTS <= len(parts) <= _MOST_PARTS
        firm = any(part.lower().rstrip(".") in self.words.people.firms for part in parts)
        return alike and fits and not firm and all(_NAME_PART.match(part) for part in parts)


def is_office(word: str, words: DecisionWords) -> bool:
    """Whether a folded word names an office by its ending ("hallintojohtaja", "vs.")."""
    return word.rstrip(".,").endswith(words.people.offices) or word in words.people.prefixes


def _whole(tokens: Sequence[Span]) -> Span:
    return tokens[0][0], tokens[-1][1]


def find_running_person(text: str, folded: str, span: Span, words: DecisionWords) -> PersonFound | None:
    """Return the person that running text begins with, where only capitals tell the name's end.

    A name that runs into a sentence ("Jan Fure Godkjenning av ...") loses its last word.
    """
    office: list[Span] = []
    run: list[Span] = []
    follower = ""
    for token in _TOKEN.finditer(text, *span):
        if _LEAD.fullmatch(token.group()):
            continue
        titled = is_office(folded[slice(*token.span())], words)
        if titled and not run:
            office.append(token.span())
        elif titled or not _goes_on(text, run, token):
            follower = token.group()
            break
        else:
            run.append(token.span())
    coded = bool(run) and run[-1][1] - run[-1][0] <= _LONGEST_CODE and text[slice(*run[-1])].isupper()
    if len(run) > _FEWEST_PARTS and (follower[:1].islower() or coded):
        run = run[:-1]
    if not _FEWEST_PARTS <= len(run) <= _MOST_PARTS:
        return None
    register = _Register(text, office=_whole(office) if office else None)
    register.enter(_Piece(_whole(run)))
    return register.persons[0]


def _goes_on(text: str, run: Sequence[Span], token: re.Match[str]) -> bool:
    """Whether a word goes on with a name: a capital, not all capitals, nothing between it and the last."""
    word = token.group()
    shouted = len(word) > _FEWEST_PARTS and word.isupper()
    touches = not run or not text[run[-1][1] : token.start()].strip()
    plain = not word.endswith("-") and not any(char.isdigit() for char in word)
    return touches and plain and not shouted and _NAME_PART.match(word) is not None
