"""
Letters as XML: which have to be escaped, and which can't stand in XML at all.

XML 1.0 forbids most control characters and half characters, and texts that were scraped have them. Each is written as `<g
ref="#ID.u0001"/>`, as TEI writes what no letter is; the header declares the code point (`<charDecl>`), so that a reader gets
the character back. A carriage return is a reference, since a parser would make a line feed of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
SPECIAL = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord("\r"): "&#13;"}
IN_ATTRIBUTES = {**SPECIAL, ord('"'): "&quot;", ord("\n"): "&#10;", ord("\t"): "&#9;"}
LANGUAGE = re.compile(r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*")
"""What `xml:lang` takes (xsd:language)."""
NAME = re.compile("[A-Za-z][A-Za-z0-9._\u0621-\u063a\u0641-\u0652\u0660-\u0669\u0670-\u06b7-]*")
"""What an `xml:id` of ours may be: letters that all editions of XML 1.0 take for letters of a name."""


class Characters:
    """Writes text of one document, and remembers which characters it has that XML forbids."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._met: set[str] = set()

    def text(self, text: str) -> str:
        """Write text as the content of an element."""
        if FORBIDDEN.search(text) is None:
            return text.translate(SPECIAL)
        pieces: list[str] = []
        at = 0
        for match in FORBIDDEN.finditer(text):
            self._met.add(match[0])
            pieces += (text[at : match.start()].translate(SPECIAL), f'<g ref="#{self._id(match[0])}"/>')
            at = match.end()
        return "".join([*pieces, text[at:].translate(SPECIAL)])

    def declarations(self) -> str:
        """Declare the characters that were met, for `<charDecl>`; empty where there was none."""
        chars = "".join(
            f'<char xml:id="{self._id(c)}"><mapping type="codepoint">U+{ord(c):04X}</mapping></char>'
            for c in sorted(self._met)
        )
        return f"<charDecl>{chars}</charDecl>" if chars else ""

    def _id(self, character: str) -> str:
        return f"{self._prefix}.u{ord(character):04x}"


def plain(text: str) -> str:
    """Write a text that describes, where no letter has to come back: what XML forbids is U+FFFD."""
    return FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text).translate(SPECIAL)


def attribute(text: str) -> str:
    """Write a text as the value of an attribute."""
    return FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text).translate(IN_ATTRIBUTES)


def attributes(values: Mapping[str, str]) -> str:
    """Write attributes, those that have a value."""
    return "".join(f' {name}="{attribute(value)}"' for name, value in values.items() if value)


def element(tag: str, content: str, values: Mapping[str, str] | None = None) -> str:
    """Write an element; `content` is XML."""
    return f"<{tag}{attributes(values or {})}>{content}</{tag}>" if content else f"<{tag}{attributes(values or {})}/>"


def language(lang: str | None) -> dict[str, str]:
    """Give the attribute that names a language, where it is the tag of one."""
    return {"xml:lang": lang} if lang and LANGUAGE.fullmatch(lang) else {}
