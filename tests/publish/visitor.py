"""A tab that looks whether anything of a text became more than text, and hears what its pages ask for and say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page

HARMLESS = {"http:", "https:", "mailto:", "file:"}
LOOK = """() => ({
  ran: window.ran,
  handlers: [...document.querySelectorAll('*')].flatMap(e => [...e.attributes])
    .filter(a => /^on/i.test(a.name) || a.name === 'style' || a.name === 'srcdoc').map(a => a.name),
  schemes: [...document.querySelectorAll('a[href], area[href]')].map(a => a.protocol),
  scripts: [...document.querySelectorAll('script')].map(s => s.type + ' ' + (s.getAttribute('src') || '')),
  strange: [...document.querySelectorAll('iframe, object, embed, base, form[action]:not([class]), [formaction], svg script, math, style, template')]
    .filter(e => !e.closest('form.search, #search, [data-say]')).map(e => e.outerHTML),
})"""


@dataclass
class Visitor:
    """A tab, what its pages asked for, and what its console said."""

    page: Page
    dialogues: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    looked_at: int = 0

    def dismiss(self, dialogue: Dialog) -> None:
        self.dialogues.append(dialogue.message)
        dialogue.dismiss()

    def look(self, where: str, *, own: int = 0) -> None:
        """Look for whatever is more than text; `own` is the number of templates and styles that the page has of its own."""
        found: dict[str, Any] = self.page.evaluate(LOOK)
        assert found["ran"] is None, where
        assert found["handlers"] == [], where
        assert set(found["schemes"]) <= HARMLESS, where
        assert len(found["strange"]) == own, where
        self.looked_at += 1
        for kind, _, source in (script.partition(" ") for script in found["scripts"]):
            assert kind in ("", "module", "application/ld+json"), where
            assert ":" not in source and "//" not in source, where

    def look_at_each(self, addresses: list[str]) -> None:
        for address in addresses:
            self.page.goto(address)
            self.look(address)

    def saw_nothing_run(self) -> None:
        """Nothing spoke, nothing was asked of another host, and no policy had to forbid anything."""
        assert self.dialogues == []
        hosts = {urlsplit(url).hostname for url in self.asked if not url.startswith(("file:", "data:", "about:"))}
        assert hosts <= {"127.0.0.1"}
        assert [text for text in self.said if "Content Security Policy" in text] == []


def visitor(chromium: Browser, *, bypass: bool) -> Iterator[Visitor]:
    context = chromium.new_context(bypass_csp=bypass)
    it = Visitor(context.new_page())
    it.page.on("dialog", it.dismiss)
    it.page.on("request", lambda request: it.asked.append(request.url))
    it.page.on("console", lambda said: it.said.append(said.text))
    it.page.route("**/*.woff2", lambda route: route.abort())
    yield it
    context.close()
