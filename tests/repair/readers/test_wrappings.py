"""One page in another wrapping is the same article; its file stays the original, and hostile wrappings are refused."""

from __future__ import annotations

import gzip
import plistlib
import zipfile
from hashlib import sha256
from io import BytesIO

import pytest

from warraq.archive.concept import Vocabulary
from warraq.archive.original import Wrapping
from warraq.archive.record import Record
from warraq.edition.replay import replays
from warraq.repair import plan
from warraq.repair.readers import UnreadableError, read_original
from warraq.repair.readers.archived_copy import page_address, with_addresses
from warraq.repair.readers.metadata import metadata_of
from warraq.repair.readers.wrappings import unwrap
from wrapped_pages import (
    ADDRESS,
    PICTURE,
    TEXT,
    TITLE,
    archived_today,
    every,
    mhtml,
    page,
    picture,
    unpacking_itself,
    wayback,
    zipped,
)

WRAPPED = every()


@pytest.mark.parametrize("name", WRAPPED)
def test_the_article_is_the_same_in_every_wrapping(name: str) -> None:
    original = read_original(name, WRAPPED[name])
    planned = plan(original, Vocabulary())
    assert planned.front_matter["title"] == TITLE
    assert planned.front_matter["authors"] == ["سلمى الكرمي"]
    assert planned.body.split("\n\n") == [*TEXT[:-1], f"{TEXT[-1]}\n"]
    source = planned.front_matter.get("source")
    assert name == "page.html.gz" or (
        isinstance(source, dict) and str(source["url"]).partition(":")[2] == "//n.example/news/7"
    )
    assert not planned.record.doubts


@pytest.mark.parametrize("name", WRAPPED)
def test_the_file_is_the_original_and_the_page_in_it_stands_in_the_record(name: str) -> None:
    original = read_original(name, WRAPPED[name])
    record = plan(original, Vocabulary()).record
    assert record.original.sha256 == sha256(WRAPPED[name]).hexdigest()
    assert original.bytes_again() == original.bytes_read
    assert replays(record, original)
    assert Record.from_bytes(record.to_bytes()) == record
    part = record.original.part
    if name in ("singlefile.html", "wayback.html"):
        assert part is None
    else:
        assert part is not None
        assert (part.sha256, part.bytes) == (sha256(original.bytes_read).hexdigest(), len(original.bytes_read))


def test_the_part_is_named_as_its_wrapping_names_it() -> None:
    parts = {name: read_original(name, data).part for name, data in WRAPPED.items()}
    assert {name: (part.wrapping, part.name) for name, part in parts.items() if part} == {
        "chrome.mhtml": (Wrapping.MHTML, ADDRESS),
        "explorer.mht": (Wrapping.MHTML, ADDRESS),
        "safari.webarchive": (Wrapping.WEBARCHIVE, ADDRESS),
        "xml.webarchive": (Wrapping.WEBARCHIVE, ADDRESS),
        "page.html.gz": (Wrapping.GZIP, ""),
        "chrome.mhtml.gz": (Wrapping.MHTML, ADDRESS),
        "singlefile.zip": (Wrapping.ZIP, "index.html"),
        "singlefile.u.zip.html": (Wrapping.ZIP, "index.html"),
    }


def test_the_other_files_are_found_by_the_addresses_that_a_page_may_show_them_by() -> None:
    for name in ("chrome.mhtml", "explorer.mht", "safari.webarchive", "singlefile.zip"):
        unwrapped = unwrap(WRAPPED[name])
        assert unwrapped is not None
        assert unwrapped.files[PICTURE]() == picture()


def test_the_copy_of_a_web_archive_keeps_its_address_beside_the_pages_own() -> None:
    source = plan(read_original("a.html", wayback()), Vocabulary()).front_matter["source"]
    assert source == {
        "name": "جريدة الميناء",
        "url": "http://n.example/news/7",
        "archived_url": "https://web.archive.org/web/20130305103201/http://n.example/news/7",
    }


@pytest.mark.parametrize(
    ("address", "own"),
    [
        ("https://web.archive.org/web/20130305103201/http://n.example:80/7?a=1", "http://n.example/7?a=1"),
        ("http://web.archive.org/web/20130305103201id_/https:/n.example/7", "https://n.example/7"),
        ("https://arquivo.pt/wayback/20130305103201/http://n.example/7", "http://n.example/7"),
        ("https://n.example/20130305/http", "https://n.example/20130305/http"),
        ("https://n.example/7", "https://n.example/7"),
    ],
)
def test_the_address_of_a_page_is_what_follows_that_of_its_copy(address: str, own: str) -> None:
    assert page_address(address) == own


