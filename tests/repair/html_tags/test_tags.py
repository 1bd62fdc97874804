"""Tags have their places, and what is broken in one costs nothing behind it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import growth, seconds
from warraq.repair.html_tags import Extent, Tag, attributes, blank_tags, find_tag, find_tags, strip_tags
from warraq.repair.html_tags.elements import BLOCK, BREAKS_LINE, CELLS, INLINE, VOID, alternatives
from warraq.repair.html_tags.in_page import page_tags
from warraq.repair.html_tags.in_prose import find_tag_in_prose

P = frozenset({"p", "pre", "div"})
PIECES = st.lists(
    st.sampled_from(
        ["<", ">", '"', "'", "=", "/", " ", "\n", "p", "div", "a", "class", "نص", "<!--", "-->", "<script>", "</p>"]
    ),
    max_size=30,
).map("".join)


def written(text: str, extent: Extent, *, whole_name: bool = False) -> list[str]:
    return [text[t.start : t.end] for t in find_tags(text, P, extent, whole_name=whole_name)]


@pytest.mark.parametrize(
    ("text", "extent", "tags"),
    [
        ("<p>نص</P>", Extent.BARE, ["<p>", "</P>"]),
        ('<p title="a>b">', Extent.BARE, ['<p title="a>']),
        ('<p title="a>b">', Extent.PAIRED, ['<p title="a>b">']),
        ("<p title='a>b'>", Extent.QUOTED, ["<p title='a>b'>"]),
        ('<p title="a>نص', Extent.PAIRED, []),
        ('<p title="a>نص', Extent.QUOTED, ['<p title="a>']),
        ('<p title=""">نص', Extent.PAIRED, []),
        ('<p title=""">نص', Extent.QUOTED, ['<p title=""">']),
        ("<p class=<div>", Extent.QUOTED, ["<div>"]),
        ("<p", Extent.NAME, ["<p"]),
        ('<p"', Extent.NAME, ["<p"]),
        ("<pقال", Extent.NAME, []),
        ("<pre><param>", Extent.BARE, ["<pre>"]),
    ],
)
def test_a_tag_reaches_as_far_as_its_extent_says(text: str, extent: Extent, tags: list[str]) -> None:
    assert written(text, extent) == tags


def test_a_whole_name_is_not_the_beginning_of_another() -> None:
    text = "<p-x><p:x><p/><p\n><p>"
    assert written(text, Extent.BARE) == ["<p-x>", "<p:x>", "<p/>", "<p\n>", "<p>"]
    assert written(text, Extent.BARE, whole_name=True) == ["<p/>", "<p\n>", "<p>"]


def test_a_tag_stands_between_the_places_that_are_given() -> None:
    text = "<p>ab</p>"
    assert find_tag(text, P, Extent.BARE, 0, 3) == Tag(
        "p", closing=False, start=0, end=3, attributes_start=2, attributes_end=2
    )
    assert find_tag(text, P, Extent.BARE, 0, 2) is None
    assert find_tag(text, P, Extent.BARE, 1) == Tag(
        "p", closing=True, start=5, end=9, attributes_start=8, attributes_end=8
    )


@pytest.mark.parametrize(
    ("written_as", "values"),
    [
        ("""<p a="1" B='2' c=3 d>""", {"a": "1", "b": "2", "c": "3"}),
        ("""<p a="x y" b = "">""", {"a": "x y", "b": ""}),
        ("""<p a=1 a=2>""", {"a": "2"}),
        ("""<p data-a="it's">""", {"data-a": "it's"}),
    ],
)
def test_attributes_have_the_places_of_their_values(written_as: str, values: dict[str, str]) -> None:
    text = f"a=0 {written_as} z=9"
    tag = find_tag(text, P, Extent.QUOTED)
    assert tag is not None
    assert {name: text[a.start : a.end] for name, a in attributes(text, tag).items()} == values


@given(PIECES)
def test_blanking_keeps_every_position_and_stripping_keeps_what_is_no_tag(text: str) -> None:
    assert len(blank_tags(text)) == len(text)
    assert [(c, d) for c, d in zip(text, blank_tags(text), strict=True) if d not in {c, " "}] == []
    assert "".join(re.split(r"<[^<>]*>", text)) == strip_tags(text)


