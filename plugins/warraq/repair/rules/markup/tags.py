"""
HTML tags in a text: whole ones, and those whose end was cut off.

No tree is built: one cut tag makes a parser lose half the article. Each tag is taken by itself, and the words between
tags stay, whatever is broken. A tag that begins a block becomes a line end, every other is taken out; a space stays where an element ends between
a number and a word, which a page's style kept apart. The `alt` text of
a picture is content and stays in its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...alphabet import DIGIT, LETTER, WORD
from ...engine import Certainty, Edit
from .. import rule

BLOCKS = frozenset(
    re.findall(
        r"[\w-]+",
        """
        address article aside blockquote body br center dd details div dl dt fieldset figcaption figure footer
        form h1 h2 h3 h4 h5 h6 head header hr html legend li main nav ol p pre section summary table tbody
        tfoot thead title tr ul
        """,
    )
)
CELLS = frozenset(["td", "th", "option"])
INLINE = frozenset(
    re.findall(
        r"[\w-]+",
        """
        a abbr acronym amp-img applet area audio b base basefont bdi bdo big blink button canvas caption cite
        code col colgroup data datalist del dfn em embed font frame frameset i iframe img input ins kbd label
        link map mark marquee meta meter nobr noscript object optgroup output param picture progress q rp rt
        ruby s samp script select small source span strike strong style sub sup svg path template textarea
        time tt u var video wbr xml
        """,
    )
)
NAMES = BLOCKS | CELLS | INLINE
WHOLE = r"<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9:-]{0,30}+)(?P<rest>(?:\s*/?|(?:\s+[A-Za-z_:@/*-]|[/\"'”“])[^<>]*+))>"
CUT = rf"<(?P<cut>/?[A-Za-z][A-Za-z0-9]{{0,15}}+)(?P<more>[^<>\n{WORD}]*+)"
DECLARED = rf"<!--\[if[^\]<>\n]*+\]>|<!\[endif\](?:--)?>|<[!?](?:\[CDATA\[|[A-Za-z][^<>]*+>)|<!--|-->|\]\]>|<!\[[^<>\]]*+\]>|</(?=[\s{LETTER}]|\Z)"
TAG = re.compile(f"{DECLARED}|{WHOLE}|{CUT}", re.IGNORECASE)
CLOSED_BY = {"<!--": "comment", "script": "script", "style": "style"}
CLOSING = {
    "comment": re.compile("-->"),
    "script": re.compile(r"</script\s*>", re.IGNORECASE),
    "style": re.compile(r"</style\s*>", re.IGNORECASE),
}
"""What is inside these is for programs and goes with them; where the end is missing, only the opening goes."""
OPENING = {"comment": re.compile("<!--")} | dict.fromkeys(
    ["script", "style"], re.compile(r"<(?:script|style)\b", re.IGNORECASE)
)
PARAGRAPH = re.compile(rf"<(?:p|div|h[1-6]|article)\b[^<>]*+>\s*+[{LETTER}][^<]{{60}}", re.IGNORECASE)
MUCH = 200
NUMBER = re.compile(f"[{DIGIT}]")
LONG_WORD = re.compile(f"[{LETTER}]{{3}}")
"""Shorter ones are units and clitics, which stand close to a number."""
ALT = re.compile(r"\balt\s*=\s*(?:\"([^\"<>]*)\"|'([^'<>]*)'|[”“]([^”“<>]*)[”“])", re.IGNORECASE)


@rule(
    reason="HTML tags were left in the text",
    certainty=Certainty.CERTAIN,
    mends={
        "قال <strong>نعم</strong> له": "قال نعم له",
        "نعم<br />لا": "نعم\nلا",
        '<img src="a.jpg" alt="صورة" />': "صورة",
        'نص <span style="color:red': "نص ",
        "نص <!-- إعلان --> هنا": "نص  هنا",
        "<span>7 يوليو 2023</span>كشف الوزير": "7 يوليو 2023 كشف الوزير",
    },
    leaves=["المتغير x < 5 و y > 3", "<3", "a <- b", "<IMF>"],
    signs="<>",
)
def tags(text: str) -> Iterator[Edit]:
    if "<" not in text and "-->" not in text and "]]>" not in text:
        return
    at = run = 0  # run: where the tags began that nothing stands between
    closed_in_run = False
    missing: set[str] = set()
    ends: dict[str, re.Match[str]] = {}
    while match := TAG.search(text, at):
        start, end = match.span()
        after = _left(match, text)
        if start != at:
            run, closed_in_run = start, False
        closed_in_run |= bool(match["end"]) and after == ""
        if after == "" and closed_in_run and run and NUMBER.match(text[run - 1]) and LONG_WORD.match(text, end):
            after = " "
        closing = CLOSED_BY.get(match[0] if match[0] == "<!--" else (match["name"] or "").lower())
        if closing and not match["end"] and closing not in missing:
            closed = ends.get(closing)
            if closed is None or closed.start() < end:  # the next end, looked for once however many begin before it
                closed = CLOSING[closing].search(text, end)
            if closed:
                ends[closing] = closed
            if closed and _goes(text, end, closed.start(), closing):
                end = closed.end()
            elif closed:
                pass  # the end of another one: this one's was cut off
            else:
                missing.add(closing)  # looked for once: a file may open a million of them
        if after is not None:
            yield Edit(start, end, after)
        at = end


def _goes(text: str, start: int, end: int, kind: str) -> bool:
    """What stands here is no article: it opens no other of its kind, and holds no paragraphs (of a comment: not most of the text)."""
    if OPENING[kind].search(text, start, end):
        return False
    much = end - start > (len(text) / 2 if kind == "comment" else MUCH)
    return not (much and PARAGRAPH.search(text, start, end))


def _left(match: re.Match[str], text: str) -> str | None:
    """What stays of a tag; None where it is none."""
    if match["cut"] is not None:
        name = match["cut"].strip("/").lower()
        more = match["more"]
        at_end = match.end() == len(text) or text[match.end()] in "\n<"
        if name not in NAMES or not (len(name) > 1 or at_end or "=" in more or not more):
            return None
        return "\n" if name in BLOCKS else ""
    if match["name"] is None:
        return ""
    name = match["name"].lower()
    if name not in NAMES and "=" not in match["rest"] and ":" not in name:
        return None
    if name in BLOCKS:
        return "\n"
    if name in CELLS:
        return " "
    alt = ALT.search(match["rest"]) if name in ("img", "amp-img", "area", "input") else None
    return (alt[1] or alt[2] or alt[3] or "") if alt else ""
