"""The editors' own pages and the navigation: what is read, and what is told with what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from warraq.archive.archive import Archive
from warraq.archive.own_pages.navigation import USUAL_WAYS, Way
from warraq.archive.reading import read_archive
from warraq.press.checking import original_or_problem

TITLE = "---\ntitle: {}\n---\nكلام.\n"


def read(folder: Path, site: str = "", **pages: str) -> tuple[Archive, list[str]]:
    """Read an archive of a site.yaml and pages, by the names of their files with `_` for dots."""
    content = folder / "content"
    (content / "pages").mkdir(parents=True)
    (content / "site.yaml").write_text(f"name: أرشيف\n{site}", "utf-8")
    for name, text in pages.items():
        (content / "pages" / f"{name.replace('_', '.')}.md").write_text(text, "utf-8")
    reading = read_archive(content, original_or_problem)
    assert all(problem.text("ar") != problem.text("en") for problem in reading.problems)
    return reading.archive, [problem.text("en") for problem in reading.problems]


def test_a_page_stands_at_the_name_of_its_file_and_is_in_no_menu(tmp_path: Path) -> None:
    archive, problems = read(tmp_path, team=TITLE.format("هيئة التحرير"))
    assert problems == []
    assert [(page.address, page.text.title, page.text.lang) for page in archive.pages] == [
        ("team/", "هيئة التحرير", "ar")
    ]
    assert archive.site.menu == USUAL_WAYS


def test_pages_that_ask_for_it_stand_in_the_navigation_in_their_order(tmp_path: Path) -> None:
    archive, problems = read(
        tmp_path,
        team="---\nالعنوان: هيئة التحرير\nالقائمة: نعم\nالترتيب: ٥\naddress: من-نحن\n---\nنص",
        press="---\ntitle: للصحافة\nmenu: صحافة\norder: 45\n---\nنص",
        last="---\ntitle: أخيرة\nmenu: yes\n---\nنص",
        none="---\ntitle: غيرها\nmenu: no\n---\nنص",
    )
    assert problems == []
    assert archive.site.menu == (
        Way("من-نحن/", "هيئة التحرير"),
        *USUAL_WAYS[:4],
        Way("press/", "صحافة"),
        USUAL_WAYS[4],
        Way("last/", "أخيرة"),
    )


@pytest.mark.parametrize("key", ["summary", "Description", "الملخص", "ملخص"])
def test_its_keys_have_the_names_that_an_article_s_have(tmp_path: Path, key: str) -> None:
    archive, problems = read(tmp_path, team=f"---\nعنوان: من نحن\n{key}: نحن.\n---\nنص")
    assert problems == []
    assert [(page.text.title, page.text.summary) for page in archive.pages] == [("من نحن", "نحن.")]


def test_a_page_in_several_languages_is_one_page_in_the_navigation(tmp_path: Path) -> None:
    archive, problems = read(
        tmp_path,
        team=TITLE.format("هيئة التحرير").replace("---\nكلام", "menu: yes\n---\nكلام"),
        team_en=TITLE.format("Editors").replace("---\nكلام", "menu: yes\n---\nكلام"),
        team_fa="---\ntitle: تحریریه\naddress: تحریریه\n---\nمتن",
    )
    assert problems == []
    assert {page.address: page.others for page in archive.pages} == {
        "team/": (("en", "team/en/"), ("fa", "تحریریه/")),
        "team/en/": (("ar", "team/"), ("fa", "تحریریه/")),
        "تحریریه/": (("ar", "team/"), ("en", "team/en/")),
    }
    assert archive.site.menu == (*USUAL_WAYS, Way("team/", "هيئة التحرير"))


def test_words_for_the_site_s_own_places_need_no_front_matter(tmp_path: Path) -> None:
    archive, problems = read(
        tmp_path, home="وعد الأرشيف.\n", footer="ذيل.", footer_en="Foot.", about=TITLE.format("عنا")
    )
    assert problems == []
    assert {page.name: (page.address, page.text.title) for page in archive.pages if page.text.lang == "ar"} == {
        "home": ("", ""),
        "about": ("about/", "عنا"),
        "footer": ("", ""),
    }
    assert archive.site.footer and archive.site.footer.text.body.strip() == "ذيل."
    assert archive.site.menu == USUAL_WAYS


def test_what_is_written_as_navigation_is_all_of_it(tmp_path: Path) -> None:
    site = """navigation:
  - method: كيف نعمل
  - team
  - archive
  - about
  - https://example.org/blog: المدونة
