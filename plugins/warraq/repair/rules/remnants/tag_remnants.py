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
BARE = late(r"[\s/]*>\Z")
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
    begun, ended, stays = (
        -1,
        -1,
        "",
    )  # of remnants one after the other, and what stays of the last: what stands before them decides
    at = text.find(">")
    while at >= 0:
        if at == 0 or text[at - 1] in "><\n":
            last = at + 1
            at = text.find(">", last)
            continue
        low = max(last, at + 1 - REACH, text.rfind("\n", last, at) + 1)
        opened = text.rfind("<", low, at)
        if opened < 0 or not (text[opened + 1].isalpha() or text[opened + 1] == "/"):
            if low != ended:
                begun, stays = low, ""
            before = stays[-1:] or (text[begun - 1] if begun else "\n")
            glue = before if low == ended else ""
            found = _remnant(text[low : at + 1], from_line=before == "\n", glue=glue)
            if found:
                start, after = found
                yield Edit(low + start, at + 1, after)
                begun = begun if not text[low : low + start].strip(" ") else low + start
                ended, stays = at + 1, after
        last = at + 1
        at = text.find(">", last)


def _remnant(window: str, *, from_line: bool, glue: str) -> tuple[int, str] | None:
    """Give the start of the remnant in the window, and what stays of it; `glue`: what stands before a window that begins behind a remnant."""
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
        return (low + len(tail) - 2, "") if tail.endswith("/>") and _glued(window, low + len(tail) - 2, glue) else None
    at = low + match.start()
    if match[0][0] == "/" or (from_line and not window[:at].strip()) or _glued(window, at, glue):
        return at, "\n" if match[1].lower() in BREAKS_LINE else ""
    return None


def _glued(window: str, at: int, glue: str) -> bool:
    """Say whether a word or a stop stands right before this place."""
    before = window[at - 1] if at else glue
    return before != "" and (before in GLUE or "\u0620" <= before <= "\u06ff")
