"""What a word is to a reader is read once, and kept within bounds."""

from extract.words_read import WordsRead


def test_a_word_is_read_once() -> None:
    """The reader is asked for a word when it is met first, and not again."""
    asked: list[str] = []

    def read(word: str) -> int:
        asked.append(word)
        return len(word)

    words = WordsRead(read)
    assert [words[word] for word in ("kurs", "dag", "kurs")] == [4, 3, 4]
    assert asked == ["kurs", "dag"]


def test_nothing_is_a_reading_too() -> None:
    """A word that is nothing to the reader is not read again either."""
    asked: list[str] = []
    words: WordsRead[None] = WordsRead(asked.append)
    assert [words["kurs"], words["kurs"]] == [None, None]
    assert asked == ["kurs"]


def test_no_text_fills_the_memory() -> None:
    """Very long words are not kept, and of very many only the last."""
    words = WordsRead(len)
    assert words["a" * 1000] == 1000
    assert not words
    for number in range(50_010):
        assert words[str(number)] == len(str(number))
    assert len(words) == 10
