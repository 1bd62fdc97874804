"""
Links and pictures of a text that is Markdown already; everything else stays as its author wrote it.

Code is left alone. An address that stays is not written anew.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import Protocol

CODE = re.compile(
    r"^(?P<fence>`{3,}|~{3,})[^\n]*\n(?:.*?\n)??(?P=fence)[ \t]*$"
    r"|(?<!\\)(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n).){1,5000}?(?<!`)(?P=ticks)(?!`)|<!--.{0,5000}?-->",
    re.MULTILINE | re.DOTALL,
)
"""As Python-Markdown has it: a fence that is indented, or that nothing closes, is none."""
FENCE = re.compile(
    r"^(?P<fence>`{3,}|~{3,})[ \t]*+(?!\{[^\n]*\}[ \t]*$)(?P<language>[\w#.+-]*+)(?![ \t]*hl_lines=)[^\n`~]*$",
    re.MULTILINE,
)
"""A fence with what other programs write behind its language (`{file="x"}`, `title="y"`): Python-Markdown would take the code for text."""
HELD_CODE = re.compile("\x02(\\d+)\x03")
LABEL = r"(?P<label>(?:\\.|!?+\[[^\[\]\n]*+\](?:\([^()\n]*+\))?+|[^\[\]\\\n]|\n(?![ \t]*\n))*+)"
"""Words of a link, in one paragraph; each sign is read once, whatever a text is made of."""
ADDRESS = r"(?:<(?P<angled>[^<>\n]*+)>|(?P<bare>(?:\{\{[^{}\n]*+\}\}|\{%[^{}\n]*+\}|[^\s()<>])*+(?:\([^\s()]*+\)[^\s()<>]*+)*+))"
"""An address; what a program fills in may have spaces: `{{ site.repository }}/issues`."""
TITLE = r"(?:\s+(?P<title>\"[^\"\n]*\"|'[^'\n]*'))?"
INLINE = re.compile(rf"(?<!\\)(?P<picture>!?)\[{LABEL}\]\(\s*{ADDRESS}{TITLE}\s*\)")
DEFINED = re.compile(rf"^[ ]{{0,3}}\[(?P<id>[^\]^\n][^\]\n]*)\]:[ \t]*{ADDRESS}{TITLE}[ \t]*$", re.MULTILINE)
BY_REFERENCE = re.compile(r"(?<!\\)!\[(?P<alt>[^\[\]]*)\]\[(?P<id>[^\]\n]*)\]")
TAG = re.compile(r"<(?P<name>a|img)\b(?P<attributes>[^<>]*)>", re.IGNORECASE)
ATTRIBUTE = re.compile(
    r"\s*\b(?P<name>href|src|alt|title)\s*=\s*(?:\"(?P<two>[^\"]*)\"|'(?P<one>[^']*)'|(?P<none>[^\s\"'>]+))",
    re.IGNORECASE,
)


class Leads(Protocol):
    """Where links and pictures lead in the archive."""

    def link(self, address: str) -> str:
        """Give what to write for an address; empty where only the words stay."""

    def held(self, names: list[str], address: str) -> str:
        """Give an address that waits for its article."""

    def picture(self, address: str, alt: str, caption: str) -> str:
        """Give the Markdown of a picture; empty where nothing stands in its place."""


def with_held_leads(markdown: str, leads: Leads) -> str:
    """Give the Markdown with its links and pictures as the archive has them, and its code as code."""
    markdown = FENCE.sub(lambda m: m["fence"] + m["language"], markdown)
    return outside_code(markdown, lambda text: _with_leads(text, leads))


def outside_code(markdown: str, change: Callable[[str], str]) -> str:
    """Change what is no code and no comment; a link may have code among its words."""
    held: list[str] = []

    def hold(code: re.Match[str]) -> str:
        held.append(code[0])
        return f"\x02{len(held) - 1}\x03"

    changed = change(CODE.sub(hold, markdown.replace("\x02", "").replace("\x03", "")))
    return HELD_CODE.sub(lambda code: held[int(code[1])], changed)


def _with_leads(text: str, leads: Leads) -> str:
    pictures = {each["id"].casefold(): each for each in DEFINED.finditer(text)}

    def by_reference(match: re.Match[str]) -> str:
        defined = pictures.get((match["id"] or match["alt"]).casefold())
        return leads.picture(_address(defined), match["alt"], _title(defined)) if defined else match[0]

    def defined(match: re.Match[str]) -> str:
        written = _address(match)
        to = leads.link(written) or leads.held([], written)
        return (
            match[0] if to == written else f"[{match['id']}]: <{to}>" + (f" {match['title']}" if match["title"] else "")
        )

    text = BY_REFERENCE.sub(by_reference, text)
    text = INLINE.sub(lambda match: _inline(match, leads), text)
    return TAG.sub(lambda match: _tag(match, leads), DEFINED.sub(defined, text))


def _inline(match: re.Match[str], leads: Leads) -> str:
    written, label = _address(match), match["label"]
    if match["picture"]:
        return leads.picture(unescape(written), re.sub(r"\\(.)", r"\1", label), _title(match))
    if "![" in label or "](" in label:  # a picture that is a link: the picture stays, as in a page
        label = INLINE.sub(lambda inner: _inline(inner, leads), label)
        if "![" in label or "<!--" in label or not label:
            return label
    to = leads.link(unescape(written))
    if to == unescape(written):
        return match[0] if label == match["label"] else match[0].replace(match["label"], label, 1)
    return f"[{label}](<{to}>" + (f" {match['title']})" if match["title"] else ")") if to else label


def _tag(match: re.Match[str], leads: Leads) -> str:
    values = {
        a["name"].lower(): unescape(a["two"] or a["one"] or a["none"] or "")
        for a in ATTRIBUTE.finditer(match["attributes"])
    }
    if match["name"].lower() == "img":
        return leads.picture(values.get("src", ""), values.get("alt", ""), values.get("title", ""))
    written = values.get("href", "")
    if not written or (to := leads.link(written)) == written:
        return match[0]
    kept = "".join(a[0] for a in ATTRIBUTE.finditer(match["attributes"]) if a["name"].lower() == "title")
    return f'<a{kept} href="{to}">' if to else f"<a{kept}>"


def _address(match: re.Match[str]) -> str:
    return match["angled"] if match["angled"] is not None else match["bare"] or ""


def _title(match: re.Match[str]) -> str:
    return (match["title"] or "")[1:-1]
