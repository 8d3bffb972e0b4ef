"""Full text: the same question has the same answer in both databases."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from records.programme import Named
from store.database import Store, open_store
from store.filters import Query
from store.index import Term, read_terms, split_words
from store.search import search_items
from tests.store.made import PROGRAMME, SESSION, keep, make_item


def found(store: Store, question: str) -> set[str]:
    """Return the native ids of the items that a question finds."""
    return {row.url.rpartition("/")[2] for row in search_items(store, Query(text=question)) if row.url}


@pytest.mark.parametrize(
    ("question", "hits"),
    [
        ("koulutu*", {"fi"}),
        ("koulutu", {"fi"}),
        ("koulutus", set()),
        ("koulu", {"fi"}),
        ("KOULUTUKSESTA", {"fi"}),
        ("ulutu", set()),
        ("säde", {"fi"}),
        ("sade", set()),
        ("sa\u0308de", {"fi"}),
        ("jäv", {"sv"}),
        ("jav", set()),
        ("koulutu* säde", {"fi"}),
        ("koulutu* jäv", set()),
        ('"luottamushenkilöiden koulutuksesta"', {"fi"}),
        ('"koulutuksesta luottamushenkilöiden"', set()),
        ('"luottamushenkilöiden koulutus"', set()),
        ('"luottamushenkilöiden" koulutu', {"fi"}),
        ("luottamushenkilöiden-koulutu", {"fi"}),
        ("45/01.03", {"fi"}),
        ("01.03.00/2025", {"fi"}),
        ("OR", set()),
        ("fi OR sv", set()),
        ("och", {"sv"}),
        ('och "', {"sv"}),
        ("§ 45", {"fi"}),
        ("45", {"fi"}),
        ("utbildnings\u00addagar", {"sv"}),
        ("words:jäv", set()),
        ("{jäv", {"sv"}),
        ("-jäv ^jäv +jäv", {"sv"}),
        ("jäv:* & !och | (x", set()),
        ("'; DROP TABLE items; --", set()),
        ("§", set()),
        ("", set()),
        ('""', set()),
    ],
)
def test_questions_as_people_type_them(shared_store: Store, question: str, hits: set[str]) -> None:
    """Beginnings of words find inflected forms; accents count, case and punctuation do not; nothing fails."""
    keep(shared_store, "fi", "§ 12 Säde: luottamushenkilöiden koulutuksesta, 45/01.03.00/2025", (), None)
    keep(shared_store, "sv", "Utbildnings\u00addagar om jäv och mötesteknik", (), None)
    assert found(shared_store, question) == hits


def test_what_is_searched_beside_the_text(store: Store) -> None:
    """Titles, organisers and providers may come from the page's head or a table, outside the text."""
    told = {
        "title": "Perehdytys",
        "organisers": (Named(name="Konsernipalvelut", span=(0, 1)),),
        "providers": (Named(name="Opisto", span=(0, 1)),),
        "sessions": (SESSION.model_copy(update={"title": "Kyselytunti", "organisers": ("Viestintä",)}),),
    }
    keep(store, "1", "§ 12", programmes=(PROGRAMME.model_copy(update=told),))
    keep(store, "2", "§ 13", programmes=())
    for word in ("perehdytys", "konsernipalvelut", "opisto", "kyselytunti", "viestintä"):
        assert found(store, word) == {"1"}
    assert found(store, make_item().title or "") == {"1", "2"}


def test_a_topic_is_found_by_its_name_in_any_language(address: str, tmp_path: Path) -> None:
    """Who searches for "jäv" wants the Finnish records on esteellisyys, too."""
    names = {"disqualification": ("esteellisyys", "jäv", "habilitet"), "strategy": ("strategi",)}
    with open_store(address, tmp_path, topic_names=names) as store:
        keep(store, "fi", "§ 12")
        assert found(store, "jäv") == found(store, "habilitet") == {"fi"}
        assert found(store, "strategi") == set()


def test_topics_are_called_as_the_codes_file_calls_them(store: Store) -> None:
    """A store that is opened without names knows the shipped ones."""
    keep(store, "fi", "§ 12")
    assert found(store, "habilitet") == found(store, "jäv") == {"fi"}


def test_a_changed_text_is_found_by_its_new_words_only(store: Store) -> None:
    """The index follows the newest version."""
    keep(store, "1", "Syyskoulutus", programmes=())
    keep(store, "1", "Kevätseminaari", programmes=())
    assert found(store, "syyskoulutus") == set()
    assert found(store, "kevätseminaari") == {"1"}


def test_a_text_of_any_length_is_kept_and_found_by_its_beginning(store: Store) -> None:
    """PostgreSQL's index ends at a megabyte; a protocol of a whole year must not be lost for that."""
    words = " ".join(f"sana{number}ö" for number in range(300_000))
    keep(store, "long", words, programmes=())
    keep(store, "wide", "å" * 1_000_000, programmes=())
    assert found(store, "sana17ö") == {"long"}
    assert found(store, "åååå") == {"wide"}
    assert found(store, "å" * 5000) == {"wide"}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(words=st.text(max_size=80), question=st.text(max_size=30))
def test_any_text_is_found_by_each_of_its_words_and_any_question_is_answered(
    address: str, tmp_path: Path, words: str, question: str
) -> None:
    """Whatever letters and digits a language has, what went in comes out, and no question fails."""
    with open_store(address, tmp_path / "pages") as store:
        keep(store, "any", words, programmes=(), decision=None)
        for word in split_words(words):
            assert found(store, word) == {"any"}
        assert found(store, question) <= {"any"}


@pytest.mark.parametrize(
    ("question", "terms"),
    [
        ("koulutu* talous", (Term(("koulutu",), True), Term(("talous",), True))),
        ('"hyvä hallinto" x', (Term(("hyvä", "hallinto"), False), Term(("x",), True))),
        ("hyvä-hallinto", (Term(("hyvä", "hallinto"), True),)),
        ('open "quote', (Term(("open",), True), Term(("quote",), True))),
        ("* - §", ()),
    ],
)
def test_terms_of_a_question(question: str, terms: tuple[Term, ...]) -> None:
    """Words are open at their end unless they are quoted."""
    assert read_terms(question) == terms


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Kaupunginhallitus § 12", ["kaupunginhallitus", "12"]),
        ("snake_case", ["snake", "case"]),
        ("utbildnings\u00addag", ["utbildningsdag"]),
        ("ko\u200bulu", ["koulu"]),
        ("A\u030angstro\u0308m", ["ångström"]),
        ("Straße", ["strasse"]),
        ("14.5.2025 klo 17–19", ["14", "5", "2025", "klo", "17", "19"]),
        ("x" * 150, ["x" * 100]),
        ("", []),
    ],
)
def test_words_are_runs_of_letters_and_digits(words: str, expected: list[str]) -> None:
    """Both databases are handed the same words."""
    assert split_words(words) == expected
