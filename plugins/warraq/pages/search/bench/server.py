"""A host that sends the same bytes as GitHub Pages: gzip for the types of text and nothing else; it counts what it sends."""

from __future__ import annotations

import gzip
import threading
from functools import cached_property
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript",
    ".json": "application/json",
    ".css": "text/css",
    ".wasm": "application/wasm",
    ".txt": "text/plain",
}


class Host:
    """Serves one folder; `sent` are the bytes of bodies on the wire since it was last set to 0."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.sent = 0
        self.kept: dict[str, bytes] = {}
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self.handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        """Its address, without a final slash."""
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    def close(self) -> None:
        """Stop serving."""
        self.server.shutdown()
        self.server.server_close()

    @cached_property
    def handler(self) -> type[BaseHTTPRequestHandler]:
        """The class that answers one connection."""
        host = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def do_GET(self) -> None:
                name = unquote(self.path.partition("?")[0]).lstrip("/")
                path = host.root / (name + "index.html" if not name or name.endswith("/") else name)
                if not path.is_file():
                    self.answer(404, "text/plain", b"not found")
                    return
                kind = TYPES.get(path.suffix)
                if name not in host.kept:
                    data = path.read_bytes()
                    host.kept[name] = gzip.compress(data, 6, mtime=0) if kind else data
                self.answer(200, kind or "application/octet-stream", host.kept[name], zipped=bool(kind))

            def answer(self, status: int, kind: str, data: bytes, *, zipped: bool = False) -> None:
                host.sent += len(data)
                head = [f"HTTP/1.1 {status} -", f"Content-Type: {kind}", f"Content-Length: {len(data)}"]
                head += ["Cache-Control: max-age=600", *(["Content-Encoding: gzip"] if zipped else []), "", ""]
                self.wfile.write("\r\n".join(head).encode() + data)

        return Handler
