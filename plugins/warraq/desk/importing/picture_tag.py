"""What the tag of a picture says: where its file is, what it shows, and whether it is a picture of the article or a sign of the page."""

from __future__ import annotations

import re
from dataclasses import dataclass

from warraq.repair.html_tags import Tag, attributes
from warraq.repair.html_tags.references import unescape

LATE = ("data-src", "data-original", "data-lazy-src", "data-lazy")
"""Attributes with the address of a picture that is loaded late; there is a dot in `src`."""
SETS = ("data-srcset", "data-lazy-srcset", "srcset")
BETWEEN = re.compile(r"(?<=[wx]),\s*|,\s+")
"""Between two candidates of a `srcset`; an address may hold a comma."""
WIDTH = re.compile(r"\d{1,6}(?:\.\d{1,6})?(?=[wx])")
LONGEST_SET = 20_000
"""Code points of a `srcset` that are read."""
NO_FILE = ("data:", "blob:", "about:")
"""Schemes of addresses at which no file is."""
HELD = "data:image/"
"""How an address begins that holds the picture itself."""
STANDS_IN = re.compile(r"placeholder|^(?:dot|loading|lazy|blank|spacer|pixel|transparent|1x1)\.\w+", re.IGNORECASE)
"""In the name of a file: it stands for a picture that comes late."""
SMALLEST_HELD = 200
"""Code points of such an address: a shorter one is the dot before a picture that comes late."""
SIGN = re.compile(
    r"""
    (?: ^ | [\W_] )
    (?: logo | avatar | gravatar | icon | emoji | sprite | pixel | spacer | blank | tracking | tracker | beacon | badge | byline-photo ) s?
    (?: $ | [\W_] )
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""In the name of a file or a class: what is not of the article."""
SMALLEST = 100
"""Pixels: a page says of buttons and counters that they are smaller."""


def is_held(address: str) -> bool:
    """Say whether an address holds the picture itself."""
    return address[: len(HELD)].lower() == HELD


@dataclass(frozen=True, slots=True)
class PictureTag:
    """The values of one tag."""

    addresses: list[str]
    """The likeliest first; that which holds the picture itself last."""
    alt: str
    is_meant: bool
    """It is none of the page's signs and counters."""


def read_picture_tag(text: str, tag: Tag) -> PictureTag:
    """Read the attributes of `<img>`, `<amp-img>` or `<source>`."""
    given = {name: unescape(text[place.start : place.end]).strip() for name, place in attributes(text, tag).items()}
    sets = [address for name in SETS for address in _of_set(given.get(name, "")[:LONGEST_SET])]
    found = [*(given.get(name, "") for name in LATE), *sets, given.get("src", "")]
    held = [a for a in found[-1:] if is_held(a) and len(a) >= SMALLEST_HELD]
    addresses = [a for a in dict.fromkeys(found) if a and not a[:9].lower().startswith(NO_FILE) and not _stands_in(a)]
    addresses += held
    return PictureTag(addresses, " ".join(given.get("alt", "").split()), is_meant=_is_meant(given))


def _stands_in(address: str) -> bool:
    return STANDS_IN.search(address.rpartition("/")[2]) is not None


def _of_set(srcset: str) -> list[str]:
    """Give the addresses of a `srcset`, the largest picture's first."""
    found = [(each[0].strip(","), WIDTH.match(each[-1])) for c in BETWEEN.split(srcset) if (each := c.split())]
    return [address for address, _ in sorted(found, key=lambda one: -float(one[1][0] if one[1] else 1))]


def _is_meant(given: dict[str, str]) -> bool:
    """Say whether a picture may be of the article, by its size and its names as the page gives them."""
    if any(given.get(side, "").isdecimal() and int(given[side][:5]) < SMALLEST for side in ("width", "height")):
        return False
    addresses = (given.get(key, "") for key in ("src", "data-src"))
    name = " ".join(a.rpartition("/")[2] for a in addresses if not is_held(a))
    return not SIGN.search(f"{given.get('class', '')} {given.get('id', '')} {name}")
