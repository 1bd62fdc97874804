"""
The pages in Firefox and in WebKitGTK, the engine of Safari: the rest of the suite knows only Chromium.

An engine that is not on this machine is skipped, with what to install. Scripts' errors and whatever the pages' own
Content-Security-Policy forbids are noted in the page from its first line on, by a host that puts a listener there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from conftest import Quiet, serving
from driving import firefox, webkit
from driving.tab import DOWN, ENTER, TAB, Tab
from project import SITE
from theme.geometry import overlapping, too_wide
from theme.visiting import CANAL, KINDS, MARKET, OPEN_NOTES, visit
from warraq.pages.paragraph_ids import with_paragraph_ids
from warraq.press.checking import check_archive

ENGINES: dict[str, tuple[Callable[[], str | None], Callable[[str], AbstractContextManager[Tab]]]] = {
    "firefox": (firefox.missing, firefox.firefox),
    "webkit": (webkit.missing, webkit.webkit),
}
SEARCH = "search/"
WIDTHS = range(320, 1921, 80)
NOTED = ("article", "repaired article", "torture", "left to right", "dense", "picture")
"""The kinds of pages that have notes."""
LISTENER = b"""<script>window.problems = [];
for (const kind of ["error", "unhandledrejection", "securitypolicyviolation"]) addEventListener(kind, event => problems.push(
  [kind, event.message, event.reason?.message, event.violatedDirective, event.target?.src].filter(Boolean).join(": ")), true)
