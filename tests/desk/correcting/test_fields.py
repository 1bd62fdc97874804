"""Whatever a front matter is written like, the values asked for are in it afterwards, and nothing else is another."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from warraq.archive.article import Article
from warraq.archive.problem import Problem, WrongValueError
from warraq.archive.reading_article import read_article
from warraq.archive.values import BETWEEN
from warraq.desk.article_head import head_of
from warraq.desk.correcting.articles import CorrectableArticle
from warraq.desk.correcting.corrections import corrected
from warraq.desk.correcting.fields import FIELDS, cell_of, understood

PATH = "content/articles/a.md"
HEADS = (
    "title: a\ndate: 2020\n",
    "title: a\ndate: 2020\nsource:\n  name: رويترز\n  via: [تاس]\n",
    "title: a\ndate: 2020\nsource:\n  {name: رويترز,\n   url: 'https://a.b'}   # c\n",
    "title: >\n  طويل\n  جدا\ndate: 2020\ntags:\n- a\n- b # c\n",
    "'title': \"a\"\ndate: '2020'\nsource: !!str x\ntags: !!seq [a]\n",
    "العنوان: خبر\nالتاريخ: 2020\nالمصدر: رويترز\nالوسوم: أ، ب\nالكاتب: هدى\n",
    "title: a\ndate: 2020\nsource:\ntags:\nlang:\nauthors:\n",
    "title: a\ndate:\n  2020\nsource:   # c\n    name: x   # d\n    url:\n      https://x.y\n",
    "title: a\ndate: 2020\nauthors: ['van der Berg, Jan', x، y]\ntags:\n- 'a; b'\n- c\n",
    "title: a\ndate: unknown\ntags:\n    # c\n    - a\n\n    - b\n    # d\nlang: ar\n",
    "title: a\ndate: 2020\nsource: {name: x, }\nannotations:\n- quote: نص\n  note: |\n    b\n\n",
)
LINES = st.text(st.characters(exclude_categories=["C"]), max_size=12) | st.sampled_from(
    ["=x: 'y'", "true", "- a", "#h", "[a]", "", '"Berg, Jan"; x']
)
DATES, LANGUAGES = st.sampled_from(["", "2021", "٢٠٢٠-٠١-٠١"]), st.sampled_from(["", "fa", "zh-Hant"])
ADDRESSES, RIGHTS = (
    st.sampled_from(["", "https://x.y/{a},b?c=d#e"]),
    st.sampled_from(["", "full", "CC BY 4.0", "excerpt 4"]),
)
VALUES = {"date": DATES, "lang": LANGUAGES, "url": ADDRESSES, "rights": RIGHTS}
ASKED = st.fixed_dictionaries({}, optional={field: VALUES.get(field, LINES) for field in FIELDS})


@given(st.sampled_from(HEADS), st.sampled_from(["\n", "\r\n"]), st.sampled_from(["", "\ufeff"]), ASKED)
def test_values_are_put_in_and_all_else_stays(head: str, end: str, mark: str, asked: dict[str, str]) -> None:
    data = (mark + f"---\n{head}---\nنص: x\n---\n".replace("\n", end) + "آخر\nسطر  \r\n").encode()
    article = read_article(PATH, data).article
    assert article
    this = CorrectableArticle(article, head_of(data))
    assert this.head.data() == data
    try:
        values = {field: understood(field, text) for field, text in asked.items()}
    except WrongValueError:
        return
    result = corrected(this, values)
    if isinstance(result, Problem):
        said = result.text()
        assert "The article names no source" in said or "The source has more than a name" in said
        return
    now = read_article(PATH, result.head.data()).article
    assert now and result.head.below == this.head.below
    assert result.head.raw.count("\r\n") == (result.head.raw.count("\n") if end == "\r\n" else 0)
    meant = {"date": "unknown", "lang": "ar"}
    for field in FIELDS:
        value = (values[field] or meant.get(field, "")) if field in values else cell_of(article, field)
        assert sorted(cell_of(now, field).split(BETWEEN)) == sorted(value.split(BETWEEN)), field
    assert without_fields(now) == without_fields(article)


def without_fields(article: Article) -> Article:
    """Give an article without what can be corrected; a note may gain the line end that it always had in the file."""
    notes = tuple(replace(note, note=note.note.rstrip("\n")) for note in article.annotations)
    source = article.source and replace(article.source, name="", url=None, rights=None)
    if source and not source.via:
        source = None
    return replace(
        article,
        title="",
        date=None,
        source=source,
        tags=(),
        authors=(),
        lang="",
        annotations=notes,
        places=(),
        body_line=0,
    )
