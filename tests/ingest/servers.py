"""A server on loopback that answers as a test tells it."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True)
class Reply:
    """What the server sends: status, body and headers; `length` is the length that it claims."""

    status: int = 200
    body: bytes = b"ok"
    headers: dict[str, str] = field(default_factory=dict)
    length: int | None = None


@dataclass
class Seen:
    """A request that came: its path and its headers, names in small letters."""

    path: str
    headers: dict[str, str]


@dataclass
class Answers:
    """The replies by path; a list is used up reply by reply, its last one stays."""

    base: str
    replies: dict[str, list[Reply]]
    seen: list[Seen] = field(default_factory=list)
    on_ask: Callable[[], None] | None = None

    def reply(self, path: str) -> Reply:
        """Return the next reply for a path; robots.txt and what is not told are 404."""
        waiting = self.replies.get(path, [Reply(404)])
        return waiting.pop(0) if len(waiting) > 1 else waiting[0]

    def paths(self) -> list[str]:
        """Return the paths that were asked, robots.txt aside."""
        return [seen.path for seen in self.seen if seen.path != "/robots.txt"]


@contextmanager
def serve(replies: dict[str, Reply | list[Reply]], address: str = "127.0.0.1") -> Iterator[Answers]:
    """Serve `replies` on a free port of a loopback address while the block runs."""
    answers = Answers(
        "", {path: told if isinstance(told, list) else [told] for path, told in replies.items()}
    )
    server = ThreadingHTTPServer((address, 0), _handler(answers))
    answers.base = f"http://{address}:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield answers
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _handler(answers: Answers) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            answers.seen.append(Seen(self.path, headers))
            reply = answers.reply(self.path)
            self.send_response(reply.status)
            if answers.on_ask:
                answers.on_ask()
            for name, value in reply.headers.items():
                self.send_header(name, value.replace("BASE", answers.base))
            self.send_header("Content-Length", str(len(reply.body) if reply.length is None else reply.length))
            self.end_headers()
            self.wfile.write(reply.body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    return Handler


@contextmanager
def serve_socket(answer: Callable[[socket.socket], None], *, read: bool = True) -> Iterator[str]:
    """Serve one connection by hand, its request read unless told; yield the server's address."""
    listener = socket.create_server(("127.0.0.1", 0))

    def run() -> None:
        connection, _ = listener.accept()
        with connection:
            if read:
                connection.recv(65_536)
            answer(connection)

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        thread.join()
        listener.close()
