"""What the lines of a repaired text are."""

import pytest

from warraq.archive.original import OriginalKind
from warraq.repair.document import BlockKind
from warraq.repair.repairing import repair

PARAGRAPH = "أعلن الوزير في مؤتمر صحفي أمس أن المشروع سيكتمل في العام المقبل وأن العمل يجري ليلا."


def kinds(text: str, kind: OriginalKind) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.text) for block in repair(text, kind).document.blocks]


@pytest.mark.parametrize(
    ("begun", "read"),
    [("&quot;نعم&quot;", '"نعم"'), ("\ufe8d\ufedf\ufeb4\ufefc\ufee1", "السلام"), ("<b>نعم</b>", "نعم")],
)
def test_a_block_keeps_its_kind_where_its_first_letters_were_mended_too(begun: str, read: str) -> None:
    page = f"<h1>عنوان</h1><p>{PARAGRAPH}</p><h2>{begun} للحوار</h2><p>{PARAGRAPH}</p><ul><li>{begun} بند</li></ul>"
    assert kinds(page, OriginalKind.FRAGMENT)[1::2] == [
        (BlockKind.HEADING, f"{read} للحوار"),
        (BlockKind.LIST_ITEM, f"{read} بند"),
    ]


@pytest.mark.parametrize("sign", ["•", "\uf0b7", "▪ "])
def test_lines_with_a_bullet_become_items_of_a_list(sign: str) -> None:
    text = f"عنوان\n\n{PARAGRAPH}\n\n{sign} الماء\n{sign} «الهواء»\n\n{PARAGRAPH}"
    assert kinds(text, OriginalKind.TEXT) == [
        (BlockKind.PARAGRAPH, PARAGRAPH),
        (BlockKind.LIST_ITEM, "الماء"),
        (BlockKind.LIST_ITEM, "«الهواء»"),
        (BlockKind.PARAGRAPH, PARAGRAPH),
    ]


def test_a_caption_with_its_agency_is_no_heading() -> None:
    text = f"عنوان الخبر\nحقول القمح في الشمال (رويترز)\n{PARAGRAPH}\n{PARAGRAPH[:-1]} أيضا."
    assert kinds(text, OriginalKind.TEXT)[0] == (BlockKind.PARAGRAPH, "حقول القمح في الشمال (رويترز)")


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("تصوير: كريم مراد", True),
        ("(عدسة: سلمى الحداد)", True),
        ("مصدر الصورة: وكالة البحر", True),
        ("عکس: مریم کریمی", True),
        ("فوٹو: علی احمد", True),
        ("צילום: דנה לוי", True),
        ("Photo by: Ann Miller", True),
        ("تصوير الفيلم الجديد في الوادي", False),
        ("تصويرٌ: بين الفن والعلم", False),
        ("الصورة الكاملة: ما جرى أمس", False),
        ("Photographers: a history", False),
    ],
)
def test_a_line_that_names_who_took_a_picture_is_no_heading(line: str, *, is_one: bool) -> None:
    kind = BlockKind.PARAGRAPH if is_one else BlockKind.HEADING
    page = f"<h1>عنوان</h1><p>{PARAGRAPH}</p><h2>{line}</h2><p>{PARAGRAPH}</p>"
    assert kinds(page, OriginalKind.FRAGMENT)[1] == (kind, line)
    text = f"عنوان الخبر\n{PARAGRAPH}\n{line}\n{PARAGRAPH[:-1]} أيضا."
    assert kinds(text, OriginalKind.TEXT)[1][0] is kind
