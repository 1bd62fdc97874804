"""
The plugin `warraq_repair` of any Pelican site: articles and pages are repaired when they are read.

It does nothing until the settings say `WARRAQ_REPAIR`, for Pelican loads every plugin that is installed where PLUGINS names none. The readers are
Pelican's own: they open their files as always, and are given the repaired source. A reader that opens its files otherwise is told of.
"""

from __future__ import annotations

import builtins
import io
import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import ModuleType
from typing import Any

from pelican import signals, utils  # type: ignore[import-untyped]  # Pelican has no types

from warraq.repair.readers.unreadable import UnreadableError
from warraq.repair.reasons import reason_of

from .reading import ReadSource, read_source
from .source import FORMATS
from .wishes import RECORDS, SETTING, WishError, Wishes, read_wishes
from .written import record_name, write_back

log = logging.getLogger(__name__)
PRESS = "warraq.press.plugin"


class Repairing:
    """The repairs of one run."""

    def __init__(self) -> None:
        self.wishes: Wishes | None = None
        self.root = Path()
        self.language: str | None = None
        self.files = self.changes = self.doubts = 0

    def begin(self, site: Any) -> None:
        """Read the settings; a wrong one ends Pelican with a line that says what is wrong."""
        self.__init__()  # type: ignore[misc]  # a server reads the settings again and again
        try:
            self.wishes = read_wishes(site.settings.get(SETTING))
        except WishError as error:
            sys.exit(str(error))
        if self.wishes and PRESS in {plugin.__name__ for plugin in getattr(site, "plugins", ())}:
            log.warning(
                "%s is for sites without Warraq's press, which repairs originals itself: it is passed over.", SETTING
            )
            self.wishes = None
        self.root = Path(site.settings["PATH"]).resolve()
        if self.wishes and site.settings.get("LOAD_CONTENT_CACHE"):
            log.warning(
                "Articles out of Pelican's cache are not repaired again: LOAD_CONTENT_CACHE = False reads them anew."
            )

    def wrap(self, readers: Any) -> None:
        """Let the readers of Markdown, HTML and reStructuredText be given repaired sources."""
        if self.wishes is None:
            return
        read_file = readers.read_file

        def read_first(*given: Any, **named: Any) -> Any:
            """Wrap the readers with the first file: by then other plugins have put in theirs."""
            readers.read_file = read_file
            for ending, reader in readers.readers.items():
                if ending in FORMATS:
                    reader.read = self._repairing(reader.read)
            return read_file(*given, **named)

        readers.read_file = read_first

    def _repairing(self, read: Callable[[str], Any]) -> Callable[[str], Any]:
        def read_repaired(source_path: str) -> Any:
            path, wishes = Path(source_path), self.wishes
            if wishes is None:
                return read(source_path)
            try:
                repaired = read_source(path, wishes, self.language)
            except (OSError, UnreadableError) as error:
                log.warning("%s is not repaired: %s", path, error)
                return read(source_path)
            with _given(path, repaired.source.after) as opened:
                made = read(source_path)
            if not opened:
                log.warning("%s is not repaired: its reader opens files in a way of its own.", path)
                return made
            self._told(path, repaired, wishes)
            return made

        return read_repaired

    def _told(self, path: Path, read: ReadSource, wishes: Wishes) -> None:
        source = read.source
        name = path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else str(path)
        if read.encoding != "utf-8":
            log.info("%s: read as %s", name, read.encoding)
        for change in source.changes:
            reason = reason_of(change.rule, wishes.rules)
            log.info(
                "%s:%d: %s → %s (%s: %s)",
                name,
                source.line(change.start),
                *map(_shown, (change.before, change.after)),
                change.rule,
                reason,
            )
        for doubt in source.doubts:
            words = _shown(source.before[doubt.start : doubt.end])
            log.info(
                "%s:%d: doubtful, and left: %s (%s: %s)",
                name,
                source.line(doubt.start),
                words,
                doubt.rule,
                reason_of(doubt.rule, wishes.rules),
            )
        if source.left:
            log.info("%s: %d changes were left, because they would reach into markup or over a line", name, source.left)
        self.files += read.was_changed
        self.changes += len(source.changes)
        self.doubts += len(source.doubts)
        if wishes.write_back and read.was_changed:
            records = wishes.records or self.root.parent / RECORDS
            try:
                if not write_back(path, read, records / record_name(path, self.root)):
                    log.warning("%s is not written back: it was changed meanwhile, or its line ends are mixed.", name)
            except OSError as error:
                log.warning("%s can't be written back: %s", name, error)

    def end(self, _site: Any) -> None:
        """Say how much was done, in one line."""
        if self.wishes and (self.changes or self.doubts or self.files):
            what = f"Warraq: {self.changes} repairs in {self.files} files; {self.doubts} doubts were left."
            with suppress(UnicodeError):
                _console().print(what, "pelican --verbose lists them.")


def _console() -> Any:
    """Give the console that Pelican speaks through."""
    from pelican.log import console  # type: ignore[import-untyped]  # Pelican has no types

    return console


def _shown(words: str) -> str:
    """Write words for a log: what can't be seen by its number."""
    shown = "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in words[:80])
    return f"“{shown}”"


@contextmanager
def _given(path: Path, text: str) -> Iterator[list[str]]:
    """Give a repaired source to whoever opens this file in Pelican's way, or docutils'; what is opened is noted in the list."""
    opened: list[str] = []

    def opening(file: Any, *given: Any, **named: Any) -> Any:
        with suppress(TypeError, ValueError, OSError):
            if Path(file).resolve() == path.resolve():
                opened.append(text)
                return io.StringIO(text)
        return builtins.open(file, *given, **named)  # noqa: PTH123 - it stands for this function

    modules: list[ModuleType] = [utils]
    with suppress(ImportError):
        import docutils.io

        modules.append(docutils.io)
    former = [vars(module).get("open") for module in modules]
    for module in modules:
        vars(module)["open"] = opening
    try:
        yield opened
    finally:
        for module, was in zip(modules, former, strict=True):
            if was is None:
                del vars(module)["open"]
            else:
                vars(module)["open"] = was


repairing = Repairing()


def register() -> None:
    """Listen to Pelican."""
    signals.initialized.connect(repairing.begin)
    signals.readers_init.connect(repairing.wrap)
    signals.finalized.connect(repairing.end)
