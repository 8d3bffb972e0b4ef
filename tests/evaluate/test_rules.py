"""Single values judged by the rule that read them, and what that makes of a rule's confidence."""

import pytest

from bench.confidence import curve, fit, report
from evaluate.rules import Judged, judge_values
from tests.evaluate.made import gold, programme, record, session


def _judged(kind: str, rule: str, right: int, wrong: int, stated: float = 0.9) -> list[Judged]:
    return [Judged(kind, rule, stated, place < right) for place in range(right + wrong)]


def test_every_value_with_backing_is_judged() -> None:
    """By kind and rule; a value without backing cannot be."""
    told = record(evidence={"/decision": {"spans": [(0, 14)], "rule": "made", "confidence": 0.7}})
    judged = list(judge_values(gold(), told))

    assert {one.kind for one in judged} == {
        "decision.body", "decision.meeting_date", "decision.section", "decision.title", "decision.proposal",
    }  # fmt: skip
    assert {(one.rule, one.confidence, one.right) for one in judged} == {("made", 0.7, True)}


DECISION = {"document_type": "agenda", "body": "Kunnanhallitus", "section": "15"}
DAY = record().dates[0]
TOPIC, AUDIENCE = ({"code": code, "span": (0, 1)} for code in ("chairing", "chairs"))
ORGANISER = {"name": "Oppila Oy", "span": (0, 1)}


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"decision": DECISION}, "decision.section"),
        ({"dates": [DAY.model_copy(update={"edtf": "2026-03-03"})]}, "dates"),
        ({"dates": [DAY.model_copy(update={"role": "law"})]}, "dates.role"),
        ({"programmes": [programme(topics=[TOPIC])]}, "programmes.topics.code"),
        ({"programmes": [programme(audiences=[AUDIENCE])]}, "programmes.audiences.code"),
        ({"programmes": [programme(sessions=[session(title="Iltapäivä")])]}, "programmes.sessions.title"),
        ({"programmes": [programme(organisers=[ORGANISER])]}, "programmes.organisers.name"),
    ],
)
def test_a_value_that_is_not_as_annotated_is_wrong(changes: dict[str, object], kind: str) -> None:
    """Each kind by its own measure; all others stay right."""
    everything = {"": {"spans": [(0, 1)], "rule": "made"}}
    told = record(
        **changes, evidence={f"/{name}": everything[""] for name in ("decision", "dates", "programmes")}
    )

    assert {one.kind for one in judge_values(gold(), told) if not one.right} == {kind}


def test_values_of_irrelevant_documents_are_not_judged_as_programmes() -> None:
    """Nobody annotated them."""
    told = record(evidence={"/programmes": {"spans": [(0, 1)], "rule": "made"}})
    assert list(judge_values(gold(relevant=False, programme=None), told)) == []


def test_a_rule_that_was_seen_often_has_its_own_share() -> None:
    """A rare one is drawn towards its kind; what a rule saw in one place makes no rule of its own."""
    judged = [
        *_judged("dates", "day", 900, 100),
        *_judged("dates", "week", 0, 1),
        *_judged("decision.body", "line; KH", 9, 0),
        *_judged("decision.body", "line; KV", 9, 0),
    ]
    shares = fit(judged)

    assert shares["dates"]["day"] == pytest.approx(0.9, abs=0.01)
    assert 0.7 < shares["dates"]["week"] < 0.9
    assert list(shares["decision.body"]) == ["line"]
    assert shares["decision.body"]["line"] < 1


def test_the_curve_sets_what_was_stated_beside_what_was_right() -> None:
    """Bin by bin, empty ones left out."""
    judged = [*_judged("dates", "day", 8, 2, 0.85), *_judged("dates", "week", 1, 1, 0.99)]

    assert [(row[2], row[3], row[4]) for row in curve(judged)] == [
        (10, pytest.approx(0.85), 0.8),
        (2, 0.99, 0.5),
    ]
    assert list(report(judged, 3))[-1] == "mean distance of stated from right 0.123"


def test_what_tells_when_a_session_is_is_right_or_wrong_together() -> None:
    """A clock of another day is no right clock."""
    told = record(
        programmes=[programme(sessions=[session(edtf="2026-10-01", start="2026-10-01", end="2026-10-01")])],
        evidence={"/programmes": {"spans": [(0, 1)], "rule": "made"}},
    )
    wrong = {one.kind.rpartition(".")[2] for one in judge_values(gold(), told) if not one.right}
    assert wrong == {"edtf", "start", "end", "time"}
