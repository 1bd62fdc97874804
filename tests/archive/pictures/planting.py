"""Pictures of every format, with a marker word in each place where programs hide things."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator

from PIL import Image, ImageCms

MARKER = "Damaskus-36.2N"
"""ASCII, so that it can be looked for in many encodings."""
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>{MARKER}</a></x:xmpmeta>'.encode()


def scene(width: int = 48, height: int = 32) -> Image.Image:
    """Draw something whose four corners differ."""
    across = Image.linear_gradient("L").resize((width, height))
    return Image.merge(
        "RGB", (across, across.transpose(Image.Transpose.ROTATE_180), Image.new("L", (width, height), 90))
    )


def saved(kind: str, image: Image.Image | None = None, **options: object) -> bytes:
    """Write a picture in a format."""
    out = io.BytesIO()
    (image or scene()).save(out, kind, **options)
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def shown(data: bytes) -> list[tuple[bytes, object]]:
    """Give all that a picture shows: its frames and how long each stays, and the number of rounds."""
    image = opened(data)
    frames: list[tuple[bytes, object]] = []
    for number in range(getattr(image, "n_frames", 1)):
        image.seek(number)
        frames.append((image.convert("RGBA").tobytes(), image.info.get("duration")))
    return [*frames, (b"", image.info.get("loop"))]


def exif(orientation: int = 1) -> bytes:
    made = Image.Exif()
    made[0x010E] = MARKER
    made[0x8825] = {1: "N", 2: (36.0, 12.0, 8.0)}
    if orientation != 1:
        made[0x0112] = orientation
    return made.tobytes()


def profile_that_talks() -> bytes:
    """Give a profile with the marker in a tag of its own and behind a colour's number."""
    said = b"text" + bytes(4) + MARKER.encode()
    (count,) = struct.unpack_from(">I", PROFILE, 128)
    table = bytearray(PROFILE[132 : 132 + 12 * count])
    for at in range(4, len(table), 12):
        struct.pack_into(">I", table, at, struct.unpack_from(">I", table, at)[0] + 12)
    place = len(PROFILE) + 12
    table += struct.pack(">4sII", b"Mark", place, len(said))
    made = PROFILE[:80] + MARKER[:4].encode() + PROFILE[84:128] + struct.pack(">I", count + 1) + table
    made += PROFILE[132 + 12 * count :] + said
    return struct.pack(">I", len(made)) + made[4:]


def segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I4s", len(body), name) + body + struct.pack(">I", zlib.crc32(name + body))


def riff(name: bytes, body: bytes) -> bytes:
    return name + struct.pack("<I", len(body)) + body + bytes(len(body) % 2)


def jpegs() -> Iterator[tuple[str, bytes]]:
    """Yield JPEGs with the marker in each kind of segment, between scans and behind the end."""
    plain = saved("JPEG", progressive=True, icc_profile=PROFILE)
    word, wide = MARKER.encode(), MARKER.encode("utf-16-le")
    xmp = b"http://ns.adobe.com/xap/1.0/\0"
    segments = {
        "exif": segment(0xE1, exif()),
        "second exif": segment(0xE1, b"Exif\0\0MM\0*\0\0\0\x08\0\0") + segment(0xE1, exif()),
        "xmp": segment(0xE1, xmp + XMP),
        "xmp in utf-16": segment(0xE1, xmp + XMP.decode().encode("utf-16")),
        "extended xmp": segment(0xE1, b"http://ns.adobe.com/xmp/extension/\0" + bytes(40) + XMP),
        "iptc": segment(0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\x10\x1c\x02\x78\0\x0e" + word),
        "comment": segment(0xFE, word),
        "comment in utf-16": segment(0xFE, wide),
        "preview in jfxx": segment(0xE0, b"JFXX\0\x10" + saved("JPEG", comment=word)),
        "mpf": segment(0xE2, b"MPF\0" + word),
        "second adobe": segment(0xEE, b"Adobe\0\x64\0\0\0\0\x01" + word) * 2,
        **{f"app{number}": segment(0xE0 + number, word) for number in range(3, 16)},
    }
    for name, added in segments.items():
        yield name, plain[:2] + added + plain[2:]
    scan = plain.index(b"\xff\xda", plain.index(b"\xff\xda") + 2)
    yield "between scans", plain[:scan] + segments["comment"] + plain[scan:]
    yield "behind the end", plain + word
    yield "a second picture", plain + saved("JPEG", comment=word)
    yield "profile", saved("JPEG", icc_profile=profile_that_talks())


def pngs() -> Iterator[tuple[str, bytes]]:
    """Yield PNGs with the marker in each kind of chunk and behind each end."""
    plain = saved("PNG")
    word, packed = MARKER.encode(), zlib.compress(MARKER.encode())
    head = 8 + 25
    chunks = {
        "tEXt": chunk(b"tEXt", b"Comment\0" + word),
        "zTXt": chunk(b"zTXt", b"Comment\0\0" + packed),
        "iTXt": chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP),
        "eXIf": chunk(b"eXIf", exif()[6:]),
        "tIME": chunk(b"tIME", b"\x07\xe7\x0b\x08\x0c\x1e\x00"),
        "pHYs": chunk(b"pHYs", bytes(9)),
        "sPLT": chunk(b"sPLT", word + b"\0\x08"),
        "raNd": chunk(b"raNd", word),
        "iCCP": chunk(b"iCCP", word + b"\0\0" + zlib.compress(profile_that_talks()) + packed),
        "long gAMA": chunk(b"gAMA", bytes(4) + word),
        "second sRGB": chunk(b"sRGB", b"\0") * 2,
    }
    for name, added in chunks.items():
        yield name, plain[:head] + added + plain[head:]
    yield "behind the end", plain + word
    end = plain.index(b"IEND") - 4
    yield "before the end", plain[:end] + chunks["tEXt"] + plain[end:]
    start = plain.index(b"IDAT") - 4
    (size,) = struct.unpack_from(">I", plain, start)
    pixels = plain[start + 8 : start + 8 + size]
    yield "behind the pixels", plain[:start] + chunk(b"IDAT", pixels + word) + plain[end:]
    two = chunk(b"IDAT", pixels[:50]) + chunk(b"IDAT", pixels[50:]) + chunk(b"IDAT", word)
    yield "in an IDAT of its own", plain[:start] + two + plain[end:]
    moving = saved("PNG", save_all=True, append_images=[scene().rotate(180)], duration=50, loop=3)
    place = moving.index(b"fcTL", moving.index(b"IDAT")) - 4
    yield "between frames", moving[:place] + chunks["tEXt"] + moving[place:]


