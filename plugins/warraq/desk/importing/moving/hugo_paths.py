"""Paths as Hugo writes them: in small letters, with hyphens for spaces, and with the marks of vowels, which belong to letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from .word_signs import is_word_sign

KEPT = "./\\_#+~-@%"
NO_CODE = re.compile(r"%(?![0-9a-fA-F]{2})")


def paths_of_file(path: str) -> Iterator[str]:
    """Yield the path of a page by the name of its file; newer versions write a hyphen for each space."""
    words = _allowed(path)
    yield from (_small(re.sub(r"\s+", "-", words)), _small(re.sub(r"\s", "-", words)))


def paths_of_pattern(path: str) -> Iterator[str]:
    """Yield the path of a page by a pattern that is filled; a plus is a space there, and older versions keep the hyphen of one at the end."""
    made = re.sub(r"/{2,}", "/", _small(re.sub(r"\s+", "-", _allowed(path))))
    older = re.sub(r"-?\++-?", "-", made)
    yield from (re.sub(r"-+(?=/|$)", "", older) if older != made else made, older)


def _allowed(path: str) -> str:
    text = NO_CODE.sub("", unicodedata.normalize("NFC", path))
    kept = (c for c in text if c in KEPT or c.isspace() or is_word_sign(c))
    return re.sub(r"\s*/\s*", "/", "".join(kept).strip())


def _small(path: str) -> str:
    return path.replace("İ", "i").lower()
