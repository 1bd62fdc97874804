"""A ZIP file of an export or a site is what it holds."""

from __future__ import annotations

import zipfile
from pathlib import Path

from desk.conftest import Desk
from desk.importing.moving.sites import articles, picture
from desk.importing.moving.wxr import item, wxr


def test_a_zip_file_of_an_export_or_a_site_is_what_it_holds(desk: Desk, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "wordpress.zip", "w") as packed:
        packed.writestr(
            "export/site.xml",
            wxr([item(7, content='<p>نص</p><img src="https://old.test/wp-content/uploads/a.png" alt="ص">')]),
        )
        packed.writestr("export/wp-content/uploads/a.png", picture())
    with zipfile.ZipFile(tmp_path / "hugo.zip", "w") as packed:
        packed.writestr("hugo.toml", "")
        packed.writestr("content/a.md", "---\ntitle: نص هوغو\n---\nنص من ملف مضغوط.\n")
    desk.run("importing", str(tmp_path / "wordpress.zip"))
    desk.run("importing", str(tmp_path / "hugo.zip"))
    made = articles(desk)
    assert made["خبر"].body == "نص\n\n![ص](<{static}images/خبر/1.png>)" and made["a"].body == "نص من ملف مضغوط."
