"""A text that would take Markdown minutes is told before the library is asked, with its line; what repair writes never is."""

import pytest

from growth import growth, seconds
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


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("before", ["", "> ", "    ", "- بند\n"])
@pytest.mark.parametrize("row", ["أ", "|أ", "| أ |"])
def test_a_table_whose_rows_lack_most_cells_is_told(before: str, row: str, end: str) -> None:
    table = f"{before}{'أ|' * 300}أ\n{before}{'-|' * 300}-\n" + f"{before}{row}\n" * 300
    found = excess(f"سطر\n\n{table}".replace("\n", end))
    assert found is not None
    assert found[0] == 3 + before.count("\n") * 2 and "301 columns" in str(found[1])


def test_rows_of_many_tables_count_together() -> None:
    table = f"{'أ|' * 50}أ\n{'-|' * 50}-\n" + "أ\n" * 50 + "\n"
    assert excess(table * 4) is None
    assert excess(table * 20) is not None


@pytest.mark.parametrize("between", ["\n\n", " \n\n> "])
def test_thousands_of_signs_of_footnotes_are_told_with_their_line(between: str) -> None:
    found = excess(f"ن[^1]{between}" * 600 + "\n\n[^1]: م")
    assert found is not None and found[0] == 1_000
    found = excess("".join(f"ن[^{n}]{between}" for n in range(4_500)))
    assert found is not None and found[0] == 8_000


@pytest.mark.parametrize("mark", ["ن[^1]\n\n", "[^\n\n", "[^[^ ]\n\n", "\\[^1]\n\n", "-|-\n", "|\n", "[^1]: أ\n"])
def test_the_estimate_itself_takes_time_in_proportion(mark: str) -> None:
    def cost(marks: int) -> float:
        return seconds(lambda: excess(mark * marks))

    assert growth(cost, 5_000, 10_000, 3, floor=0.05) < 3


@pytest.mark.parametrize(
    "usual",
    [
        "",
        "فقرة [رابط](http://a.b/c) و*تشديد* وحاشية[^1].\n\n[^1]: نصها\n\n> اقتباس\n> > في اقتباس\n\n- بند\n    - في بند",
        "| أ | ب |\n|---|---|\n" + "| [أ](b) | [ب](c) |\n" * 60,
        "أ|ب|ت|ث|ج|ح|خ|د\n-|-|-|-|-|-|-|-\n" + "أ|ب|ت|ث|ج|ح|خ|د\n" * 5_000,
        "أ|ب|ت|ث|ج|ح|خ|د\n-|-|-|-|-|-|-|-\n" + "أ|ب\n" * 2_000,
        "".join(f"ن[^{n}]\n\n[^{n}]: م\n\n" for n in range(1_500)),
        "---\n\n" * 5_000,
        "|---|---|\n\n" * 25_000,
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
