"""An article that stands in a script of its page is read from there, whatever program wrote it, and no other is."""

import json

import pytest

from warraq.archive.original import OriginalKind
from warraq.repair.fuzz import broken_promises
from warraq.repair.repairing import repair

TITLE = "افتتاح معرض الزيتون في الميناء القديم"
PARAGRAPHS = (
    "افتتح رئيس البلدية صباح أمس معرض الزيتون السنوي في قاعة الميناء القديم، بحضور مئات الزائرين.",
    'وقال المدير: "الدورة الحالية تضم أربعين جناحًا"، وإن المشاركين جاؤوا من سبع دول. \N{OLIVE}',
    "وأضاف أن اللجنة ستعلن أسماء الفائزين في حفل ختامي في آخر يوم من المعرض.",
)
HTML = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
ARTICLE = {"title": TITLE, "body": HTML}
OTHER = {"title": "خبر آخر لا صلة له بالمعرض", "body": "هذا نص خبر آخر نشر قبل أيام في الصفحة الأولى من الجريدة. " * 12}
LIST = {"title": TITLE, "content": [{"type": "text", "content": p} for p in PARAGRAPHS]}
PUSH = "<script>self.__next_f.push([1,%s])</script>"
ROW = f'5:{{"article":{json.dumps(ARTICLE, ensure_ascii=False)}}}'


def written(data: object) -> str:
    return json.dumps(data)


def page(scripts: str, body: str = "<div id=root></div>") -> str:
    head = f"<meta charset=utf-8><title>{TITLE} | جريدة الميناء</title>"
    return f"<!DOCTYPE html><html lang=ar><head>{head}</head><body>{body}{scripts}</body></html>"


def lines(text: str) -> tuple[str, ...]:
    assert not list(broken_promises(text, OriginalKind.PAGE))
    document = repair(text, OriginalKind.PAGE).document
    assert document.title.startswith(TITLE)
    return tuple(b.text for b in document.blocks)


@pytest.mark.parametrize(
    "script",
    [
        f"<script id=__NEXT_DATA__ type=application/json>{written({'props': {'article': ARTICLE, 'related': [OTHER]}})}</script>",
        f"<script type=application/json>{written({'article': ARTICLE})}",  # cut off
        f"<script>window.Fusion={{}};Fusion.globalContent={written(LIST | {'related': [OTHER]})};Fusion.x='it';</script>",
        f"<script type=application/ld+json>{written({'headline': TITLE, 'articleBody': chr(10).join(PARAGRAPHS)})}</script>",
        f"<script>window.__NUXT__=(function(a){{return {{post:{{title:{written(TITLE)},html:{written(HTML)},x:a}}}}}}(1))</script>",
        f"<script>window.__STATE__=JSON.parse({written(json.dumps(ARTICLE))})</script>",
        f"<script>window.state={written({'byId': {'1': LIST, '2': OTHER}})}</script>",
        PUSH % written(ROW[:200]) + PUSH % written(ROW[200:]),
        PUSH % written(f"1a:T{len(HTML.encode()):x},{HTML}") + PUSH % written('5:{"body":"$1a"}'),
    ],
)
def test_the_text_is_read_out_of_the_script(script: str) -> None:
    assert lines(page(script)) == PARAGRAPHS
    assert lines(page(script, f"<h1>{TITLE}</h1>")) == PARAGRAPHS


def test_a_page_that_shows_its_article_is_read_as_it_is_seen() -> None:
    shown = f"<h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p>"
    assert lines(page(f"<script>x={written({'items': [OTHER]})}</script>", shown)) == PARAGRAPHS[:1]
    assert lines(page(f"<script>x={written(ARTICLE)}</script>", f"<h1>{TITLE}</h1>{HTML}")) == PARAGRAPHS


@pytest.mark.parametrize(
    "data",
    [
        {"items": [OTHER, OTHER]},
        {"comments": [{"text": PARAGRAPHS[0] * 3}]},
        {"strings": {"cookieText": PARAGRAPHS[0] * 3}},
        {"css": "body{color:red} p{margin:0} " * 30},
    ],
)
def test_other_articles_comments_and_labels_are_none(data: object) -> None:
    assert not any(
        "الميناء القديم، بحضور" in line or "خبر آخر" in line or "{" in line
        for line in lines(page(f"<script>x={written(data)}</script>"))
    )


def test_a_picture_in_a_text_of_a_script_is_no_words_of_it() -> None:
    figure = '<figure><img src="/media/1.jpg" alt="قاعة"></figure>'
    data = {"title": TITLE, "body": figure.join(f"<p>{p}</p>" for p in PARAGRAPHS)}
    for said in (json.dumps(data), json.dumps(data, ensure_ascii=False)):
        assert lines(page(f"<script>window.__STATE__={said};</script>")) == PARAGRAPHS


def test_a_word_without_an_end_in_a_script_is_read_once() -> None:
    repair(
        page(f"<script>{'a' * 400_000}"), OriginalKind.PAGE
    )  # letter by letter from each letter, it would take minutes
