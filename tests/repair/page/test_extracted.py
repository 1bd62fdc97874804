"""Blocks are found in a text that a library took out of their page, by their order and their neighbours."""

from warraq.repair.rules.page.extracted import blocks_in, words_of
from warraq.repair.rules.page.scanning import scan

FIRST, LAST = "وصلت أمس إلى الميناء أربع سفن محملة بالقمح.", "وقال مدير الميناء إن العمل استمر حتى منتصف الليل."


def found(page: str, extracted: str) -> list[str]:
    """Give the words of the blocks that are found."""
    return [words_of(page, b) for b in blocks_in(page, scan(page).blocks, extracted)]


def test_a_short_block_is_found_where_its_neighbours_are_and_not_in_a_menu() -> None:
    page = f"<ul><li>قمح</li><li>45</li></ul><p>{FIRST}</p><p>45</p><p>قمح</p><p>{LAST}</p><div>قمح</div>"
    assert found(page, f"{FIRST}\n45\nقمح\n{LAST}") == [
        w.replace(" ", "").rstrip(".") for w in (FIRST, "45", "قمح", LAST)
    ]


def test_what_stands_twice_is_found_where_the_order_is_the_same() -> None:
    page = f"<p>{LAST}</p><p>{FIRST}</p><p>{LAST}</p>"
    blocks = blocks_in(page, scan(page).blocks, f"{FIRST}\n{LAST}")
    assert [page.index(f"<p>{FIRST}") < b.start for b in blocks] == [True, True]


def test_nothing_is_found_in_nothing() -> None:
    assert found(f"<p>{FIRST}</p>", "") == []
    assert found("", FIRST) == []
