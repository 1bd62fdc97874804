"""Nothing that a text brings along runs: not from a title, a tag, a name, a note, a quote, an address, a body or the vocabulary."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from project import ROOT, Project
from publish.vectors import QUOTES, TAGS, URLS
from warraq.pages import pages
from warraq.pages.page import File
from warraq.press.checking import check_archive
from warraq.press.rendering import Templates, Theme

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page

DAY = date(2027, 1, 15)
TOGETHER = 4
"""Vectors on one page."""
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


def quoted(text: str) -> str:
    """YAML in double quotes, with every sign that is not ASCII escaped."""
    return json.dumps(text)


def hostile(number: int, vectors: list[str]) -> str:
    """Write an article that has each vector everywhere."""
    joined = " ".join(" ".join(vectors).split())
    text = quoted(f"{joined} {number}")
    words = quoted(" ".join(joined.replace(",", " ").replace(";", " ").split()))
    links = [vector.replace("{", "").replace("}", "") for vector in vectors]
    return "\n".join(
        [
            "---",
            f"title: {text}",
            f"slug: vector-{number}",
            "date: 2024-03-15",
            f"summary: {text}",
            f"source: {{name: {text}, via: [{text}]}}",
            f"tags: [V{number}, {words}]",
            f"authors: [{words}]",
            "annotations:",
            f"  - {{quote: الكلمة, note: {text}, author: {text}}}",
            f"  - {{quote: رابط, note: {quoted(' '.join(f'[x]({link})' for link in links))}, kind: context}}",
            f"corrections: [{{date: 2024-04-01, note: {text}}}]",
            f"reviewed: {{by: {text}}}",
            "---",
            f"هذه الكلمة، وهذا رابط، ثم اسم مفهوم {number}.[^1]",
            "",
            *(body(vector, link) for vector, link in zip(vectors, links, strict=True)),
            f"[^1]: حاشية {joined}",
            "",
        ]
    )


def body(vector: str, link: str) -> str:
    """Paragraphs with the vector as text, as a link in every way of writing one, and as a picture."""
    ways = [f"[هنا]({link}) <{link}>", f'<a href="{link}">هنا</a>', f"<a href='{link}'>هنا</a>"]
    if not link.startswith("https:"):  # refused with an error: no page of ours asks others for pictures
        ways += [f"![صورة]({link})", f'<img alt=x src="{link}">']
    return f"{' '.join(ways)}\n\n{vector}\n\nنص قبله {vector} وبعده.\n"


def concept(number: int, vectors: list[str]) -> str:
    text = quoted(" ".join(" ".join(vectors).split()) + f" {number}")
    return (
        f"V{number}:\n  scheme: topic\n  pref_label: {{ar: {text}, en: {text}}}\n  alt_labels: {{ar: [مفهوم {number}]}}\n"
        f"  definition: {{text: {{ar: {text}}}, source: {text}}}\n"
    )


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Render a site of nothing but attacks, some to a page."""
    project = Project.empty(tmp_path_factory.mktemp("attacked"))
    vectors = [*TAGS, *QUOTES, *URLS]
    groups = [vectors[first : first + TOGETHER] for first in range(0, len(vectors), TOGETHER)]
    for number, group in enumerate(groups):
        project.write(f"articles/vector-{number}.md", hostile(number, group))
    project.write("vocabulary/all.yaml", "".join(concept(n, g) for n, g in enumerate(groups)))
    project.write("site.yaml", f"name: {quoted(TAGS[4])}\ncontact: {quoted(TAGS[10])}\n")
    # The checks refuse much of this before a page is made; here the pages have to stand without them.
    checked = check_archive(project.content, DAY, repairing=False)
    assert len(checked.editions) == len(groups)
    theme = ROOT / "theme"
    templates = Templates(Theme.at(theme), checked.archive.site)
    for made in pages(checked.library("", DAY)):
        inside = made.address + ("index.html" if made.address == "" or made.address.endswith("/") else "")
        file = project.output / inside
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(made.data if isinstance(made, File) else templates.render(made))
    shutil.copytree(theme / "static", project.output / "theme")
    return project.output


def visited(site: Path) -> list[Path]:
    """Every article and concept, and of the other kinds of pages, which show the same names, two each."""
    kinds: dict[str, list[Path]] = {}
    for file in sorted(site.rglob("*.html")):
        kinds.setdefault(file.relative_to(site).parts[0], []).append(file)
    return [f for kind, files in kinds.items() for f in (files if kind in ("articles", "concepts") else files[:2])]


def tabs(chromium: Browser, *, bypass: bool) -> Iterator[Page]:
    context = chromium.new_context(bypass_csp=bypass)
    tab = context.new_page()
    yield tab
    context.close()


@pytest.fixture
def unguarded(chromium: Browser) -> Iterator[Page]:
    """Open a tab that ignores the pages' policy: only the absence of a script can stop it here."""
    yield from tabs(chromium, bypass=True)


@pytest.fixture
def guarded(chromium: Browser) -> Iterator[Page]:
    yield from tabs(chromium, bypass=False)


@pytest.mark.browser
def test_there_are_at_least_60_attacks() -> None:
    assert len({*TAGS, *QUOTES, *URLS}) >= 60


@pytest.mark.browser
def test_nothing_of_a_text_runs_even_without_the_policy(attacked: Path, unguarded: Page) -> None:
    dialogues: list[str] = []
    asked: list[str] = []

    def dismiss(dialogue: Dialog) -> None:
        dialogues.append(dialogue.message)
        dialogue.dismiss()

    unguarded.on("dialog", dismiss)
    unguarded.on("request", lambda request: asked.append(request.url))
    ours: set[str] = set()
    unguarded.route("**/*.woff2", lambda route: route.abort())
    for file in visited(attacked):
        unguarded.goto(file.as_uri())
        found = unguarded.evaluate(LOOK)
        name = file.relative_to(attacked).as_posix()
        assert found["ran"] is None, name
        assert found["handlers"] == [], name
        assert set(found["schemes"]) <= HARMLESS, name
        assert found["strange"] == [], name
        ours |= set(found["scripts"])
    assert dialogues == []
    assert {kind for kind, _ in map(parted, ours)} <= {"", "module", "application/ld+json"}
    assert {source for _, source in map(parted, ours) if ":" in source or "//" in source} == set()
    assert {url for url in asked if not url.startswith(("file:", "data:"))} == set()


def parted(script: str) -> tuple[str, str]:
    kind, _, source = script.partition(" ")
    return kind, source


def raw(vector: str, policy: str) -> str:
    return f'<!doctype html><meta charset=utf-8>{policy}<body>{vector}<a href="#"></a></body>'


@pytest.mark.browser
def test_the_attacks_are_real_and_the_policy_alone_stops_them_too(
    attacked: Path, guarded: Page, tmp_path: Path
) -> None:
    """Unescaped in a page, many attacks run; under our policy none does."""
    page = (attacked / "index.html").read_text(encoding="utf-8")
    policy = page[page.index('<meta http-equiv="Content-Security-Policy"') :].split(">", 1)[0] + ">"

    def runs(vector: str, given: str) -> bool:
        file = tmp_path / "raw.html"
        file.write_text(raw(vector, given), encoding="utf-8", errors="replace")
        guarded.goto(file.as_uri(), wait_until="commit" if "refresh" in vector else "load")
        guarded.wait_for_timeout(10)
        return bool(guarded.evaluate("window.ran === 1"))

    real = [vector for vector in TAGS if runs(vector, "")]
    assert len(real) >= 30
    assert [vector for vector in real if runs(vector, policy)] == []
