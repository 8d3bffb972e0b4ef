"""How records are told to people."""

from paragraf.answers import told_twice
from paragraf.documents import extract_bytes
from paragraf.inputs import About


def test_what_a_document_tells_in_two_ways_is_said() -> None:
    """A Monday that is a Thursday, with the value that the record holds first."""
    text = "Valtuutettujen koulutus pidetään maanantaina 3.9.2026 klo 17–19 kaupungintalolla."
    record = extract_bytes(text.encode(), "a.txt", About())

    [line] = told_twice(record)
    assert line == "told in two ways: /dates/0 2026-09-03 or maanantaina 3.9.2026 klo 17–19"
    assert list(told_twice(record.model_copy(update={"issues": ()}))) == []
