"""Tags change in many files at once, the rest of the files stays, and the changes are reported first."""

from __future__ import annotations

import pytest

from desk.conftest import Desk
from desk.doubtful_texts import repaired
from project import hashes

ONE = "---\ntitle: واحد\ndate: 2020\ntags: [ماء, زراعة]   # لماذا\n---\nنص عن الأنهار.\n"
TWO = "---\ntitle: اثنان\ndate: 2020\ntags:\n  - مياه\n  - ماء\n---\nنص عن أنهار أخرى.\n"


@pytest.fixture
def tagged(desk: Desk) -> Desk:
    desk.article("one", ONE)
    desk.article("two", TWO)
    return desk


def texts(desk: Desk) -> tuple[str, ...]:
    return tuple((desk.content / "articles" / f"{name}.md").read_text("utf-8") for name in ("one", "two"))


def test_a_tag_is_renamed_everywhere(tagged: Desk) -> None:
    said = tagged.run("tagging", "rename", "ماء", "موارد المياه")
    assert texts(tagged) == (ONE.replace("ماء", "موارد المياه"), TWO.replace("- ماء", "- موارد المياه"))
    assert "- ماء: 2\n    content/articles/one.md\n    content/articles/two.md\n" in said
    assert said.endswith("Articles changed: 2.\n")


def test_a_tag_is_merged_and_stands_once(tagged: Desk) -> None:
    tagged.run("tagging", "merge", "ماء", "مياه")
    assert texts(tagged) == (ONE.replace("[ماء,", "[مياه,"), TWO.replace("  - ماء\n", ""))


def test_a_merge_reports_the_new_tag_only_where_it_is_new(tagged: Desk) -> None:
    one, two = "    content/articles/one.md\n", "    content/articles/two.md\n"
    assert tagged.run("tagging", "merge", "ماء", "مياه", "--preview") == (
        f"+ مياه: 1\n{one}- ماء: 2\n{one}{two}Nothing was written: this is a preview.\n"
    )


def test_a_tag_is_added_to_the_articles_with_certain_words(tagged: Desk) -> None:
    tagged.run("tagging", "add", "أنهار", "الانهار")
    assert texts(tagged) == (ONE.replace("زراعة]", "زراعة, أنهار]"), TWO)


def test_a_preview_writes_nothing(tagged: Desk) -> None:
    before = hashes(tagged.root)
    assert "Nothing was written" in tagged.run("tagging", "merge", "ماء", "مياه", "--preview")
    assert hashes(tagged.root) == before


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("rename", "لا", "نعم"), "No article has the tag لا.\n"),
        (("rename", "ماء", "مياه"), "The tag مياه is there already. To make one of the two, write merge.\n"),
        (("merge", "ماء", "جديد"), "There is no tag جديد to merge into. To give a new name, write rename.\n"),
        (("rename", "ماء", "أ، ب"), "“أ، ب” can't be one tag: it is empty, or has a comma in it.\n"),
        (("retag", "--only", "Nowhere"), "The vocabulary has no concept Nowhere.\n"),
    ],
)
def test_a_command_that_makes_no_sense_is_refused_and_nothing_is_written(
    tagged: Desk, command: tuple[str, ...], said: str
) -> None:
    before = hashes(tagged.root)
    assert tagged.run("tagging", *command, code=1) == said
    assert hashes(tagged.root) == before


def test_a_concepts_id_is_not_renamed(tagged: Desk) -> None:
    tagged.article("three", ONE.replace("[ماء", "[SCO, ماء"))
    assert "SCO is a concept" in tagged.run("tagging", "rename", "SCO", "x", code=1)


BOAT = "عنوان عن زورق الفجر\n\nنشر في 8 نوفمبر 2023\n\nأبحر زورق الفجر من الميناء صباحا.\n\nثم عاد زورق الفجر مساء.\n"
CONCEPT = "Boat:\n  scheme: topic\n  pref_label: {ar: زورق الفجر}\n"


def test_a_grown_vocabulary_finds_its_articles_but_no_tag_that_an_editor_took_out(desk: Desk) -> None:
    file = repaired(desk, "boat", BOAT)
    mine = desk.article("mine", "---\ntitle: زورق الفجر يعود\ndate: 2020\n---\nنص.\n")
    (desk.content / "vocabulary" / "more.yaml").write_text(CONCEPT, "utf-8")
    assert "+ Boat: 2\n" in desk.run("tagging", "retag", "--preview")
    desk.run("tagging", "retag")
    assert "tags:\n  - Boat\n" in mine.read_text("utf-8") and "Boat" in file.read_text("utf-8")
    assert "Articles changed: 0." in desk.run("tagging", "retag")
    # The article that nobody edited is still one, and a renewal keeps its new tag.
    said = desk.run("renewing")
    assert "proposed: 0." in said and "Boat" in file.read_text("utf-8")


FOUND = "+ Boat: 1\n    content/articles/a.md\n"


@pytest.mark.parametrize(
    ("namings", "report"),
    [
        ("زورق الفجر ثم زورق الفجر ثم زورق الفجر", ""),
        ("زورق الفجر ثم زورق الفجر\n\nزورق الفجر", FOUND),
        ("زورق الفجر\n\nثم زورق الفجر ثم زورق الفجر", FOUND),
    ],
    ids=["in one line, from its beginning to its end", "the third in the next", "the first in the one before"],
)
@pytest.mark.parametrize("lines", [1, 30])
def test_three_namings_make_a_tag_in_two_lines_and_not_in_one_however_far_below(
    desk: Desk, lines: int, namings: str, report: str
) -> None:
    (desk.content / "vocabulary" / "more.yaml").write_text(CONCEPT, "utf-8")
    body = "سطر.\n\n" * lines + f"{namings}\n\nسطر.\n"
    desk.article("a", f"---\ntitle: عنوان\ndate: 2020\n---\n{body}")
    assert desk.run("tagging", "retag", "--preview") == f"{report}Nothing was written: this is a preview.\n"


def test_tags_that_an_editor_took_out_stay_out(desk: Desk) -> None:
    (desk.content / "vocabulary" / "more.yaml").write_text(CONCEPT, "utf-8")
    place = desk.root / "boat.txt"
    place.write_text(BOAT, "utf-8")
    desk.run("importing", str(place))
    file = desk.content / "articles" / "boat.md"
    text = file.read_text("utf-8")
    assert "tags: [Boat]\n" in text
    file.write_text(text.replace("tags: [Boat]\n", ""), "utf-8")
    assert "Articles changed: 0." in desk.run("tagging", "retag")
    assert "Boat" not in file.read_text("utf-8")


@pytest.mark.parametrize(("articles", "more"), [(10, ""), (11, "    and 1 more\n")])
def test_ten_articles_are_named_for_a_tag(desk: Desk, articles: int, more: str) -> None:
    for number in range(articles):
        desk.article(f"{number:02}", ONE)
    paths = "".join(f"    content/articles/{number:02}.md\n" for number in range(10))
    assert desk.run("tagging", "rename", "ماء", "x", "--preview").endswith(
        f"+ x: {articles}\n{paths}{more}- ماء: {articles}\n{paths}{more}Nothing was written: this is a preview.\n"
    )


def test_a_withdrawn_article_keeps_its_tags(desk: Desk) -> None:
    text = ONE.replace("date: 2020", "date: 2020\nwithdrawn: {date: 2024-01-01, reason: x}")
    file = desk.article("one", text)
    desk.article("two", TWO)
    desk.run("tagging", "merge", "ماء", "مياه")
    assert file.read_text("utf-8") == text
