"""A window of any engine that obeys WebDriver."""

from __future__ import annotations

import base64
import time
from collections.abc import Callable
from typing import Any

PATIENCE = 20
"""Seconds that an engine may take to start or to answer, or a page to come to something."""
# Keys that write nothing have numbers of their own in WebDriver.
TAB, ENTER, DOWN, SPACE = "\ue004", "\ue007", "\ue015", " "
Send = Callable[[str, dict[str, Any]], Any]
"""Sends a command by its name and gives its value."""


class EngineError(Exception):
    """What an engine says of a command that it could not obey."""


class Tab:
    """A window that prefers light or dark; its methods are Playwright's, where both have one."""

    def __init__(self, send: Send, scheme: str) -> None:
        self.send, self.scheme = send, scheme

    def goto(self, address: str) -> None:
        self.send("Navigate", {"url": address})

    def evaluate(self, code: str, given: object = None) -> Any:
        """Give the value of an expression, or of a function of what is given; a promise is waited for."""
        script = (
            f"const done = arguments[1], what = ({code});"
            "const told = value => done({value: value instanceof FontFaceSet ? null : value ?? null});"
            "Promise.resolve(typeof what == 'function' ? what(arguments[0]) : what).then(told, error => done(String(error)))"
        )
        said = self.send("ExecuteAsyncScript", {"script": script, "args": [given]})
        if not isinstance(said, dict):
            raise EngineError(said)
        return said["value"]

    def wait_for(self, code: str, given: object = None) -> Any:
        """Wait until the page's script says something true."""

        def said() -> Any:
            try:
                return self.evaluate(code, given)
            except EngineError:  # the page is being left
                return None

        return until(said, f"the page never came to: {code}")

    def set_viewport_size(self, size: dict[str, int]) -> None:
        """Give the window that width; of the height the browser's own bars take some."""
        self.send("SetWindowRect", size)
        until(lambda: self.evaluate("innerWidth") == size["width"], "the window took another width")

    def emulate_media(self, color_scheme: str) -> None:
        assert color_scheme == self.scheme, "an engine is started light or dark"

    def press(self, *keys: str) -> None:
        """Press keys one after another, where the focus is."""
        strokes = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self.send("PerformActions", {"actions": [{"type": "key", "id": "keys", "actions": strokes}]})

    def screenshot(self) -> bytes:
        """Return the window as a PNG."""
        return base64.b64decode(self.send("TakeScreenshot", {"full": False}))


def until(holds: Callable[[], Any], otherwise: str) -> Any:
    """Wait until it holds, and give what it gave."""
    ends = time.monotonic() + PATIENCE
    while not (held := holds()):
        if time.monotonic() > ends:
            raise EngineError(otherwise)
        time.sleep(0.03)
    return held
