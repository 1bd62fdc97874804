"""
The local server: it builds the site on every change and reloads it in the browser.

Every build is a new process, so that a change of the code counts too. A broken article does not stop the server: its problems stand in
the terminal and over the last good pages until it is mended.
"""

from __future__ import annotations

import errno
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

from watchfiles import DefaultFilter, watch

from warraq.archive.system_reason import system_reason
from warraq.desk.review.answering import PREFIX, Review
from warraq.desk.site import language_in
from warraq.language import Message, message

from .local_server import LocalServer
from .request_check import LOOPBACK_NAMES, Gate, is_loopback
from .serving import BuildState, site_handler
from .serving_review import review_handler
from .terminal import print_message

HOME = "127.0.0.1"
"""The address at which this machine only is heard."""
SECONDS_FOR_AN_END = 10
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
    try:
        for line in process.stdout or ():
            print(line, end="", flush=True)
            lines.append(line)
    except BaseException:
        _end(process)
        raise
    return subprocess.CompletedProcess(process.args, process.wait(), "".join(lines))


def _end(process: subprocess.Popen[str]) -> None:
    """End a build that nobody waits for any more; the former site stays."""
    if process.stdout:
        process.stdout.close()
    process.send_signal(
        signal.SIGTERM if sys.platform == "win32" else signal.SIGINT
    )  # so that it ends its own processes
    try:
        process.wait(SECONDS_FOR_AN_END)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


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


def end_at_signals() -> None:
    """Let a request to end, or a terminal that is closed, end this program as Ctrl+C does: once, whatever comes after it."""
    named = (getattr(signal, name, None) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"))
    numbers = [number for number in named if number is not None and signal.getsignal(number) != signal.SIG_IGN]

    def end(number: int, frame: FrameType | None) -> None:
        del number, frame
        for each in numbers:
            signal.signal(each, signal.SIG_IGN)
        raise KeyboardInterrupt

    for number in numbers:
        signal.signal(number, end)


def bound(root: Path, state: BuildState, listen: str, port: int) -> tuple[LocalServer, LocalServer]:
    """Return the servers of the site and of the review, which has the next port, or a free one where that is taken."""
    handler = site_handler(state, Gate(LOOPBACK_NAMES | {listen.casefold()}))
    site = LocalServer(listen, port, handler)
    reviewing = review_handler(Review(root, site=site.url), Gate(opened_by_hand_only=True), state.language)
    try:
        try:
            review = LocalServer(HOME, port and port + 1, reviewing)
        except (OSError, OverflowError):
            review = LocalServer(HOME, 0, reviewing)
    except OSError:
        site.server_close()
        raise
    if is_loopback(site.listens_at):
        handler.review_address = f"{review.url}{PREFIX}"
    return site, review


def serve(root: Path, listen: str, port: int) -> int:
    """Serve the site and the review until interrupted; return the exit code."""
    language = language_in(root / "content")
    state = BuildState(root / "output", language)
    try:
        servers = bound(root, state, listen, port)
    except (OSError, OverflowError) as error:  # a port has 16 bits
        print_message(why_not_bound(error, listen, port), language)
        return 1
    for server in servers:
        threading.Thread(target=server.serve_forever, daemon=True).start()
    end_at_signals()
    stop = threading.Event()
    try:
        tell(*servers, language)
        for built in builds(root, stop):
            state.record_build(None if built.returncode == 0 else built.stdout)
    except KeyboardInterrupt:
        pass
    finally:
        stop.set()
        for server in servers:
            server.shutdown()
            server.socket.close()
    return 0


def why_not_bound(error: OSError | OverflowError, listen: str, port: int) -> Message:
    """Say which of the two is the reason: the address, which this machine may not have, or the port."""
    reason = str(error) if isinstance(error, OverflowError) else system_reason(error)
    if isinstance(error, socket.gaierror) or getattr(error, "errno", 0) == errno.EADDRNOTAVAIL:
        return message(
            "This machine has no address {listen} ({reason}). Write one that it has, or leave --listen out.",
            listen=listen or "“”",
            reason=reason,
        )
    return message("Port {port} can't be had ({reason}). Choose another: --port 8001", port=port, reason=reason)


def tell(site: LocalServer, review: LocalServer, language: str) -> None:
    """Print where everything is, and who may see it."""
    print_message(message("Serving {address}/ until Ctrl+C.", address=site.url), language)
    print_message(message("Review: {address}", address=f"{review.url}{PREFIX}"), language)
    if not is_loopback(site.listens_at):
        everyone = message(
            "Everyone in the network of {listen} can read the site there. The review answers at this machine only.",
            listen=site.listens_at,
        )
        print_message(everyone, language)
