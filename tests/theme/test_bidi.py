"""
Words of both directions keep their order: the torture page against golden files of this folder.

`WARRAQ_RENEW=1 python3 tasks.py test --only bidi` writes them anew; look at the picture and at the order before they are committed.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from theme.order import order
from theme.picture import FAR, distance, small
from theme.visiting import BIDI, visit

SOURCE = "sources/agence-ünïcode-الفرع-العربي-شركاؤه-4b24a9b3/"
GOLDEN = Path(__file__).parent / "golden"
PAGES = {
    "article": (
        BIDI,
        [".crumbs li", "h1", ".publication li", ".body p", ".said", ".tags li", ".facts dd", "#citation", ".standing"],
    ),
    "source": (SOURCE, [".crumbs li", "h1", ".item h2", ".item p"]),
    "home": ("", [".item:first-child h2", ".item:first-child p"]),
}
REORDERED = ".publication bdi { unicode-bidi: normal } .publication { direction: ltr } .body p { direction: ltr; text-align: right }"
"""What lost isolates do."""
DRAWN_OTHERWISE = (
    ".column > * { translate: .3px .3px } * { text-rendering: geometricPrecision; -webkit-text-stroke: .1px }"
)
"""What another version of a browser may do."""
STYLE = "css => { const s = new CSSStyleSheet(); s.replaceSync(css); document.adoptedStyleSheets.push(s) }"
RENEW = bool(os.environ.get("WARRAQ_RENEW"))


def version(tab: Any) -> str:
    return str(tab.context.browser.version).split(".")[0]


@pytest.mark.browser
@pytest.mark.parametrize("name", PAGES)
def test_words_of_both_directions_stand_in_the_golden_order(page: Any, served_site: str, name: str) -> None:
    address, selectors = PAGES[name]
    visit(page, served_site, address)
    file = GOLDEN / f"bidi-{name}.json"
    now = order(page, selectors)
    if RENEW:
        file.write_text(json.dumps(now, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert now == json.loads(file.read_text(encoding="utf-8"))


@pytest.mark.browser
def test_the_torture_page_looks_as_in_the_golden_picture(page: Any, served_site: str) -> None:
    visit(page, served_site, BIDI, 760)
    png = page.locator(".column").screenshot()
    file, drawn_by = GOLDEN / "bidi.png", GOLDEN / "chromium.txt"
    if RENEW:
        small(png).save(file, optimize=True)
        drawn_by.write_text(version(page) + "\n")
    far = distance(png, file)
    if far > FAR and version(page) != drawn_by.read_text().strip():
        pytest.skip(
            f"Chromium {version(page)} draws the torture page otherwise than {drawn_by.read_text().strip()}, which drew "
            "the golden picture. The order of its words is tested by itself; look at the page and renew the picture."
        )
    assert far <= FAR


@pytest.mark.browser
def test_golden_files_see_a_reordering_and_overlook_how_letters_are_drawn(
    page: Any, served_site: str, tmp_path: Path
) -> None:
    address, selectors = PAGES["article"]
    visit(page, served_site, address, 760)
    before, golden = order(page, selectors), tmp_path / "golden.png"
    small(page.locator(".column").screenshot()).save(golden)
    page.evaluate(STYLE, DRAWN_OTHERWISE)
    assert order(page, selectors) == before
    assert distance(page.locator(".column").screenshot(), golden) <= FAR
    page.evaluate(STYLE, REORDERED)
    assert order(page, selectors) != before
    assert distance(page.locator(".column").screenshot(), golden) > FAR
