"""What `check` says about withheld words, and a build of them from the command to `verify`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from project import Project
from warraq.archive.concept import Vocabulary
from warraq.archive.problem import Level
from warraq.archive.reading_article import read_article
from warraq.pages.search.speech import said_files
from warraq.press.checking import check_archive
from warraq.press.verify import verify
from warraq.repair import plan
from warraq.repair.readers import read_original

TODAY = date(2027, 1, 15)
ORIGINAL = "لقاء مع أحمد العلي\n\nقال ﺃﺣﻤﺪ ﺍﻟﻌﻠﻲ إن القناة .ستفتح في الشهر المقبل.\n\nوأضاف احمد العلى أن العمل انتهى."
STANDS_NOT = "doesn't stand in this article, so that nothing is withheld."
ADDRESS = "The address holds words that are withheld."


def problems(tmp_path: Path, keys: str, body: str = "قال أحمد العلي شيئا.") -> list[tuple[str, Level, str]]:
    project = Project.empty(tmp_path)
    text = f"---\ntitle: عنوان\ndate: 2024\n{keys}\n---\n{body}\n"
    project.write("articles/x.md", text)
    found = check_archive(project.content, TODAY, repairing=False).problems
    return [(p.field, p.level, p.what.text("en")) for p in found]


def test_a_name_that_is_withheld_well_has_no_problem(tmp_path: Path) -> None:
    assert problems(tmp_path, "withheld: أحمد العلي") == []


@pytest.mark.parametrize("quote", ["أحمد العلى بن سعيد", "محمود العلي", "قال العلي"])
def test_words_that_stand_nowhere_are_an_error(tmp_path: Path, quote: str) -> None:
    found = problems(tmp_path, f"withheld: [{quote}]")
    assert ("withheld[0].quote", Level.ERROR, STANDS_NOT) in found
    assert not any("أحمد" in what or "العلي" in what for _, _, what in found)


@pytest.mark.parametrize("field", ["slug: خبر-أحمد-العلي", "slug: x\naliases: [أحمد-العلي]"])
def test_an_address_that_holds_them_is_an_error(tmp_path: Path, field: str) -> None:
    found = problems(tmp_path, f"{field}\nwithheld: أحمد العلي")
    assert ADDRESS in [what for _, level, what in found if level is Level.ERROR]


def test_a_picture_whose_name_holds_them_is_an_error(tmp_path: Path) -> None:
    found = problems(tmp_path, "withheld: أحمد العلي", "![ص](https://x.test/أحمد-العلي.png)\n\nقال أحمد العلي.")
    assert [level for _, level, what in found if "name of the picture" in what] == [Level.ERROR]


def test_other_forms_are_pointed_at_by_their_lines_and_never_quoted(tmp_path: Path) -> None:
    body = "قال أحمد العلي شيئا.\n\nوقال العلي غيره.\n\nوقال أحمدي."
    [(field, level, what)] = problems(tmp_path, "withheld: أحمد العلي", body)
    assert (field, level) == ("withheld", Level.WARNING)
    assert what == "Words that stay may be other forms of the name; lines: 8, 10."


def test_a_note_that_quotes_a_part_of_them_is_told(tmp_path: Path) -> None:
    notes = "annotations: [{quote: قال أحمد, note: ش}]"
    found = problems(tmp_path, f"withheld: أحمد العلي\n{notes}")
    assert [level for _, level, what in found if what.startswith("Notes left out")] == [Level.WARNING]


def test_no_message_of_such_an_article_holds_the_words(tmp_path: Path) -> None:
    found = problems(tmp_path, "withheld: أحمد العلي\nannotations: [{quote: قال أحمد العلي حقا, note: ش}]")
    assert found and not any("العلي" in what for _, _, what in found)


@pytest.mark.parametrize("quote", ["أب", "--", "1."])
def test_words_too_short_to_be_found_are_refused(quote: str) -> None:
    read = read_article("x.md", f"---\ntitle: x\ndate: 2024\nwithheld: ['{quote}']\n---\nنص".encode())
    assert [p.field for p in read.problems] == ["withheld[0].quote"]


def test_a_site_is_built_without_the_words_verified_and_says_so(tmp_path: Path) -> None:
    project = Project.empty(tmp_path)
    project.write("originals/a.txt", ORIGINAL)
    planned = plan(read_original("a.txt", ORIGINAL.encode()), Vocabulary())
    project.write("records/a.json", planned.record.to_bytes())
    text = planned.article.decode().replace(
        "\nlang: ar", "\nwithheld:\n  - quote: أحمد العلي\n    reason: بطلب منه.\nlang: ar"
    )
    slug = text.split("slug: ")[1].split("\n")[0]
    project.write("articles/a.md", text.replace(f"slug: {slug}", "slug: x"))
    kept = project.hashes("content")
    built = project.build(SITEURL="https://archive.test")
    assert built.returncode == 0, built.stdout
    published = (file for file in project.output.rglob("*") if file.is_file())
    files = {file.relative_to(project.output).as_posix(): file.read_bytes() for file in published}
    folder = {name.removeprefix("articles/x/") for name in files if name.startswith("articles/x/")}
    assert folder >= {"compare/index.html", "original.withheld.txt"} and "original.txt" not in folder
    page = files["articles/x/index.html"].decode()
    assert "بطلب من شخص" in page and "بطلب منه." in page and "SHA-256" not in page
    lists = {file.data for file in said_files(())}  # the same for every archive; they have العليا
    assert lists < set(files.values())
    assert not any("العلي".encode() in data or "ﺍﻟﻌﻠﻲ".encode() in data for data in set(files.values()) - lists)
    assert verify(project.content, project.output)[0] == []
    assert project.hashes("content") == kept
    (project.output / "articles/x/original.withheld.txt").write_text(ORIGINAL, "utf-8")
    assert {p.path.rpartition("/")[2] for p in verify(project.content, project.output)[0]} == {"original.withheld.txt"}
