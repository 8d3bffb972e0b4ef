"""What a doctor looks for: whether rows agree with one another and with the files beside them."""

import datetime as dt
from pathlib import Path

from store.database import Store
from store.fault import Fault
from store.page_faults import page_faults
from store.row_faults import row_faults


def find_faults(
    store: Store, now: dt.datetime, *, outbox: Path | None = None, deep: bool = True
) -> list[Fault]:
    """Return everything that is wrong with a store; nothing is changed.

    `deep` reads every page file and every record, which takes a second for some thousand of them;
    otherwise it is only looked whether they are there. `outbox` is the folder that drafts' paths are
    told from; without it they are not looked for. It may run beside a sync. Raises StoreError when the
    database refuses.
    """
    return [
        *row_faults(store, now, outbox, deep=deep),
        *page_faults(store, now, deep=deep),
    ]
