"""A decision is told by the item itself, not by what hangs on it."""

from extract.document import extract_item
from extract.own_text import own_part
from ingest.attached import with_attached
from ingest.clean import CleanText
from ingest.text import infer_blocks
from records.document import Origin
from records.item import Attachment, Item

OWN = (
    "Kaupunginhallitus\nPöytäkirja 28.09.2026/Pykälä 310\n\n"
    "Luottamushenkilöiden koulutus syksyllä 2026\n\nKaupunginhallitus 28.09.2026 § 310\n\n"
    "Päätösehdotus\nKaupunginhallitus hyväksyy koulutusohjelman.\n\nPäätös\nEhdotus hyväksyttiin."
)
BESIDE = (
    "Koulutustoimikunta 14.08.2026 § 7\n\nLuottamushenkilöiden koulutusohjelma\n\n"
    "Esteellisyyskoulutus valtuutetuille pidetään 14.10.2026 klo 17.00.\n\n"
    "Päätös\nAsia palautettiin valmisteluun."
)


def _item(*, holds_text: bool = False) -> Item:
    url = "https://kuusiranta.example/1.PDF"
    item = Item(
        source_id="kuusiranta",
        base_id="main",
        native_id="1",
        url=None,
        text=OWN,
        blocks=infer_blocks(OWN),
        text_version="test",
        language="fi",
        attachments=(Attachment(title="Ohjelma", url=url, holds_text=holds_text),),
    )
    return with_attached(item, {url: CleanText(BESIDE, infer_blocks(BESIDE))})


def test_own_part_ends_where_the_documents_begin() -> None:
    """Text and blocks of what hangs on an item are left out; a document that is the item is not."""
    own = own_part(_item())

    assert own.text == OWN
    assert all(block.end <= len(OWN) for block in own.blocks)
    assert own_part(_item(holds_text=True)).text.endswith(BESIDE)


def test_the_record_tells_the_items_decision_and_the_documents_sessions() -> None:
    """Decision fields come from the item, sessions from wherever they stand, with quotes in place."""
    item = _item()
    record = extract_item(item, Origin(country="FI"))

    assert record.decision is not None
    assert (record.decision.section, record.decision.outcome) == ("310", "approved")
    assert record.decision.decision == "Ehdotus hyväksyttiin."
    assert record.further_decisions == ()
    (session,) = [one for programme in record.programmes for one in programme.sessions if one.start]
    start = item.attachments[0].span
    assert start is not None
    assert session.edtf == "2026-10-14"
    assert session.span is not None
    assert session.span[0] >= start[0]
