"""What is built once for each language."""

from config.languages import Language
from extract.once import once_per_language
from tests.extract.made_up import small_language


def test_the_same_words_are_built_for_once() -> None:
    """An equal language is no reason to build again, another one is."""
    built: list[Language] = []

    @once_per_language
    def build(language: Language) -> int:
        built.append(language)
        return len(built)

    first = small_language(events={"course": ["kurs*"]})
    assert build(first) == 1
    assert build(first) == 1
    assert build(first.model_copy()) == 1
    assert build(small_language(events={"course": ["kurssi*"]})) == 2


def test_languages_do_not_displace_each_other() -> None:
    """Each code keeps what was built for it."""
    built: list[str] = []

    @once_per_language
    def build(language: Language) -> str:
        built.append(language.code)
        return language.code

    swedish, finnish = small_language("sv"), small_language("fi")
    assert [build(one) for one in (swedish, finnish, swedish, finnish)] == ["sv", "fi", "sv", "fi"]
    assert built == ["sv", "fi"]
