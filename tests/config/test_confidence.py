"""The table of measured confidences."""

from config.confidence import load_confidences, rule_name


def test_the_table_has_shares_by_kind_and_rule() -> None:
    """Of the kinds that an annotation can judge."""
    shares = load_confidences()
    day = shares.of("dates", "dates.day-dots")

    assert day is not None
    assert 0.9 < day <= 1
    assert {kind.partition(".")[0] for kind in shares.root} == {"dates", "decision", "programmes"}


def test_a_rule_goes_by_its_name() -> None:
    """What it saw in one place stands behind a semicolon; an unknown rule has no share."""
    shares = load_confidences()
    assert rule_name("dates.day-dots; heading names an event") == "dates.day-dots"
    assert shares.of("dates", "dates.day-dots; heading") == shares.of("dates", "dates.day-dots")
    assert shares.of("dates", "no such rule") is None
    assert shares.of("no such kind", "dates.day-dots") is None
