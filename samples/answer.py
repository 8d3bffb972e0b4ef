"""Knows what an HTTP answer is made of, before a socket is involved."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from samples.council import Charset

Query = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, headers and body; Content-Length is added by the server."""

    body: bytes = b""
    content_type: str = "text/html"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


NOT_FOUND = Answer(b"<html><body><h1>404 Not Found</h1></body></html>", status=404)


def html_answer(text: str, charset: Charset) -> Answer:
    """Return a page in the charset's encoding, with what its header claims."""
    claimed = f"text/html; charset={charset.header}" if charset.header else "text/html"
    return Answer(text.encode(charset.encoding, "xmlcharrefreplace"), claimed)


def pdf_answer(content: bytes) -> Answer:
    """Return a PDF file."""
    return Answer(content, "application/pdf")
