"""From an item to its record, as a whole."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from config.languages import load_language
from extract.document import extract_item
from extract.pipes import build_pipeline
from records.document import DocumentRecord, Origin
from tests.extract.made_up import item

EVENINGS = (
    "Uusille valtuutetuille järjestetään perehdytysilta 3.2.2027 klo 17–19 valtuustosalissa. Aiheina ovat"
    " esteellisyys ja kokousmenettely. Toinen koulutusilta on 10.3.2027 klo 17–19, aiheena talous."
)
TEXT = f"""\
Kaupunginhallitus
Pöytäkirja 16.11.2026/Pykälä 12

Luottamushenkilöiden koulutus keväällä 2027

Kaupunginhallitus 16.11.2026 § 12

77/00.01.02/2026

Valmistelija Hallintopäällikkö Raili Kannusmäki, puh. 044 123 4567, raili.kannusmaki@suurlampi.example

{EVENINGS}

Esittelijä Kaupunginjohtaja Otso Vehkaperä

Päätösehdotus Kaupunginhallitus hyväksyy koulutuksen ohjelman.

Päätös Ehdotus hyväksyttiin.
"""
PIECES = st.sampled_from(
    [
        "koulutus ",
        "luottamushenkilöille ",
        "3.9. ",
        "klo 17-19 ",
        "§ 7 ",
        "\n",
        "\u00a0",
        "Päätös",
        "2025",
        "(",
        "elo-",
    ]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map("".join))


@pytest.fixture(scope="module")
def record() -> DocumentRecord:
    """Extract the text above."""
    return extract_item(item(TEXT), Origin(country="FI"))


def test_what_the_item_says_of_itself(record: DocumentRecord) -> None:
    """Head, labels and outcome are read into the decision."""
    decision = record.decision

    assert decision is not None
    assert (
        decision.body,
        decision.section,
        decision.case_number,
    ) == ("Kaupunginhallitus", "12", "77/00.01.02/2026")
    assert tuple(person.name for person in decision.preparers) == ("Raili Kannusmäki",)
    assert decision.presenter is not None
    assert (decision.presenter.name, decision.presenter.role) == ("Otso Vehkaperä", "Kaupunginjohtaja")
    assert (decision.outcome, decision.decision) == ("approved", "Ehdotus hyväksyttiin.")
    assert decision.effective is not None
    assert (
        decision.effective.origin,
        decision.effective.text,
    ) == ("proposal", "Kaupunginhallitus hyväksyy koulutuksen ohjelman.")


def test_what_is_taught_when(record: DocumentRecord) -> None:
    """Each evening is a session with its day, clock and topics; the programme points at its decision."""
    (programme,) = record.programmes

    assert programme.decision == 0
    assert [(session.edtf, session.time) for session in programme.sessions] == [
        ("2027-02-03", "17:00/19:00"),
        ("2027-03-10", "17:00/19:00"),
    ]
    assert {"disqualification", "meeting_procedure"} <= set(programme.sessions[0].topics)
    assert "economy_and_budget" in programme.sessions[1].topics


def test_phone_numbers_and_addresses_are_never_values(record: DocumentRecord) -> None:
    """They stand in the text, and in no field."""
    told = record.model_dump_json(exclude={"text", "source"})

    assert "044" not in told
    assert "@" not in told


def _leaves(value: object, pointer: str) -> list[str]:
    if isinstance(value, dict):
        return [leaf for key, below in value.items() for leaf in _leaves(below, f"{pointer}/{key}")]
    if isinstance(value, list):
        return [leaf for index, below in enumerate(value) for leaf in _leaves(below, f"{pointer}/{index}")]
    return [] if value in (None, "") else [pointer]


def test_every_value_has_evidence(record: DocumentRecord) -> None:
    """Each non-null value but text, source and offsets is backed at its pointer or above it."""
    shown = record.model_dump(
        mode="json", exclude={"text", "source", "schema_version", "evidence", "relevance"}
    )
    for pointer in _leaves(shown, ""):
        if ("/span" not in pointer and not pointer.endswith("/decision")) or pointer == "/decision/decision":
            above = [pointer.rsplit("/", cut)[0] if cut else pointer for cut in range(pointer.count("/"))]
            assert any(place in record.evidence for place in above), pointer


@pytest.mark.parametrize("pipe", ["paragraf_topics", "paragraf_audiences", "paragraf_events"])
def test_a_pipe_taken_away_changes_the_record(
    pipe: str, record: DocumentRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    """spaCy's components do the reading: without one of them another record comes out."""
    pipeline = build_pipeline(load_language("fi"))
    pipeline.remove_pipe(pipe)
    monkeypatch.setattr("extract.reading._pipeline", lambda _: pipeline)

    poorer = extract_item(item(TEXT), Origin(country="FI"))

    assert (poorer.relevance, poorer.programmes) != (record.relevance, record.programmes)


@settings(max_examples=60, deadline=None)
@given(text=TEXTS)
def test_any_text_gives_a_record_of_itself(text: str) -> None:
    """Nothing raises, the text is never changed, and no span leaves it."""
    made = extract_item(item(text), Origin())

    assert text == made.text
    for evidence in made.evidence.values():
        assert all(0 <= start <= end <= len(text) for start, end in evidence.spans)
    for date in made.dates:
        assert date.text == text[slice(*date.span)]
