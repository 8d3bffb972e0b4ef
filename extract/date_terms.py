"""Knows terms of office: `mandatperioden 2022-25`, `koko valtuustokauden`, `Mandatperiod år 1`."""

import re

from extract.date_lexicon import Entry
from extract.date_parts import Expression, TermSense
from extract.date_view import View
from extract.date_years import read_years

_TERM_YEAR = re.compile(r"([1-5])(?![\d:/%]|[.,] ?\d| ?[-\u2010-\u2015] ?\d)")
_RANKED = re.compile(r"([1-5])\. ?")
_SLOT_END = re.compile(r" {0,2}[,:\u2010-\u2015-](?!\d)")
MOST_OPENERS = 3


def read_term(view: View, pos: int, entry: Entry) -> Expression | None:
    """Read a term with the words that open it and the years or term year that follow."""
    sense: TermSense = "bare"
    opened, end, word = False, pos, entry
    for _ in range(MOST_OPENERS):
        if word.kind not in ("term_opener", "term_whose"):
            break
        opened = opened or word.kind == "term_opener"
        sense = word.term if word.term and word.term != "bare" else sense
        end = view.gap(end + len(word.phrase))
        following = view.find(end, "term", "term_guarded", "term_opener", "term_whose")
        if following is None:
            return None
        word = following
    if word.kind not in ("term", "term_guarded"):
        return None
    found = Expression(pos, end + len(word.phrase), "term", term=sense)
    return _term_tail(view, found) or (found if _admitted(view, found, word, opened=opened) else None)


def _term_tail(view: View, found: Expression) -> Expression | None:
    """Read the years, or the year of the term, that follow a term's name."""
    start = view.gap(found.end)
    if start == found.end:
        return None
    years = read_years(view, start)
    if years:
        return years._replace(start=found.start, shape="term-years", term=found.term)
    word = view.find(start, "term_year", "rank", "ordinal")
    inner = read_term_year(view, start, word) if word else read_ranked_term_year(view, start)
    return inner._replace(start=found.start, term=found.term) if inner else None


def _admitted(view: View, found: Expression, word: Entry, *, opened: bool) -> bool:
    start = view.gap(found.end)
    if opened or word.kind == "term":
        return True
    if view.lexicon.has(view.word_before(found.start), "term_after"):
        return view.find(start, "month", "season") is None and not view.text[start : start + 1].isdecimal()
    return start > found.end and view.find(start, "qualifier_after") is not None


def read_each_term(_view: View, pos: int, entry: Entry) -> Expression | None:
    """Read what comes every term or every four years."""
    recurring = "P4Y" if entry.kind == "every_four" else "term"
    return Expression(pos, pos + len(entry.phrase), "term-each", term=entry.term, recurring=recurring)


def read_term_year(view: View, pos: int, entry: Entry) -> Expression | None:
    """Read a year of a term: `År 1`, `första året varje ny mandatperiod`, `ensimmäinen vuosi`."""
    end = pos + len(entry.phrase)
    start = view.gap(end)
    if start == end:
        return None
    if entry.kind == "term_year":
        match = _TERM_YEAR.match(view.text, start)
        if match is None:
            return _numbered_in_words(view, pos, start)
        return Expression(pos, match.end(), "term-year", term_year=int(match[1]))
    word = view.find(start, "term_year")
    return _of_term(view, pos, start + len(word.phrase), entry.number) if word else None


def _numbered_in_words(view: View, pos: int, start: int) -> Expression | None:
    """Read `År två`, which opens its line and which a sign or the line's end closes."""
    word = view.find(start, "term_number") if view.starts_line(pos) else None
    end = start + len(word.phrase) if word else start
    closed = view.ends_line(end) or _SLOT_END.match(view.text, end) is not None
    return Expression(pos, end, "term-year", term_year=word.number) if word and closed else None


def read_ranked_term_year(view: View, pos: int) -> Expression | None:
    """Read `1. vuosi`."""
    match = _RANKED.match(view.text, pos)
    word = view.find(match.end(), "term_year") if match else None
    return _of_term(view, pos, match.end() + len(word.phrase), int(match[1])) if match and word else None


def _of_term(view: View, pos: int, end: int, number: int) -> Expression | None:
    start = view.gap(end)
    joiner = view.find(start, "year_joiner")
    start = view.gap(start + len(joiner.phrase)) if joiner else start
    term = view.find(start, "term_each", "term", "term_guarded") if start > end else None
    if term:
        return Expression(pos, start + len(term.phrase), "term-year", term="bare", term_year=number)
    closed = view.ends_line(end) or _SLOT_END.match(view.text, end) is not None
    whole_line = view.starts_line(pos) and closed
    before = view.word_before(pos)
    after_term = view.lexicon.has(before, "term_guarded") or view.lexicon.has(before, "term")
    return Expression(pos, end, "term-year", term_year=number) if whole_line or after_term else None
