"""Names of known persons are found in every form, numbers and addresses by their shape; the rest is left."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.languages import load_language
from extract.personal import name_parts, personal_finder


def _found(text: str, names: tuple[str, ...] = (), language: str = "fi") -> list[str]:
    find = personal_finder(names, load_language(language))
    return [text[start:end] for start, end in find(text)]


@pytest.mark.parametrize(
    ("name", "form", "language"),
    [
        ("Aino Kuusivirta", "Kuusivirran", "fi"),  # rt becomes rr
        ("Veikko Lehtonen", "Lehtosen", "fi"),  # nen becomes se
        ("Veikko Lehtonen", "Lehtosta", "fi"),
        ("Veikko Lehtonen", "Veikolle", "fi"),  # kk becomes k
        ("Antti Mäki", "Mäen", "fi"),  # k goes, i becomes e
        ("Antti Mäki", "Antin", "fi"),
        ("Sirpa Lahti", "Lahdelta", "fi"),
        ("Sirpa Laine", "Laineelle", "fi"),
        ("Markus Rinne", "Markukselta", "fi"),
        ("Markus Rinne", "Rinteen", "fi"),
        ("Aarre Aho", "Ahoon", "fi"),
        ("Aarre Aho", "AHO", "fi"),
        ("Bo Lindqvist", "Lindqvistille", "fi"),
        ("Bo Lindqvist", "Lindqvists", "sv"),
        ("Bo Lindqvist", "Bo", "sv"),
        ("Sven-Erik von Alsäter", "Alsäters", "sv"),
        ("Sven-Erik von Alsäter", "Sven-Erik", "sv"),
        ("Ingrid Haugmo", "Haugmos", "nb"),
        ("Aino Kuusivirta", "Kuusi\u00advirta", "fi"),  # a soft hyphen inside
        ("Aino Kuusivirta", "Kuusi-\nvirta", "fi"),  # parted at the end of a line
    ],
)
def test_every_form_of_a_known_name_is_found(name: str, form: str, language: str) -> None:
    """Alone in a sentence, without the other parts of the name."""
    found = _found(f"Esityksestä {form} on sanottu.", (name,), language)
    assert "-".join(found) == form or found == [form]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Puh. 040 123 4567.", ["040 123 4567"]),
        ("p. +358 40 1234567", ["+358 40 1234567"]),
        ("(09) 310 1234", ["(09) 310 1234"]),
        ("tel. 070-123 45 67", ["070-123 45 67"]),
        ("08-123 456 78", ["08-123 456 78"]),
        ("0401234567", ["0401234567"]),
        ("Tlf. 22 33 44 55", ["22 33 44 55"]),
        ("mobil 912 34 567", ["912 34 567"]),
        ("puh. 5551234", ["5551234"]),  # any number behind a word for a phone
        ("aino.kuusivirta@kuusiranta.example", ["aino.kuusivirta@kuusiranta.example"]),
        ("aino.kuusivirta(at)kuusiranta.example", ["aino.kuusivirta(at)kuusiranta.example"]),
        ("010190-123A", ["010190-123A"]),
        ("19900101-1234", ["19900101-1234"]),
    ],
)
def test_numbers_and_addresses_are_found_by_their_shape(text: str, found: list[str]) -> None:
    """Whosever they are."""
    assert _found(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Kokous pidetään 3.9.2025 klo 17.00–19.30.",
        "01.02.2025",
        "2025-02-03",
        "45/01.03.00/2025",
        "Dnro 0123/02.08.00.00/2025",
        "Kustannus on 12 345 678 euroa ja 1 200,50 euroa.",
        "Y-tunnus 0123456-7",
        "§ 12, 13 ja 14",
        "klo 09:00-12:00",
        "Arkivsak 24/00123-5",
        "vuosina 2021-2025",
    ],
)
def test_dates_amounts_and_case_numbers_are_no_phones(text: str) -> None:
    """What the records are about must not be overwritten."""
    assert _found(text) == []


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("kaupunginjohtaja", "fi"),
        ("Kaupunginhallitus", "fi"),  # one word: as well a body
        ("Hallintojohtaja", "fi"),
        ("Social- och omsorgsnämnden", "sv"),
        ("Kommunedirektøren", "nb"),
        ("", "nb"),
    ],
)
def test_an_office_is_no_name(name: str, language: str) -> None:
    """A bare office stands where a name would; its word must stay in the text."""
    assert name_parts(name, load_language(language)) == ()


def test_words_that_only_begin_like_a_name_are_left() -> None:
    """Overwriting too much takes away what the text is kept for."""
    names = ("Sirpa Laine", "Antti Mäki", "Aarre Aho")
    assert _found("Lainsäädäntö, Lainvoima, Mäkihyppy, Ahojen, laine ja mäki", names) == []


def test_initials_go_with_the_name() -> None:
    """A. Kuusivirta is as much a person as Aino Kuusivirta."""
    assert _found("Esittelijä A. Kuusivirta, A.-M. Kuusivirta.", ("Aino Kuusivirta",)) == [
        "A. Kuusivirta",
        "A.-M. Kuusivirta",
    ]


@given(text=st.text(), names=st.lists(st.text(max_size=20), max_size=3))
def test_any_text_is_read(text: str, names: list[str]) -> None:
    """Spans are in order, apart from one another, and inside the text."""
    spans = personal_finder(names, load_language("fi"))(text)
    places = [place for span in spans for place in span]
    assert places == sorted(places)
    assert all(0 <= start < end <= len(text) for start, end in spans)


@pytest.mark.parametrize("piece", ["@", "a@", "0", "00 ", "+358 ", "A.", "puh ", "aa-\n", "1 "])
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    """A hundred thousand of anything are read in passing."""
    _found(piece * 100_000, ("Aino Kuusivirta",))
