"""What the sections of a language file share: they are compared and kept by their words."""

import pytest
from pydantic import ValidationError

from config.words import Words


class Greetings(Words):
    """A section of two lists."""

    morning: tuple[str, ...] = ()
    evening: tuple[str, ...] = ()


def test_equal_words_have_one_hash() -> None:
    """Patterns that are kept for a section serve another one with the same words."""
    one, other = Greetings(morning=("huomenta",)), Greetings(morning=("huomenta",))
    assert one == other
    assert len({one, other, Greetings(evening=("huomenta",))}) == 2


def test_a_copy_with_other_words_is_another() -> None:
    """Also after the first one's hash was asked, and the other way round."""
    one = Greetings(morning=("huomenta",))
    kept = {one: "kept"}
    changed = one.model_copy(update={"morning": ("god morgon",)})
    assert changed not in kept
    assert changed.model_copy(update={"morning": ("huomenta",)}) in kept
    assert hash(changed) == hash(Greetings(morning=("god morgon",)))


def test_unknown_keys_are_refused() -> None:
    """A section is closed."""
    with pytest.raises(ValidationError):
        Greetings.model_validate({"noon": ["hei"]})
