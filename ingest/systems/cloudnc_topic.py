"""Knows the named values of an item in the interface of 2017, and prints them as CloudNC's pages do.

Texts are HTML with entities or bare; persons are `Name;#title;#;#email;#`, parted by `!#`; earlier
treatments are JSON whose keys are misspelt (`Descision`, `DescisionProposal`).
"""

import datetime as dt
import html
import json
import mimetypes
import re
from collections.abc import Iterator, Sequence

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from ingest.addresses import absolute_url
from ingest.clean import Piece
from ingest.html import parse_markup, pieces_of
from ingest.systems.cloudnc_interface import Property
from records.item import Attachment

Values = dict[str, list[str]]

_CAPTIONS = {
    "meeting": "kokous",
    "CaseNativeId": "Diaarinumero",
    "HistoryTopics": "Aikaisempi käsittely",
    "Draftsmans": "Valmistelija",
    "DraftingNotes": "Valmistelijan yhteystiedot",
    "Description": "Kuvaus",
    "Decisionproposal": "Ehdotus",
    "Presenters": "Esittelijä",
    "Decision": "Päätös",
    "DissentingOpinion": "Eriävä mielipide",
    "Disqualification": "Esteellisyys",
    "Inform": "Tiedoksi",
    "Attachments": "Liitteet",
    "DecisionNotes": "Lisätiedot",
    "Correctioninstructions": "Muutoksenhaku",
}
"""The captions that CloudNC prints above the values; the interface is known in Finnish alone."""
_BEFORE = ("Draftsmans", "DraftingNotes", "Description")
_AFTER = (
    "Decision", "Disqualification", "DissentingOpinion", "Inform", "DecisionNotes",
    "Correctioninstructions",
)  # fmt: skip
_PERSONS = frozenset({"Draftsmans", "Presenters"})
_FILES = ("Attachments", "AgendaAttachment")
_LINK = re.compile(
    r"<a\s[^<>]{0,200}?href\s*=\s*([\"'])(?P<url>.{1,500}?)\1[^<>]{0,200}>(?P<title>[^<>]{1,300})<", re.I
)
_MARKUP = re.compile(r"<[a-z/!]", re.I)
_EPOCH = dt.datetime(1970, 1, 1, 3, tzinfo=dt.UTC)
_MOMENT = re.compile(r"/Date\((?P<ms>-?\d{1,13})(?:[+-]\d{4})?\)/")


class _Earlier(BaseModel):
    """An earlier treatment of the same matter."""

    model_config = ConfigDict(frozen=True, extra="ignore", coerce_numbers_to_str=True)

    party: str | None = Field(default=None, alias="Party")
    article: str | None = Field(default=None, alias="Article")
    date: str | None = Field(default=None, alias="MeetingDate")
    description: str | None = Field(default=None, alias="Description")
    proposal: str | None = Field(default=None, alias="DescisionProposal")
    decision: str | None = Field(default=None, alias="Descision")


_HISTORY = TypeAdapter(tuple[_Earlier, ...])


def values_of(properties: Sequence[Property]) -> Values:
    """Return the texts that the properties hold by name, empty ones left out."""
    values: Values = {}
    for one in properties:
        if one.text and one.text.strip():
            values.setdefault(one.name, []).append(one.text.strip())
    return values


def topic_pieces(values: Values, body: str | None, day: dt.date | None) -> list[Piece]:
    """Return an item's head and parts as CloudNC prints them; `body` and `day` are its meeting's."""
    pieces = list(_head(values, body, day))
    pieces += _history(values)
    for name in _BEFORE:
        pieces += _part(name, values)
    pieces += _proposal(values)
    for name in _AFTER:
        pieces += _part(name, values)
    titles = [Piece("list_item", one.title, 1) for one in topic_attachments(values, "")]
    return [*pieces, Piece("heading", _CAPTIONS["Attachments"], 2), *titles] if titles else pieces


