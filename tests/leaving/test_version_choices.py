"""No choice about versions publishes what is withdrawn, withheld or held back: none of them speaks of that."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from random import Random

import pytest

from desk.conftest import Desk
from warraq.archive.reading import read_archive
from warraq.desk.rejecting import reject
from warraq.desk.review.editor_decisions import Choice, Decision, DecisionWriter
from warraq.desk.review.open_items import OpenItems
from warraq.desk.review.refusal import RefusedError
from warraq.press.checking import check_archive, original_or_problem

from .archives import Planted
from .looker import MARKER
from .states import TODAY
from .test_versions import KEYS, files_of, left_of

OPEN = "---\ntitle: خبر آخر\nslug: other\ndate: 2024-01-01\nsource: جريدة\n---\nنص آخر.\n"
LONG_AFTER = date(2100, 1, 1)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path)
    shutil.rmtree(made.content / "vocabulary")
    return made


def shown(desk: Desk, slug: str) -> None:
    desk.run("versions", "--show", slug)


def shown_and_back(desk: Desk, slug: str) -> None:
    desk.run("versions", "--show", slug)
    desk.run("versions", "--show", f"{slug.removesuffix('-v2')}-v1")


def undone(desk: Desk, slug: str) -> None:
    desk.run("versions", "--show", slug)
    desk.run("undoing")


def parted(desk: Desk, slug: str) -> None:
    desk.run("versions", "--part", slug)


def parted_when_shown(desk: Desk, slug: str) -> None:
    desk.run("versions", "--show", slug)
    desk.run("versions", "--part", f"{slug.removesuffix('-v2')}-v1")


def joined_elsewhere(desk: Desk, slug: str) -> None:
    desk.run("versions", "--join", slug, "--to", "other")


def decided(choice: Choice, text: str = "") -> Callable[[Desk, str], None]:
    def decide(desk: Desk, slug: str) -> None:
        items = OpenItems.of(desk.content)
        item = next(each for each in items.all() if each.rule == "perhaps-a-version" and each.slug == slug)
        taken = Decision(item.id, choice, text or item.proposals[0].name, item.sentence)
        assert set(DecisionWriter(items).decide([taken], "هدى", TODAY).values()) == {None}

    return decide


CHOICES: Mapping[str, tuple[str, Callable[[Desk, str], None]]] = {
    "none": ("perhaps_version_of", lambda _desk, _slug: None),
    "show": ("version_of", shown),
    "show and show again": ("version_of", shown_and_back),
    "show and undo": ("version_of", undone),
    "part": ("version_of", parted),
    "show and part the former": ("version_of", parted_when_shown),
    "join elsewhere": ("version_of", joined_elsewhere),
    "two articles": ("perhaps_version_of", decided(Choice.KEEP)),
    "a version of that": ("perhaps_version_of", decided(Choice.TAKE)),
    "a version of another": ("perhaps_version_of", decided(Choice.FIX, "other")),
}


@pytest.mark.parametrize("choice", CHOICES)
def test_what_leaves_of_a_version_is_the_same_after_any_choice(choice: str, desk: Desk) -> None:
    key, choose = CHOICES[choice]
    made = Planted(desk.content, Random(1))
    files_of(KEYS, made, key)
    made.write("articles/other.md", OPEN)
    for n in range(len(KEYS)):
        choose(desk, f"a{n}-v2")
    checked = check_archive(desk.content, TODAY, repairing=False)
    assert checked.errors == ()
    library = checked.library("", TODAY)  # all that pages are made of, as `test_versions.py` shows
    assert left_of(MARKER.findall(repr((library.archive, library.editions)))) == {
        state: parts for state, (_, parts) in KEYS.items()
    }


@pytest.fixture
def group(desk: Desk) -> Desk:
    """Give an article with two versions, of which one withholds a name that all have."""
    for slug, more in (("x", ""), ("x-v2", "version_of: x\nwithheld: [جين دو]"), ("x-v3", "version_of: x")):
        desk.article(
            slug, f"---\ntitle: خبر\nslug: {slug}\ndate: 2024-01-01\n{more}\n---\nقالت جين دو ذلك في {slug}.\n"
        )
    return desk


def withheld(desk: Desk) -> dict[str, list[str]]:
    reading = read_archive(desk.content, original_or_problem)
    assert not reading.errors
    return {article.slug: [each.quote for each in article.withheld] for article in reading.archive.articles}


def test_a_name_withheld_of_one_version_is_withheld_of_all_and_stays_so_when_that_one_is_parted(group: Desk) -> None:
    assert set(map(str, withheld(group).values())) == {"['جين دو']"}
    said = group.run("versions", "--part", "x-v2")
    assert "content/articles/x.md: what held for it as a version still does, and is written there: withheld." in said
    assert "content/articles/x-v3.md" not in said  # it has it of the one that is shown
    assert set(map(str, withheld(group).values())) == {"['جين دو']"}
    assert "withheld:" not in (group.content / "articles/x-v3.md").read_text("utf-8")


def test_words_that_do_not_stand_in_an_article_are_not_written_into_it(group: Desk) -> None:
    for slug in ("x", "x-v3"):
        file = group.content / f"articles/{slug}.md"
        file.write_text(file.read_text("utf-8").replace("جين دو", "امرأة"), "utf-8")
    assert "withheld" not in group.run("versions", "--part", "x-v2")


def test_undoing_does_not_publish_what_was_held_back_since(group: Desk) -> None:
    group.run("versions", "--show", "x-v3")
    file = group.content / "articles/x-v3.md"
    file.write_text(file.read_text("utf-8").replace("\n---\nق", "\nembargo: 2099-01-01\n---\nق"), "utf-8")
    said = group.run("undoing", code=1)
    assert "content/articles/x-v2.md would be published further than now: embargo." in said
    assert "slug: x\n" in file.read_text("utf-8")
    for name in ("x", "x-v2"):
        other = group.content / f"articles/{name}.md"
        other.write_text(other.read_text("utf-8").replace("\n---\nق", "\nembargo: 2099-01-01\n---\nق"), "utf-8")
    group.run("undoing")
    assert "slug: x-v3\n" in file.read_text("utf-8")


def test_what_the_one_that_is_shown_states_is_not_written_into_those_below_it(group: Desk) -> None:
    group.article("p", "---\ntitle: آخر\nslug: p\ndate: 2024-01-01\nperhaps_version_of: x\n---\nنص.\n")
    file = group.content / "articles/x.md"
    file.write_text(file.read_text("utf-8").replace("\n---\nق", "\nembargo: 2099-01-01\n---\nق"), "utf-8")
    said = group.run("versions", "--show", "x-v3")
    assert [line for line in said.splitlines() if "still does" in line] == [
        "content/articles/x-v3.md: what held for it as a version still does, and is written there: embargo. Take it out where it should not."
    ]


def test_words_are_added_to_a_single_one_with_its_commas(group: Desk) -> None:
    for slug, words in (("x", "[{quote: جين دو, reason: بطلبها}]"), ("x-v2", "'قالت، جين'")):
        file = group.content / f"articles/{slug}.md"
        text = file.read_text("utf-8").replace("withheld: [جين دو]\n", "").replace("قالت جين", "قالت، جين")
        file.write_text(text.replace("\n---\nق", f"\nwithheld: {words}\n---\nق"), "utf-8")
    group.run("versions", "--part", "x-v2")
    text = (group.content / "articles/x-v2.md").read_text("utf-8")
    assert 'withheld: ["قالت، جين", {quote: جين دو, reason: بطلبها}]\n' in text
    assert withheld(group)["x-v2"] == ["قالت، جين", "جين دو"]


def test_a_version_that_is_held_back_itself_holds_the_article_back_and_that_is_told(group: Desk) -> None:
    file = group.content / "articles/x-v3.md"
    file.write_text(file.read_text("utf-8").replace("\n---\nق", "\nstatus: draft\n---\nق"), "utf-8")
    assert "It is held back itself, and now the whole article is: status." in group.run("versions", "--show", "x-v3")


def test_a_version_that_alone_withholds_words_is_not_thrown_out_before_the_others_withhold_them(group: Desk) -> None:
    (group.content / "originals").mkdir()
    (group.content / "originals/x.txt").write_text("خبر\n\nقالت جين دو ذلك.\n", "utf-8")
    file = group.content / "articles/x-v2.md"
    file.write_text(file.read_text("utf-8").replace("version_of: x", "version_of: x\noriginal: x.txt"), "utf-8")
    done = reject(group.content, ["x.txt"], by="هدى", reason="", today=TODAY)
    assert [str(each) for each in done.problems] == [
        f"content/articles/{name}.md: withheld: Words that stand in it are withheld by a version that would be thrown out, "
        "and would be published. Write withheld: into this file first."
        for name in ("x-v3", "x")
    ]
    assert file.exists()
    other = group.content / "articles/x.md"
    other.write_text(other.read_text("utf-8").replace("\n---\nق", "\nwithheld: [جين دو]\n---\nق"), "utf-8")
    assert not reject(group.content, ["x.txt"], by="هدى", reason="", today=TODAY).problems


def test_an_embargo_that_is_over_holds_nothing_back(group: Desk) -> None:
    file = group.content / "articles/x.md"
    file.write_text(file.read_text("utf-8").replace("\n---\nق", "\nembargo: 2020-01-01\n---\nق"), "utf-8")
    assert "still does" not in group.run("versions", "--show", "x-v3")


def test_the_reviews_undo_says_what_it_would_publish(group: Desk) -> None:
    group.article("y", "---\ntitle: آخر\nslug: y\ndate: 2024-01-01\nperhaps_version_of: x\n---\nنص.\n")
    other = group.article("other", OPEN)
    items = OpenItems.of(group.content)
    item = next(each for each in items.all() if each.rule == "perhaps-a-version")
    writer = DecisionWriter(items)
    assert writer.decide([Decision(item.id, Choice.FIX, "other")], "هدى", TODAY) == {item.id: None}
    other.write_text(OPEN.replace("slug: other", "slug: other\nembargo: 2099-01-01"), "utf-8")
    with pytest.raises(RefusedError, match=r"y\.md would be published further than now: embargo"):
        writer.undo()


def test_rights_without_a_source_to_write_them_at_are_told_and_nothing_is_done(group: Desk) -> None:
    file = group.content / "articles/x.md"
    text = file.read_text("utf-8").replace("\n---\nق", "\nsource: {name: صحيفة, rights: metadata}\n---\nق")
    file.write_text(text, "utf-8")
    said = group.run("versions", "--show", "x-v3", code=1)
    assert "The rights “metadata” hold for it, and it names no source" in said
    assert file.read_text("utf-8") == text


def test_what_is_held_back_of_a_version_alone_is_told(group: Desk) -> None:
    file = group.content / "articles/x-v3.md"
    file.write_text(file.read_text("utf-8").replace("\n---\nق", "\nembargo: 2099-01-01\n---\nق"), "utf-8")
    said = [str(each) for each in check_archive(group.content, TODAY, repairing=False).problems]
    assert [each for each in said if "Less of this" in each] == [
        (
            "content/articles/x-v3.md:6:1: embargo: Less of this version is published than of the article that is shown, "
            "content/articles/x.md: embargo. If that holds for both, write it into that file too."
        )
    ]
    assert not [
        each for each in check_archive(group.content, LONG_AFTER, repairing=False).problems if "Less of" in str(each)
    ]


def test_of_what_may_be_a_version_of_a_withdrawn_article_no_notice_speaks(desk: Desk) -> None:
    desk.article(
        "x", "---\ntitle: خبر\nslug: x\ndate: 2024-01-01\nwithdrawn: {date: 2026-01-01, reason: طلب}\n---\nنص.\n"
    )
    file = desk.article("y", "---\ntitle: آخر\nslug: y\ndate: 2024-01-01\nperhaps_version_of: x\n---\nنص آخر.\n")
    for of_y in (True, False):
        checked = check_archive(desk.content, TODAY, repairing=False)
        assert [a.slug for a in checked.library("", TODAY).archive.articles] == ["x"]
        if of_y:
            decided(Choice.KEEP)(desk, "y")
    assert "perhaps" not in file.read_text("utf-8")
    assert "status: draft" in file.read_text("utf-8") and "withdrawn" not in file.read_text("utf-8")
