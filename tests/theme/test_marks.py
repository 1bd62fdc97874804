"""Every kind of mark has a shape of its own: who sees no colours can tell a repair from a name."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest

from theme.visiting import CANAL, visit

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
