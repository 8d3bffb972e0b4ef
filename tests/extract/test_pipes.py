"""spaCy's components: each finds its own table, and works in any pipeline."""

import pytest
import spacy
from spacy.language import Language as Pipeline

from extract.pipes import TABLES, WordSplitter, build_pipeline, read_piece
from tests.extract.made_up import small_language, words


def _found(pipeline: Pipeline, table: str, text: str) -> list[tuple[str, str]]:
    doc = pipeline(text)
    return [(span.text, span.label_) for span in doc.spans[table]]


def _pipe(terms: dict[str, list[str]], table: str = "topics") -> Pipeline:
    pipeline = spacy.blank("fi")
    pipeline.add_pipe(f"paragraf_{table}", config={"terms": terms})
    return pipeline


@pytest.mark.parametrize(
    ("table", "text", "found"),
    [
        ("events", "Iltakoulu ja seminaari", {"evening_school", "seminar"}),
        ("topics", "Aiheina kuntalaki ja esteellisyys", {"municipal_law", "disqualification"}),
        ("audiences", "Valtuutetuille ja varajäsenille", {"council", "deputies"}),
        ("formats", "Etäyhteydellä", {"online"}),
        ("cues", "Aiheina ovat", {"teaches"}),
        ("counter", "Henkilöstön päivä", {"staff"}),
    ],
)
def test_a_component_takes_its_words_from_the_language_file(table: str, text: str, found: set[str]) -> None:
    """Added by name to a blank pipeline, it knows its language."""
    pipeline = spacy.blank("fi")
    pipeline.add_pipe(f"paragraf_{table}")
    assert {label for _, label in _found(pipeline, table, text)} == found


def test_a_phrase_is_found_in_every_inflection() -> None:
    """Each word of the phrase stands under its stem."""
    pipeline = _pipe({"administrative_law": ["hyvä* hallin*"]})
    assert _found(pipeline, "topics", "Hyvän hallinnon perusteet") == [
        ("Hyvän hallinnon", "administrative_law")
    ]
    assert _found(pipeline, "topics", "Hyvä sää, hallinto kiittää") == []


def test_the_longer_term_wins() -> None:
    """What lies in a more specific term is no topic of its own."""
    pipeline = _pipe({"economy_and_budget": ["budjet*"], "citizen_participation": ["osallistuva* budjet*"]})
    assert _found(pipeline, "topics", "Osallistuvasta budjetoinnista") == [
        ("Osallistuvasta budjetoinnista", "citizen_participation")
    ]


def test_two_codes_may_share_a_term() -> None:
    """A word can belong to two topics."""
    pipeline = _pipe({"corporate_governance": ["konserni*"], "municipal_organisation": ["konserni*"]})
    assert {label for _, label in _found(pipeline, "topics", "Konserni")} == {
        "corporate_governance",
        "municipal_organisation",
    }


def test_a_term_that_takes_away_takes_from_its_own_code() -> None:
    """Residents are no law, but they stay an audience of another code."""
    pipeline = _pipe({"municipal_law": ["kuntala*", "!kuntalai*"], "citizen_participation": ["kuntalais*"]})
    assert _found(pipeline, "topics", "kuntalaki, kuntalainen") == [("kuntalaki", "municipal_law")]
    assert _found(pipeline, "topics", "kuntalaisten") == [("kuntalaisten", "citizen_participation")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("sosiaali- ja terveyslautakunta", []),
        ("terveyslautakunta", []),
        ("sosiaali ja terveys", ["sosiaali", "terveys"]),
    ],
)
def test_the_name_of_a_body_holds_no_topic(text: str, found: list[str]) -> None:
    """The name takes its suspended first part with it."""
    pipeline = _pipe({"social_and_health": ["sosiaali*", "terveys*"], "": ["!*lautakun*"]})
    assert [word for word, _ in _found(pipeline, "topics", text)] == found


def test_an_unsure_term_keeps_its_sign() -> None:
    """Whoever reads the label can tell what counts only in the right surroundings."""
    assert _found(_pipe({"economy_and_budget": ["?talous"]}), "topics", "Talous") == [
        ("Talous", "economy_and_budget?")
    ]


def test_mentions_index_the_whole_text() -> None:
    """Offsets are those of the text that the piece was cut from."""
    pipeline = build_pipeline(small_language(topics={"economy_and_budget": ["?talous", "budjetti"]}))
    read = read_piece(pipeline, "Talous. Budjetti.", 100)
    assert [(one.code, one.span, one.sure) for one in read] == [
        ("economy_and_budget", (100, 106), False),
        ("economy_and_budget", (108, 116), True),
    ]


def test_a_language_unknown_to_spacy_is_read_all_the_same() -> None:
    """spaCy's class for any language stands in."""
    pipeline = build_pipeline(small_language("zz", topics={"strategy": ["vision*"]}))
    assert pipeline.lang == "xx"
    assert _found(pipeline, "topics", "Visionen") == [("Visionen", "strategy")]


@pytest.mark.parametrize("code", ["fi", "sv", "sv-FI", "nb", "nn"])
def test_a_language_gives_a_pipeline_of_named_components(code: str) -> None:
    """One component a table."""
    pipeline = build_pipeline(words(code))
    assert pipeline.pipe_names == [f"paragraf_{table}" for table in TABLES]


def test_sentences_are_a_component_too() -> None:
    """With the abbreviations of its language."""
    pipeline = spacy.blank("sv")
    pipeline.add_pipe("paragraf_sentences")
    doc = pipeline("Kursen tar upp bl.a. jäv. Den hålls i maj.")
    assert [sentence.text for sentence in doc.sents] == ["Kursen tar upp bl.a. jäv.", "Den hålls i maj."]


def test_the_words_of_a_foreign_tokenizer_are_read_too() -> None:
    """In a pipeline with spaCy's own splitter the component asks the tokens."""
    pipeline = spacy.blank("sv")
    pipeline.add_pipe("paragraf_topics")
    assert _found(pipeline, "topics", "Om kommunallagen.") == [("kommunallagen", "municipal_law")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "  kaksi  välilyöntiä ",
        "rivi\n\n\ttoinen",
        "IT-koulutus 3.9. klo 17–19 (USO:n)",
        "((((((" * 50,
        "a\u00a0b",
        "\u0130stanbul ja \U0001f600",
    ],
)
def test_the_words_put_together_are_the_text(text: str) -> None:
    """No sign is lost or moved, so offsets hold."""
    doc = WordSplitter(spacy.blank("fi").vocab)(text)
    assert doc.text == text


def test_a_word_keeps_its_inner_signs() -> None:
    """Hyphens, dots and colons inside a word do not break it."""
    doc = WordSplitter(spacy.blank("fi").vocab)("IT-koulutus, hallinto- ja USO:n 3.9.")
    assert [token.text for token in doc] == ["IT-koulutus", ",", "hallinto-", "ja", "USO:n", "3.9", "."]
