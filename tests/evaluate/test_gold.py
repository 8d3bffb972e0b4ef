"""Reading annotated documents."""

import json
from pathlib import Path

import pytest

from evaluate.gold import read_gold
from records.errors import ReadError

DOCUMENT = {
    "id": "fi-001",
    "url": "https://kuusiranta.example/ohjelma (reworded)",
    "lang": "fi",
    "relevant": False,
    "notes": "any key of the annotators",
    "text": "Koulu 3.9.2026",
    "gold": {
        "dates": [{"text": "3.9.2026", "start": 6, "edtf": "2026-09-03", "role": "session", "note": "x"}]
    },
}


def _write(folder: Path, document: object) -> Path:
    path = folder / "fi" / "001.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def test_documents_are_read_with_their_notes_passed_over(tmp_path: Path) -> None:
    """The key is folder and file; the address ends at the first blank; other JSON is no document."""
    _write(tmp_path, DOCUMENT)
    (tmp_path / "other.json").write_text("[1]")
    [document] = read_gold([tmp_path])

    assert (document.key, document.address) == ("fi-001", "https://kuusiranta.example/ohjelma")
    assert document.own_decision is None


@pytest.mark.parametrize(
    ("change", "told"),
    [
        pytest.param({"relevant": "perhaps"}, "relevant", id="a wrong type"),
        pytest.param({"text": "Koulu alkaa 3.9.2026"}, "'3.9.2026' at 6", id="a date out of its place"),
    ],
)
def test_mistakes_name_the_file(tmp_path: Path, change: dict[str, object], told: str) -> None:
    """With the key that is wrong, or the words that are not there."""
    path = _write(tmp_path, DOCUMENT | change)
    with pytest.raises(ReadError, match=told) as raised:
        read_gold([tmp_path])
    assert str(path) in str(raised.value)


def test_broken_json_and_empty_folders_are_errors(tmp_path: Path) -> None:
    """An evaluation of nothing is no good news."""
    with pytest.raises(ReadError, match="annotated documents"):
        read_gold([tmp_path])
    with pytest.raises(ReadError, match="no such folder"):
        read_gold([tmp_path / "nowhere"])
    (tmp_path / "broken.json").write_bytes(b"{\xff")
    with pytest.raises(ReadError, match=r"broken\.json"):
        read_gold([tmp_path])
