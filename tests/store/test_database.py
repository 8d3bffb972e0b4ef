"""A store opens on a new, an old and a used database, and says clearly why it does not."""

from pathlib import Path

from store.database import open_store
from tests.store.made import dump, keep


def test_what_is_kept_is_there_when_opened_again(address: str, tmp_path: Path) -> None:
    """Closing and opening a store changes nothing in it."""
    with open_store(address, tmp_path / "pages") as store:
        keep(store)
        before = dump(store)
    with open_store(address, tmp_path / "pages") as store:
        assert dump(store) == before
        assert before["items"]
