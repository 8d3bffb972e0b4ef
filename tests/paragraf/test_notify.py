"""How an operator is told: by a real HTTP server and a real mail server on loopback."""

import datetime as dt
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from config.settings import MailSettings, NotifySettings
from paragraf.news import write_news
from paragraf.notify import MEMORY, mail_news, post_news, tell
from records.errors import ConfigError, FetchError
from records.run import Issue
from tests.paragraf.hook import Hook, serving_hook
from tests.paragraf.mailing import mail_server

NOW = dt.datetime(2026, 3, 2, 1, tzinfo=dt.UTC)
TODAY = NOW.date()
ISSUE = Issue(source_id="ödeborg", kind="gone", message="https://o.example/: status 404")
NEWS = write_news("new", (ISSUE,), NOW)


@pytest.fixture
def hook() -> Iterator[Hook]:
    """Serve a webhook."""
    with serving_hook() as hook:
        yield hook


def test_a_webhook_gets_json_that_chat_programs_show(hook: Hook) -> None:
    """`text` for people, the issues for programs."""
    post_news(hook.url, NEWS)

    (body,) = hook.bodies
    assert body["text"].startswith("Paragraf: 1 issue at 1 source, 1 error\n- ödeborg: gone:")
    assert body["word"] == "new"
    assert body["issues"] == [json.loads(ISSUE.model_dump_json())]


@pytest.mark.parametrize("status", [302, 403, 500])
def test_a_webhook_that_refuses_is_told_without_its_address(hook: Hook, status: int) -> None:
    """Its path is a secret; redirects are not followed."""
    hook.status = status
    with pytest.raises(FetchError, match=rf"webhook at 127\.0\.0\.1.*found {status}") as raised:
        post_news(hook.url, NEWS)
    assert "secret" not in str(raised.value)


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/secret", "http:///secret"])
def test_a_webhook_that_is_not_there_is_told(address: str) -> None:
    """Nobody listens, or the address is none."""
    with pytest.raises(FetchError, match="webhook") as raised:
        post_news(address, NEWS)
    assert "secret" not in str(raised.value)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a certificate for localhost that nobody but these tests trusts."""
    folder = tmp_path_factory.mktemp("certificate")
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    command += ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    command += ["-keyout", str(folder / "key.pem"), "-out", str(folder / "cert.pem")]
    subprocess.run(command, check=True, capture_output=True)
    return folder


def _settings(port: int, security: str) -> MailSettings:
    user = "" if security == "none" else "clerk"
    values = {"host": "localhost", "port": port, "security": security, "user": user}
    values["sender"] = "Paragraf <p@k.example>"
    return MailSettings.model_validate({**values, "to": ("it@k.example", "clerk@k.example")})


@pytest.fixture
def trusted(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Trust the certificate, and know the password."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate / "cert.pem"))
    monkeypatch.setenv("PARAGRAF_MAIL_PASSWORD", "secret")


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize("security", ["none", "starttls", "tls"])
def test_mail_reaches_its_readers(certificate: Path, security: str) -> None:
    """In the clear, by STARTTLS or by TLS; with a login where there is a user; Nordic letters whole."""
    with mail_server(certificate, security) as (box, port):
        mail_news(_settings(port, security), NEWS)

    (mail,) = box.mails
    assert mail["X-RcptTo"] == "it@k.example, clerk@k.example"
    assert mail["Subject"] == "Paragraf: 1 issue at 1 source, 1 error"
    assert mail["From"] == "Paragraf <p@k.example>"
    assert "- ödeborg: gone:" in mail.get_content()
    assert mail["Auto-Submitted"] == "auto-generated"


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize(
    ("served", "told", "message"),
    [
        ("starttls", {"user": "stranger"}, "SMTPAuthenticationError"),
        ("none", {"security": "starttls", "user": ""}, "SMTPNotSupportedError"),  # never in the clear instead
        ("none", {"security": "tls", "user": ""}, "SSL"),
        ("none", {"port": 1}, "ConnectionRefusedError"),
        ("none", {"host": "localhost" + "x" * 64}, "UnicodeError"),  # no name of a host is so long
    ],
)
def test_a_mail_server_that_refuses_is_told(
    certificate: Path, served: str, told: dict[str, Any], message: str
) -> None:
    """With server and port, and never with the password."""
    with (
        mail_server(certificate, served) as (box, port),
        pytest.raises(FetchError, match=f"the mail server localhost.*{message}") as raised,
    ):
        mail_news(_settings(port, served).model_copy(update=told), NEWS)
    assert box.mails == []
    assert "secret" not in str(raised.value)


def test_an_unknown_certificate_is_refused(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stranger between us and the server gets no password."""
    monkeypatch.setenv("PARAGRAF_MAIL_PASSWORD", "secret")
    with (
        mail_server(certificate, "tls") as (_, port),
        pytest.raises(FetchError, match="CERTIFICATE_VERIFY_FAILED"),
    ):
        mail_news(_settings(port, "tls"), NEWS)


