"""The short way from Markdown to the published text gives what the long way gives, and the machine's own bodies go it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from project import ROOT
from warraq.edition.footnote_class import footnote_key
from warraq.edition.markdown_html import markdown_html
from warraq.edition.notes import PLAIN
from warraq.edition.rendered_text import read_html
from warraq.edition.sanitise import sanitise_inline
from warraq.edition.short_way import read_known
from warraq.repair.document import Block, BlockKind, Document, Place, TableCell
from warraq.repair.writers.markdown import to_markdown

CORPUS = ROOT / "tests/corpus"
LINK = "](https://example.org/x_y?a=b&c=1#d)"
PIECES = (
    *["كلمة", "a", "B1", "5", "12. ", "1.", "1\\. ", "«", "،", ".", " ", "  ", "\N{NO-BREAK SPACE}", "\N{RIGHT-TO-LEFT MARK}", "é", "…"],
    *["**", "**كلمة**", "**«ق»**", "** x**", "*", "***", "_", "__", "a_b", "`", "~", "~~~", "=", "==", "-", "--", "---", "+", "#", "|", ":", "!"],
    *["[^1]", "[^ب]", "[^1]: ", f"[نص{LINK}", f"[**نص**{LINK}", LINK, "[x](http://a-b.co.uk)", "[x](https://999.99)", "[x](a)", "[x]: "],
    *["[", "]", "![", "(", ")", "{", "}", "{:", "\\", "\\*", "\\[", "\\_", "\\#", "\\|", "\\-", "\\>", "\\\\", "\\x", "*[a]: "],
    *["&lt;", "&amp;", "&#126;", "&", ";", '"', "'", ">", "<b>", "<", "\t", "http://a.bc", "x@y.zz", "\N{ZERO WIDTH NO-BREAK SPACE}"],
)  # fmt: skip
BEGINNINGS = ("", "", "", "## ", "###### ", "- ", "> ", "[^1]: ", "[^ب]: ", "1. ", "    ", ": ")
LINES = st.builds(
    str.__add__,
    st.sampled_from(BEGINNINGS),
    st.lists(st.sampled_from(PIECES) | st.characters(), max_size=6).map("".join),
)
KNOWN_PIECES = st.sampled_from(
    ["كلمة", " و", "a_b", "**قول**", "[^1]", f"[نص{LINK}", f"[**نص**{LINK}", "\\*", "\\#", "&lt;", "5 ", "!", "»"]
)
KNOWN_LINES = st.builds(
    lambda beginning, pieces: beginning + "".join(pieces).strip(),
    st.sampled_from(["", "", "## ", "- ", "> "]),
    st.lists(KNOWN_PIECES, min_size=1, max_size=6),
)
BODIES = st.builds(
    str.join, st.sampled_from(["\n\n", "\n\n", "\n\n\n", "\n"]), st.lists(LINES | KNOWN_LINES, max_size=6)
)


def hold_equal(body: str) -> bool:
    """Hold both ways equal; tell whether the body went the short one."""
    short = read_known(body)
    if short is None:
        return False
    long = read_html(markdown_html(body), footnote_key(body))
    assert short == long
    assert list(short.footnotes) == list(long.footnotes)
    return True


@given(BODIES)
@example("## ق \\\\#")
@example("- أ\n\n[^1]: ح[^1]\n\n- ب")
@example("> أ\n\n[^1]: ح\n\n> ب[^1]")
@example("**أ**ب**ت**")
@example("## باب\n\n## باب\n\n### 1\n\n#### **باب**")
def test_both_ways_give_the_same(body: str) -> None:
    hold_equal(body)


@given(st.lists(KNOWN_LINES.filter(lambda line: not line.startswith(("## ", "- "))), min_size=1, max_size=5))
def test_words_links_bold_ones_and_notes_go_the_short_way(lines: list[str]) -> None:
    body = "\n\n".join([*lines, "[^1]: حاشية [نص](https://example.org)."])
    assert hold_equal(body) or any(
        line.lstrip("> ").startswith(("[^1]", "**")) or "****" in line or "![" in line for line in lines
    )


TEXTS = (
    st.text(st.sampled_from("اب جa1_*[]#>-+.:|~`{}&<\\!()=") | st.characters(exclude_categories=["C", "Z"]), min_size=1)
    .map(str.strip)
    .filter(bool)
)
KINDS = st.sampled_from([kind for kind in BlockKind if kind is not BlockKind.CELL])


@given(st.lists(st.builds(Block, KINDS, TEXTS), max_size=6))
@example([Block(BlockKind.PARAGRAPH, "1. - *a* [b] <c> & &lt; _d_ {: e} ~ `"), Block(BlockKind.LIST_ITEM, "| #")])
@example([Block(BlockKind.QUOTATION, "أ"), Block(BlockKind.QUOTATION, "# ب"), Block(BlockKind.HEADING, "ت #")])
def test_what_the_machine_writes_goes_the_short_way_and_reads_as_its_text(blocks: list[Block]) -> None:
    document = Document("عنوان", title_inferred=False, blocks=tuple(blocks))
    body = to_markdown(document).removesuffix("\n")
    if hold_equal(body):
        short = read_known(body)
        assert short is not None
        assert [document.title, *short.lines] == document.text.split("\n")


@pytest.mark.parametrize("file", sorted(CORPUS.glob("in-the-wild/*.repaired.txt")), ids=lambda file: file.name)
def test_repaired_texts_of_the_corpus_go_the_short_way(file: Path) -> None:
    lines = [line.strip() for line in file.read_text("utf-8").splitlines() if line.strip()]
    document = Document(
        lines[0], title_inferred=False, blocks=tuple(Block(BlockKind.PARAGRAPH, line) for line in lines[1:])
    )
    assert hold_equal(to_markdown(document))


def test_a_table_goes_the_long_way() -> None:
    cells = [TableCell(BlockKind.CELL, "أ", Place(0, 0)), TableCell(BlockKind.CELL, "ب", Place(1, 0))]
    assert read_known(to_markdown(Document("عنوان", title_inferred=False, blocks=tuple(cells)))) is None


@given(st.text("ابٰت aZ1٣،؛؟.,:;!?«»()/%…–\"'-ً²<&*_[`", max_size=14))
def test_a_note_of_plain_words_is_what_markdown_makes_of_it(note: str) -> None:
    if PLAIN.fullmatch(note):
        assert sanitise_inline(markdown_html(note)) == note
