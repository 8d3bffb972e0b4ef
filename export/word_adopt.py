"""Knows how a council's own Word styles are used: found by name, and ours added where there are none."""

import copy
from collections.abc import Iterator

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from export.word_frame import open_frame
from export.word_xml import append, make, remove

STYLES = (
    "Normal",
    "Title",
    "Heading1",
    "Heading2",
    "Heading3",
    "Caption",
    "ListBullet",
    "ListNumber",
    "TableGrid",
    "Facts",
    "LastFact",
    "BelowTable",
    "TableText",
    "TableHead",
    "Source",
    "SourceQuote",
    "CommentText",
    "CommentReference",
    "Hyperlink",
)
"""The styles that a draft is written in, by our ids."""

# The Nordic editions of Word keep the English names in the file; other programs write what they show.
_LOCAL = {
    "title": ("otsikko", "rubrik", "tittel"),
    "heading 1": ("otsikko 1", "rubrik 1", "overskrift 1"),
    "heading 2": ("otsikko 2", "rubrik 2", "overskrift 2"),
    "heading 3": ("otsikko 3", "rubrik 3", "overskrift 3"),
    "caption": ("kuvan otsikko", "kuvateksti", "beskrivning", "bildtext", "bildetekst", "bilettekst"),
    "list bullet": ("merkitty luettelo", "punktlista", "punktliste"),
    "list number": ("numeroitu luettelo", "numrerad lista", "nummerert liste"),
    "table grid": ("taulukkoruudukko", "tabellrutnät", "tabellrutenett"),
    "hyperlink": ("hyperlinkki", "hyperlänk", "hyperkopling", "hyperkobling"),
}
_PLAIN = frozenset({"Facts", "LastFact", "TableText", "TableHead", "Source", "SourceQuote"})
_LINKS = ("basedOn", "next", "link")
_AFTER = "160"
"""Twips below a paragraph of running text, where the council's own style leaves none."""


def adopt_styles(document: Document, tag: str, text_style: str | None) -> dict[str, str]:
    """Return the id in `document` of each of our styles: the document's own by name, else a copy of ours.

    Running text takes `text_style`, the style of the paragraph that the draft replaces.
    """
    theirs = document.styles.element
    ours = {style.get(_ID): style for style in open_frame(tag).styles.element.findall(_STYLE)}
    known = {name: style for style in theirs.findall(_STYLE) if style.get(_ID) for name in _names(style)}
    used: dict[str, str] = {"Normal": text_style or _default(theirs)}
    added = []
    for identity in STYLES[1:]:
        own = ours[identity]
        found = next((known[name] for name in _known_as(own) if name in known), None)
        if found is not None and found.get(_TYPE) == own.get(_TYPE):
            used[identity] = found.get(_ID)
        else:
            added.append(copy.deepcopy(own))
            used[identity] = _free(theirs, identity)
    for style in added:
        plain = style.get(_ID) in _PLAIN
        _settle(style, used, {identity for identity in ours if identity in used})
        if plain:
            _take_after(style, _default(theirs))
        theirs.append(style)
    used["Normal"] = _spaced(theirs, used["Normal"])
    return used


def _names(style: BaseOxmlElement) -> Iterator[str]:
    for name in (*style.findall(qn("w:name")), *style.findall(qn("w:aliases"))):
        yield from (part.strip().lower() for part in name.get(_VAL, "").split(","))


def _known_as(style: BaseOxmlElement) -> Iterator[str]:
    for name in _names(style):
        yield name
        yield from _LOCAL.get(name, ())


def _default(styles: BaseOxmlElement) -> str:
    """Return the id of the style of paragraphs that name none."""
    for style in styles.findall(_STYLE):
        if style.get(_TYPE) == "paragraph" and style.get(qn("w:default")) in ("1", "true", "on"):
            return str(style.get(_ID))
    return "Normal"


def _free(styles: BaseOxmlElement, identity: str) -> str:
    taken = {style.get(_ID) for style in styles.findall(_STYLE)}
    while identity in taken:
        identity = f"Paragraf{identity}"
    return identity


