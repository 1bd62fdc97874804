"""
What is to be done after a change, and when: show what was saved, build, begin another process.

A saved article is shown first, then the site is built behind it. Whatever else of the archive changes, the process that stands forgets
what it knows and builds; where code, theme or settings change, another one begins.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable
from enum import IntEnum
from pathlib import Path

from warraq.language import message

from ..serving import BuildState
from .keeper import Keeper, Said

QUIET = 0.5
"""Seconds without a save, after which the site is built: who looks at the page comes first."""
PATIENCE = 5.0
"""Seconds after which it is built although saves go on."""
MOST_AT_ONCE = 200
"""Files that are told to the process as saved; where more change, the site is built at once."""
READ_WHOLE = ("site.yaml", "rejected.yaml", "originals", "records")
"""What the process does not read again by itself, below content/."""


class Change(IntEnum):
    """What a change asks for."""

    SAVE = 0
    """Showing what was saved, then a build."""
    PICTURES = 1
    """A build."""
    VOCABULARY = 2
    """Showing what is looked at, then a build that knows nothing."""
    ARCHIVE = 3
    """A build that knows nothing."""
    PROGRAM = 4
    """Another process."""


class Builds:
    """Gives the orders; one thread alone calls it."""

    def __init__(self, root: Path, state: BuildState, folder: Path, keep: Callable[[], Keeper]) -> None:
        """`folder`: where the files of saves are put. `keep`: starts a process, of which `hear` is told."""
        self._content, self._state, self._folder, self._keep = root / "content", state, folder, keep
        self._keeper: Keeper | None = None
        self._is_warm = False
        self._saved: set[str] = set()
        """Paths of files below content/articles/ that the process was not told of yet."""
        self._wanted: Change | None = Change.PROGRAM
        """The largest change since the last build began; None: there was none."""
        self._looks_otherwise = False
        """Since then pictures or the program changed: each page is another one, though its bytes may be the same."""
        self._first = self._last = 0.0
        """When the first and the last of these changes were seen."""
        self._number = 0
        """Of the last save that was shown."""
        self._showing = False
        self._building: Change | None = None
        """The change for which a build is under way."""
        self._changes_looks = False
        """It is of such a change."""
        self._is_aside = False
        """It leaves the process free."""
        self._covers = 0
        """The number of the last save that was shown before it began."""
        self._errors: str | None = None
        """What the last save found."""

    def change(self, paths: Iterable[Path]) -> None:
        """Take note of changed files."""
        now = time.monotonic()
        for path in paths:
            found = self._kind(path)
            if found is Change.SAVE:
                self._saved.add(path.relative_to(self._content.parent).as_posix())
            if self._wanted is None:
                self._first = now
            self._looks_otherwise |= found in (Change.PICTURES, Change.PROGRAM)
            self._wanted = max(found, self._wanted or Change.SAVE)
            self._last = now
        if len(self._saved) > MOST_AT_ONCE:
            self._wanted = max(Change.ARCHIVE, self._wanted or Change.SAVE)

    def act(self) -> float:
        """Give the orders that are due; return after how many seconds others may be."""
        if self._wanted is Change.PROGRAM:
            self.end()
        if self._showing or (self._building is not None and not self._is_aside):
            return PATIENCE
        knows = self._is_warm and self._wanted is not None and self._wanted < Change.VOCABULARY
        if knows and self._saved:
            self._show()
            return PATIENCE
        if self._is_warm and self._wanted is Change.VOCABULARY and self._state.looked_at():
            self._show()  # after which the process is warm no more
            return PATIENCE
        if self._wanted is None or self._building is not None:
            return PATIENCE
        now = time.monotonic()
        waits = min(self._last + QUIET, self._first + PATIENCE) - now
        if knows and waits > 0:
            return waits
        self._build()
        return PATIENCE

    def hear(self, keeper: Keeper, said: Said) -> None:
        """Take an answer of the process."""
        if keeper is not self._keeper:
            return  # it was ended
        self._is_warm = said.get("warm", False)
        if "aside" in said:
            self._is_aside = said["aside"]
        elif "shown" in said:
            self._shown(said["shown"], json.loads(Path(said["file"]).read_text("utf-8")))
        elif "built" in said:
            self._built(keeper, said["built"])
        elif "ended" in said:
            self._keeper = None
            if self._building is not None:
                self._built(keeper, said["ended"] or 1)
            elif self._showing:
                self._showing, self._wanted = False, Change.PROGRAM

    def end(self) -> None:
        """End the process."""
        keeper, self._keeper = self._keeper, None
        if keeper:
            keeper.end()
        self._is_warm = self._showing = False
        self._building = None

    def _kind(self, path: Path) -> Change:
        if not path.is_relative_to(self._content):
            return Change.PROGRAM
        folder = path.relative_to(self._content).parts[:1]
        if folder == ("articles",):
            return Change.SAVE
        if folder == ("vocabulary",):
            return Change.VOCABULARY
        return Change.ARCHIVE if not folder or folder[0] in READ_WHOLE else Change.PICTURES

    def _show(self) -> None:
        saved, self._saved = sorted(self._saved), set()
        self._showing = True
        number = self._number + 1
        folder = self._folder / str(number)
        folder.mkdir()
        if self._keeper:
            self._keeper.order(
                "show",
                number=number,
                saved=saved,
                folder=str(folder),
                looked_at=self._state.looked_at(),
                vocabulary=self._wanted is Change.VOCABULARY,
            )

    def _shown(self, number: int, found: Said) -> None:
        self._showing, self._number = False, number
        folder = self._folder / str(number)
        self._errors = found.get("errors")
        if "build" in found:
            self._wanted = max(Change.ARCHIVE, self._wanted or Change.SAVE)
        elif self._errors is not None:
            print(self._errors, flush=True)
            self._state.record_problems(self._errors)
        else:
            self._state.record_save(number, folder, found["files"], found["gone"])

    def _build(self) -> None:
        knows_nothing = not self._is_warm or self._wanted in (Change.VOCABULARY, Change.ARCHIVE)
        self._building, self._wanted = self._wanted, None
        self._covers, self._is_aside = self._number, False
        self._changes_looks, self._looks_otherwise = self._looks_otherwise, False
        if knows_nothing:
            self._saved, self._errors = set(), None
        if self._keeper is None:
            self._keeper = self._keep()
        self._keeper.words()
        self._keeper.is_quiet = self._errors is not None  # it will say the same
        self._keeper.order("build", anew=knows_nothing)

    def _built(self, keeper: Keeper, code: int) -> None:
        self._building = None
        is_newest = self._covers == self._number  # else a newer save says what is right, and another build comes
        words = keeper.words()
        confirmed = code != 0 and self._errors is not None and _confirms(words, self._errors)
        if keeper.is_quiet and not confirmed and (is_newest or code == 0):
            print(words, end="", flush=True)
        keeper.is_quiet = False
        if code == 0:
            if is_newest and self._errors is not None:
                self._forget()
            error = None if is_newest else self._state.error
            self._state.record_build(error, self._covers, everything=self._changes_looks)
            return
        self._looks_otherwise |= self._changes_looks
        if is_newest and not confirmed:
            if self._errors is None:  # what was shown is not what is built
                self._state.overlay.drop(self._number)
                self._forget()
            without_words = message(
                "The build ended without a word (exit code {code}); perhaps the memory was too small. Save the file again.",
                code=code,
            )
            self._state.record_problems(words if words.strip() else without_words.text(self._state.language))

    def _forget(self) -> None:
        self._is_warm, self._errors = False, None
        if self._keeper:
            self._keeper.order("forget")


def _confirms(words: str, errors: str) -> bool:
    """Tell whether a build said the same errors; it says its warnings besides."""
    return set(errors.splitlines()) <= set(words.splitlines())
