"""Knows how to make a council of any size from templates; the same number gives the same council."""

import datetime as dt
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from config.toml import parse_toml, validate
from records.council import Base, Source
from records.council import Council as Publisher
from samples.council import AgendaItem, Council, Layout, Meeting, Site, Strict

BULK = "suurlampi"
PER_MEETING = 20
TRAINING_EACH = 20
PROCEDURAL_ITEMS = 206
NEWEST = dt.date(2026, 11, 16)


class Template(Strict):
    """An item's texts with marks to be filled in."""

    title: str
    preparers: str
    text: str
    proposal: str
    decision: str


class Templates(Strict):
    """The file `bulk.toml`."""

    streets: tuple[str, ...]
    people: tuple[str, ...]
    themes: tuple[str, ...]
    places: tuple[str, ...]
    bodies: tuple[str, ...]
    presenter: str
    place: str
    ordinary: tuple[Template, ...]
    training: tuple[Template, ...]


def bulk_council(count: int) -> Council:
    """Return the council Suurlampi with `count` items in meetings of twenty, newest first."""
    meetings = -(-count // PER_MEETING)
    return Council(
        source=Source(
            id=BULK,
            system="dynasty",
            council=Publisher(name="Suurlammen kaupunki", country="FI"),
            language="fi",
            bases=(Base(id="main", url=f"{{base}}/{BULK}/cgi/DREQUEST.PHP"),),
            enabled=True,
            show=max(count, 1),
        ),
        site=Site(prefix=f"/{BULK}", layout=_layout()),
        meetings=tuple(_meeting(index, count) for index in range(meetings)),
    )


def bulk_training_ids(count: int) -> tuple[str, ...]:
    """Return the ids of those of `count` items that are on training: every twentieth."""
    return tuple(
        f"{_meeting_id(index // PER_MEETING)}-{index % PER_MEETING + 1}"
        for index in range(count)
        if _is_training(index)
    )


def procedural(council: Council) -> Council:
    """Return the council as if its last 206 items were all of the kind that opens a meeting."""
    template = _templates().ordinary[0]
    newest = council.meetings[0]
    meetings = tuple(
        newest.model_copy(
            update={
                "id": f"{newest.id}{index:03}",
                "date": newest.date - dt.timedelta(days=index),
                "item": (_filled(template, index, n=1, section=index + 1),),
            }
        )
        for index in range(PROCEDURAL_ITEMS)
    )
    return council.model_copy(update={"meetings": meetings})


def _is_training(index: int) -> bool:
    return index % TRAINING_EACH == TRAINING_EACH // 2


def _meeting_id(index: int) -> str:
    return f"2026{5000 - index}"


def _meeting(index: int, count: int) -> Meeting:
    told = _templates()
    date = NEWEST - dt.timedelta(weeks=index // len(told.bodies))
    first = index * PER_MEETING
    return Meeting(
        id=_meeting_id(index),
        body=told.bodies[index % len(told.bodies)],
        body_id=300 + index % len(told.bodies),
        date=date,
        place=told.place,
        presenter=told.presenter,
        published=date + dt.timedelta(days=3),
        item=tuple(_items(range(first, min(first + PER_MEETING, count)))),
    )


def _items(indices: range) -> Iterator[AgendaItem]:
    told = _templates()
    for n, index in enumerate(indices, 1):
        pool = told.training if _is_training(index) else told.ordinary
        yield _filled(pool[index % len(pool)], index, n=n, section=100 + index % 400)


def _filled(template: Template, index: int, *, n: int, section: int) -> AgendaItem:
    told = _templates()
    day = dt.date(2027, 1, 11) + dt.timedelta(days=index % 120)
    marks = {
        "number": index % 90 + 1,
        "year": 2026,
        "street": told.streets[index % len(told.streets)],
        "person": told.people[index % len(told.people)],
        "theme": told.themes[index // TRAINING_EACH % len(told.themes)],
        "place": told.places[index // TRAINING_EACH % len(told.places)],
        "sum": f"{1 + index % 60} {index * 37 % 1000:03}",
        "first": _written(day),
        "second": _written(day + dt.timedelta(days=14)),
    }
    texts = {name: text.format_map(marks) for name, text in template.model_dump().items()}
    return AgendaItem(n=n, section=section, case_number=f"{index + 1}/00.02.00/2026", **texts)


def _written(day: dt.date) -> str:
    return f"{day.day}.{day.month}.{day.year}"


def _layout() -> Layout:
    return Layout(
        order=("title", "line", "case", "preparers", "text", "presenter", "proposal", "decision"),
        labels={
            "preparers": "Valmistelija",
            "presenter": "Esittelijä",
            "proposal": "Päätösehdotus",
            "decision": "Päätös",
        },
    )


@cache
def _templates() -> Templates:
    where = "samples/bulk.toml"
    text = files("samples").joinpath("bulk.toml").read_text(encoding="utf-8")
    return validate(Templates, parse_toml(text, where), where, text)
