"""The header stays whole whatever the site is called: a name of forty letters, in words or in one, Arabic or Latin."""

from __future__ import annotations

from typing import Any

import pytest

from theme.geometry import too_wide
from theme.visiting import KINDS, visit

NAMES = {
    "Arabic": "أرشيف صحف الواحات والموانئ القديمة والجديدة",
    "Latin": "The Archive of Harbour and Oasis Newspapers",
    "one Arabic word": "فسيكفيكهموهنالكماتستطيعونهاوأنلزمكموهاجميعا",
    "one Latin word": "Donaudampfschifffahrtselektrizitaetenamt",
    "a few letters more than fit on a phone": "أرشيف الواحات",
    "twenty": "أرشيف صحف الواحات كله",
}
LAID_OUT = """name => {
  document.querySelector('.brand bdi').textContent = name
  const box = e => e.getBoundingClientRect(), seen = e => e.checkVisibility() && box(e).width > 1
  const parts = [...document.querySelectorAll('.brand, .top nav, .top .search input, .to-search, .settings > summary')].filter(seen).map(box)
  const middle = r => (r.top + r.bottom) / 2
  const over = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1
  const ways = parts.slice(1), buttons = ways.slice(1)
  return {overlapping: parts.some((a, n) => parts.slice(n + 1).some(b => over(a, b))),
    outside: parts.some(r => r.left < 0 || r.right > innerWidth),
    together: Math.max(...buttons.map(middle)) - Math.min(...buttons.map(middle)) < 4,
    oneLine: Math.max(...ways.map(middle)) - Math.min(...ways.map(middle)) < 4} }"""


@pytest.mark.browser
@pytest.mark.parametrize("name", NAMES)
def test_a_long_name_leaves_the_header_whole(page: Any, served_site: str, name: str) -> None:
    visit(page, served_site, KINDS["method"])
    for width in range(320, 1441, 80):
        page.set_viewport_size({"width": width, "height": 900})
        found = page.evaluate(LAID_OUT, NAMES[name])
        assert not found["overlapping"] and not found["outside"], width
        assert too_wide(page) is None, width
        assert found["together"], f"{width}: the search and the settings stand side by side"
        if width > 832:
            assert found["oneLine"], f"{width}: what leads on and what searches stand on one line"
