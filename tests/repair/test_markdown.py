"""A document is written so that readers read it as it is, and editors see clean text."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warraq.edition import published_text, render
from warraq.repair.document import Block, BlockKind, Document
from warraq.repair.fuzz import hostile_document
from warraq.repair.writers.markdown import escape, from_markdown, to_markdown


@given(st.integers(0, 2**32))
def test_the_published_text_of_what_is_written_is_the_documents_text(seed: int) -> None:
    document = hostile_document(random.Random(seed))
    assert published_text(document.title, render(to_markdown(document))) == document.text


@pytest.mark.parametrize(
    "text",
    [
        "قال الوزير (أمس): نعم، ثم خرج!",
        "بلغت 10.2% | 80.5$ - وارتفعت + 3 = 5 ~ 6",
        "الموقع www.example.com والبريد info@example.com و snake_case",
        'قال: «نعم» و“لا”، ولم يقل "ربما".',
        "في 2024 كان العدد 5. ثم زاد",
        "-5 درجات",
        "وسم #وسم",
    ],
)
def test_sound_text_is_written_without_a_single_escape(text: str) -> None:
    assert escape(text) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2024. كان عاما", "2024\\. كان عاما"),
        ("١٩٩٥. كان عاما", "١٩٩٥\\. كان عاما"),
        ("# وسم", "\\# وسم"),
        ("- بند", "\\- بند"),
        ("> قول", "\\> قول"),
        ("---", "\\---"),
        ("س < ص & ع", "س &lt; ص &amp; ع"),
        ("*نجمة*", "\\*نجمة\\*"),
        ("_خط_", "\\_خط\\_"),
        ("[1]", "\\[1]"),
        (": تعريف", "&#58; تعريف"),
        ("~~~", "&#126;~~"),
        ("a\\b", "a\\\\b"),
    ],
)
def test_what_markdown_would_misread_is_escaped_and_read_back(text: str, written: str) -> None:
    assert escape(text) == written
    assert [b.text for b in from_markdown(written)] == [text]


def test_each_kind_of_block_has_its_sign() -> None:
    kinds = [BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.LIST_ITEM, BlockKind.QUOTATION]
    document = Document("عنوان", title_inferred=False, blocks=tuple(Block(kind, "نص") for kind in kinds))
    assert to_markdown(document) == "نص\n\n## نص\n\n- نص\n- نص\n\n> نص\n"
    assert from_markdown(to_markdown(document)) == document.blocks