def topic_attachments(values: Values, root: str) -> tuple[Attachment, ...]:
    """Return the documents that hang on an item; `root` is the site that their links belong to."""
    links = [found for name in _FILES for text in values.get(name, ()) for found in _LINK.finditer(text)]
    found: dict[str, Attachment] = {}
    for link in links:
        url, title = absolute_url(root, html.unescape(link["url"])), _bare(link["title"])
        if title:
            kind = mimetypes.guess_type(title.lower())[0]
            found.setdefault(url, Attachment(title=title, url=url, media_type=kind))
    return tuple(found.values())


def topic_title(values: Values) -> str | None:
    """Return the item's title."""
    return _bare(values.get("Name", [""])[0]) or None


def _head(values: Values, body: str | None, day: dt.date | None) -> Iterator[Piece]:
    if body and day:
        yield Piece("heading", f"{body}, {_CAPTIONS['meeting']} {_printed(day)}", 1)
    number, title = _bare(values.get("Article", [""])[0]), topic_title(values)
    if title:
        yield Piece("heading", f"§ {number} {title}" if number.isdecimal() else title, 2)
    for case in values.get("CaseNativeId", ()):
        yield Piece("paragraph", f"{_CAPTIONS['CaseNativeId']}: {_bare(case)}")


def _part(name: str, values: Values) -> Iterator[Piece]:
    texts = values.get(name, ())
    pieces = [piece for text in texts for piece in (_persons(text) if name in _PERSONS else _pieces(text))]
    if pieces:
        yield Piece("heading", _CAPTIONS[name], 3)
        yield from pieces


def _proposal(values: Values) -> Iterator[Piece]:
    """Yield the proposal with its presenter between caption and text, where CloudNC prints him."""
    pieces = [*_part("Decisionproposal", values)]
    yield from (*pieces[:1], *_part("Presenters", values), *pieces[1:])


def _history(values: Values) -> Iterator[Piece]:
    """Yield the earlier treatments, each under the body's name, day and section."""
    earlier = [one for text in values.get("HistoryTopics", ()) for one in _earlier(text)]
    if earlier:
        yield Piece("heading", _CAPTIONS["HistoryTopics"], 3)
    for one in earlier:
        section = f"§ {one.article}" if one.article else ""
        told = (one.party, _moment(one.date), section)
        yield Piece("paragraph", " ".join(part for part in told if part))
        yield from _pieces(one.description or "")
        for name, text in (("Decisionproposal", one.proposal), ("Decision", one.decision)):
            pieces = _pieces(text or "")
            if pieces:
                yield Piece("heading", _CAPTIONS[name], 4)
                yield from pieces


def _earlier(text: str) -> tuple[_Earlier, ...]:
    """Return the treatments that `text` tells as JSON; what is no such list tells none."""
    try:
        told = json.loads(text)
        return _HISTORY.validate_python(told if isinstance(told, list) else [told])
    except (ValueError, RecursionError):  # ValidationError is a ValueError
        return ()


def _persons(text: str) -> Iterator[Piece]:
    for person in text.split("!#"):
        told = [part.strip() for part in person.strip(";").split(";#")]
        shown = [part for part in told if part]
        if shown:
            yield Piece("list_item", _bare(", ".join(shown)), 1)


def _pieces(text: str) -> list[Piece]:
    """Return a value's blocks, whether it is HTML or bare text with entities."""
    if not _MARKUP.search(text):
        return [Piece("paragraph", _bare(line)) for line in text.split("\n") if line.strip()]
    return pieces_of(parse_markup(f"<div>{text}</div>"))


def _bare(text: str) -> str:
    return " ".join(html.unescape(text).split())


def _moment(text: str | None) -> str | None:
    found = _MOMENT.search(text or "")
    if found is None:
        return None
    # Midnight of a Finnish day is the evening before in UTC, and no meeting begins in the night.
    moment = _EPOCH + dt.timedelta(milliseconds=int(found["ms"]))
    return _printed(moment.date())


def _printed(day: dt.date) -> str:
    return f"{day.day}.{day.month}.{day.year}"
