"""What its author struck out is not read as current."""

import pytest

from warraq.archive.concept import Vocabulary
from warraq.archive.original import OriginalKind
from warraq.edition.rendered_text import render
from warraq.repair import plan
from warraq.repair.changes import apply, undo
from warraq.repair.fuzz import broken_promises
from warraq.repair.readers import read_original
from warraq.repair.repairing import repair
from warraq.repair.writers.markdown import from_markdown, to_markdown

P = "<p>قالت أمينة المكتبة إن الأرفف الجديدة ستصل قبل نهاية الشهر، وإن القراء سيجدون فيها كتب السفر والبحر.</p>"


@pytest.mark.parametrize(
    ("html", "body"),
    [
        ("<p>حضر <s>12</s> 15 قارئا</p>", "حضر <s>12</s> 15 قارئا"),
        ("<p>حضر <DEL datetime='2014'><b>12 </b></DEL>15 قارئا</p>", "حضر <s>12</s> 15 قارئا"),
        ("<p><strike># نعم_</strike> لا|نعم</p>", "<s>\\# نعم\\_</s> لا\\|نعم"),
        (
            "<p>قال <span style='color:red;text-decoration:line-through'>لا <span>ثم</span></span> نعم</p>",
            "قال <s>لا ثم</s> نعم",
        ),
        ("<p>قال [s]لا[/s] نعم &lt;s&gt;ثم&lt;/s&gt;</p>", "قال <s>لا</s> نعم <s>ثم</s>"),
        ("<ul><li><s>ورق</s></li><li>حبر</li></ul>", "- <s>ورق</s>\n- حبر"),
        ("<del><p>ورق.</p><p>حبر.</p></del><p>ماء.</p>", "<s>ورق.</s>\n\n<s>حبر.</s>\n\nماء."),
        ("<p>مساحتها <s>10<sup>2</sup></s> 10<sup>3</sup></p>", "مساحتها <s>10²</s> 10³"),
        ("<p>بلغت 20 <s><sup>3</sup></s> قبل</p>", "بلغت 20 <s>³</s> قبل"),
        ("<p>قال <s></s>نعم<del> </del></p>", "قال نعم"),
    ],
)
def test_struck_words_are_written_as_such_and_come_back(html: str, body: str) -> None:
    page = f"<h1>خبر اليوم</h1>{html}"
    done = repair(page, OriginalKind.FRAGMENT)
    written = to_markdown(done.document)
    assert written == f"{body}\n"
    assert from_markdown(written) == done.document.blocks
    assert undo(apply(page, done.changes), done.changes) == page
    assert list(broken_promises(page, OriginalKind.FRAGMENT)) == []


def test_readers_see_the_line_through_the_words_and_t_has_them() -> None:
    rendered = render("حضر <s>12</s> 15 قارئا")
    assert rendered.lines == ["حضر 12 15 قارئا"]
    assert "<s>" in rendered.parts[0].tokens


def test_a_table_and_whole_paragraphs_of_a_page_are_struck_out_and_no_summary_says_them() -> None:
    table = "<table><tr><th>السلعة</th><th>السعر</th></tr><tr><td>ورق</td><td><s>99</s> 79</td></tr></table>"
    wrong = P.replace("الجديدة", "<s>القديمة</s> الجديدة")
    html = f"<html><body><article><h1>خبر اليوم</h1>{wrong}<del>{P.replace('قالت', 'كتبت')}</del>{P}{table}{P}</article></body></html>"
    planned = plan(read_original("page.html", html.encode()), Vocabulary())
    assert "\n<s>كتبت أمينة" in planned.body
    assert "| ورق | <s>99</s> 79 |" in planned.body
    assert "<s>القديمة</s> الجديدة" in planned.body
    assert planned.body.count("<s>") == 3
    assert str(planned.record.described["summary"].value).startswith("قالت أمينة المكتبة إن الأرفف الجديدة")


@pytest.mark.parametrize(
    ("html", "doubted"),
    [("<h1>حضر <s>12</s> 15 قارئا</h1><p>نعم</p>", "<s>12</s>"), ("<h1>خبر</h1><p>حضر <del>12 قارئا", "<del>12 قارئا")],
)
def test_what_can_not_be_shown_as_struck_out_is_doubted(html: str, doubted: str) -> None:
    doubts = [d for d in repair(html, OriginalKind.FRAGMENT).doubts if d.rule == "struck-may-be-current"]
    assert [html[d.start : d.end] for d in doubts] == [doubted]


def test_many_lines_through_nothing_take_no_time_of_their_square() -> None:
    for part in ("<s>ورق", "<del><p>ورق", "<s>ورق</s>"):
        done = repair(part * 2_000, OriginalKind.FRAGMENT)
        assert undo(done.document.text, done.changes) == part * 2_000
