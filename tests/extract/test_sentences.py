"""Where sentences end, and where a full stop ends none."""

from itertools import pairwise

import pytest

from extract.sentences import sentence_starts


def _split(text: str, abbreviations: tuple[str, ...] = ()) -> list[str]:
    starts = [0, *sentence_starts(text, frozenset(abbreviations)), len(text)]
    return [text[start:end].strip() for start, end in pairwise(starts)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Koulutus on 3.9. Paikka on sali.", ["Koulutus on 3.9. Paikka on sali."]),
        ("Koulutus on klo 17-19. Paikka on sali.", ["Koulutus on klo 17-19.", "Paikka on sali."]),
        ("Kursen slutar kl. 17.30. Fika ingår.", ["Kursen slutar kl. 17.30.", "Fika ingår."]),
        ("Det var i 2023. Nå er det nytt.", ["Det var i 2023.", "Nå er det nytt."]),
        ("Møtet er 3. mars i salen.", ["Møtet er 3. mars i salen."]),
        ("Esillä mm. Kuntalaki ja jääviys.", ["Esillä mm. Kuntalaki ja jääviys."]),
        ("Hur går det? Bra!", ["Hur går det?", "Bra!"]),
        ("Han sa ”ja.” Sedan gick han.", ["Han sa ”ja.”", "Sedan gick han."]),
        ("A. Virtanen kouluttaa.", ["A. Virtanen kouluttaa."]),
        ("ingen stor bokstav. här heller", ["ingen stor bokstav. här heller"]),
        ("", [""]),
        ("...", ["..."]),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text: str, sentences: list[str]) -> None:
    """Dates, ordinals, initials and abbreviations go on; clocks and years may end a sentence."""
    assert _split(text, ("mm", "kl")) == sentences
