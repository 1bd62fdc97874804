"""A folder of pages that is served, and how its pages are asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import quote

from warraq.press.serving import BuildState

PAGE = "<!DOCTYPE html><html><body>صفحة</body></html>"


@dataclass
class Site:
    output: Path
    state: BuildState
    port: int

    def ask(self, path: str, method: str = "GET", headers: dict[str, str] | None = None) -> tuple[HTTPResponse, bytes]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request(method, quote(path, safe="/?%\\"), headers=headers or {})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer, body


SCRIPT = '<script src="/-/reload.js" data-shown="DIGEST"></script>'
DIGEST = re.compile(r'(?<= data-shown=")[0-9a-f]{16}(?="></script>)')


def text_of(page: bytes) -> str:
    """Give a page with DIGEST in the place of its digest."""
    return DIGEST.sub("DIGEST", page.decode())
