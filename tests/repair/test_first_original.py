"""
The original that the archive began with.

What of it must be repaired is repaired, what is doubtful is unchanged and pointed at, and what only looks wrong is left.
"""

from pathlib import Path

import pytest

from warraq.repair.changes import apply, undo
from warraq.repair.document import BlockKind
from warraq.repair.repairing import Repaired, repair

ORIGINAL = Path(__file__).parents[2] / "content/originals/000_7041dd07729f8eff.txt"


@pytest.fixture(scope="module")
def text() -> str:
    return ORIGINAL.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def done(text: str) -> Repaired:
    return repair(text)


def place(text: str, line: int, character: int) -> int:
    lines = text.split("\n")
    return sum(len(x) + 1 for x in lines[: line - 1]) + character - 1


def test_its_title_is_its_first_line(done: Repaired) -> None:
    assert done.document.title == "وشدد بوتين على أهمية السلام والاستقرار والأمن في منطقة أوراسيا"
    assert not done.document.title_inferred


def test_it_has_eighteen_paragraphs_and_two_headings(done: Repaired) -> None:
    kinds = [b.kind for b in done.document.blocks]
    assert kinds.count(BlockKind.PARAGRAPH) == 17
    assert [b.text for b in done.document.blocks if b.kind is BlockKind.HEADING] == [
        "أهمية تعزيز الاتجاهات الموحدة في منطقة آسيا الوسطى",
        "تنمية التعاون بين روسيا وكازاخستان",
    ]


def test_what_is_certain_is_repaired_and_recorded(done: Repaired) -> None:
    assert "align" not in done.document.text
    assert "|" not in done.document.text
    assert "مصدر" not in done.document.text
    assert "على أساس الشراكة والتعاون. وقال: “لا توجد" in done.document.text
    assert "احترام التنوع الثقافي.\n" in done.document.text
    made = [(c.rule, c.before.strip()) for c in done.changes]
    assert ("cell-separators", "|") in made
    assert ("tag-remnants", "=”text-align:justify”>") in made
    assert ("glued-heading", "") in made
    assert ("space-after-stop", "") in made
    assert any(c.rule == "source-line" or "source-line" in c.rules for c in done.changes if "تسنيم" in c.before)
    assert len(done.changes) == 5


@pytest.mark.parametrize(
    ("line", "character", "words", "rule"),
    [
        (10, 1, "تأكيد بوتين على الأهمية الكبيرة", "heading-by-comma"),
        (2, 211, "والمساواة والمساواة", "doubled-word"),
        (2, 230, "احترام التنوع الثقافي.", "false-stop"),
        (7, 94, "ووصف رابطة الدول المستقلة", "clause-said-again"),
        (7, 194, "“", "unclosed-quote"),
        (3, 412, "وذكر تعاون شنغهاي", "truncated-end"),
        (3, 30, "وكالة تسنيم للأنباء وكالة", "two-agencies"),
        (19, 332, "والتحالف الاستراتيجي. في", "false-stop"),
    ],
)
def test_what_is_doubtful_is_pointed_at_and_stands_as_it_is(
    text: str, done: Repaired, line: int, character: int, words: str, rule: str
) -> None:
    start = text.index(words, place(text, line, 1))
    assert abs(start - place(text, line, character)) < 40
    reached = [d for d in done.doubts if d.start < start + len(words) and d.end > start]
    assert rule in [d.rule for d in reached]
    assert words in done.document.text


@pytest.mark.parametrize(
    "words",
    [
        "10.2%",
        "28.2 مليار",
        "يناير/كانون الثاني إلى أغسطس/آب",
        "ينمو بوتيرة جيدة. وقال",
        "أيضا أن",
        "أيضًا أن",
        "(الخميس/ 9 نوفمبر)",
    ],
)
def test_what_only_looks_wrong_is_left_alone(text: str, done: Repaired, words: str) -> None:
    at = text.index(words)
    assert words in done.document.text
    assert not [c for c in done.changes if c.start < at + len(words) and c.end > at]


def test_nobody_is_bothered_with_more_doubts_than_there_are(done: Repaired) -> None:
    assert len(done.doubts) == 8, [d.rule for d in done.doubts]


def test_the_original_comes_back_and_a_second_repair_finds_nothing(text: str, done: Repaired) -> None:
    assert apply(text, done.changes) == done.document.text
    assert undo(done.document.text, done.changes) == text
    assert repair(done.document.text).changes == ()
