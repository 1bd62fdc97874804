"""What a vault, or the settings of Quartz, keep back is public nowhere; Quartz leads from what a note is called besides."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.conftest import Desk
from desk.importing.moving.sites import TEXT, articles, site

EXPLICIT = "filters: [\n  Plugin.RemoveDrafts(),\n  Plugin.ExplicitPublish(),\n]"


@pytest.mark.parametrize(
    ("settings", "keys", "status"),
    [
        ({".obsidian/app.json": "{}"}, "publish: true", "published"),
        ({".obsidian/app.json": "{}"}, "draft: false", "draft"),
        ({".obsidian/app.json": "{}"}, "title: x", "draft"),
        ({"quartz.config.ts": "x"}, "title: x", "published"),
        ({"quartz.config.ts": "x"}, "publish: false", "draft"),
        ({"quartz.config.ts": EXPLICIT}, "title: x", "draft"),
        ({"quartz.config.ts": EXPLICIT}, "publish: true", "published"),
        ({"quartz.config.ts": EXPLICIT.replace("  Plugin.Ex", "  // Plugin.Ex")}, "title: x", "published"),
    ],
)
def test_notes_are_public_where_they_were(
    desk: Desk, tmp_path: Path, settings: dict[str, str], keys: str, status: str
) -> None:
    root = "content/" if "quartz.config.ts" in settings else ""
    files = {**settings, f"{root}a.md": f"---\n{keys}\n---{TEXT}"}
    desk.run("importing", str(site(tmp_path / "vault", files)))
    assert [article.status for article in articles(desk).values()] == [status]


def test_folders_that_quartz_is_told_to_pass_over(desk: Desk, tmp_path: Path) -> None:
    files = {
        "quartz.config.ts": 'configuration: { ignorePatterns: ["Inner", "**/draft*"] }',
        "content/inner/a.md": f"---\ntitle: أ\n---{TEXT}",
        "content/deep/drafts/b.md": f"---\ntitle: ب\n---{TEXT.format('آخر')}",
        "content/private/c.md": f"---\ntitle: ج\n---{TEXT.format('ثالثا')}",
    }
    said = desk.run("importing", str(site(tmp_path / "vault", files)), "--lang", "en")
    assert [article.title for article in articles(desk).values()] == ["ج"]
    assert said.count("It is no text of the site") == 2


def test_addresses_of_what_a_note_is_called_besides(desk: Desk, tmp_path: Path) -> None:
    note = f"---\naliases: [اسم آخر, a/R&D?]\npermalink: p\n---{TEXT}"
    desk.run("importing", str(site(tmp_path / "vault", {"quartz.config.ts": "x", "content/n/50% من.md": note})))
    [made] = articles(desk).values()
    assert made.former_addresses == ("/n/50-percent-من", "/p", "/اسم-آخر", "/a/R-and-D")
