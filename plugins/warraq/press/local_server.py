"""
A server for the people at this machine.

Python's own server is enough for them, and holds a stream open for each page at no cost. But it is made for clients that mean well:
so there is a limit here to how many are answered at once, and to how long one may take to say what it wants.
"""

from __future__ import annotations

import socket
import sys
import threading
import time
from contextlib import suppress
from http.server import ThreadingHTTPServer
from socketserver import BaseRequestHandler
from typing import TypeAlias

Request: TypeAlias = socket.socket | tuple[bytes, socket.socket]
"""What the library calls a connection."""
SECONDS_FOR_A_REQUEST = 20.0
"""A client that sends letter by letter has this long for a whole request."""
MOST_CONNECTIONS = 200


class LocalServer(ThreadingHTTPServer):
    """Answers each connection in a thread of its own, so many at a time; ends those that don't come to the point."""

    daemon_threads = True
    allow_reuse_address = sys.platform != "win32"  # there it lets two programs have one port

    def __init__(self, listen: str, port: int, handler: type[BaseRequestHandler]) -> None:
        found = socket.getaddrinfo(listen, None, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        self.address_family, _, _, _, address = found[0]
        self._free = threading.BoundedSemaphore(MOST_CONNECTIONS)
        self._awaited: dict[socket.socket, float] = {}
        """Connections whose request is not there yet, and when their time is up."""
        super().__init__((str(address[0]), port), handler)

    @property
    def listens_at(self) -> str:
        """The address that the server is bound to."""
        return str(self.server_address[0])

    @property
    def url(self) -> str:
        """The server's address as a browser takes it, without a slash at the end."""
        host = f"[{self.listens_at}]" if ":" in self.listens_at else self.listens_at
        return f"http://{host}:{self.server_port}"

    def expect_request(self, connection: socket.socket) -> None:
        """Give a client its time for a request, or for the body of one."""
        self._awaited[connection] = time.monotonic() + SECONDS_FOR_A_REQUEST

    def expect_no_request(self, connection: socket.socket) -> None:
        """Take as long as an answer takes."""
        self._awaited.pop(connection, None)

    def service_actions(self) -> None:
        """End the connections whose time is up; the server calls this twice a second."""
        now = time.monotonic()
        for connection, end in list(self._awaited.items()):
            if end < now:
                self._awaited.pop(connection, None)
                with suppress(OSError):  # it ended by itself
                    connection.shutdown(socket.SHUT_RDWR)

    def process_request(self, request: Request, client_address: object) -> None:
        """Answer in a new thread; a connection too many is closed."""
        if self._free.acquire(blocking=False):
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def process_request_thread(self, request: Request, client_address: object) -> None:
        """Answer, and make room for the next connection."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._free.release()
            if isinstance(request, socket.socket):
                self.expect_no_request(request)

    def handle_error(self, request: object, client_address: object) -> None:
        """Ignore a browser that closed the connection early: people reload."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # passed on as it came
