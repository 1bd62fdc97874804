"""An article and its record fit each other, whenever the program died that wrote both."""

from __future__ import annotations

from pathlib import Path

import pytest

from project import Project
from warraq.desk import article_with_record
from warraq.desk.article_with_record import NOTE, finish_interrupted, rewrite_with_record

OLD, NEW = b"one\ntwo\ntwo\nthree\n", b"one\ntwo\nthree\nfour\n"
EDITED_OLD, EDITED_NEW = OLD.replace(b"one", b"my own"), NEW.replace(b"one", b"my own")


@pytest.mark.parametrize(
    ("article", "fitting"), [(OLD, b"of old"), (NEW, b"of new"), (EDITED_OLD, b"of old"), (EDITED_NEW, b"of new")]
)
def test_an_article_has_the_record_of_its_own_text_whenever_the_program_died(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, article: bytes, fitting: bytes
) -> None:
    project = Project.empty(tmp_path)
    file, record = project.write("articles/a.md", OLD), project.write("records/a.json", b"of old")

    def dies(_: Path) -> None:
        raise OSError("killed")

    monkeypatch.setattr(article_with_record, "_make_fit", dies)
    monkeypatch.setattr(article_with_record, "rewrite", lambda *_: dies(file))
    with pytest.raises(OSError, match="killed"):
        rewrite_with_record(file, OLD, NEW, record, b"of new")
    assert record.read_bytes() == b"of new"
    monkeypatch.undo()
    file.write_bytes(article)
    finish_interrupted(project.content, "repair --again")
    assert (file.read_bytes(), record.read_bytes()) == (article, fitting)
    assert not (tmp_path / ".warraq" / NOTE).exists()
