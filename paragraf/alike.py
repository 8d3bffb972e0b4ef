"""Issues that say the same of many addresses, told a few times instead of many."""

import re
from collections.abc import Sequence

from records.run import Issue

_SHOWN = 3
_NAMED = 8
_PLACE = re.compile(r"https?://\S+")


def gather_alike(issues: Sequence[Issue]) -> list[tuple[Issue, ...]]:
    """Return the issues in groups that say the same, of whatever address and source, in their order."""
    groups: dict[tuple[str, str, str], list[Issue]] = {}
    for issue in issues:
        gist = issue.severity, issue.kind, _PLACE.sub("", issue.message)
        groups.setdefault(gist, []).append(issue)
    return [tuple(group) for group in groups.values()]


def first_of(group: Sequence[Issue]) -> tuple[tuple[Issue, ...], str]:
    """Return the issues of a group that are worth a line each, and a line for the rest, or nothing."""
    rest = group[_SHOWN:]
    if len(rest) < 2:  # the line for the rest would save none
        return tuple(group), ""
    names = list(dict.fromkeys(issue.source_id for issue in rest))
    sources = ", ".join(names[:_NAMED]) + (" and others" if len(names) > _NAMED else "")
    return tuple(group[:_SHOWN]), f"{sources}: {rest[0].kind}: and {len(rest)} more like these"
