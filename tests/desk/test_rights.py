"""A text that may not be published is in no page and no file of the site."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from project import Project
from publish.archive import PIXEL
from warraq.arabic.folding import fold
from warraq.archive.problem import Level
from warraq.archive.reading_article import read_article
from warraq.archive.reading_vocabulary import read_vocabulary
from warraq.pages.decisions import Extent, extent

BODY = """\
وقف الحمام على سور المدينة العتيق صباحا ثم طار نحو البساتين.

وكتب أمين المكتبة في دفتره أن المخطوط الثالث مفقود منذ سنين طويلة.
"""
ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
WORDS = ("الحمام", "البساتين", "المخطوط", "دفتره")


def article(project: Project, name: str, **front: str) -> None:
    lines = {"title": f"عنوان الخبر {name} المميز", "date": "2024-03-15"} | front
    project.write(f"articles/{name}.md", "---\n" + "".join(f"{k}: {v}\n" for k, v in lines.items()) + f"---\n{BODY}")


def found(output: Path, *words: str) -> set[str]:
    """Give the words that are in any file of the site, in whatever form JSON, an address or the search index write them."""
    texts = []
    for file in output.rglob("*"):
        if file.is_file():
            data = file.read_bytes().decode("utf-8", "ignore")
            data = ESCAPED.sub(lambda m: chr(int(m[1], 16)), data)
            texts.append(fold(unquote(data, errors="ignore")))
    return {word for word in words if any(fold(word) in text for text in texts)}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = Project.empty(tmp_path_factory.mktemp("rights"))
    project.write(
        "vocabulary/sources.yaml",
        "Little:\n  scheme: organisation\n  pref_label: {ar: وكالة المقتطف}\n  rights: excerpt 4\n"
        "None:\n  scheme: organisation\n  pref_label: {ar: وكالة العناوين}\n  rights: metadata\n",
    )
    article(project, "one", withdrawn="{date: 2024-05-01, reason: طلب صاحب الحق}", aliases="[former]", tags="[نسخة]")
    project.write("images/one/1.png", PIXEL)
    return project


def test_a_withdrawn_articles_words_are_nowhere_and_its_address_says_why(built: Project) -> None:
    done = built.build()
    assert done.returncode == 0, done.stdout
    assert found(built.output, *WORDS, "المميز") == set()
    notice = (built.output / "articles" / "one" / "index.html").read_text("utf-8")
    assert "طلب صاحب الحق" in notice and "noindex" in notice
    assert [f.name for f in (built.output / "articles" / "one").iterdir()] == ["index.html"]
    assert "../one/" in (built.output / "articles" / "former" / "index.html").read_text("utf-8")
    assert not (built.output / "images" / "one").exists()
    assert not (built.output / "tags").exists()


def test_a_withdrawn_articles_original_and_record_may_be_deleted(tmp_path: Path) -> None:
    project = Project.empty(tmp_path)
    article(project, "one", original="one.txt", withdrawn="{date: 2024-05-01, reason: سبب}")
    done = project.build()
    assert done.returncode == 0, done.stdout
    # The body too: the guide tells how to empty the file before history is purged.
    project.write(
        "articles/one.md", "---\ntitle: سُحبت\noriginal: one.txt\nwithdrawn: {date: 2024-05-01, reason: سبب}\n---\n"
    )
    done = project.build()
    assert done.returncode == 0, done.stdout
    assert "سبب" in (project.output / "articles" / "one" / "index.html").read_text("utf-8")
    assert found(project.output, *WORDS) == set()


def test_an_excerpt_is_all_that_is_published_where_the_source_allows_no_more(built: Project) -> None:
    article(built, "two", source="وكالة المقتطف", summary="ملخص يزيد على الكلمات الأربعين كثيرا")
    article(built, "three", source="وكالة العناوين", title="عنوان بلا نص")
    article(built, "four", source="{name: وكالة أخرى, rights: metadata}", title="عنوان رابع")
    article(built, "five", source="{name: وكالة المقتطف, rights: full}", title="عنوان خامس")
    done = built.build()
    assert done.returncode == 0, done.stdout
    page = (built.output / "articles" / "two" / "index.html").read_text("utf-8")
    assert "وقف الحمام على سور …" in page
    assert "المخطوط" in found(built.output, *WORDS)  # of the fifth, which may be whole
    (built.content / "articles" / "five.md").unlink()
    done = built.build()
    assert done.returncode == 0, done.stdout
    assert found(built.output, *WORDS, "الأربعين") == {"الحمام"}
    assert "عنوان بلا نص" in (built.output / "articles" / "three" / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("rights", "words"),
    [("full", None), (None, None), ("CC BY 4.0", None), ("excerpt 50", 50), ("Excerpt 3 words", 3), ("metadata", 0)],
)
def test_rights_are_read_as_the_vocabulary_states_them(rights: str | None, words: int | None) -> None:
    assert extent(rights) == Extent(words)


@pytest.mark.parametrize("rights", ["excrept 40", "metdata", "excerpt", "full text"])
def test_a_slip_in_rights_is_an_error_for_it_would_publish_everything(rights: str) -> None:
    text = f"---\ntitle: عنوان\ndate: 2024\nsource: {{name: وكالة, rights: {rights}}}\n---\nنص.\n"
    (problem,) = read_article("content/articles/one.md", text.encode()).problems
    assert str(problem) == (
        f"content/articles/one.md:4:23: source.rights: “{rights}” says nothing about rights. "
        "Write full, excerpt 50 (words), or metadata."
    )


@pytest.mark.parametrize(
    ("written", "taken"),
    [
        ("كامل", "full"),
        ("Full", "full"),
        ("مقتطف 60", "excerpt 60"),
        ("مقتطف ٦٠ كلمة", "excerpt 60"),
        ("بيانات", "metadata"),
        ("بيانات فقط", "metadata"),
        ("metadata only", "metadata"),
        ("CC BY 4.0", "CC BY 4.0"),
        ("© وكالة، بإذن", "© وكالة، بإذن"),
        ("ODbL", "ODbL"),
        ("public domain", "public domain"),
        ("المشاع الإبداعي، نسب المصنف", "المشاع الإبداعي، نسب المصنف"),
    ],
)
def test_rights_in_arabic_are_the_same_three_and_licences_stand_as_they_are(written: str, taken: str) -> None:
    text = f'---\ntitle: عنوان\ndate: 2024\nsource: {{name: وكالة, rights: "{written}"}}\n---\nنص.\n'
    read = read_article("content/articles/one.md", text.encode())
    assert read.problems == ()
    assert read.article and read.article.source and read.article.source.rights == taken


@pytest.mark.parametrize(
    "rights",
    [
        "none",
        "None",
        "no",
        "لا",
        "لا شيء",
        "forbidden",
        "private",
        "ممنوع النشر",
        "All rights reserved",
        "كل الحقوق محفوظة",
    ],
)
def test_rights_that_refuse_are_no_licence(rights: str) -> None:
    text = f"---\ntitle: عنوان\ndate: 2024\nsource: {{name: وكالة, rights: {rights}}}\n---\nنص.\n"
    (problem,) = read_article("content/articles/one.md", text.encode()).problems
    assert str(problem) == (
        f"content/articles/one.md:4:23: source.rights: “{rights}” does not say how much of the text may be published. "
        "Write metadata (nothing of the text), excerpt 50 (its first 50 words), or full."
    )
    assert problem.text("ar") == (
        f"content/articles/one.md:4:23: source.rights: لا يقول «{rights}» كم يُنشر من النص. "
        "اكتب «بيانات» (لا شيء من النص)، أو «مقتطف 50» (أول خمسين كلمة منه)، أو «كامل»."
    )


def test_rights_in_other_words_publish_nothing_and_are_warned_of_in_article_and_vocabulary() -> None:
    text = "---\ntitle: عنوان\ndate: 2024\nsource: {name: وكالة, rights: some}\n---\nنص.\n"
    read = read_article("content/articles/one.md", text.encode())
    (problem,) = read.problems
    assert read.article and problem.level is Level.WARNING
    said = (
        "“some” is neither full, excerpt nor metadata, and no licence known here: nothing of the text is published. If all of it "
        "may be published, write full, or begin with the licence's name (CC BY 4.0); if not, write metadata, or excerpt 50 (words)."
    )
    assert str(problem) == f"content/articles/one.md:4:23: source.rights: {said}"
    assert problem.text("ar") == (
        "content/articles/one.md:4:23: source.rights: ليس «some» كاملا ولا مقتطفا ولا بيانات، ولا رخصة معروفة هنا، فلا يُنشر شيء من "
        "النص. إن جاز نشره كله فاكتب «كامل»، أو ابدأ باسم الرخصة (CC BY 4.0)، وإلا فاكتب «بيانات» أو «مقتطف 50» (عدد الكلمات)."
    )
    concept = "Agency:\n  scheme: organisation\n  pref_label: {ar: وكالة}\n  rights: some\n"
    _, (problem,) = read_vocabulary([("content/vocabulary/a.yaml", concept.encode())])
    assert str(problem) == f"content/vocabulary/a.yaml:4:3: Agency.rights: {said}"
    assert problem.level is Level.WARNING
