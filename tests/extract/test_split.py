"""From the minutes of a whole meeting to one item a section."""

import datetime as dt

import pytest

from config.languages import load_language
from extract.document import extract_item
from extract.split import split_item
from records.document import Origin
from tests.extract.made_up import item

SWEDISH = """\
Ljungtuna kommun
Kommunstyrelsen
Sammanträdesprotokoll 2026-03-11

§ 41 Val av justerare

Beslut
Kommunstyrelsen utser Asta Lindgård att justera protokollet.

§ 42 Utbildningsdag för förtroendevalda
Dnr KS 2026/77

Förslag till beslut
Kommunstyrelsen godkänner programmet.

Beslut
Kommunstyrelsen godkänner programmet.

Sammanfattning av ärendet
Den 14 april 2026 kl. 9–16 hålls en utbildningsdag om jäv för alla förtroendevalda.

§ 43 Delårsbokslut

Beslut
Kommunstyrelsen lägger rapporten till handlingarna.
"""


def test_each_section_becomes_an_item_with_the_meetings_head() -> None:
    """Numbers make the ids; body and day are read from the head that each item's text begins with."""
    parts = split_item(item(SWEDISH), load_language("sv"))
    decisions = [extract_item(part, Origin()).decision for part in parts]

    assert [part.native_id for part in parts] == ["1#41", "1#42", "1#43"]
    assert [decision and decision.section for decision in decisions] == ["41", "42", "43"]
    assert {("Kommunstyrelsen", dt.date(2026, 3, 11))} == {
        (decision.body, decision.meeting_date) for decision in decisions if decision
    }


def test_blocks_move_with_their_words() -> None:
    """Every block of a part quotes the same words as in the whole."""
    whole = item(SWEDISH)
    words = {whole.text[block.start : block.end].rstrip() for block in whole.blocks}

    for part in split_item(whole, load_language("sv")):
        for block in part.blocks:
            assert part.text[block.start : block.end].rstrip() in words


def test_only_the_section_on_training_is_relevant() -> None:
    """A protocol's training item stands alone: its neighbours hold no programme."""
    parts = split_item(item(SWEDISH), load_language("sv"))

    assert [extract_item(part, Origin()).relevance.is_programme for part in parts] == [False, True, False]


@pytest.mark.parametrize(
    "text", ["", "§ 1", SWEDISH.split("§ 42")[0], "Kurser för förtroendevalda\n\nVåren 2026"]
)
def test_what_holds_one_item_or_none_stays_whole(text: str) -> None:
    """A page without sections, or with one, is not split."""
    whole = item(text)

    assert (whole,) == split_item(whole, load_language("sv"))
