"""Which documents are read with an item."""

import pytest

from paragraf.attachments import Reader
from paragraf.tally import Tally
from records.errors import FetchError, Gone
from records.item import Attachment, Item
from records.page import Page

FORM = Attachment(
    title="12.pdf", url="https://k.example/12.pdf", media_type="application/pdf", holds_text=True
)
ITEM = Item(
    source_id="k",
    base_id="main",
    native_id="12",
    url="https://k.example/12",
    text="",
    blocks=(),
    text_version="test-1",
    language="fi",
    attachments=(FORM,),
)


def _away(url: str) -> Page:
    raise Gone(url, expected="a page", found="status 404")


def test_a_missing_text_does_not_take_its_page_away() -> None:
    """The page is there and may hold other items: they must not be marked as gone with this one."""
    with pytest.raises(FetchError, match=r"12\.pdf.*status 404") as raised:
        Reader(_away, None, Tally("k"), 5).read_text(ITEM)

    assert not isinstance(raised.value, Gone)
