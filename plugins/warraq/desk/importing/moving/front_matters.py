"""
What stands at the head of a file of another program's site: YAML between `---`, TOML between `+++`, JSON, or Pelican's lines of `Key: value`.

All values are words, lists of words, or keys with values again: `draft: true` is the word `true`.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from typing import Any

from warraq.archive.decoding import decode_file
from warraq.archive.problem import Problem, with_remedy
from warraq.archive.yaml_values import read_yaml
from warraq.desk.importing.sources import RejectedFileError
from warraq.language import message

from .moved_text import Extra

FENCED = re.compile(
    r"\ufeff?[ \t]*(?P<fence>---|\+\+\+)[ \t]*\n(?P<keys>.*?)^(?P=fence)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
LINE = re.compile(r"(?P<key>[^\W\d_][\w .-]*):[ \t]*(?P<value>[^\n]*)")
LARGEST = 1_000_000
"""Code points of a front matter."""
DEEPEST = 20


def text_of(path: str, data: bytes) -> str:
    """Decode a file; a RejectedFileError says what is wrong with it."""
    text = decode_file(path, data)
    if isinstance(text, Problem):
        raise RejectedFileError(with_remedy(text))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def split_keys(path: str, text: str, *, lines: bool = False) -> tuple[Mapping[str, Extra], str]:
    """
    Part a file's keys, in small letters, from its text; of a file without any all is text.

    `lines`: it may begin with Pelican's lines of `Key: value`. A RejectedFileError says what is wrong, and in which line.
    """
    if found := FENCED.match(text):
        keys = toml_of(found["keys"]) if found["fence"] == "+++" else yaml_of(path, found["keys"])
        return _small(keys), text[found.end() :].lstrip("\n")
    if text.startswith(("{\n", '{"')):
        return _json(text)
    return _lines(text) if lines else ({}, text)


def words_of(value: Extra) -> tuple[str, ...]:
    """Give a value as words: one, or those of a list; of keys their names' values."""
    if isinstance(value, str):
        return (value,) if value.strip() else ()
    if isinstance(value, Mapping):
        name = next((value[key] for key in ("name", "title", "slug") if key in value), "")
        return words_of(name)
    return tuple(word for each in value for word in words_of(each))


def word_of(value: Extra) -> str:
    """Give a value as one word; empty of keys."""
    return ", ".join(words_of(value))


def yaml_of(path: str, text: str) -> Mapping[str, Extra]:
    """Read YAML; a RejectedFileError says what is wrong, and in which line of a file whose first line is `---`."""
    if len(text) > LARGEST:
        raise _wrong(1, message("It is larger than {limit} megabytes.", limit=LARGEST // 1_000_000))
    values = read_yaml(path, text, 2)
    if values.problems:
        first = values.problems[0]
        raise _wrong(first.line, with_remedy(first))
    return _mapping(values.value)


def toml_of(text: str) -> Mapping[str, Extra]:
    """Read TOML; likewise."""
    try:
        return _mapping(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        line = re.search(r"line (\d+)", str(error))
        raise _wrong(int(line[1]) + 1 if line else 1, message("This is not TOML.")) from None


def _json(text: str) -> tuple[Mapping[str, Extra], str]:
    try:
        value, end = json.JSONDecoder().raw_decode(text)
    except json.JSONDecodeError as error:
        raise _wrong(error.lineno, message("This is not JSON.")) from None
    except RecursionError:
        raise _wrong(1, message("This is not JSON.")) from None
    return _small(_mapping(value)), text[end:].lstrip("\n")


def _lines(text: str) -> tuple[Mapping[str, Extra], str]:
    """Read Pelican's lines, to the first empty one; a line that is indented goes on with the value before."""
    keys: dict[str, Extra] = {}
    key, at = "", 0
    for line in text.removeprefix("\ufeff").splitlines(keepends=True):
        if not line.strip():
            break
        if found := LINE.match(line):
            key = found["key"].lower()
            keys[key] = found["value"].strip()
        elif key and line.startswith("    "):
            keys[key] = f"{keys[key]}, {line.strip()}"
        else:
            return {}, text
        at += len(line)
    return keys, text.removeprefix("\ufeff")[at:].lstrip("\n")


def _mapping(value: object) -> Mapping[str, Extra]:
    made = _plain(value, 0)
    return made if isinstance(made, Mapping) else {}


def _plain(value: Any, depth: int) -> Extra:
    if depth > DEEPEST:
        return ""
    if isinstance(value, dict):
        return {str(key): _plain(each, depth + 1) for key, each in value.items()}
    if isinstance(value, list):
        return tuple(_plain(each, depth + 1) for each in value)
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)


def _small(keys: Mapping[str, Extra]) -> Mapping[str, Extra]:
    return {key.strip().lower(): value for key, value in keys.items()}


def _wrong(line: int, what: object) -> RejectedFileError:
    return RejectedFileError(message("Its front matter can't be read, in line {line}: {what}", line=line, what=what))
