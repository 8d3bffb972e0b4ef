"""Readings with words forgotten, on which weights are fitted besides."""

from bench.forgetting import SHARES, forget_words
from bench.logistic import with_besides
from extract.reading import read_paragraphs
from ingest.text import infer_blocks
from records.item import Item
from tests.extract.made_up import words

_TEXT = (
    "Utbildning, seminarium, temadag och kurs för förtroendevalda och ledamöter i fullmäktige om jäv, "
    "budget, kommunallagen och etik. Kursen hålls i rådhuset. Kursen tar upp sekretess."
)
_ITEM = Item(
    source_id="s",
    base_id="b",
    native_id="1",
    url="https://x.example",
    text=_TEXT,
    blocks=infer_blocks(_TEXT),
    text_version="1",
)


def test_the_same_seed_forgets_the_same_words_and_others_other_ones() -> None:
    """Figures can be told again, and no two seeds wear a text alike."""
    reading = read_paragraphs(_ITEM, words("sv"))
    worn = [forget_words(_ITEM, reading, seed) for seed in range(8)]
    assert worn[0] == forget_words(_ITEM, reading, 0)
    assert len({one.mentions for one in worn}) > 1


def test_what_is_forgotten_is_neither_named_nor_invited() -> None:
    """A worn reading holds a part of the mentions, and invites none that it does not hold."""
    reading = read_paragraphs(_ITEM, words("sv"))
    for seed in range(8):
        worn = forget_words(_ITEM, reading, seed)
        assert set(worn.mentions) <= set(reading.mentions)
        assert set(worn.invited) <= set(worn.mentions)


def test_a_word_is_forgotten_wherever_it_stands() -> None:
    """A word that no list has is missing each time, not now and then."""
    reading = read_paragraphs(_ITEM, words("sv"))
    said = {one: _TEXT[slice(*one.span)].lower() for one in reading.mentions if one.kind == "event"}
    for seed in range(8):
        kept = set(forget_words(_ITEM, reading, seed).mentions)
        for word in set(said.values()):
            assert len({one in kept for one in said if said[one] == word}) == 1


def test_every_kind_of_mention_has_its_share() -> None:
    """A share lies between nothing and everything."""
    assert all(0 < share < 1 for share in SHARES.values())


def test_other_rows_weigh_as_much_as_the_row_that_they_stand_beside() -> None:
    """A row with two others stands twice; one without any, once."""
    rows, truths = with_besides([[1.0], [2.0]], [True, False], [0, 1], [[[5.0], [6.0]], []])
    assert rows == [[1.0], [1.0], [5.0], [6.0], [2.0]]
    assert truths == [True, True, True, True, False]
