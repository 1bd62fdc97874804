"""Settings of Pelican that change nothing here are named with what to do instead, and the site is built."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pelican.settings import DEFAULT_CONFIG, read_settings  # type: ignore[import-untyped]  # Pelican has no types

from project import ROOT, Project
from warraq.press.foreign_settings import demand_plugins, plugins_to_load, settings_warnings, theme_of


def given(monkeypatch: pytest.MonkeyPatch, **changed: Any) -> dict[str, Any]:
    """Give our own settings, with some changed."""
    monkeypatch.chdir(ROOT)
    return dict(read_settings("pelicanconf.py")) | changed


def test_of_our_own_settings_nothing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(settings_warnings(given(monkeypatch), DEFAULT_CONFIG)) == []


@pytest.mark.parametrize(
    ("name", "value", "todo"),
    [
        ("SITENAME", "أرشيفي", "The archive's name, language and months are in content/site.yaml."),
        ("ARTICLE_URL", "x/{slug}/", "Addresses are fixed, so that they can be cited; slug: in the front matter"),
        ("FEED_ALL_ATOM", "feed.xml", "Feeds are made where the site has an address"),
        ("MARKDOWN", {}, "How texts are read is fixed (docs/markdown.md)"),
        ("MENUITEMS", (("x", "/x"),), "What pages show is in the templates of the theme: theme/templates/."),
        ("CACHE_CONTENT", True, "Take it out."),
    ],
)
def test_a_setting_that_changes_nothing_is_named_with_what_to_do(
    monkeypatch: pytest.MonkeyPatch, name: str, value: object, todo: str
) -> None:
    [warning] = settings_warnings(given(monkeypatch, **{name: value}), DEFAULT_CONFIG)
    assert warning.field == name and warning.what.text() == f"{name} of Pelican changes nothing here."
    assert warning.todo.text().startswith(todo)


def test_a_plugin_that_is_not_there_is_named_and_passed_over_and_one_of_ours_is_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ours = ["warraq.repair.plugin", "warraq.press.plugin"]
    settings = given(monkeypatch, PLUGINS=[*ours, "sitemap", "no.such.plugin", "warraq.typo"])
    told = [warning.what.text() for warning in settings_warnings(settings, DEFAULT_CONFIG)]
    assert [each.split()[2] for each in told] == ["sitemap", "no.such.plugin", "warraq.typo"]
    assert plugins_to_load(settings) == [*ours, "warraq.typo"]
    with pytest.raises(SystemExit, match=r"warraq\.typo"):
        demand_plugins([*ours, "warraq.typo"], ours)
    with pytest.raises(SystemExit, match=r"warraq\.press\.plugin has to be"):
        demand_plugins(["sitemap"], ["sitemap"])


def test_a_theme_of_pelican_is_named_and_the_usual_one_stands_in(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "base.html").write_text("<p>", encoding="utf-8")
    settings = given(monkeypatch, THEME=str(tmp_path))
    [warning] = settings_warnings(settings, DEFAULT_CONFIG)
    assert warning.field == "THEME" and theme_of(settings) == str(ROOT / "theme")
    assert theme_of(given(monkeypatch)) == str(ROOT / "theme")


def test_a_build_names_them_with_their_line_in_arabic_and_makes_the_site(project: Project) -> None:
    project.article("a")
    theme = project.root / "flex"
    (theme / "templates").mkdir(parents=True)
    (theme / "templates" / "base.html").write_text("{{ SITENAME }}", encoding="utf-8")
    (project.root / "settings.py").rename(project.root / "pelicanconf.old")
    text = (project.root / "pelicanconf.old").read_text("utf-8")
    ours = "['warraq.repair.plugin', 'warraq.press.plugin', 'sitemap']"
    text += f"PLUGINS = {ours}\nTHEME = {str(theme)!r}\nSITENAME = 'س'\n"
    (project.root / "settings.py").write_text(text, encoding="utf-8")
    done = project.build()
    assert done.returncode == 0, done.stdout
    assert (project.output / "articles/a/index.html").is_file()
    said = " ".join(done.stdout.split())
    assert "SITENAME من إعدادات Pelican لا يغيّر هنا شيئًا." in said and "content/site.yaml" in said
    assert "الإضافة sitemap لا تجد مواد ولا صفحات" in said and "السمة flex صُنعت لصفحات Pelican" in said
    again = " ".join(project.build().stdout.split())
    assert "SITENAME من إعدادات" in again  # as long as it stands there
