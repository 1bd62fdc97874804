"""Every kind of page is opened by the checks of a browser: axe, layout, JavaScript off."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from project import DAY, SITE
from theme.visiting import KINDS
from warraq.pages import whole_site
from warraq.pages.page import Page
from warraq.press.checking import check_archive

TEMPLATES = Path(__file__).parents[2] / "theme/templates"
NEVER_SEEN = {"base.html", "redirect.html"}
"""The frame of all others, and the page that a browser leaves at once."""


def test_every_template_is_visited_by_some_address() -> None:
    today = datetime.fromtimestamp(int(DAY), UTC).date()
    library = check_archive(SITE, today, repairing=True).library("", today)
    templates = {made.address: made.template for made in whole_site(library) if isinstance(made, Page)}
    gone = sorted(set(KINDS.values()) - set(templates))
    assert not gone, f"no page of tests/site stands at these addresses of tests/theme/visiting.py: {', '.join(gone)}"
    unseen = {path.name for path in TEMPLATES.glob("*.html")} - NEVER_SEEN - {templates[a] for a in KINDS.values()}
    assert not unseen, f"add an address of each to KINDS in tests/theme/visiting.py: {', '.join(sorted(unseen))}"
