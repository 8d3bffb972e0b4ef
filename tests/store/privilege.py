"""Being a user without special rights for a while, since the rights of files do not bind root."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from config.codes import load_codes
from store.database import open_store

NOBODY = 65534


@contextmanager
def public_folder() -> Iterator[Path]:
    """Lend a folder that any user reaches, as pytest's own are for their maker alone."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)


@contextmanager
def without_privilege() -> Iterator[None]:
    """Give up root's rights for a while, if one has them.

    What a store loads once a process is loaded before: the other user may not reach this checkout.
    """
    with tempfile.TemporaryDirectory() as folder, open_store(f"sqlite:///{folder}/p.db", Path(folder)):
        load_codes()
    user = os.geteuid()
    if user == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(user)
