"""Every kind of mark has a shape of its own: who sees no colours can tell a repair from a name."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest

from theme.visiting import CANAL, DENSE, MARKET, visit

KINDS = {
    "repair": "ins.repair",
    "edit": "ins.edit",
    "doubt": "mark.doubt",
    "note": "mark.note",
    "first mention": "a.mention.first",
    "later mention": "a.mention",
}
TWICE = 2
"""Two lines of one style are two shapes where one is at least this many times as thick."""
LINES = """kinds => { const text = document.querySelector('.body p');
  return Object.fromEntries(Object.entries(kinds).map(([name, selector]) => {
    const [tag, ...classes] = selector.split('.'), mark = document.createElement(tag);
    mark.className = classes.join(' '); mark.href = '#'; mark.append('كلمة'); text.append(mark);
    const style = getComputedStyle(mark);
    return [name, [style.textDecorationLine, style.textDecorationStyle, parseFloat(style.textDecorationThickness)]] })) }"""


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_two_kinds_of_marks_differ_by_colour_alone(page: Any, served_site: str, scheme: str) -> None:
    visit(page, served_site, CANAL, scheme=scheme)
    lines = page.evaluate(LINES, KINDS)
    assert {line for line, _, _ in lines.values()} == {"underline"}
    alike = [
        (one, other)
        for one, other in combinations(lines, 2)
        if lines[one][1] == lines[other][1]
        and TWICE * min(lines[one][2], lines[other][2]) > max(lines[one][2], lines[other][2])
    ]
    assert alike == []


@pytest.mark.browser
def test_the_legend_draws_the_marks_as_the_text_does(page: Any, served_site: str) -> None:
    visit(page, served_site, CANAL)
    lines = page.evaluate(
        """() => { const line = (where, kind) => { const mark = document.querySelector(where + ' .' + kind);
          const style = mark && getComputedStyle(mark);
          return style && [style.textDecorationStyle, style.textDecorationThickness, style.textDecorationColor] };
        return ['note', 'mention.first', 'mention:not(.first)'].map(kind => [line('.legend', kind), line('.body > p', kind)]) }"""
    )
    assert all(drawn and drawn == meant for drawn, meant in lines)


@pytest.mark.browser
@pytest.mark.parametrize("address", [CANAL, MARKET, DENSE], ids=["canal", "market", "dense"])
def test_every_mention_leads_to_the_page_of_its_name(page: Any, served_site: str, address: str) -> None:
    """Also those that are no links in the file, in the title too."""
    visit(page, served_site, address)
    mentions = page.evaluate(
        """() => [...document.querySelectorAll('.column .mention[id]')].filter(e => !e.closest('.entry'))
        .map(e => [e.id.replace(/-\\d+$/, ''), e.tagName, e.textContent, e.getAttribute('href') && e.href])"""
    )
    pages: dict[str, set[str]] = {}
    for name, tag, text, href in mentions:
        assert tag == "A" and text and "/concepts/" in href
        pages.setdefault(name, set()).add(href)
    assert any(len([1 for name, *_ in mentions if name == one]) > 1 for one in pages)
    assert all(len(hrefs) == 1 for hrefs in pages.values())
