"""A published picture carries its pixels and its colour profile, and nothing else; what is no picture is refused."""

from __future__ import annotations

import base64
import io
import os
import random
import shutil
import struct
import subprocess
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageCms, ImageOps, ImageStat, features

from archive.pictures.planting import (
    MARKER,
    PROFILE,
    chunk,
    exif,
    gifs,
    jpegs,
    opened,
    planted,
    profile_that_talks,
    saved,
    scene,
    segment,
    shown,
)
from warraq.archive.pictures import BadPictureError, PictureKind, clean_picture, kind_of
from warraq.archive.pictures.found import Parts
from warraq.archive.pictures.icc import clean_profile

MUTATIONS = int(os.environ.get("WARRAQ_PICTURES", "400"))
PLANTED = dict(planted())
needs_avif = pytest.mark.skipif(not features.check("avif"), reason="this Pillow can't read AVIF")
NAMES = [pytest.param(name, marks=needs_avif) if name.startswith("avif") else name for name in PLANTED]


def holds_marker(data: bytes) -> bool:
    """Look for the marker in every encoding, in compressed streams too."""
    words = [MARKER.encode(form) for form in ("ascii", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "cp037")]
    words += [base64.b64encode(MARKER.encode())[:12], MARKER[::-1].encode()]
    streams = [data]
    for at in range(len(data) - 1):
        if data[at] == 0x78 and int.from_bytes(data[at : at + 2], "big") % 31 == 0:
            try:
                streams.append(zlib.decompressobj().decompress(data[at:], 1 << 20))
            except zlib.error:
                continue
    return any(word in stream for word in words for stream in streams)


@pytest.mark.filterwarnings("ignore:Image appears to be a malformed MPO")
@pytest.mark.parametrize("name", NAMES)
def test_what_a_program_put_into_a_picture_is_gone_and_its_pixels_are_the_same(name: str) -> None:
    data = PLANTED[name]
    clean = clean_picture(data)
    assert not holds_marker(clean.data)
    assert shown(clean.data) == shown(data)
    assert clean.carried_more or "profile" in name or "iCCP" in name
    image = opened(clean.data)
    assert not image.getexif() and not image.info.keys() & {"xmp", "comment", "exif", "photoshop", "dpi", "Comment"}
    assert (clean.width, clean.height) == image.size == opened(data).size
    again = clean_picture(clean.data)
    assert again.data == clean.data and not again.carried_more


def test_the_markers_can_be_found_where_they_were_planted() -> None:
    hidden_by_nature = {"png: tIME", "png: pHYs", "png: second sRGB"}
    assert {name for name, data in PLANTED.items() if not holds_marker(data)} == hidden_by_nature


CLEAN = {
    "jpeg": saved("JPEG"),
    "progressive jpeg": saved("JPEG", progressive=True),
    "cmyk jpeg": saved("JPEG", scene().convert("CMYK")),
    "grey jpeg": saved("JPEG", scene().convert("L"), restart_marker_blocks=1),
    "png": saved("PNG"),
    "palette png": saved("PNG", scene().convert("P"), transparency=3),
    "png of 1 bit": saved("PNG", scene().convert("1")),
    "png of 16 bits": saved("PNG", scene().convert("I;16")),
    "moving png": saved("PNG", save_all=True, append_images=[scene().rotate(90)], default_image=True, duration=50),
    "gif": saved("GIF"),
    "moving gif": saved("GIF", save_all=True, append_images=[scene().rotate(180)], duration=70, loop=2),
    "webp": saved("WEBP"),
    "lossless webp": saved("WEBP", lossless=True),
    "transparent webp": saved("WEBP", scene().convert("RGBA").rotate(20)),
}


@pytest.mark.parametrize("name", CLEAN)
def test_a_picture_that_carries_nothing_more_stays_byte_for_byte(name: str) -> None:
    clean = clean_picture(CLEAN[name])
    assert clean.data == CLEAN[name] and not clean.carried_more
    assert clean.kind.value.lower() in name and kind_of(clean.data) is clean.kind


