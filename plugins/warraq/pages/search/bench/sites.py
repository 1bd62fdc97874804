"""The two sites that are compared: ours, and the same articles as HTML with Pagefind's index as it comes."""

from __future__ import annotations

import gzip
import html
import json
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from warraq.archive.partial_date import EDTF
from warraq.pages.search.holdings import Holding
from warraq.pages.search.index import build
from warraq.pages.search.modules import browser_modules
from warraq.pages.search.names import common_names

PAGE = (
    '<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>x</title></head><body></body></html>'
)


def read_corpus(path: Path) -> Iterator[Mapping[str, str]]:
    """Read the articles of a JSON Lines file, gzipped or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def edtf_date(date: str) -> str:
    """Give the beginning of a date that is EDTF; empty where nothing is."""
    found = EDTF.match(date)
    return found[0] if found else ""


def build_ours(path: Path, root: Path) -> None:
    """Build our index; the slug of an article is its line's number."""
    holdings = (
        Holding(f"articles/{n}/", a["title"], a["text"], edtf_date(a.get("date") or ""), a.get("source") or "")
        for n, a in enumerate(read_corpus(path))
    )
    for file in (*browser_modules(), *build(holdings, common_names())):
        place = root / file.address
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(file.data)
    (root / "index.html").write_text(PAGE)


def build_pagefind(path: Path, root: Path) -> None:
    """Build a page an article, and stock Pagefind's index of them."""
    from pagefind_bin import get_executable  # type: ignore[import-untyped]  # a binary in a package; a tool of development

    for n, article in enumerate(read_corpus(path)):
        page = root / "articles" / str(n) / "index.html"
        page.parent.mkdir(parents=True)
        title, text = html.escape(article["title"]), html.escape(article["text"])
        page.write_text(
            f'<!doctype html><html lang="ar"><head><title>{title}</title></head>'
            f"<body data-pagefind-body><h1>{title}</h1><p>{text}</p></body></html>",
            encoding="utf-8",
        )
    (root / "index.html").write_text(PAGE)
    subprocess.run(  # noqa: S603 - the binary of an installed package
        [str(get_executable()), "--site", str(root), "--silent"], check=True, stdout=subprocess.DEVNULL
    )