"""
    archive, problems = read(tmp_path, site, team=TITLE.format("هيئة التحرير"))
    assert problems == []
    assert archive.site.menu == (
        Way("method/", "كيف نعمل"),
        Way("team/", "هيئة التحرير"),
        Way("", ""),
        Way("about/", ""),
        Way("https://example.org/blog", "المدونة"),
    )
    assert [way.leads_out for way in archive.site.menu] == [False] * 4 + [True]


@pytest.mark.parametrize(
    ("site", "pages", "said"),
    [
        ("", {"team": "نص"}, "team.md:1: The file has no front matter. Begin the file with three lines: ---, title: …, ---"),
        ("", {"team": "---\nmenu: yes\n---\nنص"}, "team.md:1: title: It is missing. Write title: …"),
        ("", {"search": TITLE.format("س")}, "search.md:1: address: /search/ is an address of the site's own. Write another one: address: …"),
        ("", {"2023": TITLE.format("س")}, "2023.md:1: address: /2023/ is an address of the site's own. Write another one: address: …"),
        (
            "",
            {"x": "---\ntitle: س\naddress: ../x\n---\nنص"},
            "x.md:3:1: address: “../x” can't be part of an address. Use letters, digits and hyphens, at most 60.",
        ),
        (
            "",
            {"x": "---\ntitle: س\norder: first\n---\nنص"},
            ("x.md:3:1: order: “first” is no place in the navigation. "
            "Write a number: the site's own stand at 10, 20, 30 …, and 5 is before all of them."),
        ),
        ("", {"x": "---\ntitle: س\ntemplate: y\n---\nنص"},
            "x.md:3:1: template: This key is not used here. Every article has the same template; take the key out."),
        ("", {"mm": TITLE.format("س"), "nn": "---\ntitle: س\naddress: MM\n---\nنص"},
            "nn.md:1: address: content/pages/mm.md stands at this address too. Write another one: address: …"),
        (
            "navigation: [archive, teem]\n",
            {"team": TITLE.format("س")},
            "content/site.yaml:2:1: navigation: There is no page teem to lead to. Did you mean team?",
        ),
        (
            "navigation: [https://example.org]\n",
            {},
            "content/site.yaml:2:1: navigation: The link https://example.org has no words. Write - https://example.org: Blog",
        ),
        (
            "navigation: [{a: b, c: d}]\n",
            {},
            "content/site.yaml:2:1: navigation: Each line is a page, or a page and its words. Write - names, or - names: Who is who",
        ),
        ("navigation: archive\n", {}, "content/site.yaml:2:1: navigation: A list should stand here. Begin each of its lines with a hyphen."),
        (
            "corrections: me\n",
            {},
            ("content/site.yaml:2:1: corrections: “me” is neither an e-mail address nor a web address. "
            "Write name@example.org, or an address that begins with https://"),
        ),
        (
            "links: {X: 'javascript:alert(1)'}\n",
            {},
            ("content/site.yaml:2:9: links.X: “javascript:alert(1)” is neither an e-mail address nor a web address. "
            "Write name@example.org, or an address that begins with https://"),
        ),
    ],
)  # fmt: skip
def test_what_can_not_be_taken_is_told(tmp_path: Path, site: str, pages: dict[str, str], said: str) -> None:
    _, problems = read(tmp_path, site, **pages)
    assert problems == [said if said.startswith("content") else f"content/pages/{said}"]


def test_contacts_are_what_links_need(tmp_path: Path) -> None:
    archive, problems = read(tmp_path, "corrections: fix@example.org\nlinks: {Mastodon: https://m.example/@x}\n")
    assert problems == []
    assert archive.site.corrections == "mailto:fix@example.org"
    assert archive.site.links == (("Mastodon", "https://m.example/@x"),)


def test_a_page_that_can_not_be_decoded_is_told(tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / "pages").mkdir(parents=True)
    (content / "site.yaml").write_text("name: x", "utf-8")
    (content / "pages" / "x.md").write_bytes(b"---\ntitle: \xff\xfe\xc3\n---\n")
    reading = read_archive(content, original_or_problem)
    assert [problem.path for problem in reading.problems] == ["content/pages/x.md"]
