"""Markdown that repair writes gives exactly the text of the document, for any characters in it."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from warraq.edition import published_text, render
from warraq.repair.document import Block, BlockKind, Document
from warraq.repair.writers.markdown import to_markdown

WRITTEN = r"""
نص كلمة 2024. ١٩٩٥. 1) # ## * ** _ __ a_b <b> </p> < &amp; & ` `` [x] [x](y) [^1] [^1]: [x]: http://a.b/c_d_e | ---
=== - + ~~~ ~ ! ![a](b) \ \* {: .x} { } ( ) *[HTML]: <script> <!-- --> “ ” « » &#61; &nbsp a@b.c <http://x.y> [TOC] ``` ?xml
<?php <!DOCTYPE ]]> =”text-align:justify”> : :تعريف 1. |--|--| md_in_html {filename}x.md {static} wzxhzdk:0 klzzwxh:0000
<div> <pre> </div> <br> <img> == ^^ 😀
"""
SIGNS = [*WRITTEN.split(), "\N{NO-BREAK SPACE}", "\N{ZERO WIDTH NON-JOINER}ا", "\N{RIGHT-TO-LEFT MARK}"]
LINES = st.lists(st.tuples(st.sampled_from(SIGNS), st.sampled_from(["", " "])), min_size=1, max_size=7).map(
    lambda pieces: "".join(sign + space for sign, space in pieces).strip()
)
BLOCKS = st.lists(st.builds(Block, st.sampled_from(BlockKind), LINES.filter(bool)), min_size=1, max_size=5)


@given(st.sampled_from(["عنوان", "# <b>عنوان</b>"]), BLOCKS)
@example("عنوان", [Block(BlockKind.LIST_ITEM, "أ"), Block(BlockKind.PARAGRAPH, "ب"), Block(BlockKind.QUOTATION, "ج")])
@example("عنوان", [Block(BlockKind.LIST_ITEM, "|"), Block(BlockKind.LIST_ITEM, "---|---")])
def test_the_published_text_is_the_text_of_the_document(title: str, blocks: list[Block]) -> None:
    document = Document(title, title_inferred=False, blocks=tuple(blocks))
    assert published_text(title, render(to_markdown(document))) == document.text
