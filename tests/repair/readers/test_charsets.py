"""A page is read in the charset it declares, where its words make sense in it; else its words decide, and it is doubted."""

from __future__ import annotations

from pathlib import Path

import pytest

from warraq.archive.change import Doubt
from warraq.archive.concept import Vocabulary
from warraq.archive.original import KeptBytes, Original
from warraq.repair import plan
from warraq.repair.naming import CHARSET_INFERRED
from warraq.repair.readers import UnreadableError, read_original
from warraq.repair.readers.declared import codec_of
from warraq.repair.readers.kept_bytes import decode_keeping

ROWS = Path(__file__).with_name("charsets.tsv").read_text("utf-8").splitlines()[1:]
NEWS = {language: (title, text, encodings) for language, encodings, title, text in (row.split("\t") for row in ROWS)}
"""Title, text, and the encodings that such pages are in."""
NAMES = {f"cp{number}": f"windows-{number}" for number in range(1250, 1259)}
NAMES |= {"cp1252": "iso-8859-1", "iso2022_jp": "iso-2022-jp", "cp874": "tis-620", "euc_kr": "ks_c_5601-1987"}
"""What pages call them, where it is not the name of the codec."""
LIES = ("windows-1252", "windows-1254", "windows-1251")


PAGES = [(language, encoding) for language, (*_, encodings) in NEWS.items() for encoding in encodings.split()]


def page(language: str, charset: str | None) -> str:
    title, text, _ = NEWS[language]
    meta = f'<meta charset="{charset}">' if charset else ""
    head = f'<head>{meta}<title>{title}</title><script>var a="x<b>";</script></head>'
    return f"<!DOCTYPE html><html>{head}<body><article><h1>{title}</h1><p>{text}</p></article></body></html>"


def doubts(original: Original) -> list[Doubt]:
    return [doubt for doubt in plan(original, Vocabulary()).record.doubts if doubt.rule == CHARSET_INFERRED]


@pytest.mark.parametrize(("language", "encoding"), PAGES)
def test_a_declared_charset_is_believed(language: str, encoding: str) -> None:
    text = page(language, NAMES.get(encoding, encoding))
    original = read_original("a.html", text.encode(encoding))
    assert (original.text, original.encoding_inferred) == (text, False)
    assert original.bytes_again() == original.data


@pytest.mark.parametrize(("language", "encoding"), PAGES)
def test_the_words_decide_where_none_is_declared(language: str, encoding: str) -> None:
    text = page(language, None)
    original = read_original("a.html", text.encode(encoding))
    assert (original.text, original.encoding_inferred) == (text, True)


@pytest.mark.parametrize("language", NEWS)
def test_a_declaration_that_makes_no_sense_of_the_words_is_not_believed(language: str) -> None:
    encoding = NEWS[language][2].split()[0]
    for lie in LIES:
        text = page(language, lie)
        original = read_original("a.html", text.encode(encoding))
        assert original.text == text, lie
        assert original.encoding_inferred or text.encode(codec_of(lie) or "") == original.data, lie


def test_an_inferred_charset_is_doubted_at_the_first_word_that_it_decides() -> None:
    original = read_original("a.html", page("Turkish", "windows-1251").encode("cp1254"))
    [doubt] = doubts(original)
    assert original.text[doubt.start : doubt.end] == "fuarı"
    assert not doubts(read_original("a.html", page("Turkish", "windows-1254").encode("cp1254")))
    assert not doubts(read_original("a.html", page("Arabic", "iso-8859-1").encode()))


@pytest.mark.parametrize("encoding", ["utf-8", "cp1254", "gb18030", "euc_jp", "cp1252"])
def test_a_bad_byte_costs_one_letter_and_is_kept_in_the_record(encoding: str) -> None:
    language = {
        "cp1254": "Turkish",
        "gb18030": "Chinese",
        "euc_jp": "Japanese",
        "koi8-r": "Russian",
        "cp1252": "French",
    }
    text = page(language.get(encoding, "Arabic"), NAMES.get(encoding, encoding))
    bad = b"\x81" if encoding in ("cp1252", "cp1254") else b"\xff"
    before, after = text.encode(encoding).split(b"</p>")
    original = read_original("a.html", before + bad + b"</p>" + after)
    at = text.index("</p>")
    assert original.text == text[:at] + "\ufffd" + text[at:]
    assert original.kept_bytes == (KeptBytes(at, bad.hex()),)
    assert original.bytes_again() == original.data
    record = plan(original, Vocabulary()).record
    assert record.original.kept_bytes == original.kept_bytes
    assert any(doubt.rule == "lost-signs" and doubt.start == at for doubt in record.doubts)
    assert type(record).from_bytes(record.to_bytes()) == record


def test_where_many_bytes_are_no_letters_the_file_is_refused() -> None:
    data = page("Arabic", "utf-8").encode()
    with pytest.raises(UnreadableError, match="is not UTF-8"):
        read_original("a.html", data.replace(b" ", b" \xff"))
    with pytest.raises(UnicodeDecodeError):
        decode_keeping(("س" * 60_000).encode() + b"\xff " * 1001, "utf-8")
    assert len(decode_keeping(("س" * 60_000).encode() + b"\xff " * 1000, "utf-8")[1]) == 1000


def test_a_second_writing_of_a_letter_is_kept() -> None:
    data = page("Japanese", "shift_jis").encode("cp932").replace(b"</p>", b"\xfa\x54\x87\x90</p>")
    original = read_original("a.html", data)
    assert [each.bytes for each in original.kept_bytes] != []
    assert original.bytes_again() == data


def test_a_file_cut_within_a_letter_is_read() -> None:
    text = NEWS["Arabic"][1]
    original = read_original("a.txt", text.encode()[:-2])
    assert original.text == text[:-2] + "\ufffd"
    assert original.bytes_again() == original.data
