"""Tells what a house profile leaves open: placeholders in every draft, and values that are never printed."""

from collections.abc import Iterator

from config.house_slips import Profile
from config.houses import House

_PRINTED_IN: dict[str, tuple[str, ...]] = {
    "administration": ("administration",),
    "preparer": ("preparer", "preparation"),
    "presenter": ("presenter",),
    "distribution": ("distribution",),
    "signatories": ("signature",),
}
"""The fields of the head and the sections in which a value of the profile is printed."""
_ALWAYS = ("council", "body", "responsible")
_UNNAMED = {
    "council": "no council",
    "body": "no body for training items",
    "responsible": "nobody responsible for carrying out decisions",
    "administration": "no administration",
    "preparer": "no preparer",
    "presenter": "no presenter",
    "distribution": "no recipients of decisions",
    "signatories": "nobody who signs",
}


def list_gaps(profile: Profile) -> Iterator[str]:
    """Yield a line for each thing that stays a placeholder, then one for each that is never printed."""
    house = profile.house
    for key in (*_ALWAYS, *_PRINTED_IN):
        if not getattr(house, key) and _is_printed(house, key) and not _told_by_bodies(house, key):
            yield f"{_UNNAMED[key]} named ({key}): stays a placeholder in every draft"
    yield from _kinds(house)
    for key in _PRINTED_IN:
        if profile.table.get(key) and not _is_printed(house, key):
            yield f"{key} is told and never printed: neither head nor sections hold {_wanted(key)}"
    for body in house.bodies:
        if body.name[:1].isupper() and not body.name.isupper():
            yield f"{body.id}: {body.name!r} begins with a capital, as it then does within sentences too"


def _is_printed(house: House, key: str) -> bool:
    return key in _ALWAYS or bool({*house.head, *house.sections} & {*_PRINTED_IN[key]})


def _told_by_bodies(house: House, key: str) -> bool:
    return key == "presenter" and bool(house.bodies) and all(body.presenter for body in house.bodies)


def _wanted(key: str) -> str:
    return " or ".join(f'"{place}"' for place in _PRINTED_IN[key])


def _kinds(house: House) -> Iterator[str]:
    """Yield bodies whose kind the proposal of an appeal clause hangs on, and which tell none."""
    if house.country != "FI" or house.appeal or "appeal" not in house.sections:
        return
    for body in house.bodies:
        if body.kind is None and house.receiver(body) is None:
            yield f"no kind of {body.id} told (council, board, committee): no appeal clause is proposed"
