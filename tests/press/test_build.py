"""A build: the same bytes for the same content, all problems or none, nothing public that should not be."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from project import ROOT, Project

NAME = "000_7041dd07729f8eff.txt"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = Project.empty(tmp_path_factory.mktemp("built"))
    project.article("أول", "قال فلاديمير بوتين في موسكو.", "خبر أول", "2024-03-15")
    project.article("ثان", "نص ثان.", "خبر «ثان» <script>alert(1)</script>", "2023-11")
    project.article("مسودة", "كلمات المسودة السرية.", "خبر المسودة")
    draft = project.content / "articles/مسودة.md"
    draft.write_text(draft.read_text("utf-8").replace("date:", "draft: true\ndate:"), "utf-8")
    project.write(
        "articles/محظور.md", "---\ntitle: خبر محظور النشر\ndate: 2024-01-01\nembargo: 2027-01-16\n---\nكلمات الحظر.\n"
    )
    (project.content / "originals").mkdir()
    shutil.copy(ROOT / "content/originals" / NAME, project.content / "originals" / NAME)
    done = project.build()
    assert done.returncode == 0, done.stdout
    return project


def test_a_second_build_changes_no_byte_of_content_or_output(built: Project) -> None:
    before = built.hashes("content"), built.hashes("output")
    done = built.build_anew()
    assert done.returncode == 0, done.stdout
    assert (built.hashes("content"), built.hashes("output")) == before


def test_with_the_article_and_its_record_deleted_a_build_makes_the_same_again(built: Project) -> None:
    before = built.hashes("content"), built.hashes("output")
    (built.content / "articles" / NAME.replace(".txt", ".md")).unlink()
    (built.content / "records" / NAME.replace(".txt", ".json")).unlink()
    done = built.build_anew()
    assert done.returncode == 0, done.stdout
    assert (built.hashes("content"), built.hashes("output")) == before


def test_the_repaired_original_comes_to_readers_and_stays_as_it_was(built: Project) -> None:
    assert (built.content / "originals" / NAME).read_bytes() == (ROOT / "content/originals" / NAME).read_bytes()
    [page] = [f for f in built.output.glob("articles/*/index.html") if "شدد-بوتين" in str(f)]
    assert "وشدد بوتين على أهمية السلام والاستقرار والأمن في منطقة أوراسيا" in page.read_text("utf-8")


def test_drafts_and_embargoed_articles_are_nowhere_in_output(built: Project) -> None:
    for file in built.output.rglob("*"):
        assert "مسودة" not in file.name and "محظور" not in file.name
        if file.suffix in (".html", ".xml", ".json", ".txt", ".jsonld", ".csv", ".js", ".bib", ".ris"):
            data = file.read_bytes()
            for secret in ("المسودة السرية", "خبر المسودة", "كلمات الحظر", "خبر محظور النشر"):
                # The search is written in an Arabic code page.
                assert secret.encode() not in data and secret.encode("windows-1256") not in data, file


def test_an_embargo_ends_on_its_day(built: Project) -> None:
    done = built.build(SOURCE_DATE_EPOCH="1800100000")  # 2027-01-16
    assert done.returncode == 0, done.stdout
    assert (built.output / "articles/محظور/index.html").is_file()
    assert built.build().returncode == 0
    assert not (built.output / "articles/محظور").exists()


def test_a_title_is_data(built: Project) -> None:
    page = (built.output / "articles/ثان/index.html").read_text("utf-8")
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_the_build_says_what_it_repaired_how_much_there_is_and_its_day(built: Project) -> None:
    (built.content / "articles" / NAME.replace(".txt", ".md")).unlink()
    (built.content / "records" / NAME.replace(".txt", ".json")).unlink()
    lines = built.build().stdout.splitlines()
    assert f"أُصلح {NAME}: content/articles/{NAME.replace('.txt', '.md')}" in lines
    assert lines[-1] == "المواد المنشورة: 3، وهي في output (يوم البناء: 2027-01-15)."


def test_another_folder_zone_locale_and_order_of_hashes_give_the_same_bytes(built: Project, tmp_path: Path) -> None:
    elsewhere = Project.empty(tmp_path / "another folder")
    shutil.copytree(built.content, elsewhere.content, dirs_exist_ok=True)
    done = elsewhere.build(TZ="Pacific/Kiritimati", LC_ALL="C", PYTHONHASHSEED="12345")
    assert done.returncode == 0, done.stdout
    assert elsewhere.hashes("output") == built.hashes("output")


def test_a_flipped_byte_in_an_original_stops_the_build_and_names_the_file(built: Project) -> None:
    file = built.content / "originals" / NAME
    data = file.read_bytes()
    file.write_bytes(data[:500] + bytes([data[500] ^ 1]) + data[501:])
    before = built.hashes("output")
    done = built.build(WARRAQ_LANGUAGE="en")
    file.write_bytes(data)
    assert done.returncode == 1
    assert f"content/originals/{NAME}:" in done.stdout
    assert built.hashes("output") == before
    assert built.build().returncode == 0


def test_many_warnings_do_not_hide_what_the_build_says(project: Project) -> None:
    for number in range(30):
        project.article(f"a{number:02}", title=f"خبر {number}", date="unknown")
    lines = project.build(WARRAQ_LANGUAGE="en").stdout.splitlines()
    assert sum("The article has no date" in line for line in lines) == 0
    assert (
        "30 × Articles without a date, such as content/articles/a00.md:3. All of them: python3 tasks.py check --kind undated"
        in lines
    )


def test_a_build_says_when_its_site_takes_the_place_of_one_to_be_published(project: Project) -> None:
    project.article("a")
    lacks = "قبل أن تنشره"
    assert lacks not in project.build().stdout
    published = project.build("--extra-settings", 'SITEURL="https://archive.test"')
    assert published.returncode == 0, published.stdout
    assert lacks not in published.stdout
    replaced = project.build().stdout
    assert lacks in replaced
    assert "python3 tasks.py build --published" in replaced
    assert lacks not in project.build().stdout


def test_in_a_runner_an_original_without_article_is_left_out_with_a_warning(tmp_path: Path) -> None:
    project = Project.empty(tmp_path)
    (project.content / "originals").mkdir()
    shutil.copy(ROOT / "content/originals" / NAME, project.content / "originals" / NAME)
    done = project.build(CI="true")
    assert done.returncode == 0, done.stdout
    assert f"content/originals/{NAME}: " in done.stdout
    assert not (project.content / "records").exists()
    assert project.hashes("output").get("index.html")


def test_a_plugin_that_cannot_be_loaded_ends_the_build(project: Project) -> None:
    project.set(PLUGINS=["warraq.press.plugn"])
    done = project.build()
    assert done.returncode == 1
    assert "warraq.press.plugn" in done.stdout
    assert not project.output.exists()


@pytest.mark.parametrize(
    ("template", "place"),
    [
        ("<p>\n{{ itms }}\n</p>\n", "templates/home.html:2: 'itms' is undefined"),
        ("<p>\n\n{% if %}\n", "templates/home.html:3: Expected an expression, got 'end of statement block'"),
        ("<p>\n{% include 'nothing.html' %}\n", "templates/home.html:2: there is no template nothing.html"),
        ("<p>\n{{ 1 / 0 }}\n", "templates/home.html:2: ZeroDivisionError: division by zero"),
        ("<p>\n{% for i in 5 %}{% endfor %}\n", "templates/home.html:2: TypeError: 'int' object is not iterable"),
        ('<p>\n{{ _("%(b)s") }}\n', "templates/home.html:2: KeyError: 'b'"),
        ("{% macro m(x) %}\n{{ x.nothing }}\n{% endmacro %}\n{{ m(1) }}", "templates/home.html:2: 'int object' has no"),
    ],
)
def test_a_mistake_in_a_template_is_one_line_with_its_place_and_the_former_site_stays(
    project: Project, template: str, place: str
) -> None:
    assert project.build().returncode == 0
    before = project.hashes("output")
    (project.root / "templates").mkdir()
    (project.root / "templates/home.html").write_text(template, "utf-8")
    project.set(THEME_TEMPLATES_OVERRIDES=["templates"])
    done = project.build()
    assert done.returncode == 1
    assert [line for line in done.stdout.splitlines() if line.startswith(place)], done.stdout
    assert "Traceback" not in done.stdout
    assert project.hashes("output") == before


def test_a_mistake_in_what_comes_late_on_an_articles_page_is_one_line_too(project: Project) -> None:
    late = project.root / "templates/includes/late"
    late.mkdir(parents=True)
    (late / "around.html").write_text("<p>\n{{ 1 / 0 }}\n", "utf-8")
    project.article("a")
    project.article("b")
    project.set(THEME_TEMPLATES_OVERRIDES=["templates"])
    done = project.build()
    assert done.returncode == 1
    place = "templates/includes/late/around.html:2: ZeroDivisionError: division by zero"
    assert [line for line in done.stdout.splitlines() if "Error" in line] == [place]
