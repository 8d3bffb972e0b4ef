"""What the sections of a language file share."""

from pydantic import BaseModel, ConfigDict


class Words(BaseModel):
    """A section of a language file: a closed list of keys, every one with a default.

    A language may leave out what it has no words for; a key that is not listed is a mistake.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
