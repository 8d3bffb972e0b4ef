"""Made-up councils' Word templates, right and wrong ones."""

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import docx
from docx.document import Document
from docx.shared import Mm

Change = Callable[[Document], object]

LETTERHEAD = ("{{ council }}", "Toimielin: {{ body }}", "{{ title }}")


def write_template(path: Path, *paragraphs: str, change: Change | None = None) -> Path:
    """Write a template of these paragraphs, a heading where the title stands; return its path."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(30)
    for text in paragraphs:
        document.add_paragraph(text, style="Heading 1" if "title" in text else None)
    if change:
        change(document)
    document.save(str(path))
    return path


def letterhead(path: Path, change: Change | None = None) -> Path:
    """Write a usual template: council and body above, the title as a heading, the mark, a line below."""
    return write_template(path, *LETTERHEAD, "{{ content }}", "Kirkkotie 1, Lehtoranta", change=change)


def rewrite(path: Path, name: str, old: str, new: str) -> Path:
    """Change a part of a Word file in place, by a pattern; the part must hold it."""
    with zipfile.ZipFile(path) as parts:
        content = {each: parts.read(each) for each in parts.namelist()}
    told = content[name].decode()
    assert re.search(old, told), f"{name} without {old}"
    content[name] = re.sub(old, lambda _: new, told, count=1).encode()
    return _pack(path, content)


def add_part(path: Path, name: str, content: bytes) -> Path:
    """Add a part to a Word file in place."""
    with zipfile.ZipFile(path) as parts:
        known = {each: parts.read(each) for each in parts.namelist()}
    return _pack(path, {**known, name: content})


def texts(content: bytes) -> Sequence[str]:
    """Return the texts of the paragraphs in the body of a Word file."""
    return [each.text.replace("\u00a0", " ") for each in docx.Document(io.BytesIO(content)).paragraphs]


def _pack(path: Path, content: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as parts:
        for name, part in content.items():
            parts.writestr(name, part)
    return path
