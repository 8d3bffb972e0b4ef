"""Writes 1,000 drafts, prints the resident megabytes after 200 and at the end: run by `bench.drafts`."""

import gc
import sys
import tempfile
from pathlib import Path

from bench.drafting import LAYOUTS, draft_for
from bench.one_worker import resident
from config.wording import load_wording
from export.template import Template, open_template
from export.template_new import new_template
from export.word import render_draft

EARLY, LATE = 200, 1000


def write(count: int, first: int, template: Template) -> None:
    """Write that many drafts, in the layouts by turns, every second one in a template."""
    for number in range(first, first + count):
        draft, wording = draft_for(LAYOUTS[number % len(LAYOUTS)], number)
        render_draft(draft, wording, template if number % 2 else None)


def main() -> None:
    """Print the resident megabytes early and late."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "template.docx")
        path.write_bytes(new_template(load_wording("fi", "FI"), "fi-FI"))
        template = open_template(path)
    told = []
    for first, last in ((0, EARLY), (EARLY, LATE)):
        write(last - first, first, template)
        gc.collect()
        told.append(f"{resident():.1f}")
    sys.stdout.write(f"{' '.join(told)}\n")


if __name__ == "__main__":
    main()
