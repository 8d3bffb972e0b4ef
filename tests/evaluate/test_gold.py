"""Reading annotated documents."""

import json
from pathlib import Path

import pytest

from evaluate.gold import read_gold
from records.errors import ReadError

DATE = {"text": "3.9.2026", "start": 6, "edtf": "2026-09-03", "role": "session", "note": "x"}
DOCUMENT = {
    "id": "fi-001",
    "url": "https://kuusiranta.example/ohjelma (reworded)",
    "lang": "fi",
    "relevant": False,
    "notes": "any key of the annotators",
    "text": "Koulu 3.9.2026",
    "gold": {"dates": [DATE]},
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
    gold = read_gold([tmp_path, tmp_path])
    [document] = gold.documents

    assert {path.name for path in gold.passed_over} == {"other.json"}
    assert (document.key, document.address) == ("fi-001", "https://kuusiranta.example/ohjelma")
    assert document.own_decision is None


@pytest.mark.parametrize(
    ("change", "told"),
    [
        pytest.param({"relevant": "perhaps"}, "relevant", id="a wrong type"),
        pytest.param({"lang": "Swedish"}, "lang: one of fi", id="a language by its name"),
        pytest.param({"text": " "}, "a text with words", id="an empty text"),
        pytest.param({"text": "Koulu 3.9.2026\ud800"}, "half signs", id="a lone surrogate"),
        pytest.param({"gold": {"dates": [DATE | {"role": "sesion"}]}}, "role", id="an unknown role"),
        pytest.param({"gold": {"dates": [DATE | {"edtf": "3.9.2026"}]}}, "edtf", id="a day that is no EDTF"),
        pytest.param({"gold": {"dates": [DATE | {"time": "17-19"}]}}, "time", id="a clock of another form"),
        pytest.param({"gold": {"programme": {"topics": ["jav"]}}}, "one of municipal_law", id="a topic"),
        pytest.param({"gold": {"programme": {"titel": "x"}}}, "the key title, not titel", id="a slip"),
        pytest.param({"gold": {"decision": {"outcome": "godkänd"}}}, "outcome", id="an unknown outcome"),
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
    with pytest.raises(ReadError, match="no such file or folder"):
        read_gold([tmp_path / "nowhere"])
    (tmp_path / "broken.json").write_bytes(b"{\xff")
    with pytest.raises(ReadError, match=r"broken\.json"):
        read_gold([tmp_path])
    (tmp_path / "broken.json").write_text("[" * 100_000)
    with pytest.raises(ReadError, match=r"broken\.json"):
        read_gold([tmp_path])


def test_documents_of_one_name_are_told_apart(tmp_path: Path) -> None:
    """By the folders above, where folder and file are the same."""
    for council in ("kuusiranta", "ödeborg"):
        (tmp_path / council).mkdir()
        _write(tmp_path / council, DOCUMENT)
    (tmp_path / "kuusiranta" / "fi" / "002.JSON").write_text(json.dumps(DOCUMENT))

    keys = [document.key for document in read_gold([tmp_path]).documents]
    assert keys == ["kuusiranta-fi-001", "fi-002", "ödeborg-fi-001"]


def test_a_single_file_is_read(tmp_path: Path) -> None:
    """And a decision that nobody annotated is told from one that is not there."""
    [document] = read_gold([_write(tmp_path, DOCUMENT)]).documents
    assert not document.has_decision
    [document] = read_gold([_write(tmp_path, DOCUMENT | {"gold": {"decision": None}})]).documents
    assert document.has_decision
