"""Topics: which words count where."""

import pytest

from extract.reading import read_paragraphs
from extract.topics import topics_in
from tests.extract.made_up import item, words


def _topics(code: str, text: str) -> set[str]:
    return {found.value for found in topics_in(read_paragraphs(item(text), words(code)), (0, len(text)))}


@pytest.mark.parametrize(
    ("code", "text", "topics"),
    [
        (
            "fi",
            "Valtuutettujen koulutuksessa käydään läpi kuntalaki ja jääviys.",
            {"municipal_law", "disqualification"},
        ),
        (
            "fi",
            "Luottamushenkilöiden koulutus: kokousmenettely, viestintä ja konserniohjaus",
            {"meeting_procedure", "communication_and_media", "corporate_governance"},
        ),
        (
            "sv",
            "Utbildning för förtroendevalda om förvaltningslagen, jäv och offentlighetsprincipen",
            {"administrative_law", "disqualification", "information_and_privacy"},
        ),
        (
            "sv-FI",
            "Skolning för förtroendevalda: mötesteknik och småbarnspedagogik",
            {"meeting_procedure", "education_sector"},
        ),
        (
            "nb",
            "Folkevalgtopplæring om habilitet, kommuneøkonomi og debattklima",
            {"disqualification", "economy_and_budget", "debate_climate"},
        ),
        (
            "nn",
            "Folkevaldopplæring om rolleforståing, medverknad og eigarstyring",
            {"roles_and_responsibilities", "citizen_participation", "corporate_governance"},
        ),
        (
            "fi",
            "Valtuutettujen koulutus: konserniohje, puheenvuoron käyttäminen, tuen portaat ja somekampanja",
            {"corporate_governance", "meeting_procedure", "education_sector", "communication_and_media"},
        ),
        (
            "fi",
            "Valtuutettujen koulutuksessa harjoitellaan riitojen sovittelua ja pohditaan verotuloja",
            {"debate_climate", "economy_and_budget"},
        ),
        (
            "sv",
            "Utbildning för förtroendevalda om gränsen mot tjänstepersonerna, skatteunderlaget och klubban",
            {"roles_and_responsibilities", "economy_and_budget", "chairing"},
        ),
        (
            "sv",
            "Utbildning för förtroendevalda om kommunägda bolag, desinformation och erfarenhetsutbyte",
            {"corporate_governance", "risk_and_security", "networking"},
        ),
        (
            "nb",
            "Folkevalgtopplæring om budsjettløypa, samtaletonen og forholdet til administrasjonen",
            {"economy_and_budget", "debate_climate", "roles_and_responsibilities"},
        ),
        (
            "nn",
            "Folkevaldopplæring om omdøme, ugildskap, anbod og kommunen som eigar",
            {"communication_and_media", "disqualification", "procurement", "corporate_governance"},
        ),
    ],
)
def test_topics_named_in_training_are_found(code: str, text: str, topics: set[str]) -> None:
    """Each language names them in its own inflections."""
    assert _topics(code, text) == topics


@pytest.mark.parametrize(
    ("code", "text", "topic"),
    [
        ("fi", "Valtuutettujen koulutus. Sosiaali- ja terveyslautakunta kokoontuu.", "social_and_health"),
        ("fi", "Valtuutettujen koulutus. Lisätietoja antaa viestintäpäällikkö.", "communication_and_media"),
        ("fi", "Valtuutettujen koulutus. Menot katetaan vuoden talousarviosta.", "economy_and_budget"),
        ("sv", "Utbildning för förtroendevalda. Budgeten belastas med 2 000 kronor.", "economy_and_budget"),
        ("nb", "Folkevalgtopplæring. Etter kommuneloven § 7-9 kan ingen pålegges å møte.", "municipal_law"),
    ],
)
def test_words_in_names_motives_and_citations_are_no_topics(code: str, text: str, topic: str) -> None:
    """A topic is what is taught."""
    assert topic not in _topics(code, text)


def test_a_general_word_counts_in_a_list_under_training() -> None:
    """Rows that follow a sentence of training tell what it deals with."""
    led = "Luottamushenkilöiden koulutuksen aiheet ovat\n- talous\n- varhaiskasvatus\nTervetuloa."
    between = "Kunnassa toimivat nämä. " * 8
    unled = f"Luottamushenkilöiden koulutus pidetään.\n{between}\n- talous\nTervetuloa."
    assert _topics("fi", led) == {"economy_and_budget", "education_sector"}
    assert _topics("fi", unled) == set()


def test_in_a_row_every_word_counts() -> None:
    """A session's own line is about nothing but the session."""
    text = (
        "Luottamushenkilöiden koulutus.\n"
        + "Taustaa on monenlaista. " * 12
        + "\nKuntalaisten talous 3.9.2026"
    )
    reading = read_paragraphs(item(text), words("fi"))
    row = (text.rindex("\n") + 1, len(text))
    assert {found.value for found in topics_in(reading, row)} == {"economy_and_budget"}


def test_a_topic_is_kept_once_with_its_first_quote() -> None:
    """The evidence of a code is where it is named first."""
    text = "Luottamushenkilöiden koulutus: esteellisyys. Koulutuksessa esteellisyys kerrataan."
    found = topics_in(read_paragraphs(item(text), words("fi")), (0, len(text)))
    assert [(one.value, text[slice(*one.span)], one.rule) for one in found] == [
        ("disqualification", "esteellisyys", "topic_told")
    ]
    assert found[0].span[0] == text.index("esteellisyys")


def test_the_rule_tells_how_a_topic_was_found() -> None:
    """A topic where the text tells what is taught is surer than one that only stands there."""
    text = (
        "Jäv är ett ämne. "
        + "Vi hyr en lokal i byn. " * 8
        + "Sekretess nämns. Förtroendevalda utbildas i upphandling."
    )
    found = topics_in(read_paragraphs(item(text), words("sv")), (0, len(text)))
    assert {one.value: one.rule for one in found} == {
        "disqualification": "topic_told",
        "information_and_privacy": "topic_named",
        "procurement": "topic_told",
    }
    assert all(0.5 < one.confidence < 1 for one in found)


def test_a_row_of_its_own_is_about_its_topic() -> None:
    """A session's line tells its topic, whether or not a word of teaching stands there."""
    text = "Förtroendevalda utbildas. Vi äter lunch. Sekretess. Vi går hem."
    reading = read_paragraphs(item(text), words("sv"))
    row = (text.index("Sekretess"), text.index("Sekretess") + 10)
    assert [one.rule for one in topics_in(reading, row)] == ["topic_in_row"]
