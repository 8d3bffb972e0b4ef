"""What differs between two versions of an item is told by pointer and by place."""

import pytest

from records.changes import ChangeKind
from records.document import DocumentRecord
from records.item import DocumentType
from store.changes import find_changes
from tests.store.made import PROGRAMME, make_item, make_record

TEXT = "Kaupunginhallitus\nEsityslista 28.09.2026\n\nKoulutus pidetään 3.11.2026.\n\nPäätös"


def _record(text: str = TEXT, **fields: object) -> DocumentRecord:
    return make_record(make_item(), PROGRAMME).model_copy(update={"text": text, **fields})


def test_the_same_record_has_no_changes() -> None:
    """A record compared with itself differs in nothing."""
    found = find_changes(_record(), _record())

    assert (found.kind, found.fields, found.text) == ("corrected", (), ())


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("agenda", "minutes", "published"),
        ("case_paper", "minutes", "published"),
        ("minutes", "minutes", "corrected"),
        ("minutes", "agenda", "withdrawn"),
        ("page", "minutes", "other"),
    ],
)
def test_kinds(before: DocumentType, after: DocumentType, kind: ChangeKind) -> None:
    """What a new version is follows from the kinds of document."""
    old, new = _record(document_type=before), _record(document_type=after)

    assert find_changes(old, new).kind == kind


def test_a_value_that_differs() -> None:
    """A value is named by its pointer; places of quotes are no values."""
    old, new = _record(), _record()
    session = old.programmes[0].sessions[0]
    moved = session.model_copy(update={"time": "18:00", "span": (0, 5)})
    programme = old.programmes[0].model_copy(update={"sessions": (moved,)})
    new = new.model_copy(update={"programmes": (programme,)})

    (found,) = find_changes(old, new).fields

    assert found.pointer == "/programmes/0/sessions/0/time"
    assert (found.before, found.after) == (session.time, "18:00")


@pytest.mark.parametrize(
    ("after", "quotes"),
    [
        (TEXT + " Ehdotus hyväksyttiin.", [("Päätös", "Päätös Ehdotus hyväksyttiin.")]),
        (
            TEXT.replace("3.11.2026", "4.11.2026"),
            [("Koulutus pidetään 3.11.2026.", "Koulutus pidetään 4.11.2026.")],
        ),
        (TEXT + "\nTiedoksi", [("", "Tiedoksi")]),
        (TEXT.replace("Esityslista 28.09.2026\n", ""), [("Esityslista 28.09.2026", "")]),
        (
            "Valtuusto\n" + TEXT.partition("\n")[2].replace("Päätös", "Päätös:"),
            [("Kaupunginhallitus", "Valtuusto"), ("Päätös", "Päätös:")],
        ),
    ],
    ids=["words at the end", "one line", "a line more", "a line fewer", "two places"],
)
def test_lines_that_differ(after: str, quotes: list[tuple[str, str]]) -> None:
    """Each stretch of lines that differs is told by its place in either text."""
    found = find_changes(_record(), _record(after)).text

    told = [(TEXT[slice(*one.before)], after[slice(*one.after)]) for one in found]
    assert told == quotes


def test_long_texts_are_compared_by_their_ends() -> None:
    """Thousands of lines that differ are one change: comparing each with each would take too long."""
    old = "\n".join(f"rivi {n}" for n in range(9_000))
    new = "\n".join(f"rivi {n}" if n in (0, 8_999) else f"uusi {n}" for n in range(9_000))

    (found,) = find_changes(_record(old), _record(new)).text

    assert old[slice(*found.before)].splitlines() == [f"rivi {n}" for n in range(1, 8_999)]
    assert new[slice(*found.after)].splitlines()[-1] == "uusi 8998"
