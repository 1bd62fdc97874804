"""Nothing overlaps, nothing runs out of the window, and the text on the page is the published text."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from project import SITE
from theme.geometry import overlapping, too_wide
from theme.visiting import BIDI, CANAL, DENSE, KINDS, MARKET, OPEN_NOTES, visit
from warraq.pages.paragraph_ids import with_paragraph_ids
from warraq.press.checking import check_archive

WIDTHS = range(320, 1921, 40)


@pytest.mark.browser
@pytest.mark.parametrize("kind", ["home", "article", "torture", "compare", "data", "method"])
def test_no_page_is_wider_than_any_window(page: Any, served_site: str, kind: str) -> None:
    visit(page, served_site, KINDS[kind])
    wide = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        if found := too_wide(page):
            wide[width] = found
    assert wide == {}


@pytest.mark.browser
@pytest.mark.parametrize(
    ("kind", "selector"),
    [
        ("article", "#citation"),
        ("article", ".standing"),
        ("article", ".said"),
        ("home", ".item p"),
        ("concept", ".intro p"),
    ],
)
def test_a_long_address_anywhere_breaks_before_it_widens_a_phone(
    page: Any, served_site: str, kind: str, selector: str
) -> None:
    visit(page, served_site, KINDS[kind], 320)
    page.evaluate(OPEN_NOTES)
    page.evaluate(
        "s => { document.querySelector(s).textContent = 'https://example.org/' + '%D8%A7'.repeat(60) }", selector
    )
    assert too_wide(page) is None


@pytest.mark.browser
@pytest.mark.parametrize("address", [CANAL, MARKET, BIDI, DENSE], ids=["canal", "market", "bidi", "dense"])
@pytest.mark.parametrize("width", [1024, 1440])
def test_margin_notes_never_overlap_open_or_closed(page: Any, served_site: str, address: str, width: int) -> None:
    visit(page, served_site, address, width)
    assert overlapping(page) == []
    page.evaluate(OPEN_NOTES)
    assert overlapping(page) == []


@pytest.mark.browser
def test_margin_notes_stand_beside_the_text_and_level_with_their_words(page: Any, served_site: str) -> None:
    visit(page, served_site, CANAL)
    found = page.evaluate(
        """() => { const note = document.querySelector('.entry.note'), mark = document.querySelector('.body mark.note');
        const n = note.getBoundingClientRect(), m = mark.getBoundingClientRect();
        const c = document.querySelector('.column').getBoundingClientRect();
        return {beside: n.right <= c.left, level: Math.abs(n.top - m.top) < 30,
          words: note.querySelector('.said').checkVisibility({contentVisibilityAuto: true})} }"""
    )
    assert found == {"beside": True, "level": True, "words": True}


@pytest.mark.browser
def test_many_names_in_a_paragraph_never_push_the_notes_away_from_their_words(page: Any, served_site: str) -> None:
    visit(page, served_site, DENSE)
    away = page.evaluate(
        """() => [...document.querySelectorAll('.entry.note')].map(note => {
        const mark = document.getElementById(note.querySelector('.back').hash.slice(1));
        return Math.abs(note.getBoundingClientRect().top - mark.getBoundingClientRect().top) })"""
    )
    assert len(away) == 2
    assert max(away) < 60
    assert page.locator(".glosses.many summary").is_visible()


@pytest.mark.browser
def test_the_text_on_the_page_is_the_published_text(page: Any, served_site: str) -> None:
    editions = check_archive(SITE, date(2027, 1, 1), repairing=True).editions
    assert len(editions) >= 12
    for edition in editions:
        if edition.article.withdrawn:
            continue  # its page tells that it was withdrawn, and not its text
        visit(page, served_site, f"articles/{edition.article.slug}/")
        title = page.locator("h1").evaluate("e => e.textContent")
        sections = page.evaluate(
            "ids => ids.map(id => document.getElementById(id).textContent)",
            [s.id for s in with_paragraph_ids(edition).sections],
        )
        assert title == edition.text.split("\n")[0]
        assert sections == [edition.text[s.start : s.end] for s in edition.sections]


@pytest.mark.browser
def test_titles_and_names_run_their_own_way_in_the_torture_page(page: Any, served_site: str) -> None:
    visit(page, served_site, BIDI)
    order = page.evaluate(
        """() => { const letters = [];
        const node = document.querySelector('h1'), walk = document.createTreeWalker(node, NodeFilter.SHOW_TEXT), range = document.createRange();
        for (let t; (t = walk.nextNode());) for (const word of t.data.matchAll(/\\S+/g)) {
          range.setStart(t, word.index); range.setEnd(t, word.index + word[0].length);
          const box = range.getBoundingClientRect(); letters.push([word[0], Math.round(box.top / 20), box.left]); }
        letters.sort((a, b) => a[1] - b[1] || b[2] - a[2]); return letters.map(l => l[0]).slice(0, 4) }"""
    )
    assert "".join(order[:4]).startswith(("«WCO»", "«")), "the title is Arabic, so it begins at the right"
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).direction") == "rtl"
    for selector in (".publication li a", ".tags a", ".crumbs a"):
        bare = page.evaluate(
            """s => [...document.querySelectorAll(s)].filter(e => !e.querySelector('bdi') && !e.dir)
            .filter(e => !e.closest('.crumbs li:first-child')).map(e => e.outerHTML)""",
            selector,
        )
        assert bare == [], selector
    assert page.title().startswith("\N{FIRST STRONG ISOLATE}«WCO»")
    assert page.evaluate("window.hacked === undefined && !document.querySelector('h1 script')")


ALONE = """() => [...document.querySelectorAll('.back')].filter(back => {
  const box = back.getBoundingClientRect(), range = document.createRange(), said = back.closest('.said, .repairs li')
  if (!box.width) return false
  const walk = document.createTreeWalker(said, NodeFilter.SHOW_TEXT)
  let last = null
  while (walk.nextNode() && !back.contains(walk.currentNode)) if (walk.currentNode.data.trim()) last = walk.currentNode
  range.selectNodeContents(last)
  const words = [...range.getClientRects()].at(-1)
  return words.bottom <= box.top + 2 }).map(back => back.closest('.said, .repairs li').innerText)"""


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 375, 1024, 1440])
def test_the_way_back_never_stands_alone_on_a_line(page: Any, served_site: str, width: int) -> None:
    for address in (CANAL, MARKET, BIDI, DENSE):
        visit(page, served_site, address, width)
        page.evaluate(OPEN_NOTES)
        assert page.evaluate(ALONE) == []


@pytest.mark.browser
def test_a_letter_of_the_names_never_stands_apart_from_its_first_name_and_columns_begin_level(
    page: Any, served_site: str
) -> None:
    visit(page, served_site, KINDS["concepts"])
    found = page.evaluate(
        """() => [...document.querySelectorAll('.letters')].map(letters => {
        const box = e => e.getBoundingClientRect(), heads = [...letters.querySelectorAll('h3')];
        const columns = Map.groupBy(heads, head => Math.round(box(head).right));
        return {apart: heads.filter(h => { const first = box(h.nextElementSibling.firstElementChild);
            return box(h).top < first.top - 3 || box(h).bottom > first.bottom + 3 || Math.abs(first.right - box(h).left) > 20 }).length,
          tops: new Set([...columns.values()].map(column => Math.round(box(column[0]).top))).size} })"""
    )
    assert found and all(part == {"apart": 0, "tops": 1} for part in found)
