"""Bytes become text without loss, or an error that names the byte."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import warraq
from growth import growth, seconds
from warraq.archive.original import OriginalKind
from warraq.repair.readers import UnreadableError, read_original
from warraq.repair.readers.metadata import metadata_of

NEWS = "أعلنت وزارة النقل في العاصمة أن الجسر الجديد على النهر سيفتح بعد أسبوع، وقال الوزير إن العمل فيه انتهى.\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "cp1256", "iso8859-6"])
def test_an_encoding_is_told_by_evidence_alone(encoding: str) -> None:
    data = NEWS.encode(encoding)
    original = read_original("a.txt", data)
    assert (original.text, original.encoding, original.bom) == (NEWS, encoding, False)


@pytest.mark.parametrize(
    ("mark", "encoding"), [(b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")]
)
def test_a_byte_order_mark_decides_and_is_not_part_of_the_text(mark: bytes, encoding: str) -> None:
    original = read_original("a.txt", mark + NEWS.encode(encoding))
    assert (original.text, original.encoding, original.bom) == (NEWS, encoding, True)
    assert original.bytes_again() == original.data


def test_a_declaration_is_believed_where_the_bytes_allow_it() -> None:
    page = '<meta charset="windows-1255"><p>שלום לכולם'
    assert read_original("a.html", page.encode("cp1255")).text == page


def test_a_wrong_declaration_is_not_believed() -> None:
    page = f'<meta http-equiv="Content-Type" content="text/html; charset=windows-1256"><p>{NEWS}'
    assert read_original("a.html", page.encode()).encoding == "utf-8"
    page = f'<?xml version="1.0" encoding="utf-8"?><p>{NEWS}'
    assert read_original("a.html", page.encode("cp1256")).encoding == "cp1256"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x85"])
def test_line_ends_stay(end: str) -> None:
    text = f"أول{end}ثان{end}"
    assert read_original("a.txt", text.encode()).text == text


def test_a_file_that_begins_like_front_matter_is_an_original_like_any_other() -> None:
    text = "---\ntitle: شيء\n---\nنص"
    original = read_original("a.txt", text.encode())
    assert (original.text, original.kind) == (text, OriginalKind.TEXT)


@pytest.mark.parametrize(
    ("data", "at", "what"),
    [
        (b"", 0, "The file holds no text."),
        (b" \n\t", 0, "The file holds no text."),
        (b"\xef\xbb\xbf", 0, "The file holds no text."),
        (b"%PDF-1.7 \xd8\xa7", 0, "This is not a text (PDF): byte 1 of the file is 0x25."),
        (b"MZ" + bytes(200), 2, "This is not a text (binary): byte 3 of the file is 0x00."),
        (
            NEWS.encode() + "سطر ثان ".encode() + b"\xd8 " * 7,
            len(NEWS.encode()) + 14,
            "Byte 204 of the file, 0xD8 in line 2, is not UTF-8.",
        ),
        (
            b"\xff\xfe" + "سلام".encode("utf-16-le") + b"\x00\xd8 \0" * 2,
            10,
            "Byte 11 of the file, 0x00 in line 1, is not UTF-16-LE.",
        ),
        (
            "كلام طويل من ثلاث كلمات ".encode() + b"\xed\xa0\x80",
            43,
            "Byte 44 of the file, 0xED in line 1, is not UTF-8.",
        ),
    ],
)
def test_an_error_names_the_byte_that_cannot_be_read(data: bytes, at: int, what: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_original("a.txt", data)
    assert (caught.value.what.text(), caught.value.at) == (what, at)
    assert caught.value.todo.text()


@given(st.binary(max_size=300))
def test_an_original_gives_its_bytes_back(data: bytes) -> None:
    try:
        original = read_original("a.txt", data)
    except UnreadableError:
        return
    assert original.bytes_again() == data


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip))
def test_all_text_in_utf_8_is_read_as_it_is(text: str) -> None:
    if not text.startswith("\ufeff"):
        assert read_original("a.txt", text.encode()).text == text or text.encode().startswith(
            (b"{\\rtf", b"%PDF-", b"GIF8")
        )


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("سطر أول\nسطر ثان", OriginalKind.TEXT),
        ("قال إن 3 < 5 وإن <strong>هذا</strong> مهم\nسطر ثان فيه كلام كثير <br />\nوثالث\nورابع", OriginalKind.TEXT),
        ("=”text-align:justify”>عنوان\nنص طويل بعد العنوان", OriginalKind.TEXT),
        ("نص عن وسم <html> في الويب", OriginalKind.TEXT),
        ("<p>فقرة\nعلى سطرين</p><p>وأخرى</p>", OriginalKind.FRAGMENT),
        ("سطر<br>وسطر<br>وثالث", OriginalKind.FRAGMENT),
        ("نص فيه كلام كثير جدا\nوسطر آخر</body></html>", OriginalKind.TEXT),
        ("<!DOCTYPE html><html><body><p>نص</p></body></html>", OriginalKind.PAGE),
        ("<!-- saved from url=(0025)https://news.example/1 -->\n<html><p>نص", OriginalKind.PAGE),
        ("title>خبر</title><meta name='author' content='س'></head><body><p>نص</p>", OriginalKind.PAGE),
    ],
)
def test_the_kind_is_told(text: str, kind: OriginalKind) -> None:
    assert read_original("a", text.encode()).kind is kind


def test_fifty_megabytes_do_not_hang() -> None:
    line = (NEWS * 4).encode()
    assert read_original("a.txt", line * (50_000_000 // len(line))).encoding == "utf-8"
    old = (NEWS * 4).encode("cp1256")
    assert read_original("a.txt", old * (20_000_000 // len(old))).encoding == "cp1256"


def test_days_are_read_without_the_machines_language() -> None:
    """`%b` is نوفمبر where the machine speaks Arabic, and Pelican sets its locale."""
    page = '<html><head><meta name="date" content="Wed, 08 Nov 2023 10:15:00 +0300"></head>'
    assert [day.value for day in metadata_of(page).dates] == ["2023-11-08"]
    sources = [file.read_text("utf-8") for file in Path(warraq.__path__[0]).rglob("*.py")]
    assert not [source for source in sources if re.search(r"\.str[pf]time\(", source)]


def test_scripts_that_never_end_cost_no_more_than_their_length() -> None:
    """Each was followed to the page's end: four times as many cost sixteen times."""

    def cost(scripts: int) -> float:
        page = "<html>" + "<script type='a'>x" * scripts
        return seconds(lambda: metadata_of(page))

    assert growth(cost, 2000, 8000, 8) < 8
