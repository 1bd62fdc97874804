"""Folders of sites as their generators read them, and what an import makes of them."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

from PIL import Image

from desk.conftest import Desk
from warraq.archive.article import Article
from warraq.archive.reading_article import read_article

TEXT = "\nافتتح الوزير أمس جسرا {} في المدينة القديمة بحضور الأهالي.\n"
"""Of one article, with room for words that make it another one's."""


def picture() -> bytes:
    """Give a picture that is large enough to be an article's."""
    data = io.BytesIO()
    Image.new("RGB", (200, 150), "red").save(data, "PNG")
    return data.getvalue()


def site(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write the files of a site."""
    for name, written in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(written if isinstance(written, bytes) else written.encode())
    return folder


def articles(desk: Desk) -> dict[str, Article]:
    """Read the articles by their slugs."""
    read = [
        read_article(f"content/articles/{f.name}", f.read_bytes())
        for f in sorted((desk.content / "articles").glob("*.md"))
    ]
    return {each.article.slug: each.article for each in read if each.article}


def moved(desk: Desk, tmp_path: Path, files: Mapping[str, str | bytes]) -> tuple[str, dict[str, Article]]:
    """Import a site of these files; give what was said, and the articles by their slugs."""
    said = desk.run("importing", str(site(tmp_path / "site", files)), "--lang", "en")
    return said, articles(desk)
