"""Which pages Hugo builds, and when: keys that lists hand down, days to come and days that are over, and pages within bundles."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping

from .days import day_of, is_over, is_to_come
from .front_matters import word_of
from .markdown_site import YES
from .moved_text import Extra
from .site_page import Page

UNBUILT = frozenset({"never", "link", *("false", "no", "off")})


def handed_down(keys_of: Callable[[str], Mapping[str, Extra]], folder: str) -> Mapping[str, Extra]:
    """Give what `cascade` hands down to the pages of a folder, of nearer lists before farther ones; `keys_of`: of a folder's list."""
    found: dict[str, Extra] = {}
    parts = folder.split("/") if folder else []
    for n in range(len(parts) + 1):
        stated = keys_of("/".join(parts[:n])).get("cascade", ())
        for each in (stated,) if isinstance(stated, Mapping) else stated if isinstance(stated, tuple) else ():
            # One with a target is for some pages alone.
            if isinstance(each, Mapping) and not {"_target", "target"} & set(each):
                found |= {key.strip().lower(): value for key, value in each.items()}
    return found


def is_unbuilt(page: Page) -> bool:
    """Tell whether a page is on no address: its list alone shows it, or its day is over."""
    for key in ("_build", "build"):
        said = page.keys.get(key, {})
        if isinstance(said, Mapping) and word_of(said.get("render", "")).lower() in UNBUILT:
            return True
    return page.word("headless").lower() in YES or is_over(page.word("expirydate", "unpublishdate"))


def waits_for(page: Page) -> str:
    """Give the day on which a page is to be published, where that is to come; empty of any other."""
    day = page.word("publishdate", "pubdate", "published", "date")
    return day_of(day) if is_to_come(day) else ""


def bundles_of(paths: Iterator[str]) -> frozenset[str]:
    """Give the folders whose files belong to the page `index.md` in them."""
    return frozenset(posixpath.dirname(path) for path in paths if posixpath.basename(path).partition(".")[0] == "index")


def is_in_bundle(path: str, bundles: frozenset[str]) -> bool:
    """Tell whether a file is a part of a page, and none itself."""
    folder, name = posixpath.split(path)
    if name.partition(".")[0] == "index":
        folder = posixpath.dirname(folder)
    while folder:
        if folder in bundles:
            return True
        folder = posixpath.dirname(folder)
    return False
