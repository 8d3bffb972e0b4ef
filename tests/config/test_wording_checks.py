"""The words and messages of checks: whole in every language, and none that would find another's."""

import pytest

from config.wording import Wording, load_wording
from config.wording_checks import RuleKey

LANGUAGES = [("fi", "FI"), ("sv", "SE"), ("sv", "FI"), ("nb", "NO"), ("nn", "NO")]


@pytest.fixture(params=LANGUAGES, ids="-".join)
def wording(request: pytest.FixtureRequest) -> Wording:
    """The wording of each language in turn."""
    return load_wording(*request.param)


def test_every_message_is_a_sentence(wording: Wording) -> None:
    """It begins with a capital letter or with what was found, and ends with a full stop."""
    for message in wording.checks.findings.values():
        assert message[0].isupper() or message[0] in "”«"
        assert message.endswith(".")


def test_messages_name_what_was_found(wording: Wording) -> None:
    """A clerk has to see which word, date or heading is meant."""
    named: set[RuleKey] = {
        "two_actions",
        "refers",
        "leftover",
        "unknown_date",
        "weekday",
        "open_gap",
        "legal_claim",
    }

    assert all("{found}" in wording.checks.findings[rule] for rule in named)


def test_a_form_is_of_one_action(wording: Wording) -> None:
    """A verb under two actions would make two of one."""
    seen: dict[str, str] = {}
    for key, forms in wording.checks.points.actions.items():
        for form in {*forms.finite, *forms.infinitive, *forms.passive}:
            assert seen.setdefault(form, key) == key


def test_every_action_can_be_said_in_both_grammars(wording: Wording) -> None:
    """Of a body, and going on from an opening."""
    for forms in wording.checks.points.actions.values():
        assert forms.finite
        assert forms.infinitive


def test_words_stand_in_small_letters(wording: Wording) -> None:
    """They are compared with text in small letters."""
    points, claims = wording.checks.points, wording.checks.claims
    lists = [points.decides, points.joining, points.clause_openers, points.subordinate, points.openers]
    lists += [points.references, points.point_words, points.bodies, claims.law, claims.duty, claims.training]

    assert [word for words in lists for word in words if word != word.lower()] == []
    assert set(points.clause_openers) & set(points.subordinate)
