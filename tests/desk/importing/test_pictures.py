"""A picture goes along without what it says besides, and no larger than a page needs, unless the archive keeps it as it came."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from warraq.desk.bench.files import picture
from warraq.desk.importing.pictures import LARGEST_SIDE, SMALLEST_SIDE, is_large, prepare_picture
from warraq.desk.importing.sources import RejectedFileError


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def test_the_position_is_taken_out() -> None:
    data = picture(1, 640, position=True)
    assert opened(data).getexif()
    made, ending = prepare_picture(data) or (b"", "")
    assert ending == "jpg" and opened(made).size == (640, 426)
    assert b"Exif" not in made


def test_an_archive_that_keeps_its_pictures_gets_them_as_they_came() -> None:
    data = picture(1, 2000, position=True)
    assert prepare_picture(data, kept=True) == (data, "jpg")
    with pytest.raises(RejectedFileError, match="SVG"):
        prepare_picture(b"<svg/>", kept=True)


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


def test_a_picture_as_large_as_the_limit_stays_as_it_is() -> None:
    out = io.BytesIO()
    Image.new("RGB", (LARGEST_SIDE, 50)).save(out, "PNG", compress_level=0)  # written again it would be smaller
    data = out.getvalue()
    assert prepare_picture(data) == (data, "png")
    made, _ = prepare_picture(picture(5, LARGEST_SIDE + 1, position=False)) or (b"", "")
    assert max(opened(made).size) == LARGEST_SIDE


@pytest.mark.parametrize(("side", "is_taken"), [(SMALLEST_SIDE, True), (SMALLEST_SIDE - 1, False)])
def test_a_picture_of_a_hundred_pixels_is_not_an_icon(side: int, *, is_taken: bool) -> None:
    data = picture(6, side, position=False)
    assert is_large(data) == (prepare_picture(data) is not None) == is_taken


def test_the_turn_in_exif_is_applied_before_exif_is_taken_out() -> None:
    image = Image.new("RGB", (200, 100), "red")
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    exif[0x8825] = {1: "N", 2: (36.0, 12.0, 8.0)}
    out = io.BytesIO()
    image.save(out, "JPEG", exif=exif)
    made, _ = prepare_picture(out.getvalue()) or (b"", "")
    assert opened(made).size == (100, 200) and not opened(made).getexif()


def test_a_position_in_xmp_is_taken_out() -> None:
    out = io.BytesIO()
    Image.new("RGB", (200, 100)).save(out, "WEBP", xmp=b"<exif:GPSLatitude>36,12N</exif:GPSLatitude>")
    made, ending = prepare_picture(out.getvalue()) or (b"", "")
    assert ending == "webp" and b"GPS" not in made


def test_a_large_picture_keeps_its_transparency() -> None:
    image = Image.new("P", (2000, 50))
    image.putpalette([255, 0, 0, 0, 0, 255])
    out = io.BytesIO()
    image.save(out, "PNG", transparency=0)
    made, _ = prepare_picture(out.getvalue()) or (b"", "")
    assert opened(made).size == (1600, 40) and opened(made).convert("RGBA").getpixel((5, 5)) == (255, 0, 0, 0)


def test_a_moving_picture_is_not_made_smaller() -> None:
    frames = [Image.new("RGB", (1700, 20), colour) for colour in ("red", "green", "blue")]
    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    assert prepare_picture(out.getvalue()) == (out.getvalue(), "gif")
