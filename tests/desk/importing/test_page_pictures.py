"""Pictures of a page are found however it loads them, with their captions; those of other news are told apart by its words."""

from __future__ import annotations

import pytest

from warraq.desk.importing.page_pictures import MOST, caption_text, page_pictures

KEPT = "نص المادة"
"""In these pages: the words that repair keeps."""


def shown(page: str) -> list[tuple[str, list[str]]]:
    """Give the first address of each picture, and the captions."""

    def is_kept(start: int, end: int) -> bool:
        return KEPT in page[start:end]

    found = page_pictures(page, 0, len(page), is_kept)
    return [(p.addresses[0], [caption_text(page, *place) for place in p.captions]) for p in found]


@pytest.mark.parametrize(
    ("markup", "address"),
    [
        ('<img src="a.jpg">', "a.jpg"),
        ("<IMG SRC=a.jpg>", "a.jpg"),
        ('<img src="dot.gif" data-src="a.jpg">', "a.jpg"),
        ('<img src="data:image/gif;base64,R0" data-srcset="s.jpg 300w, a.jpg 900w, m.jpg 600w">', "a.jpg"),
        ('<img src="s.jpg" srcset="s.jpg, a.jpg 2x">', "a.jpg"),
        ('<picture><source srcset="a.webp 2x, s.webp"><img src="s.jpg"></picture>', "a.webp"),
        ('<img src="data:image/gif;base64,R0"><noscript><img src="a.jpg"></noscript>', "a.jpg"),
        ('<img alt="أ > ب" src="a.jpg?x=1&amp;y=2">', "a.jpg?x=1&y=2"),
        ('<amp-img src="a.jpg"></amp-img>', "a.jpg"),
    ],
)
def test_a_picture_is_found_once_however_its_page_loads_it(markup: str, address: str) -> None:
    assert shown(f"<p>{KEPT}</p>{markup}<p>{KEPT}</p>") == [(address, [])]


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="data:image/gif;base64,R0">',
        '<img src="/x/grey-placeholder.png?1">',
        '<img src="t.gif" width="1" height="1">',
        '<img src="/img/site-logo.png">',
        '<img class="avatar" src="a.jpg">',
        '<aside><img src="a.jpg"></aside>',
        '<div class="related"><p>خبر آخر</p><img src="a.jpg"></div>',
        '<ul><li><a href="/1"><img src="a.jpg"> خبر آخر</a></li></ul>',
        '<nav><ul><li><img src="a.jpg"></nav>',
    ],
)
def test_signs_counters_and_pictures_of_other_news_stay_behind(markup: str) -> None:
    assert shown(f"<p>{KEPT}</p>{markup}<p>{KEPT}</p>") == []


@pytest.mark.parametrize(
    ("markup", "captions"),
    [
        ('<figure><img src="a.jpg"><figcaption>السد <b>القديم</b></figcaption></figure>', ["السد القديم"]),
        ('<figure><figcaption>السد</figcaption><img src="a.jpg"></figure>', ["السد"]),
        (
            '<figure><img src="a.jpg"><figcaption>السد<span class=credit>رويترز</span></figcaption></figure>',
            ["السد", "رويترز"],
        ),
        ('<figure><div><img src="a.jpg"></div><div>السد</div></figure>', ["السد"]),
        ('<figure><img src="a.jpg"><p>السد</p><p class="credit">Getty</p></figure>', ["السد", "Getty"]),
        (f'<figure><img src="a.jpg"><div>{"زر " * 200}</div><figcaption>السد</figcaption></figure>', ["السد"]),
        (
            '<div class="wp-caption"><img src="a.jpg"><p class="wp-caption-text">السد &amp; الماء</p></div>',
            ["السد & الماء"],
        ),
        ('<div><img src="a.jpg"></div><p class="caption">السد</p><p class="photo-credit">Getty</p>', ["السد", "Getty"]),
        ('<a href="a.jpg"><figure><img src="a.jpg"><figcaption>السد</figcaption></figure></a>', ["السد"]),
        (f'<img src="a.jpg"><p>{KEPT}</p><p class="caption">السد</p>', []),
        (f'<figure><img src="a.jpg"><figcaption>{KEPT}</figcaption></figure>', []),
        ('<figure><img src="a.jpg"><script>var a = 1</script></figure>', []),
        ('<figure><img src="a.jpg"><figcaption>السد', ["السد"]),
    ],
)
def test_a_caption_and_a_credit_go_with_their_picture_unless_they_stand_in_the_text(
    markup: str, captions: list[str]
) -> None:
    assert shown(f"<p>{KEPT}</p>{markup}") == [("a.jpg", captions)]


def test_each_picture_of_a_gallery_has_its_own_caption() -> None:
    one = '<li><img src="{0}.jpg"><p class="caption">صورة {0}</p></li>'
    page = f"<p>{KEPT}</p><ul>{''.join(one.format(n) for n in range(3))}</ul>"
    assert shown(page) == [(f"{n}.jpg", [f"صورة {n}"]) for n in range(3)]


@pytest.mark.parametrize(
    "piece",
    [
        "<li><img src=a.jpg>",
        "<div class=caption><img src=a.jpg>",
        "<p class=caption>x",
        "<noscript>",
        "</div>",
        "<img src='",
    ],
)
def test_a_hostile_page_costs_no_more_than_its_length(piece: str) -> None:
    assert len(shown(piece * 5_000)) <= MOST