def distance(one: Image.Image, other: Image.Image) -> float:
    assert one.size == other.size
    return max(ImageStat.Stat(ImageChops.difference(one.convert("RGB"), other.convert("RGB"))).mean)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", range(2, 9))
def test_a_turned_picture_is_published_upright_and_without_exif(kind: str, orientation: int) -> None:
    back = {6: 8, 8: 6}.get(orientation, orientation)
    turns = {2: 0, 3: 3, 4: 1, 5: 5, 6: 4, 7: 6, 8: 2}  # of Image.Transpose
    data = saved(kind, scene().transpose(Image.Transpose(turns[back])), exif=exif(orientation), icc_profile=PROFILE)
    clean = clean_picture(data)
    image = opened(clean.data)
    assert distance(image, ImageOps.exif_transpose(opened(data))) < 1.5 and distance(image, scene()) < 12
    assert not image.getexif() and not holds_marker(clean.data)
    assert clean.carried_more and image.info.get("icc_profile")
    assert len(clean.data) < len(data) * 1.5 + 500
    assert clean_picture(clean.data).data == clean.data


@pytest.mark.parametrize("sampling", [0, 1, 2])
def test_a_jpeg_loses_hardly_more_than_rounding_when_it_is_turned(sampling: int) -> None:
    noise = Image.effect_noise((64, 64), 40).convert("RGB")
    data = saved("JPEG", noise, exif=exif(6), subsampling=sampling, quality=60)
    upright = opened(data).transpose(Image.Transpose.ROTATE_270)
    loss = ImageStat.Stat(ImageChops.difference(upright, opened(clean_picture(data).data)))
    assert max(loss.rms) < 2.5


def test_a_profile_keeps_its_colours_and_says_nothing() -> None:
    for profile in (PROFILE, profile_that_talks()):
        clean = clean_profile(profile)
        assert clean is not None and not holds_marker(clean) and clean_profile(clean) == clean
        screen = ImageCms.createProfile("LAB")
        before = ImageCms.buildTransform(io.BytesIO(profile), screen, "RGB", "LAB")
        after = ImageCms.buildTransform(io.BytesIO(clean), screen, "RGB", "LAB")
        colours = [ImageCms.applyTransform(scene(), transform) for transform in (before, after)]
        assert colours[0] is not None and colours[1] is not None
        assert colours[0].tobytes() == colours[1].tobytes()


@pytest.mark.parametrize(
    "profile",
    [b"", PROFILE[:100], bytes(4_000_001), PROFILE.replace(b"acsp", b"xxxx"), PROFILE[:300]],
    ids=["empty", "its head cut", "zeros", "another sign", "cut"],  # the bytes hold the time
)
def test_a_profile_that_can_not_be_read_is_left_out(profile: bytes) -> None:
    assert clean_profile(profile) is None


OTHER = {
    "SVG": b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "SVG ": '<svg onload="x()"/>'.encode("utf-16"),
    "HTML, XML": b"\xef\xbb\xbf <!DOCTYPE html><script>x</script>",
    "PDF": b"%PDF-1.7\n",
    "ZIP": b"PK\x03\x04",
    "BMP": saved("BMP"),
    "TIFF": saved("TIFF"),
    "HEIC": b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
    "text": b"alert(1)",
    "an empty file": b"",
    "an unknown kind of file": b"\0asm\x01\0\0\0",
}


@pytest.mark.parametrize("what", OTHER)
def test_what_is_no_picture_of_ours_is_refused_and_named(what: str) -> None:
    with pytest.raises(BadPictureError, match=rf"^It is no picture by its bytes, but {what.strip()}\.$"):
        clean_picture(OTHER[what])


