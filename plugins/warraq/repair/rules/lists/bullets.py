"""
Bullets at the beginning of lines: `• الماء`. What word processors and pages show before an item of a list came along as a sign.

A dash may be speech in a dialogue, and an asterisk a footnote: dashes are left, and asterisks need three lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...engine import Certainty, Edit
from ...late import late
from .. import rule

SIGNS = "•●▪■◦○‣▫□◆◇♦►▶➢➤✓✔∙⦁\uf0b7\uf0a7\uf0d8\uf076"
"""The last four are bullets of fonts that other machines don't have."""
BULLETS = late(
    rf"^(?:(?P<sign>[{SIGNS}]) *(?=\w|[«“\"(])[^\n]*(?:\n(?P=sign) *(?=\w|[«“\"(])[^\n]*)+|[*·] \w[^\n]*(?:\n[*·] \w[^\n]*){{2,}})$",
    re.MULTILINE,
)
BULLET = late(rf"^[{SIGNS}*·] *", re.MULTILINE)


@rule(
    reason="the line is an item of a list, which a sign stood for",
    certainty=Certainty.CERTAIN,
    mends={"• الماء\n• الهواء": "الماء\nالهواء", "* الماء\n* الهواء\n* النار": "الماء\nالهواء\nالنار"},
    leaves=["• الماء\nالهواء", "- الماء\n- الهواء", "* كاتب من المدينة\n* باحث", "•\n•"],
    signs=f"{SIGNS}*·",
    layout=True,
)
def bullets(text: str) -> Iterator[Edit]:
    for items in BULLETS.finditer(text):
        for bullet in BULLET.finditer(text, *items.span()):
            yield Edit(*bullet.span(), "")
