"""Firefox, asked through Marionette: every message is `length:JSON`, and an answer repeats the number of its question."""

from __future__ import annotations

import json
import shutil
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from driving.programs import folder, running
from driving.tab import PATIENCE, EngineError, Send, Tab, until

NEEDS = "Firefox is not here: apt-get install firefox-esr"
PREFERENCES = {
    "marionette.port": 0,  # a free one; the profile tells which
    "toolkit.legacyUserProfileCustomizations.stylesheets": True,
    "dom.events.testing.asyncClipboard": False,
    # Nothing is asked of the network but the pages.
    "app.update.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "toolkit.telemetry.server": "data:,",
}
NARROW = ":root { min-width: 0 !important }"
"""Its window would otherwise not be narrower than 500 pixels."""


def missing() -> str | None:
    """Say what to install, if it is not here."""
    return None if program() else NEEDS


def program() -> str | None:
    return shutil.which("firefox-esr") or shutil.which("firefox")


@contextmanager
def firefox(scheme: str) -> Iterator[Tab]:
    """Start Firefox with a profile of its own; nothing of it is seen."""
    preferences = PREFERENCES | {"ui.systemUsesDarkTheme": int(scheme == "dark")}
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in preferences.items()]
    with ExitStack() as stack:
        profile = stack.enter_context(folder(**{"user.js": "".join(lines), "chrome/userChrome.css": NARROW}))
        command = (str(program()), "--headless", "--no-remote", "--marionette", "--profile", str(profile))
        stack.enter_context(running(*command))
        told = profile / "MarionetteActivePort"
        port = int(until(lambda: told.is_file() and told.read_text().strip(), "Firefox did not start"))
        line = stack.enter_context(socket.create_connection(("127.0.0.1", port), PATIENCE))
        send = marionette(line)
        send("NewSession", {})
        yield Tab(send, scheme)


def marionette(line: socket.socket) -> Send:
    """Speak with Firefox, which introduces itself first."""
    stream = line.makefile("rb")

    def read() -> Any:
        length = b""
        while (digit := stream.read(1)) != b":":
            if not digit:
                raise EngineError("Firefox has gone")
            length += digit
        return json.loads(stream.read(int(length)))

    def send(name: str, parameters: dict[str, Any]) -> Any:
        data = json.dumps([0, 1, f"WebDriver:{name}", parameters]).encode()
        line.sendall(b"%d:%s" % (len(data), data))
        _, _, error, said = read()
        if error:
            raise EngineError(f"{error['error']}: {error['message']}")
        return said["value"] if isinstance(said, dict) and set(said) == {"value"} else said

    read()
    return send
