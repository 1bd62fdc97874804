"""What editors look at wears the readers' clothes: the theme's faces and tokens, both schemes, every width, and nothing that axe finds."""

from __future__ import annotations

from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest
from playwright.sync_api import Page

from desk.conftest import Desk
from desk.doubtful_texts import SENTENCES, damaged, repaired
from desk.importing.outcomes import OUTCOMES, row
from press.running import of_site, running
from theme.accessibility import violations
from warraq.desk.house.page import file_name, page_alone
from warraq.desk.house.style import CORE, face, house_style, house_style_alone
from warraq.desk.importing.report import report_page
from warraq.desk.review.answering import Review
from warraq.press.request_check import Gate
from warraq.press.serving import BuildState
from warraq.press.serving_review import review_handler

LONG = "content/articles/" + "خبر-طويل-الاسم-جدا-" * 6 + "2023 (1).md"
FACE_OF = "e => getComputedStyle(e).fontFamily.split(',')[0]"


@pytest.fixture
def pages(desk: Desk, tmp_path: Path) -> Iterator[list[str]]:
    (desk.content / "site.yaml").write_text("name: أرشيف التجربة\nlanguage: ar\n", "utf-8")
    for number in range(3):
        repaired(desk, f"{'خبر-' * 20}{number}", damaged(number, SENTENCES[0]))
    report = tmp_path / "report.html"
    report.write_text(report_page(f"/home/x/{LONG}", OUTCOMES, [row(1)], "ar", "أرشيف التجربة"), "utf-8")
    state = BuildState(tmp_path / "none", "ar")
    state.record_build(f"{LONG}:3: date: القيمة «2023-13» ليست تاريخا.\ncontent/articles/a.md:7:9: خطأ\n")
    handler = review_handler(Review(desk.root), Gate(opened_by_hand_only=True), "ar")
    with running(handler) as review, running(of_site(tmp_path / "none", state)) as site:
        yield [f"{review.url}/review/", report.as_uri(), f"{site.url}/", f"{review.url}/nothing-here"]


@pytest.mark.browser
def test_the_desk_fits_every_width_in_both_schemes_and_has_the_themes_faces(pages: list[str], page: Page) -> None:
    for address in pages:
        page.goto(address)
        if "review" in address:
            page.wait_for_selector("#item:not([hidden])")
        grounds = set()
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            grounds.add(page.evaluate("getComputedStyle(document.body).backgroundColor"))
            for width in (320, 1920):
                page.set_viewport_size({"width": width, "height": 800})
                assert page.evaluate("document.documentElement.scrollWidth") <= width, (address, width)
            assert violations(page) == [], (address, scheme)
        assert grounds == {"rgb(251, 250, 246)", "rgb(21, 23, 26)"}, address
        assert page.locator("body").evaluate(FACE_OF) == "Vazirmatn"
        assert page.locator("h1").first.evaluate(FACE_OF) in ("Naskh", "Vazirmatn")
        assert page.evaluate("document.fonts.check('16px Vazirmatn', 'ب')")


def test_who_is_refused_reads_a_sentence_in_the_house_s_clothes_and_nothing_of_the_archive(desk: Desk) -> None:
    def told(path: str = "/review/", host: str = "", **headers: str) -> tuple[int, str]:
        asked = {
            "Host": host or server.url.removeprefix("http://"),
            **{k.replace("_", "-"): v for k, v in headers.items()},
        }
        connection = HTTPConnection(server.url.removeprefix("http://"))
        connection.request("GET", path, headers=asked)
        answer = connection.getresponse()
        assert "frame-ancestors 'none'" in str(answer.headers["Content-Security-Policy"])
        return answer.status, answer.read().decode()

    handler = review_handler(Review(desk.root), Gate(opened_by_hand_only=True), "ar")
    by_link = {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate"}
    with running(handler) as server:
        refused = told(Sec_Fetch_Dest="document", **by_link)
        elsewhere = told(host="archive.example:80", Accept="text/html,*/*")
        nothing = told("/review/none", Sec_Fetch_Dest="document")
        for (status, page), code, words in (
            (refused, 403, "طلب هذا موقع آخر"),
            (elsewhere, 403, "ليس لهذا الخادم هذا الاسم"),
            (nothing, 403, "المراجعة في \N{LEFT-TO-RIGHT MARK}/review/"),
        ):
            assert status == code and words in page, page[-300:]
            assert 'dir="rtl" class="desk"' in page and house_style_alone() in page
            assert "أرشيف التجربة" not in page and "<script" not in page
        # What a page of another site has within itself is told in a word.
        assert len(told(Sec_Fetch_Dest="image", **by_link)[1]) < 500
        assert told("/review/items")[1] == "Forbidden"


def test_a_page_alone_has_its_faces_in_it_and_asks_for_nothing() -> None:
    page = page_alone("<عنوان>", "<p>نص</p>", "ar", "<اسم>")
    assert page.count("data:font/woff2;base64,") == len(CORE) and "../fonts/" not in page
    assert "<h1>&lt;عنوان&gt;</h1>" in page and "<bdi>&lt;اسم&gt;</bdi>" in page and "<script" not in page
    assert "@font-face" in house_style() and house_style_alone().endswith(house_style()[-200:])


def test_only_faces_of_the_theme_are_given() -> None:
    assert face("naskh-arabic.woff2")
    assert [face(name) for name in ("", "../style.css", "OFL-roboto.txt", "none.woff2")] == [None] * 4


def test_a_files_name_stands_for_itself_in_a_text_of_any_direction() -> None:
    assert file_name("a<b>.md").startswith("<bdi") and "&lt;b&gt;" in file_name("a<b>.md")
