"""Whether a house's own council is read: without it no decision of its own falls due, or is followed."""

from collections.abc import Sequence
from difflib import get_close_matches

from config.house_check import check_house_file, profile_path
from config.houses import House, house_ids
from records.council import Source
from store.councils import fold_name


def lacking_sources(houses: Sequence[str], sources: Sequence[Source]) -> list[str]:
    """Return what is told of each house, by its id, whose own council is not read.

    A profile that cannot be read is passed over.
    """
    known = [name for name in houses if name in house_ids()]
    read = (check_house_file(profile_path(name)).house for name in known)
    return [told for house in read if house and (told := lacking_source(house, sources))]


def lacking_source(house: House, sources: Sequence[Source]) -> str | None:
    """Return what is told of a house of whose council none of the sources is, else None.

    The source whose council is called most like it is named. Nothing is told where there are no sources,
    or the house names no council: that is told otherwise.
    """
    names = {fold_name(source.council.name): source for source in sources}
    if not names or house.council is None or fold_name(house.council) in names:
        return None
    near = get_close_matches(fold_name(house.council), names, n=1)
    source = names[near[0]] if near else None
    nearest = f"The nearest is “{source.council.name}” of the source {source.id}. " if source else ""
    return (
        f"house {house.id}: no enabled source is of “{house.council}”. {nearest}Until the two are called "
        "alike, nothing of its own falls due again, no page is undecided, no meeting's decision is told."
    )
