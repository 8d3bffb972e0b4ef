"""Knows what faults make of an answer that was due."""

import gzip
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from samples.answer import Answer

Change = Callable[[Answer, float, str], Answer]
"""Returns the answer that is sent instead of one that was due, for a fault's amount and address."""
MEGABYTE = 1_000_000
_UTF8_PAGE = "text/html; charset=utf-8"
_FEED_ITEM = re.compile(rb"<(item|entry)\b.*?</\1>\s*", re.S)
_LANDMARK = re.compile(rb"\s(?:class|id|name|title)\s*=\s*(?:'[^']*'|\"[^\"]*\"|[\w-]+)", re.I)
_WORD = re.compile(rb"[\w-]+")
_COMMENT = re.compile(rb"<!--.*?-->", re.S)
_CAPTION = re.compile(rb"<caption\b.*?</caption>", re.S | re.I)
_NUMBERED = re.compile(rb"(\d{4})\s*/\s*[^\s<\d]{3,16}\s+(?=\d)")

LOGIN = (
    "<!DOCTYPE html>\n<html><head><meta charset='utf-8'><title>Kirjaudu sisään</title></head><body>"
    "<form method='post' action='/login'><label>Tunnus <input name='user'></label>"
    "<label>Salasana <input name='password' type='password'></label></form></body></html>\n"
)
CAPTCHA = (
    "<!DOCTYPE html>\n<html><head><meta charset='utf-8'><title>Hetkinen...</title></head><body>"
    "<h1>Varmistamme, että olet ihminen</h1><div id='cf-challenge-running'></div>"
    "<div class='g-recaptcha' data-sitekey='sample'></div><noscript>Ota JavaScript käyttöön.</noscript>"
    "</body></html>\n"
)
CONSENT = (
    "<!DOCTYPE html>\n<html><head><meta charset='utf-8'><title>Evästeet</title></head><body>"
    "<div id='CybotCookiebotDialog'><h2>Käytämme evästeitä</h2><p>Hyväksy evästeet, niin näet sivun.</p>"
    "<button>Hyväksyn</button></div></body></html>\n"
)
ERROR_PAGE = (
    "<html><head><title>503 Service Temporarily Unavailable</title></head><body>"
    "<center><h1>503 Service Temporarily Unavailable</h1></center><hr></body></html>\n"
)


def _page(text: str, _due: Answer, _amount: float, _to: str) -> Answer:
    return Answer(text.encode(), _UTF8_PAGE)


def _status(status: int, headers: Mapping[str, str], due: Answer, _amount: float, _to: str) -> Answer:
    return Answer(b"" if status == 200 else b"<h1>Error</h1>", due.content_type, status, headers)


def _redirect(default: str, _due: Answer, _amount: float, to: str) -> Answer:
    return Answer(status=302, headers={"Location": to or default})


def _truncated(due: Answer, _amount: float, _to: str) -> Answer:
    return replace(due, body=due.body[: len(due.body) * 6 // 10])


def _misdeclared(due: Answer, _amount: float, _to: str) -> Answer:
    body = due.body.replace(b"encoding='iso-8859-1'", b"encoding='utf-8'", 1)
    return replace(due, body=body, content_type=due.content_type.replace("iso-8859-1", "utf-8"))


def _huge(_due: Answer, amount: float, _to: str) -> Answer:
    line = b"<p>" + b"Lorem ipsum dolor sit amet. " * 35 + b"</p>\n"
    body = line * (int(amount * MEGABYTE) // len(line) + 1)
    return Answer(b"<html><body>" + body + b"</body></html>", _UTF8_PAGE)


def _bomb(_due: Answer, amount: float, _to: str) -> Answer:
    packed = gzip.compress(bytes(int(amount * MEGABYTE)))
    return Answer(packed, _UTF8_PAGE, headers={"Content-Encoding": "gzip"})


def _changed_layout(due: Answer, _amount: float, _to: str) -> Answer:
    """Return the page with the same words, but for what its makers could rename: classes, ids, captions."""
    if not due.content_type.startswith("text/html"):
        return due
    body = _CAPTION.sub(b"", _COMMENT.sub(b"<!-- -->", due.body))
    body = _NUMBERED.sub(rb"\1: ", _LANDMARK.sub(_renamed, body))
    return replace(due, body=body.replace(b"kokous/", b"asiakirjat/"))


def _renamed(attribute: re.Match[bytes]) -> bytes:
    name, sign, values = attribute[0].partition(b"=")
    return name + sign + _WORD.sub(rb"uusi-\g<0>", values)


def _empty_channel(due: Answer, _amount: float, _to: str) -> Answer:
    return replace(due, body=_FEED_ITEM.sub(b"", due.body))


def _duplicated(due: Answer, _amount: float, _to: str) -> Answer:
    return replace(due, body=_FEED_ITEM.sub(lambda item: item[0] * 2, due.body))


def _reordered(due: Answer, _amount: float, _to: str) -> Answer:
    """Return a feed with every other entry first, and the rest after them the wrong way round."""
    entries = [match[0] for match in _FEED_ITEM.finditer(due.body)]
    shuffled = iter(entries[1::2] + entries[::2][::-1])
    return replace(due, body=_FEED_ITEM.sub(lambda _: next(shuffled), due.body))


CHANGES: dict[str, Change] = {
    "login": partial(_page, LOGIN),
    "captcha": partial(_page, CAPTCHA),
    "consent": partial(_page, CONSENT),
    "error_page": partial(_page, ERROR_PAGE),
    "empty": partial(_status, 200, {}),
    "not_found": partial(_status, 404, {}),
    "server_error": partial(_status, 500, {}),
    "too_many": partial(_status, 429, {"Retry-After": "1"}),
    "unavailable": partial(_status, 503, {}),
    "redirect": partial(_redirect, "/elsewhere/"),
    "redirect_away": partial(_redirect, "http://elsewhere.example/"),
    "redirect_private": partial(_redirect, "http://169.254.169.254/latest/meta-data/"),
    "redirect_file": partial(_redirect, "file:///etc/passwd"),
    "truncated": _truncated,
    "misdeclared": _misdeclared,
    "huge": _huge,
    "bomb": _bomb,
    "changed_layout": _changed_layout,
    "empty_channel": _empty_channel,
    "duplicated": _duplicated,
    "reordered": _reordered,
}
