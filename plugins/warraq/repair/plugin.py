"""
A switch for Warraq's press: with this module among Pelican's PLUGINS, a build repairs every original that has no article.

Without it, the press leaves such originals out with a warning. The repairing itself is done by the press (`warraq.press.plugin`),
which checks everything before anything is written; in a Pelican site without the press, this plugin does nothing but say so.
"""

from __future__ import annotations

import logging

from pelican import Pelican, signals  # type: ignore[import-untyped]  # Pelican has no types

PRESS = "warraq.press.plugin"
log = logging.getLogger(__name__)


def register() -> None:
    """Be among the loaded plugins, which the press looks through."""
    signals.initialized.connect(warn_without_press)


def warn_without_press(site: Pelican) -> None:
    """Log one line where the press, which alone repairs, is not loaded."""
    if PRESS not in {plugin.__name__ for plugin in site.plugins}:
        log.warning("%s repairs nothing without %s: add both to PLUGINS.", __name__, PRESS)
