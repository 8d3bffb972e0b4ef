"""A mail server on loopback for tests."""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message as MessageHandler
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session


class Mailbox(MessageHandler):
    """Keeps the mail that a server takes; readers that are `unknown` it refuses."""

    def __init__(self) -> None:
        super().__init__()
        self.mails: list[EmailMessage] = []
        self.refuses = False
        self.unknown: tuple[str, ...] = ()
        vars(self)["handle_RCPT"] = self.take_reader  # the name that the server looks for

    async def take_reader(
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        """Take a reader of a mail, or say that there is none of that address."""
        if address in self.unknown:
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    def handle_message(self, message: Message) -> None:
        """Take a mail, or refuse it."""
        if self.refuses:
            raise ValueError("no mail today")
        self.mails.append(message_from_bytes(message.as_bytes(), EmailMessage, policy=policy.default))


def _knows(_server: SMTP, _session: Session, _envelope: Envelope, _kind: str, login: object) -> AuthResult:
    right = isinstance(login, LoginPassword) and (login.login, login.password) == (b"clerk", b"secret")
    return AuthResult(success=right, handled=right)


@contextmanager
def mail_server(certificate: Path | None = None, security: str = "none") -> Iterator[tuple[Mailbox, int]]:
    """Run a mail server that asks for a login where the line is encrypted, and lend its mailbox and port."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    if certificate:
        context.load_cert_chain(certificate / "cert.pem", certificate / "key.pem")
    box = Mailbox()
    options: dict[str, Any] = {}
    if security == "starttls":
        options = {"tls_context": context, "require_starttls": True, "auth_required": True}
    elif security == "tls":
        options = {"ssl_context": context, "auth_require_tls": False}
    if security != "none":
        options["authenticator"] = _knows
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port, **options)
    controller.start()
    try:
        yield box, port
    finally:
        controller.stop()
