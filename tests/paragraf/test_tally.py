"""What one source gave in one run."""

from paragraf.tally import Tally
from records.errors import LayoutChanged


def test_counts_and_issues_become_a_summary() -> None:
    """Counts add up; an error of the tree is an issue named for its kind."""
    tally = Tally("kuusiranta")
    tally.add("new")
    tally.add("new", 2)
    tally.warn("the feed was cut off")
    tally.fail(LayoutChanged("http://x.example/", expected="a body", found="none"), "http://x.example/")

    summary = tally.summary

    assert summary.new == 3
    assert [issue.kind for issue in summary.issues] == ["warning", "layout_changed"]
    assert [issue.severity for issue in summary.issues] == ["warning", "error"]
    assert tally.describe() == "kuusiranta: 3 new, 2 issues"


def test_a_fault_of_ours_is_an_issue_too() -> None:
    """An error that nobody raises on purpose is told with its kind and address."""
    tally = Tally("kuusiranta")
    tally.fail_unforeseen(KeyError("span"), "http://x.example/1")

    (issue,) = tally.summary.issues

    assert issue.kind == "unforeseen"
    assert issue.message.startswith("http://x.example/1: unforeseen KeyError")


def test_nothing_is_said_plainly() -> None:
    """A source that gave nothing says so."""
    assert Tally("kuusiranta").describe() == "kuusiranta: nothing new"
