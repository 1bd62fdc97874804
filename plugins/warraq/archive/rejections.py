"""
What was thrown out of the archive and stays out, as `content/rejected.yaml` lists it.

A folder that is imported again, or an original that stays where it is, would bring back every text that an editor decided against.
So the decision itself is kept: the hash of the file, the hash of its words, and the day. Neither says what the text was about, and
the file may be published with the rest of `content/`; who decided, and why, stands in a file that git ignores.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from .decoding import decode_file
from .files import Files
from .partial_date import PartialDate
from .problem import Problem
from .validation import validate
from .yaml_values import read_yaml

FILE = "rejected.yaml"


@dataclass(frozen=True, slots=True)
class Rejection:
    """One file that was thrown out."""

    date: PartialDate
    """When."""
    text: str = ""
    """The SHA-256 of its folded words, by which the same text is known in another file; empty where it has few."""


@dataclass(frozen=True, slots=True)
class Rejections:
    """The days on which files were thrown out."""

    files: Mapping[str, Rejection] = field(default_factory=dict)
    """By the SHA-256 of their bytes."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """The SHA-256 of the bytes by that of the folded words."""

    def of_bytes(self, data: bytes) -> Rejection | None:
        """Give the rejection of a file; None where it was not thrown out."""
        return self.of_sha256(sha256(data).hexdigest()) if self.files else None

    def of_sha256(self, digest: str) -> Rejection | None:
        """Give the rejection of a file by the hash of its bytes, as hexadecimal digits; None where it was not thrown out."""
        return self.files.get(digest)


def read_rejections(path: str, data: bytes) -> tuple[Rejections | None, tuple[Problem, ...]]:
    """Read `content/rejected.yaml`; None where it can't be understood."""
    from .rejections_schema import RejectionsKeys

    text = decode_file(path, data)
    if isinstance(text, Problem):
        return None, (text,)
    values = read_yaml(path, text)
    if isinstance(values.value, dict):  # a line without its day is a mistake, and not left out
        values = replace(values, value={key: each or "" for key, each in values.value.items()})
    keys, problems = validate(path, values, RejectionsKeys)
    if keys is None:
        return None, problems
    return Rejections(keys.root, {each.text: key for key, each in keys.root.items() if each.text}), ()


def rejections_in(content: Path) -> tuple[Rejections, tuple[Problem, ...]]:
    """Read what was thrown out of the archive below `content`; what is wrong with the file makes every command stop that obeys it."""
    file = content / FILE
    if not file.is_file():
        return Rejections(), ()
    read = Files.read_anew(f"{content.name}/{FILE}", file, read_rejections)
    found, problems = (None, (read,)) if isinstance(read, Problem) else read
    return found or Rejections(), problems
