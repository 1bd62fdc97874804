"""Where things stand on a page: what overlaps, what is wider than the window."""

from __future__ import annotations

from typing import Any

# WebKit gives what a closed disclosure hides a box.
NOTES = """() => [...document.querySelectorAll('.entry, .glosses.many')]
  .filter(e => !e.parentElement.closest('.many') && e.checkVisibility()).map(e => {
  const box = e.getBoundingClientRect(), said = e.innerText.slice(0, 40);
  return {said, top: box.top, bottom: box.bottom, left: box.left, right: box.right} }).filter(n => n.bottom > n.top)"""
TOO_WIDE = """() => { const page = document.documentElement; if (page.scrollWidth <= page.clientWidth) return null;
  const out = [...document.querySelectorAll('body *')].filter(e => { const b = e.getBoundingClientRect();
    return b.width && (b.right > page.clientWidth + 1 || b.left < -1) });
  return `${page.scrollWidth} > ${page.clientWidth}: ` + out.slice(0, 3).map(e => e.outerHTML.slice(0, 100)).join(' | ') }"""


def overlapping(tab: Any) -> list[str]:
    """Name the pairs of margin notes that overlap."""
    notes = tab.evaluate(NOTES)
    return [
        f"{a['said']!r} and {b['said']!r}"
        for n, a in enumerate(notes)
        for b in notes[n + 1 :]
        if a["top"] < b["bottom"] - 0.5
        and b["top"] < a["bottom"] - 0.5
        and a["left"] < b["right"] - 0.5
        and b["left"] < a["right"] - 0.5
    ]


def too_wide(tab: Any) -> str | None:
    """Say what is wider than the window, if anything is."""
    found: str | None = tab.evaluate(TOO_WIDE)
    return found
