"""What the sections of a language file share."""

from functools import cached_property
from typing import Self

from pydantic import BaseModel, ConfigDict


class Words(BaseModel):
    """A section of a language file: a closed list of keys, every one with a default.

    A language may leave out what it has no words for; a key that is not listed is a mistake.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    def __hash__(self) -> int:
        """Return the hash of the words, reckoned once: patterns made from a section are kept under it."""
        return self._reckoned

    def __copy__(self) -> Self:
        """Return a copy, which may be given other words and is reckoned anew."""
        copied = super().__copy__()
        copied.__dict__.pop("_reckoned", None)
        return copied

    @cached_property
    def _reckoned(self) -> int:
        return hash(tuple(self.__dict__[name] for name in type(self).model_fields))
