"""How a language inflects the names of persons, so that every form of a known name is found."""

from functools import cached_property

from pydantic import field_validator

from config.words import Words

_BECOMES = ">"


class NameWords(Words):
    """What happens to the end of a name, in small letters.

    `endings` follow a name or one of its stems. `stems` tell what the end of a name (up to two vowels may
    follow) becomes before an ending: "nen>se". `particles` are small words within names ("von").
    """

    endings: tuple[str, ...] = ()
    stems: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()

    @field_validator("stems")
    @classmethod
    def _known(cls, stems: tuple[str, ...]) -> tuple[str, ...]:
        if any(stem.count(_BECOMES) != 1 or stem.startswith(_BECOMES) for stem in stems):
            raise ValueError("the end of a name, >, and what it becomes")
        return stems

    @cached_property
    def changes(self) -> tuple[tuple[str, str], ...]:
        """The end of a name, and what it becomes."""
        pairs = (stem.partition(_BECOMES) for stem in self.stems)
        return tuple((end, other) for end, _, other in pairs)

    @property
    def after(self) -> tuple[str, ...]:
        """What may follow a name or its stem: nothing, or an ending."""
        return ("", *self.endings)
