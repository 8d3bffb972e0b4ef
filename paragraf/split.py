"""From a protocol of a whole meeting to one item a section."""

from config.languages import load_language
from extract.protocol import split_protocol
from records.item import Block, Item
