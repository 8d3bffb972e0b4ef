"""Knows the shapes of case numbers, sections and days, as digits and signs combine."""

import datetime as dt
import re

DAY = re.compile(
    r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})(?!\d)"
    r"|(?<!\d)((?:19|20)\d{2})[-–](\d{2})[-–](\d{2})(?!\d)|(?<![\w/.:-])(\d{2})-([01]\d)-([0-3]\d)(?![\w/.-])"
    r"|(?<![\w/.:-])(\d{1,2})/(\d{1,2})[-–/ ]((?:19|20)\d{2})(?!\d)"
)
"""A day in figures: 3.9.2025, 2025-09-03, 25-09-03, 3/9-2025."""

CASE = re.compile(
    r"""(?<![\w/.-])(?:
        (?:[A-ZÅÄÖ]{1,6}[/:])?\d{1,6}/\d{2}(?:\.\d{2,6}){0,4}/\d{4}  # OUKA/14/12.00.02/2016, TRE:4/10.03/2016
        |[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,14}[Dd]n[or]-\d{4}-\d{1,6}       # ROIDno-2021-4378, SIBDnr-2022-509
        |[A-ZÅÄÖ]{2,6}[ /-]?\d{4}[/:-]\d{1,6}(?:[.-]\d{1,4})?      # KS 2023/00071, KS-2014/742.912
        |[A-ZÅÄÖ][ /-]?(?:19|20)\d{2}[/:-]\d{3,6}                   # P 2022-0112
        |[A-ZÅÄÖ]{2,6}[ -]?\d{2}[-:]\d{3,6}                       # KS23-00311
        |[A-ZÅÄÖ]{2,6}[ /]\d{1,5}/\d{4}                            # BER 44/2021, KYRK/204/2026
        |[A-ZÅÄÖ][a-zåäö]{1,2}[ ]\d{4}/\d{1,6}                      # Ks 2018/402
    )(?![\w/])""",
    re.VERBOSE,
)
"""A case number that can be told from other figures wherever it stands."""

BARE_CASE = re.compile(
    r"(?<![\w/.-])(?!\d{4}-\d\d-\d\d\b)(?:\d{1,6}/\d{4}|\d{3,6}-\d{4}|\d{4}[/:-]\d{1,6}(?:[.-]\d{1,4})?)(?![\w/])"
    r"(?:[ \u00a0]*\([\d ,]+\))?"
)
"""A case number that only a label or a line of its own gives away; its class may stand in brackets."""

LABELLED_CASE = re.compile(
    r"(?<![\w/.-])(?:[A-ZÅÄÖÆØ]{1,6}[ ./-]?)?\d[\d./:-]{2,}\d(?![\w/])(?:[ -][A-ZÅÄÖÆØ]{2,4}(?!\w))?"
)
"""Whatever a label calls a case number: KS.2016.45, 2016.123 KS, 15-00123."""

ARCHIVE = re.compile(r"(?<![\w/.-])\d{2,4}\s?/\s?\d{1,6}(?:\s?-\s?\d{1,4})?(?![\w/])")
"""A Norwegian archive number: 25/00123-4, 19 / 2096 - 4."""

_KIND = r"(?:(?P<kind>[A-ZÆØÅ]{1,4}|[A-ZÆØÅ][a-zæøå]{1,2})[- ]?)?"
NUMBER = re.compile(
    rf"(?<![\w/.-]){_KIND}(?P<number>\d{{1,4}}(?:\.\d{{1,2}})?\s?/\s?(?:(?:19|20)\d{{2}}|\d{{2}})(?!\d)"
    r"|(?<=[A-ZÆØÅ][ -])\d{2}(?:\d{2})?/\d{1,4}(?!\d)|(?<=[A-ZÆØÅ])\d{2}(?:\d{2})?/\d{1,4}(?!\d)"
    r"|\d{2}/\d{1,3}(?=\s\d{2}/\d{3,5}(?!\d)))(?!\s?[/-]\s?\d)"
)
"""A case of a Norwegian meeting: 12/25, PS 2015/100, FSK-103/13, S 7.1/07, 57 / 16."""

SIGN_FIRST = re.compile(
    r"(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,4} )?§{1,2}\s?(?P<number>\d{1,4})(?![\d,/-]|\.\d)[.:]?[ \u00a0]*"
)
SIGN_LAST = re.compile(r"(?P<number>\d{1,4})\s?§(?![\w:])[.:]?[ \u00a0]*")

ITEM_HEAD = re.compile(
    r"(?P<word>[^\W\d][^\d/:]{2,40}?)\s+(?P<day>\d{1,2}\.\d{1,2}\.\d{4})\s*[/ ]?\s*"
    r"(?P<mark>§|[^\W\d]+)\s*(?P<number>\d+)"
)
"""The line over a single item: "Pöytäkirja 24.02.2025/Pykälä 71"."""

_RANGE = re.compile(r"\d\s?/\s?\d{2,4}\s?[-–]\s?$")
_LONGEST_HALF = 14


def ends_range(text: str, start: int) -> bool:
    """Return whether the number at `start` only ends a range: "60/27 - 66/27"."""
    return _RANGE.search(text[max(0, start - _LONGEST_HALF) : start]) is not None


def day_of(match: re.Match[str]) -> dt.date | None:
    """Return the date that a match of DAY tells, None where no calendar has it; 29.8.23 is of 2023."""
    told = [part for part in match.groups() if part]
    year, month, day = told if match.group(4) or match.group(7) else reversed(told)
    try:
        return dt.date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
    except ValueError:
        return None


def key_of(number: str) -> str:
    """Return what makes two prints of a case's number equal: blanks, zeros, centuries, order aside."""
    parts = [part.strip().lstrip("0") for part in number.split("/")]
    short = [part[-2:] if len(part) == 4 and part[:2] in ("19", "20") else part for part in parts]
    return "/".join(sorted(short))
