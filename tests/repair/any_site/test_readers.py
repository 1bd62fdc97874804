"""Pelican's own readers with the plugin around them: what is logged, what is left, what a wrong setting says."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from pelican.log import console  # type: ignore[import-untyped]  # Pelican has no types
from pelican.readers import Readers  # type: ignore[import-untyped]  # Pelican has no types
from pelican.settings import DEFAULT_CONFIG  # type: ignore[import-untyped]  # likewise

from warraq.repair.any_site.plugin import PRESS, Repairing

DAMAGED = "Title: أول\nDate: 2024-01-01\n\nقال ،نعم\n"


@pytest.fixture(autouse=True)
def heard(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Pelican speak: it stays silent for the process once it was asked to."""
    monkeypatch.setattr(console, "quiet", False)


class Site:
    """A folder with one reading of it."""

    def __init__(self, folder: Path, wish: object, *plugins: str, **more: object) -> None:
        self.content = folder / "content"
        self.content.mkdir(exist_ok=True)
        self.settings = {**DEFAULT_CONFIG, "PATH": str(self.content), "WARRAQ_REPAIR": wish, **more}
        self.repairing = Repairing()
        named = [SimpleNamespace(__name__=name) for name in plugins]
        self.repairing.begin(SimpleNamespace(settings=self.settings, plugins=named))

    def file(self, name: str, data: str | bytes) -> Path:
        path = self.content / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    def read(self, name: str, readers: Any = None) -> str:
        readers = readers or Readers(self.settings)
        self.repairing.wrap(readers)
        return str(readers.read_file(base_path=str(self.content), path=name).content)


@pytest.mark.parametrize("wish", [None, False])
def test_without_a_wish_nothing_is_touched(tmp_path: Path, wish: object, capsys: pytest.CaptureFixture[str]) -> None:
    site = Site(tmp_path, wish)
    site.file("a.md", DAMAGED)
    assert "قال ،نعم" in site.read("a.md")
    site.repairing.end(None)
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", DAMAGED),
        ("a.rst", "ثان\n####\n\n:date: 2024-01-02\n\nقال ،نعم\n"),
        (
            "a.html",
            '<html><head><title>ث</title><meta name="date" content="2024-01-03"></head><body><p>قال ،نعم</p></body></html>',
        ),
    ],
)
def test_every_format_is_repaired_and_each_change_logged(
    tmp_path: Path, name: str, text: str, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.INFO)
    site = Site(tmp_path, {})
    path = site.file(name, text)
    assert "قال، نعم" in site.read(name)
    assert path.read_text("utf-8") == text
    line = 1 + text[: text.index("قال")].count("\n")
    assert any(record.getMessage().startswith(f"{name}:{line}: ") for record in caplog.records)
    site.repairing.end(None)
    assert "2 repairs in 1 files" in capsys.readouterr().out


def test_a_doubt_is_logged_and_left(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    site = Site(tmp_path, {})
    site.file("a.md", "Title: أول\nDate: 2024-01-01\n\nإن الأمر واضح \ufffd اليوم.\n")
    assert "\ufffd" in site.read("a.md")
    assert any("a.md:4: doubtful, and left: “\ufffd”" in record.getMessage() for record in caplog.records)


def test_a_file_in_another_encoding_is_read_and_written_only_when_asked(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    text = "Title: أول\r\nDate: 2024-01-01\r\n\r\nقال الوزير إن العمل في المدينة سيبدأ يوم الأحد ،نعم\r\n"
    site = Site(tmp_path, {"write_back": True})
    path = site.file("a.md", text.encode("windows-1256"))
    assert "الأحد، نعم" in site.read("a.md")
    assert any("read as cp1256" in record.getMessage() for record in caplog.records)
    assert path.read_bytes().decode("utf-8") == text.replace(" ،نعم", "، نعم")
    kept = json.loads((tmp_path / "warraq-records/a.md.1.json").read_text("utf-8"))
    assert kept["encoding"] == "cp1256"


def test_a_second_repair_of_a_file_has_a_record_of_its_own(tmp_path: Path) -> None:
    for _ in range(2):
        site = Site(tmp_path, {"write_back": True, "records": str(tmp_path / "kept")})
        site.file("a.md", DAMAGED)
        site.read("a.md")
    assert sorted(path.name for path in (tmp_path / "kept").iterdir()) == ["a.md.1.json", "a.md.2.json"]


def test_mixed_line_ends_are_not_written_back(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    site = Site(tmp_path, {"write_back": True})
    data = DAMAGED.replace("\n", "\r\n", 1).encode()
    path = site.file("a.md", data)
    assert "قال، نعم" in site.read("a.md")
    assert path.read_bytes() == data
    assert "line ends are mixed" in caplog.text


def test_a_place_that_cannot_be_written_is_told_of(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "kept").write_text("a file, and no folder", "utf-8")
    site = Site(tmp_path, {"write_back": True, "records": str(tmp_path / "kept")})
    path = site.file("a.md", DAMAGED)
    assert "قال، نعم" in site.read("a.md")
    assert path.read_text("utf-8") == DAMAGED
    assert "can't be written back" in caplog.text


def test_what_is_no_text_goes_to_its_reader_as_it_is(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    site = Site(tmp_path, {})
    site.file("a.md", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type/Catalog>>\nendobj\n" + bytes(range(256)))
    with pytest.raises(Exception):  # noqa: B017, PT011 - Pelican's own, whatever it is
        site.read("a.md")
    assert "is not repaired" in caplog.text


def test_a_reader_that_opens_files_in_its_own_way_is_told_of(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    site = Site(tmp_path, {})
    site.file("a.md", DAMAGED)
    readers = Readers(site.settings)
    readers.readers["md"].read = lambda path: (
        Path(path).read_text("utf-8"),
        {"title": "t", "date": readers.readers["md"].process_metadata("date", "2024-01-01")},
    )
    assert "قال ،نعم" in site.read("a.md", readers)
    assert "opens files in a way of its own" in caplog.text


def test_on_a_site_with_the_press_it_is_passed_over(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    site = Site(tmp_path, {}, PRESS)
    site.file("a.md", DAMAGED)
    assert "قال ،نعم" in site.read("a.md")
    assert "is passed over" in caplog.text


def test_articles_out_of_a_cache_are_told_of(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    Site(tmp_path, {}, LOAD_CONTENT_CACHE=True)
    assert "LOAD_CONTENT_CACHE" in caplog.text


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ("yes", "not 'yes'"),
        ({"writeback": True}, "no key 'writeback'"),
        ({"language": "xx"}, "no rules for the language 'xx'"),
        ({"without": "tatweel"}, "'without' is a list of names"),
        ({"without": 5}, "'without' is a list of names"),
        ({"rules_of": None}, "'rules_of' is a list of names"),
        ({"records": 5}, "'records' is the path of a folder"),
        ({"without": ["no_such_rule"]}, "no_such_rule"),
        ({"write_back": "yes"}, "'write_back' is True or False"),
    ],
)
def test_a_wrong_setting_ends_with_what_is_wrong(tmp_path: Path, wish: object, said: str) -> None:
    with pytest.raises(SystemExit) as raised:
        Site(tmp_path, wish)
    assert said in str(raised.value)


def test_a_rule_that_is_left_out_changes_nothing(tmp_path: Path) -> None:
    changes = []
    for wish in (True, {"without": ["space-before-punctuation"]}):
        site = Site(tmp_path, wish)
        site.file("a.md", DAMAGED)
        site.read("a.md")
        changes.append(site.repairing.changes)
    assert changes == [2, 1]
