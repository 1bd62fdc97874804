"""
The rest of a tag whose beginning was cut off: `=”text-align:justify”>`, `class="page">`, `/p>`.

Found from its `>`: no sentence of Arabic ends a quote or an attribute with one. The words before it stay: a remnant has no
Arabic letter in it, but for the text of an `alt`, which is content.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...alphabet import LETTER
from ...engine import Certainty, Edit
from ...html_tags.elements import BREAKS_LINE, KNOWN, alternatives
from ...late import late
from .. import rule

QUOTE = "\"'“”„″’‘`´"
NO_WORDS = f"[^<>\n{LETTER}]"
ATTRIBUTE = rf"(?:[A-Za-z][A-Za-z0-9:-]*+)?\s*=\s*(?:[{QUOTE}]{NO_WORDS}*|[\w#%./:-]+)"
REMNANT = late(
    rf"(?:{ATTRIBUTE}"
    rf"|[{QUOTE}][A-Za-z-]+\s?:\s?{NO_WORDS}*[{QUOTE}]?;?"
    rf"|[A-Za-z-]+\s?:\s?[\w#%.! -]+;?[{QUOTE};]"
    rf"|(?:[\w#%/][\w#%.;/-]*+|;)?[{QUOTE}])\s*/?>\Z"
)
NAMED = late(rf"(?:(?<![A-Za-z0-9])|(?=/))/?({alternatives(KNOWN)})\s*/?>\Z", re.IGNORECASE)
BARE = re.compile(r"[\s/]*>\Z")
ALT = late(rf"alt\s*=\s*[{QUOTE}]([^{QUOTE}<>\n]*[{LETTER}][^{QUOTE}<>\n]*)[{QUOTE}][^<>\n{LETTER}]*/?>\Z")
GLUE = '.؟!…»”"'
REACH = 300
"""Code points before the `>`: the longest remnant."""


@rule(
    reason="the rest of a cut HTML tag stood in the text",
    certainty=Certainty.CERTAIN,
    mends={
        "=”text-align:justify”>عنوان الفقرة": "عنوان الفقرة",
        'class="page">نص': "نص",
        'انتهى النص.style="text-align: justify;">': "انتهى النص.",
        "نص./p>": "نص.\n",
        "”MsoNormal”>نص": "نص",
        'انتهى النص." />': "انتهى النص.",
        'alt="صورة الوزير" />نص': "صورة الوزير نص",
    },
    leaves=["المتغير x < 5 و y > 3", "-> هنا", "قال: «نعم» > لا"],
    signs=">",
)
def tag_remnants(text: str) -> Iterator[Edit]:
    last = 0
    at = text.find(">")
    while at >= 0:
        if at == 0 or text[at - 1] in "><\n":
            last = at + 1
            at = text.find(">", last)
            continue
        low = max(last, at + 1 - REACH, text.rfind("\n", last, at) + 1)
        opened = text.rfind("<", low, at)
        if opened < 0 or not (text[opened + 1].isalpha() or text[opened + 1] == "/"):
            window = text[low : at + 1]
            found = _remnant(window, from_line=low == 0 or text[low - 1] == "\n")
            if found:
                start, after = found
                yield Edit(low + start, at + 1, after)
        last = at + 1
        at = text.find(">", last)


def _remnant(window: str, *, from_line: bool) -> tuple[int, str] | None:
    """Give the start of the remnant in the window, and what stays of it."""
    if match := ALT.search(window):
        return match.start(), match[1] + " "
    bare = window
    if from_line and BARE.fullmatch(bare) and len(bare.strip()) <= 2:
        return None if bare.strip() == ">" else (0, "")
    low = (
        max(
            (i for i in range(len(window) - 1, -1, -1) if "\u0620" <= window[i] <= "\u06ff" and window[i].isalpha()),
            default=-1,
        )
        + 1
    )
    tail = window[low:]
    if match := REMNANT.search(tail):
        alone = from_line and low == 0 and not tail[: match.start()].strip(f" {QUOTE}")
        return (0 if alone else low + match.start()), ""
    if not (match := NAMED.search(tail)):
        return (low + len(tail) - 2, "") if tail.endswith("/>") and _glued(window, low + len(tail) - 2) else None
    at = low + match.start()
    if match[0][0] == "/" or (from_line and not window[:at].strip()) or _glued(window, at):
        return at, "\n" if match[1].lower() in BREAKS_LINE else ""
    return None


def _glued(window: str, at: int) -> bool:
    """Say whether a word or a stop stands right before this place."""
    return at > 0 and (window[at - 1] in GLUE or "\u0620" <= window[at - 1] <= "\u06ff")