def png_of(width: int, height: int, pixels: bytes) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(pixels)) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    "data",
    [
        png_of(20_000, 20_000, b""),
        png_of(10, 10, bytes(5_000_000)),
        saved("GIF", save_all=True, append_images=[Image.new("1", (1, 1), n % 2) for n in range(1002)]),
        saved("GIF")[:6] + b"\xff\xff\xff\xff" + saved("GIF")[10:],
        b"".join([(j := saved("JPEG", progressive=True))[: (at := j.rindex(b"\xff\xda"))], j[at:-2] * 70, j[-2:]]),
    ],
    ids=["wide", "more pixels than it says", "frames", "screen", "passes"],
)
def test_a_bomb_is_refused(data: bytes) -> None:
    with pytest.raises(BadPictureError, match=r"too large|damaged"):
        clean_picture(data)


@pytest.mark.parametrize("name", [*CLEAN, pytest.param("avif", marks=needs_avif)])
def test_a_picture_cut_short_is_refused_or_shows_the_same(name: str) -> None:
    data = CLEAN.get(name) or saved("AVIF")
    for cut in range(0, len(data), max(len(data) // 25, 1)):
        try:
            clean = clean_picture(data[:cut])
        except BadPictureError:
            continue
        assert shown(clean.data) == shown(data)


def test_a_broken_picture_is_refused_or_cleaned_and_never_a_traceback() -> None:
    draw = random.Random(13)
    sources = [*CLEAN.values(), *(data for _, data in jpegs()), *(data for _, data in gifs())]
    sources += [saved("AVIF")] if features.check("avif") else []
    for _ in range(MUTATIONS):
        data = bytearray(draw.choice(sources))
        for _ in range(draw.choice((1, 1, 2, 8))):
            at = draw.randrange(len(data))
            data[at : at + draw.choice((0, 1, 1, 4))] = draw.randbytes(draw.choice((0, 1, 1, 4)))
        try:
            clean = clean_picture(bytes(data))
        except BadPictureError:
            continue
        assert clean_picture(clean.data).data == clean.data


MANY = {
    "jpeg": (b"\xff\xd8", segment(0xE5, b"")),
    "png": (saved("PNG")[:33], chunk(b"raNd", b"")),
    "gif": (saved("GIF")[:-1], b"!\xfe\0"),
    "gif, in one": (saved("GIF")[:-1] + b"!\xfe", b"\1x"),
    "webp": (b"RIFF\xff\xff\xff\0WEBP", b"MARK\0\0\0\0"),
}


@pytest.mark.parametrize("name", MANY)
def test_a_file_of_empty_blocks_is_refused_after_so_many(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("warraq.archive.pictures.found.MOST_PARTS", 50)
    head, block = MANY[name]
    asked: list[None] = []
    count = Parts.count

    def counted(self: Parts) -> None:
        asked.append(None)
        count(self)

    monkeypatch.setattr(Parts, "count", counted)
    with pytest.raises(BadPictureError):
        clean_picture(head + block * 3_000_000)
    assert len(asked) < 250


def test_a_script_that_is_a_gif_too_is_refused() -> None:
    with pytest.raises(BadPictureError):
        clean_picture(b"GIF89a=1;alert(document.domain)//")


@pytest.mark.skipif(not shutil.which("exiftool"), reason="no exiftool here: apt-get install libimage-exiftool-perl")
def test_exiftool_finds_nothing_but_the_picture(tmp_path: Path) -> None:
    for number, (name, data) in enumerate(PLANTED.items()):
        (tmp_path / f"{number}.{name.partition(':')[0]}").write_bytes(clean_picture(data).data)
    said = subprocess.run(
        ["exiftool", "-r", "-s", "-G1", "-u", "-ee", str(tmp_path)], capture_output=True, text=True, check=False
    ).stdout
    groups = {line.partition("]")[0].lstrip("[") for line in said.splitlines() if line.startswith("[")}
    assert MARKER not in said
    assert not {
        group
        for group in groups
        if group.startswith(("IFD", "XMP", "IPTC", "GPS", "ExifIFD", "Photoshop", "MPF", "JFXX", "PNG-"))
    }


def test_every_kind_has_an_ending() -> None:
    assert [kind.endings[0] for kind in PictureKind] == ["jpg", "png", "gif", "webp", "avif"]
