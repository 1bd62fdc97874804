"""Every page that search engines may show says what it is, in words."""

from __future__ import annotations

from pathlib import Path

from theme.trees import parsed, strings


def test_every_page_that_may_be_found_is_described(built_site: Path) -> None:
    without = []
    for file in sorted(built_site.rglob("*.html")):
        root = parsed(file.read_bytes())
        said = strings(root, "//meta[@name='description']/@content")
        if not any(words.strip() for words in said) and not strings(root, "//meta[@name='robots']/@content"):
            without.append(file.relative_to(built_site).as_posix())
    assert without == []
