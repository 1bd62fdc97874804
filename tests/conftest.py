"""
What all tests share: a browser, a built and served site, the number of examples of properties, and the report of unequal texts.

Browser tests carry `@pytest.mark.browser`. Where no browser is found they are skipped, with the reason in the last lines; in a
runner (`CI` is set) that would hide a broken set-up, so there they fail.
"""

from __future__ import annotations

import os
import sys
import threading
import unicodedata
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

from browser import FLAGS, find
from project import Project
from warraq.language.called import LANGUAGE_VARIABLE

if TYPE_CHECKING:  # playwright is imported where a browser is
    from playwright.sync_api import Browser, Page

if measuring := getattr(sys.modules.get("slipcover.pytest_plugin"), "_slipcover_instance", None):
    # Else it looks through every function of the process whenever a line was met fifty times more: a fifth of a run.
    measuring.d_miss_threshold = 1_000_000
TESTS = Path(__file__).parent
BROWSER = find()
NO_BROWSER = "no Chromium, Chrome or Edge was found; `python3 tasks.py browser` installs one"

# `python3 tasks.py fuzz` raises it; `test` is to stay quick.
hypothesis.settings.register_profile("ours", max_examples=int(os.environ.get("WARRAQ_EXAMPLES", "100")), deadline=None)
hypothesis.settings.load_profile("ours")


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("browser") and BROWSER is None:
        if os.environ.get("CI"):
            pytest.fail(NO_BROWSER, pytrace=False)
        pytest.skip(NO_BROWSER)


@pytest.fixture(autouse=True)
def _language_of_one_test() -> Iterator[None]:
    """Let `--lang` of a command that a test runs in this process hold for that test alone."""
    before = os.environ.get(LANGUAGE_VARIABLE)
    yield
    os.environ.pop(LANGUAGE_VARIABLE, None)
    if before is not None:
        os.environ[LANGUAGE_VARIABLE] = before


LONG_FIRST = ("press", "publish", "desk", "theme", "search", "pages", "repair")
"""Folders whose files start programs, servers or a browser, or try many examples; those that take longest come first."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the long files begin, so that at the end no process waits minutes for one of them."""

    def place(item: pytest.Item) -> int:
        folder = item.path.relative_to(TESTS).parts[0]
        return LONG_FIRST.index(folder) if folder in LONG_FIRST else len(LONG_FIRST)

    items.sort(key=place)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = [r for r in terminalreporter.stats.get("skipped", []) if NO_BROWSER in str(r.longrepr)]
    if skipped:
        terminalreporter.write_line(f"{len(skipped)} browser tests were skipped: {NO_BROWSER}.")


def pytest_assertrepr_compare(op: str, left: object, right: object) -> list[str] | None:
    """Name the code points where two texts part: terminals reorder bidi text and hide marks."""
    if not (isinstance(left, str) and isinstance(right, str) and op == "==" and left != right):
        return None
    at = next((n for n, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))

    def named(text: str) -> str:
        return " ".join(unicodedata.name(c, f"U+{ord(c):04X}").replace(" ", "_") for c in text[at : at + 6]) or "end"

    return [f"texts part at {at}", f"left:  {named(left)}", f"right: {named(right)}", ascii(left), ascii(right)]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start a headless browser of Playwright (sync), one for all tests of a worker."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """Open a fresh tab of 1440 × 900; a script of the page that throws fails the test."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900}, locale="ar")
    tab = context.new_page()
    errors: list[str] = []
    tab.on("pageerror", lambda error: errors.append(str(error)))
    yield tab
    context.close()
    assert not errors, errors


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the archive in tests/site/ once a worker; return the output folder."""
    project = Project.of_site(tmp_path_factory.mktemp("site"))
    built = project.build()
    assert built.returncode == 0, built.stdout
    return project.output


@pytest.fixture(scope="session")
def served_site(built_site: Path) -> Iterator[str]:
    """Serve the built site; give its address, without a slash at the end."""
    yield from serving(built_site)


class Quiet(SimpleHTTPRequestHandler):
    """Logs no request."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the standard library names it so
        pass


def serving(folder: Path, handler: type[Quiet] = Quiet) -> Iterator[str]:
    """Serve a folder while the fixture lives."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Make an empty archive with a site.yaml, ready to be filled and built."""
    return Project.empty(tmp_path)
