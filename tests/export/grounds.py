"""What tells whether a draft's sentences are backed: by a value of a source, a placeholder, or the house."""

import re
from collections.abc import Iterator
from itertools import chain

from config.houses import House
from export.text import capital
from records.draft import Draft, Line, Plain, block_lines, section_lines
from tests.export.houses import LAYOUTS, bare_house, own_house, preparing_house, words_of
from tests.strings import strings_in

TOKEN = re.compile(r"Q[a-z]+\d+")
CITED, GAP = "\x01", "\x02"
HOUSES = [make(layout) for layout in LAYOUTS for make in (bare_house, own_house, preparing_house)]
ORIGIN = re.compile(r"(?:\[\d\](?:, )?)+ ?")
"""The number of a source, or of several, as tables and lists name them."""


def told_lines(draft: Draft) -> Iterator[Line]:
    """Yield the lines that speak: all but the closing lists, which repeat."""
    yield from section_lines(draft.cover)
    yield draft.heading
    yield from block_lines(draft.head)
    yield from section_lines(draft.sections)


def sentences_of(line: Line) -> list[str]:
    """Return a line's sentences, with a mark for every sourced value and every placeholder."""
    marks = {"plain": None, "cited": CITED, "placeholder": GAP}
    text = "".join(marks[piece.kind] or piece.text for piece in line)
    return [sentence for sentence in re.split(r"(?<=[.!?])\s+", text) if sentence.strip()]


def own_sentences(house: House, draft: Draft) -> set[str]:
    """Return the sentences that need no source: those of the wording and the house without any slot left."""
    body = house.training_body
    receiver = house.receiver(body) if body else None
    known = {
        "responsible": house.responsible,
        "document": house.document,
        "decider": receiver.name if receiver else None,
        "recipient": receiver.allative if receiver else None,
    }
    phrases = [
        _filled(phrase, {**known, "body": capital(named.name) if named else None})
        for named in (body, receiver)
        for phrase in strings_in(words_of(house).model_dump())
    ]
    made = ["22.11.2025", "22 november 2025", "22. november 2025"]
    texts = [*(phrase for phrase in phrases if "{" not in phrase), *strings_in(house.model_dump()), *made]
    sentences = {
        sentence for text in (*texts, draft.id, "–") for sentence in sentences_of((Plain(text=text),))
    }
    return sentences | set(map(capital, sentences))


def unbacked(draft: Draft, house: House) -> list[str]:
    """Return the sentences that nothing backs: there should be none."""
    own = own_sentences(house, draft)
    told = chain.from_iterable(map(sentences_of, told_lines(draft)))
    return [
        sentence
        for sentence in told
        if CITED not in sentence
        and GAP not in sentence
        and sentence not in own
        and not ORIGIN.fullmatch(sentence)
    ]


def _filled(phrase: str, known: dict[str, str | None]) -> str:
    return re.sub(r"\{(\w+)\}", lambda slot: known.get(slot[1]) or slot[0], phrase)
