"""The index of an archive knows each text by its original, its machine's text, its body and its address."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from desk.conftest import Desk
from desk.doubtful_texts import repaired
from warraq.archive.record import Record
from warraq.desk.draft import Draft
from warraq.desk.fingerprint import fingerprint
from warraq.desk.importing.archive_index import archive_index
from warraq.desk.importing.archiving import SourceChangedError, write_to_archive
from warraq.desk.importing.draft_store import DraftStore
from warraq.desk.importing.import_decisions import ImportDecision, ImportStatus
from warraq.desk.importing.inspection import Inspection
from warraq.desk.importing.sources import source_of

WORDS = " ".join(f"كلمة{n}" for n in range(40))
TEXT = f"عنوان الخبر\n\nنشر في 8 نوفمبر 2023\n\nقال الكاتب {WORDS}.\n"


def test_slugs_aliases_names_and_addresses_are_taken(desk: Desk) -> None:
    source = "source: {name: وكالة, url: 'http://www.x.example/1/'}"
    desk.article("Mine", f"---\ntitle: أ\ndate: 2020\nslug: New\naliases: [Old]\n{source}\n---\n{WORDS}\n")
    desk.article("broken", "---\n")
    (desk.content / "originals" / "sub").mkdir(parents=True)
    (desk.content / "originals" / "sub" / "Found.TXT").write_text("x")
    (desk.content / "originals" / ".DS_Store").write_text("y")
    index = archive_index(desk.content)
    assert index.slugs == {"new", "old"}
    assert index.stems == {"mine", "broken", "sub/found"}
    assert index.at_address == {"x.example/1": ["content/articles/Mine.md"]}
    assert index.bytes == {sha256(b"x").hexdigest(): "content/originals/sub/Found.TXT"}


def test_a_text_that_an_editor_changed_is_known_by_both_texts(desk: Desk) -> None:
    file = repaired(desk, "a", TEXT)
    machine = archive_index(desk.content).fingerprints["content/articles/a.md"]
    file.write_text(file.read_text("utf-8").replace("قال الكاتب", "وقال كاتب آخر"), "utf-8")
    index = archive_index(desk.content)
    assert index.fingerprints["content/articles/a.md"] == machine
    edited = fingerprint(file.read_text("utf-8").partition("\n---\n")[2])
    assert set(index.texts) == {machine.text_sha256, edited.text_sha256} and edited != machine


def test_a_file_that_was_changed_after_its_inspection_is_not_written(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("changed")
    decision = ImportDecision("a.txt", ImportStatus.IMPORTED, "a.txt", "أ")
    inspection = Inspection("a.txt", "", sha256=sha256(b"inspected").hexdigest())
    store = DraftStore(tmp_path / "kept")
    with pytest.raises(SourceChangedError):
        write_to_archive(decision, inspection, source_of(tmp_path), store, tmp_path / "content")
    assert not (tmp_path / "content").exists()


def test_pictures_are_numbered_from_one_and_no_file_is_overwritten(desk: Desk, tmp_path: Path) -> None:
    article = repaired(desk, "made", TEXT)
    record = (desk.content / "records" / "made.json").read_bytes()
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "kept").mkdir()
    store = DraftStore(tmp_path / "kept")
    store.put_draft("a.txt", Draft("عنوان-الخبر", article.read_text("utf-8"), Record.from_bytes(record)))
    for name in ("p", "q"):
        store.put_picture(name, name.encode())
    pictures = (("p", "jpg", "a [b] <c>"), ("q", "png", ""))
    inspection = Inspection("a.txt", "", sha256=sha256(TEXT.encode()).hexdigest(), pictures=pictures)
    decision = ImportDecision("a.txt", ImportStatus.IMPORTED, "a.txt", "أ")
    for _ in ("first", "again"):
        write_to_archive(decision, inspection, source_of(tmp_path), store, desk.content)
        written = desk.content / "articles" / "a.md"
        assert written.read_text("utf-8").endswith(
            ".\n\n![a (b) &lt;c>](<{static}images/a/1.jpg>)\n\n![](<{static}images/a/2.png>)\n"
        )
    assert (desk.content / "images" / "a" / "2.png").read_bytes() == b"q"
    written.write_text("an editor's", "utf-8")
    write_to_archive(decision, inspection, source_of(tmp_path), store, desk.content)
    assert written.read_text("utf-8") == "an editor's"
