"""What `paragraf extract` may be given."""

import json
from pathlib import Path

import pytest

from paragraf.inputs import Input, InputOptions, list_inputs, read_about, read_input, with_options
from records.errors import ReadError


def test_a_folder_gives_its_documents_by_name_and_at_any_depth(tmp_path: Path) -> None:
    """Endings are known in any case; what is told beside a document is no document."""
    (tmp_path / "deep").mkdir()
    for name in ("b.TXT", "a.html", "deep/c.Pdf", "a.about.json", "notes.odt"):
        (tmp_path / name).write_bytes(b"x")

    assert [given.name for given in list_inputs([str(tmp_path)])] == ["a.html", "b.TXT", "c.Pdf"]


def test_arguments_keep_their_order() -> None:
    """Addresses, standard input and files, even missing ones, stand in the order they were given."""
    listed = list(list_inputs(["-", "https://kuusiranta.example/a", "gone.txt"]))

    assert [
        Input("-"),
        Input("https://kuusiranta.example/a", url="https://kuusiranta.example/a"),
        Input("gone.txt", path=Path("gone.txt")),
    ] == listed


def test_a_missing_file_is_told_by_name(tmp_path: Path) -> None:
    """The error names the file and what may be given."""
    with pytest.raises(ReadError, match=r"gone\.txt: expected a file that can be read.*\.docx"):
        read_input(Input("gone.txt", path=tmp_path / "gone.txt"))


def test_what_is_told_beside_a_document_is_read(tmp_path: Path) -> None:
    """NAME.about.json may tell any key of `source`, and the language."""
    (tmp_path / "a.about.json").write_text(json.dumps({"url": "https://x.example/", "language": "nn"}))

    about = read_about(Input("a.txt", path=tmp_path / "a.txt"))

    assert ("https://x.example/", "nn", str(tmp_path / "a.txt")) == (about.url, about.language, about.path)


@pytest.mark.parametrize("told", ["{", '{"adress": "x"}', "[1]", '{"country": "Finland"}'])
def test_a_wrong_about_file_is_an_error_of_its_document(tmp_path: Path, told: str) -> None:
    """Broken JSON, unknown keys and impossible values name the about file."""
    (tmp_path / "a.about.json").write_text(told)

    with pytest.raises(ReadError, match=r"a\.about\.json"):
        read_about(Input("a.txt", path=tmp_path / "a.txt"))


def test_options_win_over_what_is_told_beside(tmp_path: Path) -> None:
    """--lang, --system and --url are laid over the about file; what is not given stays."""
    (tmp_path / "a.about.json").write_text(json.dumps({"url": "https://x.example/", "language": "nn"}))
    about = read_about(Input("a.txt", path=tmp_path / "a.txt"))

    told = with_options(about, InputOptions(language="nb", system="dynasty"))

    assert (told.language, told.system, told.url) == ("nb", "dynasty", "https://x.example/")


def test_a_folder_without_documents_is_an_error_in_its_place(tmp_path: Path) -> None:
    """Nothing printed would look like documents without findings; the other arguments are read."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.txt").write_text("teksti")
    empty, text = list_inputs([str(tmp_path / "empty"), str(tmp_path / "a.txt")])

    with pytest.raises(ReadError, match=r"empty: expected documents.*found none"):
        read_input(empty)
    assert read_input(text) == b"teksti"
