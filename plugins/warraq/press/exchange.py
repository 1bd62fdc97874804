"""
The former site and the new one, exchanged by two renames.

A site is built in `output.new`, beside the old one. Then `output` becomes `output.old`, `output.new` becomes `output`, and
the old one is put aside: the next build makes the next site of it (`second_tree.py`). A program may be killed anywhere on the way: only a
whole site is ever renamed so, and `output.old` without `output` means that `output.new` is whole. The list of its files takes its name
last: without `output.new`, the next list is that of the site which stands.
"""

from __future__ import annotations

import shutil
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path

from warraq.desk.own_files import demand_folder
from warraq.language import message

from .kept_files import FormerSite
from .second_tree import Stamp, list_folder
from .site_manifest import kept_list, next_list

NO_LINK = message("Delete it. A build replaces the whole folder; copy the finished site to where it is served.")
"""A link may have come with a contribution: following it would delete whatever it leads to."""


def demand_places(output: Path) -> None:
    """Pass places of the two sites that are folders or free; a NotOwnError names the first that is a link, a file or a pipe."""
    for place in (output, new(output), old(output), spare(output)):
        demand_folder(place, NO_LINK)


def new(output: Path) -> Path:
    """Return the folder where the new site is built."""
    return output.with_name(f"{output.name}.new")


def old(output: Path) -> Path:
    """Return the folder of the former site while the two are exchanged."""
    return output.with_name(f"{output.name}.old")


def spare(output: Path) -> Path:
    """Return the folder of the site before the one that stands: it becomes the next, so it is where folders can be renamed to it."""
    kept = output.parent / ".warraq"
    with suppress(OSError):
        if kept.stat().st_dev != output.parent.stat().st_dev:
            return output.with_name(f"{output.name}.spare")
    return kept / f"{output.name}.spare"


def finish_interrupted(output: Path) -> bool:
    """Finish an interrupted exchange and delete a half-built site; return whether there was an exchange to finish."""
    interrupted = old(output).exists() and not output.exists()
    if interrupted:
        (new(output) if new(output).exists() else old(output)).rename(output)
    if new(output).exists():
        discard(output)
    _name_list(output)
    _put_aside(output)
    return interrupted


def exchange(output: Path) -> None:
    """Replace the former site by the new one, which is now whole."""
    if output.exists():
        output.rename(old(output))
    new(output).rename(output)
    _name_list(output)
    _put_aside(output)


def complete(output: Path, planned: Collection[str], former: FormerSite | None) -> Mapping[str, Stamp]:
    """Make the new site whole, with what is kept of the `former` one; `planned` are the paths of all its files. Give its files."""
    if former is None:
        return list_folder(new(output)).files
    files = former.complete(new(output), planned)
    spare(output).rename(new(output))
    return files


def discard(output: Path) -> None:
    """Delete a site that is not whole; its list goes first, for without the site it would be that of the former one."""
    next_list(output).unlink(missing_ok=True)
    if new(output).exists():
        shutil.rmtree(new(output))


def _name_list(output: Path) -> None:
    if next_list(output).is_file():
        next_list(output).replace(kept_list(output))


def _put_aside(output: Path) -> None:
    """Keep the former site as the second tree; delete it where there is one already, or where it can't be moved."""
    if not old(output).exists():
        return
    with suppress(OSError):
        if spare(output).exists():
            shutil.rmtree(spare(output))
        spare(output).parent.mkdir(exist_ok=True)
        old(output).rename(spare(output))
    shutil.rmtree(old(output), ignore_errors=True)
