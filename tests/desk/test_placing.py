"""Pictures stand between the lines of the text, and every renewal finds their places again."""

from __future__ import annotations

from lxml import html as lxml_html

from warraq.archive.change import Change
from warraq.archive.concept import Vocabulary
from warraq.desk.draft import Draft, draft_of
from warraq.desk.front_matter import split_body
from warraq.desk.placing import PLACED, Placed, missing_markdown, moved, picture_markdown, placed_in, with_placed
from warraq.desk.writing import sha256_of
from warraq.edition.markdown_bounds import excess
from warraq.edition.markdown_html import markdown_html
from warraq.repair import plan
from warraq.repair.changes import apply
from warraq.repair.readers import read_original

LINE = "قال رئيس المجلس إن العمل في الطريق الجديد سيبدأ في أول الشهر المقبل، وإن الأهالي شاركوا فيه."
TEXT = f"<html><body><h1>عنوان الخبر</h1><p>{LINE}</p><ul><li>أول الأمور</li><li>ثانيها</li></ul><p>{LINE[::-1]}</p></body></html>"


def draft() -> Draft:
    return draft_of(plan(read_original("a.html", TEXT.encode()), Vocabulary()))


def paragraphs(made: Draft) -> list[str]:
    return split_body(made.article)[1].rstrip("\n").split("\n\n")


def test_a_picture_stands_behind_its_line_and_never_within_a_list() -> None:
    first, items, last = paragraphs(draft())
    made = with_placed(draft(), [Placed(9, "5"), Placed(0, "1"), Placed(1, "2"), Placed(2, "3"), Placed(3, "4")])
    assert paragraphs(made) == ["1", first, "2", items, "3", "4", last, "5"]
    assert made.record.body_sha256 == sha256_of(split_body(made.article)[1])
    assert made.record.article_sha256 == sha256_of(made.article)
    assert with_placed(draft(), []) == draft()


def test_what_was_placed_is_found_again_and_placed_the_same() -> None:
    picture, missing = picture_markdown("images/a/1.jpg", "السد", "الماء (رويترز)"), missing_markdown("صورة a--b.jpg")
    made = with_placed(draft(), [Placed(1, picture), Placed(3, missing), Placed(4, picture)])
    found = list(placed_in(made.article))
    assert found == [Placed(1, picture), Placed(3, missing), Placed(4, picture)]
    text = apply(TEXT, made.record.changes)
    assert list(moved(found, made.record.changes, text, made.record.changes, text)) == found


def test_a_picture_stays_in_its_place_where_other_rules_take_out_another_line() -> None:
    original = "عنوان\nأول\nثان\nثالث"
    new = [Change("x", 6, 10, "أول\n", "")]
    placed = [Placed(0, "أ"), Placed(1, "ب"), Placed(2, "ج"), Placed(7, "د")]
    assert [one.line for one in moved(placed, [], original, new, apply(original, new))] == [0, 0, 1, 2]
    assert [one.line for one in moved(placed, new, apply(original, new), [], original)] == [0, 2, 3, 3]


def test_any_caption_is_written_so_that_markdown_gives_it_back() -> None:
    caption = 'قال "نعم" [1] (رويترز) \\ `كود` *نجمة* _خط_ <b> &lt; {: .x} [^1]'
    markdown = picture_markdown("images/a/1.jpg", "وصف [1] \\ <b>", caption)
    assert PLACED.fullmatch(markdown) and markdown.count(")") == 1 + "وصف (1)".count(")")
    [image] = lxml_html.fragment_fromstring(markdown_html(markdown))
    assert (image.tag, image.get("title"), image.tail) == ("img", caption, None)


def test_what_no_file_can_hold_is_left_out() -> None:
    assert picture_markdown("images/a/1.jpg", "أ\x01ب", "ج\ud83dد\n\nه") == '![أ ب](<{static}images/a/1.jpg> "ج د ه")'
    assert missing_markdown("a --> <b>\x00\n c--") == "<!-- a -) (b) c -->"


def test_an_alternative_text_of_signs_costs_no_article() -> None:
    alt = "* ` [ _ " * 2000
    for repeated in (alt, "س" * 5000):
        markdown = picture_markdown("images/a/1.jpg", repeated, "")
        assert PLACED.fullmatch(markdown) and len(markdown) < 1_100
        assert excess(f"نص\n\n{markdown}\n") is None
