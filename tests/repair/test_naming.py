"""A record names first the rule that explains a change."""

from warraq.archive.original import OriginalKind
from warraq.repair import repair
from warraq.repair.naming import by_weight, is_layout


def test_a_line_that_was_taken_out_says_why_it_went_and_not_what_was_done_to_it_on_the_way() -> None:
    assert by_weight(("cell-separators", "source-line", "removed-lines")) == (
        "source-line",
        "cell-separators",
        "removed-lines",
    )


def test_layout_comes_last() -> None:
    assert by_weight(("line-ends", "latin-punctuation")) == ("latin-punctuation", "line-ends")


def test_the_rest_keep_the_order_of_their_stages() -> None:
    text = "أكد الوزير ,أن المشروع سيكتمل في العام المقبل."
    [change] = [c for c in repair(text).changes if "latin-punctuation" in c.by]
    assert by_weight(change.by) == change.by


def test_tags_are_damage_in_a_text_and_in_html_the_way_it_is_written() -> None:
    assert is_layout(("tags", "line-ends"), OriginalKind.PAGE)
    assert is_layout(("entities",), OriginalKind.FRAGMENT)
    assert not is_layout(("tags",), OriginalKind.TEXT)
    assert not is_layout(("tags", "space-after-stop"), OriginalKind.PAGE)
    assert not is_layout(("boilerplate", "tags"), OriginalKind.PAGE)
