"""How a language inflects the names of persons, so that every form of a known name is found."""

from pydantic import field_validator

from config.words import Words


class NameWords(Words):
    """What happens to the end of a name, in small letters.

    `endings` follow a name or one of its stems, the empty one included. `stems` are pairs: what a name
    ends with (up to two vowels may follow) and what stands there before an ending ("nen", "se").
    `particles` are small words within names ("von").
    """

    endings: tuple[str, ...] = ("",)
    stems: tuple[tuple[str, str], ...] = ()
    particles: tuple[str, ...] = ()

    @field_validator("stems")
    @classmethod
    def _known(cls, stems: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
        if any(not name for name, _ in stems):
            raise ValueError("pairs whose first part is the end of a name")
        return stems