def packed(name: str, data: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr(name, data)
        archive.writestr("manifest.json", "{}")
    return out.getvalue()


def nested_plist(depth: int) -> bytes:
    inside = b"<array>" * depth + b"</array>" * depth
    return b'<?xml version="1.0"?><plist version="1.0"><dict><key>WebMainResource</key>' + inside + b"</dict></plist>"


def nested_gzip(times: int) -> bytes:
    data = page().encode()
    for _ in range(times):
        data = gzip.compress(data, mtime=0)
    return data


ENTITIES = b'<?xml version="1.0"?><!DOCTYPE plist [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><plist><string>&b;WebMainResource</string></plist>'
NO_PAGE = mhtml(page().encode()).replace(b"Content-Type: text/html\r\n", b"Content-Type: text/css\r\n")
MANY = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n" + b"\r\n--b\r\n\r\n" * 10_001


@pytest.mark.parametrize(
    ("data", "what"),
    [
        pytest.param(
            gzip.compress(bytes(50_000_001), 1, mtime=0), "page in the gzip file is larger than 50", id="gzip-bomb"
        ),
        pytest.param(nested_gzip(1)[:-9], "gzip file is damaged: it ends too early", id="gzip-cut"),
        pytest.param(nested_gzip(4), "wrapped more than 3 times", id="gzip-deep"),
        pytest.param(b"\x1f\x8b\x08" + bytes(40), "gzip file is damaged", id="gzip-rubbish"),
        pytest.param(NO_PAGE, "MHTML file holds no page", id="mhtml-no-page"),
        pytest.param(MANY, "MHTML file holds more than 10000 files", id="mhtml-many"),
        pytest.param(b"bplist00WebMainResource", "webarchive file is damaged", id="plist-rubbish"),
        pytest.param(plistlib.dumps({"a": 1}), "webarchive file holds no page", id="plist-no-page"),
        pytest.param(plistlib.dumps({"WebMainResource": [1]}), "webarchive file holds no page", id="plist-no-resource"),
        pytest.param(nested_plist(20_000), "webarchive file holds no page", id="plist-deep"),
        pytest.param(ENTITIES, "webarchive file is damaged", id="plist-entities"),
        pytest.param(packed("index.html", b"a" * 50_000_001), "page in the ZIP file is larger than 50", id="zip-bomb"),
        pytest.param(unpacking_itself()[:-200], "ZIP file is damaged", id="zip-cut"),
    ],
)
def test_a_hostile_wrapping_is_refused_with_its_reason(data: bytes, what: str) -> None:
    with pytest.raises(UnreadableError, match=what) as caught:
        read_original("a", data)
    assert caught.value.wrapping


def test_an_ordinary_file_is_in_no_wrapping() -> None:
    for data in (page().encode(), b"MIME-Version: 1.0\n\nA text about mail.", packed("a.txt", b"a"), zipped()[:-30]):
        assert unwrap(data) is None


def test_what_a_wrapping_says_of_its_page_is_said_of_no_other_page() -> None:
    original = read_original("chrome.mhtml", WRAPPED["chrome.mhtml"])
    stated = metadata_of(original.text).urls
    assert len(with_addresses(metadata_of(original.text), original).urls) > len(stated)
    assert metadata_of(original.text).urls == stated


@pytest.mark.parametrize("value", ["=?utf-8?b?a?=", "=?xyz?q?a?=", "=?utf-8?q?=ff?="])
@pytest.mark.parametrize("name", ["Content-Transfer-Encoding", "Content-ID", "Content-Location"])
def test_a_badly_written_head_costs_no_page(name: str, value: str) -> None:
    head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n\r\n--B\r\nContent-Type: text/html"
    file = f"{head}; charset=utf-8\r\n{name}: {value}\r\n\r\n<html><p>{TEXT[0]}</p></html>\r\n--B--"
    assert TEXT[0] in read_original("a.mhtml", file.encode()).text


def test_a_page_that_names_no_site_has_the_host_of_its_wrappings_address_as_its_source() -> None:
    html = page().replace('<meta property="og:site_name" content="جريدة الميناء">', "").replace(" | جريدة الميناء", "")
    source = plan(read_original("a.mhtml", mhtml(html.encode())), Vocabulary()).record.described["source"]
    assert (source.value, [e.says for e in source.evidence]) == ("n.example", ["host"])


def test_a_copy_of_archive_todays_is_the_page_and_not_what_the_archive_says_of_itself() -> None:
    planned = plan(read_original("a.html", archived_today()), Vocabulary())
    values = planned.front_matter
    copy = f"https://archive.ph/2021.03.04-101112/{ADDRESS}"
    assert (values["title"], values["date"]) == (TITLE, "2019-03-07")
    assert values["source"] == {"name": "n.example", "url": ADDRESS, "archived_url": copy}
    assert planned.body.split() == " ".join(TEXT).split()
    assert "date" not in plan(read_original("a.html", archived_today("")), Vocabulary()).front_matter
