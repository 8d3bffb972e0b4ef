"""From bytes to the record of a document: what `extract` prints and sync stores."""

import hashlib
import mimetypes

from extract.document import extract_item
from extract.named import NameReaders
from ingest.documents import read_document
from paragraf.inputs import About
from records.document import DocumentRecord, Origin


def extract_bytes(
    content: bytes, name: str, about: About, declared: str | None = None, names: NameReaders | None = None
) -> DocumentRecord:
    """Return the record of a document; `name` tells its kind by its ending where `about` does not.

    `declared` is the content type that a server gave, with its charset; `names` gives the council's
    own trained pipelines. Raises ReadError when the
    bytes are no readable document.
    """
    media_type = about.media_type or mimetypes.guess_type(name.lower())[0]
    item = read_document(content, name, media_type=declared or media_type, system=about.system, url=about.url)
    told = about.model_dump(exclude={"language"})
    told |= {"sha256": about.sha256 or hashlib.sha256(content).hexdigest(), "media_type": media_type}
    return extract_item(item, Origin.model_validate(told), language=about.language, names=names)
