"""Values and their backing in the source."""

import pytest

from export.citing import Source, describe_source
from records.document import DocumentRecord, Origin
from records.evidence import Evidence
from tests.export.made import FINNISH, at, finnish_record, norwegian_offer

RECORD = finnish_record()


def _source(record: DocumentRecord = RECORD, *, foreign: bool = False) -> Source:
    return Source(record=record, number=0, foreign=foreign)


def test_a_value_has_the_quote_of_its_evidence() -> None:
    """The quote is what stands at the spans of the evidence, on one line."""
    cited = _source().cite("24.2.2025", ["/decision/meeting_date"])

    assert cited is not None
    assert (cited.text, cited.quote, cited.spans, cited.how) == (
        "24.2.2025",
        "24.02.2025",
        (at(FINNISH, "24.02.2025"),),
        "stated",
    )


def test_several_pointers_give_one_value_with_all_quotes() -> None:
    """Quotes stand in the order of the source, each once."""
    pointers = ["/decision/section", "/decision/body", "/decision/body"]
    cited = _source().cite("Kaupunginhallitus § 71", pointers)

    assert cited is not None
    assert cited.quote == "Kaupunginhallitus … 71"


def test_the_weakest_backing_is_told() -> None:
    """A value of which a part was inherited says so."""
    cited = _source().cite(
        "3.9.2025 klo 17–19", ["/programmes/0/sessions/1/edtf", "/programmes/0/sessions/1/time"]
    )

    assert cited is not None
    assert cited.how == "inherited"


def test_evidence_below_a_pointer_counts() -> None:
    """Evidence of a value's parts backs the value."""
    cited = _source().cite("ilta", ["/programmes/0/sessions/1"])

    assert cited is not None
    assert {"kello 17-19", "3.9."} <= set(cited.quote.split(" … "))


def test_a_pointer_is_no_prefix_of_another_number() -> None:
    """Session 1 is not backed by the evidence of session 10."""
    span = at(FINNISH, "opintopolku")
    record = RECORD.model_copy(update={"evidence": {"/s/10/title": Evidence(spans=(span,), rule="made")}})

    assert _source(record).cite("x", ["/s/1"]) is None
    assert _source(record).cite("x", ["/s/10"]) is not None


@pytest.mark.parametrize("text", ["", "  ", "\x00\n"])
def test_nothing_is_not_cited(text: str) -> None:
    """A value without text is none."""
    assert _source().cite(text, ["/decision/body"]) is None


def test_what_nothing_backs_is_not_said() -> None:
    """Without evidence and without a span there is no value."""
    assert _source().cite("x", ["/decision/nothing"]) is None
    assert _source().cite("x", ["/decision/nothing"], [(0, 3)]) is not None


def test_words_are_quoted_from_near_only_if_they_stand_there() -> None:
    """A title that stands elsewhere is not backed by a stretch that lacks it."""
    span = at(FINNISH, "opintopolku, johon voi tutustua omaan tahtiin")

    assert _source().quote("opintopolku", ["/nowhere"], [span]) is not None
    assert _source().quote("peruskoulutus", ["/nowhere"], [span]) is None


def test_foreign_words_bear_their_language() -> None:
    """Words taken over into another language are marked; values told in the house's words are not."""
    source = _source(foreign=True)
    quote, told = (
        source.quote("Kaupunginhallitus", ["/decision/body"]),
        source.cite("§ 71", ["/decision/section"]),
    )

    assert quote is not None
    assert quote.language == "fi-FI"
    assert told is not None
    assert told.language is None


def test_the_publisher_is_known_without_a_quote() -> None:
    """A publisher is not read from the text, and says so; its name keeps its language."""
    name, unknown = _source(foreign=True).publisher, RECORD.model_copy(update={"source": Origin()})

    assert name is not None
    assert (name.text, name.spans, name.quote, name.how) == ("Kuusirannan kaupunki", (), "", "configured")
    assert name.language == "fi-FI"
    assert _source(unknown).publisher is None


def test_a_source_is_described_by_its_item_or_by_its_page() -> None:
    """An item has body, date and §; an ordinary page has none of them."""
    item = describe_source(_source(), RECORD.decision, "Luottamushenkilöiden koulutus 2025")
    page = describe_source(_source(norwegian_offer()), None, None)

    assert (item.council, item.body, item.section) == ("Kuusirannan kaupunki", "Kaupunginhallitus", "71")
    assert (page.council, page.body, page.meeting_date, page.language) == (
        "Fjordnettverket",
        None,
        None,
        "nb-NO",
    )
