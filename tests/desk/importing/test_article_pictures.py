"""The article's own pictures go along; those of the page around it stay behind."""

from __future__ import annotations

import pytest

from warraq.archive.concept import Vocabulary
from warraq.desk.importing.article_pictures import MOST_PICTURES, article_pictures
from warraq.desk.importing.files_beside import FilesBeside
from warraq.repair import plan
from warraq.repair.readers import read_original

WORDS = "قال رئيس المجلس إن العمل في الطريق الجديد سيبدأ في أول الشهر المقبل بإذن الله، وإن الأهالي شاركوا فيه."
PAGE = f"""<!DOCTYPE html><html lang="ar"><head><title>عنوان الخبر عن الطريق</title></head><body>
<nav><img src="p_files/logo.png"><a href="/">الرئيسة</a></nav>
<article><h1>عنوان الخبر عن الطريق</h1><figure><img src="./p_files/lead.jpg" alt="الطريق &quot;الجديد&quot;"></figure>
<p>{WORDS}</p><aside><img src="p_files/advert.jpg"></aside><p>{WORDS.replace("قال", "وأكد")}</p>
<p><img src="p_files/middle%20one.jpg?x=1"></p><p>{WORDS.replace("قال", "وبيّن")}</p>
<p><img src="p_files/last.jpg"><img src="p_files/last.jpg"><img src="../secret.jpg"><img src="https://x.example/far.jpg"></p></article>
<footer><img src="p_files/foot.jpg"></footer></body></html>"""
AT_HAND = [f"a/p_files/{n}" for n in ("logo.png", "lead.jpg", "advert.jpg", "middle one.jpg", "last.jpg", "foot.jpg")]


def test_pictures_between_heading_and_end_belong_to_the_article() -> None:
    original = read_original("p.html", PAGE.encode())
    record = plan(original, Vocabulary()).record
    shown = list(article_pictures("a/p.html", original, record, FilesBeside(AT_HAND)))
    assert [s.name.removeprefix("a/p_files/") for s in shown if s.name] == ["lead.jpg", "middle one.jpg", "last.jpg"]
    assert [s.address for s in shown if not s.name] == ["../secret.jpg", "https://x.example/far.jpg"]
    assert [s.line for s in shown] == [0, 2, 3, 3, 3]
    assert shown[0].alt == 'الطريق "الجديد"'


def test_a_picture_that_its_page_loads_late_goes_along() -> None:
    late = PAGE.replace('src="./p_files/lead.jpg"', 'src="dot.gif" data-src="p_files/lead.jpg"')
    original = read_original("p.html", late.encode())
    record = plan(original, Vocabulary()).record
    shown = list(article_pictures("a/p.html", original, record, FilesBeside(AT_HAND)))
    assert [s.name.removeprefix("a/p_files/") for s in shown if s.name] == ["lead.jpg", "middle one.jpg", "last.jpg"]


@pytest.mark.parametrize("scheme", ["data:image/", "DATA:image/", "Data:Image/"])
def test_a_picture_in_the_page_that_can_not_be_read_leaves_no_comment(scheme: str) -> None:
    page = PAGE.replace("https://x.example/far.jpg", f"{scheme}png;base64,{'A' * 900}")
    original = read_original("p.html", page.encode())
    shown = article_pictures("a/p.html", original, plan(original, Vocabulary()).record, FilesBeside(AT_HAND))
    assert [s.address for s in shown if not s.name] == ["../secret.jpg"]


TITLE = "عنوان الخبر عن الطريق"
LEAD = '<figure><img src="p_files/lead.jpg"></figure>'
LOGO = '<div><img src="p_files/logo.png"></div>'
TEXT = f"<p>{WORDS}</p><p>{WORDS.replace('قال', 'وأكد')}</p>"


