"""Tables on the page: their head says what columns are, and one without words is none."""

from warraq.edition import render
from warraq.edition.tokens import tokens_html


def test_a_head_says_that_its_cells_are_about_columns_and_an_empty_one_goes() -> None:
    [part] = render("| البند | السعر |\n|---|---|\n| قمح | 7 |").parts
    assert tokens_html(part.tokens).count('<th scope="col">') == 2
    headless = render("|  |  |\n|---|---|\n| قمح | 7 |")
    assert "<th" not in tokens_html(headless.parts[0].tokens)
    assert headless.lines == ["قمح", "7"]
