"""
Two pictures of a page, compared as an eye does that stands a little back.

Both are made small and soft, so that edges of letters count for little: what is left is where there is ink and where none.
"""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter

SCALE = 0.316
"""Of a picture that is kept: a line of text is six or seven pixels high."""
FAR = 20
"""Of 255: how much darker or lighter a soft spot may be. Half a pixel off makes 7, letters unhinted 15; a name turned round 26, a line 50."""


def small(png: bytes) -> Image.Image:
    """Make a screenshot grey and small."""
    shot = Image.open(io.BytesIO(png)).convert("L")
    return shot.resize((round(shot.width * SCALE), round(shot.height * SCALE)), Image.Resampling.LANCZOS)


def distance(png: bytes, golden: Path) -> int:
    """Measure the greatest difference of two blurred spots, 0 to 255; 255 where the sizes differ by more than a line."""
    now, then = small(png), Image.open(golden).convert("L")
    if max(abs(now.height - then.height), abs(now.width - then.width)) > 6:
        return 255
    shared = (0, 0, min(now.width, then.width), min(now.height, then.height))
    soft = [
        picture.crop(shared).point(lambda grey: 255 - grey).filter(ImageFilter.GaussianBlur(1.5))
        for picture in (now, then)
    ]
    darkest = ImageChops.difference(*soft).getextrema()[1]
    assert isinstance(darkest, int), "one band has one greatest difference"
    return darkest
