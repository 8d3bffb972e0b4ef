"""Resident memory of workers, each in a process of its own."""

import subprocess
import sys
from collections.abc import Iterator

from bench.figures import Figure

WITHOUT_SPACY, FOUR_LANGUAGES, DETECTION = 70, 160, 100


def measure_memory() -> Iterator[Figure]:
    """Yield megabytes without spaCy, with four languages read, and what language detection adds."""
    worker, four, detecting = (_resident(kind) for kind in ("closed", "four", "detecting"))
    yield Figure("worker without spaCy", worker, "MB", at_most=WITHOUT_SPACY, note="gate closed, fi")
    yield Figure("worker, four languages", four, "MB", at_most=FOUR_LANGUAGES, note="gate open, fi sv nb nn")
    more = detecting - four
    yield Figure("language detection adds", more, "MB", at_most=DETECTION, note="py3langid, after the four")


def _resident(kind: str) -> float:
    done = subprocess.run(  # noqa: S603 - our own module with a word
        [sys.executable, "-m", "bench.one_worker", kind], stdout=subprocess.PIPE, text=True, check=True
    )
    return float(done.stdout)
