"""What becomes of one row, and of one that ends its process."""

from __future__ import annotations

import io
import json
import mmap
from typing import Any

import pytest

from corpora.making import TEXTS, page_of
from warraq.archive.change import Change
from warraq.corpus.errors import CorpusError
from warraq.corpus.given import Given
from warraq.corpus.job import Bounds, How
from warraq.corpus.repaired_row import Row, repaired_row
from warraq.corpus.row_pipe import answered, ask
from warraq.corpus.row_pipe import asked as heard
from warraq.corpus.row_process import RowProcess, RowProcessError
from warraq.corpus.rows_alone import MARK, SKIPPED, Rows, answer
from warraq.corpus.rules_of_job import rules_of
from warraq.language import Message, message
from warraq.repair import RULES, undo


def row(data: str | bytes, **facts: str) -> Any:
    """Repair one row."""
    given = data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass")
    made = repaired_row(Given(1, given, isinstance(data, str), facts), RULES)
    return made.values if isinstance(made, Row) else made


@pytest.mark.parametrize("data", [*TEXTS, page_of(TEXTS[0]), TEXTS[0].encode("cp1256"), page_of(TEXTS[2]).encode()])
def test_a_row_is_undone_by_its_record(data: str | bytes) -> None:
    values = row(data)
    record = json.loads(values["record"])
    again = undo(values["text"], map(Change.from_json, record["changes"]))
    assert (again if isinstance(data, str) else again.encode(record["encoding"])) == data


def test_a_row_has_what_its_text_says_of_itself_unless_its_columns_say_more() -> None:
    values = row(TEXTS[0])
    assert values["title"] == "عنوان الخبر الأول" and values["date"] == "2023-11-08" and values["language"] == "ar"
    assert "قال الوزير، إن العمل بدأ" in values["text"]
    told = row(TEXTS[0], title="Other", date="2020", source="S", url="https://a.example/", language="fa")
    assert [told[key] for key in ("title", "date", "source", "url", "language")] == [
        "Other",
        "2020",
        "S",
        "https://a.example/",
        "fa",
    ]
    crawled = row(page_of(TEXTS[1]).encode(), address="https://news.example/2023/11/08/a-story")
    assert (crawled["url"], crawled["date"]) == ("https://news.example/2023/11/08/a-story", "2023-11-08")


def test_what_is_no_text_is_said() -> None:
    assert "not a text" in str(row(b"\x89PNG\r\n\x1a\n" + bytes(100)))
    without = RULES.without("half-characters")
    assert "half a character" in str(repaired_row(Given(1, "a\ud83d b".encode("utf-8", "surrogatepass")), without))
    assert repaired_row(Given(1, problem=message("Why")), RULES) == message("Why")


def test_without_names_no_package_is_asked_and_an_unknown_rule_is_told(poison: str) -> None:
    assert rules_of(How()) == RULES
    assert [rule.name for rule in rules_of(How(added=(poison,), without=("tatweel",))).added] == [poison]
    with pytest.raises(CorpusError, match="no-such-rule"):
        rules_of(How(without=("no-such-rule",)))
    with pytest.raises(CorpusError, match="no-such-package"):
        rules_of(How(added=("no-such-package",)))


def test_each_row_that_ends_its_process_is_set_aside_with_the_reason_and_the_others_are_there(
    poison: str,
) -> None:
    texts = ["نص", "POISON kill", "ثان", "POISON loop", "POISON memory", "POISON mistake", "ثالث"]
    process = RowProcess(How(added=(poison,), bounds=Bounds(seconds=1, megabytes=1000)))
    found = process.repaired([Given(at, text.encode()) for at, text in enumerate(texts)])
    process.close()
    assert [made.values["text"] if isinstance(made, Row) else "" for made in found] == [
        "نص",
        "",
        "ثان",
        "",
        "",
        "",
        "ثالث",
    ]
    said = [str(made) for made in found if isinstance(made, Message)]
    for words, sentence in zip(("exit code 3", "1 seconds", "1000 megabytes", "LookupError"), said, strict=True):
        assert words in sentence, said


def test_a_machine_on_which_no_process_begins_is_no_rows_fault() -> None:
    process = RowProcess(How(without=("no-such-rule",)))
    with pytest.raises(RowProcessError, match="No process can repair rows here"):
        process.repaired([Given(1, b"a")])
    process.close()


def test_rows_are_answered_in_order_until_nothing_more_is_asked() -> None:
    mark = mmap.mmap(-1, MARK.size)
    asked = [Given(1, b"a b"), Given(2, b"skipped"), Given(3, "نص ,ثان".encode())]
    given, out = io.BytesIO(), io.BytesIO()
    for _ in range(2):
        ask(given, asked, frozenset([1]))
    given.seek(0)
    answer(given, out, Rows(RULES, Bounds(), mark))
    out.seek(0)
    for _ in range(2):
        first, second, third = answered(out)
        assert isinstance(first, Row)
        assert isinstance(third, Row)
        assert (first.values["text"], second, third.values["text"]) == ("a b", SKIPPED, "نص، ثان")
    assert MARK.unpack(mark[:]) == (-1,)
    broken = Rows(RULES, Bounds(), mark)([Given(1, b"a", facts=5)], frozenset())  # type: ignore[arg-type]  # a mistake of ours
    assert "AttributeError" in str(broken[0])


def test_what_the_processes_say_is_heard_as_it_was_said() -> None:
    pipe = io.BytesIO()
    unread = Given(7, problem=message("{what} {todo}", what=message("Broken."), todo="x"))
    page = Given(3, b"<p>\xff\x00</p>", is_text=False, facts={"title": "\ud800 عنوان"})
    ask(pipe, [unread, page], frozenset([4, 2]))
    pipe.seek(0)
    assert heard(pipe) == ([unread, page], frozenset([2, 4]))
    with pytest.raises(EOFError):
        heard(pipe)
    with pytest.raises(EOFError):
        answered(io.BytesIO(b'[["half'))
