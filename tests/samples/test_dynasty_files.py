"""Beside the pages lie the PDF files of meetings, items and attachments."""

import pytest

from samples.server import SampleServer
from tests.samples.made import get, made_council
from tests.samples.test_pdf import text_of

FOLDER = "/testila/kokous"


@pytest.mark.parametrize(
    ("name", "present"),
    [
        ("20265.PDF", "Avaus"),
        ("20265-2.PDF", "Pöytäkirja 04.05.2026/Pykälä 51"),
        ("20265-2.pdf", "Sihteeri Aada Testinen"),
        ("20265-2-9.PDF", "Ohjelman sisältö"),
        ("20265-0-1.PDF", "Muutoksenhakuohje"),
    ],
)
def test_files_that_exist(name: str, present: str) -> None:
    """Whole minutes, one item, an attachment, the appeal instructions."""
    with SampleServer(councils=[made_council()]) as server:
        answer = get(server, f"{FOLDER}/{name}")

    assert answer.headers["content-type"] == "application/pdf"
    assert present in " ".join(text_of(answer.body))


@pytest.mark.parametrize("name", ["20265-3.PDF", "20265-2-10.PDF", "20265-2-11.PDF", "20269.PDF", "x.PDF"])
def test_files_that_do_not(name: str) -> None:
    """Unknown items and meetings, and an attachment that is listed yet missing, answer 404."""
    with SampleServer(councils=[made_council()]) as server:
        assert get(server, f"{FOLDER}/{name}").status == 404


def test_files_follow_the_state_of_the_meeting() -> None:
    """An agenda's file has no decision."""
    with SampleServer(councils=[made_council()]) as server:
        server.show("testila", "agenda")
        pages = text_of(get(server, f"{FOLDER}/20265-2.PDF").body)

    assert "Esityslista 04.05.2026/Asianro 2" in pages[0]
    assert "Hyväksyttiin" not in pages[0]
