"""PDFs are read by a process that can be lost."""

import io
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest import pdf, pdf_pages
from ingest.pdf_reader import Lost, PdfReader
from ingest.pdf_worker import answer, main, read_message, write_message
from records.errors import ReadError, TooLarge


def page(words: str) -> bytes:
    """Return a PDF of one page with these words."""
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.drawString(72, 700, words)
    canvas.save()
    return file.getvalue()


def nested(levels: int) -> bytes:
    """Return a small PDF whose page draws ten times what draws ten times what ..."""
    with pikepdf.new() as document:
        inner = document.make_stream(b"BT /F1 9 Tf 50 700 Td (Kokous) Tj ET")
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1)
        font.BaseFont = pikepdf.Name.Helvetica
        resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=document.make_indirect(font)))
        for _ in range(levels):
            inner.Type, inner.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
            inner.BBox, inner.Resources = pikepdf.Array([0, 0, 595, 842]), resources
            resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=inner))
            inner = document.make_stream(b"/X Do\n" * 10)
        drawing = pikepdf.Dictionary(Type=pikepdf.Name.Page, MediaBox=[0, 0, 595, 842], Resources=resources)
        drawing.Contents = inner
        document.pages.append(pikepdf.Page(document.make_indirect(drawing)))
        file = io.BytesIO()
        document.save(file)
        return file.getvalue()


@pytest.fixture
def reader() -> Iterator[PdfReader]:
    """Return a reader with little patience and little memory."""
    one = PdfReader(longest=30.0, memory=400_000_000)
    yield one
    one.close()


def test_reads_one_after_the_other(reader: PdfReader) -> None:
    """The process stays for the next PDF, whatever came of the last."""
    answers = [reader.read(content) for content in (page("Yksi"), b"%PDF-1.7 junk", page("Kaksi"))]

    assert answers[0] == {"pages": ["Yksi"]}
    assert "error" in answers[1]
    assert answers[2] == {"pages": ["Kaksi"]}


def test_a_pdf_that_fills_the_memory(reader: PdfReader) -> None:
    """The process is lost, the program is not, and the next PDF is read by another process."""
    with pytest.raises(Lost) as raised:
        reader.read(nested(9))

    assert not raised.value.late
    assert reader.read(page("Sen jälkeen")) == {"pages": ["Sen jälkeen"]}


def test_a_pdf_without_end() -> None:
    """The process is ended when it takes too long."""
    reader = PdfReader(longest=0.2)
    with pytest.raises(Lost) as raised:
        reader.read(nested(9))
    reader.close()

    assert raised.value.late


def test_many_threads(reader: PdfReader) -> None:
    """Each gets the answer to its own PDF, and no thread of the reader is left."""
    before = threading.active_count()
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(reader.read, [page(f"Sivu {number}") for number in range(24)]))

    assert answers == [{"pages": [f"Sivu {number}"]} for number in range(24)]
    assert threading.active_count() == before


def test_closing_twice(reader: PdfReader) -> None:
    """A reader without a process can be closed, and read again."""
    reader.close()
    reader.close()

    assert reader.read(page("Taas")) == {"pages": ["Taas"]}


@pytest.mark.parametrize(
    ("late", "kind", "found"), [(True, TooLarge, "longer"), (False, ReadError, "memory")]
)
def test_what_is_told_of_it(
    late: bool, kind: type[ReadError | TooLarge], found: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error names the document and says what to do."""

    class Losing:
        def read(self, _content: bytes) -> dict[str, object]:
            raise Lost(late=late)

    monkeypatch.setattr(pdf, "READER", Losing())
    with pytest.raises(kind, match=rf"liite\.pdf: .*{found}.*print it to a new PDF"):
        pdf.read_pdf(page("Hidas"), "liite.pdf")


def test_the_worker_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its answers are the pages, the damage, or that there is too much."""
    assert answer(page("Suoraan")) == {"pages": ("Suoraan",)}
    assert "error" in answer(b"")
    monkeypatch.setattr(pdf_pages, "MOST_LETTERS", 3)
    assert answer(page("Liikaa")) == {"overlong": "6 letters on page 1"}


def test_messages() -> None:
    """A message comes out as it went in; one that breaks off is none."""
    pipe = io.BytesIO()
    write_message(pipe, b"a" * 1000)
    write_message(pipe, b"")
    sent = pipe.getvalue()

    whole = io.BytesIO(sent)
    assert [read_message(whole), read_message(whole), read_message(whole)] == [b"a" * 1000, b"", None]
    assert read_message(io.BytesIO(sent[:500])) is None


def test_the_worker_ends_with_its_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """No process is left behind when the program that started it is gone."""

    class Pipes:
        def __init__(self, content: bytes) -> None:
            self.buffer = io.BytesIO(content)

    request = io.BytesIO()
    write_message(request, b"1000")
    write_message(request, page("Viimeinen"))
    bounds: list[int] = []
    given, said = Pipes(request.getvalue()), Pipes(b"")
    monkeypatch.setattr("ingest.pdf_worker._bound_memory", bounds.append)
    monkeypatch.setattr("sys.stdin", given)
    monkeypatch.setattr("sys.stdout", said)
    main()

    said.buffer.seek(0)
    assert bounds == [1000]
    assert read_message(said.buffer) == b"1000"
    assert read_message(said.buffer) == b'{"pages": ["Viimeinen"]}'
