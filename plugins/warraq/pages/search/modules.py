"""The browser's part of the search, as it is published: `search/search.js` and what it imports."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import warraq.arabic.analysis
from warraq.pages.page import File

BROWSER = Path(__file__).with_name("browser")
ANALYSIS = Path(warraq.arabic.analysis.__file__).with_name("analysis.js")


def browser_modules() -> Iterator[File]:
    """Yield every module, beside the index."""
    for path in [*sorted(BROWSER.glob("*.js")), ANALYSIS]:
        yield File(f"search/{path.name}", path.read_bytes())
