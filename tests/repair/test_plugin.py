"""The cleaning plugin says so where it does nothing."""

from __future__ import annotations

import logging
from types import SimpleNamespace

import pytest
from pelican import signals  # type: ignore[import-untyped]  # Pelican has no types

from warraq.press import plugin as press
from warraq.repair import plugin


def test_in_a_site_without_the_press_it_says_in_one_line_that_it_repairs_nothing(
    caplog: pytest.LogCaptureFixture,
) -> None:
    plugin.warn_without_press(SimpleNamespace(plugins=[plugin]))
    assert [(r.levelno, r.getMessage()) for r in caplog.records] == [
        (
            logging.WARNING,
            "warraq.repair.plugin repairs nothing without warraq.press.plugin: add both to PLUGINS.",
        )
    ]


def test_beside_the_press_it_says_nothing(caplog: pytest.LogCaptureFixture) -> None:
    plugin.warn_without_press(SimpleNamespace(plugins=[plugin, press]))
    assert caplog.records == []


def test_it_listens_once_pelican_is_initialised() -> None:
    plugin.register()
    listeners = [weak() for weak in signals.initialized.receivers.values()]
    assert plugin.warn_without_press in listeners
