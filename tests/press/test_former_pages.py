"""A build ends where an address of the last published sitemap would vanish, and warns of lists that would."""

from __future__ import annotations

from pathlib import Path

import pytest

from warraq.archive.archive import Archive, Site
from warraq.archive.on_demand import ChangedMeanwhileError
from warraq.press.ending import demand_former_pages, ending_in_a_sentence

SITE = "https://archive.example/"


def sitemap(folder: Path, *addresses: str) -> str:
    file = folder / "sitemap.xml"
    urls = "".join(f"<url><loc>{SITE}{address}</loc></url>" for address in ("", *addresses))
    file.write_text(f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>', "utf-8")
    return str(file)


def demand(former: str, *files: str, form: str = "") -> None:
    demand_former_pages(Archive(Site("أرشيف", "en")), former, ["index.html", *files], Path("content"), form)


def test_what_stays_is_not_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    demand(sitemap(tmp_path, "articles/a/"), "articles/a/index.html")
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("form", "told"), [("", "/articles/a/ is published"), ("github", "::error file=content/articles")]
)
def test_an_article_that_would_vanish_ends_the_build(tmp_path: Path, form: str, told: str) -> None:
    with pytest.raises(SystemExit, match="former site stays") as ended:
        demand(sitemap(tmp_path, "articles/a/"), form=form)
    assert told in str(ended.value)


def test_a_list_that_would_vanish_is_a_warning(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    demand(sitemap(tmp_path, "tags/x/"), form="github")
    assert "::warning" in capsys.readouterr().err


def test_a_sitemap_that_can_not_be_read_ends_the_build(tmp_path: Path) -> None:
    (tmp_path / "sitemap.xml").write_text("none", "utf-8")
    with pytest.raises(SystemExit, match="sitemap"):
        demand(str(tmp_path / "sitemap.xml"))


def test_a_file_that_changed_meanwhile_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WARRAQ_LANGUAGE", "en")
    with pytest.raises(SystemExit, match=r"content/articles/a\.md was changed"), ending_in_a_sentence():
        raise ChangedMeanwhileError("content/articles/a.md")
