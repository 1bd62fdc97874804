"""What axe says of a page; it does not look into closed `<details>`, so all are opened."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # no types are published

from theme.visiting import OPEN_ALL

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(tab: Any) -> list[str]:
    """Name what is wrong with the page that stands open, and where."""
    tab.evaluate(OPEN_ALL)
    found = Axe().run(tab, options={"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]})
    return [
        f"{violation['id']}: {node['html'][:160]} ({node.get('failureSummary', '')[:200]})"
        for violation in found.response["violations"]
        for node in violation["nodes"]
    ]
