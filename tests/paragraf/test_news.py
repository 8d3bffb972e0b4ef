"""What the operator is told of a night, and when."""

import datetime as dt

import pytest

from paragraf.news import Told, Word, choose_word, signs_of, write_news
from records.run import Issue

TODAY = dt.date(2026, 3, 2)
NOW = dt.datetime(2026, 3, 2, 1, tzinfo=dt.UTC)
GONE = Issue(source_id="kuusiranta", kind="gone", message="https://k.example/: status 404")
SILENT = Issue(source_id="odeborg", kind="silent_source", message="none since", severity="warning")


def told(days_ago: int, *issues: Issue) -> Told:
    """Return what was told so many days ago."""
    return Told(day=TODAY - dt.timedelta(days_ago), signs=signs_of(issues))


@pytest.mark.parametrize(
    ("before", "issues", "word"),
    [
        (None, (), None),  # a first night without issues is no news
        (None, (GONE,), "new"),
        (told(1, GONE), (GONE,), None),  # known since yesterday
        (told(1, GONE), (GONE.model_copy(update={"message": "other figures"}), GONE), None),
        (told(1, GONE), (GONE, SILENT), "changed"),
        (told(1, GONE, SILENT), (GONE,), "changed"),
        (told(1, SILENT), (SILENT.model_copy(update={"severity": "error"}),), "changed"),  # it got worse
        (told(6, GONE), (GONE,), None),
        (told(7, GONE), (GONE,), "still"),
        (told(1, GONE), (), "well"),
        (told(30), (), None),  # all has been well since
        (told(30), (GONE,), "new"),
        (told(0, GONE), (SILENT,), None),  # a second sync on one day waits for tomorrow
        (told(-3, GONE), (SILENT,), None),  # a clock that was set back
    ],
)
def test_news_are_told_once(before: Told | None, issues: tuple[Issue, ...], word: Word | None) -> None:
    """At once when they are new, weekly while they last, and when they are over."""
    assert word == choose_word(before, issues, TODAY)


def test_errors_come_first() -> None:
    """The title counts; the text has a line an issue and says where to look."""
    news = write_news("new", (SILENT, GONE), NOW)
    assert news.title == "Paragraf: 2 issues at 2 sources, 1 error"
    assert news.text.splitlines() == [
        news.title,
        "- kuusiranta: gone: https://k.example/: status 404",
        "- odeborg: silent_source: none since",
        "`paragraf doctor` shows all.",
    ]


@pytest.mark.parametrize(
    ("word", "title"),
    [
        ("still", "Paragraf: still 1 issue at 1 source, 1 error"),
        ("changed", "Paragraf: 1 issue at 1 source, 1 error"),
    ],
)
def test_titles(word: Word, title: str) -> None:
    """What has been told before says so."""
    assert write_news(word, (GONE,), NOW).title == title


def test_all_is_well() -> None:
    """The end of an illness is one line."""
    assert write_news("well", (), NOW).title == "Paragraf: all is well again"


def test_many_issues_are_counted() -> None:
    """Three hundred broken sources make no mail of three hundred lines; the JSON has all."""
    issues = tuple(
        GONE.model_copy(update={"source_id": f"s{number:03}", "message": f"ill in way {number}"})
        for number in range(300)
    )
    news = write_news("new", issues, NOW)
    assert len(news.text.splitlines()) == 23
    assert "- and 280 lines more" in news.text
    assert len(news.issues) == 300


def test_issues_that_are_alike_leave_room_for_others() -> None:
    """A source of which every page fails does not push another source's trouble off the mail."""
    alike = [
        GONE.model_copy(update={"message": f"https://k.example/{page}: status 500"}) for page in range(60)
    ]
    other = GONE.model_copy(update={"source_id": "odeborg", "message": "the key is missing"})
    lines = write_news("new", [*alike, other], NOW).text.splitlines()
    assert lines[1:] == [
        "- kuusiranta: gone: https://k.example/0: status 500",
        "- kuusiranta: gone: https://k.example/1: status 500",
        "- kuusiranta: gone: https://k.example/2: status 500",
        "- kuusiranta: gone: and 57 more like these",
        "- odeborg: gone: the key is missing",
        "`paragraf doctor` shows all.",
    ]


def test_no_password_is_told() -> None:
    """An address that holds one loses it, in message and url."""
    secret = "https://clerk:secret@k.example/feed"
    news = write_news("new", (GONE.model_copy(update={"message": f"{secret}: 404", "url": secret}),), NOW)
    assert "secret" not in news.model_dump_json()
    assert news.issues[0].url == "https://k.example/feed"
