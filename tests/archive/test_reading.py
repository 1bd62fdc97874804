"""What files of an archive say of one another, and that all of it is told in one run, sorted."""

from __future__ import annotations

import shutil
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from warraq.archive.original import Original, OriginalKind
from warraq.archive.problem import Level, Problem
from warraq.archive.reading import ArchiveReading, read_archive
from warraq.archive.record import Record, RecordedOriginal

SCO = "SCO:\n  scheme: organisation\n  pref_label: {ar: منظمة شنغهاي للتعاون}\n"


def read_original(name: str, data: bytes) -> Original:
    return Original(name, data, data.decode(), "utf-8", bom=False, kind=OriginalKind.TEXT)


class Content:
    """A content folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.write("site.yaml", "name: أرشيف\n")

    def write(self, path: str, data: str | bytes) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data.encode() if isinstance(data, str) else data)

    def article(self, name: str, front_matter: str = "") -> None:
        self.write(f"articles/{name}", f"---\ntitle: {name}\ndate: 2024\n{front_matter}\n---\nنص.\n")

    def repaired(self, name: str, text: str = "نص.") -> None:
        """Write an original with its record and its article."""
        self.write(f"originals/{name}", text)
        digest = sha256(text.encode()).hexdigest()
        original = RecordedOriginal(
            name=name, sha256=digest, bytes=len(text.encode()), encoding="utf-8", kind=OriginalKind.TEXT
        )
        record = Record(rules="1", original=original, text_sha256=digest, body_sha256=digest, article_sha256=digest)
        stem = name.rsplit(".", 1)[0]
        self.write(f"records/{stem}.json", record.to_bytes())
        self.article(f"{stem}.md", f"original: {name}")

    def read(self) -> ArchiveReading:
        return read_archive(self.folder, read_original)

    def said(self) -> list[str]:
        return [str(problem) for problem in self.read().problems]


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return Content(tmp_path / "content")


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


def test_an_explicit_slug_used_twice_names_both_files(content: Content) -> None:
    content.article("a.md", "slug: خبر")
    content.article("b.md", "slug: خبر")
    assert content.said() == [
        "content/articles/b.md:4:1: slug: content/articles/a.md has the same slug, خبر. Give one of the two another slug."
    ]


@pytest.mark.parametrize(("one", "other"), [("News", "news"), ("caf\u00e9", "cafe\u0301")], ids=["case", "composition"])
def test_slugs_that_some_file_system_takes_for_one_are_one(content: Content, one: str, other: str) -> None:
    content.article("a.md", f"slug: {one}")
    content.article("b.md", f"slug: {other}")
    [said] = content.said()
    assert "has the same slug" in said


def test_a_file_name_and_an_explicit_slug_collide_too(content: Content) -> None:
    content.article("2023/x.md")
    content.article("y.md", "slug: x")
    assert content.said() == [
        "content/articles/y.md:4:1: slug: content/articles/2023/x.md has the same slug, x. Give one of the two another slug."
    ]


def test_an_alias_that_is_an_article_s_address_is_refused(content: Content) -> None:
    content.article("a.md", "aliases: [b, c]")
    content.article("b.md")
    assert content.said() == [
        "content/articles/a.md:4:1: aliases[0]: content/articles/b.md stands at that address, b. Take the alias out."
    ]


def test_an_alias_of_two_articles_is_refused(content: Content) -> None:
    content.article("a.md", "aliases: old")
    content.article("b.md", "aliases: old")
    [said] = content.said()
    assert said.startswith("content/articles/b.md:4:1: aliases[0]: content/articles/a.md stands at that address")


def test_a_former_address_of_two_articles_is_told(content: Content) -> None:
    content.article("a.md", "former_addresses: /2019/x/")
    content.article("b.md", "former_addresses: ['/?p=1', 'https://old.test/2019/x/']")
    assert content.said() == [
        (
            "content/articles/b.md:4:29: former_addresses[1]: content/articles/a.md states that former address too, and it leads there. "
            "Keep it in one of the two articles."
        )
    ]


def test_an_article_whose_original_is_missing_says_which_may_be_meant(content: Content) -> None:
    content.repaired("khabar-2023.txt")
    content.article("x.md", "original: khabar2023.txt")
    content.article("y.md", "original: else.txt")
    assert content.said() == [
        "content/articles/x.md:4:1: original: content/originals/khabar2023.txt does not exist. Did you mean khabar-2023.txt?",
        "content/articles/y.md:4:1: original: content/originals/else.txt does not exist. Put the file back, or take the key out.",
    ]


def test_two_articles_of_one_original_are_refused(content: Content) -> None:
    content.repaired("a.txt")
    content.article("b.md", "original: a.txt")
    assert content.said() == [
        "content/articles/b.md:4:1: original: content/articles/a.md is made of the same original. Keep one of the two articles."
    ]


def test_a_missing_record_is_missed(content: Content) -> None:
    content.repaired("a.txt")
    (content.folder / "records/a.json").unlink()
    assert content.said() == [
        (
            "content/articles/a.md:4:1: original: The record of a.txt is missing. "
            "Put it back, or make it anew: python3 tasks.py repair --only a.txt --again"
        )
    ]


def test_a_record_without_its_original_is_told_and_so_is_the_article(content: Content) -> None:
    content.repaired("a.txt")
    (content.folder / "originals/a.txt").unlink()
    assert content.said() == [
        "content/articles/a.md:4:1: original: content/originals/a.txt does not exist. Put the file back, or take the key out.",
        (
            "content/records/a.json: original.name: content/originals/a.txt does not exist. "
            "Put the original back: without it nobody can check the article."
        ),
    ]


def test_a_flipped_byte_in_an_original_is_told_by_the_file_s_name(content: Content) -> None:
    content.repaired("a.txt", "نص الخبر.")
    content.write("originals/a.txt", "نص الخبز.")
    assert content.said() == [
        (
            "content/originals/a.txt: The file is not the one that was repaired: its SHA-256 differs from the record's. "
            "Put it back as it was: git checkout -- content/originals/a.txt"
        )
    ]


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"rules": 1}', "{}".encode("utf-16")])
def test_a_broken_record_is_told(content: Content, data: bytes) -> None:
    content.repaired("a.txt")
    content.write("records/a.json", data)
    said = content.said()
    assert said
    assert all(line.startswith("content/records/a.json: ") for line in said)
    assert all(line.endswith("Put it back as it was: git checkout -- content/records/a.json") for line in said)


def test_a_record_under_another_name_is_told(content: Content) -> None:
    content.repaired("a.txt")
    shutil.move(content.folder / "records/a.json", content.folder / "records/b.json")
    said = content.said()
    assert said[-1] == (
        "content/records/b.json: original.name: The record belongs to a.txt, but its file is named after another original. "
        "Put it back as it was: git checkout -- content/records/b.json"
    )


def test_originals_that_would_share_a_record_are_told(content: Content) -> None:
    content.repaired("a.txt")
    content.write("originals/A.html", "نص.")
    assert content.said() == [
        "content/originals/a.txt: A.html differs from it only in its ending or in letter case. Rename one of the two files."
    ]


def test_an_unreadable_original_is_told_once(content: Content) -> None:
    content.repaired("a.txt")
    broken = Problem("content/originals/a.txt", 1, 0, "", "It is a picture.", "Take it out.")  # type: ignore[arg-type]
    reading = read_archive(content.folder, lambda _name, _data: broken)
    assert reading.problems == (broken,)


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


def test_a_translation_of_no_article_is_told(content: Content) -> None:
    content.article("khabar.md")
    content.article("news.md", "lang: en\ntranslation_of: khaber")
    assert content.said() == [
        "content/articles/news.md:5:1: translation_of: No article has the slug khaber. Did you mean khabar?"
    ]


def test_a_broken_article_is_not_missed_as_what_another_translates(content: Content) -> None:
    content.article("news.md", "lang: en\ntranslation_of: khabar")
    content.write("articles/khabar.md", "")
    [said] = content.said()
    assert said.startswith("content/articles/khabar.md:1: The file is empty.")


def test_a_missing_site_file_is_told(content: Content) -> None:
    (content.folder / "site.yaml").unlink()
    assert content.said() == ["content/site.yaml: The file is missing. Write it, with at least one line: name: …"]


def test_messages_are_told_in_arabic_too(content: Content) -> None:
    content.write("articles/a.md", "---\ntitle: x\ndate: 15 مارس 2024\n---\n")
    [problem] = content.read().problems
    assert problem.text("ar") == "content/articles/a.md:3:1: date: «15 مارس 2024» ليس تاريخًا. اكتب 2024-03-15"


def test_originals_without_an_ending_in_a_folder_with_a_dot_are_told_apart(content: Content) -> None:
    for name in ("2023.11/one", "2023.11/two", "2023.11/two.b.txt"):
        content.write(f"originals/{name}", "نص.")
    reading = content.read()
    assert reading.problems == ()
    assert [original.stem for original in reading.archive.originals.values()] == [
        "2023.11/one",
        "2023.11/two",
        "2023.11/two.b",
    ]


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


@pytest.mark.parametrize("name", ["../../a.txt", "/etc/passwd", "a/../../b.txt", "a\\\\b.txt", "./a.txt", "a//b.txt"])
def test_an_original_is_named_below_its_folder_and_nowhere_else(content: Content, name: str) -> None:
    content.article("a.md", f'original: "{name}"')
    [said] = content.said()
    assert said.startswith("content/articles/a.md:4:1: original: “")
    assert said.endswith("can't be the name of a file in content/originals/. Write its name as it stands there.")


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


def test_an_alias_that_is_the_articles_own_slug_is_refused(content: Content) -> None:
    content.article("a.md", "aliases: [b, b, A]")
    problems = [str(p) for p in read_archive(content.folder, read_original).problems]
    assert problems == [
        "content/articles/a.md:4:1: aliases[2]: content/articles/a.md stands at that address, A. Take the alias out."
    ]


def test_a_withdrawn_article_may_have_lost_its_original(content: Content) -> None:
    content.article("a.md", "original: gone.txt\nwithdrawn: {date: 2024-01-02, reason: طلب}")
    assert read_archive(content.folder, read_original).problems == ()
