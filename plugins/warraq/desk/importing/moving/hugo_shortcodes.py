"""Hugo's own shortcodes that Markdown has a form for: links by `ref`, pictures by `figure`, code by `highlight`."""

from __future__ import annotations

import re

REFERENCE = re.compile(
    r"(?<=[(<\"'=])\{\{[<%]\s*(?:rel)?ref\s+(?:\(?dict\s+\"path\"\s+)?[\"'`]?([^\"'`\s>%]+)[\"'`]?[^{}]*?[>%]\}\}"
)
FIGURE = re.compile(r"\{\{[<%]\s*(?:figure|img|image)\s+([^{}]*?)/?\s*[>%]\}\}")
ENDS = r"(?<![ \t])[ \t]*\{\{[<%]\s*/\s*highlight\s*[>%]\}\}[ \t]*$"
HIGHLIGHT = re.compile(
    rf"^\{{\{{[<%]\s*highlight\s+\"?([\w#+-]*)[^{{}}]*?[>%]\}}\}}[ \t]*\n(.*?)\n?{ENDS}", re.DOTALL | re.MULTILINE
)
LAST_END = re.compile(ENDS, re.MULTILINE)
SHORTCODE = re.compile(r"\{\{[<%]\s*(?!/\*)/?\s*([\w/.-]+)")
ATTRIBUTE = re.compile(r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|`([^`]*)`)")


def code_as_markdown(text: str) -> str:
    """Write code that Hugo coloured as a block of Markdown."""
    return with_fences(text, HIGHLIGHT, LAST_END)


def with_fences(text: str, code: re.Pattern[str], end: re.Pattern[str]) -> str:
    """Put fences around the language and the code that a pattern finds; behind the last end of such code none is looked for."""
    last = max((each.end() for each in end.finditer(text)), default=0)
    return code.sub(lambda found: fenced(found[1], found[2]), text[:last]) + text[last:]


def fenced(language: str, code: str) -> str:
    """Put a fence around code that is longer than any in it."""
    ticks = "`" * (max((len(each) for each in re.findall(r"`{3,}", code)), default=2) + 1)
    return f"{ticks}{language}\n{code}\n{ticks}"


def leads_as_markdown(text: str) -> str:
    """Make addresses of ours of `ref`, and pictures of `figure`."""
    text = REFERENCE.sub(lambda m: f"moved:ref:{m[1].strip('/').casefold()}", text)
    return FIGURE.sub(_picture, text)


def _picture(match: re.Match[str]) -> str:
    values = {a[1].lower(): a[2] or a[3] or "" for a in ATTRIBUTE.finditer(match[1])}
    if not values.get("src"):
        return match[0]
    caption = values.get("caption") or values.get("title", "")
    quoted = {"src": values["src"], "alt": values.get("alt", ""), "title": caption}
    return "<img " + " ".join(f'{key}="{value.replace(chr(34), "&quot;")}"' for key, value in quoted.items()) + ">"
