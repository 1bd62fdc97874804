"""
The editors' card as a PDF of one page: `.venv/bin/python tests/publish/card.py` prints `docs/card.ar.html` anew.

Chromium writes the time into it, which is set to the epoch: the same card gives the same text and the same number of bytes.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests")]

from playwright.sync_api import Browser, sync_playwright  # noqa: E402 - found only now

from browser import FLAGS, find  # noqa: E402

CARD = ROOT / "docs/card.ar.html"
PRINTED = CARD.with_suffix(".pdf")
TIME = re.compile(rb"D:\d{14}")


def printed(browser: Browser) -> bytes:
    """Print the card."""
    tab = browser.new_page()
    tab.goto(CARD.as_uri())
    tab.evaluate("document.fonts.ready")
    data = tab.pdf(prefer_css_page_size=True, print_background=True)
    tab.close()
    return TIME.sub(b"D:19700101000000", data)


if __name__ == "__main__":
    with sync_playwright() as playwright:
        PRINTED.write_bytes(printed(playwright.chromium.launch(executable_path=find(), args=list(FLAGS))))
