"""What stands in content/originals/ is decided on as an import decides: the same articles, versions and questions, byte for byte."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from desk.conftest import Desk
from warraq.archive.reading_article import read_article
from warraq.archive.slug import version_slug
from warraq.desk.importing import archive_index, originals_in_place
from warraq.press.checking import check_archive, gather
from warraq.press.intake import repair_new, take_in
from warraq.press.new_articles import write_new

DAY = date(2027, 1, 15)
PAGE = """<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>{title}</title>
<link rel="canonical" href="{url}"><meta property="og:site_name" content="صحيفة">
{meta}</head>
<body><article><h1>{title}</h1><p>{text}</p></article></body></html>"""
DATED = '<meta property="article:published_time" content="2023-11-08">'
NEWS = "https://paper.example/news/1"
TEXT = "قال المتحدث باسم البلدية إن الماء بلغ عشرة بيوت في القرية القديمة أمس، وإن فرق الإنقاذ وصلت إليها في الليل."
LATER = f"{TEXT} وأضاف أن المدرسة فتحت أبوابها."
OTHER = "افتتح الوزير معرض الكتاب الدولي وسط حضور كبير من الناشرين والقراء، ودعا المدارس إلى زيارته قبل نهاية الشهر."
FILES = {
    "b-first": ("خبر السيل", NEWS, TEXT),
    "a-later": ("خبر السيل بعد يوم", f"{NEWS}?utm_source=x", LATER),
    "c-other": ("معرض الكتاب", NEWS, OTHER),
    "d-of-held": ("خبر قديم جديد", "https://paper.example/old", f"{LATER} وهذا خبر آخر قديم."),
    "e-home": ("صفحة", "https://paper.example/", f"{OTHER} وزاد."),
    "f-home": ("صفحة أخرى", "https://paper.example/", f"{OTHER} ونقص."),
    "g-alone": ("خبر وحيد", "https://paper.example/3", f"{OTHER} ثم عاد إلى مكتبه في المساء."),
}
HELD = (
    "---\ntitle: قديم\nslug: old\ndate: 2023-01-01\nsource: {name: صحيفة, url: 'http://www.paper.example/old/'}\n---\n"
)


def pages(folder: Path) -> None:
    """Write the pages; the later one states less, so that it is the other one that is shown, whatever their names."""
    folder.mkdir(exist_ok=True)
    for name, (title, url, text) in FILES.items():
        meta = "" if name == "a-later" else DATED
        (folder / f"{name}.html").write_text(PAGE.format(title=title, url=url, text=text, meta=meta), "utf-8")


def articles(desk: Desk) -> dict[str, str]:
    """Give the articles but for the day."""
    found = {file.name: file.read_text("utf-8") for file in sorted((desk.content / "articles").glob("*.md"))}
    return {name: re.sub("(?m)^added: .*", "added: 2027-01-15", text) for name, text in found.items()}


def keys(desk: Desk) -> dict[str, tuple[str, str | None, str | None]]:
    read = {
        name: read_article(f"content/articles/{name}", text.encode()).article for name, text in articles(desk).items()
    }
    return {name[0]: (a.slug, a.version_of, a.perhaps_version_of) for name, a in read.items() if a}


@pytest.fixture
def desks(tmp_path: Path) -> tuple[Desk, Desk, Desk]:
    """Three equal archives: one for an import, one for an intake, one for a build."""
    made = []
    for name in ("import", "intake", "build"):
        (tmp_path / name / "content").mkdir(parents=True)
        desk = Desk(tmp_path / name)
        desk.article("held", f"{HELD}{LATER} وقديم هذا الخبر.\n")
        made.append(desk)
    return made[0], made[1], made[2]


def test_an_import_an_intake_and_a_build_take_the_same_for_versions(desks: tuple[Desk, Desk, Desk]) -> None:
    imported, taken, built = desks
    pages(imported.root / "saved")
    imported.run("importing", "saved")
    assert keys(imported) == {
        "h": ("old", None, None),
        "b": ("خبر-السيل", None, None),
        "a": ("خبر-السيل-v2", "خبر-السيل", None),
        "c": ("معرض-الكتاب", None, "خبر-السيل"),
        "d": ("old-v2", "old", None),
        "e": ("صفحة", None, None),
        "f": ("صفحة-أخرى", None, None),
        "g": ("خبر-وحيد", None, None),
    }
    for desk in (taken, built):
        pages(desk.content / "originals")
    assert repair_new(taken.content).problems == ()
    checked = check_archive(built.content, DAY, repairing=True)
    assert checked.errors == ()
    said = [str(each) for each in write_new(checked.new, built.root / ".warraq")]
    assert "content/articles/a-later.md is a later version of خبر-السيل." in said
    assert any("c-other.md stands at the same address as خبر-السيل" in each for each in said)
    assert articles(taken) == articles(built) == articles(imported)
    assert checked.archive.articles == gather(built.content, DAY, repairing=False).archive.articles
    assert "Articles that stay as they are: 7." in built.run("renewing")


def test_a_file_that_is_taken_in_is_a_version_of_what_the_archive_has(
    desks: tuple[Desk, Desk, Desk], capsys: pytest.CaptureFixture[str]
) -> None:
    (_, desk, _) = desks
    pages(desk.root / "saved")
    for name in ("b-first", "a-later", "c-other"):
        assert take_in(desk.content, str(desk.root / "saved" / f"{name}.html"), "ar") == 0
    said = capsys.readouterr().out
    assert "نسخة لاحقة" in said
    assert [slug for slug, of, perhaps in keys(desk).values() if of or perhaps] == ["خبر-السيل-v2", "معرض-الكتاب"]


def test_texts_at_other_addresses_are_not_read(desks: tuple[Desk, Desk, Desk], monkeypatch: pytest.MonkeyPatch) -> None:
    desk = desks[1]
    for n in range(5):
        desk.article(f"n{n}", HELD.replace("old", f"n{n}") + "نص\n")
    asked: list[str] = []

    def index_of(articles: object, content: Path) -> object:
        asked.extend(a.path for a in articles)  # type: ignore[attr-defined]  # articles, whatever they stand in
        return was(articles, content)  # type: ignore[arg-type]  # the same

    was = archive_index.index_of
    monkeypatch.setattr(originals_in_place, "index_of", index_of)
    pages(desk.content / "originals")
    repair_new(desk.content)
    assert asked == ["content/articles/held.md"]


def test_of_a_thousand_pages_that_state_one_address_few_are_read(
    desks: tuple[Desk, Desk, Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desks[1]
    monkeypatch.setattr(originals_in_place, "MOST_VERSIONS", 2)
    for n in range(5):
        desk.article(f"n{n}", HELD.replace("slug: old", f"slug: n{n}") + f"{LATER} {n}\n")
    read: list[str] = []
    monkeypatch.setattr(archive_index, "_add", lambda article, *_: read.append(article.path))
    (desk.content / "originals").mkdir()
    text = PAGE.format(title="خبر", url="https://paper.example/old", text=LATER, meta="")
    (desk.content / "originals" / "x.html").write_text(text, "utf-8")
    repair_new(desk.content)
    assert len(read) == 2


def test_versions_are_numbered_without_asking_for_all_the_numbers_before() -> None:
    taken, last = {"s"}, dict[str, int]()
    for n in range(2, 6):
        made = version_slug("s", taken, last)
        assert made == f"s-v{n}"
        taken.add(made)
    assert last == {"s": 5}
    assert version_slug("s", taken) == "s-v6"
