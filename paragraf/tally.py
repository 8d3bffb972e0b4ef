"""What one source gave in one run, counted while it happens."""

import re

from paragraf.events import note_issue
from records.errors import ParagrafError
from records.run import Issue, Severity, SourceSummary


class Tally:
    """Counts and issues of one source; `summary` freezes them."""

    def __init__(self, source_id: str) -> None:
        self.source_id = source_id
        self.counts: dict[str, int] = {}
        self.issues: list[Issue] = []
        self.robots: str | None = None

    def add(self, count: str, number: int = 1) -> None:
        """Raise a count of SourceSummary by `number`."""
        self.counts[count] = self.counts.get(count, 0) + number

    def warn(self, message: str, url: str | None = None, kind: str = "warning") -> None:
        """Note something the operator should know that stopped nothing."""
        self._note(kind, message, url, "warning")

    def fail(self, error: ParagrafError, url: str | None = None) -> None:
        """Note an error of the tree as an issue, named for its kind."""
        self._note(_snake(type(error).__name__), error.describe(), url, "error")

    def fail_unforeseen(self, error: Exception, url: str | None = None) -> None:
        """Note an error that no part of the house raises on purpose: a fault of ours."""
        message = f"{url or self.source_id}: unforeseen {type(error).__name__}: {error}. Please report it."
        self._note("unforeseen", message, url, "error")

    def tell(self, issue: Issue) -> None:
        """Note an issue that was found by looking at the source as a whole."""
        self.issues.append(issue)
        note_issue(issue)

    def _note(self, kind: str, message: str, url: str | None, severity: Severity) -> None:
        self.tell(Issue(source_id=self.source_id, kind=kind, message=message, url=url, severity=severity))

    def describe(self) -> str:
        """Return the source's sum in one line."""
        told = [f"{number} {count}" for count, number in self.counts.items() if number]
        count = len(self.issues)
        issues = [f"{count} issue{'' if count == 1 else 's'}"] if count else []
        return f"{self.source_id}: {', '.join(told + issues) or 'nothing new'}"

    @property
    def summary(self) -> SourceSummary:
        """The counts and issues so far, as a record."""
        return SourceSummary(
            source_id=self.source_id, issues=tuple(self.issues), robots=self.robots, **self.counts
        )


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()
