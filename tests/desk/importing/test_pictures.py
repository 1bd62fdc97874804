"""A picture goes along without the place where it was taken, and no larger than a page needs."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from warraq.desk.bench.files import picture
from warraq.desk.importing.pictures import has_position, prepare_picture
from warraq.desk.importing.sources import RejectedFileError


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def test_the_position_is_taken_out() -> None:
    data = picture(1, 640, position=True)
    assert has_position(opened(data))
    made, ending = prepare_picture(data) or (b"", "")
    assert ending == "jpg" and not has_position(opened(made)) and opened(made).size == (640, 426)
    assert b"Exif" not in made


def test_a_large_one_is_made_smaller() -> None:
    made, _ = prepare_picture(picture(2, 2400, position=False)) or (b"", "")
    assert opened(made).size == (1600, 1067)


def test_one_that_needs_neither_is_copied_byte_for_byte() -> None:
    data = picture(3, 320, position=False)
    assert prepare_picture(data) == (data, "png")


def test_icons_are_not_imported() -> None:
    assert prepare_picture(picture(4, 32, position=False)) is None


@pytest.mark.parametrize("data", [b"", b"<svg><script/></svg>", picture(1, 640, position=True)[:400]])
def test_data_that_is_not_a_picture_is_refused(data: bytes) -> None:
    with pytest.raises(RejectedFileError):
        prepare_picture(data)
