"""What files of an archive say of one another, and that all of it is told in one run, sorted."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from archive.content_folder import SCO, Content
from warraq.archive.problem import Level


def test_a_sound_archive_has_no_problem(content: Content) -> None:
    content.write("vocabulary/organisations.yaml", SCO)
    content.repaired("a.txt")
    content.repaired("2024/b.html")
    content.article("c.md")
    reading = content.read()
    assert reading.problems == ()
    assert [article.slug for article in reading.archive.articles] == ["b", "a", "c"]
    assert list(reading.archive.originals) == list(reading.archive.records) == ["2024/b.html", "a.txt"]
    assert list(reading.archive.vocabulary.concepts) == ["SCO"]


def test_what_is_no_markdown_among_the_articles_is_warned_of(content: Content) -> None:
    content.article("a.MD")
    content.write("articles/b.txt", "نص.")
    content.write("articles/.DS_Store", b"\0")
    content.write("articles/picture.png", b"\x89PNG")
    reading = content.read()
    todo = "Rename it; or, if it is a damaged text, move it to content/originals/."
    assert [str(problem) for problem in reading.problems] == [
        f"content/articles/a.MD: The file is not read: articles end in .md. {todo}",
        f"content/articles/b.txt: The file is not read: articles end in .md. {todo}",
    ]
    assert {problem.level for problem in reading.problems} == {Level.WARNING}


def test_a_file_name_of_another_composition_is_the_same_name(content: Content) -> None:
    decomposed = "\u0627\u0653"  # what macOS makes of U+0622
    content.article(f"{decomposed}.md")
    [article] = content.read().archive.articles
    assert (article.path, article.slug) == ("content/articles/\u0622.md", "\u0622")


def test_problems_of_all_files_are_told_in_the_order_of_their_paths(content: Content) -> None:
    content.write("site.yaml", "nme: x\nlanguage: xx\n")
    content.write("vocabulary/a.yaml", "SCO:\n  scheme: organization\n")
    content.write("articles/b.md", "")
    content.write("articles/a.md", "---\ntitle: x\n---\n")
    paths = [problem.path for problem in content.read().problems]
    assert paths == sorted(paths)
    assert set(paths) == {
        "content/site.yaml",
        "content/vocabulary/a.yaml",
        "content/articles/a.md",
        "content/articles/b.md",
    }


def test_a_vocabulary_is_told_word_for_word(content: Content) -> None:
    content.write("vocabulary/a.yaml", SCO + "  broader: SCOO\nbad id:\n  scheme: topic\n  pref_label: {ar: س}\n")
    content.write(
        "vocabulary/b.yaml",
        "sco:\n  scheme: topic\n  pref_label: {ar: س}\nX:\n  scheme: organization\n  pref_label: {en: x}\n",
    )
    assert content.said() == [
        "content/vocabulary/a.yaml:5:1: bad id: “bad id” can't be the id of a concept. Use Latin letters, digits and hyphens.",
        (
            "content/vocabulary/b.yaml:5:3: X.scheme: “organization” is not one of: organisation, person, place, event, topic. "
            "Did you mean organisation?"
        ),
        "content/vocabulary/b.yaml:6:3: X.pref_label: It has no Arabic. Write ar: …",
    ]
    content.write("vocabulary/a.yaml", SCO + "  broader: SCOO\n")
    content.write(
        "vocabulary/b.yaml",
        "SCOs:\n  scheme: topic\n  pref_label: {ar: س}\nsco:\n  scheme: topic\n  pref_label: {ar: س}\n",
    )
    assert content.said() == [
        "content/vocabulary/b.yaml:4:1: sco: The concept stands in content/vocabulary/a.yaml too, as SCO. Keep one of them."
    ]
    content.write("vocabulary/b.yaml", "")
    assert content.said() == ["content/vocabulary/a.yaml:4:3: SCO.broader: There is no concept SCOO. Did you mean SCO?"]


def test_a_missing_site_file_is_told(content: Content) -> None:
    (content.folder / "site.yaml").unlink()
    assert content.said() == ["content/site.yaml: The file is missing. Write it, with at least one line: name: …"]


def test_messages_are_told_in_arabic_too(content: Content) -> None:
    content.write("articles/a.md", "---\ntitle: x\ndate: 15 مارس 2024\n---\n")
    [problem] = content.read().problems
    assert problem.text("ar") == "content/articles/a.md:3:1: date: «15 مارس 2024» ليس تاريخًا. اكتب 2024-03-15"


@pytest.mark.skipif(sys.platform == "win32", reason="not everybody may make links there")
@pytest.mark.parametrize("link", ["originals/a.txt", "articles/a.md", "images/a", "originals"])
def test_a_link_that_leads_out_is_an_error_and_what_it_leads_to_is_not_read(
    content: Content, tmp_path: Path, link: str
) -> None:
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "b.txt").write_text("سر.", "utf-8")
    path = content.folder / link
    path.parent.mkdir(exist_ok=True)
    path.symlink_to(secret if link == "originals" else secret / "b.txt")
    reading = content.read()
    assert [str(p) for p in reading.errors] == [
        f"content/{link}: The link leads out of the archive, and the file behind it would be published. Put the file itself here."
    ]
    assert not reading.archive.originals
    assert not reading.archive.articles


@pytest.mark.skipif(sys.platform == "win32", reason="not everybody may make links there")
def test_a_link_within_the_archive_and_an_editors_lock_are_no_errors(content: Content) -> None:
    content.article("a.md")
    (content.folder / "images").mkdir()
    content.write("images/one.png", b"x")
    (content.folder / "images/two.png").symlink_to("one.png")
    (content.folder / "articles/.#a.md").symlink_to("somebody@host.1234")
    assert content.said() == []


def test_yaml_deep_enough_to_end_the_program_is_refused_with_its_line(content: Content) -> None:
    content.article("a.md", "tags: " + "[" * 100_000)
    content.article("b.md", "tags: " + "[" * 2_000 + "]" * 2_000)
    content.write("vocabulary/deep.yaml", "- " * 100_000)
    assert content.said() == [
        "content/articles/a.md:4: Too many values within values. Write it flat, without & and *.",
        "content/articles/b.md:4: Too many values within values. Write it flat, without & and *.",
        "content/vocabulary/deep.yaml:1: Too many values within values. Write it flat, without & and *.",
    ]


def test_a_large_vocabulary_is_not_taken_for_a_deep_one(content: Content) -> None:
    concepts = (
        f"C{n}: {{scheme: place, pref_label: {{ar: مدينة {n}}}, alt_labels: {{ar: [بلد {n}]}}}}\n" for n in range(600)
    )
    content.write("vocabulary/places.yaml", "".join(concepts))
    assert content.said() == []
    assert len(content.read().archive.vocabulary.concepts) == 600
