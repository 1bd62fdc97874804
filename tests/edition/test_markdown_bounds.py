"""A text that would take Markdown minutes is told before the library is asked, with its line; what repair writes never is."""

import pytest

from warraq.archive.concept import Vocabulary
from warraq.archive.reading_article import article_from_values
from warraq.edition.assemble import edition
from warraq.edition.markdown_bounds import excess
from warraq.edition.markdown_html import markdown_html
from warraq.repair.document import Block, BlockKind, Document
from warraq.repair.writers.markdown import to_markdown

SIGNS = (
    "[",
    "![",
    "[a](",
    "[a][",
    "[^",
    "<a ",
    "*a ",
    "`",
    "_a ",
    "a\n---\n",
    "a\n===\n",
    "<http://",
    "[^1]: ",
    "> ",
    "- ",
    "1. ",
)


@pytest.mark.parametrize(
    "sign", ["[", "![", "[a](", "[a][", "[^", "<a ", "*a ", "`", "_a ", "a\n---\n", "<http://", "<?", "<!--"]
)
def test_thousands_of_signs_are_told_with_their_line(sign: str) -> None:
    found = excess("سطر\n\n" + sign * 5_000)
    assert found is not None
    line, what, _ = found
    assert line >= 2 and "too many" in str(what)


@pytest.mark.parametrize("sign", ["[", "[a](", "[^"])
def test_many_paragraphs_count_together(sign: str) -> None:
    assert excess(f"{sign * 300}\n\n" * 2) is None
    assert excess(f"{sign * 300}\n\n" * 40) is not None


@pytest.mark.parametrize(
    ("line", "at"), [("[^1]: [^2]: a\n[^3]: b", 0), ("a\n\n" + "> " * 50 + "b", 2), ("- " * 50 + "b", 0)]
)
def test_what_begins_within_one_another_is_told(line: str, at: int) -> None:
    found = excess(line)
    assert found is not None and found[0] == at


@pytest.mark.parametrize(
    "usual",
    [
        "",
        "فقرة [رابط](http://a.b/c) و*تشديد* وحاشية[^1].\n\n[^1]: نصها\n\n> اقتباس\n> > في اقتباس\n\n- بند\n    - في بند",
        "| أ | ب |\n|---|---|\n" + "| [أ](b) | [ب](c) |\n" * 60,
        "كلمة_وكلمة " * 20_000,
        "[رابط](http://a.b/c) في فقرة.\n\n" * 5_000,
        "\\[" * 20_000,
    ],
)
def test_usual_texts_are_read(usual: str) -> None:
    assert excess(usual) is None


@pytest.mark.parametrize("sign", SIGNS)
def test_what_repair_writes_is_never_too_much(sign: str) -> None:
    text = " ".join((sign * 4_000).split())
    assert (
        excess(to_markdown(Document("عنوان", title_inferred=False, blocks=(Block(BlockKind.PARAGRAPH, text),)))) is None
    )


def test_a_footnote_within_a_footnote_would_break_the_library() -> None:
    with pytest.raises(RuntimeError):
        markdown_html("[^1]: [^2]: a\n[^3]: b")


def test_the_edition_is_made_without_the_text_and_the_problem_names_its_line() -> None:
    body = "أعلن الوزير اليوم.\n\n" + "[" * 5_000
    article = article_from_values("content/articles/a.md", {"title": "خبر", "date": "2024-03-15"}, body, 7, {})
    made = edition(article, None, None, Vocabulary({}))
    assert [(p.path, p.line) for p in made.problems] == [("content/articles/a.md", 9)]
    assert "[" not in made.text
