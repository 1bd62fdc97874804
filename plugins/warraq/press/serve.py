"""
The local server: it shows every change at once and reloads the page in the browser.

A process that remembers the site shows what is saved, and builds (`warm/`); a change of the code begins another one. A broken article
does not stop the server: its problems stand in the terminal and over the last good pages until it is mended.

It builds into a folder of its own. In `output/` there may be the site to be published, which knows its address and has feeds; what is served
has neither, and whoever copies `output/` to a host must not copy that.
"""

from __future__ import annotations

import queue
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType

from watchfiles import DefaultFilter, watch

from warraq.desk.own_files import demand_folder
from warraq.desk.refusal import is_refusal, refusal
from warraq.desk.review.answering import PREFIX, Review
from warraq.desk.site import language_in
from warraq.language import message

from .exchange import NO_LINK
from .local_server import LocalServer
from .request_check import LOOPBACK_NAMES, Gate, is_loopback
from .serving import BuildState, site_handler
from .serving_review import review_handler
from .taken_port import Serving, why_not_bound
from .terminal import print_message
from .warm.builds import Builds
from .warm.keeper import Keeper, Said

HOME = "127.0.0.1"
"""The address at which this machine only is heard."""
SERVED = Path(".warraq", "served", "output")
"""The folder of the site that is served, below the project's."""
LONGEST_SLEEP = 1.0
"""Seconds: Windows hears Ctrl+C only then."""
WATCHED = ("content", "theme", "templates", "plugins", "pelicanconf.py", "publishconf.py")


class SavedFiles(DefaultFilter):
    """Passes the files that people change; ignores those that programs write beside them."""

    def __call__(self, change: object, path: str) -> bool:
        """Return whether a change of the file at `path` asks for a build."""
        return not path.endswith((".writing", "schema.json")) and super().__call__(change, path)  # type: ignore[arg-type]


def watch_in_thread(root: Path, stop: threading.Event, seen: Callable[[set[Path] | BaseException], None]) -> None:
    """Watch the files that a build reads; `seen` is told of nothing when that begins, then of every change, or of the error that ends it."""

    def watching() -> None:
        try:
            places = (root / name for name in WATCHED if (root / name).exists())
            # An editor's program writes a file in several steps.
            changes = watch(
                *places, watch_filter=SavedFiles(), stop_event=stop, step=30, rust_timeout=500, yield_on_timeout=True
            )
            next(changes)
            seen(set())
            for changed in changes:
                if changed:
                    seen({Path(path) for _, path in changed})
        except BaseException as error:  # noqa: BLE001 - the server's own thread raises it
            seen(error)

    threading.Thread(target=watching, daemon=True).start()


def build_and_watch(root: Path, state: BuildState, stop: threading.Event) -> None:
    """Build, show what is saved, and build again after each change, until this is interrupted."""
    events: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
    with TemporaryDirectory(prefix="warraq-", ignore_cleanup_errors=True) as folder:

        def heard(keeper: Keeper, said: Said) -> None:
            events.put(lambda: builds.hear(keeper, said))

        def seen(changed: set[Path] | BaseException) -> None:
            events.put(lambda: changed_or_raise(changed))

        def changed_or_raise(changed: set[Path] | BaseException) -> None:
            if isinstance(changed, BaseException):
                raise changed
            builds.change(changed)

        builds = Builds(root, state, Path(folder), lambda: Keeper(root, state.output, heard))
        # Watching begins before the first build: what is saved while that runs counts.
        watch_in_thread(root, stop, seen)
        events.get()()
        try:
            while True:
                seconds = min(builds.act(), LONGEST_SLEEP)
                with suppress(queue.Empty):
                    events.get(timeout=seconds)()
                    while True:
                        events.get_nowait()()
        finally:
            builds.end()


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
    handler.serving = reviewing.serving = Serving.of(root, f"{site.url}/", f"{review.url}{PREFIX}").to_bytes()
    return site, review


def serve(root: Path, listen: str, port: int) -> int:
    """Serve the site and the review until interrupted; return the exit code."""
    language = language_in(root / "content")
    state = BuildState(root / SERVED, language)
    try:
        demand_folder(state.output.parent, NO_LINK)
        state.output.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        if not is_refusal(error):
            raise
        print(refusal(error, root / "content"), file=sys.stderr)
        return 1
    try:
        servers = bound(root, state, listen, port)
    except (OSError, OverflowError) as error:  # a port has 16 bits
        print_message(why_not_bound(root, error, listen, port), language)
        return 1
    for server in servers:
        threading.Thread(target=server.serve_forever, daemon=True).start()
    end_at_signals()
    stop = threading.Event()
    try:
        tell(*servers, language)
        build_and_watch(root, state, stop)
    except KeyboardInterrupt:
        pass
    finally:
        stop.set()
        for server in servers:
            server.shutdown()
            server.socket.close()
    return 0


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