@given(PIECES)
def test_the_tags_of_a_page_are_in_order_and_never_overlap(text: str) -> None:
    at = 0
    for tag in page_tags(text):
        assert at <= tag.start <= tag.end <= len(text)
        assert tag.name == tag.name.lower()
        assert tag.start <= tag.attributes_start <= tag.attributes_end <= tag.end
        at = tag.end


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("<p>نص", [("p", "<p>", False)]),
        ('<div title="a > b">', [("div", '<div title="a > b">', False)]),
        ('<div title="a > قال">', [("div", '<div title="a >', False)]),  # the mark was never closed
        ("<span class=x\nنص", [("span", "<span class=x", True)]),
        ("3 <x 5 <y", [("", "", True), ("", "", True)]),
        ("<!-- a --><p>", [("", "<!-- a -->", False), ("p", "<p>", False)]),
        ("<!-- a <!-- b -->", [("", "<!--", True), ("", "<!-- b -->", False)]),
        ("<!-- a <p>", [("", "<!--", True), ("p", "<p>", False)]),
        ("<script>a<b>c</script ><p>", [("", "<script>a<b>c</script >", False), ("p", "<p>", False)]),
        ("<script>a <p>", [("", "<script>a ", True), ("p", "<p>", False)]),
        ("<script>a", [("", "<script>a", True)]),
        ("</script>", [("script", "</script>", False)]),
    ],
)
def test_a_page_is_read_tag_by_tag(text: str, tags: list[tuple[str, str, bool]]) -> None:
    assert [(t.name, text[t.start : t.end], t.is_flawed) for t in page_tags(text)] == tags


def test_two_comments_side_by_side_are_two() -> None:
    text = "<!----><!---->"
    assert [(t.start, t.end) for t in page_tags(text)] == [(0, 7), (7, 14)]


@pytest.mark.parametrize(
    ("text", "name", "place", "cut"),
    [
        ("قال <b>نعم", "b", "<b>", False),
        ("قال <b نعم", "b", "<b ", True),
        ("<blockquote\n", "blockquote", "<blockquote", True),
        ("<" + "a" * 16 + " ", "a" * 16, "<" + "a" * 16 + " ", True),
        ("<" + "a" * 31 + ">", "a" * 31, "<" + "a" * 31 + ">", False),
        ("<a href=”x”>", "a", "<a href=”x”>", False),
        ("<![CDATA[ x", "", "<![CDATA[", False),
        ("x ]]> y", "", "]]>", False),
        ("<!--[if IE]> x", "", "<!--[if IE]>", False),
    ],
)
def test_a_tag_in_prose_ends_before_the_next_word(text: str, name: str, place: str, cut: bool) -> None:  # noqa: FBT001 - of a table
    tag = find_tag_in_prose(text, 0)
    assert tag is not None
    assert (tag.name, text[tag.start : tag.end], tag.is_flawed) == (name, place, cut)


@pytest.mark.parametrize("text", ["x < 5", "<3", "a <- b", "< p>"])
def test_a_sign_of_prose_is_no_tag(text: str) -> None:
    assert find_tag_in_prose(text, 0) is None


def test_the_sets_of_elements_fit_together() -> None:
    assert BREAKS_LINE | CELLS < BLOCK
    assert not INLINE & (BREAKS_LINE | CELLS)
    assert {"br", "hr"} == VOID & BLOCK
    assert alternatives(frozenset({"p", "pre", "a"})) == "pre|a|p"


@pytest.mark.parametrize("piece", ["<", '<p "', "<p a='", "<p ", "<!--", "<script>", '<div title="a>'])
@pytest.mark.parametrize(
    "read",
    [
        lambda text: list(page_tags(text)),
        lambda text: list(find_tags(text, P, Extent.QUOTED)),
        lambda text: list(find_tags(text, P, Extent.PAIRED)),
    ],
    ids=["page", "quoted", "paired"],
)
def test_hostile_tags_cost_time_in_proportion(read: Callable[[str], list[Tag]], piece: str) -> None:
    def cost(times: int) -> float:
        return seconds(lambda: read(piece * times))

    assert growth(cost, 4_000, 16_000, 10, floor=0.001) < 10
