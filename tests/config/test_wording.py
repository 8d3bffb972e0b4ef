"""Draft wording: whole in every language, laid over by clerks, held to its slots."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from config.paths import shipped
from config.toml import Table, parse_toml
from config.wording import load_wording, wording_ids
from records.errors import ConfigError

LANGUAGES = [("fi", "FI"), ("sv", "SE"), ("sv", "FI"), ("nb", "NO"), ("nn", "NO")]


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    """Forget the wording of other homes."""
    load_wording.cache_clear()
    yield
    load_wording.cache_clear()


def _own(home: Path, wording: str, text: str) -> None:
    path = home / "config" / "wording" / f"{wording}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _table(wording: str) -> Table:
    place = shipped("wording", f"{wording}.toml")
    return parse_toml(place.read_text(encoding="utf-8"), str(place))


@pytest.mark.parametrize(("language", "country"), LANGUAGES)
def test_every_language_is_whole(language: str, country: str) -> None:
    """A language has a phrase for every kind, section, impact, head field and placeholder."""
    wording = load_wording(language, country)

    assert wording.placeholders.keys() >= {"when", "amount", "appeal"}
    assert wording.headings["proposal"]
    assert wording.dates.locale == f"{language}_{country}"


def test_wording_of_a_country_comes_before_the_language() -> None:
    """Swedish in Finland has its own file; elsewhere the language's own one serves."""
    assert load_wording("sv", "FI").id == "sv-FI"
    assert load_wording("sv", "SE").id == "sv"
    assert load_wording("fi").id == "fi"
    assert wording_ids() == ("fi", "nb", "nn", "sv", "sv-FI")


def test_finland_swedish_has_the_rest_of_swedish() -> None:
    """What sv-FI does not word is as in sv."""
    finland, sweden = load_wording("sv", "FI"), load_wording("sv", "SE")

    assert finland.account.basis == sweden.account.basis
    assert finland.headings["proposal"] == "Beslutsförslag"
    assert finland.placeholders["children"] == sweden.placeholders["children"]


@pytest.mark.parametrize("wording", ["fi", "sv", "nb", "nn"])
def test_all_languages_answer_the_same_keys(wording: str) -> None:
    """No language lacks a table or a key that another has, but for a grammar of its own."""

    def keys(table: Table, above: str = "") -> set[str]:
        found = set()
        for key, value in table.items():
            below = isinstance(value, dict) and above not in {"proposal", "placeholders"}
            found |= keys(value, key) if below else {f"{above}.{key}"}
        return found

    optional = {"dates.first_months", "proposal.opening", "proposal.lead_own", "proposal.lead_attend"}
    optional |= {"proposal.pending", "proposal.lead_proposes", "proposal.lead_noted", "proposal.tasked"}
    families = {f"families.{each}" for each in ("correction", "municipal_appeal", "legality", "complaint")}

    assert keys(_table(wording)) ^ keys(_table("fi")) <= optional | families


def test_a_clerks_phrase_wins(home: Path) -> None:
    """A file in the home replaces the phrases that it names and no others."""
    shipped_words = load_wording("fi")
    load_wording.cache_clear()
    _own(home, "fi", '[account]\nmatter = "Asia koskee koulutusta."\n')
    wording = load_wording("fi")

    assert wording.account.matter == "Asia koskee koulutusta."
    assert wording.account.basis == shipped_words.account.basis


def test_a_placeholder_may_stand_in_any_phrase(home: Path) -> None:
    """A clerk may ask for more to be filled in."""
    _own(home, "fi", '[account]\nmatter = "Asia koskee koulutusta vuonna {period}."\n')

    assert "{period}" in load_wording("fi").account.matter


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[account]\nmater = "x"\n', r"fi\.toml, line 2: expected a known key, found account\.mater"),
        (
            '[account]\nbasis = "Asiakirja {titel} ({reference})."\n',
            r"line 2: .*slots: \{title\}, \{reference\}",
        ),
        ('[account]\nbasis = "Asiakirja."\n', r"line 2: .*slots: \{title\}, \{reference\}"),
        ('[account]\ndecision = "Päätös: {quote"\n', r"line 2: .*slots: \{quote\}"),
        ('[dates]\nclock = "klo {clock} {amount}"\n', r"line 2: .*slots: \{clock\}"),  # part of a value
        ('[dates]\nlocale = "xx_YY"\n', r"line 2: .*a locale that Babel knows"),
        ('[dates]\nday = "dddddd"\n', r"line 2: .*Invalid length"),
        ('[proposal]\nopening = "päätetään"\n', r"line 2: .*slots: \{body\}"),
        ('[dates]\nseasons = ["kevät"]\n', r"line 2: .*4 items"),
        (
            '[placeholders]\nbody = { txt = "x" }\n',
            r"line 2: expected a known key, found placeholders\.body\.txt",
        ),
        ('[headings]\nsumary = "x"\n', r"fi\.toml, line [12]: .*sumary"),
    ],
)
def test_a_mistake_names_file_and_line(home: Path, text: str, told: str) -> None:
    """A key that is not known, a slot that is misspelt, left out or left open is told where it stands."""
    _own(home, "fi", text)

    with pytest.raises(ConfigError, match=told):
        load_wording("fi")


def test_a_new_language_must_be_whole(home: Path) -> None:
    """A file that lacks phrases is refused at once, not when a draft needs them."""
    _own(home, "da", 'extends = "nb"\n[dates]\nlocale = "da_DK"\n')
    _own(home, "is", 'quotes = ["„", "“"]\n')

    assert load_wording("da").dates.locale == "da_DK"
    with pytest.raises(ConfigError, match=r"is\.toml: expected the key"):
        load_wording("is")


def test_a_table_of_kinds_must_be_whole(home: Path) -> None:
    """A new language may not leave out one kind of document."""
    text = shipped("wording", "nb.toml").read_text(encoding="utf-8")
    _own(home, "xx", text.replace('agenda = "sakliste"\n', ""))

    with pytest.raises(ConfigError, match="a phrase for each of agenda"):
        load_wording("xx")


def test_an_unknown_language_is_refused_with_the_known_ones() -> None:
    """The error lists the languages that drafts are worded in."""
    with pytest.raises(ConfigError, match="da: expected one of fi, nb, nn, sv, sv-FI"):
        load_wording("da", "DK")