@pytest.mark.parametrize(
    "body",
    [
        f"{LOGO}<div><h2 class=x>{TITLE}</h2>{LEAD}<div>{TEXT}</div></div>",
        f"{LOGO}<div><h3><a href=x>{TITLE}</a></h3>{LEAD}<div>{TEXT}</div></div>",
        f"<h1>جريدة البلد</h1>{LOGO}<div><h2>{TITLE}</h2>{LEAD}<div>{TEXT}</div></div>",
        f"<div><h1>{TITLE}</h1>{LEAD}<h3>من مراسلنا</h3>{TEXT}</div>",
        f"{LOGO}<div>{LEAD}{TEXT}</div>",
    ],
    ids=["h2", "h3", "site's name in h1", "kicker below the title", "no heading"],
)
def test_the_article_begins_at_its_title_whatever_the_heading(body: str) -> None:
    page = f'<html lang="ar"><head><title>{TITLE}</title></head><body>{body}</body></html>'
    original = read_original("p.html", page.encode())
    record = plan(original, Vocabulary()).record
    assert [s.name for s in article_pictures("a/p.html", original, record, FilesBeside(AT_HAND))] == [
        "a/p_files/lead.jpg"
    ]


def test_an_article_has_thirty_pictures_at_most() -> None:
    names = [f"{n}.jpg" for n in range(MOST_PICTURES + 1)]
    images = "".join(f'<img src="p_files/{name}">' for name in names)
    page = f'<html lang="ar"><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>{images}{TEXT}</article></body></html>'
    original = read_original("p.html", page.encode())
    record = plan(original, Vocabulary()).record
    shown = [
        s.name for s in article_pictures("p.html", original, record, FilesBeside([f"p_files/{name}" for name in names]))
    ]
    assert shown == [f"p_files/{name}" for name in names[:MOST_PICTURES]]


CAPTION = "الطريق الجديد عند مدخل المدينة"


@pytest.mark.parametrize(
    "box",
    [
        f'<p><img src="p_files/lead.jpg"></p><p class="cap">{CAPTION}</p>',
        f'<div class="photo"><img src="p_files/lead.jpg"><div class="desc">{CAPTION}</div></div>',
        f'<p><img src="p_files/lead.jpg"><br><small>{CAPTION}</small></p>',
        f'<div><img src="p_files/lead.jpg"><span class="credit">{CAPTION}</span></div>',
        f'<div><img src="p_files/lead.jpg"><p>{CAPTION}</p></div>',
    ],
)
def test_a_caption_that_its_place_tells_goes_with_its_picture_and_is_no_paragraph(box: str) -> None:
    again = WORDS.replace("قال", "وأكد")
    page = f"<html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1><p>{WORDS}</p>{box}<p>{again}</p></article></body></html>"
    original = read_original("p.html", page.encode())
    planned = plan(original, Vocabulary())
    assert CAPTION not in planned.article.decode().split("---\n", 2)[2]
    assert [s.caption for s in article_pictures("a/p.html", original, planned.record, FilesBeside(AT_HAND))] == [
        CAPTION
    ]


@pytest.mark.parametrize(
    "box",
    [
        '<div><img src="p_files/lead.jpg"><p>وجاء إلى الموقع أمس مئات من أهل القرى المجاورة.</p></div>',
        '<p class="has-drop-cap"><img src="p_files/lead.jpg">وجاء إلى الموقع أمس مئات من أهل القرى المجاورة.</p>',
        '<div><img src="p_files/lead.jpg"><h2>في الطريق الجديد أربع محطات</h2></div>',
    ],
)
def test_a_sentence_or_a_heading_beside_a_picture_stays_in_the_text(box: str) -> None:
    again = WORDS.replace("قال", "وأكد")
    page = f"<html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1><p>{WORDS}</p>{box}<p>{again}</p></article></body></html>"
    original = read_original("p.html", page.encode())
    planned = plan(original, Vocabulary())
    assert planned.article.decode().split("---\n", 2)[2].count("\n\n") == 2
    assert [s.caption for s in article_pictures("a/p.html", original, planned.record, FilesBeside(AT_HAND))] == [""]
