"""What a draft costs against the library that writes it, and whether a thousand of them leave anything."""

import subprocess
import sys
from collections.abc import Iterator

from bench.drafting import LAYOUTS, bare, draft_for, ours
from bench.figures import Figure
from bench.ratios import compare
from records.draft import Cited

ROUNDS = 7
AT_MOST = 2.0
GROWTH = 5.0
"""Megabytes that memory may grow between draft 200 and draft 1,000."""


def measure_drafts() -> Iterator[Figure]:
    """Yield the time of a draft of two pages against bare python-docx, and how memory grows over 1,000."""
    made = [draft_for(layout) for layout in LAYOUTS]
    mine, theirs = compare([ours, bare], made, ROUNDS)
    comments = sum(isinstance(piece, Cited) for draft, _ in made for piece in draft.pieces()) // len(made)
    note = f"{mine / len(made) * 1000:.0f} and {theirs / len(made) * 1000:.0f} ms, {comments} comments"
    yield Figure("a draft against bare python-docx", mine / theirs, "x", at_most=AT_MOST, note=note)
    done = subprocess.run(
        [sys.executable, "-m", "bench.many_drafts"], stdout=subprocess.PIPE, text=True, check=True
    )
    early, late = (float(told) for told in done.stdout.split())
    note = f"{early:.0f} MB after 200, {late:.0f} MB after 1,000; five layouts, every second in a template"
    yield Figure("memory of 1,000 drafts grows", late - early, "MB", at_most=GROWTH, note=note)
