"""`paragraf extract`: records of files, folders, standard input and addresses, as JSON lines."""

import json
from collections.abc import Sequence

from config.languages import language_codes
from config.settings import load_settings
from extract.named import NameReaders
from paragraf.console import say_error, say_line
from paragraf.documents import extract_bytes
from paragraf.inputs import (
    About,
    Input,
    InputOptions,
    check_choice,
    list_inputs,
    read_about,
    read_input,
    with_options,
)
from paragraf.names import name_readers
from records.document import DocumentRecord
from records.errors import ParagrafError
from records.page import Page

NORWEGIAN = "no"
"""What sources call either Norwegian language; the text tells which one it is."""


def run_extract(arguments: Sequence[str], options: InputOptions) -> int:
    """Print one record per document and line; return 1 if one failed, else 0.

    A document that fails prints `{"source": ..., "error": "..."}` in its place, and the error
    goes to standard error too. Raises ConfigError for a language that has no file.
    """
    check_choice("--lang", options.language, [*language_codes(), NORWEGIAN])
    failed = False
    names = name_readers(load_settings())
    for given in list_inputs(arguments):
        about = About(path=str(given.path) if given.path else None, url=given.url)
        try:
            about = with_options(read_about(given), options)
            say_line(_extract(given, about, names).model_dump_json())
        except ParagrafError as error:
            failed = True
            source = about.model_dump(mode="json", exclude={"language"})
            say_line(json.dumps({"source": source, "error": error.describe()}, ensure_ascii=False))
            say_error(error)
    return int(failed)


def _extract(given: Input, about: About, names: NameReaders | None) -> DocumentRecord:
    if given.url is None:
        return extract_bytes(read_input(given), str(given.path or given.name), about, names=names)
    page = _fetch(given.url)
    told = {"retrieved_at": page.retrieved_at, "media_type": page.media_type or None}
    declared = page.headers.get("content-type")
    return extract_bytes(page.content, given.name, about.model_copy(update=told), declared, names)


def _fetch(url: str) -> Page:
    """Fetch an address that stands on the command line, which is its own permission."""
    import httpx  # files need no network: what speaks HTTP is loaded for addresses alone

    from ingest.fetch import Fetcher

    with Fetcher(load_settings().fetch, {httpx.URL(url).host}, robots=False) as fetcher:
        return fetcher.fetch(url)
