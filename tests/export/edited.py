"""Word files as clerks leave them, written in bare markup: what their programs do to a draft."""

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = f"""<Types xmlns="{_PACKAGE}/content-types">
<Default Extension="xml" ContentType="application/xml"/>
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document2.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""

STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normaali"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Otsikko1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Otsikko2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Talonotsikko"><w:name w:val="Talon otsikko"/>
 <w:basedOn w:val="Otsikko2"/></w:style>
<w:style w:type="paragraph" w:styleId="Rivi"><w:name w:val="Rivi"/><w:basedOn w:val="Rivi"/></w:style>
<w:style w:type="paragraph" w:styleId="Ylin"><w:name w:val="Ylin"/>
 <w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Otsikko"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Luettelo"><w:name w:val="List Paragraph"/></w:style>
<w:style w:type="paragraph" w:styleId="Sisluet1"><w:name w:val="toc 1"/></w:style>
"""
"""Styles as a Finnish Word names them: the ids are translated, the names of Word's own are not."""


def paragraph(text: str = "", style: str = "", *, runs: Sequence[str] = (), properties: str = "") -> str:
    """Return a paragraph of text, or of runs of markup."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    body = "".join(runs) or run(text)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{body}</w:p>"


def run(text: str, look: str = "") -> str:
    """Return a run of text with properties."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def save(path: Path, *blocks: str, identity: str = "", footer: str = "", strict: bool = False) -> Path:
    """Write a Word file of these blocks; `identity` goes into its properties, `footer` below its pages."""
    space = _STRICT if strict else _W
    root = f'xmlns:w="{space}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _relations(
            {"officeDocument": "/word/document2.xml", "core-properties": "docProps/core.xml"}
        ),
        "word/document2.xml": f"<w:document {root}><w:body>{''.join(blocks)}</w:body></w:document>",
        "word/_rels/document2.xml.rels": _relations({"styles": "styles.xml"}),
        "word/styles.xml": f"<w:styles {root}>{STYLES}</w:styles>",
        "word/footer1.xml": f"<w:ftr {root}>{paragraph(footer)}</w:ftr>",
        "docProps/core.xml": f"""<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Luonnos</dc:title><dc:identifier>{identity}</dc:identifier>
</cp:coreProperties>""",
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as container:
        for name, text in parts.items():
            container.writestr(name, text)
    path.write_bytes(packed.getvalue())
    return path


def _relations(targets: dict[str, str]) -> str:
    told = "".join(
        f'<Relationship Id="r{number}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{told}</Relationships>'
