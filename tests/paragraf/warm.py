"""Imported once by the process that others are forked from: languages read, libraries loaded."""

from extract.document import extract_item
from ingest.documents import read_document
from paragraf.commands import sync
from records.document import Origin
from tests.paragraf import killing

READY = (killing.run_process, sync.run_sync_command)
_TEXT = "Kunnanhallitus\n\n§ 12 Luottamushenkilöiden koulutus\n\nKoulutusilta pidetään 3.9.2026 klo 17.00."

extract_item(read_document(_TEXT.encode(), "koulutus.txt"), Origin(country="FI"))
