"""Everybody can read and find: WCAG 2.2 AA by axe, the keyboard alone, and JavaScript off. `tests/audit` has the whole grid."""

from __future__ import annotations

from typing import Any

import pytest

from theme.accessibility import violations
from theme.visiting import CANAL, KINDS, MARKET, visit

SAMPLE = (
    ("home", 320, "dark"),
    ("article", 375, "light"),
    ("repaired article", 1440, "dark"),
    ("compare", 768, "light"),
)
REST = tuple(
    (kind, 1440 if n % 2 else 375, "light") for n, kind in enumerate(KINDS) if kind not in {k for k, _, _ in SAMPLE}
)


@pytest.mark.browser
@pytest.mark.parametrize(("kind", "width", "scheme"), SAMPLE + REST, ids=lambda value: str(value).replace(" ", "-"))
def test_axe_finds_nothing_with_everything_open(
    page: Any, served_site: str, kind: str, width: int, scheme: str
) -> None:
    visit(page, served_site, KINDS[kind], width, scheme)
    assert violations(page) == []


@pytest.mark.browser
def test_the_first_stop_is_the_skip_link_and_every_stop_can_be_seen(page: Any, served_site: str) -> None:
    visit(page, served_site, CANAL)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    seen = []
    for _ in range(400):
        stop = page.evaluate(
            """() => { const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();
            return e === document.body ? null : {what: e.outerHTML.slice(0, 80), outline: s.outlineStyle, width: r.width, height: r.height} }"""
        )
        if stop is None:
            break
        seen.append(stop)
        page.keyboard.press("Tab")
    assert stop is None, "the keyboard never leaves the page"
    assert len(seen) > 20
    assert [s for s in seen if s["outline"] == "none" or not s["width"] or not s["height"]] == []


@pytest.mark.browser
def test_the_settings_open_and_change_with_the_keyboard_and_are_remembered(page: Any, served_site: str) -> None:
    visit(page, served_site, MARKET)
    assert page.locator(".repairs").first.is_visible()
    page.locator(".settings summary").focus()
    page.keyboard.press("Enter")
    page.locator("[name=marks]").focus()
    page.keyboard.press("ArrowDown")
    assert not page.locator(".repairs").first.is_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.body ins:empty'), '::before').display") == "none"
    visit(page, served_site, MARKET)
    assert page.evaluate("document.querySelector('#marks-hidden').selected")
    assert not page.locator(".repairs").first.is_visible()


@pytest.mark.browser
def test_without_javascript_a_reference_opens_its_note(chromium: Any, served_site: str) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 375, "height": 812})
    tab = context.new_page()
    tab.goto(served_site + "/" + CANAL)
    references = tab.locator(".body a.reference")
    assert references.count() >= 5
    for number in range(references.count()):
        reference = references.nth(number)
        entry = tab.locator(f"[id='{reference.get_attribute('href')[1:]}']")
        assert not entry.is_visible()
        reference.click()
        assert entry.is_visible()
    context.close()


@pytest.mark.browser
def test_without_javascript_marks_can_be_hidden(chromium: Any, served_site: str) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 1440, "height": 900})
    tab = context.new_page()
    tab.goto(served_site + "/" + MARKET)
    assert tab.locator(".repairs").first.is_visible()
    tab.locator(".settings summary").click()
    tab.locator("[name=marks]").select_option(index=1)
    assert not tab.locator(".repairs").first.is_visible()
    context.close()