def gifs() -> Iterator[tuple[str, bytes]]:
    """Yield GIFs with the marker in extensions and behind the end."""
    plain = saved("GIF", save_all=True, append_images=[scene().rotate(180)], duration=70, loop=2)
    word = bytes([len(MARKER)]) + MARKER.encode() + b"\0"
    at = 13 + (3 << ((plain[10] & 7) + 1)) * (plain[10] >> 7)
    yield "comment", plain[:at] + b"!\xfe" + word + plain[at:]
    yield "xmp", plain[:at] + b"!\xff\x0bXMP DataXMP" + XMP + bytes([1, *range(255, -1, -1), 0]) + plain[at:]
    yield "plain text", plain[:at] + b"!\x01\x0c" + bytes(12) + word + plain[at:]
    yield "other application", plain[:at] + b"!\xff\x0bMarkMark1.0" + word + plain[at:]
    yield "second loop", plain[:at] + (b"!\xff\x0bNETSCAPE2.0\x03\x01\x02\0" + word) + plain[at:]
    yield "behind the end", plain + MARKER.encode()


def webps() -> Iterator[tuple[str, bytes]]:
    """Yield WebPs with the marker in chunks, in frames and behind the end."""
    word = MARKER.encode()
    yield "exif", saved("WEBP", exif=exif())
    yield "xmp", saved("WEBP", lossless=True, xmp=XMP)
    yield "profile", saved("WEBP", icc_profile=profile_that_talks())
    plain = saved("WEBP")
    yield "behind the end", plain + word
    yield "unknown chunk", _resized(plain + riff(b"MARK", word))
    moving = saved("WEBP", save_all=True, append_images=[scene().rotate(180)], duration=40, loop=2, xmp=XMP)
    yield "moving", moving
    at = moving.index(b"ANMF")
    (size,) = struct.unpack_from("<I", moving, at + 4)
    frame = moving[at + 8 : at + 8 + size] + riff(b"MARK", word)
    yield "in a frame", _resized(moving[:at] + riff(b"ANMF", frame) + moving[at + 8 + size + size % 2 :])


def _resized(data: bytes) -> bytes:
    return data[:4] + struct.pack("<I", len(data) - 8) + data[8:]


def avifs() -> Iterator[tuple[str, bytes]]:
    """Yield AVIFs with the marker in items, boxes and behind the end."""
    word = MARKER.encode()
    yield "exif", saved("AVIF", exif=exif())
    yield "xmp, transparent", saved("AVIF", scene().convert("RGBA").rotate(20), xmp=XMP)
    yield "profile", saved("AVIF", icc_profile=profile_that_talks())
    plain = saved("AVIF")
    yield "udta", plain + struct.pack(">I4s", 8 + len(word), b"udta") + word
    yield "uuid", plain + struct.pack(">I4s", 24 + len(word), b"uuid") + bytes(16) + word
    yield "free", plain + struct.pack(">I4s", 8 + len(word), b"free") + word
    place = plain.index(b"mdat") - 4
    (size,) = struct.unpack_from(">I", plain, place)
    assert place + size == len(plain)
    yield "behind the item", plain[:place] + struct.pack(">I", size + len(word)) + plain[place + 4 :] + word


def planted() -> Iterator[tuple[str, bytes]]:
    """Yield every picture of this file with its name."""
    for kind, made in (("jpeg", jpegs()), ("png", pngs()), ("gif", gifs()), ("webp", webps()), ("avif", avifs())):
        for name, data in made:
            yield f"{kind}: {name}", data
