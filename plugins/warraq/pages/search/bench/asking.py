"""Ask a site's search in Chromium, and judge its answers."""

from __future__ import annotations

import json
import shutil
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypedDict

from .server import Host

COLD = 20
"""How many queries are asked in a browser with an empty cache."""
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge", "chromium-headless-shell")
CHROMIUM = next(filter(None, map(shutil.which, BROWSERS)), None)
"""None: the one that Playwright keeps."""
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-dev-shm-usage",
]

OURS = """async (base) => { const m = await import(base + "/search/search.js");
  window.find = async (q) => (await m.search(q, { limit: 10 })).results.map((r) => r.url); }"""
PAGEFIND = """async (base) => { const m = await import(base + "/pagefind/pagefind.js"); await m.init();
  window.find = async (q) => { const found = await m.search(q);
    return (await Promise.all(found.results.slice(0, 10).map((r) => r.data()))).map((d) => d.url); }; }"""
ASK = "async (q) => { const t = performance.now(); const urls = await window.find(q); return [urls, performance.now() - t]; }"


class Query(TypedDict):
    """One query with the articles that answer it."""

    kind: str
    q: str
    gold: list[int]


@dataclass(slots=True)
class Figures:
    """The figures of one search."""

    kinds: dict[str, list[tuple[float, float]]] = field(default_factory=dict)
    """By kind: of each query its recall among ten and its reciprocal rank."""
    warm: list[float] = field(default_factory=list)
    """Milliseconds."""
    warm_bytes: list[int] = field(default_factory=list)
    cold_bytes: list[int] = field(default_factory=list)
    cold: list[float] = field(default_factory=list)
    misses: list[tuple[str, str, float]] = field(default_factory=list)

    def mean(self, kind: str | None = None) -> tuple[float, float]:
        """Give recall and MRR of a kind, or of all queries."""
        judged = self.kinds[kind] if kind else [one for ones in self.kinds.values() for one in ones]
        return statistics.fmean(r for r, _ in judged), statistics.fmean(m for _, m in judged)

    @property
    def cold_kb(self) -> float:
        """Of a first query with ten results, the median."""
        return statistics.median(self.cold_bytes) / 1024

    @property
    def p95(self) -> float:
        """Milliseconds that 95 of 100 warm queries stay under."""
        return sorted(self.warm)[int(len(self.warm) * 0.95)]


def judge(urls: Sequence[str], gold: Sequence[int]) -> tuple[float, float]:
    """Give the recall among the first ten and the reciprocal rank."""
    found = [int(url.rstrip("/").rsplit("/", 1)[-1]) for url in urls]
    right = set(gold)
    recall = sum(n in right for n in found) / min(10, len(right))
    return recall, next((1 / rank for rank, n in enumerate(found, 1) if n in right), 0.0)


def ask(root: Path, queries: Sequence[Query], load: str) -> Figures:
    """Ask everything, first some queries cold, then all in one page."""
    from playwright.sync_api import sync_playwright

    figures = Figures()
    host = Host(root)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for query in queries[:: max(1, len(queries) // COLD)]:
            page = browser.new_page()
            page.goto(host.url + "/")
            host.sent = 0
            page.evaluate(load, host.url)
            figures.cold.append(page.evaluate(ASK, query["q"])[1])
            figures.cold_bytes.append(host.sent)
            page.close()
        page = browser.new_page()
        page.goto(host.url + "/")
        page.evaluate(load, host.url)
        for query in queries:
            host.sent = 0
            urls, milliseconds = page.evaluate(ASK, query["q"])
            figures.warm.append(milliseconds)
            figures.warm_bytes.append(host.sent)
            recall, rank = judge(urls, query["gold"])
            figures.kinds.setdefault(query["kind"], []).append((recall, rank))
            if recall < 1 or rank < 1:
                figures.misses.append((query["kind"], query["q"], recall))
        browser.close()
    host.close()
    return figures


def read_queries(path: Path) -> list[Query]:
    """Read the queries of a file."""
    queries: list[Query] = json.loads(path.read_text("utf-8"))
    return queries
