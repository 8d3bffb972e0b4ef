"""How training is held."""

import pytest

from extract.formats import format_in
from extract.reading import read_paragraphs
from tests.extract.made_up import item, words


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("fi", "Luottamushenkilöiden koulutus valtuustosalissa", "in_person"),
        ("fi", "Luottamushenkilöiden koulutus Teamsissa", "online"),
        ("fi", "Luottamushenkilöiden koulutus hybridinä", "hybrid"),
        ("fi", "Luottamushenkilöiden koulutus valtuustosalissa ja Teamsissa", "hybrid"),
        ("fi", "Luottamushenkilöiden koulutus omassa tahdissa verkossa", "self_study"),
        ("fi", "Luottamushenkilöiden koulutus järjestetään", None),
        ("sv", "Utbildning för förtroendevalda på Hotell Sjöblick", "in_person"),
        ("sv", "Webbutbildning för förtroendevalda", "self_study"),
        ("sv", "Webbinarium för förtroendevalda", "online"),
        ("sv", "Utbildning för förtroendevalda hålls i mars", None),
        ("nb", "Folkevalgtopplæring på rådhuset", "in_person"),
        ("nb", "Nettkurs for folkevalgte", "self_study"),
        ("nn", "Folkevaldopplæring på Teams", "online"),
        ("nn", "Opptak av folkevaldopplæring", "recorded"),
    ],
)
def test_the_format_is_what_the_words_tell(code: str, text: str, told: str | None) -> None:
    """A place is a gathering, a link is online, both are hybrid; nothing told is nothing known."""
    found = format_in(read_paragraphs(item(text), words(code)), (0, len(text)))
    assert (found.value if found else None) == told


def test_a_format_quotes_its_words() -> None:
    """Both words back a hybrid."""
    text = "Luottamushenkilöiden koulutus valtuustosalissa ja Teamsissa"
    found = format_in(read_paragraphs(item(text), words("fi")), (0, len(text)))
    assert found is not None
    assert [text[start:end] for start, end in found.spans] == ["valtuustosalissa", "Teamsissa"]
    assert found.rule == "format_both"
