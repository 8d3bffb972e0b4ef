"""`paragraf house`: the house profiles there are, and whether one is right."""

from pathlib import Path

from rich.markup import escape
from rich.table import Table

from config.house_check import CheckedHouse, check_house_file, profile_path
from config.houses import FOLDER, House, house_ids, load_house, template_path
from config.paths import own
from config.settings import load_settings
from config.sources import load_sources
from paragraf.commands.template import run_template_check
from paragraf.console import out, say_error
from paragraf.own_source import lacking_source
from records.council import Source
from records.errors import ConfigError, DraftError


def run_house_list() -> int:
    """Print every house with its council, language, kind of document and origin; 1 if one is mistaken."""
    table = Table(box=None)
    for column in ("id", "council", "language", "document", "body", "drafts", "profile"):
        table.add_column(column, overflow="fold")
    home, mistaken = load_settings().drafts.houses, 0
    for name in house_ids():
        try:
            house = load_house(name)
        except ConfigError as error:
            say_error(error)
            mistaken += 1
            continue
        body = house.training_body
        told = (house.council or "-", house.tag, house.document, body.name if body else "-")
        origin = "own" if own(FOLDER, f"{name}.toml").is_file() else "shipped"
        cells = (name, *told, "yes" if name in home else "no", origin)
        table.add_row(*(escape(cell) for cell in cells))
    out().print(table)
    out().print(f"own profiles lie in {own(FOLDER)}", markup=False)
    return int(bool(mistaken))


def run_house_check(named: str | None) -> int:
    """Print every mistake of a house profile with its line, and what stays open in it; 1 if any mistake.

    `named` is a house's id or a file; None is every profile of the home. Raises ConfigError for an id
    that has no file.
    """
    if named is None:
        paths = sorted(own(FOLDER).glob("*.toml"))
        if not paths:
            out().print(f"no profiles in {own(FOLDER)}", markup=False)
    else:
        paths = [_path_of(named)]
    return max((_tell(path, check_house_file(path)) for path in paths), default=0)


def _path_of(named: str) -> Path:
    path = Path(named)
    return path if path.suffix == ".toml" or path.is_file() else profile_path(named)


def _tell(path: Path, checked: CheckedHouse) -> int:
    for mistake in checked.mistakes:
        say_error(mistake)
    for line in checked.gaps:
        out().print(f"note: {line}", markup=False)
    if house := checked.house:
        parts = ", ".join(house.parts)
        if told := lacking_source(house, _sources()):
            out().print(f"note: {told}", markup=False)
        out().print(f"{house.id}: {house.tag}, {house.document}, {house.proposal}: {parts}", markup=False)
    spoilt = _check_template(checked.house) if checked.house else 0
    verdict = f"{len(checked.mistakes)} to mend" if checked.mistakes else "nothing to mend"
    out().print(f"{path}: {verdict}", markup=False)
    return int(bool(checked.mistakes) or spoilt)


def _sources() -> tuple[Source, ...]:
    """Return the sources that are read, none where their file is broken: `paragraf doctor` tells that."""
    try:
        return tuple(source for source in load_sources() if source.enabled)
    except ConfigError:
        return ()


def _check_template(house: House) -> int:
    """Print what is wrong in the house's template, and return 1 if anything; a missing one is told before."""
    try:
        place = template_path(house)
    except DraftError:
        return 0
    try:
        return run_template_check(place) if place else 0
    except DraftError as error:
        say_error(error)
        return 1
