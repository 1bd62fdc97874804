"""
The process itself: `python -m warraq.press.warm.process TOKEN OUTPUT`, started by `serve` in the project's folder.

It takes orders on its standard input, a line of JSON each: to build, or to show what was saved. What a build says goes to the standard
output; between it stand our answers, each a line that begins with the token, which no text of an archive can know. Where Linux allows it,
a build is a fork, so that the next save need not wait for it.
"""

from __future__ import annotations

import gc
import json
import os
import runpy
import signal
import sys
import traceback
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from multiprocessing import get_context
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from warraq.__main__ import INTERRUPTED
from warraq.desk.site import language_of
from warraq.processes import end_with_parent, give_memory_back, hear, may_fork

from ..building import StoppedError, raising_when_stopped
from ..day import build_day
from ..ending import number_of
from ..plugin import Press
from ..terminal import format_problems
from .looked_at import make_lists
from .saves import NotWarmError, with_vocabulary
from .showing import show
from .site import WarmSite

SETTINGS = "pelicanconf.py"
SECONDS_FOR_AN_END = 10


class WarmProcess:
    """Obeys one order after another."""

    def __init__(self, token: str, output: str) -> None:
        self._token, self._output = token, output
        self._site: WarmSite | None = None
        self._building: BaseProcess | None = None

    def run(self) -> None:
        """Obey until nobody gives orders any more."""
        try:
            for order in self._orders():
                self._obey(order)
        finally:
            self._end_build()

    def _obey(self, order: Mapping[str, Any]) -> None:
        match order["do"]:
            case "build":
                self._build(anew=order["anew"])
            case "show":
                self._show(order)
            case "forget":
                self._site = None

    def _orders(self) -> Iterator[Mapping[str, Any]]:
        """Yield the orders as they come; tell the end of a forked build meanwhile."""
        waiting = b""
        while True:
            *lines, waiting = waiting.split(b"\n")
            yield from map(json.loads, lines)
            if self._building and self._building.sentinel in wait([0, self._building.sentinel]):
                self._building.join()
                code, self._building = self._building.exitcode, None
                self._answer(built=code or 0)
                continue
            data = os.read(0, 65_536)
            if not data:
                return
            waiting += data

    def _answer(self, **said: object) -> None:
        sys.stdout.flush()
        sys.stderr.flush()
        line = f"\x1e{self._token} {json.dumps(said | {'warm': self._site is not None})}\n"
        os.write(1, line.encode())  # short, so that a build, which writes there too, can't part it

    def _build(self, *, anew: bool) -> None:
        """Build the site; `anew`: what is remembered holds no more."""
        if anew:
            self._site = None
        if self._site and may_fork():
            self._answer(aside=True)
            self._building = get_context("fork").Process(target=_forked_build, args=(os.getpid(), self._output))
            self._building.start()
            return
        Press.told = self._remember
        code = built(self._output)
        Press.told = None
        gc.collect()
        give_memory_back()
        self._answer(built=code)
        self._warm_up()
        gc.freeze()  # it stays, and need not be looked through again and again

    def _remember(self, press: Press) -> None:
        self._site = WarmSite.of(Path(press.path), press.printed, press.look, press.today)

    def _warm_up(self) -> None:
        """Show an article to nobody, so that templates and modules are loaded before the first save."""
        if self._site:
            public = (path for path, result in self._site.results.items() if result.facts)
            with (
                TemporaryDirectory() as folder,
                suppress(Exception),
            ):  # whatever it is, it comes again with the first save
                show(self._site, [*public][:1], Path(folder))

    def _show(self, order: Mapping[str, Any]) -> None:
        """
        Show what was saved; say first what is to be shown of articles, then of lists.

        `vocabulary`: it changed too. What is looked at is shown with it, and what is remembered holds no more.
        """
        number, folder, vocabulary = order["number"], Path(order["folder"]), order["vocabulary"]
        said: dict[str, object] = {"build": True}
        if self._site and self._site.today == today():
            try:
                site = with_vocabulary(self._site) if vocabulary else self._site
                self._site, shown = show(site, order["saved"], folder, order["looked_at"])
                said = {"files": shown.files, "gone": shown.gone}
                if shown.errors:
                    language = language_of(self._site.archive.site)
                    text = f"{format_problems(shown.errors, language)}\n{number_of(shown.errors, language)}"
                    said = {"errors": text}
            except NotWarmError:
                self._site = None
            except Exception:  # noqa: BLE001 - the boundary: a build comes next, which needs nothing of it
                self._site = None
                traceback.print_exc()
        if vocabulary:
            self._site = None
        self._tell(number, folder.with_suffix(".json"), said)
        if "files" in said and self._site and self._site.library and not self._is_asked():
            try:
                lists = [*make_lists(order["looked_at"], self._site.library, self._site.look, folder)]
            except Exception:  # noqa: BLE001 - the boundary: the build makes them anew, and tells whatever it is
                lists = []
            if lists:
                self._tell(number, folder.with_suffix(".lists.json"), {"files": lists, "gone": []})

    def _tell(self, number: int, file: Path, said: Mapping[str, object]) -> None:
        """Say what is to be shown, in a file of its own: it may be long."""
        file.write_text(json.dumps(said), encoding="utf-8")
        self._answer(shown=number, file=str(file))

    def _is_asked(self) -> bool:
        """Tell whether there is an order already."""
        return may_fork() and bool(wait([0], 0))

    def _end_build(self) -> None:
        """End a build that nobody waits for any more; the former site stays."""
        if self._building and self._building.pid:
            with suppress(ProcessLookupError):
                os.kill(self._building.pid, signal.SIGINT)
            self._building.join(SECONDS_FOR_AN_END)
            self._building.kill()


def today() -> date | None:
    """Give the day of a build that began now; None where none can begin."""
    try:
        return build_day(os.environ)
    except SystemExit:
        return None


def _forked_build(parent: int, output: str) -> None:
    end_with_parent(parent)
    gc.freeze()
    try:
        sys.exit(built(output))
    except StoppedError:
        sys.exit(INTERRUPTED)


def built(output: str) -> int:
    """Build as `pelican content` does, into a folder; return the exit code."""
    sys.argv = ["pelican", "content", "--settings", SETTINGS, "--output", output, "--fatal", "errors"]
    try:
        runpy.run_module("pelican", run_name="__main__", alter_sys=True)
    except SystemExit as end:
        if end.code is None or isinstance(end.code, int):
            return end.code or 0
        print(end.code, file=sys.stderr)
        return 1
    except Exception:  # noqa: BLE001 - as the interpreter ends a program
        traceback.print_exc()
        return 1
    return 0


if __name__ == "__main__":
    with suppress(StoppedError), raising_when_stopped():
        hear()
        WarmProcess(*sys.argv[1:]).run()
