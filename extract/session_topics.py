"""Knows which topics, audiences and format the words of a stretch tell."""

from dataclasses import dataclass
from typing import get_args

from extract.audiences import audiences_in
from extract.formats import format_in
from extract.programme_material import Material
from extract.topics import topics_in
from records.base import Span
from records.evidence import Found
from records.programme import Format

_FORMATS: dict[str, Format] = {code: code for code in get_args(Format)}


@dataclass(frozen=True, slots=True)
class Tags:
    """Codes told in a stretch, each once, in text order."""

    topics: tuple[Found[str], ...]
    audiences: tuple[Found[str], ...]
    format: Found[Format] | None


def find_tags(material: Material, span: Span) -> Tags:
    """Return the topics, audiences and format that a stretch tells."""
    reading = material.reading
    told = format_in(reading, span)
    code = _FORMATS.get(told.value) if told else None
    form = Found(code, told.spans, told.rule, told.how, told.confidence) if told and code else None
    return Tags(topics_in(reading, span), audiences_in(reading, span), form)
