"""No wording asserts a duty or a right to training: the municipal acts know none."""

import re

import pytest

from config.houses import house_ids
from config.paths import shipped
from config.toml import parse_toml
from samples.load import load_houses
from tests.strings import strings_in

# What such a claim would be made of, in any of the languages.
_CLAIM = re.compile(
    r"velvolli|velvoitt|\boikeus\b|\boikeutet|lakisäätei|\blain mukaan\b|\blaki edellyt|\bon järjestettävä\b"
    r"|skyldig|\brätt (till|att)\b|\blagstadga|\benligt lag\b|\blagen kräver\b"
    r"|\b(måste|ska) (ordna|erbjuda|utbilda)"
    r"|\bplikt|\brett til\b|\bhar rett\b|\blovpålag|\b(loven|lova|lovi) krev|\bifølge? lov"
    r"|\bskal (ha|få|tilby) opplæring",
    re.IGNORECASE,
)


_LOOKED_FOR = frozenset({"checks", "law"})
"""Keys of words that are looked for and never said."""


def _files() -> dict[str, str]:
    """Return the text of every file whose words a draft may say, by its name."""
    wordings = {
        f"wording/{place.name}": place.read_text(encoding="utf-8")
        for place in shipped("wording").iterdir()
        if place.name.endswith(".toml")
    }
    layouts = {
        f"houses/{house}": shipped("houses", f"{house}.toml").read_text(encoding="utf-8")
        for house in house_ids()
    }
    return {**wordings, **layouts, **load_houses()}


@pytest.mark.parametrize(("name", "text"), _files().items())
def test_no_words_claim_a_duty_or_right_to_training(name: str, text: str) -> None:
    """Neither the wording of any language nor a profile says that training is owed or due by law."""
    claims = [told for told in strings_in(parse_toml(text, name), _LOOKED_FOR) if _CLAIM.search(told)]

    assert claims == []


@pytest.mark.parametrize(
    "claim",
    [
        "Kunta on velvollinen järjestämään koulutusta.",
        "Valtuutetuilla on oikeus koulutukseen.",
        "Koulutus on lakisääteistä.",
        "Kommunen är skyldig att ordna utbildning.",
        "Förtroendevalda har rätt till utbildning.",
        "Kommunen plikter å gi opplæring; plikt til opplæring følger av loven.",
        "Folkevalde har rett til opplæring.",
        "Opplæringen er lovpålagt.",
        "Nye medlemmer skal ha opplæring.",
    ],
)
def test_a_claim_would_be_found(claim: str) -> None:
    """The search knows the words that such a claim is made of."""
    assert _CLAIM.search(claim)
