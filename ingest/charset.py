"""Knows in which letters bytes are written, whatever their headers claim."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HEAD = 2048
"""How many bytes are searched for a declaration; the HTML standard looks at 1024, Word writes it late."""
_XML = re.compile(rb"\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{1,40})", re.I)
_META = re.compile(rb"<meta\s[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.I)
_WESTERN = frozenset({"iso8859-1", "ascii", "cp1252", "iso8859-15"})
"""Under these names servers send windows-1252 (WHATWG Encoding Standard: latin1 and ascii mean cp1252)."""
_LETTERS = ("utf-8", "ascii", "iso8859", "cp", "koi8", "mac", "gb", "big5", "euc", "shift")
_CP1252 = {number: bytes([number]).decode("cp1252", "ignore") or chr(number) for number in range(0x80, 0xA0)}


def decode(content: bytes, declared: str | None = None) -> str:
    """Return `content` as text; every byte string has one.

    Trusted in this order: byte order mark, the charset `declared` by HTTP, the document's own
    declaration (XML or meta), strict utf-8, cp1252. iso-8859-1 is read as cp1252, unless the bytes
    are sound utf-8; a stray byte in sound utf-8 is read as cp1252 alone.
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(name, "replace")
    for label in (declared, declared_inside(content)):
        text = _decode_as(content, label) if label else None
        if text is not None:
            return text
    return _guess(content)


def declared_inside(content: bytes) -> str | None:
    """Return the charset that an XML declaration or a meta element names, in small letters, or None."""
    head = content[:_HEAD]
    match = _XML.match(head) or _META.search(head)
    return match[1].decode("latin-1").lower() if match else None


def misdeclared(content: bytes, declared: str | None = None) -> str | None:
    """Return the charset that `declared` or the document names if the bytes are another one, else None."""
    label = declared or declared_inside(content)
    if label is None or content.isascii():
        return None
    try:
        name = codecs.lookup(label.strip()).name
        content.decode("utf-8")
    except LookupError:
        return label
    except UnicodeDecodeError:
        return label if name == "utf-8" else None
    return label if name in _WESTERN else None


def _decode_as(content: bytes, label: str) -> str | None:
    try:
        name = codecs.lookup(label.strip()).name
    except (LookupError, ValueError):
        return None
    western = name in _WESTERN
    try:
        return content.decode("utf-8" if western else name) if name.startswith(_LETTERS) else None
    except UnicodeDecodeError:
        return _western(content) if western else None


def _guess(content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        sound = content.decode("utf-8", "ignore")
    stray = len(content) - len(sound.encode("utf-8"))
    letters = len(content) - stray - len(sound)
    return content.decode("utf-8", _STRAY) if letters > stray else _western(content)


def _western(content: bytes) -> str:
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        return content.decode("latin-1").translate(_CP1252)


def _read_stray(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return _western(error.object[error.start : error.end]), error.end


_STRAY = "paragraf-stray-cp1252"
codecs.register_error(_STRAY, _read_stray)
