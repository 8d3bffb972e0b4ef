"""A site's addresses and what it shows at a moment."""

import pytest

from samples.council import Council
from samples.dynasty_view import Shown, View
from samples.dynasty_words import Words, load_words
from tests.samples.made import made_council

HOST = "http://127.0.0.1:8000"


def with_script(cgi: str) -> Council:
    """Return Testila with its script elsewhere."""
    council = made_council()
    return council.model_copy(update={"site": council.site.model_copy(update={"cgi": cgi})})


@pytest.mark.parametrize(
    ("cgi", "folder"),
    [
        ("/cgi/DREQUEST.PHP", "/testila/kokous"),
        ("/djulkaisu/cgi/DREQUEST.PHP", "/testila/djulkaisu/kokous"),
        ("/D10_X/cgi/DREQUEST.PHP", "/testila/D10_X/kokous"),
    ],
)
def test_files_lie_beside_the_script(cgi: str, folder: str) -> None:
    """The folder's address is the script's with another end."""
    view = View(with_script(cgi), HOST)

    assert view.script == f"{HOST}/testila{cgi}"
    assert view.folder == f"{HOST}{folder}"


def test_items_are_found_by_their_ids() -> None:
    """Meeting id and place; anything else finds nothing."""
    view = View(made_council(), HOST)

    found = view.find_item("20265-2")

    assert found is not None
    assert found.item.n == 2
    assert [view.find_item(one) for one in ("20265-3", "20265", "", "-", "2026-5-2")] == [None] * 5


def test_neighbours_skip_what_is_withdrawn() -> None:
    """Navigation leads over gaps; the ends have one neighbour."""
    bulk = made_council()
    meeting = bulk.meetings[0]
    third = meeting.item[0].model_copy(update={"n": 3})
    longer = meeting.model_copy(update={"item": (*meeting.item, third)})
    view = View(bulk.model_copy(update={"meetings": (longer,)}), HOST, withdrawn={"20265-2"})

    first, last = view.items(longer)

    assert (first.id, last.id) == ("20265-1", "20265-3")
    assert view.neighbours(first) == (None, last)
    assert view.neighbours(last) == (first, None)


def test_state_decides_what_an_item_is_called() -> None:
    """Pykälä in minutes, Asianro in agendas."""
    council = made_council()
    view = View(council, HOST, states={"20265": "agenda"})
    item = council.meetings[0].item[1]

    shown = view.items(council.meetings[0])[1]

    assert view.heading(shown, "/") == "Esityslista 04.05.2026/Asianro 2"
    assert view.heading(Shown(council.meetings[0], item, "minutes"), " ") == "Pöytäkirja 04.05.2026 Pykälä 51"


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_the_record_systems_words_are_complete(language: str) -> None:
    """No word is empty, in either language."""
    words = load_words(language)

    assert all(getattr(words, name) for name in Words.model_fields)


def test_the_two_languages_differ_but_for_names() -> None:
    """A word that is the same in both would be a copy that nobody translated."""
    finnish, swedish = load_words("fi"), load_words("sv")

    same = {name for name in Words.model_fields if getattr(finnish, name) == getattr(swedish, name)}
    assert same == {"feed"}
