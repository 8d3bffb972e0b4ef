"""Knows the JSON of a Netpublicator reader: a tree of folders with documents.

No answer of a live reader has been seen, so several spellings of each key are read, and whatever
has none of them is told with the keys that it has.
"""

import json
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ingest.charset import decode
from records.errors import LayoutChanged, Silent
from records.page import Page

Json = dict[str, object]
_IDS = ("id", "documentid", "docid", "fileid", "guid", "uid", "key")
_NAMES = ("name", "title", "displayname", "documentname", "filename", "label", "text")
_MEETING_DAYS = ("meetingdate", "meetingday")
_DAYS = ("date", "documentdate", "published", "publishdate", "publisheddate", "created", "createddate")
_INSIDE = frozenset({
    "children", "items", "nodes", "entries", "content", "contents", "folders", "subfolders", "directories",
    "documents", "files", "meetings", "data", "result", "results", "root", "tree", "folder", "reader",
})  # fmt: skip
_FOLDER_MARKS = ("isfolder", "isdirectory", "haschildren")
_FILE_MARKS = frozenset(
    {"extension", "fileextension", "filetype", "mimetype", "contenttype", "size", "filesize"}
)
_KINDS = ("type", "kind", "nodetype")
_FOLDER_KINDS = frozenset({"folder", "directory", "dir", "group"})
_FILE_KINDS = frozenset({"document", "file"})
_MOST_KEYS = 12


class TreeDocument(NamedTuple):
    """A document of the tree; `folders` hold it, nearest first.

    `meeting` and `day` are what the tree says of its meeting's day and of its own, as it writes them.
    """

    id: str
    name: str
    meeting: str
    day: str
    folders: tuple[str, ...]

    @property
    def path(self) -> str:
        """The names of its folders, outermost first, and its own, parted by slashes."""
        return "/".join((*reversed(self.folders), self.name))


def read_tree(page: Page) -> tuple[TreeDocument, ...]:
    """Return the documents of a reader's answer in its order, with the folders they lie in.

    Raises Silent for an empty answer, and LayoutChanged for one that is no JSON, for a node without id
    or name, and for a tree without any document; it names the keys that were found.
    """
    if not page.content.strip():
        raise Silent(page.url, expected="the tree of a reader", found="an empty answer")
    documents = tuple(_documents(read_json(page), page.url))
    if not documents:
        raise LayoutChanged(
            page.url,
            expected="a tree with documents",
            found="folders without any",
            advice="Open the reader in a browser; its address may name a folder that is empty now",
        )
    return documents


def read_json(page: Page) -> object:
    """Return what a JSON answer holds; raises LayoutChanged for another one, such as a login page."""
    text = decode(page.content, page.charset or "utf-8")
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        told = "a web page" if text.lstrip().startswith("<") else f"text that begins {text.strip()[:40]!r}"
        raise LayoutChanged(
            page.url,
            expected="JSON",
            found=told,
            advice="Open it in a browser: the reader may be closed, or its key may be another now",
        ) from error


def keys_of(value: object) -> str:
    """Return in words which keys, or what else, a piece of JSON has."""
    if isinstance(value, dict):
        keys = ", ".join(map(str, list(value)[:_MOST_KEYS]))
        return f"the keys {keys}" if keys else "no keys"
    return "a list" if isinstance(value, list) else f"{type(value).__name__} {str(value)[:40]!r}"


def _documents(whole: object, url: str) -> Iterator[TreeDocument]:
    """Yield the documents of the tree, depth first; a stack, since foreign trees may be of any depth."""
    waiting: list[tuple[object, tuple[str, ...]]] = [(whole, ())]
    while waiting:
        value, folders = waiting.pop()
        if isinstance(value, list):
            waiting += [(one, folders) for one in reversed(value)]
            continue
        node = _node(value, url)
        inside = [node[key] for key in node if key in _INSIDE and isinstance(node[key], dict | list)]
        name = _first(node, _NAMES)
        if inside and not _is_file(node):
            below = (name, *folders) if name else folders
            waiting += [(one, below) for one in reversed(inside)]
        elif _is_file(node) or not _is_folder(node):
            yield _document(node, name, folders, value, url)


def _document(node: Json, name: str, folders: tuple[str, ...], found: object, url: str) -> TreeDocument:
    own = _first(node, _IDS)
    if not own or not name:
        raise _changed(url, "a document with id and name", found)
    return TreeDocument(own, name, _first(node, _MEETING_DAYS), _first(node, _DAYS), folders)


def _node(value: object, url: str) -> Json:
    """Return a node with its keys in small letters and without underscores."""
    if not isinstance(value, dict):
        raise _changed(url, "a folder or a document", value)
    return {str(key).lower().replace("_", ""): one for key, one in value.items()}


def _is_folder(node: Json) -> bool:
    """Tell whether a node that holds nothing is a folder, which may be empty."""
    marked = any(node.get(mark) is True for mark in _FOLDER_MARKS)
    empty = any(key in _INSIDE and value is None for key, value in node.items())
    return marked or empty or _first(node, _KINDS).lower() in _FOLDER_KINDS


def _is_file(node: Json) -> bool:
    """Tell whether a node says that it is a file, whatever it might hold."""
    return not _FILE_MARKS.isdisjoint(node) or _first(node, _KINDS).lower() in _FILE_KINDS


def _first(node: Json, keys: Iterable[str]) -> str:
    """Return the first of `keys` that tells something, as text; numbers are ids too."""
    for key in keys:
        value = node.get(key)
        if isinstance(value, str | int) and not isinstance(value, bool) and str(value).strip():
            return " ".join(str(value).split())
    return ""


def _changed(url: str, expected: str, found: object) -> LayoutChanged:
    return LayoutChanged(
        url,
        expected=expected,
        found=keys_of(found),
        advice="Send these keys to whoever keeps the program: the reader's answer has another shape",
    )
