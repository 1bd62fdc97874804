"""
Plain catalogues, read at once.

Babel takes longer to load than a command needs to check an article. Catalogues are written in one form: a head, then entries of
`msgid` and `msgstr`, perhaps with a context or a plural. What has this form is read here; at the first other line the catalogue goes to
Babel, whole, which knows all of gettext and says what is wrong. A property holds both equal.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from gettext import c2py
from typing import NamedTuple

STRING = r'"(?:[^"\\\n\r]|\\[nt"\\])*"'
STRINGS = rf"{STRING}(?:\n{STRING})*"
ENTRY = re.compile(
    rf"""
    (?: \# (?: \n | [ .:] [^\n\r]* \n ) )*
    (?: msgctxt \x20 (?P<context> {STRINGS} ) \n )?
    msgid \x20 (?P<id> {STRINGS} ) \n
    (?: msgstr \x20 (?P<string> {STRINGS} )
      | msgid_plural \x20 (?P<plural> {STRINGS} ) (?P<strings> (?: \n msgstr \[ \d \] \x20 {STRINGS} )+ )
    ) (?: \n+ | \Z )
    """,
    re.VERBOSE,
)
FORM = re.compile(rf"\nmsgstr\[(\d)\] ({STRINGS})")
HEAD_LINE = re.compile(
    r"Project-Id-Version: [^\n]*|Language: (?P<language>[A-Za-z_]+)|MIME-Version: 1\.0|Content-Transfer-Encoding: 8bit"
    r"|(?P<charset>Content-Type: text/plain; charset=UTF-8)"
    r"|Plural-Forms: nplurals=(?P<number>[1-6]); plural=(?P<plural>[n0-9%=<>!&|?:() ]+);"
)
BETWEEN = re.compile(r'"\n"')
ESCAPE = re.compile(r"\\(.)")
ESCAPES = {"n": "\n", "t": "\t"}

Table = dict[str | tuple[str, int], str]
"""As `gettext.GNUTranslations` has it: a context stands before its sentence and U+0004, a plural form has its number."""


class PlainCatalogue(NamedTuple):
    """What is read of a catalogue."""

    table: Table
    plural: Callable[[int], int]
    """Which form a number takes."""


class _Head(NamedTuple):
    number: int
    """Of plural forms."""
    plural: Callable[[int], int]


def read_plain(data: bytes, language: str) -> PlainCatalogue | None:
    """Read a catalogue; None where something in it has another form."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None
    table: Table = {}
    seen: set[str] = set()
    head: _Head | None = None
    at = 0
    while at < len(text):
        entry = ENTRY.match(text, at)
        if entry is None:
            return None
        at = entry.end()
        if head is None:
            head = _head(entry, language)
        elif not _put(table, seen, entry, head.number):
            return None
        if head is None:
            return None
    return PlainCatalogue(table, head.plural) if head else None


def _head(entry: re.Match[str], language: str) -> _Head | None:
    """Read the head, which says the language, the charset and the plural forms, and nothing that only Babel knows."""
    if entry["context"] or entry["string"] is None or _said(entry["id"]):
        return None
    found: dict[str, str] = {}
    for line in _said(entry["string"]).removesuffix("\n").split("\n"):
        known = HEAD_LINE.fullmatch(line)
        if known is None:
            return None
        found |= {name: value for name, value in known.groupdict().items() if value}
    if found.keys() != {"language", "charset", "number", "plural"} or found["language"] != language:
        return None
    try:
        return _Head(int(found["number"]), c2py(found["plural"]))
    except ValueError:
        return None


def _put(table: Table, seen: set[str], entry: re.Match[str], number: int) -> bool:
    """Put an entry into the table; tell whether that was all there is to it. `seen`: the keys of the entries before it."""
    said = _said(entry["id"])
    key = f"{_said(entry['context'])}\x04{said}" if entry["context"] else said
    if not said or key in seen:
        return False
    seen.add(key)
    if entry["string"] is not None:
        if string := _said(entry["string"]):
            table[key] = string
        return True
    forms = FORM.findall(entry["strings"])
    if [int(which) for which, _ in forms] != list(range(number)):
        return False
    strings = [_said(written) for _, written in forms]
    table |= {(key, which): string for which, string in enumerate(strings)}
    return all(strings)


def _said(written: str) -> str:
    """Give what a string says that is written in one or more lines."""
    inner = BETWEEN.sub("", written)[1:-1]
    return ESCAPE.sub(lambda found: ESCAPES.get(found[1], found[1]), inner) if "\\" in inner else inner
