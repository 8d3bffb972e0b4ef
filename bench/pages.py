"""Pages of 60 KB with Word's markup, made from what the sample councils decide: on training, or not.

Real minutes of a Finnish board hold about 3.3 dates in 1 000 characters of text (61 in 18.8 KB, 9 in
2.7 KB); so do these pages, on training or not, whatever the single texts hold.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import count, cycle, islice

from config.languages import Language, load_language
from extract.dates import scan_dates
from extract.gate import gate_open
from ingest.html import clean_html
from records.council import Source
from records.page import Page
from samples.bulk import bulk_council
from samples.council import AgendaItem, Council
from samples.dynasty_classic import render_item
from samples.dynasty_view import Shown, View
from samples.load import load_councils, load_sources

SIZE = 60_000
PAGES = 5
URL = "http://127.0.0.1/suurlampi/cgi/DREQUEST.PHP?page=meetingitem&id=20265000-1"
_BULK = bulk_council(60)
DENSITY = 3.3
"""Dates in 1 000 characters of real minutes."""
_EACH = 5
"""On a page on training every fifth text is on it."""
_WORDS_A_RUN = 4
"""Word cuts a sentence into runs where somebody once typed."""
_RUN = '<span lang="FI" style="font-size:11.0pt;font-family:Arial">{}</span>'
_PARAGRAPH = re.compile(r"(<p class='(?:MsoNormal|Sisennetty)'[^>]*>)([^<]+)(?=</p>)")


def dynasty_source() -> Source:
    """Return the source of the pages: a Finnish council that tells its language."""
    return load_sources("http://127.0.0.1", [_BULK])[0]


def dynasty_pages(*, training: bool, count: int = PAGES, size: int = SIZE) -> list[Page]:
    """Return that many different pages, each with one item of a meeting, as Dynasty shows them."""
    return [_page(_item(training=training, shift=7 * number), size) for number in range(count)]


@cache
def sample_texts(code: str, *, training: bool) -> tuple[str, ...]:
    """Return texts of the sample councils in a language: those the gate lets in, or some others.

    The others may stand on one page, and the gate still stays shut.
    """
    words = load_language(code)
    told = sorted({*_pages(code), *(item.text for item in _items(code) if item.text)})
    return tuple(text for text in told if gate_open(text, words)) if training else _shut(told, words)


def _shut(told: list[str], words: Language) -> tuple[str, ...]:
    kept: list[str] = []
    for text in told:
        if not gate_open("\n".join([*kept, text]), words):
            kept.append(text)
    return tuple(kept)


def _items(code: str) -> Iterator[AgendaItem]:
    for council in (*load_councils(), _BULK):
        if council.source.language == code:
            yield from (item for meeting in council.meetings for item in meeting.item)


def _pages(code: str) -> Iterator[str]:
    """Yield the texts of the councils' ordinary pages."""
    for council in load_councils():
        if council.source.language == code:
            for name, told in council.texts.items():
                yield clean_html(told.encode()).text if name.endswith(".html") else told


def _texts(*, training: bool, shift: int) -> Iterator[str]:
    """Yield texts by turns, of those not on training such as bring the page nearer to DENSITY."""
    others = sample_texts("fi", training=False)
    wanted = _from(sample_texts("fi", training=True), shift)
    dense = _from([text for text in others if _dates(text) >= _usual(text)], shift)
    sparse = _from([text for text in others if _dates(text) < _usual(text)], shift)
    missing = 0.0
    for place in count(shift):
        on_training = training and place % _EACH == 0
        text = next(wanted if on_training else dense if missing > 0 else sparse)
        missing += _usual(text) - _dates(text)
        yield text


def _from(texts: Sequence[str], shift: int) -> Iterator[str]:
    """Yield the texts round and round, from one of them on."""
    return islice(cycle(texts), shift % len(texts), None)


@cache
def _dates(text: str) -> int:
    return len(scan_dates(text, load_language("fi").dates))


def _usual(text: str) -> float:
    """Return how many dates a stretch of real minutes as long as `text` holds."""
    return len(text) * DENSITY / 1000


def _item(*, training: bool, shift: int) -> Iterator[AgendaItem]:
    """Yield the item with one text, two texts, and so on."""
    parts: list[str] = []
    for text in _texts(training=training, shift=shift):
        parts.append(text)
        yield AgendaItem(
            n=1,
            section=12 + shift,
            title="Luottamushenkilöiden koulutus 2027" if training else "Katujen ja tonttien katsaus",
            case_number=f"{412 + shift}/00.02.00/2026",
            preparers="Hallintojohtaja Aila Rinneharju",
            text="\n\n".join(parts),
            proposal="Asia hyväksytään esitetyn mukaisesti.",
            decision="Ehdotus hyväksyttiin.",
        )


def _page(items: Iterator[AgendaItem], size: int) -> Page:
    markup = next(markup for item in items if len(markup := _render(item)) >= size)
    return Page(
        url=URL,
        final_url=URL,
        status=200,
        headers={"content-type": "text/html; charset=utf-8"},
        content=markup.encode(),
        retrieved_at=dt.datetime(2026, 11, 20, tzinfo=dt.UTC),
    )


def _render(item: AgendaItem) -> str:
    meeting = _BULK.meetings[0].model_copy(update={"item": (item,)})
    council: Council = _BULK.model_copy(update={"meetings": (meeting,)})
    markup = render_item(View(council, "http://127.0.0.1"), Shown(meeting, item, "minutes"))
    return _PARAGRAPH.sub(lambda found: found[1] + _runs(found[2]), markup)


def _runs(text: str) -> str:
    words = text.split(" ")
    cut = (" ".join(words[start : start + _WORDS_A_RUN]) for start in range(0, len(words), _WORDS_A_RUN))
    return " ".join(map(_RUN.format, cut))
