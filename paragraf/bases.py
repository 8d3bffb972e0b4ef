"""What drafts are made from: stored records, with the places where their texts name people."""

from collections.abc import Callable, Iterator

from export.basis import Basis
from paragraf.retention import finder_for
from paragraf.workshop import Workshop
from store.ids import programme_id
from store.records import StoredRecord
from store.redacted_record import personal_spans

MakeBases = Callable[[StoredRecord], tuple[Basis, ...]]
"""Returns what a draft is made from, told the stored record of a programme or item."""


def bases_maker(workshop: Workshop) -> MakeBases:
    """Return what makes bases of stored records; the persons that a source names are looked up once.

    They are those that personal data are overwritten for: whom any record of the source names, and whom a
    trained pipeline sees, where the settings name one; with phone numbers and addresses. An item gives a
    basis for each of its programmes, or one without a programme.
    """
    finder = finder_for(workshop.store, workshop.settings)

    def make_bases(stored: StoredRecord) -> tuple[Basis, ...]:
        find = finder(stored.source_id, [stored.record])
        names = tuple(personal_spans(stored.record, find))
        return tuple(Basis(name, stored.record, index, names) for name, index in _parts(stored))

    return make_bases


def _parts(stored: StoredRecord) -> Iterator[tuple[str, int | None]]:
    """Yield ids and indexes of what was asked for: a programme, all of an item's, or the item itself."""
    if stored.programme is not None or not stored.record.programmes:
        yield stored.id, stored.programme
        return
    for index in range(len(stored.record.programmes)):
        yield programme_id(stored.item_id, index), index
