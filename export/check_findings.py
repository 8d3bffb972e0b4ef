"""What a check found, told in the clerk's language."""

from dataclasses import dataclass

from config.wording_checks import CheckWording, RuleKey, Severity
from export.check_sheet import Passage
from export.text import cut

_LONGEST = 160


@dataclass(frozen=True)
class Finding:
    """One thing that a check found.

    `where` tells the place and `message` what is wrong, both in the clerk's language; `quote` is the
    text that it is about, empty for what concerns the whole document, as is `heading`, under which it
    stands. An "error" is to be mended, a "warning" to be looked at, what is "open" is still to be done
    before the item is sent on.
    """

    rule: RuleKey
    severity: Severity
    where: str
    quote: str
    message: str
    heading: str = ""

    def describe(self) -> str:
        """Return the finding in one line: where, the words that it is about, and what is wrong."""
        quote = f"“{self.quote}”" if self.quote else None
        return " ".join(filter(None, (f"{self.where}:", quote, self.message)))


def tell(
    words: CheckWording,
    rule: RuleKey,
    severity: Severity,
    passage: Passage | None = None,
    *,
    found: str = "",
    wanted: str = "",
) -> Finding:
    """Return a finding in the words of a language; `found` and `wanted` fill its message."""
    message = words.findings[rule].format(found=cut(found, _LONGEST), wanted=cut(wanted, 2 * _LONGEST))
    place = tell_place(words, passage)
    if passage is None:
        return Finding(rule, severity, place, "", message)
    return Finding(rule, severity, place, cut(passage.text, _LONGEST), message, _heading(words, passage))


def _heading(words: CheckWording, passage: Passage) -> str:
    return cut(passage.heading or words.beginning, _LONGEST)


def tell_place(words: CheckWording, passage: Passage | None) -> str:
    """Return where a passage stands, in the words of a language; None is the whole document.

    A passage that is number 0 is the heading itself.
    """
    if passage is None:
        return words.everywhere
    heading = _heading(words, passage)
    if not passage.number and passage.row is None:
        return heading
    if passage.row is not None:
        return words.row.format(heading=heading, row=passage.row)
    return words.place.format(heading=heading, number=passage.number)
