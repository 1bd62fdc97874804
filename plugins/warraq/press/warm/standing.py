"""A site that stands as it was built, remembered by a process that did not build it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from ..article_result import WrittenFile
from ..cache import Cache
from ..checking import gather
from ..kept_files import FormerSite
from ..printed import PrintedArchive, print_archive
from ..printing import Look, Printing
from ..shelf import Shelf, kept_shelf


class StandingSite(FormerSite):
    """A site of which every file is as it was written."""

    def __init__(self) -> None:
        """Look at nothing."""

    def keep(self, files: Iterable[WrittenFile]) -> bool:
        """Keep files where they are."""
        del files
        return True


def read_standing(content: Path, output: Path, look: Look, today: date) -> tuple[PrintedArchive, Look]:
    """
    Read the archive of a site that stands, and what is kept of its articles; of the site nothing is read or written.

    Who calls it holds the build's lock. Return the archive, and the look with what the archive says of itself.
    """
    good, read = (Cache(content.parent / ".warraq" / f"{name}.sqlite") for name in ("pictures", "read"))
    gathered = gather(content, today, repairing=False, pictures=good, read=read)
    good.close()
    read.close()
    shelf, look = Shelf(kept_shelf(output)), look.of_archive(gathered.archive, today)
    try:
        with (
            TemporaryDirectory() as folder
        ):  # what is not kept, such as an article that withholds words, is printed there
            printing = Printing(look, Path(folder), gathered.archive.vocabulary, today)
            return print_archive(gathered, printing, shelf=shelf, former=StandingSite()), look
    finally:
        shelf.forget()
