"""
The accent: the one colour of links, in a form for light pages and one for dark ones.

Each is read on three grounds: the page, what is raised from it, and a passage that a link led to, which has a share of the accent itself.
No colour is read on light and on dark pages, so that whoever chooses one has the other made of it: the same hue, lighter or darker.
"""

from __future__ import annotations

import re

from warraq.language import message

from ..problem import WrongValueError
from .colour import Colour, contrast, from_hexadecimal, from_lch, hexadecimal, lch, mixed, nearest

ENOUGH = 4.5
"""WCAG 2.2, 1.4.3: AA for text."""
GROUNDS: dict[str, tuple[str, str]] = {"light": ("#fbfaf6", "#f4f1ea"), "dark": ("#15171a", "#1d2024")}
"""`--bg` and `--raised` of the theme."""
LED_TO = 0.18
"""The accent's share in a passage that a link led to."""
USUAL_LIGHTNESS = {"light": 0.43, "dark": 0.79}
"""Of the theme's own accent, in OKLCH: what is made of the other one is as light."""
MOST_CHROMA = {"light": 0.2, "dark": 0.11}
"""A strong colour glares in the dark."""
HEXADECIMAL = re.compile(r"#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})", re.ASCII)
LONGEST = 60
"""Letters of a colour, as CSS may write it."""


def parse_colour(value: str) -> str:
    """Read `#0b5`, `#0b5a5e`, `0b5a5e`, `teal` or `hsl(183, 79%, 21%)` as `#0b5a5e`; a WrongValueError says what to write."""
    if match := HEXADECIMAL.fullmatch(value):
        digits = match[1] if len(match[1]) == 6 else "".join(digit * 2 for digit in match[1])
        return f"#{digits.lower()}"
    from PIL import ImageColor  # most archives name none

    parts: tuple[int, ...]
    try:
        parts = ImageColor.getrgb(value[:LONGEST])
    except ValueError:
        parts = ()
    if len(parts) != 3 or max(parts) > 255:  # one that is seen through, or none
        raise WrongValueError(
            message("“{value}” is no colour.", value=value), message('Write it in quotes: "#0b5a5e".')
        )
    red, green, blue = parts
    return hexadecimal((red, green, blue))


def least_contrast(colour: Colour, scheme: str) -> float:
    """Give the contrast of a colour with the ground of a scheme's pages on which it is read least."""
    page, raised = map(from_hexadecimal, GROUNDS[scheme])
    return min(contrast(colour, ground) for ground in (page, raised, mixed(colour, page, LED_TO)))


def check_accent(value: str, scheme: str) -> str:
    """Check that a colour is read on the pages of a scheme; a WrongValueError names the nearest that is."""
    colour = from_hexadecimal(parse_colour(value))
    if (found := least_contrast(colour, scheme)) >= ENOUGH:
        return hexadecimal(colour)
    good = hexadecimal(nearest(colour, lambda tried: least_contrast(tried, scheme) >= ENOUGH))
    what = (
        message(
            "On light pages its contrast is {ratio}; links need {enough} (WCAG AA).", ratio=_down(found), enough=ENOUGH
        )
        if scheme == "light"
        else message(
            "On dark pages its contrast is {ratio}; links need {enough} (WCAG AA).", ratio=_down(found), enough=ENOUGH
        )
    )
    raise WrongValueError(what, message("The nearest colour that is read well: {colour}.", colour=f'"{good}"'))


def counterpart(colour: str, scheme: str) -> str:
    """Make of an accent the one for the other scheme, `scheme`: of the same hue, and read there."""
    _, chroma, hue = lch(from_hexadecimal(colour))
    usual = from_lch(USUAL_LIGHTNESS[scheme], min(chroma, MOST_CHROMA[scheme]), hue)
    return hexadecimal(nearest(usual, lambda tried: least_contrast(tried, scheme) >= ENOUGH))


def _down(ratio: float) -> float:
    """Round down: 4.49 is not 4.5."""
    return int(ratio * 10) / 10