def test_a_password_that_servers_cannot_take_is_told(
    certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Logins are ASCII: one with other letters costs the mail, not the night, and is not shown."""
    monkeypatch.setenv("PARAGRAF_MAIL_PASSWORD", "hemligä-secret")
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate / "cert.pem"))
    with (
        mail_server(certificate, "tls") as (_, port),
        pytest.raises(FetchError, match="UnicodeEncodeError") as raised,
    ):
        mail_news(_settings(port, "tls"), NEWS)
    assert "secret" not in str(raised.value)


@pytest.mark.parametrize(
    "told",
    [
        {"sender": "it@k.example\nBcc: all@k.example"},
        {"sender": "Paragraf <"},
        {"to": ["it@k.example", ""]},
        {"to": ["it@k.example, clerk@k.example"]},
    ],
)
def test_an_address_that_is_none_is_refused_with_the_settings(told: dict[str, Any]) -> None:
    """Not first at night, when there is news to send."""
    with pytest.raises(ValidationError, match="mail addresses"):
        MailSettings.model_validate(told)


def test_a_missing_password_is_told_by_its_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before anybody is asked."""
    monkeypatch.delenv("PARAGRAF_MAIL_PASSWORD", raising=False)
    with pytest.raises(ConfigError, match="PARAGRAF_MAIL_PASSWORD"):
        mail_news(_settings(1, "tls"), NEWS)


@pytest.mark.usefixtures("trusted")
def test_each_channel_is_told_once(certificate: Path, hook: Hook, tmp_path: Path) -> None:
    """One that fails is told the next night, the other is not told again; the failure is handed back."""
    with mail_server(certificate, "none") as (box, port):
        settings = NotifySettings(webhook=hook.url, mail=_settings(port, "none"))
        hook.status = 500
        first = tell(settings, [ISSUE], NOW, TODAY, tmp_path)
        hook.status = 200
        second = tell(settings, [ISSUE], NOW, TODAY + dt.timedelta(1), tmp_path)
        third = tell(settings, [ISSUE], NOW, TODAY + dt.timedelta(2), tmp_path)
        box.refuses = True
        fourth = tell(settings, [], NOW, TODAY + dt.timedelta(3), tmp_path)

    assert [type(problem) for problem in first] == [FetchError]
    assert second == third == []
    assert len(box.mails) == 1
    assert [body["word"] for body in hook.bodies] == ["new", "new", "well"]  # the first one was refused
    assert ["no mail today" in str(problem) for problem in fourth] == [True]
    assert "secret" not in (tmp_path / MEMORY).read_text()


def test_nobody_is_told_by_default(tmp_path: Path) -> None:
    """Without settings nothing is sent and nothing written."""
    assert tell(NotifySettings(), [ISSUE], NOW, TODAY, tmp_path) == []
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_memory_tells_all_again(hook: Hook, tmp_path: Path) -> None:
    """Better twice than never."""
    (tmp_path / MEMORY).write_text("{broken")
    for day in range(2):
        assert tell(NotifySettings(webhook=hook.url), [ISSUE], NOW, TODAY + dt.timedelta(day), tmp_path) == []
    assert len(hook.bodies) == 1


def test_a_memory_that_cannot_be_written_is_told(hook: Hook, tmp_path: Path) -> None:
    """The news went out; that it will go out again is a problem of its own."""
    (problem,) = tell(NotifySettings(webhook=hook.url), [ISSUE], NOW, TODAY, tmp_path / "nowhere")
    assert MEMORY in str(problem)
    assert len(hook.bodies) == 1
