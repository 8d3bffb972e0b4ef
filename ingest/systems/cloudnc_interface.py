"""Knows the interface that CloudNC offered in 2017 (`/api/opennc/v1/`, OData as JSON): nodes and contents."""

import datetime as dt
import re
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ingest.addresses import absolute_url
from ingest.systems.cloudnc_addresses import base_of
from ingest.systems.cloudnc_walk import Branch, Listed
from records.council import Source
from records.errors import ReadError
from records.page import FeedEntry, Page

_BODIES = "Toimielimet"
_LANGUAGES = {"fi": 1, "en": 2, "sv": 3}
_MEETING = re.compile(r"\D{0,40}(\d{1,2})\.(\d{1,2})\.(\d{4})\D{0,20}")
_ROOT = re.compile(r"^.*?/api/opennc/v\d{1,2}(?=/|$)", re.I)
_CONTENTS = "Contents()?$filter=Classifications/any(f:f/NodeId%20eq%20{node})"
_GROUP = 0
"""The type of a node that only gathers others: `Kokoukset` between a body and its meetings."""
_COVER = 43
"""The type of a class (`Näytä tason esittelynä`) of a meeting's cover: who was present, no item."""


class _Answer(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class _Name(_Answer):
    language: int = Field(default=0, alias="LanguageId")
    name: str = Field(default="", alias="Name")


class _Node(_Answer):
    id: int = Field(alias="NodeId")
    names: tuple[_Name, ...] = Field(default=(), alias="Names")
    type: int = Field(default=_GROUP, alias="Type")


class _Class(_Answer):
    type: int = Field(default=0, alias="Type")


class _Content(_Answer):
    id: int = Field(alias="ContentId")
    subject: str | None = Field(default=None, alias="Subject")
    language: int = Field(default=0, alias="LanguageId")
    published: dt.datetime | None = Field(default=None, alias="PublicDate")
    classes: tuple[_Class, ...] = Field(default=(), alias="Classifications")


class Property(_Answer):
    """One named value of an item; texts are HTML with entities, or bare."""

    name: str = Field(alias="Name")
    text: str | None = Field(default=None, alias="Text")


class _Nodes(_Answer):
    value: tuple[_Node, ...]
    next: str | None = Field(default=None, alias="odata.nextLink")


class _Contents(_Answer):
    value: tuple[_Content, ...]
    next: str | None = Field(default=None, alias="odata.nextLink")


class _Properties(_Answer):
    value: tuple[Property, ...]


_NUL = rb"\u0000"
"""A character that no text has, as JSON spells it; databases refuse it."""
M = TypeVar("M", bound=_Answer)


def read_interface_list(page: Page, source: Source, branch: Branch) -> Listed:
    """Return what a list of nodes or contents holds, under the names of the source's language.

    A node named with a day is a meeting, another one a body, or what stands between both. Of the
    first list only the bodies are followed. Raises ReadError for JSON of another shape.
    """
    if "/Contents" in page.final_url:
        contents = _parsed(page, _Contents)
        wanted = [one for one in contents.value if _is_item(one) and _speaks(one, source)]
        items = tuple(_entry(one, page, source, branch) for one in wanted)
        return Listed(items=items, bodies=_more(contents.next, page, branch))
    nodes = _parsed(page, _Nodes)
    top = page.final_url.rstrip("/").endswith("/Nodes")
    told = [(node, _name(node, source)) for node in nodes.value]
    meetings = tuple(
        Branch(_contents_of(page, node), branch.name, day) for node, name in told if (day := _day(name))
    )
    bodies = tuple(
        Branch(_nodes_of(page, node), branch.name if node.type == _GROUP else name)
        for node, name in told
        if not _day(name) and (not top or _BODIES in {one.name for one in node.names})
    )
    return Listed(meetings=meetings, bodies=(*bodies, *_more(nodes.next, page, branch)))


def read_properties(page: Page) -> tuple[Property, ...]:
    """Return the named values of an item; raises ReadError for JSON of another shape."""
    return _parsed(page, _Properties).value


def _parsed(page: Page, shape: type[M]) -> M:
    try:
        return shape.model_validate_json(page.content.replace(_NUL, b""))
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise ReadError(
            page.url,
            expected="an answer of the OpenNC interface",
            found=f"{place}: {first['msg']}" if place else first["msg"],
            advice="Open the address; it may ask for a login, or be another interface",
        ) from error


def _entry(content: _Content, page: Page, source: Source, branch: Branch) -> FeedEntry:
    url = f"{_root(page)}/Contents({content.id})/ExtendedProperties"
    subject = " ".join((content.subject or "").split()) or None
    published = content.published
    return FeedEntry(
        url=url,
        title=subject or f"{branch.name} {content.id}".strip(),
        base_id=base_of(source, url),
        native_id=str(content.id),
        body=branch.name or None,
        subject=subject,
        meeting_date=branch.day,
        published=published if published and published.tzinfo else None,
    )


def _is_item(content: _Content) -> bool:
    return _COVER not in {one.type for one in content.classes}


def _speaks(content: _Content, source: Source) -> bool:
    """Tell whether a content is in the source's language, or does not say."""
    wanted = _LANGUAGES.get(source.language or "", 0)
    return not wanted or content.language in (0, wanted)


def _name(node: _Node, source: Source) -> str:
    """Return a node's name in the source's language, else in the first one that has any."""
    wanted = _LANGUAGES.get(source.language or "", 1)
    ordered = sorted(node.names, key=lambda one: one.language != wanted)
    return next((" ".join(one.name.split()) for one in ordered if one.name.strip()), "")


def _day(name: str) -> dt.date | None:
    found = _MEETING.fullmatch(name)
    if found is None:
        return None
    day, month, year = map(int, found.groups())
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _more(address: str | None, page: Page, branch: Branch) -> tuple[Branch, ...]:
    """Return the next part of a list that the answer cut, as one more list of the same branch."""
    return (Branch(absolute_url(page.final_url, address), branch.name, branch.day),) if address else ()


def _contents_of(page: Page, node: _Node) -> str:
    return f"{_root(page)}/{_CONTENTS.format(node=node.id)}"


def _nodes_of(page: Page, node: _Node) -> str:
    return f"{_root(page)}/Nodes({node.id})/SubNodes()"


def _root(page: Page) -> str:
    found = _ROOT.match(page.final_url)
    return found[0] if found else page.final_url.rstrip("/").rpartition("/")[0]
