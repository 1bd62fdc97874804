r"""
Data that stand in the scripts of a page: objects, lists and texts, in JSON or as JavaScript writes them.

The scripts are not run and need be no valid JSON: texts are taken with the names and the objects around them. Data that are themselves
written as a text (`JSON.parse("…")`, `push([1,"…"])`) are read once more; every letter keeps its place in the page.
"""

from __future__ import annotations

import json
import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ..halves import whole

SCRIPT = re.compile(r"<script\b(?P<attributes>[^<>]*)>", re.IGNORECASE)
SCRIPT_END = re.compile(r"</script|<script\b", re.IGNORECASE)
TOKEN = re.compile(
    r"""
    "(?P<double>(?:[^"\\]++|\\.)*+)(?:"|\\?\Z)(?P<named>\s*+:)?
    | '(?P<single>(?:[^'\\\n]++|\\.)*+)(?:'|\n|\\?\Z)(?P<named_too>\s*+:)?
    | `(?:[^`\\]++|\\.)*+(?:`|\\?\Z)
    | (?<![\w$])(?P<name>[A-Za-z_$][\w$]*+)\s*+:
    | (?P<bracket>[{}\[\]])
    """,
    re.VERBOSE | re.DOTALL,
)
ESCAPE = re.compile(r"(?:\\u[0-9a-fA-F]{4})+|\\x[0-9a-fA-F]{2}|\\\r?\n|\\.", re.DOTALL)
MEANT = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f", "v": "\v", "0": ""}
PUSHED = re.compile(r"__next_f\.push\(\[\s*1\s*,\s*\"")
DATA = re.compile(r"\s*+[{\[]|[\w:]*+[{\[]\"")
SHORTEST = 80
"""Code points of a script that is read."""
LONG = 200
"""Code points of a text that may hold data."""
ROW = re.compile(r"(?:(?<=\n)|\A|(?<=[\]}\"]))[0-9a-f]{1,4}:T(?P<bytes>[0-9a-f]{1,6}),")
TITLES = frozenset({"headline", "title", "name"})
LONGEST_NAME, LONGEST_TITLE = 40, 1_000
MOST_TEXTS = 200_000
DEEPEST = 60


@dataclass(slots=True)
class Holder:
    """An object or a list."""

    is_list: bool
    name: str
    """By which the object around it knows it; a list's things have their list's."""
    parent: Holder | None
    depth: int = 0
    names: set[str] = field(default_factory=set)
    """Of what it holds, in lower case."""
    title: str = ""


class Written(NamedTuple):
    """A text with the place in the page where each of its letters is written."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]


class DataText(NamedTuple):
    """One text in the data, as it is written there."""

    data: Written
    start: int
    end: int
    name: str
    holder: Holder


def texts_of_scripts(page: str) -> Iterator[DataText]:
    """Yield the texts of all scripts, in their order; a script that never ends is read to the page's end."""
    pushed: list[Written] = []
    at = 0
    left = MOST_TEXTS
    while left > 0 and (opening := SCRIPT.search(page, at)):
        start = opening.end()
        closing = SCRIPT_END.search(page, start)
        at = end = closing.start() if closing else len(page)
        if PUSHED.search(page, start, min(end, start + LONG)):
            pushed += (_string(page, m.end() - 1, end) for m in PUSHED.finditer(page, start, end))
        elif end - start >= SHORTEST:
            for text in _texts(_plain(page, start, end)):
                yield text
                left -= 1
    if pushed:
        yield from _rows(_joined(pushed))


def decoded(text: DataText) -> Written:
    """Undo the escapes of a text."""
    data, start, end = text.data, text.start, text.end
    pieces: list[str] = []
    starts, ends = array("q"), array("q")
    at = start
    for escape in ESCAPE.finditer(data.text, start, end):
        pieces.append(data.text[at : escape.start()])
        starts.extend(data.starts[at : escape.start()])
        ends.extend(data.ends[at : escape.start()])
        at = escape.end()
        meant = _meant(escape[0])
        # Several escapes in a row are one piece of writing, which stands for all their letters.
        for n in range(len(meant)):
            starts.append(data.starts[escape.start()] if n == 0 else data.ends[at - 1])
            ends.append(data.ends[at - 1])
        pieces.append(meant)
    pieces.append(data.text[at:end])
    starts.extend(data.starts[at:end])
    ends.extend(data.ends[at:end])
    return Written("".join(pieces), starts, ends)


def _meant(escape: str) -> str:
    if escape[1] == "u" and len(escape) > 2:
        return whole(json.loads(f'"{escape}"'))
    if escape[1] == "x" and len(escape) > 2:
        return chr(bytes.fromhex(escape[2:])[0])
    return MEANT.get(escape[1], "" if escape[1] in "\r\n" else escape[1])


def _plain(page: str, start: int, end: int) -> Written:
    return Written(page[start:end], range(start, end), range(start + 1, end + 1))


def _string(page: str, start: int, end: int) -> Written:
    """Read the text that begins at a place, its escapes undone."""
    token = TOKEN.match(page, start, end)
    first, last = token.span("double") if token else (start, start)
    holder = Holder(is_list=False, name="", parent=None)
    return decoded(DataText(_plain(page, first, last), 0, last - first, "", holder))


def _joined(pieces: Sequence[Written]) -> Written:
    starts, ends = array("q"), array("q")
    for piece in pieces:
        starts.extend(piece.starts)
        ends.extend(piece.ends)
    return Written("".join(piece.text for piece in pieces), starts, ends)


def _rows(data: Written) -> Iterator[DataText]:
    """Yield the texts that stand between the data, each behind its length in bytes, and then those in the data."""
    root = Holder(is_list=False, name="", parent=None)
    at = 0
    while row := ROW.search(data.text, at):
        size = int(row["bytes"], 16)
        text = data.text[row.end() : row.end() + size].encode("utf-8", "replace")[:size].decode("utf-8", "ignore")
        at = row.end() + len(text)
        yield DataText(data, row.end(), at, "text", root)
    yield from _texts(data)


def _texts(data: Written, level: int = 0) -> Iterator[DataText]:
    holder = Holder(is_list=False, name="", parent=None)
    name = ""
    too_deep = 0
    for token in TOKEN.finditer(data.text):
        named = token["name"] or (
            token["double"] if token["named"] else token["single"] if token["named_too"] else None
        )
        if bracket := token["bracket"]:
            if bracket in "{[" and holder.depth < DEEPEST:
                inner = name or (holder.name if holder.is_list else "")
                holder = Holder(bracket == "[", inner, holder, holder.depth + 1)
            elif bracket in "{[":
                too_deep += 1
            elif too_deep:
                too_deep -= 1
            else:
                holder = holder.parent or holder
            name = ""
        elif named is not None:
            name = named[:LONGEST_NAME]
            holder.names.add(name.lower())
        elif token["double"] or token["single"]:
            start, end = token.span("double" if token["double"] else "single")
            text = DataText(data, start, end, name or (holder.name if holder.is_list else ""), holder)
            if name.lower() in TITLES and not holder.title:
                holder.title = decoded(text._replace(end=min(end, start + LONGEST_TITLE))).text
            if level == 0 and end - start >= LONG and DATA.match(data.text[start : start + LONG].replace('\\"', '"')):
                yield from _texts(decoded(text), level + 1)
            else:
                yield text
            name = ""
