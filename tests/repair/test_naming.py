"""A record names first the rule that explains a change."""

import pytest

from warraq.archive.change import Change
from warraq.archive.original import OriginalKind
from warraq.repair.naming import explain_changes, is_furniture
from warraq.repair.repairing import repair


def as_recorded(*rules: str, kind: OriginalKind = OriginalKind.TEXT) -> Change:
    [change] = explain_changes([Change(rules[0], 0, 1, "a", "b", rules[1:])], kind)
    assert (change.start, change.end, change.before, change.after) == (0, 1, "a", "b")
    return change


def test_a_line_that_was_taken_out_says_why_it_went_and_not_what_was_done_to_it_on_the_way() -> None:
    assert as_recorded("cell-separators", "source-line", "removed-lines").rules == (
        "source-line",
        "cell-separators",
        "removed-lines",
    )


def test_layout_comes_last() -> None:
    assert as_recorded("line-ends", "latin-punctuation").rules == ("latin-punctuation", "line-ends")


def test_the_rest_keep_the_order_of_their_stages() -> None:
    text = "أكد الوزير ,أن المشروع سيكتمل في العام المقبل."
    [change] = [c for c in repair(text).changes if "latin-punctuation" in c.rules]
    assert as_recorded(*change.rules).rules == change.rules


@pytest.mark.parametrize(
    ("kind", "rules", "layout"),
    [
        (OriginalKind.TEXT, ["line-ends"], True),
        (OriginalKind.TEXT, ["tags"], False),
        (OriginalKind.TEXT, ["line-ends", "tags"], False),
        (OriginalKind.FRAGMENT, ["entities"], True),
        (OriginalKind.PAGE, ["tags", "line-ends"], True),
        (OriginalKind.PAGE, ["wrapped-lines"], True),
        (OriginalKind.PAGE, ["tags", "space-after-stop"], False),
        (OriginalKind.PAGE, ["boilerplate", "tags"], False),
    ],
)
def test_tags_are_damage_in_a_text_and_in_html_the_way_it_is_written(
    kind: OriginalKind, rules: list[str], *, layout: bool
) -> None:
    assert as_recorded(*rules, kind=kind).layout is layout


@pytest.mark.parametrize(
    ("rules", "furniture"),
    [
        (["boilerplate"], True),
        (["boilerplate", "tags", "blank-lines", "inferred-title"], True),
        (["tags"], False),
        (["boilerplate", "repeated-paragraph", "tags"], False),
        (["boilerplate", "arabic-in-another-code-page"], False),
    ],
)
def test_what_stood_around_the_article_is_no_repair_and_hides_none(rules: list[str], *, furniture: bool) -> None:
    change = as_recorded(*rules, kind=OriginalKind.PAGE)
    assert is_furniture(change) is furniture
    assert (change.rule == "boilerplate") is (furniture and "boilerplate" in rules)
