"""
Names that programs give to copies of a file: a browser that downloads a page again, a file manager that pastes a file beside itself.

They say nothing of the text, so they decide only which of two equal files is taken for the first one.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

BEGINS = re.compile(
    r"(?:copy(?: \(?\d{1,3}\)?)? of|نسخة(?: \(?\d{1,3}\)?)? من|(?:نسخه|کپی|رونوشت)(?: از|[\N{ZERO WIDTH NON-JOINER} ]?ای از))[ _]+\S",
    re.IGNORECASE,
)
ENDS = re.compile(
    r"\S[ _-]*\(\d{1,3}\)$"
    r"|\S[ _-]+\(?(?:another |\d{1,3}(?:st|nd|rd|th) )?"
    r"(?:copy|copie|kopie|copia|نسخة(?: أخرى)?|نسخه(?: دیگر)?|کپی|رونوشت)\)?(?:[ _-]*\(?\d{1,3}\)?)?$",
    re.IGNORECASE,
)
"""`page (1)` of browsers; Windows, macOS and Linux in English, Arabic and Persian, and the word in some other languages."""
FAR = 60
"""Letters at either end of a name in which they stand."""


def is_named_as_copy(path: str) -> bool:
    """Tell whether a file, or a folder that it lies in, is named as a program names a copy."""
    *folders, name = PurePosixPath(path).parts or ("",)
    stems = (name.partition(".")[0], name.rpartition(".")[0])  # `page (1).html.gz`, `1.2 - Copy.html`
    return any(BEGINS.match(part[:FAR]) or ENDS.search(part.rstrip()[-FAR:]) for part in (*folders, *stems, name))
