"""
The local server: it builds the site on every change and reloads it in the browser.

Every build is a new process, so that a change of the code counts too. A broken article does not stop the server: its error stands in
the terminal and in place of every page until it is mended.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

from watchfiles import DefaultFilter, watch

from warraq.desk.review.answering import Review
from warraq.desk.site import language_in
from warraq.language import message

from .serving import BuildState, Server, handler
from .terminal import print_message

WATCHED = ("content", "theme", "plugins", "pelicanconf.py", "publishconf.py")


class SavedFiles(DefaultFilter):
    """Passes the files that people change; ignores those that programs write beside them."""

    def __call__(self, change: object, path: str) -> bool:
        """Return whether a change of the file at `path` asks for a build."""
        return not path.endswith((".writing", "schema.json")) and super().__call__(change, path)  # type: ignore[arg-type]


def build(root: Path) -> subprocess.CompletedProcess[str]:
    """Build the site in a new process; its output is printed as it comes, and returned."""
    process = subprocess.Popen(
        [sys.executable, "-m", "pelican", "content", "--settings", "pelicanconf.py", "--fatal", "errors"],
        cwd=root,
        env=os.environ | {"PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    lines = []
    for line in process.stdout or ():
        print(line, end="", flush=True)
        lines.append(line)
    return subprocess.CompletedProcess(process.args, process.wait(), "".join(lines))


def builds(root: Path, stop: threading.Event) -> Iterator[subprocess.CompletedProcess[str]]:
    """Build now, and again after each change."""
    # Watching begins before the first build: what is saved while that runs counts.
    changes = watch(
        *(root / name for name in WATCHED if (root / name).exists()),
        watch_filter=SavedFiles(),
        stop_event=stop,
        yield_on_timeout=True,
        rust_timeout=100,
    )
    next(changes)
    yield build(root)
    for changed in changes:
        if changed:
            yield build(root)


def serve(root: Path, listen: str, port: int) -> int:
    """Serve until interrupted; return the exit code."""
    language = language_in(root / "content")
    state = BuildState(root / "output", language)
    try:
        server = Server((listen, port), handler(state, Review(root, listen)))
    except (OSError, OverflowError) as error:  # a port has 16 bits
        reason = getattr(error, "strerror", None) or str(error)
        failure = message("Port {port} can't be had ({reason}). Choose another: --port 8001", port=port, reason=reason)
        print_message(failure, language)
        return 1
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print_message(
        message("Serving http://{host}:{port}/ until Ctrl+C.", host=listen, port=server.server_port), language
    )
    stop = threading.Event()
    try:
        for built in builds(root, stop):
            state.record_build(None if built.returncode == 0 else built.stdout)
    except KeyboardInterrupt:
        pass
    finally:
        stop.set()
        server.shutdown()
    return 0
