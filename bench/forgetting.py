"""Forgets a share of the words that a text was read by, as a text in words that nobody listed is read.

Weights fitted on texts whose words were all listed trust those words too much: of a text from elsewhere
some are always missing.
"""

import zlib
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from extract.mentions import Mention, MentionKind
from extract.reading import Reading
from extract.themes import told_spans
from records.item import Item

SHARES: Mapping[MentionKind, float] = MappingProxyType(
    {"event": 0.35, "audience": 0.1, "topic": 0.15, "cue": 0.15, "format": 0.15, "counter": 0.4}
)
"""The share of words forgotten, by kind: about what documents that nobody had read turned out to lack."""
_STEM = 14


def forget_words(item: Item, reading: Reading, seed: int) -> Reading:
    """Return a reading without the words that `seed` picks; a word is forgotten wherever it stands."""
    mentions = tuple(one for one in reading.mentions if not _is_forgotten(item.text, one, seed))
    kept = frozenset(mentions)
    return replace(
        reading,
        mentions=mentions,
        told=tuple(told_spans(item.text, item.blocks, reading.sentences, mentions)),
        invited=tuple(one for one in reading.invited if one in kept),
    )


def _is_forgotten(text: str, mention: Mention, seed: int) -> bool:
    start, end = mention.span
    word = f"{seed}{mention.kind}{text[start:end].lower()[:_STEM]}"
    return zlib.crc32(word.encode()) % 1000 < 1000 * SHARES[mention.kind]
