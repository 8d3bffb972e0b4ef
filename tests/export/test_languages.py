"""Each language as a clerk writes it: lists, quotation marks, days, titles, inflected bodies, one norm."""

import datetime as dt
import re

import pytest

from config.houses import House, HouseBody
from config.wording import load_wording
from export.basis import Basis
from export.draft import draft_programme
from export.phrases import enumerate_words, in_quotes
from export.times import tell_day, tell_days, tell_edtf
from records.draft import Cited, Draft, line_text, section_lines
from tests.export.houses import bare_house, words_of
from tests.export.made import TRIGGER, finnish_record
from tests.strings import strings_in

FINLAND, FINLAND_SWEDISH, SWEDEN = ("fi", "FI"), ("sv", "FI"), ("sv", "SE")
BOKMAL, NYNORSK = ("nb", "NO"), ("nn", "NO")
LANGUAGES = (FINLAND, FINLAND_SWEDISH, SWEDEN, BOKMAL, NYNORSK)


def _draft(house: House) -> Draft:
    return draft_programme(Basis("made", finnish_record(), 0), house, words_of(house), {}, TRIGGER)


def _told(house: House, key: str) -> list[str]:
    draft = _draft(house)
    return [line_text(line) for part in draft.sections if part.key == key for line in section_lines((part,))]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (FINLAND, ["kuntalaki ja jääviys", "kuntalaki, jääviys ja talous", "a ja b sekä c"]),
        (FINLAND_SWEDISH, ["kuntalaki och jääviys", "kuntalaki, jääviys och talous", "a och b samt c"]),
        (SWEDEN, ["kuntalaki och jääviys", "kuntalaki, jääviys och talous", "a och b samt c"]),
        (BOKMAL, ["kuntalaki og jääviys", "kuntalaki, jääviys og talous", "a og b samt c"]),
        (NYNORSK, ["kuntalaki og jääviys", "kuntalaki, jääviys og talous", "a og b samt c"]),
    ],
)
def test_lists_read_as_a_clerk_writes_them(language: tuple[str, str], told: list[str]) -> None:
    """No comma before the last word, and a wider one where a part holds the word itself."""
    wording = load_wording(*language)
    pair = f"a {wording.conjunction} b"

    assert enumerate_words(["kuntalaki", "jääviys"], wording) == told[0]
    assert enumerate_words(["kuntalaki", "jääviys", "talous"], wording) == told[1]
    assert enumerate_words([pair, "c"], wording) == told[2]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (FINLAND, "”ote”"),
        (FINLAND_SWEDISH, "”ote”"),
        (SWEDEN, "”ote”"),
        (BOKMAL, "«ote»"),
        (NYNORSK, "«ote»"),
    ],
)
def test_quotation_marks_are_the_languages(language: tuple[str, str], told: str) -> None:
    """Curved marks at the same height in Finnish and Swedish, angles in Norwegian."""
    cited = Cited(text="ote.", quote="ote.", spans=((0, 4),), source=0)

    assert line_text(in_quotes(cited, load_wording(*language))) == told


@pytest.mark.parametrize(
    ("language", "day", "days", "month"),
    [
        (FINLAND, "3.9.2025", "3.–4.9.2025", "elo–syyskuu 2025"),
        (FINLAND_SWEDISH, "3 september 2025", "3–4 september 2025", "augusti–september 2025"),
        (SWEDEN, "3 september 2025", "3–4 september 2025", "augusti–september 2025"),
        (BOKMAL, "3. september 2025", "3.–4. september 2025", "august–september 2025"),
        (NYNORSK, "3. september 2025", "3.–4. september 2025", "august–september 2025"),
    ],
)
def test_days_are_told_as_the_country_writes_them(
    language: tuple[str, str], day: str, days: str, month: str
) -> None:
    """Digits in Finnish, months by name elsewhere, with the full stop that Norwegian has."""
    words = load_wording(*language).dates
    third = dt.date(2025, 9, 3)

    assert tell_day(third, words) == day
    assert tell_days(third, dt.date(2025, 9, 4), words) == days
    assert tell_edtf("2025-08/2025-09", words) == month


