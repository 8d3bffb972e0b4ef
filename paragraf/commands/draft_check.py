"""`paragraf draft --check`: what is still to be done in a Word file before it is sent on."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from config.wording_checks import CheckWording, Severity
from export.check import Finding
from export.text import cut
from paragraf.console import out, say_error
from paragraf.draft_check import check_file, kept_drafts
from records.errors import DraftError, StoreError

_LONGEST = 80
_COLOURS: dict[Severity, str] = {"error": "bold red", "warning": "yellow", "open": "cyan"}


def run_draft_check(paths: Sequence[Path], house: str | None = None) -> int:
    """Print what the checks find in each Word file, place by place and in its house's language.

    Return 0 when nothing is wrong, 1 when something is to be mended, 2 when a file cannot be read; the
    others are checked all the same. Raises ConfigError for a house that is not known, and StoreError
    for a database that cannot be opened.
    """
    worst = 0
    with kept_drafts() as draft_data:
        for path in paths:
            try:
                findings, wording = check_file(path, house, draft_data)
            except (DraftError, StoreError) as error:
                say_error(error)
                worst = 2
                continue
            _tell(path, findings, wording.checks)
            worst = max(worst, any(finding.severity == "error" for finding in findings))
    return worst


def _tell(path: Path, findings: Sequence[Finding], words: CheckWording) -> None:
    out().print(str(path), style="bold", markup=False)
    for heading, under in groupby(findings, key=lambda finding: finding.heading or words.everywhere):
        out().print(f"  {heading}", markup=False)
        for (where, quote), found in groupby(under, key=lambda finding: (finding.where, finding.quote)):
            _tell_place(_within(where, heading), quote, list(found), words)
    counts = {severity: sum(1 for each in findings if each.severity == severity) for severity in _COLOURS}
    told = words.counted.format(errors=counts["error"], warnings=counts["warning"], open=counts["open"])
    out().print(f"  {told if findings else words.sound}", markup=False)


def _tell_place(where: str, quote: str, found: Sequence[Finding], words: CheckWording) -> None:
    """Print what is found at a place, with what stands there unless that is merely open: it names itself."""
    is_open = all(finding.severity == "open" for finding in found)
    if quote and not is_open:
        out().print(f"    {where}: {cut(quote, _LONGEST)}", markup=False)
    for finding in found:
        label = words.severities[finding.severity]
        indent = " " * (4 if is_open else 6)
        out().print(f"{indent}[{_COLOURS[finding.severity]}]{label}[/]  ", end="")
        out().print(f"{where}: {finding.message}" if quote and is_open else finding.message, markup=False)


def _within(where: str, heading: str) -> str:
    """Return a place without the heading that stands above it."""
    return where.removeprefix(heading).lstrip(" ,") or where
