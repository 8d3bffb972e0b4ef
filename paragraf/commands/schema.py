"""`paragraf schema`: the JSON Schema of the record."""

import json

from paragraf.console import say_line
from records.document import DocumentRecord


def run_schema() -> int:
    """Print the JSON Schema (draft 2020-12) of what `extract` prints."""
    schema = DocumentRecord.model_json_schema(mode="serialization")
    say_line(json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema"} | schema, indent=2))
    return 0
