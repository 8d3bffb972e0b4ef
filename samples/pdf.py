"""Knows PDF as far as plain text on A4 pages with running lines needs it; same text, same bytes."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from samples.markup import Block

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 595, 842, 71, 71, 100, 90
LEADING = 14.0
COLUMN = 110
SIZES = {"title": 15.0, "heading": 11.5}
INDENTS = {"bullet": 14, "point": 14}
# Helvetica's advance widths in thousandths of the size; every other letter and digit is 556 wide.
ADVANCES = {
    191: "'",
    222: "ijl",
    260: "|",
    278: " !,./:;I[\\]ft",
    333: "()-`r",
    355: '"',
    389: "*",
    500: "Jcksvxyz",
    584: "+<=>~",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1015: "@",
}
ADVANCE = {letter: advance for advance, letters in ADVANCES.items() for letter in letters}
USUAL = 556
BOLD_IS_WIDER = 1.08


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text on one line, `x` points from the left margin."""

    text: str
    x: float = 0.0
    size: float = 10.5
    bold: bool = False


Line = tuple[Piece, ...]


def render_pdf(
    blocks: Iterable[Block], *, title: str, language: str, head: str = "", foot: str = ""
) -> bytes:
    """Return the blocks as a PDF; `{page}` and `{pages}` in head and foot lines are filled in.

    `language` is a BCP 47 tag. Characters outside windows-1252 become question marks.
    """
    pages = list(_paged(_lines(blocks)))
    contents = [
        _content(lines, _running(head, number, len(pages)), _running(foot, number, len(pages)))
        for number, lines in enumerate(pages, 1)
    ]
    return _file(contents, title, language)


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide Helvetica prints `text`, in points; accents do not widen a letter."""
    total = sum(ADVANCE.get(unicodedata.normalize("NFD", one)[0], USUAL) for one in text)
    return total * size / 1000 * (BOLD_IS_WIDER if bold else 1)


def _lines(blocks: Iterable[Block]) -> Iterator[Line]:
    before: Block | None = None
    for block in blocks:
        tight = before is not None and block.kind == before.kind and block.kind in ("bullet", "point", "row")
        if before is not None and not tight:
            yield ()
        if block.kind == "row":
            yield tuple(Piece(cell, x=column * COLUMN) for column, cell in enumerate(block.cells))
        else:
            yield from _wrapped(block)
        before = block


def _wrapped(block: Block) -> Iterator[Line]:
    size = SIZES.get(block.kind, 10.5)
    indent = INDENTS.get(block.kind, 0)
    bold = block.kind in SIZES
    line = f"\u2022 {block.text}" if block.kind == "bullet" else block.text
    room = WIDTH - LEFT - RIGHT - indent
    words: list[str] = []
    for word in line.split(" "):
        if words and width(" ".join([*words, word]), size, bold=bold) > room:
            yield (Piece(" ".join(words), indent, size, bold),)
            words = []
        words.append(word)
    yield (Piece(" ".join(words), indent, size, bold),)


def _paged(lines: Iterable[Line]) -> Iterator[Sequence[Line]]:
    room = int((HEIGHT - TOP - BOTTOM) / LEADING)
    page: list[Line] = []
    for line in lines:
        if len(page) == room:
            yield page
            page = []
        if line or page:
            page.append(line)
    yield page


def _running(line: str, number: int, count: int) -> str:
    return line.replace("{page}", str(number)).replace("{pages}", str(count))


def _content(lines: Sequence[Line], head: str, foot: str) -> bytes:
    shown = [_shown(Piece(head, size=9), HEIGHT - 50), _shown(Piece(foot, size=8), 40)]
    for row, line in enumerate(lines):
        shown.extend(_shown(piece, HEIGHT - TOP - row * LEADING) for piece in line)
    return b"\n".join(one for one in shown if one)


def _shown(piece: Piece, y: float) -> bytes:
    if not piece.text:
        return b""
    text = piece.text.encode("cp1252", "replace")
    escaped = text.replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")
    font = "F2" if piece.bold else "F1"
    place = f"BT /{font} {piece.size:g} Tf {LEFT + piece.x:g} {y:g} Td (".encode("ascii")
    return place + escaped + b") Tj ET"


def _file(contents: Sequence[bytes], title: str, language: str) -> bytes:
    kids = " ".join(f"{6 + 2 * index} 0 R" for index in range(len(contents)))
    heading = "FEFF" + title.encode("utf-16-be").hex().upper()
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /{} /Encoding /WinAnsiEncoding >>"
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R /Lang ({language}) >>".encode("ascii"),
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>".encode("ascii"),
        font.format("Helvetica").encode("ascii"),
        font.format("Helvetica-Bold").encode("ascii"),
        f"<< /Title <{heading}> /Producer (samples) >>".encode("ascii"),
    ]
    for index, content in enumerate(contents):
        objects.append(_page(7 + 2 * index))
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content))
    return _joined(objects)


def _page(content: int) -> bytes:
    fonts = "<< /Font << /F1 3 0 R /F2 4 0 R >> >>"
    box = f"[0 0 {WIDTH} {HEIGHT}]"
    told = f"<< /Type /Page /Parent 2 0 R /MediaBox {box} /Resources {fonts} /Contents {content} 0 R >>"
    return told.encode("ascii")


def _joined(objects: Sequence[bytes]) -> bytes:
    made = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"
    offsets = []
    for number, one in enumerate(objects, 1):
        offsets.append(len(made))
        made += b"%d 0 obj\n%b\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    count = len(objects) + 1
    trailer = b"trailer\n<< /Size %d /Root 1 0 R /Info 5 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return made + b"xref\n0 %d\n0000000000 65535 f \n" % count + table + trailer % (count, len(made))