@pytest.mark.parametrize(
    ("layout", "body", "told"),
    [
        (
            "finland-fi",
            HouseBody(id="b", name="sivistyslautakunta", genitive="sivistyslautakunnan"),
            "[sivistyslautakunnan päätös kirjataan kokouksen jälkeen]",
        ),
        (
            "finland-sv",
            HouseBody(id="b", name="bildningsnämnden", genitive="bildningsnämndens"),
            "[bildningsnämndens beslut skrivs in efter sammanträdet]",
        ),
        (
            "sweden",
            HouseBody(id="b", name="kommunfullmäktige", genitive="kommunfullmäktiges"),
            "[kommunfullmäktiges beslut skrivs in efter sammanträdet]",
        ),
        (
            "norway-nb",
            HouseBody(id="b", name="kommunestyret", genitive="kommunestyrets"),
            "[kommunestyrets vedtak føres inn etter møtet]",
        ),
        # Nynorsk goes without the genitive of a body
        ("norway-nn", HouseBody(id="b", name="kommunestyret"), "[vedtaket blir ført inn etter møtet]"),
    ],
)
def test_a_body_stands_in_the_genitive_where_the_language_has_it(
    layout: str, body: HouseBody, told: str
) -> None:
    """The form is the profile's; nothing is inflected by rule."""
    house = bare_house(layout)
    sections = (*(key for key in house.sections if key != "decision"), "decision")
    house = house.model_copy(update={"bodies": (body,), "body": "b", "sections": sections})

    assert _told(house, "decision") == [told]


@pytest.mark.parametrize(
    ("layout", "title", "told"),
    [
        ("finland-fi", "hallintojohtaja", "Hallintojohtaja [valmistelijan nimi]"),
        ("finland-sv", "förvaltningsdirektör", "Förvaltningsdirektör [beredarens namn]"),
        ("sweden", "kommunsekreterare", "Kommunsekreterare [handläggarens namn]"),
        ("norway-nb", "rådgiver", "[saksbehandlers navn], rådgiver"),
        ("norway-nn", "rådgjevar", "[namn på sakshandsamar], rådgjevar"),
    ],
)
def test_a_title_stands_where_the_language_has_it(layout: str, title: str, told: str) -> None:
    """Before the name in Finnish and Swedish, behind it in Norwegian."""
    house = bare_house(layout).model_copy(update={"preparer": title, "sections": ("preparation", "proposal")})

    assert _told(house, "preparation") == [told]


def _words(language: tuple[str, str]) -> str:
    wording = load_wording(*language).model_dump(exclude={"checks": True, "precedent": {"law"}})
    return " ".join(strings_in(wording)).lower()


@pytest.mark.parametrize(
    ("language", "others"),
    [
        (
            NYNORSK,
            r"ikke|fra|kilden?|kildens|hva|hvorfor|hvordan|gjøre|noe|noen|sak(en|ens)|være|blir gjort av",
        ),
        (NYNORSK, r"opplæringen|saksbehandler\w*|vedtatt|møtets|vedleggene|deltakelse|dere|hos oss selv"),
        (
            BOKMAL,
            r"ikkje|frå|kjelda|kva|kvifor|korleis|gjere|noko|saka|vere|sakshandsamar\w*|vart|opplæringa",
        ),
        (FINLAND_SWEDISH, r"handläggare\w*|tjänsteskrivelse\w*|nämndsekreterare|kronor"),
        (SWEDEN, r"beredare\w*|tjänsteinnehavare\w*|föredragningslistan|euro"),
    ],
)
def test_one_norm_is_not_mixed_with_its_neighbour(language: tuple[str, str], others: str) -> None:
    """Bokmål keeps out of Nynorsk and the other way round; Swedish offices are those of the country."""
    assert re.findall(rf"\b(?:{others})\b", _words(language)) == []


def test_nynorsk_keeps_to_e_infinitives() -> None:
    """Of the two norms one is kept throughout; short verbs on -a are both."""
    infinitives = re.findall(r"\bå (\w+)", _words(NYNORSK))

    assert infinitives
    assert [verb for verb in infinitives if verb.endswith("a") and len(verb) > 3] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_phrases_are_typed_with_care(language: tuple[str, str]) -> None:
    """No double blanks, no blank before a sign, no straight quotation marks, hints that end as sentences."""
    wording = load_wording(*language)

    for phrase in strings_in(wording.model_dump(exclude={"checks"})):
        assert "  " not in phrase
        assert not re.search(r"\s[,.;:!?](\s|$)", phrase)
        assert '"' not in phrase
    for placeholder in wording.placeholders.values():
        assert placeholder.hint.endswith(".")
        assert not placeholder.text.endswith(".")
