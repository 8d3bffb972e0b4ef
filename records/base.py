"""What all records share."""

from pydantic import BaseModel, ConfigDict

Span = tuple[int, int]
"""Half-open range of code points, `item.text[start:end]`."""


class Record(BaseModel):
    """A noun of the house: immutable, with no keys but the declared ones."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
    )
