"""Plans with a column of audiences."""

from extract.reading import read_paragraphs
from tests.extract.made_up import item, words


def _invited(code: str, *lines: str) -> set[str]:
    reading = read_paragraphs(item("\n".join(lines)), words(code))
    return {one.code for one in reading.invited}


def test_lines_below_topics_tell_for_whom_each_is() -> None:
    """A plan copied from a table: topic, then audience."""
    plan = (
        "Opplæringsplan",
        "Habilitet og etikk",
        "Formannskapet",
        "Økonomiplan",
        "Kommunestyret og gruppeleiarane",
    )
    assert _invited("nn", *plan) >= {"executive_board", "council", "group_leaders"}


def test_one_line_alone_may_be_a_bodys_own_heading() -> None:
    """Minutes write the body that treats the matter on a line of its own."""
    assert "executive_board" not in _invited(
        "nn", "Kurs i habilitet for utvala", "Formannskapet", "Saka vert utsett."
    )
