"""Which language a text is in."""

import pytest

from config.languages import Language, load_language
from extract.language import find_language

CODES = ("fi", "sv", "nb", "nn")
TEXTS = {
    "fi": "Kaupunginhallitus päättää järjestää koulutuksen, joka on tarkoitettu valtuutetuille ja "
    "lautakuntien jäsenille. "
    "Kulut eivät ole suuret, sillä ohjelma on oma.",
    "sv": "Kommunstyrelsen beslutar att utbildningen ska hållas för alla förtroendevalda och att kostnaden "
    "inte får bli "
    "större än vad som är beräknat.",
    "nb": "Kommunestyret ber om at det blir holdt et kurs for folkevalgte, og at de som ikke kan møte, får "
    "et opptak fra "
    "samlingen. Hvordan dette skal gjøres, er ikke avklart.",
    "nn": "Kommunestyret bed om at det vert halde eit kurs for folkevalde, og at dei som ikkje kan møte, "
    "får eit opptak frå "
    "samlinga. Korleis dette skal gjerast, er ikkje avklara.",
}


@pytest.fixture(scope="module")
def languages() -> tuple[Language, ...]:
    """Return the languages that lend their function words."""
    return tuple(load_language(code) for code in CODES)


@pytest.mark.parametrize("code", CODES)
def test_tells_the_language_by_its_function_words(code: str, languages: tuple[Language, ...]) -> None:
    """A few lines are enough, Bokmål and Nynorsk included; the words decide without the model."""
    found = find_language(TEXTS[code], None, languages)
    assert (found.value, found.rule) == (code, "function words")


@pytest.mark.parametrize("code", CODES)
def test_tells_the_language_without_any_words(code: str) -> None:
    """Without function words the statistical model decides."""
    assert find_language(TEXTS[code], None).value == code


def test_the_text_overrules_the_source(languages: tuple[Language, ...]) -> None:
    """A bilingual site prints Finnish items under a Swedish address."""
    assert find_language(TEXTS["fi"], "sv", languages).value == "fi"


@pytest.mark.parametrize(
    ("hint", "expected"),
    [("nn", "nn"), ("nn-NO", "nn"), ("no", "nb"), ("sv-FI", "sv")],
)
def test_the_source_decides_where_the_text_does_not(
    hint: str, expected: str, languages: tuple[Language, ...]
) -> None:
    """A title alone is the same in several languages."""
    found = find_language("Referatsaker 2025", hint, languages)
    assert (found.value, found.how) == (expected, "configured")


def test_swedish_frame_around_finnish_text_is_finnish(languages: tuple[Language, ...]) -> None:
    """Navigation in the other language does not weigh as much as the item's own sentences."""
    frame = "RSS-länk\nMötesärende:\nProtokoll 05.05.2025/Paragraf 67\nFöregående ärende | Nästa ärende\n"
    page = frame + TEXTS["fi"]
    assert find_language(page, None, languages).value == "fi"


def test_any_text_has_some_language(languages: tuple[Language, ...]) -> None:
    """Nothing, figures and signs do not fail."""
    values = {find_language(text, None, languages).value for text in ("", "   ", "1234 /// §§§", "\ud800")}
    assert values <= set(CODES)


def test_where_the_beginning_agrees_with_the_source_the_rest_is_not_counted(
    languages: tuple[Language, ...],
) -> None:
    """A Finnish report with a Swedish annex stays Finnish under a Finnish source, and is Swedish without."""
    text = TEXTS["fi"] * 40 + TEXTS["sv"] * 90
    assert find_language(text, "fi", languages).value == "fi"
    assert find_language(text, "nb", languages).value == "sv"
    assert find_language(text, None, languages).value == "sv"
