"""WebKitGTK in the small browser that comes with it, asked by HTTP through WebKitWebDriver; on a screen that nobody sees."""

from __future__ import annotations

import json
import os
import shutil
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from driving.programs import folder, running
from driving.tab import PATIENCE, EngineError, Send, Tab, until

NEEDS = "WebKitGTK is not here: apt-get install webkit2gtk-driver xvfb"
NARROW = "* { min-width: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px }"
"""The buttons of its window would otherwise keep it from being as narrow as a phone."""
COMMANDS = {
    "Navigate": "POST url",
    "ExecuteAsyncScript": "POST execute/async",
    "SetWindowRect": "POST window/rect",
    "TakeScreenshot": "GET screenshot",
    "PerformActions": "POST actions",
    "DeleteSession": "DELETE ",
}


def missing() -> str | None:
    """Say what to install, if it is not here."""
    return None if shutil.which("WebKitWebDriver") and shutil.which("Xvfb") and browser() else NEEDS


def browser() -> str | None:
    """MiniBrowser lies beside the library, in the folder of the machine's kind."""
    return next((str(place) for place in Path("/usr").glob("lib*/**/webkit2gtk-4*/MiniBrowser")), None)


@contextmanager
def webkit(scheme: str) -> Iterator[Tab]:
    """Start the driver and, through it, the browser."""
    with ExitStack() as stack:
        settings = stack.enter_context(folder(**{"gtk-3.0/gtk.css": NARROW}))
        environment: dict[str, str] = {
            "DISPLAY": stack.enter_context(screen()),
            "XDG_CONFIG_HOME": str(settings),
            "GTK_THEME": "Adwaita:dark" if scheme == "dark" else "Adwaita",
        }
        port = free_port()
        stack.enter_context(running("WebKitWebDriver", f"--port={port}", environment=environment))
        until(lambda: answers(port), "WebKitWebDriver did not start")
        options = {"binary": browser(), "args": ["--automation"]}
        send = over_http(port, {"alwaysMatch": {"webkitgtk:browserOptions": options}})
        stack.callback(send, "DeleteSession", {})  # or the browser would outlive its driver
        yield Tab(send, scheme)


def over_http(port: int, capabilities: dict[str, Any]) -> Send:
    """Begin a session of WebDriver as the W3C has it."""

    def ask(method: str, path: str, parameters: dict[str, Any]) -> Any:
        line = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        line.request(method, path.rstrip("/"), json.dumps(parameters) if method == "POST" else None)
        said = json.loads(line.getresponse().read())["value"]
        line.close()
        if isinstance(said, dict) and "error" in said:
            raise EngineError(f"{said['error']}: {said['message']}")
        return said

    session = ask("POST", "/session", {"capabilities": capabilities})["sessionId"]

    def send(name: str, parameters: dict[str, Any]) -> Any:
        method, path = COMMANDS[name].split(" ")
        return ask(method, f"/session/{session}/{path}", parameters)

    return send


@contextmanager
def screen() -> Iterator[str]:
    """
    Start a screen of a free number, which Xvfb tells.

    So small that its pointer, which rests in the middle, is in every window: with nobody to manage windows, that one has the focus.
    """
    read, write = os.pipe()
    size = ("-screen", "0", "600x600x24")
    with running("Xvfb", "-displayfd", str(write), *size, "-nolisten", "tcp", tells=write):
        os.close(write)
        with os.fdopen(read) as told:
            yield f":{told.readline().strip()}"


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def answers(port: int) -> bool:
    with socket.socket() as line:
        return line.connect_ex(("127.0.0.1", port)) == 0
