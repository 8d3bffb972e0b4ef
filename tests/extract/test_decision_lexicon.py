"""The lexicon of minutes: built once for a table of words, and looked up in one pass."""

from config.languages import load_language
from extract.decision_lexicon import lexicon_of


def test_it_is_built_once() -> None:
    """The same tables have one lexicon; a source's own labels make another, kept as well."""
    words = load_language("fi").decision
    assert lexicon_of(words) is lexicon_of(words)
    own = lexicon_of(words, ("Rehtorin linjaus",))
    assert own is not lexicon_of(words)
    assert own is lexicon_of(words, ("Rehtorin linjaus",))
    assert ("rehtorin", "linjaus") in {parts for parts, _ in own.labels["rehtorin"]}


def test_equal_tables_of_another_identity() -> None:
    """A copy of the tables has a lexicon that knows the same labels."""
    words = load_language("sv").decision
    copy = words.model_copy()
    assert lexicon_of(copy).labels == lexicon_of(words).labels


def test_openers_begin_words() -> None:
    """Words that may open a label are found at the beginning of words only, in their order."""
    lexicon = lexicon_of(load_language("sv").decision)
    folded = "beslut om jaktbeslut (förslag) - beslutsunderlag"
    found = [folded[start:end] for start, end in lexicon.openers_in(folded)]
    assert "beslut" in found
    assert "förslag" in found
    assert "beslutsunderlag" in found
    assert folded.index("jaktbeslut") + 4 not in {start for start, _ in lexicon.openers_in(folded)}


def test_names_of_documents() -> None:
    """A document's name is known whatever signs part its words, and by the whole of them."""
    lexicon = lexicon_of(load_language("nb").decision)
    assert lexicon.kind_of("saksframlegg") == "case_paper"
    assert lexicon.kind_of("møteinnkalling/saksliste") == "agenda"
    assert lexicon.kind_of("framlegg i saken") is None
