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
        ("fi", "Luottamushenkilöiden koulutus, lounas klo 11", "in_person"),
        ("fi", "Valtuuston iltakoulu pidetään keväällä", "in_person"),
        ("fi", "Valtuustoseminaari pidetään keväällä", None),
        ("nb", "Lunsjwebinar for folkevalgte", "online"),
        ("fi", "Valtuustoseminaari pidetään Teamsissa, lounas omalla ajalla", "online"),
        ("sv", "Utbildning för förtroendevalda på Hotell Sjöblick", "in_person"),
        ("sv", "Webbutbildning för förtroendevalda", "self_study"),
        ("sv", "Webbinarium för förtroendevalda", "online"),
        ("sv", "Utbildning för förtroendevalda hålls i mars", None),
        ("nb", "Folkevalgtopplæring på rådhuset", "in_person"),
        ("nb", "Nettkurs for folkevalgte", "self_study"),
        ("nn", "Folkevaldopplæring på Teams", "online"),
        ("nn", "Opptak av folkevaldopplæring", "recorded"),
        ("fi", "Valtuutettujen koulutusilta valtuustosalissa, poissa olleille tallenne", "hybrid"),
        ("fi", "Luottamushenkilöiden koulutusilta leirikeskuksessa", "in_person"),
        ("fi", "Luottamushenkilöiden koulutusilta striimataan", "online"),
        ("sv", "Utbildning för förtroendevalda, direktsänds", "online"),
        ("sv", "Utbildning för förtroendevalda på värdshuset eller via Teams", "hybrid"),
        ("sv", "Utbildning för förtroendevalda på egen tid", "self_study"),
        ("nb", "Folkevalgtopplæring på Lia gjestegård", "in_person"),
        ("nb", "Digital økt for folkevalgte", "online"),
        ("nn", "Folkevaldopplæring i gymsalen, eller på skjerm", "hybrid"),
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


def test_a_sign_of_a_gathering_is_an_inference() -> None:
    """What the words only hint at says so."""
    text = "Valtuuston iltakoulu pidetään keväällä"
    found = format_in(read_paragraphs(item(text), words("fi")), (0, len(text)))
    assert found is not None
    assert (found.rule, found.how) == ("format_of_event", "inferred")
    assert found.confidence < 1