def _settle(style: BaseOxmlElement, used: dict[str, str], known: set[str]) -> None:
    """Give a copied style its id here, and lead its links to the styles that are here."""
    style.set(_ID, used[style.get(_ID, "")])
    style.attrib.pop(qn("w:default"), None)
    for link in _LINKS:
        for each in style.findall(qn(f"w:{link}")):
            target = each.get(_VAL, "")
            if target in known:
                each.set(_VAL, used[target])
            else:
                style.remove(each)
    for each in style.findall(f"{qn('w:pPr')}/{qn('w:numPr')}"):
        remove(each)


def _take_after(style: BaseOxmlElement, default: str) -> None:
    """Base a style on the document's default, in whose font and colour it is then written.

    Not on that of running text, which may be indented where a table's cell or a field must not be.
    """
    for base in style.findall(qn("w:basedOn")):
        base.set(_VAL, default)
    for each in style.findall(f"{qn('w:rPr')}/{qn('w:color')}"):
        remove(each)


def _spaced(styles: BaseOxmlElement, identity: str) -> str:
    """Return a style of running text with space between paragraphs: the one given, or one based on it.

    Old templates leave the space to empty paragraphs, which a draft does not write.
    """
    if any(_spaces(styles, identity)):
        return identity
    added = _free(styles, "DraftText")
    style = append(styles, "style", type="paragraph", customStyle="1", styleId=added)
    append(style, "name", val="Draft Text")
    append(style, "basedOn", val=identity)
    append(append(style, "pPr"), "spacing", after=_AFTER)
    return added


def _spaces(styles: BaseOxmlElement, identity: str) -> Iterator[bool]:
    """Yield whether a style, those that it rests on and the defaults leave space around paragraphs."""
    chain = {style.get(_ID): style for style in styles.findall(_STYLE)}
    seen: set[str] = set()
    while identity in chain and identity not in seen:
        seen.add(identity)
        told = list(chain[identity].iterfind(f"{qn('w:pPr')}/{qn('w:spacing')}"))
        yield from (_has_space(each) for each in told)
        if told and told[0].get(qn("w:after")) is not None:
            return
        based = chain[identity].find(qn("w:basedOn"))
        identity = based.get(_VAL, "") if based is not None else ""
    for each in styles.iterfind(f"{qn('w:docDefaults')}//{qn('w:spacing')}"):
        yield _has_space(each)


def _has_space(spacing: BaseOxmlElement) -> bool:
    told = (spacing.get(qn(f"w:{side}"), "0") for side in ("before", "after"))
    return any(value not in ("0", "") for value in told)


def set_language(document: Document, roots: Iterator[BaseOxmlElement], tag: str) -> None:
    """Set the language of a document's defaults, and of every run of `roots` that has none of its own."""
    for defaults in document.styles.element.iterfind(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{_RUN}"):
        speak(defaults, tag, anew=True)
    for root in roots:
        for run in root.iter(qn("w:r")):
            if run.find(qn("w:t")) is not None:
                properties = run.find(_RUN)
                if properties is None:
                    properties = make("rPr")
                    run.insert(0, properties)
                speak(properties, tag)


def speak(properties: BaseOxmlElement, tag: str, *, anew: bool = False) -> None:
    """Set the language of Latin script; that of East Asian and right-to-left script is left alone."""
    language = properties.find(qn("w:lang"))
    if language is None:
        language = make("lang")
        later = next((each for each in properties if _follows_language(each)), None)
        if later is None:
            properties.append(language)
        else:
            later.addprevious(language)
    if anew or language.get(_VAL) is None:
        language.set(_VAL, tag)


def _follows_language(element: BaseOxmlElement) -> bool:
    """Tell whether an element stands after the language in a run's properties, as all of newer Words do."""
    return element.tag in _AFTER_LANGUAGE or not str(element.tag).startswith(_OWN)


_STYLE, _RUN, _VAL = qn("w:style"), qn("w:rPr"), qn("w:val")
_ID, _TYPE = qn("w:styleId"), qn("w:type")
_AFTER_LANGUAGE = frozenset(
    qn(f"w:{name}") for name in ("eastAsianLayout", "specVanish", "oMath", "rPrChange")
)
_OWN = qn("w:p").removesuffix("p")
