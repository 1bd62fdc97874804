"""Reads pages whose paths, with their languages, are lines of JSON on the standard input; prints what a program takes for the text of each."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path


def by_newspaper(html: str, language: str) -> str:
    """Read a page with newspaper4k, told the page's language."""
    from newspaper import Article  # type: ignore[import-not-found]  # it is in a venv of its own

    article = Article("https://archive.test/w/", language=language)
    article.download(input_html=html)
    article.parse()
    return str(article.text)


def by_readability_lxml(html: str, _language: str) -> str:
    """Read a page with readability-lxml."""
    from lxml.html import fromstring
    from readability import Document  # type: ignore[import-not-found]  # likewise

    return "".join(map(str, fromstring(Document(html).summary()).itertext()))


PROGRAMS: dict[str, Callable[[str, str], str]] = {"newspaper4k": by_newspaper, "readability-lxml": by_readability_lxml}

if __name__ == "__main__":
    read = PROGRAMS[sys.argv[1]]
    for line in sys.stdin:
        path, language = json.loads(line)
        print(json.dumps(read(Path(path).read_text(encoding="utf-8"), language)))
