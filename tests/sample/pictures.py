"""
The pictures of the sample archive that the READMEs show: `.venv/bin/python tests/sample/pictures.py`.

Takes them anew from a sample built now, 1440 pixels wide, in few colours: nobody waits for a README.
"""

from __future__ import annotations

import sys
import tempfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "plugins")]

from PIL import Image  # noqa: E402 - found only now
from playwright.sync_api import sync_playwright  # noqa: E402

from browser import FLAGS, find  # noqa: E402
from warraq.press.trying import main as make_sample  # noqa: E402

PICTURES = ROOT / "docs" / "pictures"
PAGES = {
    "sample-home": "",
    "sample-search": "search/?q=مرفأ الصدف",
    "sample-article": "articles/انطلاق-ترميم-فنار-مرفأ-الصدف-بعد-ثلاث-سنوات-من-الانتظار/",
}
MOUSE = "--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4"
"""A headless browser has none, and shows what others show under the mouse."""
SIZE, COLOURS = (1440, 1000), 64


class Quiet(SimpleHTTPRequestHandler):
    """Says nothing of what is asked."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name in the library
        pass


def main() -> int:
    """Take all; return the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        if code := make_sample([f"{folder}/try"]):
            return code
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=f"{folder}/try/output"))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        take(f"http://127.0.0.1:{server.server_port}")
        server.shutdown()
    return 0


def take(address: str) -> None:
    """Take a picture of each page."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=[*FLAGS, MOUSE])
        tab = browser.new_page(viewport={"width": SIZE[0], "height": SIZE[1]}, locale="ar")
        for name, path in PAGES.items():
            tab.goto(f"{address}/{path}", wait_until="networkidle")
            picture = Image.open(BytesIO(tab.screenshot()))
            picture.convert("RGB").quantize(COLOURS).save(PICTURES / f"{name}.png", optimize=True)
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