</script>"""
IN_THE_MARGIN = """() => { const mark = document.querySelector('.body mark.note').getBoundingClientRect();
  const note = document.querySelector('.entry.note').getBoundingClientRect(), text = document.querySelector('.column').getBoundingClientRect();
  return {beside: note.right <= text.left, level: Math.abs(note.top - mark.top) < 30, below: note.top >= mark.bottom} }"""

INK = """stack => { const text = stack || getComputedStyle(document.querySelector('.body')).fontFamily;
  const board = Object.assign(document.createElement('canvas'), {width: 400, height: 200}), pen = board.getContext('2d');
  const rows = word => { pen.clearRect(0, 0, 400, 200); pen.font = `100px ${text}`; pen.direction = 'rtl'; pen.fillText(word, 390, 110);
    const ink = pen.getImageData(0, 0, 400, 200).data, found = [];
    for (let at = 3; at < ink.length; at += 4) if (ink[at] > 99) found.push(Math.floor(at / 1600));
    return [found[0], found.at(-1)] };
  return {stack: text, rows: ['نشر', 'ثم', 'بيت', 'قفز', 'في', 'تجارب'].map(rows)} }"""
"""The highest and the lowest row of some words of dotted letters, drawn as the text is."""


class Watching(Quiet):
    """A host whose pages note what goes wrong in them."""

    def do_GET(self) -> None:  # noqa: N802 - the name that http.server calls
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix != ".html" or not path.is_file():
            super().do_GET()
            return
        data = path.read_bytes().replace(b"<head>", b"<head>" + LISTENER, 1)
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


@pytest.fixture(scope="module")
def host(built_site: Path) -> Iterator[str]:
    """Serve the archive on such a host; yield its address."""
    yield from serving(built_site, Watching)


@pytest.fixture(scope="module", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Iterator[Tab]:
    """Start an engine that prefers light, one for all tests of this file."""
    missing, opened = ENGINES[request.param]
    if needs := missing():
        pytest.skip(needs)
    with opened("light") as tab:
        yield tab


@pytest.fixture
def tab(engine: Tab, host: str) -> Iterator[Tab]:
    """Open a window of 1440 without cookies or storage; an error of its last page fails the test."""
    engine.goto(f"{host}/404.html")
    engine.evaluate("localStorage.clear()")
    yield engine
    assert engine.evaluate("window.problems") == []


@pytest.mark.parametrize("kind", KINDS)
def test_no_script_fails_and_nothing_is_forbidden_by_the_pages_own_policy(tab: Tab, host: str, kind: str) -> None:
    visit(tab, host, KINDS[kind])
    tab.wait_for("document.readyState == 'complete'")
    assert tab.evaluate("window.problems") == []


def test_the_listener_hears_what_it_listens_for(tab: Tab, host: str) -> None:
    visit(tab, host, CANAL)
    tab.evaluate(
        "document.head.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = 1'}))"
    )
    tab.evaluate("document.body.append(Object.assign(new Image(), {src: 'https://example.org/x.png'}))")
    heard = tab.wait_for("problems.length >= 3 && problems.splice(0)")
    assert tab.evaluate("window.ran") is None
    assert {one.split(":")[0] for one in heard} == {"error", "securitypolicyviolation"}


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_is_wider_than_its_window_closed_or_open(tab: Tab, host: str, kind: str) -> None:
    visit(tab, host, KINDS[kind])
    wide = {}
    for state in ("closed", "open"):
        for width in WIDTHS:
            tab.set_viewport_size({"width": width, "height": 900})
            if found := too_wide(tab):
                wide[state, width] = found
        tab.evaluate(OPEN_NOTES)
    assert wide == {}


@pytest.mark.parametrize("width", [1024, 1440])
@pytest.mark.parametrize("kind", NOTED)
def test_notes_never_overlap_closed_or_open_or_when_the_window_changes(
    tab: Tab, host: str, kind: str, width: int
) -> None:
    visit(tab, host, KINDS[kind], width)
    assert overlapping(tab) == []
    tab.evaluate(OPEN_NOTES)
    assert overlapping(tab) == []
    tab.set_viewport_size({"width": width + 64, "height": 900})
    assert overlapping(tab) == []


def test_notes_stand_in_the_margin_level_with_their_words_where_anchors_hold_and_else_below_the_paragraph(
    tab: Tab, host: str
) -> None:
    visit(tab, host, CANAL)
    holds = tab.evaluate("CSS.supports('position-anchor', 'normal')")
    assert tab.evaluate(IN_THE_MARGIN) == {"beside": holds, "level": holds, "below": not holds}


def test_the_text_that_is_seen_is_the_published_text(tab: Tab, host: str) -> None:
    editions = check_archive(SITE, date(2027, 1, 1), repairing=True).editions
    shown = [edition for edition in editions if not edition.article.withdrawn]
    assert len(shown) >= 12
    for edition in shown:
        visit(tab, host, f"articles/{edition.article.slug}/")
        ids = ["title", *(section.id for section in with_paragraph_ids(edition).sections)]
        seen = tab.evaluate(
            "ids => ids.map(id => document.getElementById(id)).map(e => [e.textContent, e.innerText])", ids
        )
        meant = [edition.text.split("\n")[0], *(edition.text[s.start : s.end] for s in edition.sections)]
        assert [text for text, _ in seen] == meant
        assert [text.split() for _, text in seen] == [text.split() for text in meant]


def test_dots_stand_at_their_letters_where_chromium_puts_them(tab: Tab, host: str, page: Any) -> None:
    visit(tab, host, CANAL)
    drawn = tab.evaluate(INK)
    visit(page, host, CANAL)
    meant = page.evaluate(INK, drawn["stack"])
    assert all(
        abs(a - b) <= 3
        for one, other in zip(drawn["rows"], meant["rows"], strict=True)
        for a, b in zip(one, other, strict=True)
    ), (drawn, meant)


def test_every_kind_of_mark_has_its_line(tab: Tab, host: str) -> None:
    for address, marks in ((CANAL, (".note", "a.mention.first")), (MARKET, ("ins.repair", ".doubt"))):
        visit(tab, host, address)
        lines = tab.evaluate(
            """selectors => selectors.map(s => getComputedStyle(document.querySelector('.legend ' + s.replace('a.', '.'))))
            .map(style => [style.textDecorationLine, style.textDecorationStyle])""",
            list(marks),
        )
        assert {line for line, _ in lines} == {"underline"}
        assert len({style for _, style in lines}) == len(marks)


def test_the_keyboard_reaches_everything_shows_where_it_is_and_leaves(tab: Tab, host: str) -> None:
    visit(tab, host, CANAL)
    seen: list[dict[str, Any]] = []
    for _ in range(400):
        tab.press(TAB)
        stop = tab.evaluate(
            """() => { const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();
            return e === document.body ? null
              : {what: e.outerHTML.slice(0, 80), outline: s.outlineStyle, width: r.width, height: r.height} }"""
        )
        if stop is None or (seen and stop == seen[0]):
            break
        seen.append(stop)
    else:
        pytest.fail("the keyboard never leaves the page")
    assert 'href="#main"' in seen[0]["what"]
    assert len(seen) > 20
    assert [s for s in seen if s["outline"] == "none" or not s["width"] or not s["height"]] == []


def test_the_settings_change_the_page_by_the_keyboard_and_are_remembered(tab: Tab, host: str) -> None:
    visit(tab, host, MARKET)
    paper = "getComputedStyle(document.body).backgroundColor"
    light = tab.evaluate(paper)
    tab.evaluate("document.querySelector('.settings summary').focus()")
    tab.press(ENTER)
    assert tab.evaluate("document.querySelector('.settings').open")
    tab.evaluate("document.querySelector('[name=theme]').focus()")
    tab.press(DOWN)  # light, as it is
    tab.press(DOWN)
    tab.evaluate("document.querySelector('[name=marks]').focus()")
    tab.press(DOWN)
    for _ in ("changed", "remembered"):
        assert tab.evaluate(paper) != light
        assert not tab.evaluate("document.querySelector('.repairs').checkVisibility()")
        assert tab.evaluate("getComputedStyle(document.querySelector('.body ins:empty'), '::before').display") == "none"
        visit(tab, host, MARKET)


def test_search_shows_results_while_typing_finds_the_article_and_marks_the_words_in_it(tab: Tab, host: str) -> None:
    visit(tab, host, "")
    tab.evaluate("document.querySelector('.search input').focus()")
    tab.press(*"السوق القديم")
    slug = quote(MARKET)
    tab.wait_for("slug => document.querySelector(`.found:not([hidden]) a[href*='${slug}']`)?.checkVisibility()", slug)
    tab.press(ENTER)
    tab.wait_for(
        "() => location.pathname.endsWith('/search/') && document.querySelectorAll('[data-results] h2').length"
    )
    assert tab.evaluate("document.querySelectorAll('[data-results] mark').length")
    assert tab.evaluate("document.querySelector('[data-facets] a').checkVisibility()")
    assert tab.evaluate("window.problems") == []
    tab.evaluate("document.querySelector('[data-results] h2 a').focus()")
    tab.press(ENTER)
    tab.wait_for("slug => location.pathname.includes(slug)", slug)
    tab.wait_for("CSS.highlights.get('searched')?.size")


def test_facets_together_list_articles(tab: Tab, host: str) -> None:
    visit(tab, host, "")
    tab.wait_for("!document.querySelector('.combine').hidden")  # their script shows them
    tab.evaluate("document.querySelector('.combine summary').focus()")
    tab.press(ENTER)
    tab.wait_for("document.querySelectorAll('[name=source] option').length > 1")
    tab.evaluate("document.querySelector('[name=source]').focus()")
    tab.press(DOWN)
    found = tab.wait_for("document.querySelectorAll('.combine ol a').length")
    assert tab.evaluate("document.querySelector('.combine output').textContent") == str(found)


def test_the_citation_and_a_link_to_a_passage_are_copied(tab: Tab, host: str) -> None:
    visit(tab, host, CANAL)
    tab.evaluate("document.querySelector('[data-copy]').focus()")
    tab.press(ENTER)
    tab.wait_for("() => { const b = document.querySelector('[data-copy]'); return b.textContent == b.dataset.done }")
    tab.evaluate("getSelection().selectAllChildren(document.querySelector('.body p'))")
    tab.wait_for("document.querySelector('.passage').checkVisibility()")
    tab.evaluate("document.querySelector('.passage').focus()")
    tab.press(ENTER)
    tab.wait_for("() => { const b = document.querySelector('.passage'); return b.textContent == b.dataset.done }")


def test_a_link_to_a_passage_leads_to_it(tab: Tab, host: str) -> None:
    visit(tab, host, CANAL, 375)
    words = tab.evaluate(
        "document.querySelector('.body > p:last-of-type').textContent.split(' ').slice(0, 3).join(' ')"
    )
    tab.goto(f"{host}/404.html")
    tab.goto(f"{host}/{quote(CANAL)}#:~:text={quote(words)}")
    tab.wait_for("scrollY > 200")


def test_a_reference_leads_to_its_note_and_opens_it(tab: Tab, host: str) -> None:
    visit(tab, host, CANAL, 375)
    tab.evaluate("document.querySelector('.body a.reference').focus()")
    tab.press(ENTER)
    tab.wait_for("document.querySelector(':target').checkVisibility({contentVisibilityAuto: true}) && location.hash")
    assert tab.evaluate("document.querySelector(':target').closest('details').open")


@pytest.mark.parametrize("name", ENGINES)
def test_whoever_prefers_dark_gets_dark_and_nothing_is_too_wide_or_overlaps_in_it(host: str, name: str) -> None:
    missing, opened = ENGINES[name]
    if needs := missing():
        pytest.skip(needs)
    with opened("dark") as dark:
        for width in (375, 1440):
            for kind in KINDS:
                visit(dark, host, KINDS[kind], width, "dark")
                assert dark.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(21, 23, 26)"
                assert (too_wide(dark), overlapping(dark)) == (None, [])
