"""A title that many pages of one import share is their site's name; of a later page the archive tells it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from desk.conftest import Desk
from desk.importing import left_by_import
from warraq.desk.importing.known_sites import known_sites
from warraq.desk.importing.shared_titles import FEWEST_PARTS, FEWEST_WHOLE, site_names
from warraq.desk.importing.sources import source_of
from warraq.desk.renewing.renewal import Renewal, RenewalStatus, renewals

PAPER = "صحيفة الرصيف"
THINGS = ["سوق", "معرض", "ميناء", "متحف", "جسر", "مصنع", "ملعب", "مسرح", "طريق", "مستشفى"]
TEXT = (
    "افتتحت البلدية صباح أمس {thing} المدينة الجديد على رصيف الميناء، بحضور عشرات الصيادين وأسرهم وتجار المدينة القديمة وضيوفها.",
    "وقال رئيس اللجنة إن {thing} المدينة القديم لم يكن فيه ماء ولا ظل، وإن الجديد يتسع لمئة زائر في وقت واحد من كل الأحياء.",
)


def page(thing: str, title: str, more: str = "") -> str:
    text = "".join(f"<p>{line.format(thing=thing)}</p>" for line in TEXT)
    return (
        f'<html><head><meta charset="windows-1256"><title>{title}</title>{more}</head><body><h1>{PAPER}</h1>'
        f"<table><tr><td><a href='/'>الرئيسة</a></td></tr></table><div><h2>افتتاح {thing} المدينة الجديد</h2>{text}</div></body></html>"
    )


def put(folder: Path, title: str = PAPER, things: list[str] = THINGS, more: str = "") -> Path:
    """Put a page for each thing into a folder; in titles `{thing}` stands for it."""
    folder.mkdir(exist_ok=True)
    for number, thing in enumerate(things):
        (folder / f"{number}.html").write_bytes(page(thing, title.format(thing=thing), more).encode("cp1256"))
    return folder


def front(desk: Desk, name: str) -> dict[str, Any]:
    return left_by_import.front(desk.content / "articles" / f"{name}.md")


def told(folder: Path, content: Path) -> dict[str, str]:
    return dict(site_names(source_of(folder), [f.name for f in sorted(folder.iterdir())], content))


def test_one_title_of_many_pages_is_their_source_and_the_report_says_so(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    desk, found = Desk(tmp_path / "one"), put(tmp_path / "pages")
    said = desk.run("importing", str(found), "--processes", "1")
    assert f"Pages that share “{PAPER}” in their <title>, taken as the source: {len(THINGS)}." in said
    assert [(front(desk, str(n))["title"], front(desk, str(n))["source"]) for n in range(len(THINGS))] == [
        (f"افتتاح {thing} المدينة الجديد", PAPER) for thing in THINGS
    ]
    assert {r.status for r in renewals(desk.root) if isinstance(r, Renewal)} == {RenewalStatus.SAME}
    # One more page of the paper comes in alone.
    later = put(tmp_path / "later", things=["حديقة"])
    (later / "0.html").rename(later / "later.html")
    said = desk.run("importing", str(later), "--processes", "1")
    assert (front(desk, "later")["title"], front(desk, "later")["source"]) == ("افتتاح حديقة المدينة الجديد", PAPER)


@pytest.mark.parametrize("title", ["{thing} جديد في المدينة | " + PAPER, PAPER + " - {thing} جديد في المدينة"])
def test_a_name_beside_many_titles_is_the_sites(title: str, tmp_path: Path) -> None:
    content = tmp_path / "content"
    many = put(tmp_path / "many", title, THINGS[:FEWEST_PARTS])
    assert set(told(many, content).values()) == {PAPER}
    few = put(tmp_path / "few", title, THINGS[: FEWEST_PARTS - 1])
    assert told(few, content) == {}


def test_the_paper_and_not_its_section_is_the_source(tmp_path: Path) -> None:
    folder = put(tmp_path / "pages", PAPER + " - رياضة", THINGS)
    for number in range(4):
        (folder / f"{number}.html").write_bytes(page(THINGS[number], f"{PAPER} - اقتصاد").encode("cp1256"))
    assert set(told(folder, tmp_path).values()) == {PAPER}


def test_copies_of_one_article_pages_that_say_their_site_and_titles_of_programs_are_told_nothing(
    tmp_path: Path,
) -> None:
    copies = put(tmp_path / "copies", "افتتاح سوق المدينة", ["سوق"] * 2 * FEWEST_WHOLE)
    assert told(copies, tmp_path) == {}
    named = put(tmp_path / "named", more='<meta property="og:site_name" content="جريدة أخرى">')
    assert told(named, tmp_path) == {}
    assert told(put(tmp_path / "untitled", "Untitled Document"), tmp_path) == {}
    assert told(put(tmp_path / "few", things=THINGS[: FEWEST_WHOLE - 1]), tmp_path) == {}


def test_pages_of_different_hosts_in_one_folder_are_different_sites(tmp_path: Path) -> None:
    folder = put(
        tmp_path / "pages", "{thing} جديد | " + PAPER, THINGS[:5], '<link rel="canonical" href="https://a.example/1">'
    )
    for number, thing in enumerate(THINGS[5:]):
        other = page(thing, f"{thing} قديم | مجلة الجسر", '<link rel="canonical" href="https://b.example/1">')
        (folder / f"b{number}.html").write_bytes(other.encode("cp1256"))
    found = told(folder, tmp_path)
    assert {found[f"{n}.html"] for n in range(5)} == {PAPER}
    assert {found[f"b{n}.html"] for n in range(5)} == {"مجلة الجسر"}


def test_the_archive_knows_the_site_of_an_address(tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "a.md").write_text(
        f"---\ntitle: ا\nالمصدر: {{name: {PAPER}, url: https://www.rasif.example/1}}\n---\nنص\n", "utf-8"
    )
    (articles / "b.md").write_text(
        "---\ntitle: ب\nsource:\n  name: سوى\n  url: https://b.example/1\n---\nنص\n", "utf-8"
    )
    (articles / "c.md").write_text(
        "---\ntitle: ج\nsource:\n  name: غيرها\n  url: https://b.example/2\n---\nنص\n", "utf-8"
    )
    (articles / "d.md").write_text("---\nsource: [\n---\n", "utf-8")
    assert known_sites(tmp_path).by_host == {"rasif.example": PAPER}
    page_of_it = put(
        tmp_path / "pages", "{thing} جديد", THINGS[:1], '<link rel="canonical" href="https://rasif.example/9">'
    )
    assert told(page_of_it, tmp_path) == {"0.html": PAPER}


def test_the_name_is_read_in_the_charset_that_the_words_are_in_and_one_bad_file_stops_nothing(tmp_path: Path) -> None:
    folder = put(tmp_path / "pages")
    for file in folder.iterdir():
        file.write_bytes(file.read_bytes().replace(b"windows-1256", b"iso-8859-1"))
    (folder / "bad.gz").write_bytes(b"\x1f\x8b\x08")
    (folder / "bad.mhtml").write_bytes(b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n")
    (folder / "deep.html").write_bytes(b"<title>" + b"<" * 100_000)
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "deep.md").write_text(f"---\nsource: {'[' * 7000}\n---\n", "utf-8")
    found = told(folder, tmp_path)
    assert set(found.values()) == {PAPER}
    assert len(found) == len(THINGS)
