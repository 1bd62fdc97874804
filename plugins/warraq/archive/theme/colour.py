"""
Colours: how well one is read on another (WCAG 2.2), and the nearest that is read well (OKLCH).

In OKLCH a colour's lightness changes while its hue stays the same to the eye, so that the nearest colour is still the one that was
chosen, darker or lighter.
The matrices are Björn Ottosson's (https://bottosson.github.io/posts/oklab/). A library of colours would do no more of it than these lines.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TypeAlias

Colour: TypeAlias = tuple[int, int, int]
"""Red, green and blue, 0 to 255."""
STEPS = 1000
"""Of lightness, between black and white."""


def hexadecimal(colour: Colour) -> str:
    """Write a colour as CSS has it: `#0b5a5e`."""
    return "#{:02x}{:02x}{:02x}".format(*colour)


def from_hexadecimal(text: str) -> Colour:
    """Read `#0b5a5e`."""
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def mixed(colour: Colour, ground: Colour, share: float) -> Colour:
    """Mix a share of a colour into a ground, as `color-mix(in srgb, …)` does."""
    red, green, blue = (round(share * a + (1 - share) * b) for a, b in zip(colour, ground, strict=True))
    return red, green, blue


def contrast(one: Colour, other: Colour) -> float:
    """Give the contrast of two colours, 1 to 21 (WCAG 2.2, contrast ratio)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def nearest(colour: Colour, is_good: Callable[[Colour], bool]) -> Colour:
    """Give the colour of the same hue, nearest in lightness, that is good; black or white where no other one is."""
    lightness, chroma, hue = lch(colour)
    for step in range(STEPS + 1):
        for way in (-step, step):
            tried = lightness + way / STEPS
            if 0 <= tried <= 1 and is_good(found := from_lch(tried, chroma, hue)):
                return found
    return min(((0, 0, 0), (255, 255, 255)), key=lambda end: not is_good(end))


def lch(colour: Colour) -> tuple[float, float, float]:
    """Give lightness (0 to 1), chroma and hue (in radians) of a colour in OKLCH."""
    red, green, blue = (_linear(part) for part in colour)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    return 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short, math.hypot(a, b), math.atan2(b, a)


def from_lch(lightness: float, chroma: float, hue: float) -> Colour:
    """Give the colour of an OKLCH; where no screen shows so much chroma, with the most that it shows."""
    low, high = 0.0, chroma
    if _shown(parts := _rgb(lightness, chroma, hue)):
        low = high
    for _ in range(20 if high > low else 0):
        tried = (low + high) / 2
        low, high = (tried, high) if _shown(_rgb(lightness, tried, hue)) else (low, tried)
        parts = _rgb(lightness, low, hue)
    red, green, blue = (round(255 * _encoded(min(max(part, 0.0), 1.0))) for part in parts)
    return red, green, blue


def _rgb(lightness: float, chroma: float, hue: float) -> tuple[float, float, float]:
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def _shown(parts: Sequence[float]) -> bool:
    return all(-0.0005 <= part <= 1.0005 for part in parts)


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(part) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: int) -> float:
    value = part / 255
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _encoded(value: float) -> float:
    return 12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055
