"""A picture goes along without the place where it was taken, and no larger than a page needs."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from warraq.desk.bench.files import picture
from warraq.desk.importing.pictures import prepared, tells_position
from warraq.desk.importing.places import NotTakenError


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def test_the_position_is_taken_out() -> None:
    data = picture(1, 640, position=True)
    assert tells_position(opened(data))
    made, ending = prepared(data) or (b"", "")
    assert ending == "jpg" and not tells_position(opened(made)) and opened(made).size == (640, 426)
    assert b"Exif" not in made


def test_a_large_one_is_made_smaller() -> None:
    made, _ = prepared(picture(2, 2400, position=False)) or (b"", "")
    assert opened(made).size == (1600, 1067)


def test_one_that_needs_neither_is_copied_byte_for_byte() -> None:
    data = picture(3, 320, position=False)
    assert prepared(data) == (data, "png")


def test_icons_stay_behind() -> None:
    assert prepared(picture(4, 32, position=False)) is None


@pytest.mark.parametrize("data", [b"", b"<svg><script/></svg>", picture(1, 640, position=True)[:400]])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(NotTakenError):
        prepared(data)
