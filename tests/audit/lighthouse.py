"""
What Lighthouse says of the pages on a slow phone (npm `lighthouse`, pinned); where there is node. The median of three runs each.

The pages are sent as a static host sends them: compressed, connections kept open, files to be kept by the browser. 127.0.0.1 counts as
a safe host, so nothing is lost for want of HTTPS.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from urllib.parse import quote

import pytest

from browser import find
from conftest import Quiet, serving
from theme.visiting import KINDS

LIGHTHOUSE = "13.5.0"
KEPT = Path(__file__).parents[2] / ".warraq" / "lighthouse"
RUNS = 3
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FLAGS = "--headless=new --no-sandbox --disable-gpu --no-first-run --disable-background-networking"
TEXT = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt")

pytestmark = pytest.mark.browser


class Host(Quiet):
    """A static host as they are: HTTP/1.1, gzip."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # or a file waits 40 ms for its header to be acknowledged, which no real host does

    def do_GET(self) -> None:  # noqa: N802 - the name that http.server calls
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        data = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in TEXT:
            data = gzip.compress(data)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "max-age=31536000")
        self.end_headers()
        self.wfile.write(data)


@pytest.fixture(scope="module")
def host(built_site: Path) -> Iterator[str]:
    """Serve the archive on such a host; yield its address."""
    yield from serving(built_site, Host)


@pytest.fixture(scope="module")
def lighthouse() -> Path:
    """Fetch the program, once."""
    if not shutil.which("node") or not (npm := shutil.which("npm")):
        pytest.skip("Lighthouse needs node and npm")
    program = KEPT / "node_modules" / "lighthouse" / "cli" / "index.js"
    if not program.is_file():
        KEPT.mkdir(parents=True, exist_ok=True)
        command = [npm, "install", "--silent", "--no-fund", "--no-audit", "--prefix", ".", f"lighthouse@{LIGHTHOUSE}"]
        subprocess.run(command, cwd=KEPT, check=True)
    return program


def ask(program: Path, url: str) -> dict[str, tuple[int, list[str]]]:
    """Return the score of each category in per cent, and the audits that cost points."""
    only = f"--only-categories={','.join(CATEGORIES)}"
    done = subprocess.run(
        ["node", str(program), url, "--quiet", "--output=json", f"--chrome-flags={FLAGS}", only],
        env=os.environ | {"CHROME_PATH": find(with_windows=True) or ""},
        capture_output=True,
        text=True,
        check=True,
    )
    report = json.loads(done.stdout)
    said = {}
    for name, category in report["categories"].items():
        parts = [(ref["weight"], report["audits"][ref["id"]]) for ref in category["auditRefs"]]
        cost = [f"{a['id']} {a['score']}" for weight, a in parts if weight and a["score"] not in (None, 1)]
        said[name] = round(category["score"] * 100), cost
    return said


@pytest.mark.parametrize("kind", ["article", "repaired article", "home", "concept", "compare"])
def test_lighthouse_finds_nothing_to_mend_on_a_phone(lighthouse: Path, host: str, kind: str) -> None:
    runs = [ask(lighthouse, f"{host}/{quote(KINDS[kind])}") for _ in range(RUNS)]
    scores = {name: median(run[name][0] for run in runs) for name in CATEGORIES}
    print(kind, scores)
    assert scores == dict.fromkeys(CATEGORIES, 100), [run[name][1] for run in runs for name in CATEGORIES]
