"""Tables of HTML become tables of Markdown; what is laid out in a table stays text."""

import pytest

from warraq.archive.original import OriginalKind
from warraq.edition import render
from warraq.repair.document import BlockKind, Document, Place, TableCell
from warraq.repair.fuzz import broken_promises
from warraq.repair.html_tags.tables import data_tables
from warraq.repair.repairing import repair
from warraq.repair.writers.markdown import from_markdown, to_markdown

SENTENCE = "أعلن مدير المعرض أمس أن الدورة الجديدة ستضم أربعين جناحا وأن العمل فيها يجري ليلا ونهارا."
PARAGRAPH = f"<p>{SENTENCE}</p>"
SCORES = "<table><tr><td>الفريق<td>النقاط</tr><tr><td>النسور</td><td>45</td></tr><tr><td>الصقور<td>43</table>"
SCORED = "| الفريق | النقاط |\n|---|---|\n| النسور | 45 |\n| الصقور | 43 |"
LONG = "وقال المدير إن الأسعار ستبقى كما كانت في الموسم الماضي. " * 9


def written(table: str, kind: OriginalKind = OriginalKind.FRAGMENT) -> str:
    """Give the Markdown between the paragraphs around a table."""
    html = f"<h1>معرض الكتاب</h1>{PARAGRAPH}{table}{PARAGRAPH}"
    if kind is OriginalKind.PAGE:
        nav = "<nav><a href='/'>الرئيسة</a><table><tr><td>1<td>2<tr><td>3<td>4</table></nav>"
        html = f"<html><head><title>معرض الكتاب</title></head><body>{nav}<article>{html}</article></body></html>"
    assert not list(broken_promises(html, kind))
    body = to_markdown(repair(html, kind).document)
    return body.removeprefix(f"{SENTENCE}\n\n").removesuffix(f"\n\n{SENTENCE}\n")


@pytest.mark.parametrize("kind", [OriginalKind.FRAGMENT, OriginalKind.PAGE])
def test_a_table_keeps_its_head_its_rows_and_its_figures(kind: OriginalKind) -> None:
    assert written(SCORES, kind) == SCORED


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        (  # nothing says that the first row is a head
            "<table><tr><td>سعر الزيت<td>5.20<tr><td>سعر القمح<td>1.10</table>",
            "|  |  |\n|---|---|\n| سعر الزيت | 5.20 |\n| سعر القمح | 1.10 |",
        ),
        (  # entities alone, no more than a space, and a cell that is a sign of Markdown
            "<table><tr><th>أ<th>ب<tr><td>&ndash;<td>&nbsp;<tr><td>&quot;نعم&quot;<td>ق|ك</table>",
            '| أ | ب |\n|---|---|\n| – |  |\n| "نعم" | ق\\|ك |',
        ),
        (  # cells that reach over others are said once
            "<table><tr><th rowspan=2>الفريق<th colspan=2>النقاط<tr><th>ذهاب<th>إياب<tr><td>النسور<td>4<td>5</table>",
            "| الفريق | النقاط |  |\n|---|---|---|\n|  | ذهاب | إياب |\n| النسور | 4 | 5 |",
        ),
        (  # lines within a cell
            "<table><caption>الأسعار</caption><tr><td>زيت<br>الزيتون<td><p>5</p>دنانير<tr><td><ul><li>قمح<li>شعير</ul><td><b>7</b></table>",
            "الأسعار\n\n|  |  |\n|---|---|\n| زيت الزيتون | 5 دنانير |\n| قمح شعير | 7 |",
        ),
        (  # a spacer's column, a comment, a program
            "<table><tr><td><script>'<td>'</script>قمح<td>&nbsp;<td>7<!-- <tr><td>8 --><tr><td>زيت<td><td>5</table>",
            "|  |  |\n|---|---|\n| قمح | 7 |\n| زيت | 5 |",
        ),
        (f"{SCORES}{SCORES.replace('<td>', '<th>', 2)}", f"{SCORED}\n\n{SCORED}"),
    ],
)
def test_cells_stand_where_they_stood(table: str, rows: str) -> None:
    assert written(table) == rows


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td>نص الخبر كله</td></tr></table>",
        "<table><tr><td>قائمة</td><td>نص الخبر</td></tr></table>",
        "<table><tr><td>سطر</td></tr><tr><td>سطر</td></tr></table>",
        "<table role='presentation'><tr><td>أ<td>ب<tr><td>ج<td>د</table>",
        f"<table><tr><td>أ<td>ب<tr><td>ج<td>{LONG}</table>",
        "<table><tr><td>أ<td>ب<tr><td>ج<td><h2>عنوان</h2></table>",
        "<table><tr><td>أ<td>ب<tr><td>ج<td>د",
    ],
)
def test_what_is_laid_out_in_a_table_is_none(table: str) -> None:
    assert data_tables(table) == []
    assert data_tables(f"<table><tr><td>{SCORES}<td>ب<tr><td>ج<td>د</table>") == data_tables(f"<table><tr><td>{SCORES}")


def test_a_table_that_cannot_be_written_stays_in_lines_with_a_doubt() -> None:
    table = f"<table><tr><td>قمح<td>7<tr><td>زيت<td>5<tr><td>شعير<td>4<tr><td>عدس<td>{LONG}</table>"
    done = repair(f"<h1>معرض</h1>{PARAGRAPH}{table}{PARAGRAPH}", OriginalKind.FRAGMENT)
    assert [b.text for b in done.document.blocks[1:4]] == ["قمح | 7", "زيت | 5", "شعير | 4"]
    assert {b.kind for b in done.document.blocks} == {BlockKind.PARAGRAPH}
    assert "table-in-lines" in [d.rule for d in done.doubts]


def test_a_table_of_related_links_or_of_a_sidebar_is_no_part_of_the_article() -> None:
    links = "<table><tr><td><a href='/a'>خبر آخر</a><td><a href='/b'>خبر ثان</a><tr><td><a href='/c'>خبر ثالث</a><td><a>خبر</a></table>"
    assert "خبر" not in written(links, OriginalKind.PAGE)
    assert "45" not in written(f"<aside>{SCORES}</aside>", OriginalKind.PAGE)
    assert "45" in written(
        f"<div class='scroll'>{SCORES.replace('النسور', '<a href=/t>النسور</a>')}</div>", OriginalKind.PAGE
    )


def test_cells_are_written_and_read_back() -> None:
    texts = [(1, 0, "a|b\\"), (1, 2, "---"), (2, 1, "# `x`"), (0, 1, "*")]
    blocks = tuple(TableCell(BlockKind.CELL, text, Place(row, column)) for row, column, text in texts)
    body = to_markdown(Document("عنوان", title_inferred=False, blocks=blocks))
    assert from_markdown(body) == blocks
    assert render(body).lines == [text for *_, text in texts]
