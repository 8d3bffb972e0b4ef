"""Extracts a few texts as a worker does, and prints its resident megabytes: run by `bench.memory`."""

import resource
import sys
from pathlib import Path

from extract.document import extract_item
from ingest.documents import read_document
from records.document import Origin

TEXTS = {
    "fi": "Kaupunginhallitus 1.2.2026 § 3\n\nKoulutus\n\nUusille valtuutetuille ja lautakuntien jäsenille"
    " järjestetään luottamushenkilökoulutus 3.4.2026 klo 17–19, ja se on avoin.\n\nPäätös\nHyväksyttiin.",
    "sv": "Kommunstyrelsen 2026-02-01 § 3\n\nUtbildning\n\nUtbildning för nya förtroendevalda och ledamöter i"
    " fullmäktige hålls den 3 april 2026 och är öppen för alla som vill.\n\nBeslut\nGodkändes.",
    "nb": "Formannskapet 01.02.2026 sak 3/26\n\nOpplæring\n\nFolkevalgtopplæring for de nye medlemmene av"
    " kommunestyret holdes 3. april 2026, og den er åpen for alle.\n\nVedtak\nGodkjent.",
    "nn": "Formannskapet 01.02.2026 sak 3/26\n\nOpplæring\n\nFolkevaldopplæring for dei nye medlemmene i"
    " kommunestyret vert halden 3. april 2026, og ho er open for alle.\n\nVedtak\nGodkjend.",
}
CLOSED = "Kaupunginhallitus 1.2.2026 § 3\n\nTontin myyminen\n\nPäätös\nHyväksyttiin."
UNSURE = "Nr 17"
"""Too few words to tell the language by; the model is asked."""
_STATUS = Path("/proc/self/status")


def work(kind: str) -> None:
    """Extract what a worker of the kind has before it: "closed", "four" languages, or "detecting" as well."""
    _extract(CLOSED, "fi")
    if kind == "closed":
        return
    for language, text in TEXTS.items():
        _extract(text, language)
    if kind == "detecting":
        _extract(UNSURE, None)


def resident() -> float:
    """Return this process's resident memory in MB; where the system does not tell, its highest."""
    if _STATUS.exists():
        told = _STATUS.read_text(encoding="ascii").partition("VmRSS:")[2]
        return int(told.split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _extract(text: str, language: str | None) -> None:
    extract_item(read_document(text.encode(), "a.txt"), Origin(path="a.txt"), language=language)


if __name__ == "__main__":
    work(sys.argv[1])
    sys.stdout.write(f"{resident():.1f}\n")
